"""Which of the places of one name a document means: by its container, the other places around it, and its size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, floor, hypot, log10, radians

from tasks.core.facts.place.gazetteer import Place

# Weights in units of a tenfold population: what the text says of the surroundings outweighs size.
COUNTRY, ADMIN1, ADMIN2, NEAR, CAPITAL, CONTAINED, NESTED = 2.5, 3.0, 1.5, 1.0, 0.7, 10.0, 2.5
ALTERNATE, WRONG_LEVEL = -1.5, -1.5
NEAR_KM = 100.0
_KM_PER_DEGREE = 111.2
ROUNDS = 2
SETTLED = frozenset({"place", "capital"})
SEAT = 50_000
FEWEST = 1.5  # what all names say counts as at least this much, so that one other place alone does not decide
STRAY, STRAY_AMONG = 50_000, 3


@dataclass(slots=True)
class Name:
    """A name of a document with its readings and what the words beside it say, over all its mentions."""

    readings: Sequence[Place]
    mentions: int = 0
    containers: list[Place] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    is_region: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How often a document names places of each country, by region and by second-order region, and where they lie.

    `points`: places by the degree of latitude and longitude they lie in, so that few need be measured. `nested`: ids
    of towns that lie in a county the document names, and of those counties.
    """

    countries: Mapping[str, float]
    admin1: Mapping[tuple[str | None, str], float]
    admin2: Mapping[tuple[str | None, str, str], float]
    points: Mapping[tuple[int, int], Sequence[tuple[str, Place]]]
    nested: Container[str]
    own: Mapping[str, tuple[Place, float]]
    totals: tuple[float, float, float]

    def shares(self, key: str, place: Place) -> tuple[float, float, float]:
        """Shares of the country and regions of a place in what all names but its own say."""
        mine, weight = self.own.get(key, (None, 0.0))
        same = [mine is not None and mine.country == place.country]
        same.append(same[0] and mine is not None and mine.admin1 == place.admin1)
        same.append(same[1] and mine is not None and (mine.admin2 or mine.name) == place.admin2)
        counts = (
            self.countries.get(place.country or "", 0.0),
            self.admin1.get((place.country, place.admin1), 0.0) if place.admin1 else 0.0,
            self.admin2.get((place.country, place.admin1, place.admin2), 0.0) if place.admin2 else 0.0,
        )
        first, second, third = (
            max(count - weight * is_same, 0.0) / max(total - weight, FEWEST)
            for count, is_same, total in zip(counts, same, self.totals, strict=True)
        )
        return first, second, third


def choose(names: Mapping[str, Name], countries: Mapping[str, float]) -> dict[str, tuple[Place, float]]:
    """The reading of each name and how sure it is (0 to 1); `countries`: how often the document names each.

    Each name is read alone first, then again with what the others were read as.
    """
    chosen: dict[str, tuple[Place, float]] = {}
    nested = _nested(names)
    for _ in range(ROUNDS + 1):
        around = _surroundings(names, chosen, countries, nested)
        chosen = {key: _best(key, name, around) for key, name in names.items() if name.readings}
    of_country = Counter(place.country for place, _ in chosen.values())
    return {
        key: choice for key, choice in chosen.items() if not _is_stray(names[key], choice[0], of_country, countries)
    }


def _nested(names: Mapping[str, Name]) -> set[str]:
    """Of all the towns called Paris and all the Henry Counties, those of which one lies in the other."""
    counties = {
        (place.country, place.admin1, place.name): place
        for name in names.values()
        for place in name.readings
        if place.kind == "admin2"
    }
    found: set[str] = set()
    for name in names.values():
        if any(place.kind == "admin1" for place in name.readings):
            continue  # a state is seldom a town of its name
        for place in name.readings:
            county = counties.get((place.country, place.admin1, place.admin2)) if place.admin2 else None
            if county is not None and place.kind in SETTLED:
                found |= {place.entity_id, county.entity_id}
    return found


def _is_stray(name: Name, place: Place, of_country: Counter[str | None], countries: Mapping[str, float]) -> bool:
    """A small place of a country that nothing else in the document points to is likelier a place unknown to us."""
    if place.population >= STRAY or place.kind not in SETTLED or name.containers or name.countries:
        return False
    is_alone = of_country[place.country] == 1 and countries.get(place.country or "", 0.0) == 0.0
    return is_alone and of_country.total() > STRAY_AMONG


def _best(key: str, name: Name, around: Surroundings) -> tuple[Place, float]:
    scored = sorted(
        ((_score(key, name, place, around), -i, place) for i, place in enumerate(name.readings)), reverse=True
    )
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 3.0
    return scored[0][2], round(min(1.0, 0.5 + margin / 6), 3)


def _score(key: str, name: Name, place: Place, around: Surroundings) -> float:
    score = log10(place.population + 100)
    score += CAPITAL * (place.kind == "capital") + ALTERNATE * place.is_alternate
    score += CONTAINED * any(_lies_in(place, container) for container in name.containers)
    score += CONTAINED * (place.country in name.countries) + NESTED * (place.entity_id in around.nested)
    score += WRONG_LEVEL * _is_wrong_level(place, name)
    country, first, second = around.shares(key, place)
    score += COUNTRY * country * (place.country is not None) + ADMIN1 * first + ADMIN2 * second
    return score + NEAR * _is_near(key, place, around.points)


def _is_wrong_level(place: Place, name: Name) -> bool:
    """A region that has a city of its name is meant where the words say so; elsewhere the city is."""
    if name.is_region:
        return place.kind in SETTLED and any(other.kind not in SETTLED for other in name.readings)
    seats = [other for other in name.readings if other.kind in SETTLED and _lies_in(other, place)]
    return bool(seats) and (place.kind == "admin2" or any(other.population > SEAT for other in seats))


def _lies_in(place: Place, container: Place) -> bool:
    if place.country != container.country or place is container:
        return False
    if container.kind == "admin2":
        return place.admin2 == container.name and place.admin1 == container.admin1
    return container.kind == "admin1" and place.admin1 == container.name


def _is_near(key: str, place: Place, points: Mapping[tuple[int, int], Sequence[tuple[str, Place]]]) -> bool:
    north, east = floor(place.latitude), floor(place.longitude)
    around = (points.get((north + i, east + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return any(other != key and distance_km(place, point) < NEAR_KM for cell in around for other, point in cell)


def distance_km(one: Place, other: Place) -> float:
    """Distance on a flat map around the first place: exact enough to tell near from far."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(north, east) * _KM_PER_DEGREE


def _surroundings(
    names: Mapping[str, Name],
    chosen: Mapping[str, tuple[Place, float]],
    countries: Mapping[str, float],
    nested: Container[str],
) -> Surroundings:
    """What the names read so far say; what stands beside a name as its container counts as named itself."""
    of_country = defaultdict(float, {code: min(count, 3.0) for code, count in countries.items()})
    of_admin1: defaultdict[tuple[str | None, str], float] = defaultdict(float)
    of_admin2: defaultdict[tuple[str | None, str, str], float] = defaultdict(float)
    for key, name in names.items():
        told = [(place, 1.0) for place in name.containers]
        told += [chosen[key]] if key in chosen else []
        for place, sureness in told:
            weight = sureness * min(name.mentions, 3)
            of_country[place.country or ""] += weight
            if place.admin1:
                of_admin1[place.country, place.admin1] += weight
            if place.admin2 or place.kind == "admin2":
                of_admin2[place.country, place.admin1, place.admin2 or place.name] += weight
    points: dict[tuple[int, int], list[tuple[str, Place]]] = {}
    for key, (place, _) in chosen.items():
        if place.kind in SETTLED or place.kind == "admin2":
            points.setdefault((floor(place.latitude), floor(place.longitude)), []).append((key, place))
    own = {key: (place, sureness * min(names[key].mentions, 3)) for key, (place, sureness) in chosen.items()}
    totals = (sum(of_country.values()), sum(of_admin1.values()), sum(of_admin2.values()))
    return Surroundings(of_country, of_admin1, of_admin2, points, nested, own, totals)
