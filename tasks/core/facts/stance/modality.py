"""Decides whether what a clause states is so, planned, possible, demanded, denied or long past."""

from __future__ import annotations

from datetime import date, timedelta

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.predicates import Tree, is_light
from tasks.core.facts.speech.rejected_claims import is_rejected
from tasks.core.facts.stance.modality_words import ATTRIBUTES, AUXILIARIES, CONDITIONS, DEMANDING, GOVERNORS, SPEECH
from tasks.tables.values import Modality

Found = tuple[Modality, str]

HISTORICAL = timedelta(days=730)  # news tells what is new; what ended two years before is background
MAX_CLIMB = 4


def modality_of(
    sentence: Sentence, clause: Clause, starts_on: date | None, ends_on: date | None, published_on: date | None
) -> Found:
    """The modality of a clause and the rule that decided; the days are those of the event, where it has any."""
    tree = Tree(sentence)
    found = _along(tree, clause.predicate) or _announced(tree, clause.predicate)
    if found is not None:
        return found
    if published_on is not None and starts_on is not None and starts_on > published_on:
        return "planned", "modality:date to come"
    if published_on is not None and ends_on is not None and ends_on < published_on - HISTORICAL:
        return "historical", "modality:date long past"
    return "actual", ""


def _along(tree: Tree, predicate: int) -> Found | None:
    """What the words of the clause and of those that govern it say, nearest first."""
    at = predicate
    for _ in range(MAX_CLIMB):
        found = _own(tree, at) or _from_governor(tree, at)
        if found is not None or tree.tokens[at].head < 0 or not _is_transparent(tree, at):
            return found
        at = tree.tokens[at].head
    return None


def _own(tree: Tree, index: int) -> Found | None:
    token = tree.tokens[index]
    for child in tree.children(index):
        base, lemma, text = child.deprel.split(":")[0], child.lemma.lower(), child.text.lower()
        if base == "mark" and lemma in CONDITIONS:
            return "hypothetical", f"modality:{lemma}"
        if base == "mark" and lemma == "to" and _is_purpose(tree, token):
            return "planned", "modality:purpose"
        if base == "mark" and lemma == "whether":
            return "possible", "modality:whether"
        if base == "aux":
            found = _auxiliary(tree, token, lemma, text)
            if found is not None:
                return found
        if base in ("advmod", "amod") and text in ATTRIBUTES:
            return ATTRIBUTES[text], f"modality:{text}"
    return None


def _is_purpose(tree: Tree, token: Token) -> bool:
    """`sent troops to fight`, but not `went on to win`."""
    if token.deprel != "advcl" or token.xpos != "VB":
        return False
    return not any(t.lemma.lower() == "on" for t in tree.children(token.head, "compound", "advmod"))


def _auxiliary(tree: Tree, token: Token, lemma: str, text: str) -> Found | None:
    if text in ("would", "'d", "’d"):
        return _would(tree, token) if text == "would" or lemma in ("would", "will") else None
    if text == "could" and any(t.lemma.lower() in ("not", "n't") for t in tree.children(token.index, "advmod")):
        return None  # what could not be done was not done
    modality = AUXILIARIES.get(text) or AUXILIARIES.get(lemma)
    return (modality, f"modality:{text}") if modality else None


def _would(tree: Tree, token: Token) -> Found:
    """`said it would meet` plans; with a condition, or in the perfect, it is only thought of."""
    conditions = (t for c in tree.children(token.index, "advcl") for t in tree.children(c.index, "mark"))
    is_perfect = any(t.lemma.lower() == "have" for t in tree.children(token.index, "aux"))
    spoken = token.head >= 0 and tree.tokens[token.head].lemma.lower() in SPEECH
    if spoken and not is_perfect and not any(t.lemma.lower() in CONDITIONS for t in conditions):
        return "planned", "modality:would, cited"
    return "hypothetical", "modality:would"


def _from_governor(tree: Tree, index: int) -> Found | None:
    token = tree.tokens[index]
    base = token.deprel.split(":")[0]
    if token.head < 0 or token.deprel == "acl:relcl":
        return None
    governor = tree.tokens[token.head]
    lemma = governor.lemma.lower()
    if lemma == "go" and governor.xpos == "VBG" and base == "xcomp":
        return "planned", "modality:going to"
    if is_rejected(tree, index):
        return "denied", f"modality:{lemma} {token.lemma.lower()}"
    if not _is_governed(tree, token, base):
        return None
    if base == "xcomp" and lemma in GOVERNORS["demanded"] and not _asks_another(tree, governor.index):
        return ("planned", f"modality:{lemma}") if lemma == "want" else None
    for modality, lemmas in GOVERNORS.items():
        if lemma in lemmas and not (base == "ccomp" and _only_reports(tree, modality, lemma, token)):
            return modality, f"modality:{lemma}"
    return None


def _asks_another(tree: Tree, index: int) -> bool:
    """`wants them to leave`, `were told to leave`; not `wants to leave`."""
    return bool(tree.children(index, "obj", "iobj", "nsubj:pass", "aux:pass"))


def _only_reports(tree: Tree, modality: Modality, lemma: str, token: Token) -> bool:
    """`told them that he left` asks for nothing, `agreed that he left` plans nothing; `demands that he leave` does."""
    if modality == "demanded":
        return lemma not in DEMANDING and (token.xpos != "VB" or bool(tree.children(token.index, "aux")))
    return modality in ("planned", "announced")


def _is_governed(tree: Tree, token: Token, base: str) -> bool:
    """Whether the governor says how this predicate is meant: complements, and the objects of wishes and denials."""
    if base in ("xcomp", "ccomp"):
        return True
    if base == "acl":
        return any(t.lemma.lower() in ("to", "that", "of") for t in tree.children(token.index, "mark"))
    if token.upos == "NOUN" and base in ("obj", "obl", "nmod"):
        preposition = tree.preposition(token.index)
        return base == "obj" or preposition in ("for", "of")
    return base == "advcl" and any(t.lemma.lower() == "of" for t in tree.children(token.index, "mark"))


def _is_transparent(tree: Tree, index: int) -> bool:
    """Whether what is said of the governor is said of this predicate too."""
    token = tree.tokens[index]
    base = token.deprel.split(":")[0]
    if base == "xcomp":
        return True
    if base == "acl":
        return token.deprel != "acl:relcl" and bool(tree.children(index, "mark"))
    if base == "obj":
        return token.upos == "NOUN" and is_light(tree, token.head)
    return base == "conj" and not tree.children(index, "nsubj") and token.xpos in ("VB", "NN", "NNS")


def _announced(tree: Tree, index: int) -> Found | None:
    """`announced exercises`: what is announced need not have begun."""
    token = tree.tokens[index]
    is_announcing = token.lemma.lower() in GOVERNORS["announced"] and token.upos == "VERB"
    return ("announced", "modality:announce") if is_announcing and tree.children(index, "obj", "nsubj:pass") else None
