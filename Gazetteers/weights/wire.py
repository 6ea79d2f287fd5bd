#!/usr/bin/env python3
"""Makes training lines for fit_names.py out of the patterns of wire.txt: wire.py [NUMBER] > wire.jsonl, NUMBER lines a pattern.

News agencies' results, tables and one-line headlines look like nothing in running text, and no corpus with a free licence has them. The patterns are our own;
names come from the tables beside this folder, a fifth of the surnames are made up, so that unknown ones occur. The same lines at every run.
"""
import json, pathlib, random, re, sys
here = pathlib.Path(__file__).resolve().parent
rnd = random.Random(20261128)


def rows(path):
    lines = (here.parent / path).read_text(encoding="utf-8").split("\n")
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:] if line]


# Capitals that often stand for their governments: no clubs' cities here.
CAPITALS = "Washington London Paris Moscow Beijing Berlin Brussels Tokyo Delhi Islamabad Cairo Riyadh Ankara Athens Kyiv Warsaw Seoul Pyongyang Tehran Baghdad".split()
people = [r for r in rows("words/person-names.tsv") if r["word"].isascii() and r["word"].isalpha() and len(r["word"]) > 3]
given = [r["word"].title() for r in people if int(r["given"] or 0) >= 2]
known = [r["word"].title() for r in people if int(r["surname"] or 0) >= 2]
countries = [r["name"] for r in rows("names/countries.tsv") if r["subtype"] == "country" and int(r["weight"]) >= 8] + ["U.S.", "Britain", "England", "Scotland"] * 3
nations = [r["name"] for r in rows("names/demonyms.tsv") if r["subtype"] == "nationality" and " " not in r["name"]]
cities = [r["name"] for r in rows("names/cities.tsv") if int(r["weight"]) >= 4 and re.fullmatch(r"[A-Z][a-z]+( [A-Z][a-z]+)?", r["name"])]
clubs = [r["name"] for r in rows("names/organizations-clubs.tsv")]
short = [a.strip("~") for r in rows("names/organizations-clubs.tsv") for a in re.split("[|;]", r["aliases"]) if a.strip("~")]
places = {c for c in cities}
ofclubs = sorted({w for n in clubs for w in n.split() if w in places} - set(CAPITALS))
companies = [r["name"] for r in rows("names/organizations-companies.tsv")] + rnd.sample([r["name"] for r in rows("names/companies.tsv")], 1500)
counties = ["Derbyshire", "Durham", "Essex", "Glamorgan", "Gloucestershire", "Hampshire", "Kent", "Lancashire", "Leicestershire", "Middlesex", "Northamptonshire",
            "Nottinghamshire", "Somerset", "Surrey", "Sussex", "Warwickshire", "Worcestershire", "Yorkshire"]


def made_up():
    return "".join(rnd.choice(("b br ch d dr f g gr h j k kl l m n p r s sk st t tr v w z".split(), "a e i o u ai ei oo".split())[i % 2]) for i in range(rnd.choice((2, 4)))
                   ).title() + rnd.choice("ic ov sson ner man ez ini ski ura aki ong len berg dt ne ille kos adi ier".split())


def surname(): return made_up() if rnd.random() < .2 else rnd.choice(known)


SLOTS = {
    "P": ("PER", lambda: f"{rnd.choice(given)} {surname()}"), "S": ("PER", surname), "I": ("PER", lambda: f"{rnd.choice('ABCDGHJKMNPRSTW')}. {surname()}"),
    "C": ("LOC", lambda: rnd.choice(countries)), "c": ("LOC", lambda: rnd.choice(cities)),
    "T": ("ORG", lambda: rnd.choice(clubs)), "U": ("ORG", lambda: rnd.choice(short if rnd.random() < .3 else ofclubs)),
    "N": ("MISC", lambda: rnd.choice(nations)), "O": ("ORG", lambda: rnd.choice(companies)), "K": ("ORG", lambda: rnd.choice(counties)),
    "n": (None, lambda: str(rnd.randint(2, 99))), "g": (None, lambda: str(rnd.randint(0, 6))), "r": (None, lambda: str(rnd.randint(100, 480))),
    "W": (None, lambda: rnd.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())),
    "D": (None, lambda: f"199{rnd.randint(4, 9)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"),
}
TYPES = {"P": "PER", "L": "LOC", "O": "ORG", "M": "MISC"}


def filled(pattern):
    text, entities, opened = "", [], None
    for part in re.split(r"(\{\w\+?\}|\[[PLOM] |\])", pattern):
        if re.fullmatch(r"\[[PLOM] ", part): opened = (len(text), TYPES[part[1]])
        elif part == "]" and opened:
            entities.append({"start": opened[0], "end": len(text), "type": opened[1]}); opened = None
        elif re.fullmatch(r"\{\w\+?\}", part):
            kind, make = SLOTS[part[1]]
            words = make()
            words = words.upper() if "+" in part else words
            if kind and not opened: entities.append({"start": len(text), "end": len(text) + len(words), "type": kind})
            text += words
        else: text += part
    return {"text": text, "entities": entities}


number = int(sys.argv[1]) if len(sys.argv) > 1 else 5
for line in (here / "wire.txt").read_text(encoding="utf-8").split("\n"):
    if not line or line.startswith("#"): continue
    for _ in range(number): print(json.dumps(filled(line.replace("|", "\n")), ensure_ascii=False))
