"""Actors of a document: persons, organisations, roles, and countries by name, adjective, people or capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence
from tasks.core.facts.actor.agent import agent_claims
from tasks.core.facts.actor.country import country_claims
from tasks.core.facts.actor.entity_tags import agreed_entities
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.actor.mentions import Mentions
from tasks.core.facts.actor.names import HONORIFICS, name_claims
from tasks.core.facts.actor.words import Claim, Words, settle
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "'s", "&", ","})
_PRESIDENTS = frozenset({"president", "presidents", "vp"})


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
    claims = [*country_claims(words, mentions), *agent_claims(words), *name_claims(words, mentions)]
    standing = [claim for claim in settle(claims, len(words.tokens)) if claim.finding is not None]
    standing = settle([*standing, *_acronyms(words, standing)], len(words.tokens))
    standing = [_employed(words, standing, number) for number in range(len(standing))]
    findings = [_titled(words, standing, number) for number in range(len(standing))]
    return [f for f in findings if key_of(words.text[f.start : f.end]) not in HONORIFICS]


def _acronyms(words: Words, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Free Farmers' Front (FFF)`: letters in brackets that stand for the words before are another name of the same."""
    for claim in claims:
        finding, end = claim.finding, claim.end
        if finding and finding.kind == "organisation" and finding.entity_id and _is_spelt_out(words, claim):
            token = words.tokens[end + 1]
            again = replace(finding, start=token.start, end=token.end, finder="organisation:acronym")
            yield Claim(end + 1, end + 2, -2, again)


def _is_spelt_out(words: Words, claim: Claim) -> bool:
    bracketed = [token.text for token in words.tokens[claim.end : claim.end + 3]]
    if len(bracketed) < 3 or bracketed[::2] != ["(", ")"] or not bracketed[1].isupper() or len(bracketed[1]) < 2:
        return False
    letters = bracketed[1].lower()
    initials = "".join(key[0] for key in words.keys[claim.first : claim.end] if key and key not in _SMALL)
    return initials.endswith(letters)


def _employed(words: Words, claims: Sequence[Claim], number: int) -> Claim:
    """`FBI director`, `spokesman for Hamas`: a role without a sector of its own has that of the organisation.

    A president is a head of state only where no organisation stands beside.
    """
    claim = claims[number]
    role = claim.finding
    is_any_president = words.keys[claim.end - 1] in _PRESIDENTS
    if role is None or role.kind != "role" or (role.sector and not is_any_president) or role.country:
        return claim
    before = claims[number - 1] if number else None
    behind = claims[number + 1] if number + 1 < len(claims) else None
    if before and before.end == claim.first and before.finding and before.finding.kind == "organisation":
        employer = before.finding
    elif behind and behind.finding and behind.finding.kind == "organisation" and _leads_to(words, claim, behind):
        employer = behind.finding
    else:
        return claim
    if is_any_president and not employer.entity_id:
        return claim
    return replace(claim, finding=replace(role, country=employer.country, sector=employer.sector))


def _leads_to(words: Words, claim: Claim, behind: Claim) -> bool:
    gap = words.keys[claim.end : behind.first]
    return len(gap) in (1, 2) and gap[0] in ("of", "for", "at", "with") and gap[1:] in ([], ["the"])


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
    for title in claims[max(number - 2, 0) : number]:
        if _is_titled_of(words, title, claims[number]):
            return title.finding
    if number == 0 or not _is_role(claims[number - 1]) or words.keys[claims[number - 1].end - 1] in HONORIFICS:
        return None
    before, claim = claims[number - 1], claims[number]
    is_adjacent = before.end == claim.first
    return before.finding if is_adjacent or _is_apposed(words, before, claim) else None


def _is_titled_of(words: Words, title: Claim, person: Claim) -> bool:
    """`Mayor of Dover Ann Lee`, `director of Acme Ann Lee`: capitalised words from `of` to the name."""
    gap = words.tokens[title.end : person.first]
    is_of = len(gap) > 1 and gap[0].text == "of" and all(token.text[:1].isupper() for token in gap[1:])
    return is_of and _is_role(title) and words.tokens[title.first].text[:1].isupper()


def _title_behind(words: Words, claims: Sequence[Claim], number: int) -> Finding | None:
    """`Aleksandar Vucic, the president of Serbia,`."""
    if number + 1 == len(claims) or not _is_role(claims[number + 1]):
        return None
    behind = claims[number + 1]
    return behind.finding if _is_apposed(words, claims[number], behind) else None


def _is_role(claim: Claim) -> bool:
    return claim.finding is not None and claim.finding.kind == "role"


def _is_apposed(words: Words, first: Claim, second: Claim) -> bool:
    """Whether the second claim's words stand in apposition to the first's."""
    head = words.head(second.first, second.end)
    return head.deprel == "appos" and first.first <= head.head < first.end
