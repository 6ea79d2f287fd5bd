"""Two tables on names for ACCURACY.md: how far confidence can be trusted, and which errors remain. Counts only, no text of the corpora."""
import collections

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))
# Corpora that nothing was fitted on, for the first table; corpora whose errors may be read, for the second.
HELD_OUT = ("articles", "ner/worldwide_newswire.dev", "ner/crossner_politics.dev", "ner/uner_ewt.dev")
READ = ("articles", "ner/worldwide_newswire.train", "ner/crossner_politics.train", "ner/wikigold.all")
HEADING = "## Names: confidence and errors"


def found(graph):
    """(start, end, type, confidence) of the people, places and organizations of one output graph; demonyms count as other names."""
    for e in graph.get("entities", []):
        for m in e["mentions"]:
            kind = "MISC" if m["form"] == "demonym" else KINDS.get(e["type"], "MISC")
            if m["form"] in ("name", "demonym"): yield m["start"], m["end"], kind, m["confidence"]


def gold_spans(doc):
    return {(e["start"], e["end"]): e["type"] for e in doc["entities"] if not e.get("nested")}


def reliability(corpus, gold, out):
    """Rows of the table: for each band of confidence how many names, how sure they were, how many were right."""
    pairs, wanted = [], 0
    for i, doc in gold.items():
        spans = gold_spans(doc)
        wanted += sum(t in KINDS.values() for t in spans.values())
        pairs += [(c, spans.get((a, b)) == t) for a, b, t, c in found(out.get(i, {})) if t in KINDS.values()]
    for low, high in BANDS:
        band = [(c, ok) for c, ok in pairs if low <= c < high]
        if not band: continue
        right = sum(ok for _, ok in band)
        yield f"| {corpus} | {low:.1f}-{min(high, 1):.1f} | {len(band)} | {sum(c for c, _ in band) / len(band):.3f} | {right / len(band):.3f} | {right / max(1, wanted):.3f} |"


def error_class(span, kind, ours):
    """What became of a gold name that was not found exactly."""
    a, b = span
    if span in ours: return f"{kind} taken for {ours[span]}"
    over = [(x, y, t) for (x, y), t in ours.items() if x < b and y > a]
    if not over: return f"{kind} missed"
    x, y, t = max(over, key=lambda o: min(b, o[1]) - max(a, o[0]))
    shape = "too long" if x <= a and y >= b else "too short" if x >= a and y <= b else "crossing"
    return f"{kind} {shape}" + ("" if t == kind else f", and as {t}")


def errors(corpora):
    """The ten commonest classes of errors over the corpora given."""
    count = collections.Counter()
    for _, gold, out in corpora:
        for i, doc in gold.items():
            spans, ours = gold_spans(doc), {(a, b): t for a, b, t, _ in found(out.get(i, {}))}
            for span, kind in spans.items():
                if ours.get(span) != kind: count[error_class(span, kind, ours)] += 1
            for (a, b), kind in ours.items():
                if not any(x < b and y > a for x, y in spans): count[f"{kind} where no name is"] += 1
    return count.most_common(10)


def lines(corpora):
    """The section's lines; `corpora` are (name, gold, output) of every corpus of names that was measured."""
    text = [HEADING, "", "Of people, places and organizations: how sure the names of a band of confidence were on average, how many of them were exactly right, and what share of all",
            "gold names those are.", "", "| corpus | confidence | names | mean | right | recall |", "|---|---|---:|---:|---:|---:|"]
    for name, gold, out in corpora:
        if name in HELD_OUT: text += reliability(name, gold, out)
    train = [c for c in corpora if c[0] in READ]
    text += ["", "The ten commonest classes of errors over " + ", ".join(c[0] for c in train) + " (all four types; fitted corpora among them):", "", "| error | count |", "|---|---:|"]
    return text + [f"| {name} | {n} |" for name, n in errors(train)]
