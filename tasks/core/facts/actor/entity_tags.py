"""The parser's entity tags as spans, mended by what the document says elsewhere of the same name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.actor.boundaries import Entity, is_shop, mended
from tasks.core.facts.name import key_of

_WHERE = frozenset({"in", "near", "outside", "across"})
# Behind a name these tell that people live there, or who runs it: `Salem police`, `Salem Mayor Ann Lee`.
_LOCALS = frozenset(
    {"man", "woman", "men", "women", "teen", "teenager", "boy", "girl", "couple", "resident", "residents", "native"}
    | {"police", "firefighter", "firefighters", "motorist", "motorists", "homeowner", "homeowners", "taxpayers"}
    | {"mayor", "governor", "alderman", "aldermen", "selectman", "selectmen", "councilman", "councilwoman", "sheriff"}
)
_LIVES_THERE = 3
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NOT_LAST = frozenset({"ADP", "PRON", "DET", "CCONJ", "AUX", "SCONJ"})
_ACRONYM = 7
_STORMS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm", "Superstorm"})
_PARTY_AND_STATE = re.compile(r"^[DRI]-[A-Z]")
SUFFIXES = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "sa", "spa", "nv", "lp", "llp"})


def agreed_entities(sentences: Sequence[Sentence]) -> list[list[Entity]]:
    """Entities of each sentence; a name keeps one label in a document, and is one where the parser overlooked it."""
    tagged = [mended(s.tokens, [e for e in _tagged(s.tokens) if _is_any(s.tokens, e)]) for s in sentences]
    storms = {key for sentence in sentences for key in _storms(sentence.tokens)}
    votes: dict[str, Counter[str]] = {}
    places = set()
    for sentence, entities in zip(sentences, tagged, strict=True):
        for entity in entities:
            key = _key(sentence.tokens, entity)
            is_where = entity.label == "LOC" and entity.first > 0 and sentence.tokens[entity.first - 1].text in _WHERE
            is_local = _is_before_locals(sentence.tokens, entity)
            counter = votes.setdefault(key, Counter())
            counter[entity.label] += 1 + is_where
            counter["LOC"] += _LIVES_THERE * is_local
            places |= {key} if is_where or is_local else set()
    labels = {key: label for key, label in _labels(votes, places).items() if key not in storms or label != "PER"}
    agreed = [_agreed(s.tokens, entities, labels, votes) for s, entities in zip(sentences, tagged, strict=True)]
    return _with_shops(sentences, agreed)


def _with_shops(sentences: Sequence[Sentence], agreed: Sequence[list[Entity]]) -> list[list[Entity]]:
    """`Moody's` is a company, unless Moody is somebody elsewhere."""
    pairs = list(zip(sentences, agreed, strict=True))
    persons = {_key(s.tokens, e) for s, entities in pairs for e in entities if not is_shop(s.tokens, e)}
    return [
        [
            Entity(e.first, e.end + 1, "ORG") if is_shop(s.tokens, e) and _key(s.tokens, e) not in persons else e
            for e in entities
        ]
        for s, entities in pairs
    ]


def _is_any(tokens: Sequence[Token], entity: Entity) -> bool:
    """Whether a tag is on a name at all; `(D-Minn.)` says party and state."""
    is_party = (
        _PARTY_AND_STATE.match("".join(token.text for token in tokens[entity.first : entity.first + 3])) is not None
    )
    return bool(_key(tokens, entity)) and not is_party


def _storms(tokens: Sequence[Token]) -> Iterator[str]:
    """`Katrina`, where the text has `Hurricane Katrina`."""
    for before, token in pairwise(tokens):
        if before.text in _STORMS and token.text[:1].isupper():
            yield key_of(token.text)


def _is_before_locals(tokens: Sequence[Token], entity: Entity) -> bool:
    """`Salem police`: who lives or governs where; not `NATO police`, `the King's men`."""
    following = tokens[entity.end].text.lower() if entity.end < len(tokens) else ""
    return following in _LOCALS and not tokens[entity.end - 1].text.isupper()


def _labels(votes: Mapping[str, Counter[str]], places: Container[str]) -> dict[str, str]:
    """The label of each name, by its votes; `places` are keys that stand behind `in` and its like."""
    labels = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
    surnames = {key.split(" ")[-1] for key, label in labels.items() if label == "PER" and " " in key}
    openings = {key.partition(" ")[0] for key, label in labels.items() if label != "PER" and " " in key}
    for key, label in list(labels.items()):
        opening = key.partition(" ")[0]
        # `Acme` of `Acme Holdings` is a company, unless `Ann Acme` stands there too.
        if label == "ORG" and opening != key and labels.get(opening) == "PER" and opening not in surnames:
            labels[opening] = "ORG"
        elif label != "PER" and key in surnames and key not in openings and key not in places:
            labels[key] = "PER"
    return labels


def _key(tokens: Sequence[Token], entity: Entity) -> str:
    return " ".join(filter(None, (key_of(token.text) for token in tokens[entity.first : entity.end])))


def _agreed(
    tokens: Sequence[Token], entities: list[Entity], labels: dict[str, str], votes: dict[str, Counter[str]]
) -> list[Entity]:
    keys = [_key(tokens, entity) for entity in entities]
    agreed = [replace(e, label=labels[key]) for e, key in zip(entities, keys, strict=True) if key in labels]
    covered = {index for entity in entities for index in range(entity.first, entity.end)}
    for token in tokens:
        key = key_of(token.text)
        # Twice, because one slip of the parser should not spread.
        if token.index not in covered and key in labels and votes[key].total() > 1 and _is_name(tokens, token):
            agreed.append(Entity(token.index, token.index + 1, labels[key]))
    return sorted(agreed, key=lambda entity: entity.first)


def _is_name(tokens: Sequence[Token], token: Token) -> bool:
    """A capitalised name that no other name goes on from."""
    beside = [tokens[i] for i in (token.index - 1, token.index + 1) if 0 <= i < len(tokens)]
    is_alone = not any(other.upos == "PROPN" and other.text[:1].isupper() for other in beside)
    return token.upos == "PROPN" and token.text[:1].isupper() and is_alone


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
    if entity.label == "PER" and end - entity.first > 1 and tokens[end - 1].text.lower() in _DAYS:
        end -= 1  # `said Ann Lee Friday`
    only = tokens[entity.first].text
    is_acronym = end - entity.first == 1 and only.isupper() and only.isalpha() and 3 <= len(only) <= _ACRONYM
    others = [token for token in tokens if token.text != only and token.text.isalpha()]
    is_shouted = is_acronym and bool(others) and not any(token.text.islower() for token in others)
    label = "ORG" if is_acronym and not is_shouted and entity.label == "PER" else entity.label
    return Entity(entity.first, end, label)
