#!/usr/bin/env python3
"""Turns marked-up articles (marked/NAME.marked) into NAME.txt, what a user sees, and NAME.gold.json, what is in it.

  annotate.py            writes every article
  annotate.py --check    writes nothing; exit 1 when a .txt or .gold.json differs from its marked source

The markup is described in README.md beside this file. Standard library only.
"""
import datetime, json, pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent
TYPES = {"P": "PER", "L": "LOC", "O": "ORG", "M": "MISC"}
CHAIN = {"P": "person", "L": "place", "O": "organization", "M": "other"}
TIMES = ("date", "time", "duration", "set")
KINDS = TIMES + ("cardinal", "ordinal", "percent", "money", "quantity", "age", "score")
QUOTES = {"d": "direct", "i": "indirect", "m": "mixed"}
ZONES = ("headline", "byline", "body", "caption", "copyright", "related")
OPEN = re.compile(r"\[([PLOMCZ=~])(?:@([\d,]+))? |\{([a-z]+) |<([dim])(\d+) ")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Article:
    def __init__(self, path):
        self.path, self.name = path, path.stem
        head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
        self.head = dict(re.match(r"(\w+):\s*(.*)", line).groups() for line in head.split("\n"))
        self.out, self.length = [], 0
        self.entities, self.others, self.numbers, self.pieces, self.cues, self.speakers = [], [], [], {}, {}, {}
        self.sentences, self.zones, self.facts = [], [], []
        self.read(rest)
        self.text = "".join(self.out)
        self.resolve()

    def fail(self, what):
        sys.exit(f"{self.path.name}: {what}")

    def put(self, s):
        self.out.append(s)
        self.length += len(s)

    def since(self, start):
        return "".join(self.out)[start:]

    def read(self, rest):
        body, _, facts = rest.partition("\n@facts\n")
        gap = "\n" * int(self.head.get("gap", 2))
        for part in re.split(r"^@(?=\w)", body, flags=re.M):
            if not part.strip(): continue
            kind, _, source = part.partition("\n")
            if kind not in ZONES: self.fail(f"no zone {kind!r}; one of {', '.join(ZONES)}")
            if self.length: self.put(gap)
            start = self.length
            for k, paragraph in enumerate(re.split(r"\n\s*\n", source.strip())):
                if k: self.put(gap)
                self.paragraph(paragraph)
            self.zones.append({"kind": kind, "start": start, "end": self.length})
        self.put("\n")
        for line in facts.strip().split("\n") if facts.strip() else []:
            cells = [c.strip() for c in line.split("|")]
            if len(cells) not in (3, 4): self.fail(f"a fact is subject | predicate | object | key=value; …, not {line!r}")
            fact = dict(zip(("subject", "predicate", "object"), cells))
            if len(cells) == 4:
                fact["qualifiers"] = dict(re.split(r"\s*=\s*", q.strip(), maxsplit=1) for q in cells[3].split(";"))
            self.facts.append(fact)

    def paragraph(self, source):
        """One source line is one sentence; marks may run over lines."""
        self.first, at = self.length, 0
        while at < len(source): at = self.item(source, at)
        self.sentences.append([self.first, self.length])

    def item(self, s, at):
        c = s[at]
        if c == "\\":
            self.put(s[at + 1])
            return at + 2
        if c == "\n":
            self.sentences.append([self.first, self.length])
            self.put(" ")
            self.first = self.length
            return at + 1
        m = OPEN.match(s, at)
        if not m:
            if c in "[]{}<>|": self.fail(f"stray {c!r} in …{s[max(0, at - 30):at + 30]!r}")
            self.put(c)
            return at + 1
        close, start = {"[": "]", "{": "}", "<": ">"}[c], self.length
        at = m.end()
        while at < len(s) and s[at] not in (close, "|"): at = self.item(s, at)
        value = None
        if at < len(s) and s[at] == "|":
            stop = s.index(close, at)
            value, at = s[at + 1:stop], stop
        if at >= len(s): self.fail(f"no {close!r} for {s[m.start():m.start() + 40]!r}")
        self.record(m, start, value)
        return at + 1

    def record(self, m, start, value):
        tag, ids, kind, quote, number = m.groups()
        span = {"start": start, "end": self.length, "text": self.since(start)}
        if kind:
            if kind not in KINDS: self.fail(f"no kind {kind!r}")
            self.numbers.append({**span, "kind": kind, "value": value})
            self.check_day(span["text"], value)
        elif quote:
            key = int(number)
            if self.pieces.setdefault(key, (quote, []))[0] != quote: self.fail(f"quotation {key} has two kinds")
            self.pieces[key][1].append(span)
        elif tag == "Z":
            self.zones.append({"kind": "dateline", "start": start, "end": self.length})
        elif tag == "C":
            for k in ids.split(","): self.cues[int(k)] = span
        else:
            span["tag"], span["canonical"] = tag, value
            (self.entities if tag in TYPES else self.others).append(span)
            for k in (ids or "").split(","):
                if k: self.speakers[int(k)] = span

    def check_day(self, text, value):
        """A weekday's name and a calendar value must agree."""
        m = re.match(r"(\d{4})-(\d\d)-(\d\d)", value or "")
        day = next((d for d in DAYS if d in text), None)
        if m and day and datetime.date(*map(int, m.groups())).weekday() != DAYS.index(day):
            self.fail(f"{text!r} is not {value}")

    def resolve(self):
        """Gives every name and pronoun the canonical name of what it stands for."""
        full = {}
        for e in self.entities:
            name = e["canonical"] or e["text"]
            if e["tag"] == "P" and not e["canonical"]:
                longer = {n for n, t in full.items() if t == "P" and n != name and n.split()[-1] == name}
                if len(longer) > 1: self.fail(f"{name!r} may be {' or '.join(sorted(longer))}")
                name = longer.pop() if longer else name
            full.setdefault(name, e["tag"])
            e["canonical"] = name
        for o in self.others:
            if o["tag"] == "=":
                near = [n for n in full if n == o["canonical"] or n.split()[-1] == o["canonical"]]
                if len(near) != 1: self.fail(f"[= {o['text']}|{o['canonical']}] stands for {near}")
                o["canonical"] = near[0]
            elif not o["canonical"]:
                o["canonical"] = re.sub(r"^(the|a|an) ", "", o["text"], flags=re.I)
        self.tags = full

    def gold(self):
        order = lambda xs: sorted(xs, key=lambda x: (x["start"], -x["end"]))
        quotes = []
        for k, (kind, spans) in self.pieces.items():
            a, b = spans[0]["start"], spans[-1]["end"]
            q = {"start": a, "end": b, "type": QUOTES[kind]}
            if k in self.speakers:
                s = self.speakers[k]
                q["speaker"] = {x: s[x] for x in ("start", "end", "text")}
                q["speaker_entity"] = s["canonical"]
            if k in self.cues: q["cue"] = self.cues[k]["text"]
            q["text"] = self.text[a:b]
            if kind == "i" and re.search("[“”\"]", q["text"]): self.fail(f"indirect quotation {k} has marks inside: use m")
            if len(spans) > 1: q["spans"] = [[s["start"], s["end"]] for s in spans]
            quotes.append(q)
        for k in (self.speakers.keys() | self.cues.keys()) - self.pieces.keys(): self.fail(f"no quotation {k}")
        chains, names = {}, {}
        for m in order(self.entities + [o for o in self.others if o["tag"] == "="]):
            c = m["canonical"]
            chains.setdefault(c, []).append({"start": m["start"], "end": m["end"], "type": CHAIN[self.tags[c]]})
            if m["text"] not in names.setdefault(c, []): names[c].append(m["text"])
        items = []
        for n in order(self.numbers):
            if n["kind"] in TIMES:
                items.append({"start": n["start"], "end": n["end"], "type": n["kind"].upper(), **({"value": n["value"]} if n["value"] else {}), "text": n["text"]})
        return {
            "id": self.name, "published": self.head["published"], "text": self.text, "offsets": "unicode code points, end exclusive",
            "entities": [{"start": e["start"], "end": e["end"], "type": TYPES[e["tag"]], "text": e["text"]} for e in order(self.entities)],
            "sentences": self.sentences,
            "quotes": order(quotes), "items": items,
            "numbers": [{k: n[k] for k in ("start", "end", "kind", "value", "text")} for n in order(self.numbers)],
            "facts": self.facts, "coreference": names, "chains": [c for c in chains.values() if len(c) > 1],
            "zones": [{**z, "text": self.text[z["start"]:z["end"]][:60]} for z in order(self.zones)],
        }


def verify(g, name):
    """Every span's slice is its text."""
    t = g["text"]
    for key in ("entities", "numbers", "items", "quotes"):
        for x in g[key]:
            if t[x["start"]:x["end"]] != x["text"] or x["text"] != x["text"].strip(): sys.exit(f"{name}: {key} {x}")
    for q in g["quotes"]:
        s = q.get("speaker")
        if s and t[s["start"]:s["end"]] != s["text"]: sys.exit(f"{name}: speaker {s}")
    for z in g["zones"]:
        if not t[z["start"]:z["end"]].startswith(z["text"]): sys.exit(f"{name}: zone {z}")
    for a, b in g["sentences"]:
        if not t[a:b] or t[a:b] != t[a:b].strip(): sys.exit(f"{name}: sentence {t[a:b]!r}")


def rows(g):
    """JSON with one span a line, so that a change reads well in a diff."""
    one = lambda x: json.dumps(x, ensure_ascii=False)
    lines = []
    for k, v in g.items():
        if isinstance(v, list): lines.append(f'"{k}": [\n' + ",\n".join(" " + one(x) for x in v) + "\n]" if v else f'"{k}": []')
        elif isinstance(v, dict): lines.append(f'"{k}": {{\n' + ",\n".join(f" {one(a)}: {one(b)}" for a, b in v.items()) + "\n}")
        else: lines.append(f'"{k}": {one(v)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main():
    check, stale = "--check" in sys.argv[1:], []
    for path in sorted((HERE / "marked").glob("*.marked")):
        g = Article(path).gold()
        verify(g, path.name)
        for target, content in ((HERE / f"{path.stem}.txt", g["text"]), (HERE / f"{path.stem}.gold.json", rows(g))):
            if not check: target.write_bytes(content.encode())
            elif not target.exists() or target.read_bytes() != content.encode(): stale.append(target.name)
        print(f"{path.stem:<10} {len(g['text'].split()):4d} words, {len(g['entities']):3d} names, {len(g['quotes']):2d} quotes, {len(g['numbers']):2d} values, {len(g['facts']):2d} facts, {len(g['sentences']):2d} sentences")
    if stale: sys.exit("not as marked: " + ", ".join(stale) + "; run annotate.py")


if __name__ == "__main__": main()
