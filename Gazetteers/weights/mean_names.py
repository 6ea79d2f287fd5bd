#!/usr/bin/env python3
"""Prints the mean of several tables of weights that fit_names.py wrote, at most 1,990 features: mean_names.py FILE ... > names.tsv

Fits on other mixtures of the corpora err on other names; their mean is as good as the best of them on each kind of text. Features that fewer of the
tables have go first, then the smallest.
"""
import collections, pathlib, sys

total, number, tables = collections.defaultdict(lambda: [0.0] * 8), {}, collections.Counter()
for path in sys.argv[1:]:
    head, *lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    for line in filter(None, lines):
        cells = line.split("\t") + [""] * 10
        number[cells[0]] = cells[1]
        tables[cells[0]] += 1
        for k in range(8): total[cells[0]][k] += float(cells[k + 2] or 0) / (len(sys.argv) - 1)
kept = sorted(total, key=lambda name: (-tables[name], -max(map(abs, total[name]))))[:1990]
rows = []
for name in kept:
    cells = [f"{v:.2f}".rstrip("0").rstrip(".") if abs(v) >= .005 else "" for v in total[name]]
    if any(c not in ("", "-0", "0") for c in cells): rows.append("\t".join([name, number[name], *cells]))
print(head, *sorted(rows, key=lambda row: row.encode()), sep="\n")
