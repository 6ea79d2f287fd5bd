"""places/homonyms.tsv: towns that share their name with another town or with a larger place."""
import collections

from cities import larger_places
from common import latin, tidy, write
from places import geonames

# GeoNames numbers the provinces of Canada and the states of Australia.
REGIONS = {
    "CA": {"01": "Alberta", "02": "British Columbia", "03": "Manitoba", "04": "New Brunswick", "05": "Newfoundland and Labrador", "07": "Nova Scotia",
           "08": "Ontario", "09": "Prince Edward Island", "10": "Quebec", "11": "Saskatchewan", "12": "Yukon", "13": "Northwest Territories",
           "14": "Nunavut"},
    "AU": {"01": "Australian Capital Territory", "02": "New South Wales", "03": "Northern Territory", "04": "Queensland", "05": "South Australia",
           "06": "Tasmania", "07": "Victoria", "08": "Western Australia"},
    "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
}


def region(city):
    """The English name of the town's state or province where newspapers add it; else nothing."""
    country, code = city["countrycode"], city["admin1code"]
    if country == "US":
        return geonames("us_states").get(code, {}).get("name", "")
    return REGIONS.get(country, {}).get(code, "")


def build():
    towns, larger = collections.defaultdict(list), larger_places()
    for city in geonames("cities5000").values():
        name = tidy(city["name"])
        if latin(name):
            towns[name].append(city)
    rows = [[name, region(c), c["countrycode"], f"geonames:{c['geonameid']}", f"{c['latitude']:.2f}", f"{c['longitude']:.2f}", str(c["population"]), "geonames"]
            for name, cities in towns.items() if len(cities) > 1 or name in larger for c in cities]
    write("places/homonyms.tsv", rows, ["name", "region", "country", "id", "latitude", "longitude", "population", "source"])
