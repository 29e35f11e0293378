"""Equipment: designations of the table, designations by shape, class words, and names that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.facts.equipment.find import find_equipment
from tasks.core.facts.equipment.lexicon import build_equipment
from tasks.io.measures import load_equipment

DATA = load_equipment()
LEXICON = build_equipment(DATA.designations, DATA.classes)


@pytest.mark.parametrize(
    ("text", "surface", "name", "kind", "country"),
    [
        ("An S-400 missile system.", "S-400 missile system", "S-400", "surface-to-air missile system", "RUS"),
        ("They moved a Pantsir battery.", "Pantsir battery", "Pantsir", "surface-to-air missile system", "RUS"),
        ("Two MiG-29s took off.", "MiG-29s", "MiG-29", "fighter aircraft", "RUS"),
        ("An Mi-8 helicopter crashed.", "Mi-8 helicopter", "Mi-8", "transport helicopter", "RUS"),
        ("They bought HIMARS.", "HIMARS", "HIMARS", "multiple rocket launcher", "USA"),
        ("A Bayraktar TB2 drone fell.", "Bayraktar TB2 drone", "Bayraktar TB2", "drone", "TUR"),
        ("T-72B3 tanks rolled in.", "T-72B3 tanks", "T-72", "main battle tank", "RUS"),
        ("The Su-35S climbed.", "Su-35S", "Su-35", "fighter aircraft", "RUS"),
        ("They got Leopard 2A6 tanks.", "Leopard 2A6 tanks", "Leopard 2", "main battle tank", "DEU"),
        # common words need a class word at their side
        ("A Patriot battery fired.", "Patriot battery", "Patriot", "surface-to-air missile system", "USA"),
        ("Stinger missiles were found.", "Stinger missiles", "Stinger", "man-portable air defense system", "USA"),
        # other spellings
        ("S 400 systems came.", "S 400 systems", "S-400", "surface-to-air missile system", "RUS"),
        ("An AK47 was found.", "AK47", "AK-47", "assault rifle", "RUS"),
        # not in the table
        ("The new QX-12 howitzers fired.", "QX-12 howitzers", "QX-12", "howitzer", None),
        ("HMS Exampleton sailed.", "HMS Exampleton", "HMS Exampleton", "warship", "GBR"),
    ],
)  # fmt: skip
def test_named(text: str, surface: str, name: str, kind: str, country: str | None) -> None:
    [found] = find_equipment(text, (), LEXICON)
    assert (text[found.start : found.end], found.name, found.of, found.country) == (surface, name, kind, country)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("They fired two ballistic missiles.", "ballistic missiles", "ballistic missile"),
        ("Helicopter gunships fired.", "Helicopter gunships", "attack helicopter"),
        ("It sank a warship.", "warship", "warship"),
    ],
)
def test_class_words(text: str, surface: str, kind: str) -> None:
    [found] = find_equipment(text, (), LEXICON)
    assert (text[found.start : found.end], found.name, found.of) == (surface, None, kind)
    assert found.score < 1


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber struck.",
        "Water tanks ran dry.",
        "He threw the javelin; Javelin was his nickname.",
        "Typhoon Haiyan hit aircraft.",
        "He drove a Ford Taurus past the planes.",
        "A 10 percent rise.",
        "COVID-19 vaccines came.",
        "The G-20 summit opened.",
        "BRAVO-2019 flight drills began.",
        "At 4, she sang.",
    ],
)
def test_no_equipment(text: str) -> None:
    assert find_equipment(text, (), LEXICON) == []


GARDEN = "The old rain tank leaks, so the plants dry out, and the children water them by hand each evening. " * 5


def test_a_long_text_without_arms_has_no_tanks() -> None:
    assert find_equipment(GARDEN + "The Predators won. Tor prints books.", (), LEXICON) == []
    armed = GARDEN + "Soldiers with a tank came, and the army bombed the house; police arrested the rebels."
    assert [armed[f.start : f.end] for f in find_equipment(armed, (), LEXICON)][-1] == "tank"


def test_every_row_is_found_by_its_own_name() -> None:
    kinds = {row["class"] for row in DATA.classes}
    for row in DATA.designations:
        found = find_equipment(f"the {row['designation']} systems", (), LEXICON)
        assert found, row["designation"]
        assert row["class"] in kinds, row["class"]
        assert row["source"], row["designation"]


PIECES = (
    "S-400",
    "the",
    "A",
    "10",
    "F",
    "16",
    "tank",
    "bomb",
    "Patriot",
    "missile",
    "'s",
    "USS",
    "X-",
    "/",
    "Type",
    "055",
)


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    last = 0
    for found in find_equipment(text, (), LEXICON):
        assert last <= found.start < found.end <= len(text)
        last = found.end
