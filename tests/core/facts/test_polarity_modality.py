"""Whether a clause affirms or negates, and whether it is so, planned, possible, demanded, denied or long past."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.clauses import read_clauses
from tasks.core.facts.clause.verb_lexicon import build_verb_lexicon
from tasks.core.facts.stance.lexicon import StanceTree, build_stance_lexicon
from tasks.core.facts.stance.modality import modality_of
from tasks.core.facts.stance.polarity import polarity_of
from tasks.io.events import load_stance
from tests.core.facts.parsed import parsed, trees

NOUNS = {"airstrike": "actor"}
WORDS = build_stance_lexicon(load_stance())
VERBS = build_verb_lexicon([])

# The case, the predicate's lemma, polarity, modality.
CASES = [
    ("m-noplans", "join", "negated", "planned"),
    ("m-noplans", "say", "affirmed", "actual"),
    ("m-deny", "attack", "negated", "denied"),
    ("m-raise", "attack", "negated", "planned"),
    ("m-fail", "sign", "negated", "actual"),
    ("m-neverfail", "arrest", "affirmed", "actual"),
    ("m-without", "disperse", "affirmed", "actual"),
    ("m-without", "use", "negated", "actual"),
    ("m-nolonger", "patrol", "negated", "actual"),
    ("m-subject", "recognise", "negated", "actual"),
    ("m-or", "injure", "negated", "actual"),
    ("m-scope", "attack", "affirmed", "possible"),
    ("m-if", "attack", "affirmed", "hypothetical"),
    ("m-if", "retaliate", "affirmed", "planned"),
    ("m-may", "send", "affirmed", "possible"),
    ("m-must", "withdraw", "affirmed", "demanded"),
    ("m-demand", "withdraw", "affirmed", "demanded"),
    ("m-would", "sign", "affirmed", "planned"),
    ("m-planned", "airstrike", "affirmed", "planned"),
    ("m-prevent", "leave", "negated", "actual"),
    ("m-only", "arrest", "affirmed", "actual"),
    ("m-insteadof", "attack", "negated", "actual"),
    ("m-insteadof", "withdraw", "affirmed", "actual"),
    ("m-wenton", "win", "affirmed", "actual"),
    ("m-purpose", "guard", "affirmed", "planned"),
    ("m-couldnot", "stop", "negated", "actual"),
    ("m-wants", "open", "affirmed", "demanded"),
    ("m-wantsto", "open", "affirmed", "planned"),
    ("m-told", "arrest", "affirmed", "actual"),
    ("m-claims", "attack", "negated", "denied"),
    ("m-claims", "reject", "affirmed", "actual"),
    ("m-heldtried", "deport", "affirmed", "planned"),
    ("m-keepselling", "sell", "affirmed", "planned"),
    ("m-accusedmen", "loot", "affirmed", "possible"),
    ("m-accusedmen", "flee", "affirmed", "actual"),
    ("m-accusedthem", "steal", "affirmed", "possible"),
    ("m-chargedhim", "rob", "affirmed", "possible"),
]

# The days of the event, the day of publication, the modality.
DAYS = [
    ("in the year before", date(2019, 1, 1), date(2019, 12, 31), date(2020, 3, 1), "actual"),
    ("long before", date(1999, 1, 1), date(1999, 12, 31), date(2020, 3, 1), "historical"),
    ("still to come", date(2020, 4, 1), date(2020, 4, 1), date(2020, 3, 1), "planned"),
    ("unknown publication", date(1999, 1, 1), date(1999, 12, 31), None, "actual"),
    ("open end", date(1999, 1, 1), None, date(2020, 3, 1), "actual"),
]


def clause_of(case: str, lemma: str) -> Clause:
    return next(c for c in read_clauses(0, parsed()[case][1][0], NOUNS, VERBS) if c.lemma == lemma)


@pytest.mark.parametrize(("case", "lemma", "polarity", "modality"), CASES)
def test_scope_decides(case: str, lemma: str, polarity: str, modality: str) -> None:
    tree, clause = StanceTree(parsed()[case][1][0], WORDS), clause_of(case, lemma)
    assert polarity_of(tree, clause)[0] == polarity
    assert modality_of(tree, clause, None, None, None)[0] == modality


@pytest.mark.parametrize(("label", "starts_on", "ends_on", "published_on", "modality"), DAYS)
def test_days_decide_where_words_do_not(
    label: str, starts_on: date, ends_on: date | None, published_on: date | None, modality: str
) -> None:
    tree, clause = StanceTree(parsed()["m-past"][1][0], WORDS), clause_of("m-past", "attack")
    assert modality_of(tree, clause, starts_on, ends_on, published_on)[0] == modality, label


def test_the_rule_names_what_negates() -> None:
    tree = StanceTree(parsed()["m-neverfail"][1][0], WORDS)
    assert polarity_of(tree, clause_of("m-neverfail", "arrest"))[1] == "polarity:fail+never"


@settings(max_examples=100, deadline=None)
@given(trees())
def test_decides_on_any_tree(sentence: Sentence) -> None:
    tree = StanceTree(sentence, WORDS)
    for clause in read_clauses(0, sentence, NOUNS, VERBS):
        assert polarity_of(tree, clause)[0] in ("affirmed", "negated")
        assert modality_of(tree, clause, None, None, None)[0] != "historical"
