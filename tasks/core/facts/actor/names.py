"""Persons and organisations by name: listed ones, those the parser tags, and those whose shape shows them."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.facts.actor.entity_tags import SUFFIXES, Entity
from tasks.core.facts.actor.lexicon import Agent
from tasks.core.facts.actor.mentions import Mentions
from tasks.core.facts.actor.words import NOMINAL, Claim, Match, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import slug

# Acronyms this short are also abbreviations of other things: the parser has to agree.
_SHORT = 2
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "dame"})


def name_claims(words: Words, mentions: Mentions) -> Iterator[Claim]:
    """Claims of names on a sentence's words."""
    for match in words.matches:
        if match.known.sense == "organisation" and _is_organisation(words, match, mentions):
            yield _listed(words, match)
    for entity in words.entities:
        if not any(token.upos in NOMINAL for token in words.tokens[entity.first : entity.end]):
            continue
        if entity.label == "PER":
            yield from _person(words, entity)
        elif entity.label == "ORG":
            yield from _organisation(words, entity)
        elif entity.label == "LOC" and all(t.text[:1].isupper() for t in words.tokens[entity.first : entity.end]):
            yield Claim(entity.first, entity.end, 4, None)
    yield from _untagged_persons(words)


def _is_organisation(words: Words, match: Match, mentions: Mentions) -> bool:
    first, end = match.first, match.end
    if end - first > 1:
        return True
    form = match.known.form.replace(".", "")
    if form.isupper():
        is_shouted = not any(token.text.islower() for token in words.tokens if len(token.text) > 1)
        is_agreed = words.label(first) in ("ORG", "LOC")
        if len(form) <= _SHORT and match.known.country and not mentions.is_named(match.known.country):
            return False
        return is_agreed or (not is_shouted and (len(form) > _SHORT or match.known.sector == "IGO"))
    is_person = words.label(first) == "PER" and words.tokens[first].text in words.lexicon.given_names
    return not is_person and words.tokens[first].upos == "PROPN"


def _listed(words: Words, match: Match) -> Claim:
    known = match.known
    finding = Finding(
        start=words.tokens[match.first].start,
        end=words.tokens[match.end - 1].end,
        kind="organisation",
        finder="organisation:listed",
        score=0.95,
        entity_id=known.entity_id,
        name=known.name,
        country=known.country,
        sector=known.sector,
    )
    return Claim(match.first, match.end, -1, finding)


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


def _organisation(words: Words, entity: Entity) -> Iterator[Claim]:
    """A tagged organisation that no list has; a tag on a country's own name is not one."""
    first, end = entity.first, entity.end - (words.keys[entity.end - 1] == "'s")
    inner = [match for match in words.matches if first <= match.first and match.end <= end]
    if first >= end or words.surface(first, end).islower():
        return
    if any(m.first == first and m.end == end and m.known.sense != "region" for m in inner):
        return
    name = " ".join(words.surface(first, end).split())
    country = next((m.known.country for m in inner if m.known.sense in ("name", "adjective")), None)
    agent = _agent_at_end(words, first, end)
    parent = next((m.known.sector for m in inner if m.known.sense == "organisation"), None)
    yield Claim(
        first,
        end,
        2,
        Finding(
            start=words.tokens[first].start,
            end=words.tokens[end - 1].end,
            kind="organisation",
            finder="organisation:tagged",
            score=0.7,
            entity_id=f"org:{slug(name)}",
            name=name,
            country=country,
            sector=parent or (agent.sector if agent else "BUS" if words.keys[end - 1] in SUFFIXES else None),
        ),
    )


def _agent_at_end(words: Words, first: int, end: int) -> Agent | None:
    """The kind of actor that the last words of a name say it is."""
    keys = words.keys[first:end]
    found = (agents[0] for _, stop, agents in words.lexicon.agents.matches(keys) if stop == len(keys))
    return next(found, None)


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
