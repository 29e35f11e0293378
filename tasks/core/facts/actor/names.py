"""Persons by name, those the parser tags and those whose shape shows them, beside organisations and places by name."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.facts.actor.boundaries import Entity
from tasks.core.facts.actor.mentions import Mentions
from tasks.core.facts.actor.organisation import is_law, organisation_claims
from tasks.core.facts.actor.words import NOMINAL, Claim, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import slug

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "dame"})


def name_claims(words: Words, mentions: Mentions) -> Iterator[Claim]:
    """Claims of names on a sentence's words."""
    yield from organisation_claims(words, mentions)
    for entity in words.entities:
        if not any(token.upos in NOMINAL for token in words.tokens[entity.first : entity.end]):
            continue
        if is_law(words, entity):
            yield Claim(entity.first, entity.end, 2, None)
        elif entity.label == "PER":
            yield from _person(words, entity)
        elif entity.label == "LOC" and all(t.text[:1].isupper() for t in words.tokens[entity.first : entity.end]):
            yield Claim(entity.first, entity.end, 4, None)
    yield from _untagged_persons(words)


def _person(words: Words, entity: Entity) -> Iterator[Claim]:
    first = _behind_title(words, entity.first, entity.end)
    end = entity.end - (words.keys[entity.end - 1] == "'s")
    if first < end:
        yield person_claim(words, first, end, "person:tagged", 0.85)


def _behind_title(words: Words, first: int, end: int) -> int:
    """`President Vladimir Putin` is Vladimir Putin."""
    for title_first, title_end, agents in words.lexicon.agents.matches(words.keys[first : end - 1]):
        if title_first == 0 and any(agent.is_title for agent in agents):
            return first + title_end
    return first


def person_claim(words: Words, first: int, end: int, finder: str, score: float) -> Claim:
    """A claim of a person's name."""
    name = " ".join(words.surface(first, end).split())
    start, stop = words.tokens[first].start, words.tokens[end - 1].end
    identifier = f"person:{slug(name)}"
    finding = Finding(start=start, end=stop, kind="person", finder=finder, score=score, entity_id=identifier, name=name)
    return Claim(first, end, 2, finding)


def _untagged_persons(words: Words) -> Iterator[Claim]:
    """A listed given name or a title, and capitalised words behind it, where the parser tagged nothing."""
    starts = {i for i, token in enumerate(words.tokens) if token.text in words.lexicon.given_names}
    starts |= {i + 1 for i, key in enumerate(words.keys) if key in HONORIFICS}
    for first in sorted(starts):
        end = first
        while end < len(words.tokens) and words.is_name(end) and not words.label(end):
            end += 1
        is_titled = first > 0 and words.keys[first - 1] in HONORIFICS
        if end - first >= 2 - is_titled and (is_titled or first == 0 or not words.is_name(first - 1)):
            yield person_claim(words, first, end, "person:shape", 0.6)
