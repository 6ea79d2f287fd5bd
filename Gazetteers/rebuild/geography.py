"""names/physical.tsv, regions.tsv and airports.tsv: WordNet's features, cleaned, after a hand-made list that goes first."""
import csv
import re

from common import ambiguous, fold, hand, hand_set, package, person_bucket, row, tidy, unique, wordnet, wordnet_types, write

# WordNet's class of an instance -> subtype.
PHYSICAL = {
    "river": "river", "lake": "lake", "loch": "lake", "sea": "sea", "ocean": "ocean", "gulf": "bay", "bay": "bay", "inlet": "bay", "firth": "bay",
    "sound": "bay", "bight": "bay", "strait": "strait", "channel": "strait", "canal": "strait", "mountain peak": "mountain", "range": "mountain",
    "volcano": "mountain", "hill": "mountain", "island": "island", "archipelago": "island", "atoll": "island", "Aegean island": "island", "isle": "island",
    "desert": "desert", "peninsula": "peninsula", "cape": "peninsula", "isthmus": "peninsula", "national park": "landmark", "waterfall": "landmark",
}
REGION = {"geographical area", "region", "French region", "Frigid Zone", "tableland", "plain", "valley", "county"}
# Regions of antiquity, or words that are rarely a region in the news.
OLD = re.compile(r"\bancient\b|mytholog|biblical|Old Testament|historical|former(ly)? |Roman (province|Empire)|medieval|legend|colony|World War", re.I)
GENERIC = re.compile(r"\b(River|Lake|Mount|Mountains?|Range|Sea|Bay|Gulf|Strait|Island|Islands|Desert|Cape|Peninsula|Falls|Park|Peak|Volcano|Isle|Ocean|Channel|Canal)\b")


def hand_rows(file):
    for line in hand(file):
        kind, items = line.split(":", 1)
        subtype, weight = kind.split()
        for item in items.split(";"):
            names = [n.strip() for n in item.split("=") if n.strip()]
            if not names:
                continue
            first, _, country = names[0].partition("@")
            flags = ["weak"] if first.endswith("~") or country.endswith("~") else []
            country = country.rstrip("~")
            first, aliases = first.rstrip("~^").strip(), [n if "@" not in n else n.split("@")[0] for n in names[1:]]
            aliases += [fold(n) for n in [first] + aliases if fold(n) != n]
            yield row(first, "place", subtype, "", int(weight), flags, aliases, "hand", country=country)


def features(kinds, skip):
    """Instances of these WordNet classes whose name is safe on its own."""
    for offset, synset in sorted(wordnet().items()):
        if synset.lexfile not in (15, 17):
            continue
        subtype = next((kinds[t] for t in wordnet_types(offset) if t in kinds), None)
        if subtype is None or re.search("mytholog|legend|biblical|Bible", synset.gloss):
            continue
        names = [w for w in synset.words if w[:1].isupper() and w not in skip and not w.isupper() and len(w) > 2]
        safe = [w for w in names if GENERIC.search(w) or not (ambiguous(w, 2) or person_bucket(w) >= 2)]
        if names and safe and names[0] not in skip and synset.words[0] not in skip:
            yield subtype, safe, synset.gloss


def physical():
    skip = hand_set("physical-drop.txt")
    rows = list(hand_rows("physical.txt"))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}
    for subtype, names, _ in features(PHYSICAL, skip):
        if taken.isdisjoint(names):
            aliases = [n for n in names[1:]]
            rows.append(row(names[0], "place", subtype, "", 3, ["weak"] if " " not in names[0] and ambiguous(names[0], 1) else [], aliases, "wordnet"))
    write("names/physical.tsv", unique(rows))


def regions():
    skip = hand_set("physical-drop.txt") | hand_set("regions-drop.txt")
    rows = list(hand_rows("regions.txt"))
    taken = {n for r in rows for n in [r[0], *r[6].split("|")]}
    for subtype, names, gloss in features({k: "region" for k in REGION}, skip):
        if taken.isdisjoint(names) and not OLD.search(gloss):
            rows.append(row(names[0], "place", subtype, "", 3, ["weak"] if " " not in names[0] and ambiguous(names[0], 1) else [], names[1:], "wordnet"))
    write("names/regions.tsv", unique(rows))


def airports():
    """Full names only: a bare code is an ordinary word too often."""
    big = hand_set("airports.txt")
    rows = []
    with open(package("airportsdata") / "airports.csv", encoding="utf8") as file:
        for r in csv.DictReader(file):
            name = tidy(r["name"])
            if not r["iata"] or len(name) > 70 or "/" in name or not re.search("Airport|Airfield|Air Base", name):
                continue
            if "International" not in name and name not in big:
                continue
            name = re.sub(r"\s*\(.*?\)", "", name)
            aliases = [fold(name)] if fold(name) != name else []
            short = re.sub(" International Airport$", " Airport", name)
            if short != name and len(short.split()) > 2:
                aliases.append(short)
            rows.append(row(name, "place", "facility", "", 3, (), aliases, "airportsdata", country=r["country"] if re.match("^[A-Z]{2}$", r["country"]) else "",
                            lat=f"{float(r['lat']):.2f}", lon=f"{float(r['lon']):.2f}"))
    for name in sorted(big):
        rows.append(row(name, "place", "facility", "", 5, (), (), "hand"))
    write("names/airports.tsv", unique(rows))


def build():
    physical()
    regions()
    airports()
