#!/usr/bin/env python3
"""Fits the weights of the span model of names (names.tsv) on annotated news.

  fit_names.py --dump PROGRAM [--train FILE[:WEIGHT[:FORM]] ...] [--dev FILE ...] [--l2 L2] [--keep N] [--out names.tsv]

FORM makes other texts of a file's: `sentences` takes each sentence for a document of its own, `capitals` and `title` besides set them in capital
letters or capitalise every word (a seventh of them), so that the weights serve short texts and headlines as well.

PROGRAM is the built NameFeatureDump; the corpora are read from wherever they lie (JSON Lines with `text` and `entities`), and nothing of their text
enters the table: features name classes of words, never words. Needs numpy and scipy.

The model: each candidate span of a region has a score per type, the sum of its features' weights; spans of a region that do not overlap compete
(semi-Markov, no transitions). Likelihood with an L2 penalty, L-BFGS. First the first pass; then its labels, made by models of the other folds,
give the second pass its features.
"""
import argparse, collections, json, pathlib, re, subprocess, sys
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

TYPES = {"PER": 0, "LOC": 1, "ORG": 2, "MISC": 3}
LONGEST = 9


class Corpus:
    """Documents of one file with gold spans in UTF-8 offsets."""

    def __init__(self, spec):
        path, weight, form = (spec.split(":") + ["", ""])[:3]
        self.weight = float(weight or 1)
        self.docs = []
        rows = [json.loads(line) for line in open(path, encoding="utf-8")]
        for d in rows if not form else list(formed(rows, form)):
            text = d["text"]
            to_bytes = np.concatenate([[0], np.cumsum([len(c.encode("utf-8", "replace")) for c in text])])
            gold = {}
            for e in d["entities"]:
                if not e.get("nested"):
                    gold[(int(to_bytes[e["start"]]), int(to_bytes[e["end"]]))] = TYPES.get(e["type"], 3)
            has_misc = any(e["type"] == "MISC" for e in d["entities"])
            self.docs.append((text.replace("\r", " "), gold, has_misc))


def sentences(d):
    """The document's sentences, roughly, as documents; no name is cut."""
    text, ents, cuts = d["text"], [e for e in d["entities"] if not e.get("nested")], [0]
    for m in re.finditer(r"\n+|(?<=[.!?”\"])\s+(?=[A-Z“\"])", text):
        known = re.search(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|No|U\.S)\.\s*$", text[max(0, m.end() - 8):m.end()])
        if not known and not any(e["start"] < m.end() < e["end"] for e in ents): cuts.append(m.end())
    for a, b in zip(cuts, cuts[1:] + [len(text)]):
        part = text[a:b].rstrip()
        if len(part) < 25: continue
        inside = [e for e in ents if a <= e["start"] and e["end"] <= a + len(part)]
        yield {"text": part, "entities": [{**e, "start": e["start"] - a, "end": e["end"] - a} for e in inside]}


def formed(rows, form):
    for n, part in enumerate(s for d in rows for s in sentences(d)):
        if form == "sentences": yield part
        elif n % 7 == 0:
            text = part["text"].upper() if form == "capitals" else re.sub(r"(?<![\w’'])[a-z](?=\w{3})", lambda m: m[0].upper(), part["text"])
            if len(text) == len(part["text"]): yield {**part, "text": text}


def dump(program, docs, labels=None):
    """Feature lines of the documents, as (regions, spans)."""
    lines = []
    for n, (text, _, _) in enumerate(docs):
        parts = text.split("\n")
        mine = sorted(labels[n]) if labels is not None else []
        lines.append(f"D {len(parts)} {len(mine) if labels is not None else -1}")
        lines += [f"{a} {b} {t}" for a, b, t in mine]
        lines += parts
    out = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    return out.split("\n")


class Data:
    """Design matrices: base features, second-pass features, gold types, regions grouped by length."""

    def __init__(self, lines, docs, features):
        base, second, bptr, sptr = [], [], [0], [0]
        self.gold, self.doc, self.span, self.inside = [], [], [], []
        regions, doc = [], -1
        for line in lines:
            if not line: continue
            if line[0] == "D": doc += 1; gold = docs[doc][1]
            elif line[0] == "R": regions.append([int(line[2:]), len(self.gold), len(self.gold)])
            else:
                head, _, tail = line.partition("|")
                f = head.split()
                i, j, a, b = int(f[1]), int(f[2]), int(f[3]), int(f[4])
                base += sorted({int(x) for x in f[5:]}); bptr.append(len(base))
                second += sorted({int(x) for x in tail.split()}); sptr.append(len(second))
                self.gold.append(gold.get((a, b), -1)); self.doc.append(doc); self.span.append((a, b)); self.inside.append((i, j))
                regions[-1][2] = len(self.gold)
        n = len(self.gold)
        def matrix(ind, ptr): return sp.csr_matrix((np.ones(len(ind), np.float32), np.array(ind, np.int32), np.array(ptr)), shape=(n, features))
        self.base, self.second = matrix(base, bptr), matrix(second, sptr)
        self.gold, self.doc, self.inside = np.array(self.gold), np.array(self.doc), np.array(self.inside).reshape(-1, 2)
        self.regions = [r for r in regions if r[2] > r[1]]
        by = collections.defaultdict(list)
        for r in self.regions: by[r[0]].append(r)
        self.groups = []
        for length, rs in sorted(by.items()):
            rows = np.concatenate([np.arange(r[1], r[2]) for r in rs])
            which = np.concatenate([np.full(r[2] - r[1], k) for k, r in enumerate(rs)])
            self.groups.append((length, len(rs), rows, which, self.inside[rows, 0], self.inside[rows, 1]))


def lse(a, axis):
    m = a.max(axis, keepdims=True)
    return (m + np.log(np.exp(a - m).sum(axis, keepdims=True))).squeeze(axis)


def marginals(data, scores, weight):
    """Weighted log partition sum and the spans' marginal probabilities by type."""
    s = lse(scores, 1); kinds = np.exp(scores - s[:, None]); total = 0.0; out = np.zeros_like(scores)
    for length, count, rows, which, i, j in data.groups:
        t = np.full((count, length + 1, length + 1), -1e9); t[which, i, j] = s[rows]
        alpha = np.full((count, length + 1), -1e9); alpha[:, 0] = 0
        for k in range(1, length + 1):
            alpha[:, k] = lse(np.stack([alpha[:, k - 1]] + [alpha[:, a] + t[:, a, k] for a in range(max(0, k - LONGEST), k)], 1), 1)
        beta = np.full((count, length + 1), -1e9); beta[:, length] = 0
        for k in range(length - 1, -1, -1):
            beta[:, k] = lse(np.stack([beta[:, k + 1]] + [beta[:, b] + t[:, k, b] for b in range(k + 1, min(length, k + LONGEST) + 1)], 1), 1)
        w = np.zeros(count); np.maximum.at(w, which, weight[rows])
        total += (alpha[:, length] * w).sum()
        out[rows] = (np.exp(alpha[which, i] + s[rows] + beta[which, j] - alpha[which, length]) * w[which])[:, None] * kinds[rows]
    return total, out


def priors(path, names):
    """Where the penalty pulls weights to: what people know of a feature that the texts may show too seldom; 0 elsewhere."""
    prior = np.zeros((len(names), 4)); number = {name: n for n, name in enumerate(names)}
    if pathlib.Path(path).exists():
        for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n")[1:]:
            cells = line.split("\t")
            if cells[0]: prior[number[cells[0]]] = [float(c or 0) for c in cells[1:5]]
    return prior


def fit(data, x, weight, l2, prior, steps=110, start=None, mask=None):
    """Weights (features x 4)."""
    features = x.shape[1]
    used = np.flatnonzero(np.asarray((x > 0).sum(0)).ravel() >= 4)
    small = x[:, used].tocsr(); transposed = small.T.tocsr()
    y = np.zeros((x.shape[0], 4)); hit = np.flatnonzero(data.gold >= 0); y[hit, data.gold[hit]] = weight[hit]
    keep = np.ones((len(used), 4)) if mask is None else mask[used]
    pull = prior[used] * keep
    def loss(v):
        v = v.reshape(-1, 4) * keep
        w = v + pull
        scores = small @ w
        z, m = marginals(data, scores, weight)
        g = (transposed @ (m - y) + l2 * v) * keep
        return z - (scores * y).sum() + .5 * l2 * (v * v).sum(), g.ravel()
    w0 = np.zeros((len(used), 4)) if start is None else start[used] - pull
    r = minimize(loss, w0.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6})
    full = prior.copy(); full[used] = r.x.reshape(-1, 4) * keep + pull
    return full


def decode(data, scores):
    """Best spans of each region: rows and types."""
    best, kind, chosen = scores.max(1), scores.argmax(1), []
    for length, a, b in data.regions:
        v, back = [0.0] + [-1e9] * length, [None] * (length + 1)
        ends = collections.defaultdict(list)
        for r in range(a, b): ends[data.inside[r, 1]].append(r)
        for k in range(1, length + 1):
            v[k] = v[k - 1]
            for r in ends.get(k, ()):
                s = v[data.inside[r, 0]] + best[r]
                if s > v[k]: v[k] = s; back[k] = r
        k = length
        while k > 0:
            if back[k] is None: k -= 1
            else: chosen.append((back[k], kind[back[k]])); k = data.inside[back[k], 0]
    return chosen


def f1(docs, data, chosen, types=(0, 1, 2)):
    gold = {(n, a, b, t) for n, d in enumerate(docs) for (a, b), t in d[1].items() if t in types}
    found = {(data.doc[r], *data.span[r], t) for r, t in chosen if t in types}
    tp = len(gold & found)
    p, r = tp / max(1, len(found)), tp / max(1, len(gold))
    return 2 * p * r / max(1e-9, p + r), p, r


def table(docs, data, chosen):
    return "  ".join(f"{name} {f1(docs, data, chosen, t)[0]:.4f}" for name, t in (("PLO", (0, 1, 2)), ("PER", (0,)), ("LOC", (1,)), ("ORG", (2,)), ("MISC", (3,))))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--dump", required=True); a.add_argument("--train", nargs="+", required=True); a.add_argument("--dev", nargs="*", default=[])
    a.add_argument("--l2", type=float, default=1.0); a.add_argument("--keep", type=int, default=6000); a.add_argument("--out", default="names.tsv")
    a.add_argument("--steps", type=int, default=110)
    o = a.parse_args()
    names = subprocess.run([o.dump, "names"], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    prior = priors(pathlib.Path(__file__).with_name("priors.tsv"), names)
    corpora = [Corpus(s) for s in o.train]
    docs = [d for c in corpora for d in c.docs]
    doc_weight = np.array([c.weight for c in corpora for _ in c.docs])
    data = Data(dump(o.dump, docs), docs, len(names))
    weight = doc_weight[data.doc]
    print(f"{len(docs)} documents, {len(data.gold)} spans, {(data.gold >= 0).sum()} gold", flush=True)
    first = fit(data, data.base, weight, o.l2, prior, o.steps)
    folds, labels = 2, [[] for _ in docs]
    for k in range(folds):
        mine = data.doc % folds == k
        other = fit(data, data.base, np.where(mine, 0.0, weight), o.l2, prior, o.steps * 2 // 3, start=first * .5)
        for r, t in decode(data, data.base @ other):
            if mine[r]: labels[data.doc[r]].append((*data.span[r], int(t)))
    data = Data(dump(o.dump, docs, labels), docs, len(names))
    both = (data.base + data.second).tocsr()
    second = fit(data, both, weight, o.l2, prior, o.steps, start=first)
    if o.keep:
        size = np.maximum(np.abs(first), np.abs(second)).max(1) * np.sqrt(np.asarray(both.sum(0)).ravel() + 1)
        order = np.argsort(-size)[: o.keep]
        mask = np.zeros((len(names), 4)); mask[order] = 1
        first = fit(data, data.base, weight, o.l2, prior, o.steps // 2, start=first, mask=mask)
        second = fit(data, both, weight, o.l2, prior, o.steps // 2, start=second, mask=mask)
    for path in o.dev:
        dev = Corpus(path).docs
        d = Data(dump(o.dump, dev), dev, len(names))
        chosen = decode(d, d.base @ first)
        print(pathlib.Path(path).stem, "first pass ", table(dev, d, chosen), flush=True)
        mine = [[] for _ in dev]
        for r, t in chosen: mine[d.doc[r]].append((*d.span[r], int(t)))
        d = Data(dump(o.dump, dev, mine), dev, len(names))
        print(pathlib.Path(path).stem, "second pass", table(dev, d, decode(d, (d.base + d.second) @ second)), flush=True)
    rows = []
    for n, name in enumerate(names):
        cells = [f"{v:.2f}".rstrip("0").rstrip(".") if abs(v) >= .005 else "" for v in (*first[n], *second[n])]
        if any(c not in ("", "-0", "0") for c in cells): rows.append("\t".join([name, str(n), *cells]))
    rows.sort(key=lambda r: r.encode())
    head = "feature\tnumber\tperson1\tplace1\torganization1\tother1\tperson2\tplace2\torganization2\tother2\n"
    pathlib.Path(o.out).write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} features written to {o.out}")


if __name__ == "__main__": main()
