"""When a clause happens: the times among its words that date it, and not only a thing it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.phrase import Findings, owned_findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding

# A thing dated by its attribute dates the clause in these places: `in a Friday interview`, `at the 2008 Olympics`.
DURING = {"during", "at", "in", "over", "throughout"}
# Whose objects take place then too: `won the 2008 election`.
HAPPENS = {
    "hold", "host", "attend", "win", "lose", "stage", "skip", "miss", "conduct", "run", "organise", "organize", "join",
    "celebrate", "mark", "open", "close", "cancel", "play", "survive", "witness", "watch", "see", "boycott",
}  # fmt: skip
ATTRIBUTES = ("compound", "amod", "nmod", "nummod", "flat", "appos", "dep", "nmod:desc")
# A phrase behind one of these dates the thing before it (`the war of 1999`), behind others as well the clause.
OF_A_THING = {"of", "for", "from", "between", "as"}
SHARES = {"much", "most", "part", "all", "rest", "half", "bulk", "portion", "course", "remainder", "end", "start"}
COMPARED = {"than", "compared", "versus", "unlike", "like"}
# Who is charged in a crime is charged later: `was charged in the May shooting`.
PROSECUTES = {
    "charge", "arrest", "indict", "convict", "sentence", "acquit", "accuse", "suspect", "try", "jail", "extradite",
}  # fmt: skip
CRIMES = {
    "shooting", "killing", "murder", "death", "slaying", "stabbing", "attack", "bombing", "robbery", "rape", "assault",
    "crash", "massacre", "kidnapping", "abduction", "arson", "disappearance", "homicide", "beating", "burglary",
}  # fmt: skip
FINE = {"day", "hour", "minute", "second", "range", "week", "month"}
MAX_DEPTH = 8


def times_of(tree: Tree, clause: Clause, findings: Findings) -> Iterator[Finding]:
    """Times of a clause that tell when it happens, or how long, in the order of the text."""
    for finding in owned_findings(tree.sentence, clause.tokens, findings, {"time"}):
        head = _head_of(tree, finding)
        if head is None or _dates(tree, clause, head, finding):
            yield finding


def _head_of(tree: Tree, finding: Finding) -> int | None:
    """The token of a time that hangs on another word."""
    inside = [t for t in tree.tokens if finding.start <= t.start < finding.end]
    indices = {t.index for t in inside}
    return next((t.index for t in inside if t.head not in indices and t.upos not in ("ADP", "PUNCT")), None)


def _dates(tree: Tree, clause: Clause, head: int, finding: Finding) -> bool:
    """Climb from the time to the predicate: every noun between has to leave the time to the clause."""
    at = head
    for _ in range(MAX_DEPTH):
        token = tree.tokens[at]
        if at == clause.predicate or token.head < 0:
            return True
        if tree.preposition(at).split(" ")[0] in COMPARED:
            return False
        if token.deprel in ATTRIBUTES or token.deprel == "nmod:poss":
            noun = tree.tokens[token.head]
            if noun.index == clause.predicate or noun.lemma.lower() in SHARES:
                return True
            if _is_of_noun(tree, token) and not _happens_then(tree, noun, finding):
                return False
            if is_charged(tree, noun, tree.tokens[clause.predicate]):
                return False
        at = token.head
    return True


def is_charged(tree: Tree, noun: Token, verb: Token) -> bool:
    """Whether a noun names the crime somebody is charged in, whose time and place are its own."""
    is_crime = noun.lemma.lower() in CRIMES and tree.preposition(noun.index) == "in"
    return is_crime and verb.lemma.lower() in PROSECUTES


def _is_of_noun(tree: Tree, token: Token) -> bool:
    """Whether a time tells which thing is meant: `the 2008 election`; not `killed a man on Friday`."""
    if token.deprel in ("nmod", "dep", "appos"):
        preposition = tree.preposition(token.index)
        return preposition in OF_A_THING or (not preposition and token.head > token.index)
    return True


def _happens_then(tree: Tree, noun: Token, finding: Finding) -> bool:
    """Whether what the time belongs to takes place with the clause: `during the 2008 war`, `won the 2008 election`."""
    base, governor = noun.deprel.split(":")[0], tree.tokens[noun.head] if noun.head >= 0 else None
    if base == "obl" or (base == "nmod" and tree.preposition(noun.index) in DURING):
        return tree.preposition(noun.index) in DURING
    if governor is None or base in ("conj", *ATTRIBUTES):
        return base in ("conj", "compound")
    if base == "obj" or noun.deprel == "nsubj:pass":
        return governor.lemma.lower() in HAPPENS
    return base != "nsubj" or (governor.xpos == "VBD" and finding.precision in FINE)
