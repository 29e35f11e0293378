"""Actors of a document: persons, organisations, roles, and countries by name, adjective, people or capital."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence
from tasks.core.facts.actor_agent import agent_claims
from tasks.core.facts.actor_country import country_claims
from tasks.core.facts.actor_lexicon import ActorLexicon
from tasks.core.facts.actor_mentions import Mentions
from tasks.core.facts.actor_name import HONORIFICS, name_claims
from tasks.core.facts.actor_words import Claim, Words, settle
from tasks.core.facts.entity_tags import agreed_entities
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of


def find_actors(text: str, sentences: Sequence[Sentence], lexicon: ActorLexicon) -> list[Finding]:
    """Who a document speaks of: findings that do not overlap, sorted by offset.

    A country is a `place` with its `entity_id` also where it acts, then with a sector; a capital is one only where it
    stands for its government. A person has the country and sector of the title beside the name.
    """
    entities = agreed_entities(sentences)
    document = [Words(text, s, found, lexicon) for s, found in zip(sentences, entities, strict=True)]
    mentions = Mentions(document, lexicon)
    return [finding for words in document for finding in _actors(words, mentions)]


def _actors(words: Words, mentions: Mentions) -> list[Finding]:
    claims = [*country_claims(words, mentions), *agent_claims(words), *name_claims(words)]
    standing = [claim for claim in settle(claims, len(words.tokens)) if claim.finding is not None]
    findings = [_titled(words, standing, number) for number in range(len(standing))]
    return [f for f in findings if key_of(words.text[f.start : f.end]) not in HONORIFICS]


def _titled(words: Words, claims: Sequence[Claim], number: int) -> Finding:
    """A person with what the title before the name, or the apposition behind it, says."""
    claim = claims[number]
    finding = claim.finding
    assert finding is not None
    if finding.kind != "person":
        return finding
    title = _title_before(words, claims, number) or _title_behind(words, claims, number)
    if title is None:
        return finding
    return replace(finding, country=title.country, sector=title.sector)


def _title_before(words: Words, claims: Sequence[Claim], number: int) -> Finding | None:
    """`Russian President Vladimir Putin`; `Serbia's president, Aleksandar Vucic,`."""
    if number == 0:
        return None
    before = claims[number - 1]
    gap = [token.text for token in words.tokens[before.end : claims[number].first]]
    return before.finding if gap in ([], [","]) and before.finding and before.finding.kind == "role" else None


def _title_behind(words: Words, claims: Sequence[Claim], number: int) -> Finding | None:
    """`Aleksandar Vucic, the president of Serbia,`."""
    if number + 1 == len(claims):
        return None
    behind = claims[number + 1]
    gap = [token.text.lower() for token in words.tokens[claims[number].end : behind.first]]
    is_apposition = gap in ([","], [",", "the"], [",", "a"], [",", "an"])
    return behind.finding if is_apposition and behind.finding and behind.finding.kind == "role" else None
