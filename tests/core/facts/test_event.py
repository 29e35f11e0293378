"""Coded events: what a clause states by PLOVER, from its trigger, its object, its tense and its other arguments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.event.classify import NO_EVENT, classify_event
from tasks.core.facts.event.lexicon import EventLexicon, build_event_lexicon
from tasks.core.facts.event.pair import classify_pair, find_words
from tasks.core.facts.event.reading import EventReader
from tasks.io.events import load_events
from tests.core.facts.parsed import parsed, trees

ROW = {
    "triggers": "storm",
    "pos": "verb",
    "event_type": "ASSAULT",
    "effect": "",
    "mode": "",
    "contexts": "military",
    "when": "",
}

# The case, the word that names the event, its type and mode.
EVENTS = [
    ("e-arrest", "arrested", "COERCE", "arrest"),
    ("e-passive", "shelled", "ASSAULT", "heavy-weapons"),
    ("e-particle", "cracked", "COERCE", "restrict"),
    ("e-other-particle", "frees", None, None),
    ("e-light", "carried", "COOPERATE", None),
    ("e-light-alone", "carried", "MOBILIZE", "troops"),
    ("e-announce", "announced", "COOPERATE", None),
    ("e-undo", "lifted", "CONCEDE", None),
    ("e-undo-aid", "suspended", "SANCTION", "discontinue"),
    ("e-future", "meet", "AGREE", None),
    ("e-threat", "bomb", "THREATEN", None),
    ("e-refuse", "release", "REJECT", None),
    ("e-noun", "bombing", "ASSAULT", "explosives"),
    ("e-noun-bid", "bid", "REQUEST", None),
    ("e-negotiate", "negotiating", "CONSULT", None),
    ("e-order", "ordered", "RETREAT", "release"),
    ("e-summon", "summoned", "ACCUSE", "disapprove"),
    ("e-send-troops", "sent", "MOBILIZE", "troops"),
    ("e-send-food", "sent", "AID", None),
    ("e-tell", "told", None, None),
    ("e-accident", "killed", None, None),
    ("e-none", "opened", None, None),
    ("e-strike", "went", "PROTEST", "strike"),
    ("e-collective", "launched", "ASSAULT", None),
    ("e-quash", "found", "ACCUSE", "allege"),
]

# The case, source, target, type.
PAIRS = [
    ("p-obliged", "Egypt", "Sudan", "REQUEST"),
    ("p-two", "Italy", "the attack", "ACCUSE"),
    ("p-two", "Malta", "the captain", "COERCE"),
    ("p-agent", "Chad", "The envoy", "SANCTION"),
    ("p-agent", "Libya", "the vote", "ACCUSE"),
    ("e-none", "The company", "Oslo", None),
]


DATA = load_events()
LEXICON = build_event_lexicon(DATA.triggers, DATA.classes, DATA.effects, DATA.contexts)


@pytest.fixture
def lexicon() -> EventLexicon:
    return LEXICON


@pytest.mark.parametrize(("case", "word", "event_type", "mode"), EVENTS)
def test_reads_the_event_a_word_names(
    lexicon: EventLexicon, case: str, word: str, event_type: str | None, mode: str | None
) -> None:
    sentence = parsed()[case][1][0]
    index = next(t.index for t in sentence.tokens if t.text == word)
    reading = EventReader(sentence, lexicon).read(index)
    assert (reading.event_type, reading.mode) == (event_type, mode)


def test_a_clause_takes_contexts_and_mode_from_its_words(lexicon: EventLexicon) -> None:
    sentence = parsed()["e-threat"][1][0]
    port = next(t.index for t in sentence.tokens if t.text == "bomb")
    event = classify_event(sentence, _clause(sentence, port), lexicon)
    assert event.contexts == ("military",)
    assert event.rule == "bomb=ASSAULT < tense:future"


def test_a_clause_without_event_stays_null(lexicon: EventLexicon) -> None:
    sentence = parsed()["e-none"][1][0]
    assert classify_event(sentence, _clause(sentence, 2), lexicon) is NO_EVENT


@pytest.mark.parametrize(("case", "source", "target", "event_type"), PAIRS)
def test_links_a_source_and_a_target(
    lexicon: EventLexicon, case: str, source: str, target: str, event_type: str | None
) -> None:
    assert classify_pair(parsed()[case][1][0], source, target, lexicon).event_type == event_type


def test_finds_words_across_blanks_and_not_at_all() -> None:
    sentence = parsed()["p-agent"][1][0]
    assert find_words(sentence, "the  ENVOY") == {0, 1}
    assert find_words(sentence, "Norway") == find_words(sentence, " ") == frozenset()


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ({"event_type": "QUARREL"}, "no PLOVER type"),
        ({"when": "object"}, "has no `=`"),
        ({"when": "object=@ghosts"}, "class @ghosts"),
    ],
)
def test_refuses_rows_it_cannot_read(cell: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        build_event_lexicon([{**ROW, **cell}], [], [], [])


def test_special_cases_go_before_general_ones() -> None:
    general, special = ROW, {**ROW, "when": "object=flag", "event_type": "PROTEST"}
    built = build_event_lexicon([general, special], [], [], [])
    assert [t.event_type for t in built.triggers["verb", "storm"]] == ["PROTEST", "ASSAULT"]


@settings(max_examples=150, deadline=None)
@given(trees())
def test_never_raises_on_any_tree(sentence: Sentence) -> None:
    event = classify_pair(sentence, "Chad", "ban", LEXICON)
    assert (event.event_type is None) == (event is NO_EVENT)


def _clause(sentence: Sentence, predicate: int) -> Clause:
    return Clause(
        sentence=0,
        predicate=predicate,
        lemma=sentence.tokens[predicate].lemma,
        kind="verb",
        is_passive=False,
        participants=(),
        tokens=tuple(t.index for t in sentence.tokens),
        governor=None,
    )
