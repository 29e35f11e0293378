"""Places of a text: which of the places of one name is meant."""

from __future__ import annotations

import pytest

from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.finding import Finding
from tasks.core.facts.place.choice import Name, choose, distance_km
from tasks.core.facts.place.find import Context, find_places
from tasks.core.facts.place.gazetteer import Gazetteer, Place
from tests.core.facts.names import cases, gazetteer, lexicon

PLACES = [
    # A container behind a comma decides, for every mention of the name.
    ("paris_texas", "Paris", {"country": "USA", "geonames_id": 4717560}),
    ("paris_france", "Paris", {"country": "FRA", "geonames_id": 2988507}),
    ("jordan_town", "Jordan", {"country": "USA"}),
    ("jordan_town", "Minn.", {"name": "Minnesota"}),
    ("capital_place", "Belgrade", {"country": "SRB", "finder": "place:capital"}),
    # So do the other places of the text.
    ("springfield", "Springfield", {"geonames_id": 4250542}),
    ("springfield", "Sangamon County", {"finder": "place:admin2", "country": "USA"}),
    ("georgia_state", "Georgia", {"country": "USA", "finder": "place:admin1"}),
    # Lists of counties, regions by their noun.
    ("counties", "Barrow", {"name": "Barrow County", "country": "USA"}),
    ("counties", "Madison", {"name": "Madison County", "country": "USA"}),
    ("region", "Astrakhan", {"finder": "place:admin1", "country": "RUS"}),
    ("region", "Kursk province", {"finder": "place:admin1", "country": "RUS"}),
    # A point of the compass is no province of that name, a street no city.
    ("west", "West", {"country": None, "latitude": None}),
    ("police", "Dublin Road", {"country": None}),
]


def places(case: str) -> list[Finding]:
    text, sentences = cases()[case]
    return find_places(text, sentences, gazetteer(), Context(find_actors(text, sentences, lexicon())))


@pytest.mark.parametrize(("case", "words", "columns"), PLACES, ids=lambda value: str(value)[:40])
def test_place(case: str, words: str, columns: dict[str, object]) -> None:
    text = cases()[case][0]
    found = next(f for f in places(case) if text[f.start : f.end] == words)
    assert {name: getattr(found, name) for name in columns} == columns


def test_a_language_is_no_place() -> None:
    assert places("language") == []


def test_all_mentions_of_a_name_are_one_place() -> None:
    text = cases()["paris_texas"][0]
    assert len({f.entity_id for f in places("paris_texas") if text[f.start : f.end] == "Paris"}) == 1


def test_words_of_other_findings_are_left_alone() -> None:
    text, sentences = cases()["paris_france"]
    whole = Finding(start=0, end=len(text), kind="organisation", finder="test")
    assert find_places(text, sentences, gazetteer(), Context([whole])) == []


def place(name: str, country: str, north: float, east: float, population: int) -> Place:
    return Place(f"geonames:{country}", name, "place", country, "", "", north, east, 1, population, False)


def test_size_decides_where_nothing_else_does() -> None:
    small, large = place("Ham", "GBR", 51.4, -0.3, 9_000), place("Ham", "FRA", 49.7, 3.1, 900_000)
    assert choose({"ham": Name([small, large], 1)}, {})["ham"][0] is large


def test_a_country_that_the_text_names_outweighs_size() -> None:
    small, large = place("Ham", "GBR", 51.4, -0.3, 9_000), place("Ham", "FRA", 49.7, 3.1, 900_000)
    assert choose({"ham": Name([small, large], 1)}, {"GBR": 3.0})["ham"][0] is small


def test_names_stand_by_each_other() -> None:
    here, far = place("Wells", "GBR", 51.2, -2.6, 12_000), place("Wells", "USA", 43.3, -70.6, 13_000)
    bath = place("Bath", "GBR", 51.4, -2.4, 94_000)
    assert choose({"wells": Name([here, far], 1), "bath": Name([bath], 2)}, {})["wells"][0] is here


def test_a_small_place_far_from_all_others_is_a_stranger() -> None:
    near = {name: Name([place(name, "SDN", 15.0 + i, 32.5, 90_000)], 1) for i, name in enumerate(("a", "b", "c"))}
    stray = Name([place("Euston", "AUS", -34.6, 142.7, 800)], 1)
    assert choose({**near, "euston": stray}, {"SDN": 1.0}).keys() == near.keys()
    assert "euston" in choose({**near, "euston": stray}, {"AUS": 1.0})


def test_distance() -> None:
    assert distance_km(place("A", "X", 0, 0, 0), place("B", "X", 0, 1, 0)) == pytest.approx(111.2)


def test_readings_come_from_lines_and_regions() -> None:
    lines = ["ham\t1\tHam\tplace\tGBR\tEngland\t\t51.4\t-0.3\t9000", "hamm\t2\tHamm\tplace\tDEU\t\t\t51.7\t7.8\t180000"]
    region = {
        "name": "Ham Heath", "spellings": "Hth.", "codes": "HH", "adjectives": "Heathen", "kind": "admin1",
        "country": "GBR", "latitude": "51", "longitude": "0", "geonames_id": "",
    }  # fmt: skip
    made = Gazetteer(lines, [region], [])
    assert [p.entity_id for p in made.readings("ham")] == ["geonames:1"]
    assert made.readings("ha") == ()
    assert [p.name for p in made.readings("ham heath")] == ["Ham Heath"]
    assert [p.name for p in made.containers("HH")] == [p.name for p in made.containers("Hth.")] == ["Ham Heath"]
    assert [p.name for p in made.adjectives("heathen")] == ["Ham Heath"]
    assert made.readings("hth") == ()
