#!/usr/bin/env python3
"""Fits the weights of the cues of quotations (weights.tsv) on annotated news.

  fit_quotes.py --dump PROGRAM --train FILE ... [--dev FILE ...] [--l2 4] [--least 4] [--threshold 0.35] [--out weights.tsv]

PROGRAM is the built QuoteFeatureDump; the corpora are read from wherever they lie (JSON Lines with `text` and `quotes`), and nothing of their text
enters the table: it holds cues, frames and classes of context. Needs numpy and scipy.

The model: a logistic regression over the candidates that the program proposes; a candidate is right when it and a quotation of the annotation
share at least half of the words of either. --dev prints what the program would find with the weights, training files also by cross-validation.
"""
import argparse, collections, json, re, subprocess
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

WORD = re.compile(r"\w+")


def read(path, program):
    """Documents of one file: gold quotations, direct ones of the program and its candidates, all as sets of word starts."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    texts = [d["text"].replace("\r", " ") for d in rows]
    fed = "".join(f"D {t.count(chr(10)) + 1}\n{t}\n" for t in texts)
    dump = subprocess.run([program], input=fed.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    docs = []
    for d, text, lines in zip(rows, texts, re.split(r"(?m)^D\n", dump)[1:]):
        starts, offset = {}, 0
        for n, c in enumerate(text):
            starts[offset] = n
            offset += len(c.encode())
        starts[offset] = len(text)

        def words(spans):
            return frozenset(s + m.start() for s, e in spans for m in WORD.finditer(text[s:e]) if m.start() > 0 or m.group().lower() != "that")

        def parsed(field):
            return words([tuple(starts[int(x)] for x in span.split("-")) for span in field.split(",")])

        doc = {"gold": [words([tuple(s.values()) if isinstance(s, dict) else tuple(s) for s in q.get("spans", [])] or [(q["start"], q["end"])]) for q in d["quotes"]],
               "direct": [], "candidates": []}
        for line in lines.splitlines():
            kind, cue, *rest = line.split(" ")
            if kind == "B":
                doc["direct"].append((int(cue), parsed(rest[0])))
            else:
                c = {"cue": int(cue), "shape": rest[0], "words": parsed(rest[1]), "features": rest[2:]}
                c["right"] = any(matches(c["words"], g) for g in doc["gold"])
                doc["candidates"].append(c)
        docs.append(doc)
    return docs


def matches(a, b):
    shared = len(a & b)
    return shared > 0 and shared * 2 >= len(a) and shared * 2 >= len(b)


def matrix(docs, index):
    rows, columns, right, row = [], [], [], 0
    for d in docs:
        for c in d["candidates"]:
            known = [0] + [index[f] for f in set(c["features"]) if f in index]
            rows += [row] * len(known)
            columns += known
            right.append(c["right"])
            row += 1
    return sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(index) + 1)), np.array(right, float)


def fit(docs, l2, least):
    counts = collections.Counter(f for d in docs for c in d["candidates"] for f in set(c["features"]))
    index = {f: n + 1 for n, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}
    x, y = matrix(docs, index)

    def loss(w):
        z = x @ w
        return np.logaddexp(0, -z * (2 * y - 1)).sum() + l2 / 2 * (w * w).sum(), x.T @ (1 / (1 + np.exp(-z)) - y) + l2 * w

    return index, minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def score(docs, index, weights):
    x, _ = matrix(docs, index)
    p = iter(1 / (1 + np.exp(-(x @ weights))))
    for d in docs:
        for c in d["candidates"]: c["p"] = next(p)


def found(docs, threshold):
    """Precision and recall as the program chooses among the candidates."""
    right = written = hit = gold = 0
    for d in docs:
        quotes, taken, spent = [], set(), {cue for cue, _ in d["direct"]}
        opening = {c["cue"]: c["words"] for c in d["candidates"] if c["shape"] in ("BEFORE", "INFIX") and c["p"] >= threshold}
        for cue, words in d["direct"]:
            words = words | {w for w in opening.get(cue, ()) if words and w < min(words)}
            quotes.append(words)
            taken |= words
        for c in sorted((c for c in d["candidates"] if c["p"] >= threshold), key=lambda c: -c["p"]):
            if c["cue"] in spent or not c["words"] or len(c["words"] & taken) * 10 > len(c["words"]) * 3: continue
            taken |= c["words"]
            quotes.append(c["words"])
        written += len(quotes)
        gold += len(d["gold"])
        right += sum(any(matches(q, g) for g in d["gold"]) for q in quotes)
        hit += sum(any(matches(q, g) for q in quotes) for g in d["gold"])
    p, r = right / max(1, written), hit / max(1, gold)
    return f"P {p:.4f} R {r:.4f} F1 {2 * p * r / max(1e-9, p + r):.4f}"


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--dump", required=True)
    a.add_argument("--train", nargs="+", required=True)
    a.add_argument("--dev", nargs="*", default=[])
    a.add_argument("--l2", type=float, default=4)
    a.add_argument("--least", type=int, default=4, help="candidates that a feature needs")
    a.add_argument("--threshold", type=float, default=0.35)
    a.add_argument("--out")
    o = a.parse_args()
    train = [d for path in o.train for d in read(path, o.dump)]
    for fold in range(5):
        index, weights = fit([d for n, d in enumerate(train) if n % 5 != fold], o.l2, o.least)
        score([d for n, d in enumerate(train) if n % 5 == fold], index, weights)
    print("cross-validated", found(train, o.threshold))
    index, weights = fit(train, o.l2, o.least)
    weights = np.round(weights, 2)
    print(len(index), "features")
    for path in o.dev:
        docs = read(path, o.dump)
        score(docs, index, weights)
        print(path.rsplit("/", 1)[-1], found(docs, o.threshold))
    if o.out:
        with open(o.out, "w", encoding="utf-8") as out:
            out.write("scope\tname\tframe\tweight\n")
            out.write(f"bias\t\t\t{weights[0]:g}\n")
            for feature, n in sorted(index.items()):
                if abs(weights[n]) >= 0.05: out.write("\t".join(feature.split("|")) + f"\t{weights[n]:g}\n")


main()
