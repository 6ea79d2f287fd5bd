#!/usr/bin/env python3
"""Measures the built program against gold annotation and keeps the figures in ACCURACY.md.

Call it after `swift build -c release`. Our own articles (Articles/) are always measured; other people's corpora only where a
folder of them exists (--corpora): ner/, quotes/, times/, coref/, tokens/ with *.jsonl files. No text of theirs is written anywhere
but to a temporary folder. What each figure means stands in scoring.py.

A figure gets a new row in the history whenever it changed. With --floors, exit status 1 when a figure is below its floor.
"""
import argparse, datetime, json, pathlib, subprocess, sys, tempfile, time
import names_report
import scoring

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
TASKS = ("names", "quotes", "times", "values", "phrases", "sentences", "coreference", "facts", "zones")
OWN = ("names", "quotes", "times", "values", "sentences", "coreference", "facts", "zones")
FOLDERS = {"ner": "names", "quotes": "quotes", "times": "times", "tokens": "sentences", "coref": "coreference"}
DETAILS = {"names PER", "names LOC", "names ORG", "names MISC", "quotes words", "values exact span"}  # written for our own articles only
HEAD = "| date | version | corpus | task | P | R | F1 |\n|---|---|---|---|---:|---:|---:|\n"


def read_gold(path):
    with open(path, encoding="utf-8") as f:
        docs = [json.loads(line) for line in f if line.strip()] if path.suffix == ".jsonl" else [json.load(f)]
    return {d["id"]: d for d in docs}


def suites(corpora, extra):
    """(corpus, gold, tasks) for everything there is to measure."""
    own = {}
    for path in sorted((HERE / "Articles").glob("*.gold.json")): own.update(read_gold(path))
    yield "articles", own, OWN
    for path in extra:
        gold = read_gold(path)
        keys = set(next(iter(gold.values())))
        has = {"names": "entities", "quotes": "quotes", "times": "items", "values": "numbers", "sentences": "sentences", "coreference": "chains", "facts": "facts", "zones": "zones"}
        yield path.parent.name if path.stem == "gold" else path.stem, gold, [t for t in OWN if has[t] in keys]
    for folder, task in FOLDERS.items():
        for path in sorted((corpora / folder).glob("*.jsonl")):
            gold = read_gold(path)
            kind = task
            if task == "times":
                items = [x for d in gold.values() for x in d["items"]]
                if path.stem.startswith(("recognizers", "duckling")): kind = "phrases"
                elif not any(x["type"].lower() in scoring.TIMES for x in items): continue
            yield f"{folder}/{path.stem}", gold, [kind]


def run(exe, gold):
    """The output graph of every document, by id, and the seconds it took."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "in.jsonl"
        with open(source, "w", encoding="utf-8") as f:
            for d in gold.values():
                published = d.get("published") or d.get("reference_date") or d.get("date")
                f.write(json.dumps({"id": d["id"], "text": d["text"], **({"published": published} if published else {})}, ensure_ascii=False) + "\n")
        start = time.time()
        with open(source, "rb") as stdin:
            r = subprocess.run([exe, "stream"], stdin=stdin, capture_output=True)
        seconds = time.time() - start
    graphs = [json.loads(line) for line in r.stdout.decode("utf-8").split("\n") if line.strip()]
    found = {g["id"]: g for g in graphs if "id" in g}
    lacking = [i for i in gold if i not in found]
    if r.returncode: print(f"  exit status {r.returncode}: {r.stderr.decode('utf-8', 'replace')[-300:].strip()}")
    if lacking: print(f"  {len(lacking)} of {len(gold)} documents have no output, the first is {lacking[0]}")
    return found, seconds


def measure(task, corpus, gold, out):
    if task != "coreference": return getattr(scoring, task)(gold, out)
    which = ["names"] + (["people"] if any(m.get("type") == "person" for d in gold.values() for c in d["chains"] for m in c) else []) + (["all"] if corpus == "articles" else [])
    results = [scoring.coreference(gold, out, w) for w in which]
    return [f for figures, _ in results for f in figures], results[-1][1]


def version():
    """The last commit of the program itself; a + when it was changed since."""
    git = lambda *a: subprocess.run(["git", *a], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    changed = git("status", "--porcelain", "--", "Sources", "Gazetteers", "Package.swift")
    return (git("log", "-1", "--abbrev=8", "--format=%h", "--", "Sources", "Gazetteers", "Package.swift") or "?") + ("+" if changed else "")


def cell(x):
    return "" if x is None else f"{x:.4f}"


def history(path):
    """The rows written before, newest first."""
    rows = []
    if path.exists():
        for line in path.read_text(encoding="utf-8").partition("## History")[2].split("\n"):
            cells = [c.strip() for c in line.strip().strip("|").split("|")]
            if len(cells) == 7 and cells[0][:2] == "20": rows.append(cells)
    return rows


def section(path, heading):
    """The lines of a section written before; none where there is none."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return (heading + text.partition(heading)[2].partition("\n## ")[0]).split("\n") if heading in text else []


def write(path, measured, names):
    """Adds the figures that changed on top of the history, and writes all tables. `names`: what was measured of names, or nothing to keep that section."""
    old = history(path)
    report = names_report.lines(names) if names else section(path, names_report.HEADING)
    last = {}
    for row in reversed(old): last[row[2], row[3]] = row
    today, commit = datetime.date.today().isoformat(), version()
    new = [[today, commit, c, f.task, cell(f.p), cell(f.r), cell(f.f1)] for c, f in measured]
    changed = [r for r in new if (r[2], r[3]) not in last or last[r[2], r[3]][4:] != r[4:]]
    rows = changed + old
    # The newest row of each figure is what holds now; the one before it shows gain or loss.
    now, before = {}, {}
    for r in rows:
        key = r[2], r[3]
        if key not in now: now[key] = r
        elif key not in before: before[key] = r
    lines = ["# Accuracy", "",
             "Written by `python3 Benchmarks/accuracy.py`; what each figure means stands in `scoring.py`. Only `articles` is text of our own and in this repository; the other corpora are",
             "other people's, and measured where they are at hand. Change: against the row before in the history.", "",
             "## Now", "", "| since | version | corpus | task | P | R | F1 | change |", "|---|---|---|---|---:|---:|---:|---:|"]
    for key in sorted(now, key=lambda k: (k[0] != "articles", k[0])):
        r, b = now[key], before.get(key)
        delta = f"{float(r[6]) - float(b[6]):+.4f}" if b else ""
        if delta.startswith("-"): delta = f"**{delta}**"
        lines.append("| " + " | ".join(r + [delta]) + " |")
    lines += [""] + report if report else []
    lines += ["", "## History", "", "A row for each change, newest first.", "", HEAD.rstrip()] + ["| " + " | ".join(r) + " |" for r in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for r in changed:
        b = last.get((r[2], r[3]))
        if b: print(f"  changed: {r[2]} {r[3]} F1 {b[6]} -> {r[6]}")
    print(f"{path.name}: {len(changed)} new rows of {len(new)} figures")


def read_floors(path):
    floors = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            corpus, task, floor = line.split("\t")
            floors[corpus, task] = float(floor)
    return floors


def raise_floors(path, measured, slack=0.01):
    """Lifts every floor to just under what was measured; lowers none."""
    floors = read_floors(path) if path.exists() else {}
    for corpus, f in measured:
        if f.task == "quotes speaker of found": continue  # finding more quotations may lower it
        at = int((f.f1 - slack) * 1000) / 1000
        if at > floors.get((corpus, f.task), 0): floors[corpus, f.task] = at
    rows = [f"{c}\t{t}\t{x:.3f}\n" for (c, t), x in sorted(floors.items(), key=lambda kv: (kv[0][0] != "articles", kv[0]))]
    path.write_text("# corpus, task, lowest F1 allowed; lifted with accuracy.py --floors FILE --raise\n" + "".join(rows), encoding="utf-8")
    print(f"{path.name}: {len(rows)} floors")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--exe", type=pathlib.Path, default=ROOT / ".build/release/dateline", help="the program (default .build/release/dateline)")
    a.add_argument("--corpora", type=pathlib.Path, default=ROOT / "../shared/corpora", help="folder of other people's corpora (default ../shared/corpora beside the project)")
    a.add_argument("--extra", type=pathlib.Path, action="append", default=[], metavar="FILE", help="one more gold file (.json or .jsonl), measured for every layer it has")
    a.add_argument("--only", metavar="TASK", help=f"one of {', '.join(TASKS)}, or a part of a corpus's name")
    a.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each; of files named .dev none, since they are for measuring only")
    a.add_argument("--floors", type=pathlib.Path, metavar="TSV", help="corpus, task, floor a line; exit 1 when an F1 is below")
    a.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to a point below what is measured now, lower none")
    a.add_argument("--no-write", action="store_true", help="leave ACCURACY.md alone")
    o = a.parse_args()
    if not o.exe.exists(): sys.exit(f"{o.exe} is not there: run swift build -c release, or name the program with --exe")
    if not o.corpora.is_dir(): print(f"no folder {o.corpora}: only our own articles are measured")
    if o.lift and not o.floors: a.error("--raise needs --floors FILE")
    floors = read_floors(o.floors) if o.floors and o.floors.exists() else {}
    if o.floors and not floors and not o.lift: sys.exit(f"no floors in {o.floors}")
    measured, below, small, names = [], [], set(), []
    for corpus, gold, tasks in suites(o.corpora, o.extra):
        tasks = [t for t in tasks if not o.only or o.only == t or (o.only not in TASKS and o.only in corpus)]
        if not tasks: continue
        out, seconds = run(o.exe.resolve(), gold)
        if len(gold) < 10: small.add(corpus)
        if "names" in tasks: names.append((corpus, gold, out))
        words = sum(len(d["text"].split()) for d in gold.values())
        print(f"{corpus}: {len(gold)} documents, {words} words, {seconds:.2f} s")
        for task in tasks:
            figures, errors = measure(task, corpus, gold, out)
            for f in figures:
                measured.append((corpus, f))
                floor = floors.get((corpus, f.task))
                low = floor is not None and f.f1 < floor - 5e-5
                if low: below.append(f"{corpus} {f.task}: {f.f1:.4f}, floor {floor:.4f}")
                print(f"  {f.task:<24} P {cell(f.p):>6}  R {cell(f.r):>6}  F1 {cell(f.f1)}" + ("  BELOW ITS FLOOR " + cell(floor) if low else ""))
            if ".dev" not in corpus:
                for i, e in errors[:o.errors]: print(f"    {i}: {e}")
    if not measured: sys.exit(f"nothing to measure for --only {o.only}")
    measured = [(c, f) for c, f in measured if c == "articles" or f.task not in DETAILS]
    if not o.no_write: write(HERE / "ACCURACY.md", measured, names if not o.only and o.corpora.is_dir() else [])
    if o.lift: raise_floors(o.floors, [(c, f) for c, f in measured if c not in small])
    if below:
        print("below the floor:", *below, sep="\n  ")
        sys.exit(1)


if __name__ == "__main__": main()
