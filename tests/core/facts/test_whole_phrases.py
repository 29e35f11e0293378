"""Arguments of facts in whole words, and of the right name."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import Reading, read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: what it shows, the text, a predicate, a role, and the words and entity of its arguments in that role.
ARGUMENTS = [
    ("a credit is no name", "GETTY Jo Hall won the race.", "win", "actor", [("Jo Hall", "person:jo-hall")]),
    ("credits in a row", "SWNS * PA Jo Hall won the race.", "win", "actor", [("Jo Hall", "person:jo-hall")]),
    (
        "an agency may lead its own people",
        "EPA Administrator Jo Hall left Leeds.",
        "leave",
        "actor",
        [("EPA Administrator Jo Hall", "person:jo-hall")],
    ),
    (
        "a description behind a name",
        "Jo Hall, a historian who attended the talks, left early.",
        "attend",
        "actor",
        [("a historian", "person:jo-hall")],
    ),
    (
        "all who are counted",
        "A total of six men and one woman died.",
        "die",
        "actor",
        [("A total of six men and one woman", None)],
    ),
    (
        "some of them",
        "The weight of just two of our bars fell.",
        "fall",
        "actor",
        [("The weight of just two of our bars", None)],
    ),
    (
        "no question in a phrase",
        "Jo Hall unveiled the first draft of what would be law.",
        "unveil",
        "object",
        [("the first draft", None)],
    ),
    (
        "a phrase in front",
        "On “Our News,” Sen. Jo Hall praised Chad.",
        "praise",
        "actor",
        [("Sen. Jo Hall", "person:jo-hall")],
    ),
    (
        "where somebody comes from",
        "A 42-year-old man from Beckenham was arrested.",
        "arrest",
        "recipient",
        [("A 42-year-old man", None)],
    ),
    (
        "what happened before",
        "The ban was lifted Monday following a conference between Chief Tom Hall and Judge Ann Lee.",
        "lift",
        "recipient",
        [],
    ),
    (
        "of what somebody is accused",
        "Norway accused Ghana of attacks on Chad.",
        "accuse",
        "recipient",
        [("Ghana", "country:GHA")],
    ),
    ("whose defeat it is", "Norway blamed Ghana for Chad's defeat.", "blame", "object", [("Chad's defeat", None)]),
    (
        "a title tells which of two",
        "Bill Hart and Laura Hart came. Ms. Hart praised Chad.",
        "praise",
        "actor",
        [("Ms. Hart", "person:laura-hart")],
    ),
    (
        "a title of the other gender is somebody else",
        "Bill Hart came. Ms. Hart praised Chad.",
        "praise",
        "actor",
        [("Ms. Hart", "person:ms-hart")],
    ),
    (
        "a death told by a noun",
        "The death of Ann Lee shocked Leeds.",
        "death",
        "actor",
        [("Ann Lee", "person:ann-lee")],
    ),
    ("whose death it is", "Norway mourned Ann Lee's death.", "death", "actor", [("Ann Lee", "person:ann-lee")]),
    (
        "every place of a series",
        "Protests broke out in Leeds and York on Monday.",
        "break out",
        "place",
        [("Leeds", "geonames:2644688"), ("York", "geonames:2633352")],
    ),
    (
        "what somebody did in what they are accused of",
        "Norway accused Ghana of bombing Togo.",
        "accuse of bombing",
        "recipient",
        [("Ghana", "country:GHA")],
    ),
    (
        "what somebody succeeds in",
        "Jo Hall succeeded in selling the house.",
        "succeed in selling",
        "object",
        [("the house", None)],
    ),
    ("how to do it", "Norway discussed how to stop the fire.", "discuss how to stop", "object", [("the fire", None)]),
    (
        "what goes on beside a plan",
        "Jo Hall moved ahead with projects at a time others are selling them.",
        "move ahead with",
        "object",
        [("projects", None)],
    ),
    ("what somebody may rely on", "Jo Hall met the man she relies on.", "rely on", "recipient", [("the man", None)]),
    ("what somebody is", "Ann Lee is a singer who won a prize.", "win", "actor", [("a singer", "person:ann-lee")]),
    ("what somebody is not", "Ann Lee is not a singer who won a prize.", "win", "actor", [("a singer", None)]),
    ("what is said of somebody names nobody", "Ann Lee is a singer.", "be singer", "object", [("a singer", None)]),
    (
        "no number in a predicate",
        "The strike left up to 32 civilians dead.",
        "leave",
        "recipient",
        [("32 civilians", None)],
    ),
    (
        "no time behind a phrase",
        "Three men were in stable condition last night.",
        "be in condition",
        "object",
        [("stable condition", None)],
    ),
    ("no time before a phrase", "Last Tuesday night police arrested two men.", "arrest", "actor", [("police", None)]),
    ("what a time describes", "A Monday night game drew a crowd.", "draw", "actor", [("A Monday night game", None)]),
]


def read(text: str) -> Reading:
    return read_facts("document", 1, text, PUBLISHED, load_reader())


@pytest.mark.parametrize(
    ("text", "predicate", "role", "expected"), [c[1:] for c in ARGUMENTS], ids=[c[0] for c in ARGUMENTS]
)
def test_arguments(text: str, predicate: str, role: str, expected: list[tuple[str, str | None]]) -> None:
    [fact] = [f for f in read(text).facts if f.predicate == predicate]
    assert [(a.surface, a.entity_id) for a in fact.arguments if a.role == role] == expected


# Each case: what it shows, and a text of which no fact has the predicate.
UNSAID = [
    ("a shooting that a town lives through", "Leeds struggles to return to normal after shooting.", "shoot"),
    ("the death of an idea", "The death of democracy is near.", "death"),
    ("a caption with a numbered picture", "Norway closes the border Getty 2/19", "close"),
]


@pytest.mark.parametrize(("text", "predicate"), [c[1:] for c in UNSAID], ids=[c[0] for c in UNSAID])
def test_unsaid(text: str, predicate: str) -> None:
    assert predicate not in [f.predicate for f in read(text).facts]


def test_a_road_is_no_state() -> None:
    found = {
        m.surface: m.country for m in read("A bus overturned on NH 44 near Kurnool.").mentions if m.kind == "place"
    }
    assert found == {"Kurnool": "IND"}
