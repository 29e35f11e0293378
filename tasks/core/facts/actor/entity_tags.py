"""The parser's entities, mended by what the document says elsewhere of the same name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.actor.acronyms import common_acronyms
from tasks.core.facts.actor.boundaries import Entity, is_shop, mended
from tasks.core.facts.actor.tagged import key_of_entity, tagged_entities
from tasks.core.facts.name import key_of

_WHERE = frozenset({"in", "near", "outside", "across"})
# Behind a name these tell that people live there, or who runs it: `Salem police`, `Salem Mayor Ann Lee`.
_LOCALS = frozenset(
    {"man", "woman", "men", "women", "teen", "teenager", "boy", "girl", "couple", "resident", "residents", "native"}
    | {"police", "firefighter", "firefighters", "motorist", "motorists", "homeowner", "homeowners", "taxpayers"}
    | {"mayor", "governor", "alderman", "aldermen", "selectman", "selectmen", "councilman", "councilwoman", "sheriff"}
)
_SETTLEMENTS = frozenset({"village", "town", "city", "hamlet", "suburb", "township", "district", "municipality"})
_DASHES = frozenset({"-", "--", "–", "—"})
_LIVES_THERE = 3
_STORMS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm", "Superstorm"})


def agreed_entities(sentences: Sequence[Sentence]) -> list[list[Entity]]:
    """Entities of each sentence; a name keeps one label in a document, and is one where the parser overlooked it."""
    tagged = [mended(s.tokens, tagged_entities(s.tokens)) for s in sentences]
    storms = {key for sentence in sentences for key in _storms(sentence.tokens)}
    things = {key for sentence in sentences for key in common_acronyms(sentence.tokens)}
    votes: dict[str, Counter[str]] = {}
    places = set()
    for sentence, entities in zip(sentences, tagged, strict=True):
        for entity in entities:
            key = key_of_entity(sentence.tokens, entity)
            is_where = entity.label == "LOC" and entity.first > 0 and sentence.tokens[entity.first - 1].text in _WHERE
            is_local = any(rule(sentence.tokens, entity) for rule in (_is_before_locals, _is_settlement, _is_home))
            counter = votes.setdefault(key, Counter())
            counter[entity.label] += 1 + is_where
            counter["LOC"] += _LIVES_THERE * is_local
            places |= {key} if is_where or is_local else set()
    voted = _labels(votes, places).items()
    labels = {key: label for key, label in voted if key not in things and (key not in storms or label != "PER")}
    agreed = [_agreed(s.tokens, entities, labels, votes) for s, entities in zip(sentences, tagged, strict=True)]
    return _with_shops(sentences, agreed)


def _with_shops(sentences: Sequence[Sentence], agreed: Sequence[list[Entity]]) -> list[list[Entity]]:
    """`Moody's` is a company, unless Moody is somebody elsewhere."""
    pairs = list(zip(sentences, agreed, strict=True))
    if not any(is_shop(s.tokens, entity) for s, entities in pairs for entity in entities):
        return list(agreed)
    persons = {key_of_entity(s.tokens, e) for s, entities in pairs for e in entities if not is_shop(s.tokens, e)}
    return [[_as_shop(s.tokens, e, persons) for e in entities] for s, entities in pairs]


def _as_shop(tokens: Sequence[Token], entity: Entity, persons: Container[str]) -> Entity:
    is_company = is_shop(tokens, entity) and key_of_entity(tokens, entity) not in persons
    return Entity(entity.first, entity.end + 1, "ORG") if is_company else entity


def _storms(tokens: Sequence[Token]) -> Iterator[str]:
    """`Katrina`, where the text has `Hurricane Katrina`."""
    for before, token in pairwise(tokens):
        if before.text in _STORMS and token.text[:1].isupper():
            yield key_of(token.text)


def _is_before_locals(tokens: Sequence[Token], entity: Entity) -> bool:
    """`Salem police`: who lives or governs where; not `NATO police`, `the King's men`."""
    following = tokens[entity.end].text.lower() if entity.end < len(tokens) else ""
    return following in _LOCALS and not tokens[entity.end - 1].text.isupper()


def _is_home(tokens: Sequence[Token], entity: Entity) -> bool:
    """`a woman from Salem`, `the driver, 42, from Salem`: people of no other name come from a town."""
    case = tokens[entity.first - 1] if entity.first else tokens[0]
    if case.text.lower() != "from" or entity.end - entity.first > 1 or entity.label != "PER":
        return False
    above = tokens[tokens[entity.first].head]
    return above.index < case.index and (above.lemma.lower() in _LOCALS or above.upos == "NUM")


def _is_settlement(tokens: Sequence[Token], entity: Entity) -> bool:
    """`the village of Lisle`; or the town of a dateline, alone before a dash."""
    before = [token.text.lower() for token in tokens[max(entity.first - 2, 0) : entity.first]]
    is_dateline = entity.first == 0 and entity.end == len(tokens) - 1 and tokens[-1].text in _DASHES
    return is_dateline or (len(before) == 2 and before[0] in _SETTLEMENTS and before[1] == "of")


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


def _agreed(
    tokens: Sequence[Token], entities: list[Entity], labels: dict[str, str], votes: dict[str, Counter[str]]
) -> list[Entity]:
    keys = [key_of_entity(tokens, entity) for entity in entities]
    agreed = [replace(e, label=labels[key]) for e, key in zip(entities, keys, strict=True) if key in labels]
    covered = {index for entity in entities for index in range(entity.first, entity.end)}
    for token in tokens:
        if token.upos != "PROPN" or token.index in covered or not _is_name(tokens, token):
            continue
        key = key_of(token.text)
        # Twice, because one slip of the parser should not spread.
        if key in labels and votes[key].total() > 1:
            agreed.append(Entity(token.index, token.index + 1, labels[key]))
    return sorted(agreed, key=lambda entity: entity.first)


def _is_name(tokens: Sequence[Token], token: Token) -> bool:
    """A capitalised name that no other name goes on from."""
    beside = [tokens[i] for i in (token.index - 1, token.index + 1) if 0 <= i < len(tokens)]
    is_alone = not any(other.upos == "PROPN" and other.text[:1].isupper() for other in beside)
    return token.text[:1].isupper() and is_alone
