"""names/ethnic-groups.tsv, languages.tsv and religions.tsv."""
import re

from common import ambiguous, fold, hand, hand_set, risk, row, unique, write
from places import cldr


def people(parts, subtype, weight, **attributes):
    """Rows of one people: singular and plural nouns and the adjective; what is an adjective bears the flag demonym."""
    singular, plural, adjective, *others = parts
    rows = []
    for name in dict.fromkeys([adjective, *others, singular, plural]):
        is_noun_only = name in (singular, plural) and name not in (adjective,) or name in others and name.rstrip("~").endswith("s") and not name.endswith("ss")
        flags = ["weak"] if name.endswith("~") else []
        if not is_noun_only:
            flags.append("demonym")
        bare = name.rstrip("~")
        member = singular.rstrip("~") if bare != singular.rstrip("~") else ""
        rows.append(row(bare, "group", subtype, "", weight, flags, (), "hand", member=member, **attributes))
        if fold(bare) != bare:
            rows.append(row(fold(bare), "group", subtype, "", weight, flags, (), "hand", member=member, **attributes))
    return rows


def ethnic():
    rows = []
    for line in hand("ethnic.txt"):
        rows += people([p.strip() for p in line.split("|")], "ethnic", 5)
    write("names/ethnic-groups.tsv", unique(rows))


def languages():
    drop = hand_set("languages-drop.txt")
    rows = []
    for code, names in cldr("main", "language").items():
        name = re.sub(r"\s*\(.*\)", "", names[0])
        if name in drop or re.search(r"[ʼ’'&]|^(Middle|Old|Ancient|Classical) |Sign", name) or len(name) < 3:
            continue
        # Small languages: only names that are no other word.
        if len(code) > 2 and (" " in name or ambiguous(name, 1) or code.count("_")):
            continue
        if code.count("_"):
            continue
        weight = 6 if len(code) == 2 else 2
        rows.append(row(name, "group", "language", "", weight, ["weak"] if (risk(name) or 0) > 0 or len(code) > 2 and ambiguous(name, 2) else [], [fold(name)] if fold(name) != name else [], "cldr"))
    for name in ("Mandarin", "Mandarin Chinese", "Farsi", "Hindi", "Gaelic", "Ukrainian", "Cantonese", "Hokkien", "Flemish", "Creole", "Haitian Creole", "Kinyarwanda",
                 "Serbo-Croatian", "Dari", "Sanskrit", "Aramaic", "Tigrinya", "Swahili", "Kiswahili", "Kurmanji", "Sorani", "Tok Pisin", "Tagalog", "Yiddish", "Ladino"):
        rows.append(row(name, "group", "language", "", 5, (), (), "hand"))
    write("names/languages.tsv", unique(rows))


def religions():
    rows = []
    for line in hand("religions.txt"):
        kind, rest = line.split(":", 1)
        parts = [p.strip() for p in rest.split("|")]
        if kind == "adherents":
            parent = next((p[3:] for p in parts if p.startswith("of=")), "")
            rows += people([p for p in parts if not p.startswith("of=")], "religion", 6, parent=parent)
        elif kind == "body":
            rows.append(row(parts[0], "organization", "religious", "", 5, (), parts[1:], "hand"))
        else:
            flags = ["weak"] if parts[0].endswith("~") else []
            rows.append(row(parts[0].rstrip("~"), "group", "religion", "", 6, flags, parts[1:], "hand"))
    write("names/religions.tsv", unique(rows))


def build():
    ethnic()
    languages()
    religions()
