#!/usr/bin/env python3
"""Rebuilds the generated tables under Gazetteers/, byte for byte.

    python3 -m venv venv && venv/bin/pip install --no-deps -r Gazetteers/rebuild/requirements.txt
    venv/bin/python Gazetteers/rebuild/rebuild.py [TABLE …]

Without arguments all tables, in the order below (later ones read earlier ones). A TABLE is a file's name
without folder and ending (`cities`) or the name of a step. Needs apt-get and dpkg-deb for the two Debian packages.
"""
import importlib
import sys

STEPS = [
    ("lexicon", ["lexicon"]),
    ("people", ["person-names"]),
    ("places", ["countries", "demonyms", "subdivisions", "us-counties"]),
    ("cities", ["cities"]),
    ("homonyms", ["homonyms"]),
    ("geography", ["physical", "regions", "airports"]),
    ("companies", ["companies", "brands"]),
    ("institutions", ["universities", "agencies-intl"]),
    ("groups", ["ethnic-groups", "languages", "religions"]),
    ("things", ["events-wordnet", "holidays", "laws-wordnet", "weapons-wordnet"]),
]


def main(arguments):
    known = {name for step, tables in STEPS for name in [step, *tables]}
    for name in arguments:
        if name not in known:
            raise SystemExit(f"no table {name!r}; known: {', '.join(sorted(known))}")
    for step, tables in STEPS:
        if not arguments or step in arguments or set(tables) & set(arguments):
            importlib.import_module(step).build()


if __name__ == "__main__":
    main(sys.argv[1:])
