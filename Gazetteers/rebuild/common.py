"""What the table builders share: finding the sources, folding, evidence about words, writing tables."""
import collections
import functools
import gzip
import importlib.util
import json
import pathlib
import re
import subprocess
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
CACHE = HERE / ".cache"
DEBIAN = {"wordnet-base": "1:3.0-37", "unicode-cldr-core": "41-0.1"}
NAME_COLUMNS = ["name", "type", "subtype", "id", "weight", "flags", "aliases", "attributes", "source"]


# ---- sources -------------------------------------------------------------------------------------

def package(name):
    """The folder of an installed Python package, found without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise SystemExit(f"{name} is not installed: pip install --no-deps -r {HERE / 'requirements.txt'}")
    return pathlib.Path(list(spec.submodule_search_locations)[0])


@functools.lru_cache(None)
def debian(name):
    """The unpacked tree of a Debian package, downloaded once into the cache."""
    target = CACHE / name
    if not target.exists():
        CACHE.mkdir(exist_ok=True)
        subprocess.run(["apt-get", "download", name], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
        file = sorted(CACHE.glob(name + "_*.deb"))[-1]
        version = subprocess.run(["dpkg-deb", "-f", file, "Version"], capture_output=True, text=True).stdout.strip()
        if version != DEBIAN[name]:
            print(f"warning: {name} {version}, tables were made with {DEBIAN[name]}")
        subprocess.run(["dpkg-deb", "-x", file, target], check=True)
    return target


def parquet(name, path):
    import pyarrow.parquet
    return pyarrow.parquet.read_table(package(name) / path).to_pylist()


def hand(name):
    """Lines of a hand-written list in rebuild/hand/, without remarks and blank lines."""
    for line in (HERE / "hand" / name).read_text(encoding="utf8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line.rstrip("\n")


def hand_set(name):
    """The `|`-separated entries of a hand-written list."""
    return {entry.strip() for line in hand(name) for entry in line.split("|") if entry.strip()}


# ---- words ---------------------------------------------------------------------------------------

_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
                        "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A",
                        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "–": "-"})


@functools.lru_cache(None)
def fold(text):
    """Text without diacritics."""
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in text if not unicodedata.combining(c))


_LATIN = re.compile(r"^[A-Za-zÀ-ÖØ-öø-ɏəḀ-ỿ0-9'’‘ʻ.,&/()\- ]+$")


def latin(text):
    return bool(_LATIN.match(text))


def tidy(text):
    """One spelling of apostrophes and spaces."""
    return re.sub(r"\s+", " ", re.sub("[’‘ʻʼ`´]", "'", unicodedata.normalize("NFC", text))).strip()


@functools.lru_cache(None)
def probabilities():
    """word -> log-probability, letter case kept (spacy-lookups-data)."""
    path = package("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    return json.load(gzip.open(path, "rt", encoding="utf8"))


FLOOR = -19.5


def risk(word):
    """log P(lower case) - log P(capitalised); above 0 the capitalised word alone proves nothing. None: unseen."""
    table = probabilities()
    low = max(table.get(word.lower(), FLOOR), FLOOR)
    capital = max(table.get(word[:1].upper() + word[1:].lower(), FLOOR), FLOOR)
    if low <= FLOOR + 0.05 and capital <= FLOOR + 0.05:
        return None
    return round(low - capital, 1)


@functools.lru_cache(None)
def person_buckets():
    """word -> the larger of its buckets as given name and surname, from words/person-names.tsv (built first)."""
    table = {}
    for line in (ROOT / "words" / "person-names.tsv").read_text(encoding="utf8").splitlines()[1:]:
        word, given, surname, _, flags, _ = line.split("\t")
        table[word] = (int(given), int(surname), "intl" in flags)
    return table


def person_bucket(word):
    given, surname, intl = person_buckets().get(fold(word).lower(), (0, 0, False))
    return 0 if intl else max(given, surname)


@functools.lru_cache(None)
def english_words():
    """Lower-case words of the lexicon that are not proper names (built first)."""
    out = set()
    for line in (ROOT / "words" / "lexicon.tsv").read_text(encoding="utf8").splitlines()[1:]:
        word, tags, _, _, _ = line.split("\t")
        if tags.split(",")[0] not in ("NNP", "NNPS"):
            out.add(word)
    return out


def ambiguous(name, person=2):
    """Whether a single word is also an ordinary word, or a person's name of at least that bucket."""
    if " " in name or "-" in name:
        return False
    value = risk(fold(name))
    return (value is not None and value > 0) or person_bucket(name) >= person


# ---- WordNet -------------------------------------------------------------------------------------

Synset = collections.namedtuple("Synset", "lexfile words pointers gloss")


@functools.lru_cache(None)
def wordnet(pos="noun"):
    """offset -> Synset(lexicographer file, words, [(symbol, offset, pos)], gloss)."""
    table = {}
    path = debian("wordnet-base") / "usr/share/wordnet" / f"data.{pos}"
    for line in path.read_text(encoding="latin1").splitlines():
        if line.startswith(" "):
            continue
        data, gloss = line.split("|", 1)
        f = data.split()
        count = int(f[3], 16)
        words = [re.sub(r"\(.*\)$", "", f[4 + 2 * i]).replace("_", " ") for i in range(count)]
        p = 4 + 2 * count
        pointers = [(f[p + 1 + 4 * i], f[p + 2 + 4 * i], f[p + 3 + 4 * i]) for i in range(int(f[p]))]
        table[f[0]] = Synset(int(f[1]), words, pointers, gloss.strip())
    return table


@functools.lru_cache(None)
def wordnet_children():
    kinds, instances = collections.defaultdict(list), collections.defaultdict(list)
    for offset, synset in wordnet().items():
        for symbol, target, pos in synset.pointers:
            if symbol == "@" and pos == "n":
                kinds[target].append(offset)
            elif symbol == "@i":
                instances[target].append(offset)
    return kinds, instances


def wordnet_below(first_word, lexfile, with_instances=True):
    """Offsets of all synsets below the first synset with this first word in this lexicographer file."""
    kinds, instances = wordnet_children()
    roots = [o for o, s in wordnet().items() if s.words[0] == first_word and s.lexfile == lexfile][:1]
    seen, order, stack = set(), [], roots
    while stack:
        offset = stack.pop()
        if offset in seen:
            continue
        seen.add(offset)
        order.append(offset)
        stack += kinds.get(offset, [])
        if with_instances:
            stack += instances.get(offset, [])
    return order


def wordnet_types(offset):
    """First words of what a synset is an instance of."""
    table = wordnet()
    return [table[t].words[0] for symbol, t, _ in table[offset].pointers if symbol == "@i"]


# ---- tables --------------------------------------------------------------------------------------

def row(name, type, subtype, id="", weight=3, flags=(), aliases=(), source="", **attributes):
    """One row of a names table; attributes without a value are left out."""
    name = tidy(name)
    seen, kept = {name}, []
    for alias in aliases:
        alias = tidy(alias)
        if alias and alias.rstrip("^~") not in seen:
            seen.add(alias.rstrip("^~"))
            kept.append(alias)
    notes = ";".join(f"{k}={v}" for k, v in attributes.items() if v not in (None, ""))
    return [name, type, subtype, id, str(weight), ",".join(sorted(set(flags))), "|".join(kept), notes, source]


def unique(rows):
    """Each name once: the first row wins; an alias that is another row's name, or already taken, is dropped."""
    names, out = {}, []
    for r in rows:
        if r[0] and r[0] not in names:
            names[r[0]] = r
            out.append(r)
    taken = set(names)
    for r in out:
        kept = []
        for alias in r[6].split("|") if r[6] else []:
            bare = alias.rstrip("^~")
            if bare not in taken:
                taken.add(bare)
                kept.append(alias)
        r[6] = "|".join(kept)
    return out


def write(path, rows, columns=NAME_COLUMNS):
    """Writes a table, sorted by the bytes of its rows."""
    for r in rows:
        assert len(r) == len(columns) and not any("\t" in c or "\n" in c for c in r), r
    lines = sorted(("\t".join(r) for r in rows), key=lambda l: [c.encode() for c in l.split("\t")])
    file = ROOT / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\t".join(columns) + "\n" + "".join(l + "\n" for l in lines), encoding="utf8")
    print(f"{path}\t{len(lines)} rows\t{file.stat().st_size / 1e6:.2f} MB")
