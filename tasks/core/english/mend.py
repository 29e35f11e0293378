"""Mends labels of a parse that contradict each other within one clause.

The parser labels each arc for itself. Where a verb then has a dummy subject beside an object, an indirect object alone,
a day as second subject, or no object though it cannot do without, the grammar of English leaves one reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.english.mend_names import mend_names
from tasks.core.english.mend_reports import mend_reports
from tasks.core.english.mend_subjects import mend_subjects
from tasks.core.english.mend_voices import mend_voices
from tasks.core.english.token import Sentence, Token

DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"}
ACTING = {"he", "she", "they", "we", "i", "who"}
# Verbs that cannot do without an object; in a headline their past form alone is a passive.
NEED_OBJECTS = {
    "arrest", "accuse", "charge", "indict", "convict", "jail", "imprison", "injure", "wound", "hospitalize", "detain",
    "evacuate", "nominate", "appoint", "slate", "schedule", "name", "pick", "select", "honor", "honour", "award",
    "rescue", "ban", "kidnap", "abduct", "rob", "expel", "oust", "suspend", "identify",
}  # fmt: skip
# Verbs of naming, with what is named and its name.
NAMING = {"call", "name", "dub", "label", "brand", "deem", "consider", "declare", "elect", "appoint", "crown"}
# Verbs whose infinitive tells what they are about, however far behind: `tried on Tuesday to sell it`.
SEEKING = {
    "try", "want", "need", "plan", "attempt", "seek", "intend", "hope", "decide", "agree", "refuse", "fail", "manage",
    "tend", "vow", "pledge", "promise", "threaten", "expect", "decline", "opt", "aim", "vote", "choose",
}  # fmt: skip
# Verbs whose form in -ing is their object, also behind an adverb: `denied sexually abusing her`.
OF_DEEDS = {"deny", "admit", "avoid", "consider", "regret", "recommend", "risk", "contemplate"}

# Verbs of rising and falling, which lead to an amount: `rose to close to $3 million`.
SCALING = {
    "grow", "rise", "climb", "increase", "jump", "surge", "soar", "swell", "expand", "balloon", "fall", "drop",
    "decline", "decrease", "shrink", "dwindle", "plunge", "slip", "slump", "amount",
}  # fmt: skip


def mend(sentence: Sentence) -> Sentence:
    """The sentence with labels that fit together; the same object where nothing was wrong."""
    dependents: dict[int, list[Token]] = {}
    for token in sentence.tokens:
        dependents.setdefault(token.head, []).append(token)
    mended = {token.index: token for group in dependents.values() for token in _mended(group)}
    mended |= {
        token.index: token for head in sentence.tokens if head.upos == "VERB" for token in _voiced(head, dependents)
    }
    mended |= {token.index: token for token in _days_behind_names(sentence.tokens)}
    mended |= {token.index: token for token in _near_amounts(sentence.tokens)}
    mended |= mend_subjects(sentence.tokens, dependents)
    mended |= mend_names(sentence.tokens, dependents)
    mended |= mend_voices(sentence.tokens, dependents)
    mended |= mend_reports(sentence.tokens, dependents)
    mended |= {t.index: replace(t, deprel="aux") for t in sentence.tokens if _is_due(t, sentence, dependents)}
    if not mended:
        return sentence
    return replace(sentence, tokens=tuple(mended.get(token.index, token) for token in sentence.tokens))


def _is_due(copula: Token, sentence: Sentence, dependents: dict[int, list[Token]]) -> bool:
    """`Libya is to send troops`, but not `the plan is to send troops`: whoever is to do something can act."""
    if copula.deprel != "cop" or sentence.tokens[copula.head].xpos != "VB":
        return False
    group = dependents[copula.head]
    is_to = any(t.deprel == "mark" and t.text.lower() == "to" for t in group)
    subjects = [t for t in group if t.deprel == "nsubj" and t.index < copula.index]
    return is_to and any(t.entity != "O" or t.text.lower() in ACTING for t in subjects)


def _mended(group: list[Token]) -> Iterator[Token]:
    """Dependents of one head that need another label."""
    marks = {token.text.lower(): token.index for token in group if token.deprel == "mark"}
    labels = [token.deprel.split(":")[0] for token in group]
    for token in group:
        if token.upos == "PUNCT" and labels.count("nsubj") > 1 and token.deprel == "nsubj":
            yield replace(token, deprel="punct")  # a mark that could not be decoded speaks no more than another
        elif _is_owner_taken_for_dummy(token, labels):
            yield replace(token, deprel="nsubj")
        elif token.deprel == "obj" and marks.get("for", token.index) < token.index < marks.get("to", -1):
            yield replace(token, deprel="nsubj")  # `for Mali to leave`
        elif token.deprel == "iobj" and not {"obj", "ccomp", "xcomp"} & set(labels):
            yield replace(token, deprel="obj")
        elif token.deprel == "nsubj" and token.text.lower() in DAYS and labels.count("nsubj") > 1:
            yield replace(token, deprel="obl:unmarked")


def _days_behind_names(tokens: Sequence[Token]) -> Iterator[Token]:
    """The day behind a name that was taken for its last part: `released by Ann Lee Friday`."""
    for token in tokens:
        name = tokens[token.head] if token.head >= 0 else token
        is_last = token.deprel == "flat" and token.text.lower() in DAYS and name.index < token.index and name.head >= 0
        if is_last and tokens[token.index - 1].text.lower() not in ("good", "black", "bloody", "easter"):
            yield replace(token, head=name.head, deprel="obl:unmarked", entity="O")


def _near_amounts(tokens: Sequence[Token]) -> Iterator[Token]:
    """`grew to close to 300 people`: what lies close to an amount closes nothing."""
    for token in tokens[1:-2]:
        is_close = token.text == "close" and token.xpos == "VB" and token.deprel in ("xcomp", "advcl")
        is_to = is_close and tokens[token.index + 1].text == "to" and tokens[token.index + 2].xpos in ("CD", "$")
        if is_to and tokens[token.head].lemma in SCALING and tokens[token.index - 1].text == "to":
            yield replace(token, upos="NOUN", xpos="NN", deprel="obl")
            yield replace(tokens[token.index - 1], upos="ADP", xpos="IN", deprel="case")


def _voiced(verb: Token, dependents: dict[int, list[Token]]) -> Iterator[Token]:
    """Dependents of a verb whose voice was taken for the other."""
    group = dependents.get(verb.index, [])
    if verb.lemma in NEED_OBJECTS and _lacks_object(verb, group, dependents):
        yield from (replace(token, deprel="nsubj:pass") for token in group if token.deprel == "nsubj")
    if verb.lemma in NAMING and verb.upos == "VERB":
        yield from _as_named(group)
    if verb.lemma in SEEKING and not {"obj", "xcomp", "ccomp"} & {token.deprel for token in group}:
        purposes = [t for t in group if t.deprel == "advcl" and t.index > verb.index and _has_to(t, dependents)]
        yield from (replace(token, deprel="xcomp") for token in purposes[:1])
    if verb.lemma in OF_DEEDS and not {"obj", "xcomp", "ccomp", "nsubj:pass"} & {token.deprel for token in group}:
        yield from (replace(token, deprel="xcomp") for token in group if _is_right_behind(token, verb, dependents))
    if verb.text == "headed" and not {"obj", "obl:agent"} & {token.deprel for token in group}:
        active = {"nsubj:pass": "nsubj", "aux:pass": "aux"}
        yield from (replace(token, deprel=active[token.deprel]) for token in group if token.deprel in active)


def _as_named(group: list[Token]) -> Iterator[Token]:
    """`called the tax a job killer`: of two objects the second is what the first is called."""
    objects = [token for token in group if token.deprel in ("obj", "iobj")]
    if len(objects) == 2:
        yield replace(objects[0], deprel="obj")
        yield replace(objects[1], deprel="xcomp")


def _is_right_behind(token: Token, verb: Token, dependents: dict[int, list[Token]]) -> bool:
    """Whether a form in -ing stands behind a verb with nothing but an adverb of its own between."""
    own = dependents.get(token.index, [])
    between = {t.index for t in own if t.deprel == "advmod" and t.index > verb.index}
    is_near = token.index > verb.index and set(range(verb.index + 1, token.index)) <= between
    return is_near and token.deprel == "advcl" and token.xpos == "VBG"


def _has_to(verb: Token, dependents: dict[int, list[Token]]) -> bool:
    return any(token.deprel == "mark" and token.lemma == "to" for token in dependents.get(verb.index, []))


def _lacks_object(verb: Token, group: list[Token], dependents: dict[int, list[Token]]) -> bool:
    """Whether a past form without auxiliary has no object, nor one it shares: `Two men arrested after raid`."""
    joined = [token for other in group if other.deprel == "conj" for token in dependents.get(other.index, [])]
    labels = {token.deprel.split(":")[0] for token in [*group, *joined]}
    is_bare = verb.xpos in ("VBD", "VBN") and verb.deprel in ("root", "ccomp", "parataxis", "conj")
    return is_bare and not labels & {"obj", "iobj", "ccomp", "xcomp", "aux"}


def _is_owner_taken_for_dummy(token: Token, labels: list[str]) -> bool:
    """`it has no plans`: a dummy `it` comes with a clause or a copula, never with an object alone."""
    is_dummy = token.deprel == "expl" and token.lemma.lower() == "it"
    return is_dummy and "obj" in labels and not {"csubj", "ccomp", "xcomp", "cop"} & set(labels)
