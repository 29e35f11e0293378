"""Ends of the parser's entities, mended by the tree: a name is not cut between words that hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.core.english.token import Token

# Two full names in a row are rather a list without its commas.
_LONGEST_PERSON = 3
_FLAT = frozenset({"flat", "compound"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of entity tags: tokens [first, end)."""

    first: int
    end: int
    label: str


def mended(tokens: Sequence[Token], entities: Sequence[Entity]) -> list[Entity]:
    """Entities without overlap, each with the untagged words of its name, and those beside them in a list."""
    if not entities:
        return []
    taken = {index for entity in entities for index in range(entity.first, entity.end)}
    found: list[Entity] = []
    for entity in entities:
        if found and _is_joined(tokens, found[-1], entity):
            found[-1] = replace(found[-1], end=entity.end)
            continue
        widened = _widened(tokens, entity, taken)
        taken.update(range(widened.first, widened.end))
        found.append(widened)
    return sorted([*found, *_listed(tokens, found, taken)], key=lambda entity: entity.first)


def is_shop(tokens: Sequence[Token], entity: Entity) -> bool:
    """`Moody's said`, `at Macy's.`: a name with the mark of an owner that owns nothing here."""
    end = entity.end
    is_full = entity.label == "PER" and end - entity.first > 1
    if entity.label not in ("PER", "ORG") or is_full or end >= len(tokens) or tokens[end].text not in ("'s", "’s"):
        return False
    heads = [t for t in tokens[entity.first : end] if not entity.first <= t.head < end]
    behind = tokens[end + 1].upos if end + 1 < len(tokens) else "PUNCT"
    is_argument = all(t.deprel in ("nsubj", "nsubj:pass", "obj", "obl") for t in heads)
    return tokens[end].upos == "PART" and is_argument and behind in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "ADV")


def _is_joined(tokens: Sequence[Token], first: Entity, second: Entity) -> bool:
    """`FC` and `Porto`, `Noor` and `Mohammad Fayez`, tagged as two names side by side."""
    if first.label != second.label or first.end != second.first:
        return False
    before, behind = tokens[first.first : first.end], tokens[second.first : second.end]
    if first.label == "PER":
        return len(before) + len(behind) <= _LONGEST_PERSON and behind[0].start - before[-1].end == 1
    hangs = any(t.deprel in _FLAT and second.first <= t.head < second.end for t in before)
    return first.label == "ORG" and (
        hangs or any(t.deprel in _FLAT and first.first <= t.head < first.end for t in behind)
    )


def _widened(tokens: Sequence[Token], entity: Entity, taken: set[int]) -> Entity:
    if entity.label not in ("PER", "ORG"):
        return entity
    first, end = entity.first, entity.end
    while end < len(tokens) and end not in taken and _goes_on(tokens, first, end, end):
        end += 1
    while first and first - 1 not in taken and _goes_on(tokens, first, end, first - 1):
        first -= 1
    return replace(entity, first=first, end=end)


def _goes_on(tokens: Sequence[Token], first: int, end: int, index: int) -> bool:
    """Whether a capitalised word beside a span hangs from it, or the span from the word, as parts of a name do."""
    token = tokens[index]
    if token.upos != "PROPN" or not token.text[:1].isupper() or token.xpos == "NNPS":
        return False
    is_below = token.deprel in _FLAT and first <= token.head < end
    return is_below or any(t.head == index and t.deprel == "flat" for t in tokens[first:end])


def _listed(tokens: Sequence[Token], entities: Sequence[Entity], taken: set[int]) -> list[Entity]:
    """`Acme, Globex and Initech`: a name without a tag is what the names coordinated with it are."""
    joined = [token for token in tokens if token.deprel == "conj"]
    loose = [t for t in joined if t.upos == "PROPN" and t.index not in taken and _is_alone(tokens, t)]
    if not loose:
        return []
    labels = {i: entity.label for entity in entities for i in range(entity.first, entity.end)}
    found = []
    for token in loose:
        beside = (labels.get(t.index, "") for t in joined if t.head == token.head and t is not token)
        kinds = {labels.get(token.head, ""), *beside}
        if len(kinds) == 1 and kinds <= {"PER", "ORG"}:
            found.append(Entity(token.index, token.index + 1, kinds.pop()))
    return found


def _is_alone(tokens: Sequence[Token], token: Token) -> bool:
    """A capitalised word with no name right beside it."""
    beside = [tokens[i] for i in (token.index - 1, token.index + 1) if 0 <= i < len(tokens)]
    return token.text[:1].isupper() and not any(other.upos == "PROPN" for other in beside)
