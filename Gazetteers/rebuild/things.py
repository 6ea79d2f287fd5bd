"""names/events-wordnet.tsv, holidays.tsv, laws-wordnet.tsv and weapons-wordnet.tsv: hand-made lists, then what WordNet and holidays add."""
import re

from common import ambiguous, fold, hand, latin, person_bucket, row, unique, wordnet, wordnet_below, write


def listed(file, type, weight):
    for line in hand(file):
        kind, names = line.split(":", 1)
        first, *aliases = [n.strip() for n in names.split("|")]
        flags = [flag for mark, flag in (("^", "exact"), ("~", "weak")) if mark in first[-2:]]
        aliases += [fold(n) for n in [first, *aliases] if fold(n) != n]
        yield row(first.rstrip("^~"), type, kind, "", weight, flags, aliases, "hand")


def from_wordnet(roots, accept):
    """Capitalised words of synsets below these roots whose first word passes."""
    for first_word, lexfile in roots:
        for offset in wordnet_below(first_word, lexfile):
            synset = wordnet()[offset]
            names = [w for w in synset.words if w[:1].isupper() and len(w) > 3 and accept(w)]
            if names:
                yield names, synset.gloss


def events():
    rows = list(listed("events.txt", "event", 6))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}

    def accept(word):
        return re.search(r"\b(Wars?|Battle|Conference|Revolution|Cup|Series|Olympi\w+|Grand Prix|Derby|Stakes|Rebellion|Rising|Congress|Diet|Massacre|Purge|Convention)\b", word) \
            and not re.search(r"Kerbala|Puebla|Granicus|Pydna|Trasimenus|War to End|Spanish War|Mexican War|Constitutional", word)

    for names, gloss in from_wordnet([("happening", 11), ("social event", 11), ("military action", 4), ("war", 4), ("meeting", 14)], accept):
        if taken.isdisjoint(names):
            kind = "war" if re.search("War|Battle|Rebellion|Massacre", names[0]) else "summit" if re.search("Conference|Congress|Convention", names[0]) else "cup"
            taken.update(names)
            rows.append(row(names[0], "event", kind, "", 3, (), names[1:], "wordnet"))
    write("names/events-wordnet.tsv", unique(rows))


# Not names of days that a reader knows: stand-ins, days off, anniversaries told in a sentence.
NO_HOLIDAY = re.compile(r"^(Day|The|Alternative|Additional|Anniversary|Birth|Birthday|Burial|Commemoration|Declaration|Death|Celebrations|Change|Canonization|First|Second|Third|"
                        r"Fourth|Fifth|Seventh|Special|Substitute|Temporary|Bridge|HM|Visit|State Funeral|Pass to|Martyrdom|Independence (of|and)|Founding|Foundation Day of|"
                        r"National Day of|Feast|Finding|General|Local|Polling|Presidential|Municipal|Regional|National Assembly|National and|Non-working|Public|Last|"
                        r"Creation|Commencement|Glorifying|Meeting|Holiday)\b|\bHoliday\b|\bHolidays\b|Poya|\bElections?\b| and | - |following|preceding|Queen|President|\bH\.?M\b|Eve$|Day off")


def holidays():
    rows = []
    for line in hand("holidays.txt"):
        first, *aliases = [n.strip() for n in line.split("|")]
        rows.append(row(first.rstrip("~"), "event", "holiday", "", 6, ["weak"] if first.endswith("~") else [], aliases, "hand"))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}
    import holidays as package
    found = {}
    for code in sorted(package.list_supported_countries(include_aliases=False)):
        try:
            days = package.country_holidays(code, years=(2024, 2025, 2026), language="en_US")
        except Exception:  # a country without English names
            continue
        for names in days.values():
            for name in names.split("; "):
                found.setdefault(re.sub(r"\s*\(.*?\)", "", name).strip(), set()).add(code)
    for name, codes in found.items():
        if name in taken or not latin(name) or NO_HOLIDAY.search(name) or not 1 <= len(name.split()) <= 5 or not name[0].isupper():
            continue
        if len(name.split()) == 1 and (ambiguous(name, 1) or person_bucket(name)):
            continue
        rows.append(row(name, "event", "holiday", "", 3, (), [fold(name)] if fold(name) != name else [], "holidays", country=next(iter(codes)) if len(codes) == 1 and re.match("^[A-Z]{2}$", next(iter(codes))) else ""))
    write("names/holidays.tsv", unique(rows))


def laws():
    rows = list(listed("laws.txt", "law", 6))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}
    for names, _ in from_wordnet([("legal document", 10), ("written agreement", 10)], lambda w: re.search(r"\b(Act|Treaty|Convention|Constitution|Articles|Peace of)\b", w) and " " in w):
        if taken.isdisjoint(names):
            rows.append(row(names[0], "law", "act" if re.search("Act|Constitution|Articles", names[0]) else "treaty", "", 3, (), names[1:], "wordnet"))
    write("names/laws-wordnet.tsv", unique(rows))


def weapons():
    rows = list(listed("weapons.txt", "product", 5))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}
    drop = {"Quaker gun", "Very pistol", "Cupid's bow", "Greek fire", "Excalibur", "Saturday night special", "Chemical Mace", "H.M.S. Bounty", "Old Ironsides", "Bunker Buster", "Bacillus anthracis", "E-bomb", "Fugo",
            "Big Blue", "Minuteman", "Verey pistol", "Spandau"}
    for names, _ in from_wordnet([("weapon", 6), ("weaponry", 6)], lambda w: (re.search(r"[ -]", w) or not ambiguous(w, 1) and not person_bucket(w)) and "." not in w and w not in drop):
        if taken.isdisjoint(names) and not re.match("^(BB|GP|CN|CS)", names[0]):
            rows.append(row(names[0], "product", "weapon", "", 2, (), names[1:], "wordnet"))
    write("names/weapons-wordnet.tsv", unique(rows))


def build():
    events()
    holidays()
    laws()
    weapons()
