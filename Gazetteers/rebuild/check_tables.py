#!/usr/bin/env python3
"""Checks every table under Gazetteers/ against FORMAT.md and prints file:line for each fault. Exit status 1 if any."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TYPES = set("person place organization group event product work law role other".split())
SUBTYPES = {
    "place": "country territory subdivision county city town region continent river lake sea ocean mountain island desert strait bay peninsula "
             "facility landmark neighbourhood",
    "organization": "government ministry parliament court central-bank alliance agency armed-group armed-force party media company university club "
                    "league ngo union bank religious police international research exchange airline band",
    "group": "nationality ethnic religion party-adherents regional language",
    "event": "war cup summit election storm disaster holiday festival movement",
    "product": "weapon vehicle software drug brand index",
    "law": "treaty act",
    "work": "book film newspaper-series",
}
FLAGS = {"exact", "lower", "weak", "demonym", "never"}
ATTRIBUTES = set("country lat lon population admin1 place gender role of acronym member parent".split())
PENN = set("CC CD DT EX IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB".split())
COLUMNS = {
    "names": "name type subtype id weight flags aliases attributes source",
    "words/classes": "word class forms value source",
    "words/lexicon.tsv": "word tags lemma risk source",
    "words/person-names.tsv": "word given surname male flags source",
}
ID = re.compile(r"^(geonames:\d+|wikidata:Q\d+|cik:\d{10})$")
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


def sources():
    path = ROOT / "SOURCES.md"
    return set(re.findall(r"^\| *`([a-z0-9-]+)`", path.read_text(encoding="utf8"), re.M)) | {"hand"} if path.exists() else None


def name_row(f):
    name, kind, subtype, identifier, weight, flags, aliases, attributes, _ = f
    if kind not in TYPES:
        yield f"unknown type {kind!r}"
    elif kind in SUBTYPES and subtype and subtype not in SUBTYPES[kind].split():
        yield f"unknown subtype {subtype!r} of {kind}"
    elif not re.match(r"^[a-z]*(-[a-z]+)*$", subtype):
        yield f"subtype {subtype!r}"
    if identifier and not ID.match(identifier):
        yield f"id {identifier!r}"
    if not re.match(r"^[0-9]$", weight):
        yield f"weight {weight!r}"
    for flag in flags.split(",") if flags else []:
        if flag not in FLAGS:
            yield f"unknown flag {flag!r}"
    seen = {name}
    for alias in aliases.split("|") if aliases else []:
        bare = alias.rstrip("^~")
        if not bare or bare != bare.strip() or bare in seen:
            yield f"alias {alias!r} is empty, repeated or the name itself"
        seen.add(bare)
    values = {}
    for item in attributes.split(";") if attributes else []:
        key, equals, value = item.partition("=")
        if key not in ATTRIBUTES or not equals or not value or key in values:
            yield f"attribute {item!r}"
        values[key] = value
    for key in ("lat", "lon", "population"):
        if key in values and not NUMBER.match(values[key]):
            yield f"{key} {values[key]!r}"
    if "country" in values and not re.match(r"^[A-Z]{2}$", values["country"]):
        yield f"country {values['country']!r}"


def class_row(f):
    word, kind, forms, value, _ = f
    if word != word.lower() or " " in word:
        yield f"word {word!r}"
    if not re.match(r"^[a-z][A-Za-z]*$", kind):
        yield f"class {kind!r}"
    if forms not in ("", "verb", "noun"):
        yield f"forms {forms!r}"
    if value and not re.match(r"^-?\d+$", value):
        yield f"value {value!r}"


def lexicon_row(f):
    word, tags, lemma, risk, _ = f
    if word != word.lower() or " " in word:
        yield f"word {word!r}"
    for tag in tags.split(","):
        if tag not in PENN:
            yield f"unknown tag {tag!r}"
    for item in lemma.split(",") if ":" in lemma else []:
        tag, colon, value = item.partition(":")
        if tag not in tags.split(",") or not colon or not value:
            yield f"lemma {item!r}"
    if risk and not re.match(r"^-?\d+\.\d$", risk):
        yield f"risk {risk!r}"


def person_row(f):
    word, given, surname, male, flags, _ = f
    if word != word.lower() or " " in word:
        yield f"word {word!r}"
    if given not in "0123" or surname not in "0123" or given == surname == "0":
        yield f"buckets {given!r} {surname!r}"
    if male and not (male.isdigit() and int(male) <= 100):
        yield f"male {male!r}"
    if flags not in ("", "intl"):
        yield f"flags {flags!r}"


ROWS = {"names": name_row, "words/classes": class_row, "words/lexicon.tsv": lexicon_row, "words/person-names.tsv": person_row}


def check(path, known):
    place = path.relative_to(ROOT).as_posix()
    kind = place if place in COLUMNS else place.rsplit("/", 1)[0]
    if kind not in COLUMNS:
        return  # a table of some stage, with columns of its own
    columns = COLUMNS[kind].split()
    previous, seen = b"", set()
    text = path.read_bytes()
    if text and not text.endswith(b"\n"):
        yield place, text.count(b"\n") + 1, "no line end after the last row"
    for number, line in enumerate(text.decode("utf8").split("\n")[:-1], 1):
        f = line.split("\t")
        if line.startswith("# ") and number > 1:
            continue
        if number == 1:
            if f != columns:
                yield place, 1, f"columns {f}, not {columns}"
            continue
        if len(f) != len(columns):
            yield place, number, f"{len(f)} columns, not {len(columns)}"
            continue
        if not f[0]:
            yield place, number, "empty name"
        if any(c != c.strip() or "\r" in c or "  " in c for c in f):
            yield place, number, "space at an edge or doubled"
        key = (f[0], f[1], f[2]) if kind == "names" else (f[0], f[1]) if kind == "words/classes" else f[0]
        if key in seen:
            yield place, number, f"duplicate row {f[0]!r}"
        seen.add(key)
        if f[0].encode() < previous:
            yield place, number, f"not sorted: {f[0]!r}"
        previous = f[0].encode()
        if not f[-1]:
            yield place, number, "no source"
        elif known is not None and f[-1] not in known:
            yield place, number, f"source {f[-1]!r} is not in SOURCES.md"
        for fault in ROWS[kind](f):
            yield place, number, fault


def main():
    known, faults, tables = sources(), 0, 0
    for path in sorted(ROOT.rglob("*.tsv")):
        if ".cache" in path.parts:
            continue
        tables += 1
        for place, number, fault in check(path, known):
            print(f"Gazetteers/{place}:{number}: {fault}")
            faults += 1
    print(f"{tables} tables, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
