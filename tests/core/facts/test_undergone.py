"""Who does what to whom where the subject undergoes it, whole sentences."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.reading import read_facts

# Each case: the text, the first word of the predicate, the event's type, who does it and to whom it is done.
UNDERGONE = [
    ("US troops came under fire from rebels in Mosul.", "come", "ASSAULT", "rebels", "US troops"),
    ("The minister faced criticism from Norway.", "face", "ACCUSE", "Norway", "The minister"),
    ("Peter Novak faces 18 criminal charges in Brno.", "face", "ACCUSE", None, "Peter Novak"),
    ("Kenya received strong support from Angola.", "receive", "SUPPORT", "Angola", "Kenya"),
    ("Ukraine received weapons from Poland.", "receive", "AID", "Poland", "Ukraine"),
    ("Norway said Serbia was responsible for the attack.", "be", "ACCUSE", "Norway", "Serbia"),
    ("Iran is to blame, Israel said.", "blame", "ACCUSE", "Israel", "Iran"),
    # what one is charged with meets nobody
    ("Ann Lee was not blamed for Clinton's loss.", "blame", "ACCUSE", None, "Ann Lee"),
    ("Ann Lee was charged with murder, child endangerment and theft.", "charge", "ACCUSE", None, "Ann Lee"),
    ("Ann Lee was arrested in Leeds and charged with arson.", "charge", "ACCUSE", None, "Ann Lee"),
    ("A man pulled a gun on a teacher in Oslo.", "pull", "THREATEN", "A man", "a teacher"),
    ("Chad's army suffered an attack by rebels in Mao.", "suffer", "ASSAULT", "rebels", "Chad's army"),
]


@pytest.mark.parametrize(("text", "predicate", "event_type", "actor", "recipient"), UNDERGONE)
def test_turns_who_undergoes_round(
    text: str, predicate: str, event_type: str, actor: str | None, recipient: str
) -> None:
    facts = read_facts("a", 1, text, date(2020, 5, 1), load_reader()).facts
    fact = next(f for f in facts if f.predicate.split()[0] == predicate)
    words = {a.role: a.surface for a in fact.arguments}
    assert (fact.event_type, words.get("actor"), words.get("recipient")) == (event_type, actor, recipient)


def test_what_a_noun_names_comes_from_who_does_it() -> None:
    facts = read_facts("a", 1, "Trump enjoys praise from Norway for Peru.", date(2020, 5, 1), load_reader()).facts
    assert [f.actor for f in facts if f.event_type == "SUPPORT"] == ["Norway"]


def test_what_can_be_done_to_nobody_is_done_by_whose_it_is() -> None:
    facts = read_facts("a", 1, "The resignation of the mayor surprised voters.", date(2020, 5, 1), load_reader()).facts
    assert [(f.actor, f.recipient) for f in facts if f.predicate == "resignation"] == [("the mayor", None)]


def test_a_sentence_is_passed_on_whose_it_is() -> None:
    text = "Anna Berg is serving her sentence of five years and eight months in prison."
    assert [f.actor for f in read_facts("a", 1, text, None, load_reader()).facts if f.predicate == "sentence"] == []


HAPPENED = [
    ("Clashes broke out between rebels and soldiers in Goma.", "ASSAULT", "rebels", "soldiers"),
    ("Protests erupted in Tehran on Monday.", "PROTEST", None, None),
    ("Heavy fighting raged in Aleppo on Friday.", "ASSAULT", None, None),
    ("Talks took place in Geneva on Friday.", "CONSULT", None, None),
    ("The earthquake hit Chile on Monday.", None, "The earthquake", "Chile"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "recipient"), HAPPENED)
def test_what_a_subject_names_happens(
    text: str, event_type: str | None, actor: str | None, recipient: str | None
) -> None:
    (fact,) = read_facts("a", 1, text, date(2020, 5, 1), load_reader()).facts
    words = {a.role: a.surface for a in fact.arguments}
    assert (fact.event_type, words.get("actor"), words.get("recipient")) == (event_type, actor, recipient)


def test_both_sides_of_talks_take_part() -> None:
    facts = read_facts("a", 1, "Talks between Iran and Iraq began in Geneva.", date(2020, 5, 1), load_reader()).facts
    talks = next(f for f in facts if f.event_type == "CONSULT")
    assert (talks.actor, talks.recipient, talks.place) == ("Iran", "Iraq", None)
