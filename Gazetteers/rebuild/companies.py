"""names/companies.tsv (listed companies) and names/brands.tsv."""
import re

from common import ROOT, ambiguous, english_words, fold, hand, hand_set, package, parquet, person_bucket, person_buckets, probabilities, risk, row, tidy, unique, write

LEGAL = re.compile(r"[,]?\s+(inc\.?|incorporated|corp\.?|corporation|co\.?|company|ltd\.?|limited|llc|l\.?p\.?|plc\.?|p\.l\.c\.|n\.?v\.?|s\.?a\.?|s\.?e\.?|ag|ab|asa|oyj|"
                   r"a/s|spa|s\.p\.a\.|gmbh|sa de cv|s\.a\.b\.? de c\.v\.?|kgaa|bhd|berhad|tbk|pt|/[a-z]{2,3}/?|\\[a-z]{2,3}\\?|\(publ\)|\(the\)|/the)$", re.I)
# Papers and shells that are no companies the news names.
JUNK = re.compile(r"\b(ETF|ETN|Funds?|Trust [IVX\d]+|Acquisitions?|Acquisition Corp|SPAC|Notes|Warrants?|Portfolio|Bitcoin|Ethereum|Solana|Royalty|Merger|Blank Check|STRATS|SATURNS|Crypto|Corp V|Securities, Series|Trust for|Holdco|"
                  r"Preferred|Opportunit\w+|Municipal|Muni|Income|Strategic Yield|Convertible|Closed-End|Depositary|Shares Trust|Grayscale|iShares|SPDR|ProShares|"
                  r"Invesco DB|Rights|Units|Senior|Floating|Term Trust|Series [A-Z\d]|Partners [IVX]+|Holdings [IVX]+|Capital [IVX]+|II|III|IV|VI|VII|VIII)\b|[#@*!]", re.I)
TAIL = re.compile(r" (Group|Holdings?)$")


def stripped(name):
    """A name without its legal form and the register's additions."""
    name = re.sub(r"\s*[/\\](?:[A-Z]{2,4}|new|adr|the)[/\\]?\s*$", "", tidy(name), flags=re.I)
    for _ in range(4):
        shorter = LEGAL.sub("", name).strip(" ,&")
        if shorter == name or len(shorter) < 2:
            break
        name = shorter
    return name


KEEP_UPPER = {"IBM", "AT&T", "UPS", "CSX", "HP", "PNC", "BNY", "CVS", "MGM", "KKR", "AMC", "GE", "GM", "AIG", "ADP", "BP", "HSBC", "ING", "SAP", "UBS", "RTX",
              "AES", "DTE", "EOG", "ITT", "MSCI", "NCR", "NRG", "TJX", "WPP", "ABB", "ASML", "BHP", "CNH", "CRH", "GSK", "NXP", "TSMC", "USA", "US", "UK", "LG"}


FORMS = {"INC": "Inc", "CORP": "Corp", "LTD": "Ltd", "CO": "Co", "PLC": "PLC", "LLC": "LLC", "LP": "LP"}


def cased(name):
    """The register writes NVIDIA CORP; a capital word becomes Capitalised unless people write it in capitals."""
    out = []
    table = probabilities()
    for word in name.split():
        core = word.strip("(),.")
        if word.strip(".,").upper() in FORMS and out:
            out.append(FORMS[word.strip(".,").upper()] + ("." if word.endswith(".") else ""))
        elif re.match(r"^[A-Z]{3,}'S$", core):
            out.append(word.capitalize())
        elif core.isupper() and len(core) > 2 and core.isalpha() and core not in KEEP_UPPER:
            title = word.capitalize()
            known = core.lower() in english_words() or person_bucket(core) or len(core) > 5
            better = table.get(core.capitalize(), -21) >= table.get(core, -21) - 0.5
            out.append(title if known or better and len(core) > 3 else word)
        elif core.isupper() and "&" not in core and "-" in core:
            out.append("-".join(p.capitalize() if len(p) > 3 else p for p in word.split("-")))
        else:
            out.append({"OF": "of", "AND": "and", "THE": "the", "FOR": "for", "DE": "de", "IN": "in", "Of": "of", "And": "and"}.get(word, word) if out else word)
    return " ".join(out)


def known_places():
    names = set()
    for table in ("countries", "cities", "subdivisions", "regions", "physical"):
        for line in (ROOT / "names" / f"{table}.tsv").read_text(encoding="utf8").splitlines()[1:]:
            f = line.split("\t")
            if int(f[4]) >= 3:
                names.add(fold(f[0]).lower())
    return names


def weak(name, places):
    """Whether the name is also an ordinary word, a person's name, a place or a bare acronym."""
    plain = fold(name).lower()
    if plain in places or re.match(r"^[A-Z]{1,4}$", name):
        return True
    words = plain.split()
    if len(words) == 1:
        return ambiguous(name, 1) or plain in english_words() or len(plain) < 4
    if len(words) == 2 and all(person_buckets().get(w, (0, 0, True))[k] >= 2 for w, k in zip(words, (0, 1))):
        return True  # Ralph Lauren, Tim Hortons
    return len(words) == 2 and all(w in english_words() and (risk(w) or 0) > 0.5 for w in words)


def companies():
    places, dropped = known_places(), hand_set("companies-drop.txt")
    known, entries = {}, []  # how the news spells the well-known ones
    for item in sorted(hand_set("companies-famous.txt")):
        first, *aliases = [n.strip() for n in item.split("=")]
        entries.append((first, aliases))
        for name in [first, *aliases]:
            known.setdefault(fold(name.rstrip("^~")).lower(), first)
    spelt = dict(entries)
    found = {}
    order = 0
    for r in parquet("edgar", "reference/data/company_tickers.parquet"):
        order += 1
        if JUNK.search(r["name"]) or r["exchange"] in (None, "", "OTC") and order > 4000:
            continue
        title = cased(stripped(r["name"]))
        if len(title) < 2 or title in dropped:
            continue
        found.setdefault(fold(title).lower(), [title, cased(tidy(re.sub(r"\s*[/\\](?:[A-Z]{2,4}|new|adr|the)[/\\]?\s*$", "", r["name"], flags=re.I))), r["cik"], order, "edgar"])
    from pytickersymbols import PyTickerSymbols
    for stock in PyTickerSymbols().get_all_stocks():
        name = tidy(stock.get("name") or "")
        title = stripped(name)
        key = fold(title).lower()
        if title in dropped or len(title) < 2 or JUNK.search(name) or len(title) > 40:
            continue
        if key in found:
            found[key][3] = min(found[key][3], 500)  # member of an index
        else:
            found[key] = [title, name, "", 900, "pytickersymbols"]
    rows, ids = [], {}
    for title, legal, cik, place, source in found.values():
        title = re.sub(r" SAB de CV$| S\.?A$", "", re.sub(r"^The (?=\w+ \w)", "", title).rstrip("/ "))
        short = TAIL.sub("", TAIL.sub("", title))
        first = known.get(fold(title).lower()) or known.get(fold(short).lower()) if len(short) > 3 else known.get(fold(title).lower())
        if first:
            ids.setdefault(first, (cik, source))
            continue
        if len(re.sub("[^A-Za-z]", "", title)) < 3 or re.search(r"[^\w .,&'/+-]", title):
            continue
        aliases = [legal] if legal != title and len(legal) < 50 else []
        if short != title and len(short) > 4 and not weak(short, places):
            aliases.append(short)
        if fold(title) != title:
            aliases.append(fold(title))
        weight = 5 if place <= 150 else 4 if place <= 900 else 2
        rows.append(row(title, "organization", "company", f"cik:{cik}" if cik else "", weight, ["weak"] if weak(title, places) else [], aliases, source))
    for first, aliases in sorted(spelt.items()):
        cik, source = ids.get(first, ("", "hand"))
        aliases = aliases + [fold(a) for a in [first, *aliases] if fold(a) != a]
        rows.append(row(first.rstrip("^~"), "organization", "company", f"cik:{cik}" if cik else "", 7, ["weak"] if first.endswith("~") else [], aliases, source))
    rows.sort(key=lambda r: -int(r[4]))
    write("names/companies.tsv", unique(rows))


def brands():
    rows = []
    for line in hand("brands.txt"):
        kind, names = line.split(":", 1)
        for name in names.split("|"):
            name = name.strip()
            flags = [flag for mark, flag in (("^", "exact"), ("~", "weak")) if mark in name[-2:]]
            rows.append(row(name.rstrip("^~"), "product", kind, "", 4, flags, (), "hand"))
    write("names/brands.tsv", unique(rows))


def build():
    companies()
    brands()
