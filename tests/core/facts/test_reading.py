"""From a sentence to its facts, through the whole reading: each case names the construction and what comes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.annotate import load_reader
from tasks.core.facts.reading import Reading, read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: what it shows, the text, the words of the fact's predicate, and the columns that must hold.
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "active with quantity and weekday",
        "Norway sent 200 troops to Mali on Monday.",
        "send",
        {"actor_id": "country:NOR", "event_type": "MOBILIZE", "starts_on": date(2024, 5, 13), "modality": "actual"},
    ),
    (
        "those who are counted act",
        "Thousands of protesters marched through Tbilisi on Sunday.",
        "march",
        {"actor": "Thousands of protesters", "event_type": "PROTEST", "place": "Tbilisi"},
    ),
    (
        "who is struck is no place",
        "Ethiopia fired 30 rockets at Sudan.",
        "fire",
        {"actor_id": "country:ETH", "recipient_id": "country:SDN", "place": None, "event_type": "ASSAULT"},
    ),
    (
        "whom sanctions meet is no place",
        "Canada imposed sanctions on Belarus.",
        "impose",
        {"actor_id": "country:CAN", "recipient_id": "country:BLR", "place": None},
    ),
    (
        "a sea is where, not whom",
        "A Norwegian drone was shot down over the Black Sea.",
        "shoot down",
        {"recipient": None, "place": "Black Sea"},
    ),
    (
        "who is given something is no place",
        "Germany sent 14 Leopard 2 tanks to Ukraine.",
        "send",
        {"actor_id": "country:DEU", "recipient_id": "country:UKR", "event_type": "AID"},
    ),
    (
        "passive with agent",
        "The village was shelled by Sudanese forces in 2023.",
        "shell",
        {"actor_country": "SDN", "event_type": "ASSAULT", "starts_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)},
    ),
    (
        "joined subjects, light verb, party of the noun",
        "Peru and Chile held joint naval exercises with Brazil last week.",
        "hold",
        {"actor_id": "country:PER", "recipient_id": "country:BRA", "event_type": "COOPERATE"},
    ),
    (
        "negation",
        "Kenya did not sign the treaty with Uganda.",
        "sign",
        {"actor_id": "country:KEN", "polarity": "negated"},
    ),
    (
        "attribution to a ministry",
        "Ghana's foreign ministry said Togo had closed the border.",
        "close",
        {"actor_id": "country:TGO", "attribution": "said", "source_country": "GHA"},
    ),
    (
        "a plan is no event yet",
        "Finland plans to buy 64 fighter jets from the United States.",
        "plan to buy",
        {"actor_id": "country:FIN", "modality": "planned", "recipient_id": "country:USA"},
    ),
    (
        "noun with infinitive",
        "Georgia's bid to join NATO angered many.",
        "bid to join",
        {"actor_id": "country:GEO", "recipient_id": "org:NATO"},
    ),
    (
        "control: the object of the asking acts",
        "Egypt asked Sudan to release the sailors.",
        "release",
        {"actor_id": "country:SDN"},
    ),
    (
        "a pronoun stands for the only country",
        "Japan is in talks with the Philippines. It has offered radars.",
        "offer",
        {"actor_id": "country:JPN"},
    ),
    (
        "a name beside a description is who is meant",
        "Her uncle, Peter Hall, left Peru on Monday.",
        "leave",
        {"actor": "Peter Hall"},
    ),
    (
        "the speaker of a quotation is its I",
        "“I visited Ghana on Monday,” said Peter Hall.",
        "visit",
        {"actor": "Peter Hall", "recipient_id": "country:GHA", "attribution": "quoted"},
    ),
    (
        "a verb that leads on to an infinitive is one predicate with it",
        "Norway chose to sell the ship to Ghana.",
        "choose to sell",
        {"actor_id": "country:NOR", "recipient_id": "country:GHA"},
    ),
    (
        "so is an adjective",
        "Norway is ready to sell the ship to Ghana.",
        "be ready to sell",
        {"actor_id": "country:NOR", "recipient_id": "country:GHA"},
    ),
    (
        "what is going to be is told by its own verb",
        "Norway is going to sell the ship.",
        "sell",
        {"actor_id": "country:NOR", "modality": "planned"},
    ),
    (
        "a bare object is one with its verb, what hangs on it is the object",
        "Norway took part in the talks.",
        "take part in",
        {"actor_id": "country:NOR"},
    ),
    (
        "a gerund that a verb leads on to",
        "Norway is considering selling the ship to Ghana.",
        "consider selling",
        {"actor_id": "country:NOR", "recipient_id": "country:GHA"},
    ),
    (
        "what leads an infinitive leads the one joined to it",
        "Norway needs to sell the ship and tell Ghana the price.",
        "need to tell",
        {"actor_id": "country:NOR", "recipient_id": "country:GHA"},
    ),
    (
        "an infinitive far behind the verb it completes",
        "Norway tried on Tuesday to sell the ship.",
        "try to sell",
        {"actor_id": "country:NOR"},
    ),
    (
        "a complement is one with its verb",
        "Ghana held the minister accountable.",
        "hold accountable",
        {"actor_id": "country:GHA", "recipient": "the minister"},
    ),
    (
        "where a thing stands does not act",
        "The village is located by Lake Volta.",
        "locate",
        {"actor": None},
    ),
    (
        "who is wanted to do something does it, and is not who wants it",
        "Norway wants Ghana to sell the ship.",
        "sell",
        {"actor_id": "country:GHA"},
    ),
    (
        "what somebody did may act where it is no event",
        "Peter Hall's decision pleased Ghana.",
        "please",
        {"actor": "Peter Hall's decision", "actor_id": None},
    ),
    (
        "a name behind a long description",
        "A defender of the treaty, Peter Hall sold the ship.",
        "sell",
        {"actor": "Peter Hall"},
    ),
    (
        "to whom it is said takes no part in it",
        "Ghana accused Norway in an interview with Peter Hall.",
        "accuse",
        {"recipient_id": "country:NOR"},
    ),
    (
        "who does something beside takes no part",
        "Norway changed the plan with Ghana seeking the ship.",
        "change",
        {"recipient": None},
    ),
    (
        "what has yet to be done is no duty",
        "Norway has yet to sign the treaty.",
        "sign",
        {"actor_id": "country:NOR", "polarity": "negated"},
    ),
    (
        "where a thing is from is not whom it meets",
        "Peter Hall rang a bell from the ministry.",
        "ring",
        {"recipient": None},
    ),
    (
        "of whom somebody has something is",
        "Peter Hall bought a bell from the ministry.",
        "buy",
        {"recipient": "the ministry"},
    ),
    (
        "a headline's past form of a verb that needs an object is a passive",
        "Leeds woman charged with arson.",
        "charge",
        {"actor": None, "recipient": "Leeds woman"},
    ),
    (
        "who is headed somewhere acts",
        "Norway was headed to an election.",
        "head",
        {"actor_id": "country:NOR"},
    ),
    (
        "so is a passive",
        "Norway was forced to close its embassy in Ghana.",
        "be forced to close",
        {"actor_id": "country:NOR", "place_country": "GHA"},
    ),
    (
        "what belongs to a country is not the country",
        "Peter Hall sold British stamps.",
        "sell",
        {"actor": "Peter Hall", "recipient": None, "recipient_id": None},
    ),
    (
        "an act of somebody is theirs",
        "Peru condemned Ghana's withdrawal.",
        "condemn",
        {"actor_id": "country:PER", "recipient_id": "country:GHA", "event_type": "ACCUSE"},
    ),
    (
        "a complement of a copula is no recipient, its owner is",
        "Norway is an ally of Ghana.",
        "be ally",
        {"actor_id": "country:NOR", "recipient_id": "country:GHA"},
    ),
    (
        "an office is no recipient, whatever its name holds",
        "Peter Hall is the ambassador of Ghana.",
        "be ambassador",
        {"actor": "Peter Hall", "recipient": None},
    ),
    (
        "a town of origin is not the place",
        "Police arrested a man from Leeds.",
        "arrest",
        {"place": None, "event_type": "COERCE"},
    ),
    (
        "where the speaker sits is not the place",
        "A ministry spokesman in Berlin said Norway had closed the border.",
        "close",
        {"actor_id": "country:NOR", "place": None},
    ),
    (
        "a place that no gazetteer has keeps its words",
        "Peter Hall staged a protest outside Norwick Towers.",
        "stage",
        {"actor": "Peter Hall", "place": "Norwick Towers", "latitude": None},
    ),
    (
        "with whom somebody digs is not whom it meets",
        "Peter Hall dug a well with three soldiers.",
        "dig",
        {"actor": "Peter Hall", "recipient": None},
    ),
    (
        "how long it lasted is not when",
        "The police searched the house for three days.",
        "search",
        {"time_text": None, "starts_on": None},
    ),
    (
        "an owner meets what its act meets, a person's thing does not",
        "The police met Peter Hall's driver.",
        "meet",
        {"actor_sector": "COP", "recipient": "Peter Hall's driver"},
    ),
    (
        "what a sentence has to tell is kept whoever it is about",
        "The storm flooded the harbour.",
        "flood",
        {"actor": "The storm", "recipient": None},
    ),
    (
        "so is what somebody is cited with",
        "Peter Hall said the storm had flooded the harbour.",
        "flood",
        {"actor": "the storm", "attribution": "said"},
    ),
    (
        "and what happened beside it",
        "The harbour closed after the storm flooded the quay.",
        "flood",
        {"actor": "the storm"},
    ),
    (
        "those who are counted are somebody",
        "All of the sailors perished.",
        "perish",
        {"actor": "All of the sailors"},
    ),
    (
        "who is spoken of in a likeness takes no part",
        "Peter Hall sold the stamps as a gift for Ghana.",
        "sell",
        {"actor": "Peter Hall", "recipient": None},
    ),
    (
        "an office that somebody runs for is not whom he meets",
        "Peter Hall ran for mayor against Ann Lee.",
        "run for",
        {"recipient": "Ann Lee"},
    ),
    (
        "a house of somebody that a phrase leads to is neither",
        "Peter Hall drove to Ann Lee's house.",
        "drive",
        {"recipient": None},
    ),
    (
        "the day of an act does not act",
        "Monday's trip to Ghana cost $300.",
        "trip",
        {"actor": None},
    ),
]  # fmt: skip

# Each case: what it shows, and a text that states nothing a reader would sign.
SILENT = [
    ("a question", "Did Norway close the border?"),
    ("a question inside a quotation", "“Did Norway close the border?” said Peter Hall."),
    ("a verb without the object it needs", "Norway has throughout the talks."),
    ("an indirect question", "Reporters asked whether Norway had closed the border."),
    ("a caption with its credit", "Image caption Norway closed the border Getty Images"),
    ("an infinitive that is nobody's", "It is good to leave Ghana."),
    ("a pronoun of which nothing is said", "He went."),
    ("what may happen beside it", "If the storm floods the quay, it will close."),
    ("that something is there", "There are two boats."),
    ("a second name", "The harbour, also known as Port Hall."),
    ("a noun with its owner only", "Norway's campaign."),
    ("what somebody does, left open", "Whatever Norway tries is watched."),
]


def read(text: str) -> Reading:
    return read_facts("document", 1, text, PUBLISHED, load_reader())


@pytest.mark.parametrize(("text", "predicate", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_facts(text: str, predicate: str, expected: dict[str, Any]) -> None:
    found = [f for f in read(text).facts if f.predicate == predicate]
    assert found, [f.predicate for f in read(text).facts]
    assert {name: getattr(found[0], name) for name in expected} == expected


@pytest.mark.parametrize("text", [c[1] for c in SILENT], ids=[c[0] for c in SILENT])
def test_no_fact(text: str) -> None:
    assert not [(f.predicate, f.evidence) for f in read(text).facts if f.predicate not in ("ask", "watch")]


def test_texts_run_together_are_read_apart() -> None:
    text = "Norway closed the border this morning The minister said Ghana had left the talks."
    facts = read(text).facts
    assert {(f.predicate, f.actor_id) for f in facts} == {("close", "country:NOR"), ("leave", "country:GHA")}
    assert all(text[f.start : f.end] == f.evidence for f in facts)


def test_evidence_holds_who_says_so() -> None:
    facts = {f.predicate: f.evidence for f in read("Norway had closed the border, officials said.").facts}
    assert facts["close"] == "Norway had closed the border, officials said"


def test_everything_points_at_its_words() -> None:
    text = " ".join(case[1] for case in CASES)
    reading = read(text)
    assert all(text[f.start : f.end] == f.evidence for f in reading.facts)
    assert all(text[m.start : m.end] == m.surface for m in reading.mentions)
    mentions = {m.mention_id for m in reading.mentions}
    for fact in reading.facts:
        assert all(text[a.start : a.end] == a.surface for a in fact.arguments)
        assert {a.mention_id for a in fact.arguments if a.mention_id} <= mentions


def test_the_same_text_gives_the_same_ids() -> None:
    assert read(CASES[0][1]) == read(CASES[0][1])


def test_ids_are_unique() -> None:
    reading = read(" ".join(case[1] for case in CASES))
    assert len({f.fact_id for f in reading.facts}) == len(reading.facts)
    assert len({m.mention_id for m in reading.mentions}) == len(reading.mentions)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for fact in read(text).facts:
        assert text[fact.start : fact.end] == fact.evidence


# Each case: what it shows, a text, a predicate, and the object that its verb takes by a preposition of its own.
GOVERNED = [
    ("complain about", "Peter Hall complained about the noise.", "complain about", ["the noise"]),
    ("focus on", "Peter Hall focused on the election.", "focus on", ["the election"]),
    ("worried about", "Peter Hall was worried about the noise.", "be worried about", ["the noise"]),
    ("rid of", "Peter Hall got rid of the boat.", "get rid of", ["the boat"]),
    ("joined attributes", "Hall sold a small, old, and leaky boat.", "sell", ["a small, old, and leaky boat"]),
    ("a complement its name tells", "Peter Hall was in danger.", "be in danger", []),
    ("a complement with words of its own", "Peter Hall was in grave danger.", "be in danger", ["grave danger"]),
    ("a name given", "Peter Hall called the tax a mistake.", "call", ["the tax", "a mistake"]),
    ("how many", "Peter Hall hacked the systems of more than 20 banks.", "hack", ["the systems of more than 20 banks"]),
    ("a verb with an object takes no second", "Peter Hall spent the day on the beach.", "spend", ["the day"]),
    ("charge with", "Police charged Peter Hall with fraud.", "charge", ["fraud"]),
    ("a day is not what a verb is about", "Peter Hall decided on Friday.", "decide", []),
    ("a town is not what a verb is about", "Peter Hall participated in Leeds.", "participate", []),
    ("which way a vote went", "Peter Hall voted against the plan.", "vote against", ["the plan"]),
    ("a phrase that only tells where", "Peter Hall slept on the beach.", "sleep", []),
]


@pytest.mark.parametrize(("text", "predicate", "objects"), [c[1:] for c in GOVERNED], ids=[c[0] for c in GOVERNED])
def test_governed_objects(text: str, predicate: str, objects: list[str]) -> None:
    [fact] = [f for f in read(text).facts if f.predicate == predicate] or [None]
    assert [a.surface for a in fact.arguments if a.role == "object"] == objects if fact else not objects


# Each case: what it shows, a text, a predicate, and its evidence.
EVIDENCE = [
    ("a clause that is a part of it", "Norway sold what was left there.", "sell", "Norway sold what was left there"),
    ("a purpose inside it", "Ghana passed a bill meant to help.", "pass", "Ghana passed a bill meant to help"),
    ("what it sets aside", "Rather than talks, Norway held a vote.", "hold", "Rather than talks, Norway held a vote"),
    ("what it is about", "Ghana accused Hall of hiding it.", "accuse", "Ghana accused Hall of hiding it"),
    ("no preposition of the noun's", "Ghana objected to Norway's use of force.", "use", "Norway's use of force"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "evidence"), [c[1:] for c in EVIDENCE], ids=[c[0] for c in EVIDENCE])
def test_evidence(text: str, predicate: str, evidence: str) -> None:
    assert [f.evidence for f in read(text).facts if f.predicate == predicate] == [evidence]
