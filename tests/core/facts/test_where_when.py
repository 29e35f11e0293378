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
    ("a town in a dateline", "CROMWELL — The third man left the race.", "CROMWELL", "place", "USA"),
    ("a person is of a town", "Ann Lee of Torrington left the house.", "Torrington", "place", "USA"),
    ("a village that nobody lists", "Floods hit Torrington, Hartford and Plonkville.", "Plonkville", "place", "USA"),
    ("a comma is no part of a town", "A man died in Washington, far from the park.", "Washington", "place", "USA"),
    ("a country that is also a first name", "Rebels from Mali attacked Chad.", "Chad", "place", "TCD"),
    ("a first name that is also a country", "Chad Hall came. Leeds praised Chad.", "Chad", "person", None),
    ("a state with a governor", "The Georgia governor signed a bill.", "Georgia", "place", "USA"),
    ("a nation by its adjective", "The Georgian president left Georgia.", "Georgia", "place", "GEO"),
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


def test_a_name_does_not_speak_for_its_own_reading() -> None:
    text = "Ann Lee of Paris died in Dallas. Joe Poe of Paris drove the car. Police came to Paris. Austin was told."
    assert {m.country for m in read(text).mentions if m.surface == "Paris"} == {"USA"}


# Each case: what it shows, the text, the predicate of a fact, the words of its time, and its place.
SCENES = [
    ("the time before joined verbs", "On Monday, Norway shut the border and arrested a man.", "arrest", "Monday", None),
    ("the day between joined verbs", "Norway met Ghana on Monday and signed a deal.", "sign", "Monday", None),
    ("but not the year", "Norway joined the club in 1990 and signed a deal.", "sign", None, None),
    ("nor is today a sequel", "Norway met Ghana today and signed a deal.", "sign", "today", None),
    ("the day behind a name", "The ship was sold by Ann Lee Friday.", "sell", "Friday", None),
    ("a month's name is a person's", "Ann April came. April sold the ship.", "sell", None, None),
    ("nor what comes later", "Norway met Ghana on Monday and later signed a deal.", "sign", None, None),
    ("the scene behind two verbs", "A tram derailed and overturned in Leeds on Monday.", "derail", "Monday", "Leeds"),
    ("what happens when", "A man was killed when a tram overturned in Leeds on Monday.", "kill", "Monday", "Leeds"),
    ("who dies of it", "A man died after a tram overturned in Leeds.", "die", None, "Leeds"),
    ("what it goes on to do", "A car hit a wall in Leeds on Monday, killing a man.", "kill", "Monday", "Leeds"),
    ("one verb leading to another", "Norway tried on Monday to sell the ship.", "try to sell", "Monday", None),
    ("the town before its county", "In Ohio, a man died in Dover.", "die", None, "Dover"),
    ("where the way leads", "Norway's envoy flew to Dover from Leeds.", "fly", None, "Dover"),
    ("where a visit goes", "Floods battered Dover.", "batter", None, "Dover"),
    ("the scene of an event", "Two men died in a raid on a bank in Dover on Monday.", "die", "Monday", "Dover"),
    ("charged later", "A man was charged with murder in the May 2023 shooting of Ann Lee.", "charge", None, None),
    ("seized then", "Two men were arrested in a Friday raid in Dover.", "arrest", "Friday", "Dover"),
    ("too deep", "The firm faces charges in connection with the death of Ann in Dover.", "face", None, None),
    ("a thing of that year", "Norway honoured the victims of the 2005 flood.", "honour", None, None),
    ("a meeting of that day", "Norway sold the ship at a Friday meeting.", "sell", "Friday", None),
    ("what it is compared with", "Norway sold more ships than in 2005.", "sell", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "time", "place"), [c[1:] for c in SCENES], ids=[c[0] for c in SCENES])
def test_scene(text: str, predicate: str, time: str | None, place: str | None) -> None:
    facts = [f for f in read(text).facts if f.predicate == predicate]
    assert [((f.time_text or "").removeprefix("on ") or None, f.place) for f in facts] == [(time, place)]


# Each case: what it shows, the text, the words of a time, and the day it is on.
CLOCKS = [
    ("the day told before", "A shop burned on Monday. Crews came at 6 a.m. and left.", "6 a.m.", date(2024, 5, 13)),
    ("the day of the dateline", "LEEDS, May 16 - A shop burned. Crews came at 6 a.m.", "6 a.m.", date(2024, 5, 16)),
    ("a day to come", "The vote will be on Tuesday. It will begin at 7 p.m.", "7 p.m.", date(2024, 5, 21)),
    ("a habit", "A shop burned on Monday. The next one opens at 9 a.m. and sells bread.", "9 a.m.", None),
    ("a day that is over", "Ann Lee died on Monday. A hearing will be held at 9 a.m. in Leeds.", "9 a.m.", None),
    ("two days", "It hit on Tuesday and Wednesday. A house burned at 5 p.m. in Leeds.", "5 p.m.", None),
    ("a day that only an event tells", "Norway met Ghana on the Sunday before the vote.", "Sunday", None),
    ("a day before a known one", "Norway met Ghana on Sunday before the vote.", "Sunday", date(2024, 5, 12)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day"), [c[1:] for c in CLOCKS], ids=[c[0] for c in CLOCKS])
def test_the_day_of_a_time(text: str, words: str, day: date | None) -> None:
    assert [m.starts_on for m in read(text).mentions if m.surface == words] == [day]
