"""Decides whether what a clause states is so, planned, possible, demanded, denied or long past."""

from __future__ import annotations

from datetime import date, timedelta

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.predicates import is_light
from tasks.core.facts.stance.governors import modality_from_governor
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.core.facts.stance.own_words import own_modality
from tasks.core.facts.stance.polarity import is_joined
from tasks.tables.values import Modality

Found = tuple[Modality, str]

HISTORICAL = timedelta(days=730)  # news tells what is new; what ended two years before is background
MAX_CLIMB = 4


def modality_of(
    tree: StanceTree,
    clause: Clause,
    starts_on: date | None,
    ends_on: date | None,
    published_on: date | None,
    is_reported: bool = False,
) -> Found:
    """The modality of a clause and the rule that decided; the days are those of the event, where it has any.

    `is_reported` is said of words that are retold and not quoted: in them `would` is the future of the past.
    """
    found = _along(tree, clause.predicate, is_reported) or _named(tree, clause)
    if found is not None:
        return found
    if published_on is not None and starts_on is not None and starts_on > published_on:
        return "planned", "modality:date to come"
    if published_on is not None and ends_on is not None and ends_on < published_on - HISTORICAL:
        return "historical", "modality:date long past"
    return "actual", ""


def _along(tree: StanceTree, predicate: int, is_reported: bool) -> Found | None:
    """What the words of the clause and of those that govern it say, nearest first."""
    at = predicate
    for _ in range(MAX_CLIMB):
        found = own_modality(tree, at, is_reported)
        found = found or _weakened(tree, at, is_reported) or modality_from_governor(tree, at)
        if found is not None or tree.tokens[at].head < 0 or not _is_transparent(tree, at):
            return found
        at = tree.tokens[at].head
    return None


def _weakened(tree: StanceTree, index: int, is_reported: bool) -> Found | None:
    """`may try to leave` is possible, `should try to leave` demanded, though who tries plans."""
    if tree.tokens[index].deprel != "xcomp":
        return None
    found = own_modality(tree, tree.tokens[index].head, is_reported)
    is_weaker = found is not None and found[0] != "planned" and found[1] != "modality:imperative"
    return found if is_weaker else None


def _is_transparent(tree: StanceTree, index: int) -> bool:
    """Whether what is said of the governor is said of this predicate too."""
    token = tree.tokens[index]
    base = token.deprel.split(":")[0]
    if base == "xcomp":
        return True
    if base == "acl":
        return token.deprel != "acl:relcl" and bool(tree.children(index, "mark"))
    if token.upos == "NOUN" and base in ("obj", "obl", "nsubj"):
        # `may end in a war with Mali`: with `a` an event is told of anew, and is so as far as its clause is.
        is_new = any(t.lemma.lower() in ("a", "another") for t in tree.children(index, "det"))
        return is_new or (base == "obj" and is_light(tree, token.head))
    if base == "advcl":
        return _is_means(tree, token)
    if base == "ccomp" and tree.tokens[token.head].lemma.lower() in tree.words.securing:
        return True
    return is_joined(tree, token) or (base == "conj" and _is_parallel(tree, token))


def _is_means(tree: StanceTree, token: Token) -> bool:
    """`could save jobs by closing it`, `could keep it from closing`, `would close, leaving 300 people without work`."""
    if token.xpos != "VBG" or tree.children(token.index, "aux", "nsubj"):
        return False
    marks = {t.lemma.lower() for t in tree.children(token.index, "mark", "case")}
    if marks:
        return bool(marks & {"by", "from", "on", "in", "into", "with"})
    is_ahead = tree.tokens[token.head].deprel == "xcomp" or bool(tree.children(token.head, "aux"))
    return token.index > token.head and is_ahead


def _is_parallel(tree: StanceTree, token: Token) -> bool:
    """`will be held and tried`, `will close or sell it`: forms without a subject share what stands before the first."""
    copulas = tree.children(token.index, "cop")
    if tree.children(token.index, "nsubj") or any(t.xpos in ("VBD", "VBZ", "VBP") for t in copulas):
        return False
    if token.xpos in ("VBN", "VBG"):
        return token.xpos == tree.tokens[token.head].xpos and not tree.children(token.index, "aux", "aux:pass", "mark")
    return token.xpos in ("VB", "NN", "NNS")


def _named(tree: StanceTree, clause: Clause) -> Found | None:
    """`announced exercises` need not have begun, and a `plan to leave` is a plan."""
    lemma = tree.tokens[clause.predicate].lemma.lower()
    if clause.kind == "noun":
        # Whoever speaks of a decision says that it was made.
        led = lemma != "decision" and any(
            tree.children(t.index, "mark") for t in tree.children(clause.predicate, "acl")
        )
        kinds: tuple[Modality, ...] = ("planned", "possible")
        modality = next((kind for kind in kinds if led and lemma in tree.words.governors[kind]), None)
        return (modality, f"modality:{lemma} to") if modality else None
    is_announcing = lemma in ("announce", "schedule") and tree.tokens[clause.predicate].upos == "VERB"
    has_object = is_announcing and tree.children(clause.predicate, "obj", "nsubj:pass")
    return ("announced", "modality:announce") if has_object else None
