"""Where and when: places and times of whole texts, and the facts they land on."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import Reading, read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: what it shows, the text, the words of a mention, and its kind and country.
MENTIONS = [
    ("those who live there", "Torrington firefighters came. Ann Lee left.", "Torrington", "place", "USA"),
    ("a dateline is no party", "TORRINGTON - Police left the town.", "TORRINGTON", "place", "USA"),
    ("a person is of a town", "Ann Lee of Torrington left the house.", "Torrington", "place", "USA"),
    ("a village that nobody lists", "Floods hit Torrington, Hartford and Plonkville.", "Plonkville", "place", "USA"),
    ("an organisation by its place", "The Ohio Dental Board met.", "Ohio Dental Board", "organisation", "USA"),
]  # fmt: skip


def read(text: str) -> Reading:
    return read_facts("document", 1, text, PUBLISHED, load_reader())


@pytest.mark.parametrize(("text", "words", "kind", "country"), [c[1:] for c in MENTIONS], ids=[c[0] for c in MENTIONS])
def test_mention(text: str, words: str, kind: str, country: str | None) -> None:
    found = [m for m in read(text).mentions if m.surface == words]
    assert [(m.kind, m.country) for m in found] == [(kind, country)]


def test_a_town_and_its_county_stand_by_each_other() -> None:
    found = {m.surface: m for m in read("People of Paris and all of Henry County met.").mentions if m.kind == "place"}
    assert round(found["Paris"].latitude or 0, 1) == 36.3
    assert round(found["Henry County"].latitude or 0, 1) == 36.3
