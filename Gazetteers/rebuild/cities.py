"""names/cities.tsv: towns of over 15,000 people, and smaller ones in countries whose towns English news names."""
import re

from common import ROOT, english_words, fold, hand, hand_set, latin, person_buckets, probabilities, risk, row, tidy, unique, write
from places import geonames

ENGLISH = {"US", "GB"}  # countries whose towns of 5,000 English news names
# Among the world's best-known; their names need no second witness.
FAMOUS = set("""703448 2643743 5128581 4140963 2988507 524901 1816670 1850147 2950159 3169070 281184 281133 3117735 360630 292223 98182 112931
1835848 1609350 1261481 1275339 5368361 4887398 2800866 745044 276781 170654 1138958 1880252 2147714 2759794 5391959 1819729 2761369""".split())
SKIP_KIND = re.compile(r"\(|/|\bCity of\b|\bDistrict$|\bCounty$|\bTownship$|\bCharter\b|Subdivision$|Arrondissement|^Zone |^Sector |^Ward |[0-9]")
# Quarters and census places, not towns that the news names.
PART = re.compile(r"^(North|South|East|West|Upper|Lower|New|Old) .+ |^(North|South|East|West) | (Heights|Estates|Gardens|Village|Park|Hills|Shores|Terrace|"
                  r"North|South|East|West|Center|Manor|Acres|Oaks|Ridge|Grove|Woods|Meadows|Lakes|Plaza|Corner|Crossing)$")
BAD_NAME = {"Of", "The", "And", "Most", "Along", "March", "Police", "Army", "Center", "Central", "University", "North", "South", "East", "West",
            "Federal", "National", "Republic", "Union", "Date", "Mary", "Man", "Are", "Same", "Como", "Bath", "Can", "Un", "As", "Os", "Is", "Ho", "Wa",
            "To", "Data", "Split", "Sale", "Mobile", "Reading", "Nice", "Orange", "Gold", "Enterprise", "Liberal", "Normal", "Hope", "Independence"}


def corrections():
    table = {}
    for line in hand("city-aliases.txt"):
        key, names = line.split(":", 1)
        name, country = key.rsplit(",", 1)
        parts = [n.strip() for n in names.split("|") if n.strip()]
        main = parts.pop(0)[1:] if parts and parts[0].startswith(">") else None
        table[(tidy(name), country.strip())] = (main, parts)
    return table


def base_weight(city, capital):
    people = city["population"]
    weight = next(w for limit, w in ((1e7, 8), (3e6, 7), (1e6, 6), (3e5, 5), (1e5, 4), (4e4, 3), (15000, 2), (0, 1)) if people >= limit)
    if city["countrycode"] in ("CN", "IN", "BR", "ID", "MM", "CD") and weight > 3:
        weight -= 1  # many large cities that the news hardly names
    # How often people write the word: evidence of fame that a head-count does not give.
    log = probabilities().get(fold(city["name"]), None)
    if " " not in city["name"]:
        weight += 1 if log is not None and log > -13 and (risk(fold(city["name"])) or 0) < -1.5 else -1 if log is None and weight > 4 else 0
    if capital:
        weight = max(weight + 1, 6)
    if str(city["geonameid"]) in FAMOUS:
        weight = 9
    return max(1, min(weight, 9))


def weak(name, weight):
    """Whether the name alone is no evidence of a place."""
    if name in hand_set("cities-strong.txt"):
        return False
    if " " in name or "-" in name:
        # San Juan, Port Said: two words are evidence enough, unless both are people's names (Santa Maria is, Sam Houston too).
        parts = [person_buckets().get(fold(p).lower(), (0, 0, True)) for p in re.split("[ -]", name)]
        if weight < 4 and all(fold(p).lower() in english_words() and (risk(p) or 0) > -1 for p in re.split("[ -]", name)):
            return True  # Ocean City, Horizon City
        return weight < 4 and len(parts) == 2 and parts[0][0] >= 2 and parts[1][1] >= 2
    value = risk(fold(name))
    if value is not None and value > (-0.5 if weight < 5 else 0):
        return True
    if weight >= 7:
        return False
    given, surname, intl = person_buckets().get(fold(name).lower(), (0, 0, True))
    bucket = 0 if intl else max(given, surname)
    if weight <= 2 and max(given, surname) or weight <= 3 and len(fold(name)) < 5:
        return True
    return bucket >= (3 if weight >= 5 else 2 if weight >= 3 else 1) or len(name) < 4 or fold(name).lower() in english_words()


def larger_places():
    """Names of countries and well-known states: Palestine, Texas, and Oregon, Ohio, are never meant."""
    names = set()
    for table in ("countries", "subdivisions"):
        for line in (ROOT / "names" / f"{table}.tsv").read_text(encoding="utf8").splitlines()[1:]:
            f = line.split("\t")
            if table == "countries" or int(f[4]) >= 6 and "country=UA" not in f[7]:
                names |= {f[0], *(a.rstrip("^~") for a in f[6].split("|"))}
    return names


def build():
    fixes, rows = corrections(), []
    capitals = {(c["capital"], code) for code, c in geonames("countries").items()}
    used, dropped, larger = set(), hand_set("city-drop.txt"), larger_places()
    small = {tuple(line.split("@")) for line in hand("cities-small.txt")}
    for file in ("cities15000", "cities5000", "cities500"):
        for city in sorted(geonames(file).values(), key=lambda c: (-c["population"], c["geonameid"])):
            name, country = tidy(city["name"]), city["countrycode"]
            key = (name, country)
            if file == "cities500" and key not in small or file != "cities15000" and key in used:
                continue
            if file == "cities5000" and key not in small and (country not in ENGLISH or str(city["geonameid"]) in geonames("cities15000")):
                continue
            if not latin(name) or name in dropped or SKIP_KIND.search(name) and key not in small and key not in fixes or len(name) < 3:
                continue
            main, aliases = fixes.get(key, (None, []))
            if key in used:
                main, aliases = None, []
            used.add(key)
            if city["population"] < 20000 and PART.search(name) and key not in small:
                continue
            capital = (name, country) in capitals
            weight = max(base_weight(city, capital), 4 if key in small else 0)
            title = main or name
            marked = title.endswith("~")
            title = title.rstrip("~")
            extra = list(aliases)
            if re.search("[āīūēōĀĪŪĒŌḨḩẔẕḑḏţŢşŞẖ]", title) and country not in ("LV", "LT", "TR", "RO", "MD", "AZ", "TM"):
                title = name = fold(title)  # scholarly romanisation, which no newspaper prints
            for form in (title, name):
                if fold(form) != form:
                    extra.append(fold(form))
            plain = fold(title).replace("'", "")
            if "'" in title and len(plain) > 4 and re.search("[a-z]'[a-z]|'$", title):
                extra.append(plain)
            if weight <= 4 and title in larger:
                continue
            flags = ["weak"] if marked or weak(title, weight) or (title in BAD_NAME) else []
            rows.append((-weight, -city["population"], city["geonameid"], row(
                title, "place", "city" if city["population"] >= 50000 or capital else "town", f"geonames:{city['geonameid']}", weight, flags, extra,
                "geonames", country=country, lat=f"{city['latitude']:.2f}", lon=f"{city['longitude']:.2f}", population=city["population"] if weight > 2 else "",
                admin1=city["admin1code"] if country in ("US", "CA", "AU") and not city["admin1code"].isdigit() else "")))
    for line in hand("cities-extra.txt"):
        first, *aliases = line.split("=")
        title, country = first.split("@")
        rows.append((-4, 0, 0, row(title, "place", "town", "", 4, ["weak"] if weak(title, 4) else [], aliases, "hand", country=country)))
    rows.sort(key=lambda r: r[:3])
    write("names/cities.tsv", unique([r[3] for r in rows]))
