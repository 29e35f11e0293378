"""Places by name: populated places and regions from sorted lines, larger regions, seas and states from rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tasks.core.facts.name import key_of, slug

# Regions have no population in the tables; these make them compete with towns of their name as writers mean them.
_RANK = {"continent": 50_000_000, "sea": 5_000_000, "region": 3_000_000, "admin1": 3_000_000, "lake": 500_000}
MOST_WORDS = 5
_CODE = 2


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of a name; `admin1` is the name of the first-order region it lies in, or its own where it is one."""

    entity_id: str
    name: str
    kind: str
    country: str | None
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    is_alternate: bool


class Gazetteer:
    """All readings of a name."""

    def __init__(
        self, lines: Sequence[str], regions: Sequence[Mapping[str, str]], cues: Sequence[Mapping[str, str]]
    ) -> None:
        """`lines`: sorted, tab-separated, the key first; `regions`, `cues`: rows of the tables of that name."""
        self._lines = lines
        self.cues = {row["word"]: row["country"] for row in cues}
        self._regions: dict[str, list[Place]] = {}
        self._codes: dict[str, list[Place]] = {}
        self._adjectives: dict[str, list[Place]] = {}
        for row in regions:
            place = _region(row)
            for form in (row["name"], *filter(None, row["spellings"].split("|"))):
                # `Miss.` and `Ore.` are states behind a town's name only.
                if form.endswith(".") and "." not in form[:-1]:
                    self._codes.setdefault(form, []).append(place)
                else:
                    self._regions.setdefault(key_of(form), []).append(place)
            for adjective in filter(None, row["adjectives"].split("|")):
                self._adjectives.setdefault(key_of(adjective), []).append(place)
            for code in filter(None, row["codes"].split("|")):
                self._codes.setdefault(code, []).append(place)
        self.readings = lru_cache(maxsize=1 << 14)(self._readings)

    def _readings(self, key: str) -> tuple[Place, ...]:
        """What a name may be; nothing for an unknown one."""
        found = list(self._regions.get(key, ()))
        known = {(place.name, place.country, place.kind) for place in found}
        prefix = key + "\t"
        number = bisect_left(self._lines, prefix)
        while number < len(self._lines) and self._lines[number].startswith(prefix):
            place = _place(self._lines[number])
            if (place.name, place.country, place.kind) not in known or place.kind in ("place", "capital"):
                found.append(place)
            number += 1
        return tuple(found)

    def coded(self, surface: str) -> Sequence[Place]:
        """Regions that an abbreviation, as written behind a town's name, may stand for: `Pa.`, `TX`."""
        found = self._codes.get(surface, [])
        return found or self._codes.get(surface.upper() if len(surface) == _CODE else "", [])

    def adjectives(self, key: str) -> Sequence[Place]:
        """Regions that an adjective or a name for people points at: `Chechen`, `Texans`."""
        return self._adjectives.get(key, ())

    def is_listed(self, key: str) -> bool:
        """Whether a name is that of a region, sea or state of the hand-kept table."""
        return key in self._regions

    def states(self, surface: str) -> Sequence[Place]:
        """First-order regions with a postal code: `CA`, `Ca`, `California`."""
        found = self._codes.get(surface.upper(), ()) if len(surface) <= 2 else self._regions.get(key_of(surface), ())
        return [place for place in found if place.country in ("USA", "CAN") and place.kind == "admin1"]

    def containers(self, surface: str) -> Sequence[Place]:
        """Regions that may stand behind a comma: `Ohio`, `Pa.`, `Licking County`."""
        return self.coded(surface) or [
            place for place in self.readings(key_of(surface)) if place.kind.startswith("admin")
        ]


def _place(line: str) -> Place:
    key, identifier, name, kind, country, admin1, admin2, latitude, longitude, population = line.split("\t")
    number = int(identifier) if identifier else None
    return Place(
        entity_id=f"geonames:{number}" if number else f"region:{country}-{slug(f'{admin1} {name}')}",
        name=name,
        kind=kind,
        country=country,
        admin1=admin1,
        admin2=admin2,
        latitude=float(latitude),
        longitude=float(longitude),
        geonames_id=number,
        population=int(population),
        is_alternate=_written_out(key) != _written_out(key_of(name)),
    )


def _written_out(key: str) -> str:
    return f" {key} ".replace(" st ", " saint ").replace(" ft ", " fort ").replace(" mt ", " mount ")


def _region(row: Mapping[str, str]) -> Place:
    number = int(row["geonames_id"]) if row["geonames_id"] else None
    return Place(
        entity_id=f"geonames:{number}" if number else f"region:{slug(row['name'])}",
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        admin1=row["name"] if row["kind"] == "admin1" else "",
        admin2="",
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        geonames_id=number,
        population=_RANK[row["kind"]],
        is_alternate=False,
    )
