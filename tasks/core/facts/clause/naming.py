"""The name of a predicate: its lemma with the words that make one verb of it (`call off`, `take place`)."""

from __future__ import annotations

from tasks.core.english.token import Token
from tasks.core.facts.clause.predicates import Kind, Tree
from tasks.core.facts.clause.verb_lexicon import VerbLexicon

# Adverbs that are as good as particles right behind the verb or its object: `whisked her away`, `pushed back`.
ADVERBS = {
    "away", "back", "off", "out", "up", "down", "apart", "aside", "forward", "together", "ahead", "over", "in",
    "through", "around", "along",
}  # fmt: skip
# Prepositions that make one verb of a verb that leads and a bare noun: `come under fire`.
LEAD_BY = {"in", "into", "on", "under", "to", "at", "out", "without"}
WHEN = {"night", "noon", "dawn", "dusk", "midnight", "sunrise", "sunset", "summer", "winter", "spring", "autumn"}


def name_of(tree: Tree, predicate: int, kind: Kind, verbs: VerbLexicon) -> str:
    """The predicate in a few words: `call off`, `be in line`, `take part`, `come under fire`."""
    token = tree.tokens[predicate]
    if kind == "copula":
        return _copula(tree, token)
    words = [
        token.lemma.lower(),
        *(t.lemma.lower() for t in tree.children(predicate, "compound:prt") if not _counts(tree, t)),
    ]
    if kind == "verb" and len(words) == 1:
        words += _completion(tree, token, verbs)
    return " ".join(words)


def bare_object(tree: Tree, predicate: int, verbs: VerbLexicon) -> Token | None:
    """The object or complement that is one verb with the predicate: the `place` of `took place`, `rid` of `got rid`."""
    verb = tree.tokens[predicate].lemma.lower()
    for child in tree.children(predicate, "obj", "nsubj:pass", "xcomp", "advmod"):
        pair = (verb, child.lemma.lower())
        is_bare = not tree.children(child.index, "det", "amod", "compound", "nmod:poss", "mark", "aux")
        if is_bare and pair in (verbs.complements if child.deprel in ("xcomp", "advmod") else verbs.objects):
            return child
    return None


def _copula(tree: Tree, token: Token) -> str:
    words = ["be", *([tree.preposition(token.index)] if tree.preposition(token.index) else [])]
    is_named = token.upos in ("PROPN", "PRON", "SYM", "NUM")
    return " ".join(words if is_named else [*words, token.lemma.lower()])


def _completion(tree: Tree, token: Token, verbs: VerbLexicon) -> list[str]:
    """The words behind a verb that are one with it."""
    noun = bare_object(tree, token.index, verbs)
    if noun is not None:
        return [noun.lemma.lower()]
    return _adverb(tree, token) or (_lead(tree, token) if token.lemma.lower() in verbs.leads else [])


def _adverb(tree: Tree, token: Token) -> list[str]:
    ends = [token.index, *(t.index for t in tree.children(token.index, "obj") if t.upos == "PRON")]
    adverbs = tree.children(token.index, "advmod")
    found = (a for a in adverbs if a.text.lower() in ADVERBS and a.index - 1 in ends and not _counts(tree, a))
    return next(([a.text.lower()] for a in found if not tree.dependents[a.index]), [])


def _counts(tree: Tree, adverb: Token) -> bool:
    """`left up to 32 people dead`: the adverb belongs to the number."""
    behind = tree.tokens[adverb.index + 1 : adverb.index + 3]
    return adverb.text.lower() == "up" and [t.text.lower() for t in behind[:1]] == ["to"] and behind[-1].upos == "NUM"


def _lead(tree: Tree, token: Token) -> list[str]:
    for noun in tree.children(token.index, "obl"):
        preposition = tree.preposition(noun.index)
        is_bare = noun.xpos == "NN" and len(tree.dependents[noun.index]) == 1 and noun.lemma.lower() not in WHEN
        if noun.index > token.index and is_bare and preposition.split(" ")[0] in LEAD_BY:
            return [preposition, noun.lemma.lower()]
    return []
