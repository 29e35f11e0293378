"""Organisations by name: listed ones, those the parser tags, and those whose shape shows them."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.facts.actor.boundaries import Entity
from tasks.core.facts.actor.lexicon import Agent
from tasks.core.facts.actor.mentions import Mentions
from tasks.core.facts.actor.shape import organisation_spans
from tasks.core.facts.actor.tagged import SUFFIXES
from tasks.core.facts.actor.words import NOMINAL, Claim, Match, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import slug

# Acronyms this short are also abbreviations of other things: the parser has to agree.
_SHORT = 2
LAWS = frozenset({"act", "treaty", "accord", "accords", "agreement", "amendment", "constitution", "protocol"})


def organisation_claims(words: Words, mentions: Mentions) -> Iterator[Claim]:
    """Claims of organisations' names on a sentence's words."""
    for match in words.matches:
        if match.known.sense == "organisation" and _is_organisation(words, match, mentions):
            yield _listed(words, match)
    for entity in words.entities:
        if (
            entity.label == "ORG"
            and not is_law(words, entity)
            and any(t.upos in NOMINAL for t in words.tokens[entity.first : entity.end])
        ):
            yield from _tagged(words, entity)
    for first, end in organisation_spans(words):
        yield _claim(words, first, end, "organisation:shape")


def is_law(words: Words, entity: Entity) -> bool:
    """What is signed or passed signs and passes nothing."""
    return words.keys[entity.end - 1] in LAWS and entity.end - entity.first > 1


def _is_organisation(words: Words, match: Match, mentions: Mentions) -> bool:
    first, end = match.first, match.end
    if _is_one_of_many(words, first, end):
        return False
    if match.known.is_shared:
        return any((e.first, e.end, e.label) == (first, end, "ORG") for e in words.entities)
    if end - first > 1:
        return True
    form = match.known.form.replace(".", "")
    if form.isupper():
        others = [token.text for token in words.tokens if len(token.text) > 1 and token.text.replace(".", "") != form]
        is_shouted = bool(others) and not any(text.islower() for text in others)
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


def _tagged(words: Words, entity: Entity) -> Iterator[Claim]:
    """A tagged organisation that no list has; a tag on a country's own name is not one."""
    first, end = entity.first, entity.end
    if words.surface(first, end).islower() or _is_one_of_many(words, first, end):
        return
    if any(_is_known(words, match, entity) for match in words.matches):
        return
    yield _claim(words, first, end, "organisation:tagged")


def _is_one_of_many(words: Words, first: int, end: int) -> bool:
    """`a Mazda`, `his Mazda`, `a CPA`: a thing or a person of that name, not the organisation."""
    token = words.tokens[first]
    is_owned = first > 0 and words.keys[first - 1] in ("a", "an", "my", "your", "his", "her")
    return end - first == 1 and is_owned and token.deprel not in ("compound", "amod", "nmod:poss", "flat")


def _is_known(words: Words, match: Match, entity: Entity) -> bool:
    """Whether a list has the name: all of it, or all before a small word (`Fatah party`)."""
    if match.first != entity.first or match.known.sense == "region":
        return False
    is_small = match.end == entity.end - 1 and words.tokens[match.end].text.islower()
    return match.end == entity.end or (is_small and match.known.sense == "organisation")


def _with_article(words: Words, first: int) -> int:
    """`from The Hill`: an article with a capital within a sentence belongs to the name."""
    is_within = first > 1 and words.tokens[first - 1].text == "The" and words.keys[first - 2] not in ("", "|")
    return first - is_within


def _claim(words: Words, first: int, end: int, finder: str) -> Claim:
    inner = [match for match in words.matches if first <= match.first and match.end <= end]
    first = _with_article(words, first)
    name = " ".join(words.surface(first, end).split())
    country = next((m.known.country for m in inner if m.known.sense in ("name", "adjective")), None)
    parent = next((m.known.sector for m in inner if m.known.sense == "organisation"), None)
    return Claim(
        first,
        end,
        2,
        Finding(
            start=words.tokens[first].start,
            end=words.tokens[end - 1].end,
            kind="organisation",
            finder=finder,
            score=0.7,
            entity_id=f"org:{slug(name).removeprefix('the-')}",
            name=name,
            country=country,
            sector=parent or _sector(words, first, end),
        ),
    )


def _sector(words: Words, first: int, end: int) -> str | None:
    """What the kind of actor at the end of a name, or else before its `of`, says; `Inc.` says a company."""
    if words.keys[end - 1] in SUFFIXES:
        return "BUS"
    of = next((i for i in range(first + 1, end) if words.keys[i] in ("of", "for", "on")), end)
    agent = _agent_at_end(words, first, end) or _agent_at_end(words, first, of)
    return agent.sector if agent else None


def _agent_at_end(words: Words, first: int, end: int) -> Agent | None:
    """The kind of actor that the last words of a name say it is."""
    keys = words.keys[first:end]
    found = (agents[0] for _, stop, agents in words.lexicon.agents.matches(keys) if stop == len(keys))
    return next(found, None)
