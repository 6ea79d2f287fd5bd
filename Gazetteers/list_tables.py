#!/usr/bin/env python3
"""Writes Sources/CDatelineTables/tables.c: the list of the tables that the binary carries. Run it when a table is added or removed.
With --check it writes nothing and fails when the list is not up to date."""
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent
paths = sorted(p.relative_to(root).as_posix() for p in root.rglob("*.tsv") if "rebuild" not in p.relative_to(root).parts)
lines = ["// Written by Gazetteers/list_tables.py: the tables, carried inside the binary.", '#include "tables.h"', ""]
for number, path in enumerate(paths):
    lines += [f"static const unsigned char table_{number}[] = {{", f'#embed "../../Gazetteers/{path}" suffix(,)', "0};"]
lines += ["", "static const dateline_table tables[] = {"]
lines += [f'  {{"{path}", table_{number}, sizeof table_{number} - 1}},' for number, path in enumerate(paths)]
lines += ["};", "", "const dateline_table *dateline_tables(void) { return tables; }", "long dateline_table_count(void) { return sizeof tables / sizeof tables[0]; }", ""]
target = root.parent / "Sources/CDatelineTables/tables.c"
text = "\n".join(lines)
if not target.exists() or target.read_text() != text:
    if "--check" in sys.argv:
        sys.exit("Sources/CDatelineTables/tables.c does not list the tables as they are: run Gazetteers/list_tables.py")
    target.write_text(text)
print(f"{len(paths)} tables")
