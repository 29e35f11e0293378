"""Says who: source and attribution of facts, through the whole reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

PUBLISHED = date(2024, 5, 17)  # a Friday

# Each case: what it shows, the text, the words of the fact's predicate, and the columns that must hold.
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "paragraphs of one quotation, run together",
        'Ann Berg told reporters: "The bridge is closed. "Engineers found cracks last week. "It stays closed."',
        "find",
        {"attribution": "quoted", "source_id": "person:ann-berg"},
    ),
    (
        "a quotation far from any speaker is nobody's",
        'Ann Berg said Norway closed the bridge. It rained. Holm drove on. The road is old. He met a man "who builds '
        'boats in Norway".',
        "build",
        {"source": None},
    ),
    (
        "a quotation the parser did not hang on its cue",
        '"Of course," said Ann Berg. "Norway closed the bridge."',
        "close",
        {"attribution": "quoted", "source_id": "person:ann-berg"},
    ),
    (
        "hearsay within a quotation is the speaker's",
        'Ann Berg said: "Two sailors are believed to be held in Norway."',
        "be believed to hold",
        {"source_id": "person:ann-berg"},
    ),
    (
        "however sets the outlet's words apart",
        "Ann Berg said Norway closed the bridge, however residents called the move absurd.",
        "call",
        {"attribution": "outlet", "source": None},
    ),
    (
        "an infinitive with a finite verb is a claim",
        "Ann Berg said Norway was not to be trusted with the bridge.",
        "trust",
        {"attribution": "said", "polarity": "negated"},
    ),
    (
        "an office is not who holds it",
        "Ann Berg, the director of the Red Cross, said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg, the director of the Red Cross", "source_id": "person:ann-berg"},
    ),
    (
        "whose lawyers speak does not speak",
        "Ann Berg's lawyers said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg's lawyers", "source_id": None},
    ),
    (
        "a spokesman speaks for his side",
        "A Red Cross spokesman said Norway closed the bridge.",
        "close",
        {"source": "A Red Cross spokesman", "source_country": None},
    ),
    (
        "a source without its relative clause",
        "Ann Berg, who lives near the harbour, said Norway closed the bridge.",
        "close",
        {"source": "Ann Berg", "source_id": "person:ann-berg"},
    ),
    (
        "a relative pronoun means who stands before it",
        "There were questions from some residents who claimed that Norway closed the bridge.",
        "close",
        {"source": "some residents"},
    ),
    (
        "a chief who tells an agency something",
        "Norway closed the bridge, police chief Ann Berg told the Red Cross.",
        "close",
        {"source": "police chief Ann Berg"},
    ),
    (
        "a name with what is told of it",
        "Acme Holdings, which builds bridges, said the change was made by Norway.",
        "make",
        {"source": "Acme Holdings", "attribution": "said"},
    ),
    (
        "signs have no voice",
        "Police said indications suggest the lorry left Norway.",
        "leave",
        {"source": "Police"},
    ),
    (
        "what is said against a denial is not denied",
        "Norway denied it had closed the bridge, but it blocked the road.",
        "block",
        {"attribution": "outlet", "polarity": "affirmed"},
    ),
    (
        "a verb that quotes in one sentence tells in another",
        '"People were running. People were crying in Norway," Ann Berg said.',
        "cry",
        {"source": "Ann Berg"},
    ),
    (
        "what somebody is told is said",
        "Ann Berg told the donors that her party was leading in nearly every town of Norway and was tied in Oslo.",
        "lead",
        {"source": "Ann Berg", "attribution": "said", "modality": "actual"},
    ),
    (
        "a bracket that belongs to the source",
        "Chairman Ann Berg (R-Utah) said Norway closed the bridge.",
        "close",
        {"source": "Chairman Ann Berg (R-Utah)"},
    ),
    (
        "marks of two kinds",
        '“Norway closed the bridge," Ann Berg said.',
        "close",
        {"attribution": "quoted", "source": "Ann Berg"},
    ),
    (
        "a finding behind what was found",
        "Large parts of Norway are divided by income, other studies have shown.",
        "divide",
        {"source": "other studies"},
    ),
    (
        "who found a thing found nothing out",
        "Farmers say they are leaving; some youngsters have found jobs in Norway, but others are waiting.",
        "find",
        {"attribution": "outlet", "source": None},
    ),
    (
        "a subject within the quotation does not speak",
        "“What I would also say is that since Norway closed the bridge, he acknowledged the need to work with Mali,” "
        "press secretary Ann Berg said at a briefing.",
        "close",
        {"source_id": "person:ann-berg"},
    ),
    (
        "the writer speaks for the outlet",
        "I should say that Ann Berg began her studies in Norway.",
        "begin",
        {"attribution": "outlet", "source": None},
    ),
    (
        "whose office it is does not write",
        "A document on Ann Berg's website said Norway closed the bridge.",
        "close",
        {"source": "A document on Ann Berg's website", "source_id": None},
    ),
    (
        "a title in quotation marks is nobody's speech",
        'The essay, "How Norway closed the bridge," is long. Ann Berg said Mali left.',
        "close",
        {"source": None},
    ),
    (
        "who is quoted speaks",
        "Norway closed the bridge, Interfax quoted the ministry as saying.",
        "close",
        {"source": "the ministry"},
    ),
    (
        "who is cited speaks",
        "Reuters, citing two officials, said Norway closed the bridge.",
        "close",
        {"source": "two officials"},
    ),
    (
        "a reason is no source",
        "The ministry, citing safety concerns, said Norway closed the bridge.",
        "close",
        {"source": "The ministry"},
    ),
    (
        "who tells an agency",
        "Norway closed the bridge, a spokesman for the ministry told Reuters on condition of anonymity.",
        "close",
        {"source": "a spokesman for the ministry", "attribution": "said"},
    ),
    (
        "what nobody says nobody vouches for",
        "Ann Berg did not say that Norway closed the bridge.",
        "close",
        {"source": None, "modality": "possible"},
    ),
    (
        "how something came about it did come about",
        "Ann Berg did not say how Norway closed the bridge.",
        "close",
        {"modality": "actual"},
    ),
    (
        "who denies doing something denies it",
        "Norway has denied closing the bridge.",
        "close",
        {"source_id": "country:NOR", "attribution": "denied", "polarity": "negated", "modality": "denied"},
    ),
    (
        "who denies doing something in some way denies it",
        "Norway has long denied secretly closing the bridge.",
        "close",
        {"source_id": "country:NOR", "attribution": "denied", "polarity": "negated", "modality": "denied"},
    ),
    (
        "what the outlet calls false the outlet denies",
        "The claim that Norway closed the bridge is false.",
        "close",
        {"attribution": "outlet", "polarity": "negated", "modality": "denied"},
    ),
    (
        "what is reported by nobody named",
        "It is reported that Norway closed the bridge.",
        "close",
        {"attribution": "said", "source": None},
    ),
    (
        "who carries a statement did not make it",
        "Norway closed the bridge, according to a ministry statement carried by Interfax.",
        "close",
        {"source_id": None},
    ),
    (
        "two offices of one speaker",
        "“Norway closed the bridge,” lead researcher and planetary scientist Ann Berg said in a statement.",
        "close",
        {"source_id": "person:ann-berg"},
    ),
    (
        "what a case shows somebody says",
        "Ann Berg said in the release this case demonstrates that Norway closed the bridge.",
        "close",
        {"source": "Ann Berg"},
    ),
    (
        "a verb that begins cites only in quotation marks",
        "Norway is selling ships to Mali (prices start at 5 dollars).",
        "sell",
        {"attribution": "outlet"},
    ),
    (
        "who wrote under a name did not say what stands before",
        "Ann Berg thanked Norway and her husband, the late James Holm, who wrote as Robert Jordan.",
        "thank",
        {"attribution": "outlet"},
    ),
    (
        "what is said in an email is said",
        "Ann Berg's office said in an email that Norway closed the bridge.",
        "close",
        {"attribution": "said", "source": "Ann Berg's office"},
    ),
    (
        "where a speaker stood is no part of who said it",
        "Mayor Ann Berg, outside the court on Monday, told reporters, “Norway closed the bridge.”",
        "close",
        {"source": "Mayor Ann Berg", "source_id": "person:ann-berg"},
    ),
    (
        "an office behind a name is",
        "Ann Berg, head of the office at the ministry, said that Norway closed the bridge.",
        "close",
        {"source": "Ann Berg, head of the office at the ministry"},
    ),
    (
        "what a speaker does besides speaking is a fact",
        "Ann Berg visited Norway, saying that the bridge was closed.",
        "visit",
        {"actor_id": "person:ann-berg", "attribution": "outlet"},
    ),
    (
        "he said: the person, also behind a quotation about others",
        "Lars Holm spoke on Monday. “Ann Berg has left Norway,” he said.",
        "leave",
        {"source": "Lars Holm", "source_id": "person:lars-holm"},
    ),
    (
        "he said, behind a quotation without a speaker",
        "Lars Holm was angry. “Norway closed the bridge.” “Sweden opened it,” he said.",
        "open",
        {"source": "Lars Holm"},
    ),
    (
        "according to him",
        "Lars Holm spoke on Monday. According to him, Norway closed the bridge.",
        "close",
        {"source": "Lars Holm"},
    ),
    (
        "his claim",
        "Lars Holm spoke on Monday. His claim that Norway closed the bridge angered Sweden.",
        "close",
        {"source": "Lars Holm", "modality": "actual"},
    ),
    (
        "who is spoken of in a quotation is not who speaks",
        "“Lars Holm left. Norway closed the bridge,” he said.",
        "close",
        {"source": "he", "source_id": None},
    ),
    (
        "a quotation mark whose encoding was lost is no name",
        "\ufffdNorway closed the bridge,\ufffd said Ann Berg.",
        "close",
        {"source": "Ann Berg"},
    ),
    (
        "who denies several deeds does or does not do them",
        "Norway denied closing the bridge and arresting the sailors.",
        "arrest",
        {"actor": "Norway", "polarity": "negated", "modality": "denied", "source": "Norway"},
    ),
    (
        "a speech in a transcript goes on in quotation marks until somebody else speaks",
        "“BERG: It is closed.\n\n“Chad attacked Mali.\n\n“HOLM: Why?\n\n“BERG: Who knows?\n\n“HOLM: So be it.”",
        "attack",
        {"attribution": "quoted", "source": "BERG"},
    ),
    (
        "what is told of a topic behind a comma is the outlet's",
        "Ann Berg showed support for Norway, which would close the bridge.",
        "close",
        {"attribution": "outlet", "source": None},
    ),
    (
        "who describes a thing as absurd tells no more than that",
        "Norway closed the bridge, in a move residents have described as “absurd”, “ridiculous” and “plain stupid”.",
        "close",
        {"attribution": "outlet", "source": None},
    ),
    (
        "who expects something stands for it",
        "Ann Berg expects that Norway will close the bridge.",
        "close",
        {"source": "Ann Berg", "modality": "planned"},
    ),
    (
        "they, who say that they think so",
        "Supporters of the permit said they believe Norway will close the bridge.",
        "close",
        {"source": "Supporters of the permit"},
    ),
    (
        "he who speaks is nobody of whom his quotation tells",
        "The news pleased Lars Holm. “Norway closed the bridge. Ann Berg helped Chad. Chad attacked Mali,” he said.",
        "attack",
        {"source": "he", "source_id": None},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_says_who(text: str, predicate: str, expected: dict[str, Any]) -> None:
    reading = read_facts("document", 1, text, PUBLISHED, load_reader())
    facts = [fact for fact in reading.facts if fact.predicate == predicate]
    assert facts, f"no fact {predicate!r} among {[f.predicate for f in reading.facts]}"
    assert {name: getattr(facts[0], name) for name in expected} == expected
