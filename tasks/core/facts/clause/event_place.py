"""Where a clause happens: the places among its words that a preposition makes a scene of."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.phrase import Findings, owned_findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding
from tasks.tables.values import EventType

WHERE = {
    "in", "at", "on", "near", "inside", "outside", "over", "across", "around", "off", "along", "throughout",
    "within", "above", "below", "beneath", "between", "through", "north", "south", "east", "west",
} | {"outside of"}  # fmt: skip
WHITHER = {"to", "into", "from", "toward", "towards", "onto"}
MOVES = {"MOBILIZE", "RETREAT", "COERCE"}  # events that bring somebody or something to a place
# Events whose `at` and `on` name who is struck, where that is a country: `fired rockets at Israel`.
STRIKES = {"ASSAULT", "THREATEN", "SANCTION", "COERCE", "ACCUSE"}
# Nouns that make a place of a demonym: `on Serbian soil`.
GROUND = {
    "soil", "territory", "water", "waters", "airspace", "city", "town", "village", "region", "province",
    "capital", "border", "coast", "island", "port", "district", "area", "state", "county", "base", "airport",
    "land", "side", "countryside", "mountain", "desert", "sea", "shore", "frontier", "suburb", "mainland",
    "prison", "court", "parliament", "street",
}  # fmt: skip


# Verbs whose object, where it is a place, tells where they happen: `toured Leeds`, `floods hit Leeds`.
THERE = {
    "visit", "tour", "enter", "reach", "flood", "batter", "lash", "pound", "shell", "bomb", "bombard", "storm", "raid",
    "occupy", "liberate", "evacuate", "leave", "rock", "roil", "devastate", "besiege",
}  # fmt: skip
ENDS = {"to", "into", "toward", "towards"}
THITHER = {"go", "travel", "fly", "drive", "move", "arrive", "march", "sail", "flee", "return", "head", "rush"}
MAX_NOUNS = 2  # `rammed a wall around a house in the city`; what lies deeper is seldom the scene
# What stands behind these is told of elsewhere: `faces charges in connection with a death in Dover`.
ABOUT = {
    "connection", "relation", "charge", "count", "investigation", "suspicion", "role", "case", "trial", "lawsuit",
    "claim", "report", "allegation", "conviction", "inquiry", "probe", "question", "news", "story", "book", "film",
}  # fmt: skip
LEVELS = ("place:place", "place:capital", "place:admin2", "place:within", "place:admin1")


def narrowness(finding: Finding) -> tuple[bool, int]:
    """Sorts places, the narrowest first: one with coordinates before a mere name, a town before its state."""
    level = LEVELS.index(finding.finder) if finding.finder in LEVELS else len(LEVELS)
    return finding.latitude is None, level + (finding.entity_id or "").startswith("country:")


def places_there(tree: Tree, clause: Clause, findings: Findings) -> Iterator[Finding]:
    """The place that a verb is about or leads to, which tells where for clauses that tell it no other way."""
    lemma = tree.tokens[clause.predicate].lemma.lower()
    for participant in clause.participants:
        is_object = participant.slot == "object" and lemma in THERE
        is_end = participant.slot == "oblique" and participant.preposition in ENDS and lemma in THITHER
        finding = findings.at(tree.tokens[participant.head].start)
        if (is_object or is_end) and not participant.is_shared and finding is not None and _is_spot(finding):
            yield finding


def _is_spot(finding: Finding) -> bool:
    return finding.kind == "place" and finding.finder.startswith(("place:", "country"))


def places_of(tree: Tree, clause: Clause, findings: Findings, event_type: EventType | None) -> Iterator[Finding]:
    """Places of a clause that tell where, in the order of the text; a move also happens where it leads to or from."""
    goes = event_type in MOVES
    for finding in owned_findings(tree.sentence, clause.tokens, findings, {"place"}):
        head = _head_of(tree, finding)
        if head is None or (event_type in STRIKES and _is_struck(tree, head, finding)):
            continue
        phrase = _phrase_head(tree, head)
        if _is_where(tree, phrase, head, goes) and _depth(tree, phrase, clause.predicate) <= MAX_NOUNS:
            yield finding


def _depth(tree: Tree, at: int, predicate: int) -> int:
    """Nouns, other than places, between a phrase and the predicate; too many where one tells of something else."""
    depth, at = 0, tree.tokens[at].head
    while at >= 0 and at != predicate:
        token = tree.tokens[at]
        if depth and token.lemma.lower() in ABOUT:
            return MAX_NOUNS + 1
        depth += token.deprel not in ("conj", "flat", "compound") and not _is_ground(token)
        at = token.head
    return depth


def _is_struck(tree: Tree, head: int, finding: Finding) -> bool:
    return tree.preposition(head) in ("at", "on") and (finding.entity_id or "").startswith("country:")


def _head_of(tree: Tree, finding: Finding) -> int | None:
    """The token of a name that hangs on another word: `York` of `New York`."""
    inside = [t for t in tree.tokens if finding.start <= t.start < finding.end]
    indices = {t.index for t in inside}
    return next((t.index for t in inside if t.head not in indices), None)


def _phrase_head(tree: Tree, at: int) -> int:
    """Up from a name to the noun that carries the preposition: `in its southern region of Astrakhan`."""
    for _ in range(6):
        token = tree.tokens[at]
        linked = token.deprel in ("compound", "flat", "amod", "appos", "nmod:desc") or (
            token.deprel == "nmod" and tree.preposition(at) == "of" and _is_ground(tree.tokens[token.head])
        )
        linked = linked or _is_next_place(tree, token)
        if not linked or token.head < 0:
            break
        at = token.head
    return at


def _is_next_place(tree: Tree, token: Token) -> bool:
    """The `York` of `in Leeds and York`, but not of `talks between Leeds and York`."""
    if token.deprel != "conj" or not token.entity.endswith("LOC") or tree.preposition(token.index):
        return False
    return tree.tokens[token.head].entity.endswith("LOC") and tree.preposition(token.head) != "between"


def _is_ground(token: Token) -> bool:
    """`the village of Lisle`, `Lisle of the Oka district`."""
    return token.lemma.lower() in GROUND or token.entity.endswith("LOC")


def _is_where(tree: Tree, head: int, name: int, goes: bool) -> bool:
    is_attribute = head != name and tree.tokens[name].deprel in ("amod", "compound")
    if is_attribute and tree.tokens[head].lemma.lower() not in GROUND:
        return False
    preposition = tree.preposition(head)
    # `arrested a man from Leeds` tells where he lives, `flew troops to Chad` where it happens.
    return preposition in WHERE or (goes and preposition in WHITHER and tree.tokens[head].deprel.startswith("obl"))
