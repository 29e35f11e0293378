"""The parser's entity tags as spans, ended where no name goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.english.token import Token
from tasks.core.facts.actor.boundaries import Entity
from tasks.core.facts.name import key_of

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NOT_LAST = frozenset({"ADP", "PRON", "DET", "CCONJ", "AUX", "SCONJ"})
# Longer words in capitals are surnames as often: `WALLACE: ...`.
_ACRONYM = 4
_PARTY_AND_STATE = re.compile(r"^[DRI]-[A-Z]")
SUFFIXES = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "sa", "spa", "nv", "lp", "llp"})


def tagged_entities(tokens: Sequence[Token]) -> list[Entity]:
    """What the parser tags in a sentence, in order; `(D-Minn.)` and a letter alone name nobody."""
    return [e for e in _tagged(tokens) if len(key_of_entity(tokens, e)) > 1 and not _is_party(tokens, e)]


def key_of_entity(tokens: Sequence[Token], entity: Entity) -> str:
    """What a name is known by in its document."""
    return " ".join(filter(None, (key_of(token.text) for token in tokens[entity.first : entity.end])))


def _is_party(tokens: Sequence[Token], entity: Entity) -> bool:
    start = "".join(token.text for token in tokens[entity.first : entity.first + 3])
    return _PARTY_AND_STATE.match(start) is not None


def _tagged(tokens: Sequence[Token]) -> Iterator[Entity]:
    """The BIO tags as spans; a comma parts places (`Kabul, Afghanistan`) and joins `Acme, Inc.`."""
    current: Entity | None = None
    for index, token in enumerate(tokens):
        mark, label = _mark(tokens, index, current)
        if current and mark == "I" and label == current.label and not (label == "LOC" and token.text == ","):
            current = replace(current, end=index + 1)
            continue
        if current and _goes_on(tokens, current, index):
            current = replace(current, end=index + 1)
            continue
        if current:
            yield _trimmed(tokens, current)
        current = Entity(index, index + 1, label) if label and token.text != "," else None
    if current:
        yield _trimmed(tokens, current)


def _mark(tokens: Sequence[Token], index: int, current: Entity | None) -> tuple[str, str]:
    """The tag at a token: behind `of` no person's name goes on, nor a company's behind its suffix, but a place's."""
    mark, _, label = tokens[index].entity.partition("-")
    if tokens[index].text == "of" and (label == "PER" or (current and _is_complete(tokens, current))):
        return "O", ""
    if mark == "I" and index > 1 and tokens[index - 1].text == "of" and (label == "PER" or current is None):
        return "B", "LOC"
    # What goes on from a place made so is tagged as it was before.
    return mark, current.label if mark == "I" and current else label


def _is_complete(tokens: Sequence[Token], entity: Entity) -> bool:
    """`Acme, Inc. of Springfield`: nothing of a company's name stands behind its suffix."""
    return entity.label == "ORG" and entity.end - entity.first > 1 and key_of(tokens[entity.end - 1].text) in SUFFIXES


def _goes_on(tokens: Sequence[Token], entity: Entity, index: int) -> bool:
    """Whether a company's suffix follows, behind a comma or at once."""
    if entity.label != "ORG" or entity.end != index:
        return False
    following = index + (tokens[index].text == ",")
    return following < len(tokens) and key_of(tokens[following].text) in SUFFIXES


def _trimmed(tokens: Sequence[Token], entity: Entity) -> Entity:
    """Without the words at the end that no name ends with; an acronym alone is nobody's name."""
    end = entity.end
    while end - entity.first > 1 and (tokens[end - 1].upos in _NOT_LAST or tokens[end - 1].text in (",", "'s", "’s")):
        end -= 1
    if entity.label == "PER" and end - entity.first > 1 and tokens[end - 1].text.lower() in DAYS:
        end -= 1  # `said Ann Lee Friday`
    only = tokens[entity.first].text
    is_acronym = end - entity.first == 1 and only.isupper() and only.isalpha() and 3 <= len(only) <= _ACRONYM
    # `(BBC)` at the end of a report is a source, `RICK` at the end of a letter is its writer.
    is_shouted = is_acronym and tokens[0].text != "(" and not any(token.text.islower() for token in tokens)
    label = "ORG" if is_acronym and not is_shouted and entity.label == "PER" else entity.label
    return Entity(entity.first, end, label)
