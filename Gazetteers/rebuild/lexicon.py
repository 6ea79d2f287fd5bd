"""words/lexicon.tsv: common English words with Penn tags, lemma and case risk."""
import collections
import gzip
import re

from common import debian, hand, package, probabilities, risk, wordnet, write

WORD = re.compile(r"^[a-z]+(?:['-][a-z]+)*$")
OPEN = {"n": "NN", "v": "VB", "a": "JJ", "r": "RB"}
KEEP = set("CC CD DT EX IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB".split())


def brill():
    """word -> tag of textblob's lexicon; lower-case and capitalised entries apart."""
    out = {}
    for line in (package("textblob") / "en/en-lexicon.txt").read_text(encoding="utf8").splitlines():
        f = line.split()
        if len(f) == 2 and f[1] in KEEP:
            out.setdefault(f[0], f[1])
    return out


def inflections():
    """[(lemma, pos, form, tags)] from lemminflect's table, whose columns are fixed by part of speech."""
    out = []
    with gzip.open(package("lemminflect") / "resources/infl_lu.csv.gz", "rt", encoding="utf8") as file:
        for line in file:
            lemma, pos, forms = line.rstrip("\n").split(",", 2)
            if not WORD.match(lemma):
                continue
            if pos == "verb":
                columns = (forms.split(",") + [""] * 4)[:4]
                past, participle = columns[0], columns[1] or columns[0]
                cells = [(past, "VBD"), (participle, "VBN"), (columns[2], "VBG"), (columns[3], "VBZ")]
                out += [(lemma, "v", lemma, "VB"), (lemma, "v", lemma, "VBP")]
            elif pos == "noun":
                out.append((lemma, "n", lemma, "NN"))
                cells = [(forms, "NNS")]
            else:
                kinds = ("JJR", "JJS") if pos == "adj" else ("RBR", "RBS")
                out.append((lemma, pos[0] if pos == "adj" else "r", lemma, "JJ" if pos == "adj" else "RB"))
                cells = list(zip((forms.split(",") + [""])[:2], kinds))
            for cell, tag in cells:
                for form in cell.split("/"):
                    if WORD.match(form) and not (tag == "NNS" and form == lemma and len(cell.split("/")) > 1):
                        out.append((lemma, pos[0] if pos != "adv" else "r", form, tag))
    return out


def sense_counts():
    """lemma -> {n v a r: tagged occurrences}, from WordNet's sense counts; zero for senses never tagged."""
    out = collections.defaultdict(collections.Counter)
    for pos, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for synset in wordnet(pos).values():
            for word in synset.words:
                if WORD.match(word):
                    out[word][letter] += 0
    kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    for line in (debian("wordnet-base") / "usr/share/wordnet/cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, rest = key.split("%")
        if WORD.match(lemma):
            out[lemma][kinds[rest[0]]] += int(count)
    return out


def closed():
    """word -> (tags, lemma) of the hand-made table of function words, numerals, contractions and corrections."""
    out = {}
    for line in hand("closed-words.txt"):
        tags, rest = line.split(":", 1)
        for item in rest.split():
            word, _, lemma = item.partition("=")
            out[word.replace("_", "'")] = (tags.strip(), lemma)
    return out


def possible():
    """word -> {tag: (weight, lemma)}: every tag that an open-class word can bear and how usual it is."""
    counts, table = sense_counts(), collections.defaultdict(dict)

    def put(word, tag, weight, lemma):
        if tag not in table[word] or table[word][tag][0] < weight:
            table[word][tag] = (weight, lemma)

    irregular = set()
    for lemma, pos, form, tag in inflections():
        usual = counts[lemma].get(pos)
        weight = 0.2 if usual is None else 0.5 + usual
        if tag == "VBP":
            weight *= 0.5
        elif tag in ("NNS", "VBZ", "VBD", "VBN", "VBG"):
            weight *= 0.4
        put(form, tag, weight, lemma)
        irregular.add((lemma, pos))
    for lemma, kinds in list(counts.items()):
        for pos, usual in kinds.items():
            put(lemma, OPEN[pos], 0.5 + usual, lemma)
            if pos == "v":
                put(lemma, "VBP", (0.5 + usual) / 2, lemma)
            if (lemma, pos) in irregular or "'" in lemma:
                continue
            stem = lemma[:-1] + "i" if re.search("[^aeiou]y$", lemma) else lemma
            plural = stem + ("es" if re.search("(s|x|z|ch|sh|[^aeiou]y)$", lemma) else "s")
            if pos == "n":
                put(plural, "NNS", 0.2 + usual / 3, lemma)
            elif pos == "v":
                base = lemma[:-1] if lemma.endswith("e") else lemma
                put(plural, "VBZ", 0.2, lemma)
                put((base if lemma.endswith("e") else stem) + "ed", "VBD", 0.2, lemma)
                put((base if lemma.endswith("e") else stem) + "ed", "VBN", 0.2, lemma)
                put((base if not lemma.endswith("ee") else lemma) + "ing", "VBG", 0.2, lemma)
    return table


# Nouns whose plural looks like the singular; other such plurals in the source (music, luck) only confuse.
SAME_PLURAL = set("""sheep deer fish aircraft spacecraft hovercraft offspring salmon trout shrimp moose swine bison cattle people police staff data media personnel
cod tuna squid elk cannon craft crew livestock poultry vermin folk youth elite dozen clergy faculty gentry hertz yen yuan won rand baht dong""".split())


def order(word, tags, first):
    """Tags of an open-class word, likeliest first: textblob's first, then by weight; very rare ones left out."""
    if first in ("VBP",) and "VB" in tags:
        first = "VB"
    if "NNS" in tags and tags["NNS"][1] == word and word not in SAME_PLURAL and (not word.endswith("s") or word.endswith(("ss", "ics", "us", "is"))):
        tags.pop("NNS")
        first = None if first == "NNS" else first
    # years, things: WordNet lists some plurals as words of their own.
    if "NNS" in tags and "NN" in tags and tags["NNS"][1] != word and word.endswith("s") and first != "NN":
        tags.pop("NN")
    total = sum(w for w, _ in tags.values()) or 1
    ranked = sorted(tags, key=lambda t: (-tags[t][0], t))
    kept = [t for t in ranked if tags[t][0] / total >= 0.03 or t in ("VBP", "VBN", "VBD") and any(x in tags for x in ("VB", "VBN"))]
    if first:
        kept = [first] + [t for t in kept if t != first]
    # A verb form bears all the tags that its shape implies.
    for a, b in (("VB", "VBP"), ("VBD", "VBN"), ("VBN", "VBD")):
        if a in kept and b not in kept and b in tags:
            kept.insert(kept.index(a) + 1, b)
    if "VBP" in kept and "VB" not in kept:
        kept.remove("VBP") if len(kept) > 1 else None
    # said, set: the past tense is likelier than the participle in the news, for verbs whose forms agree.
    if kept[0] == "VBN" and "VBD" in kept and not word.endswith("ed"):
        kept.remove("VBD")
        kept.insert(0, "VBD")
    # wins, talks: a form in -s is verb and noun alike when its lemma is both.
    for a, b in (("VBZ", "NNS"), ("NNS", "VBZ")):
        if a in kept and b in tags and b not in kept and tags[b][0] >= 0.3:
            kept.append(b)
    if ("VBN" in kept or "VBG" in kept) and "JJ" in tags and "JJ" not in kept:
        kept.append("JJ")
    return kept[:6]


def lemma_column(word, kept, tags):
    lemmas = {t: tags[t][1] for t in kept if t in tags}
    different = {l for l in lemmas.values()}
    if different <= {word}:
        return ""
    if len(different) == 1 and len(lemmas) == len(kept):
        return different.pop()
    # Tags without an entry have the word itself as lemma.
    return ",".join(f"{t}:{lemmas[t]}" for t in kept if t in lemmas and lemmas[t] != word)


def build():
    table, textblob, fixed = possible(), brill(), closed()
    known = probabilities()
    rows = {}
    for word in sorted(set(table) | {w for w in textblob if WORD.match(w)} | {w for w in known if WORD.match(w) and known[w] > -14.5}):
        if word in fixed or not WORD.match(word):
            continue
        tags, first = dict(table.get(word, {})), textblob.get(word)
        if first in ("NNP", "NNPS"):
            first = None
        value, frequency = risk(word), known.get(word, -21)
        if not tags and first is None:
            continue  # seen, but no source says what it is
        if frequency < -19.2 and first is None and not (value is None and textblob.get(word)):
            continue
        if not tags and len(word) < 3 or len(word) < 2:
            continue
        if "-" in word and value is None and frequency < -19.2 and not table.get(word):
            continue  # grade-equivalents
        # Words of names only (London, Michael): capitalised far oftener, and known to no dictionary in lower case.
        if value is not None and value < -1.5 and (first is None or textblob.get(word.capitalize()) == "NNP") and not (first and first[:2] in ("VB", "RB", "IN")):
            continue
        kept = order(word, tags, first)
        rows[word] = [word, ",".join(kept), lemma_column(word, kept, tags), "" if value is None else f"{value:.1f}", "lexicon"]
    # Frequent words that are only proper names: evidence that a capital is no accident.
    for word, log in known.items():
        if re.match(r"^[A-Z][a-z]{2,}$", word) and log > -14.3 and word.lower() not in rows and word.lower() not in fixed:
            value = risk(word)
            if value is not None and value <= -1:
                tag = textblob.get(word, "NNP")
                rows[word.lower()] = [word.lower(), tag if tag in ("NNP", "NNPS") else "NNP", "", f"{value:.1f}", "lexicon"]
    for word, (tags, lemma) in fixed.items():
        value = risk(word)
        rows[word] = [word, tags, lemma, "" if value is None else f"{value:.1f}", "hand"]
    write("words/lexicon.tsv", list(rows.values()), ["word", "tags", "lemma", "risk", "source"])
