"""Clauses read off trees: who is subject and object in each construction, shared or own."""

from __future__ import annotations

import pytest

from tasks.core.facts.clause.clauses import read_clauses
from tasks.core.facts.clause.governed import governing, is_governed, with_preposition
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.roles import roles_of
from tasks.core.facts.clause.verb_lexicon import build_verb_lexicon
from tests.core.facts.trees import tree

NOUNS = {"bid": "actor", "strike": "actor", "drill": "actor", "arrest": "undergoer"}
VERBS = build_verb_lexicon([
    {"verb": "take", "kind": "object", "words": "part place"},
    {"verb": "take part", "kind": "preposition", "words": "in"},
    {"verb": "rely", "kind": "preposition", "words": "on upon"},
    {"verb": "accuse", "kind": "addition", "words": "of"},
    {"verb": "come", "kind": "lead", "words": ""},
])  # fmt: skip

# Each case: the construction, the tree, and for each predicate its participants (`*`: shared with another clause).
CASES = [
    (
        "active",
        "Norway/PROPN/nsubj/2 sent/VERB:VBD/root/0/send troops/NOUN/obj/2 to/ADP/case/5 Mali/PROPN/obl/2",
        {"send": ["subject Norway", "object troops", "oblique to Mali"]},
    ),
    (
        "passive with agent",
        "Troops/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 sent/VERB:VBN/root/0/send by/ADP/case/5 Norway/PROPN/obl:agent/3",
        {"send": ["object Troops", "agent by Norway"]},
    ),
    (
        "joined subjects",
        "Norway/PROPN/nsubj/4 and/CCONJ/cc/3 Chad/PROPN/conj/1 met/VERB:VBD/root/0/meet",
        {"meet": ["subject Norway", "subject Chad"]},
    ),
    (
        "joined verbs share the subject, and the object behind the first is not the second's when it has its own",
        "Chad/PROPN/nsubj/2 left/VERB:VBD/root/0/leave talks/NOUN/obj/2 and/CCONJ/cc/5 "
        "sent/VERB:VBD/conj/2/send arms/NOUN/obj/5",
        {"leave": ["subject Chad", "object talks"], "send": ["subject* Chad", "object arms"]},
    ),
    (
        "joined verbs share the object behind them",
        "Chad/PROPN/nsubj/2 planned/VERB:VBD/root/0/plan and/CCONJ/cc/4 led/VERB:VBD/conj/2/lead raids/NOUN/obj/2",
        {"plan": ["subject Chad", "object raids"], "lead": ["subject* Chad", "object* raids"]},
    ),
    (
        "object control",
        "Peru/PROPN/nsubj/2 urged/VERB:VBD/root/0/urge Chile/PROPN/obj/2 to/PART/mark/5 leave/VERB:VB/xcomp/2",
        {"urge": ["subject Peru", "object Chile"], "leave": ["subject* Chile"]},
    ),
    (
        "what somebody is accused of",
        "Peru/PROPN/nsubj/2 accused/VERB:VBD/root/0/accuse Chad/PROPN/obj/2 of/SCONJ/mark/5 lying/VERB:VBG/advcl/2/lie",
        {"accuse": ["subject Peru", "object Chad"], "lie": ["subject* Chad"]},
    ),
    (
        "subject control",
        "Peru/PROPN/nsubj/2 agreed/VERB:VBD/root/0/agree to/PART/mark/4 leave/VERB:VB/xcomp/2",
        {"agree": ["subject Peru"], "leave": ["subject* Peru"]},
    ),
    (
        "relative clause with a pronoun",
        "rebels/NOUN/root/0 who/PRON/nsubj/3 left/VERB:VBD/acl:relcl/1/leave",
        {"leave": ["subject* rebels"]},
    ),
    (
        "relative clause with a gap",
        "arms/NOUN/root/0 Chad/PROPN/nsubj/3 sold/VERB:VBD/acl:relcl/1/sell",
        {"sell": ["object* arms", "subject Chad"]},
    ),
    (
        "participles: active and passive",
        "jets/NOUN/root/0 made/VERB:VBN/acl/1/make carrying/VERB:VBG/acl/1/carry bombs/NOUN/obj/3",
        {"make": ["object* jets"], "carry": ["subject* jets", "object bombs"]},
    ),
    (
        "copula with owner",
        "Peru/PROPN/nsubj/5 is/AUX/cop/5/be Chad/PROPN/nmod:poss/5 's/PART/case/3 ally/NOUN/root/0",
        {"be ally": ["subject Peru", "complement ally", "possessor Chad"]},
    ),
    (
        "action noun with its party, and the infinitive it governs",
        "Peru/PROPN/nmod:poss/3 's/PART/case/1 bid/NOUN/root/0 to/PART/mark/5 join/VERB:VB/acl/3 NATO/PROPN/obj/5",
        {"bid": ["subject Peru"], "join": ["subject* Peru", "object NATO"]},
    ),
    (
        "the owner of an action noun may be who undergoes it",
        "Smith/PROPN/nmod:poss/3 's/PART/case/1 arrest/NOUN/root/0 by/ADP/case/5 police/NOUN/nmod/3",
        {"arrest": ["object Smith", "agent by police"]},
    ),
    (
        "a light verb leaves the action to its object",
        "Peru/PROPN/nsubj/2 held/VERB:VBD/root/0/hold drills/NOUN/obj/2/drill with/ADP/case/5 Chile/PROPN/nmod/3",
        {"hold": ["subject Peru", "object drills", "modifier with Chile"]},
    ),
    (
        "`involving` adds to the noun like a preposition",
        "Peru/PROPN/nsubj/2 held/VERB:VBD/root/0/hold drills/NOUN/obj/2/drill "
        "involving/VERB:VBG/acl/3/involve jets/NOUN/obj/4",
        {"hold": ["subject Peru", "object drills", "modifier involving jets"]},
    ),
    (
        "the purpose of a passive is its agent's",
        "He/PRON/nsubj:pass/3 was/AUX/aux:pass/3 shot/VERB:VBN/root/0/shoot by/ADP/case/5 "
        "troops/NOUN/obl:agent/3 to/PART/mark/7 stop/VERB:VB/advcl/3 him/PRON/obj/7",
        {"shoot": ["object He", "agent by troops"], "stop": ["subject* troops", "object him"]},
    ),
    (
        "joined participles of a passive",
        "Ten/NUM/nsubj:pass/3 were/AUX/aux:pass/3 killed/VERB:VBN/root/0/kill or/CCONJ/cc/5 hurt/VERB:VBN/conj/3/hurt",
        {"kill": ["object Ten"], "hurt": ["object* Ten"]},
    ),
    (
        "a relative adverb stands for no participant",
        "town/NOUN/root/0 where/ADV/advmod/4 Chad/PROPN/nsubj/4 met/VERB:VBD/acl:relcl/1/meet Peru/PROPN/obj/4",
        {"meet": ["subject Chad", "object Peru"]},
    ),
    (
        "the owner of a noun that is no act does not do what the noun is for",
        "Peru/PROPN/nmod:poss/3 's/PART/case/1 envoy/NOUN/root/0 to/PART/mark/5 join/VERB:VB/acl/3 talks/NOUN/obj/5",
        {"join": ["object talks"]},
    ),
    (
        "a preposition hung on a later member of a series",
        "Chad/PROPN/nsubj/2 met/VERB:VBD/root/0/meet with/ADP/case/6 rebels/NOUN/obl/2 "
        "and/CCONJ/cc/6 Peru/PROPN/conj/4",
        {"meet": ["subject Chad", "oblique with rebels", "oblique with Peru"]},
    ),
    (
        "a participle that sums up the clause has not its subject",
        "Chad/PROPN/nsubj/2 left/VERB:VBD/root/0/leave reflecting/VERB:VBG/advcl/2/reflect anger/NOUN/obj/3",
        {"leave": ["subject Chad"], "reflect": ["object anger"]},
    ),
    (
        "what a passive gives besides its subject is not who acts next",
        "He/PRON/nsubj:pass/3 was/AUX/aux:pass/3 paid/VERB:VBN/root/0/pay money/NOUN/obj/3 "
        "and/CCONJ/cc/6 left/VERB:VBD/conj/3/leave",
        {"pay": ["object He", "object money"], "leave": ["subject* He"]},
    ),
    (
        "the day of a relative clause is no object of it",
        "day/NOUN/root/0 Chad/PROPN/nsubj/3 left/VERB:VBD/acl:relcl/1/leave",
        {"leave": ["subject Chad"]},
    ),
    (
        "what somebody is charged with",
        "Peru/PROPN/nsubj/2 charged/VERB:VBD/root/0/charge Chad/PROPN/obj/2 with/SCONJ/mark/5 "
        "lying/VERB:VBG/advcl/2/lie",
        {"charge": ["subject Peru", "object Chad"], "lie": ["subject* Chad"]},
    ),
    (
        "what somebody is accused of, in a passive",
        "Chad/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 accused/VERB:VBN/root/0/accuse of/SCONJ/mark/5 "
        "selling/VERB:VBG/advcl/3/sell arms/NOUN/obj/5",
        {"accuse": ["object Chad"], "sell": ["subject* Chad", "object arms"]},
    ),
    (
        "what an object is accused of, hung on the object",
        "Peru/PROPN/nsubj/2 accused/VERB:VBD/root/0/accuse Chad/PROPN/obj/2 of/SCONJ/mark/5 lying/VERB:VBG/acl/3/lie",
        {"accuse": ["subject Peru", "object Chad"], "lie": ["subject* Chad"]},
    ),
    (
        "a relative clause describes the nearest of a series",
        "rebels/NOUN/root/0 or/CCONJ/cc/3 troops/NOUN/conj/1 who/PRON/nsubj/5 left/VERB:VBD/acl:relcl/1/leave",
        {"leave": ["subject* troops"]},
    ),
    (
        "all of it where the verb is plural",
        "rebels/NOUN/root/0 and/CCONJ/cc/3 troops/NOUN/conj/1 who/PRON/nsubj/5 leave/VERB:VBP/acl:relcl/1/leave",
        {"leave": ["subject* rebels", "subject* troops"]},
    ),
    (
        "who is given a right to act acts",
        "It/PRON/nsubj/2 gave/VERB:VBD/root/0/give Chad/PROPN/iobj/2 the/DET/det/5 right/NOUN/obj/2 "
        "to/PART/mark/7 act/VERB:VB/acl/5",
        {"give": ["subject It", "indirect Chad", "object right"], "act": ["subject* Chad"]},
    ),
    (
        "whose thing it is takes no part in what the thing does",
        "Chad/PROPN/root/0 whose/PRON/nmod:poss/3 army/NOUN/nsubj/4 left/VERB:VBD/acl:relcl/1/leave",
        {"leave": ["subject army"]},
    ),
    (
        "who is moved to do something does it, however it hangs",
        "Peru/PROPN/nsubj/2 pressed/VERB:VBD/root/0/press Chad/PROPN/obj/2 to/PART/mark/5/to act/VERB:VB/advcl/2",
        {"press": ["subject Peru", "object Chad"], "act": ["subject* Chad"]},
    ),
    (
        "but not what somebody only uses for it",
        "Peru/PROPN/nsubj/2 left/VERB:VBD/root/0/leave Chad/PROPN/obj/2 to/PART/mark/5/to act/VERB:VB/advcl/2",
        {"leave": ["subject Peru", "object Chad"], "act": ["subject* Peru"]},
    ),
    (
        "a deed that is asked for is nobody's yet",
        "Peru/PROPN/nsubj/2 called/VERB:VBD/root/0/call for/SCONJ/mark/4 closing/VERB:VBG/advcl/2/close "
        "ports/NOUN/obj/4",
        {"call": ["subject Peru"], "close": ["object ports"]},
    ),
    (
        "a participle that completes a verb undergoes",
        "Chad/PROPN/nsubj/2 ended/VERB:VBD/root/0/end beaten/VERB:VBN/xcomp/2/beat",
        {"end": ["subject Chad"], "beat": ["object* Chad"]},
    ),
    (
        "what hangs on a date takes no part",
        "Peru/PROPN/nsubj/2 left/VERB:VBD/root/0/leave after/ADP/case/4 talks/NOUN/obl/2 "
        "with/ADP/case/6 Chad/PROPN/nmod/4",
        {"leave": ["subject Peru", "oblique after talks"]},
    ),
    (
        "phrasal verb",
        "Peru/PROPN/nsubj/2 called/VERB:VBD/root/0/call off/ADP/compound:prt/2 talks/NOUN/obj/2",
        {"call off": ["subject Peru", "object talks"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_participants(written: str, expected: dict[str, list[str]]) -> None:
    sentence = tree(written)
    found = {}
    for clause in read_clauses(0, sentence, NOUNS, VERBS):
        found[clause.lemma] = [
            " ".join(filter(None, [p.slot + "*" * p.is_shared, p.preposition, sentence.tokens[p.head].text]))
            for p in clause.participants
        ]
    assert found == expected


# Each case: the construction, the tree, and the names of its predicates.
NAMES = [
    (
        "adverb as good as a particle",
        "Peru/PROPN/nsubj/2 pushed/VERB:VBD/root/0/push them/PRON/obj/2 back/ADV/advmod/2",
        ["push back"],
    ),
    (
        "verb and bare object",
        "Talks/NOUN/nsubj/2 took/VERB:VBD/root/0/take place/NOUN/obj/2",
        ["take place"],
    ),
    (
        "no bare object",
        "Peru/PROPN/nsubj/2 took/VERB:VBD/root/0/take first/ADJ/amod/4 place/NOUN/obj/2",
        ["take"],
    ),
    (
        "verb, preposition and bare noun",
        "Chad/PROPN/nsubj/2 came/VERB:VBD/root/0/come under/ADP/case/4 fire/NOUN:NN/obl/2",
        ["come under fire"],
    ),
    (
        "a noun that tells when",
        "Chad/PROPN/nsubj/2 came/VERB:VBD/root/0/come at/ADP/case/4 night/NOUN:NN/obl/2",
        ["come"],
    ),
    (
        "copula with preposition",
        "Chad/PROPN/nsubj/4 is/AUX/cop/4/be in/ADP/case/4 danger/NOUN/root/0",
        ["be in danger"],
    ),
    (
        "a name is what the subject is, no predicate of its own",
        "He/PRON/nsubj/3 is/AUX/cop/3/be Hall/PROPN/root/0",
        ["be"],
    ),
]


@pytest.mark.parametrize(("written", "names"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_names_of_predicates(written: str, names: list[str]) -> None:
    assert [clause.lemma for clause in read_clauses(0, tree(written), NOUNS, VERBS)] == names


def test_each_token_belongs_to_one_clause() -> None:
    sentence = tree(CASES[11][1])
    held = [i for clause in read_clauses(0, sentence, NOUNS, VERBS) for i in clause.tokens]
    assert sorted(held) == list(range(len(sentence.tokens)))


def test_a_part_of_an_argument_is_no_other() -> None:
    sentence = tree("It/PRON/nsubj/2 cost/VERB:VBD/root/0 $/SYM/obj/2 9/NUM/compound/5 million/NUM/obj/2")
    [clause] = read_clauses(0, sentence, NOUNS, VERBS)
    found = roles_of(Tree(sentence), clause, Findings([]), None, NOUNS)
    assert [(r.start, r.end) for r in found if r.name == "object"] == [(8, 19)]


GOVERNED = [
    ("Peru/PROPN/nsubj/2 relied/VERB:VBD/root/0/rely on/ADP/case/4 Chad/PROPN/obl/2", ["Chad"], "rely on"),
    ("Peru/PROPN/nsubj/2 relied/VERB:VBD/root/0/rely in/ADP/case/4 Chad/PROPN/obl/2", [], "rely"),
    (
        "Peru/PROPN/nsubj/2 took/VERB:VBD/root/0/take part/NOUN/obj/2 in/ADP/case/5 talks/NOUN/obl/2",
        ["talks"],
        "take part in",
    ),
    (
        "Peru/PROPN/nsubj/2 accused/VERB:VBD/root/0/accuse Chad/PROPN/obj/2 of/ADP/case/5 fraud/NOUN/obl/2",
        ["fraud"],
        "accuse",
    ),
]


@pytest.mark.parametrize(("written", "governed", "name"), GOVERNED)
def test_what_a_verb_takes_by_its_preposition(written: str, governed: list[str], name: str) -> None:
    sentence = tree(written)
    [read] = read_clauses(0, sentence, NOUNS, VERBS)
    clause = governing(Tree(sentence), read, Findings(()), VERBS)
    assert [sentence.tokens[p.head].text for p in clause.participants if is_governed(p)] == governed
    assert with_preposition(clause, clause.lemma) == name


def test_a_row_of_an_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match=r"verb_phrases\.tsv.*adverb"):
        build_verb_lexicon([{"verb": "go", "kind": "adverb", "words": "home"}])
