"""Times and places that a reader takes from one clause of a sentence over to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.event_time import is_charged
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding

# Words that put a clause at another time than the one before it.
SEQUENCE = {
    "then", "later", "now", "since", "still", "subsequently", "eventually", "soon", "previously", "earlier", "already",
    "once", "again", "afterwards", "afterward", "meanwhile", "ago", "before", "formerly", "currently",
}  # fmt: skip
HARM = {"die", "kill", "injure", "wound", "hurt", "hospitalize", "hospitalise", "perish", "drown", "dead", "burn"}
DAILY = {"day", "hour", "minute", "second"}
AHEAD = {"will", "would", "shall", "may", "might", "could", "can", "should", "must", "to"}
MAX_GAP = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """When and where a clause happens."""

    times: tuple[Finding, ...] = ()
    places: tuple[Finding, ...] = ()


def carry(
    tree: Tree, clauses: Sequence[Clause], own: Mapping[int, Scene], cues: Collection[int] = ()
) -> dict[int, Scene]:
    """The scene of each clause, its own or where it has none that of a clause beside it.

    `own` are scenes by predicate, `cues` predicates that only cite another clause. Taken over are the time before or
    between joined verbs (`On Friday she came and left`), what stands behind the last of joined verbs (`derailed and
    overturned in Leeds`), what `when` and its like join, and the scene of what a participle goes on with (`rammed a
    wall in Leeds, killing four`).
    """
    scenes = dict(own)
    verbs = [c.predicate for c in clauses if c.kind != "noun" and c.predicate not in cues]
    links = [link for predicate in verbs for link in _links(tree, predicate, verbs)]
    links += [link for c in clauses if c.kind == "noun" for link in _links_of_noun(tree, c.predicate, verbs)]
    for _ in range(2):  # twice, so that a scene passes on through one clause
        for taker, giver, is_alike in links:
            scenes[taker] = _taken(tree, scenes[taker], scenes[giver], own[giver], taker, giver, is_alike)
    return scenes


def _taken(tree: Tree, mine: Scene, given: Scene, own: Scene, taker: int, giver: int, is_alike: bool) -> Scene:
    """What a clause has after it looked at another; `is_alike`: the two are one event, so that all is shared."""
    given = replace(given, times=tuple(t for t in given.times if t.finder != "open_range"))
    is_dated = any(t.starts_on or t.ends_on for t in mine.times) or not _is_same_time(tree, taker, giver)
    if is_alike:
        return Scene(mine.times if is_dated else (*mine.times, *given.times), mine.places or given.places)
    first = tree.tokens[min(taker, giver)].start
    before = [t for t in own.times if t.start < first]
    between = [t for t in own.times if t.precision in DAILY and t.starts_on and t not in before]
    places = mine.places or tuple(p for p in own.places if p.start < first)
    return Scene(mine.times if is_dated else (*mine.times, *(before or between)), places)


def _links(tree: Tree, predicate: int, verbs: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Pairs (taker, giver, whether all is shared) that the clause of a predicate takes part in."""
    token = tree.tokens[predicate]
    head = token.head
    if head not in verbs:
        return
    if token.deprel == "conj" and _shares_subject(tree, token):
        yield predicate, head, False
        if _is_bare_pair(tree, head, predicate):
            yield head, predicate, True
    elif token.deprel.startswith("advcl"):
        marks = {t.lemma.lower() for t in tree.children(predicate, "mark", "advmod") if t.index < predicate}
        has_subject = bool(tree.children(predicate, "nsubj", "expl", "csubj"))
        is_together = "when" in marks or ("as" in marks and has_subject) or ("while" in marks and not has_subject)
        is_harm = "after" in marks and _is_harm(tree, head)
        goes_on = token.xpos == "VBG" and not has_subject and not tree.children(predicate, "mark", "aux", "case")
        if is_together or is_harm or (goes_on and predicate < head):
            yield head, predicate, True
        if is_together or goes_on:
            yield predicate, head, True
        first = tree.tokens[head].head if tree.tokens[head].deprel == "conj" else -1
        if first in verbs and (is_together or is_harm) and (is_together or _is_harm(tree, first)):
            yield first, predicate, True  # `some died and others were hurt when`


def _links_of_noun(tree: Tree, predicate: int, verbs: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """`died in an attack on a bus in Leeds`: the attack is where and when they died."""
    token = tree.tokens[predicate]
    during = {"in", "during"} | ({"after", "from"} if token.head >= 0 and _is_harm(tree, token.head) else set())
    if token.head >= 0 and is_charged(tree, token, tree.tokens[token.head]):
        return
    if token.deprel.startswith("obl") and token.head in verbs and tree.preposition(predicate) in during:
        yield from ((predicate, token.head, True), (token.head, predicate, True))


def _is_harm(tree: Tree, predicate: int) -> bool:
    return tree.tokens[predicate].lemma.lower() in HARM


def _shares_subject(tree: Tree, token: Token) -> bool:
    return not tree.children(token.index, "nsubj", "expl", "csubj")


def _is_bare_pair(tree: Tree, first: int, second: int) -> bool:
    """`derailed and overturned in Leeds`: nothing of the first verb's own stands between the two."""
    if tree.tokens[first].upos != "VERB" or second - first > MAX_GAP:
        return False
    return all(t.upos in ("CCONJ", "AUX", "ADV", "PUNCT", "VERB") for t in tree.tokens[first + 1 : second])


def _is_same_time(tree: Tree, one: int, other: int) -> bool:
    """Whether two clauses are told in one tense and no word puts one of them after the other."""
    for predicate in (one, other):
        words = {t.text.lower() for t in tree.children(predicate, "advmod", "obl")}
        if words & SEQUENCE:
            return False
    if _is_ahead(tree, one) != _is_ahead(tree, other) or _is_perfect(tree, one) != _is_perfect(tree, other):
        return False
    tenses = {_is_past(tree, one), _is_past(tree, other)} - {None}
    return len(tenses) < 2


def _is_ahead(tree: Tree, predicate: int) -> bool:
    return any(t.lemma.lower() in AHEAD for t in _helpers(tree, predicate))


def _is_past(tree: Tree, predicate: int) -> bool | None:
    """Whether a clause tells the past; None for participles and infinitives, which tell no tense."""
    finite = [t for t in (tree.tokens[predicate], *tree.children(predicate, "aux", "cop")) if t.xpos[:2] == "VB"]
    finite = [t for t in finite if t.xpos in ("VBD", "VBP", "VBZ")]
    return finite[0].xpos == "VBD" if finite else None


def _is_perfect(tree: Tree, predicate: int) -> bool:
    return any(t.lemma.lower() == "have" for t in _helpers(tree, predicate))


def _helpers(tree: Tree, predicate: int) -> list[Token]:
    """Auxiliaries of a verb, or those it shares with the verb it is joined to."""
    own = tree.children(predicate, "aux", "mark")
    token = tree.tokens[predicate]
    is_joined = token.deprel == "conj" and not own and token.xpos in ("VB", "VBN", "VBG")
    return _helpers(tree, token.head) if is_joined else own
