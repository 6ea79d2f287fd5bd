"""Scores article graphs against gold annotation. Standard library only.

Gold and output are dictionaries from a document's id to the document; offsets are code points, ends exclusive. Every scorer returns
(figures, errors): figures is a list of Figure, the headline last; errors is a list of (document, message).

  names       exact span and type, micro-averaged over mentions of form name and demonym: person PER, place LOC, organization ORG,
              everything else and every demonym MISC. Only the types that occur in the gold count, nested gold entities do not.
  quotes      a quotation is found when it shares at least half of the words of both spans (a leading "that" is not counted);
              attributed: found, and the speaker's span, or another mention of the same entity, overlaps the gold speaker's.
              Where the gold has one kind only, outputs of other kinds are not counted against it.
              named (our own articles): of the found ones whose speaker has a name, the entity given carries that name.
  times       relaxed: overlapping, one to one. value: equal TIMEX3 value, over gold items with such a value, the outputs that
              match those, and spurious outputs.
  values      overlapping and of the same kind, one to one (our own articles).
  phrases     one value a phrase: span covers at least half both ways; value: equal number or TIMEX value where the gold's can be compared.
  sentences   end offsets, trailing blanks ignored.
  coreference B3 over gold mentions; a missing mention costs recall. names: chains' capitalized mentions, two and more;
              people: chains of persons with a capitalized name, all their mentions; all: everything.
  facts       recall: the last words of subject and object occur in one output fact of the same polarity.
  zones       same kind, start and end, blanks ignored.
"""
import collections, datetime, re

Figure = collections.namedtuple("Figure", "task p r f1")
WORD = re.compile(r"\w+")
TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
TIMES = ("date", "time", "duration", "set")


def ratio(a, b):
    return a / b if b else 0.0


def harmonic(p, r):
    return ratio(2 * p * r, p + r)


def figure(task, right, out, gold):
    p, r = ratio(right, out), ratio(right, gold)
    return Figure(task, p, r, harmonic(p, r))


def span(x):
    return (x["start"], x["end"])


def overlap(a, b):
    """How many code points two spans share."""
    return min(a[1], b[1]) - max(a[0], b[0])


def around(text, a, b):
    return f"…{text[max(0, a - 40):a]}⟦{text[a:b]}⟧{text[b:b + 40]}…".replace("\n", " ")


# Names

def names_of(graph):
    found = set()
    for e in graph.get("entities", []):
        for m in e["mentions"]:
            if m["form"] in ("name", "demonym"):
                found.add((*span(m), "MISC" if m["form"] == "demonym" else TYPES.get(e["type"], "MISC")))
    return found


def names(gold, out):
    kinds = {e["type"] for d in gold.values() for e in d["entities"]} & {"PER", "LOC", "ORG", "MISC"}
    count, errors = collections.Counter(), []
    for i, d in gold.items():
        want = {(*span(e), e["type"]) for e in d["entities"] if e["type"] in kinds and not e.get("nested")}
        got = {n for n in names_of(out.get(i, {})) if n[2] in kinds}
        for label, spans in (("gold", want), ("out", got), ("right", want & got)):
            for s in spans: count[label, s[2]] += 1; count[label, ""] += 1
        for s in sorted(want - got): errors.append((i, f"missed {s[2]} {around(d['text'], *s[:2])}"))
        for s in sorted(got - want): errors.append((i, f"wrong {s[2]} {around(d['text'], *s[:2])}"))
    figures = [figure("names " + k, count["right", k], count["out", k], count["gold", k]) for k in ("PER", "LOC", "ORG", "MISC") if k in kinds]
    return figures + [figure("names", count["right", ""], count["out", ""], count["gold", ""])], errors


# Quotations

def words_in(text, spans):
    """Where the words in the spans start."""
    found = sorted(a + m.start() for a, b in spans for m in WORD.finditer(text[a:b]))
    if found and re.match(r"that\s", text[found[0]:], re.I): found.pop(0)
    return set(found)


def best_partner(words, others):
    """Index of the set that shares most words, if it is at least half of both."""
    k = max(range(len(others)), key=lambda k: len(words & others[k]), default=None)
    if k is None: return None
    shared = len(words & others[k])
    return k if shared and 2 * shared >= len(words) and 2 * shared >= len(others[k]) else None


def speaker_spans(graph, quote):
    s = quote.get("speaker") or {}
    spans = [span(s)] if "start" in s else []
    for e in graph.get("entities", []):
        if e["id"] == s.get("entity"): spans += [span(m) for m in e["mentions"]]
    return spans


def quotes(gold, out):
    kinds = {q["type"] for d in gold.values() for q in d["quotes"]}
    found_gold = found_out = n_gold = n_out = asked = right = named = named_right = 0
    token = collections.Counter()
    errors = []
    for i, d in gold.items():
        t, graph = d["text"], out.get(i, {})
        want, got_all = d["quotes"], graph.get("quotes", [])
        got = [q for q in got_all if len(kinds) > 1 or q["kind"] in kinds]
        want_words = [words_in(t, q.get("spans") or [span(q)]) for q in want]
        all_words = [words_in(t, [span(f) for f in q.get("fragments") or [q]]) for q in got_all]
        got_words = [words_in(t, [span(f) for f in q.get("fragments") or [q]]) for q in got]
        gold_tokens, out_tokens, any_tokens = set().union(*want_words), set().union(*got_words), set().union(*all_words)
        token["gold"] += len(gold_tokens); token["out"] += len(out_tokens)
        token["p"] += len(gold_tokens & out_tokens); token["r"] += len(gold_tokens & any_tokens)
        n_gold += len(want); n_out += len(got)
        for q, words in zip(want, want_words):
            k = best_partner(words, all_words)
            if k is None:
                errors.append((i, f"missed {q['type']} {around(t, *span(q))}"))
                continue
            found_gold += 1
            s = q.get("speaker")
            if not s: continue
            asked += 1
            theirs = speaker_spans(graph, got_all[k])
            ok = any(overlap(span(s), x) > 0 for x in theirs)
            right += ok
            if not ok: errors.append((i, f"speaker {s['text']!r}, got {(got_all[k].get('speaker') or {}).get('text')!r}: {around(t, *span(q))}"))
            carriers = [span(e) for e in d.get("entities", []) if t[e["start"]:e["end"]] in d.get("coreference", {}).get(q.get("speaker_entity"), [])]
            if carriers and "coreference" in d:
                named += 1
                is_name = any(overlap(c, x) > 0 for c in carriers for x in theirs)
                named_right += is_name
                if ok and not is_name: errors.append((i, f"speaker {s['text']!r} is {q['speaker_entity']!r}, entity given is another: {around(t, *span(q))}"))
        for q, words in zip(got, got_words):
            if best_partner(words, want_words) is None: errors.append((i, f"extra {q['kind']} {around(t, *span(q))}"))
            else: found_out += 1
    p, r = ratio(found_out, n_out), ratio(found_gold, n_gold)
    accuracy = ratio(right, asked)
    tp, tr = ratio(token["p"], token["out"]), ratio(token["r"], token["gold"])
    figures = [Figure("quotes words", tp, tr, harmonic(tp, tr)), Figure("quotes found", p, r, harmonic(p, r))]
    if not asked: return figures, errors
    figures.append(Figure("quotes speaker of found", None, None, accuracy))
    if named: figures.append(Figure("quotes speaker named", None, None, named_right / named))
    return figures + [Figure("quotes attributed", p * accuracy, r * accuracy, harmonic(p * accuracy, r * accuracy))], errors


# Times and values

def timex(value):
    """A TIMEX3 value as it can be compared, None where the source writes something else."""
    v = str(value or "").strip()
    if not v or "/" in v or "(" in v: return None
    return "XXXX-" + v[2:] if v.startswith("--") else v


def pair(want, got, same=lambda g, o: True):
    """One to one, by overlap; an equal span goes first. Yields (gold, output or None); the rest of the outputs comes last as (None, output)."""
    used = set()
    for g in sorted(want, key=span):
        hits = [k for k, o in enumerate(got) if k not in used and overlap(span(g), span(o)) > 0 and same(g, o)]
        k = max(hits, key=lambda k: span(got[k]) == span(g), default=None)
        if k is not None: used.add(k)
        yield g, None if k is None else got[k]
    for k, o in enumerate(got):
        if k not in used: yield None, o


def times(gold, out):
    n, errors = collections.Counter(), []
    for i, d in gold.items():
        t = d["text"]
        want = [x for x in d["items"] if x["type"].lower() in TIMES]
        for g, o in pair(want, [v for v in out.get(i, {}).get("values", []) if v["kind"] in TIMES]):
            wanted = timex(g.get("value")) if g else None
            n["gold"] += g is not None; n["out"] += o is not None; n["both"] += bool(g and o)
            n["valued"] += wanted is not None
            n["valued out"] += o is not None and (g is None or wanted is not None)
            if not o: errors.append((i, f"missed {g['type']} {around(t, *span(g))}"))
            elif not g: errors.append((i, f"extra {o['kind']} {around(t, *span(o))}"))
            elif wanted is not None:
                if wanted == timex(o.get("timex")): n["right"] += 1
                else: errors.append((i, f"value of {t[g['start']:g['end']]!r} is {wanted}, got {o.get('timex')}"))
    figures = [figure("times", n["both"], n["out"], n["gold"])]
    if n["valued"]: figures.append(figure("times value", n["right"], n["valued out"], n["valued"]))
    return figures, errors


def values(gold, out):
    n, errors = collections.Counter(), []
    for i, d in gold.items():
        for g, o in pair(d["numbers"], out.get(i, {}).get("values", []), lambda g, o: g["kind"] == o["kind"]):
            n["gold"] += g is not None; n["out"] += o is not None; n["both"] += bool(g and o)
            if g and o: n["exact"] += span(g) == span(o)
            else: errors.append((i, f"{'missed' if g else 'extra'} {(g or o)['kind']} {around(d['text'], *span(g or o))}"))
    return [figure("values exact span", n["exact"], n["out"], n["gold"]), figure("values", n["both"], n["out"], n["gold"])], errors


GRAINS = {"Year": "%Y", "Month": "%Y-%m", "Day": "%Y-%m-%d", "Hour": "%Y-%m-%dT%H", "Minute": "%Y-%m-%dT%H:%M", "Second": "%Y-%m-%dT%H:%M:%S"}
UNITS = {"Year": "P{}Y", "Month": "P{}M", "Week": "P{}W", "Day": "P{}D", "Hour": "PT{}H", "Minute": "PT{}M", "Second": "PT{}S"}


def phrase_value(item):
    """What a phrase's gold states: ("timex", text), ("number", float) or None where it cannot be compared."""
    if item["type"] == "ordinal.relative": return None
    if "timex" in item: return ("timex", timex(item["timex"])) if timex(item["timex"]) else None
    v = str(item.get("value", ""))
    if m := re.match(r"datetime(?:Holiday)? \((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)(?:\.\d+)?\) (\w+)", v):
        at, grain = datetime.datetime(*map(int, m.groups()[:6])), m[7]
        if grain == "Week":
            year, week, _ = at.isocalendar()
            return "timex", f"{year:04d}-W{week:02d}"
        if grain == "Quarter": return "timex", f"{at.year:04d}-Q{(at.month + 2) // 3}"
        return ("timex", at.strftime(GRAINS[grain]).zfill(4)) if grain in GRAINS else None
    if m := re.match(r"DurationData (\d+) (\w+)", v):
        return ("timex", UNITS[m[2]].format(m[1])) if m[2] in UNITS and item["type"] == "Duration" else None
    if m := re.match(r"(?:NumeralValue|OrdinalData) \(?(-?[\d.]+(?:e[+-]?\d+)?)", v) or re.match(r"simple [A-Za-z]+ (-?[\d.]+)$", v):
        return "number", float(m[1])
    try: return "number", float(v.rstrip("%").replace(",", ""))
    except ValueError: return None


def phrases(gold, out):
    n, errors = collections.Counter(), []
    for i, d in gold.items():
        for g in d["items"]:
            o = max(out.get(i, {}).get("values", []), key=lambda o: overlap(span(g), span(o)), default=None)
            shared = overlap(span(g), span(o)) if o else 0
            found = shared > 0 and 2 * shared >= g["end"] - g["start"] and 2 * shared >= o["end"] - o["start"]
            n["all"] += 1; n["found"] += found
            kind, want = phrase_value(g) or (None, None)
            if kind is None: continue
            n["asked"] += 1
            got = None if not found else timex(o.get("timex")) if kind == "timex" else (o.get("value") or {}).get("number")
            same = got is not None and (got == want if kind == "timex" else abs(got - want) <= 1e-6 * max(1, abs(want)))
            n["right"] += same
            if not same: errors.append((i, f"{d['text']!r}: {d['text'][g['start']:g['end']]!r} is {want}, got {got}"))
    figures = [Figure("phrases span", None, None, ratio(n["found"], n["all"]))]
    if n["asked"]: figures.append(Figure("phrases value", None, None, ratio(n["right"], n["asked"])))
    return figures, errors


# Sentences and zones

def sentences(gold, out):
    right = n_out = n_gold = 0
    errors = []
    for i, d in gold.items():
        t = d["text"]
        ends = lambda spans: {len(t[:b].rstrip()) for _, b in spans}
        want, got = ends(d["sentences"]), ends(span(s) for s in out.get(i, {}).get("sentences", []))
        right += len(want & got); n_out += len(got); n_gold += len(want)
        errors += [(i, f"missed break {around(t, e, e)}") for e in sorted(want - got)] + [(i, f"false break {around(t, e, e)}") for e in sorted(got - want)]
    return [figure("sentences", right, n_out, n_gold)], errors


def zones(gold, out):
    right = n_out = n_gold = 0
    errors = []
    for i, d in gold.items():
        t = d["text"]
        def trimmed(z):
            a, b = span(z)
            piece = t[a:b]
            return z["kind"], a + len(piece) - len(piece.lstrip()), b - len(piece) + len(piece.rstrip())
        want, got = {trimmed(z) for z in d["zones"]}, {trimmed(z) for z in out.get(i, {}).get("zones", [])}
        right += len(want & got); n_out += len(got); n_gold += len(want)
        for word, spans in (("missed", want - got), ("extra", got - want)):
            errors += [(i, f"{word} {k} {t[a:b][:50]!r} … {t[a:b][-20:]!r}") for k, a, b in sorted(spans)]
    return [figure("zones", right, n_out, n_gold)], errors


# Coreference

PRONOUNS = set("he she it they i we you his her its their him them my our your who this that these those".split())


def capitalized(text):
    words = [w for w in WORD.findall(text) if w.lower() not in ("the", "a", "an")]
    return bool(words) and words[0][0].isupper() and words[0].lower() not in PRONOUNS


def gold_chains(d, which):
    is_name = lambda m: capitalized(d["text"][m["start"]:m["end"]])
    if which == "names": chains = [[m for m in c if is_name(m)] for c in d["chains"]]
    elif which == "people": chains = [c for c in d["chains"] if any(m.get("type") == "person" for m in c) and any(map(is_name, c))]
    else: chains = d["chains"]
    return [[span(m) for m in c] for c in chains if len(c) > (1 if which == "names" else 0)]


def coreference(gold, out, which="names"):
    precision = recall = 0.0
    n_found = n_gold = 0
    errors = []
    for i, d in gold.items():
        chains = gold_chains(d, which)
        home = {m: k for k, c in enumerate(chains) for m in c}
        n_gold += len(home)
        # An output mention stands for the gold mention with the same span, else for one that overlaps it and ends at most
        # two code points away: titles and possessives differ between conventions.
        given = {}
        for k, e in enumerate(out.get(i, {}).get("entities", [])):
            for m in map(span, e["mentions"]):
                near = [m] if m in home else sorted((g for g in home if overlap(g, m) > 0 and abs(g[1] - m[1]) <= 2), key=lambda g: abs(g[0] - m[0]))
                if near and near[0] not in given: given[near[0]] = k
        clusters = collections.defaultdict(set)
        for m, k in given.items(): clusters[k].add(m)
        for m, k in given.items():
            together = sum(home[x] == home[m] for x in clusters[k])
            precision += together / len(clusters[k]); recall += together / len(chains[home[m]])
        n_found += len(given)
        for c in chains:
            if len({given[m] for m in c if m in given}) > 1:
                errors.append((i, "split " + " | ".join(f"{d['text'][a:b]!r}:{given.get((a, b), '-')}" for a, b in c)))
    p, r = ratio(precision, n_found), ratio(recall, n_gold)
    return [Figure("coreference " + which, p, r, harmonic(p, r))], errors


# Facts

def last_word(name):
    return WORD.findall(name.lower())[-1].rstrip("s")


def facts(gold, out):
    asked = right = 0
    errors = []
    for i, d in gold.items():
        graph = out.get(i, {})
        known = {x["id"]: " ".join([x.get("name", ""), x.get("text", ""), *x.get("aliases", [])]) for k in ("entities", "values") for x in graph.get(k, [])}
        bags = collections.defaultdict(list)
        for f in graph.get("facts", []):
            parts = [f["predicate"].replace("_", " ")]
            for a in f["arguments"]: parts += [a.get("text", ""), known.get(a.get("entity"), ""), known.get(a.get("value"), "")]
            bags[f.get("polarity", "positive")].append({w.rstrip("s") for w in WORD.findall(" ".join(parts).lower())})
        for f in d["facts"]:
            asked += 1
            wanted = {last_word(f["subject"]), last_word(f["object"])}
            hit = any(wanted <= b for b in bags[f.get("qualifiers", {}).get("polarity", "positive")])
            right += hit
            if not hit: errors.append((i, f"missed {f['subject']} | {f['predicate']} | {f['object']}"))
    return [Figure("facts recall", None, ratio(right, asked), ratio(right, asked))], errors
