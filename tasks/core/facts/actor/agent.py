"""Kinds of actor: `Serbia's defense ministry`, `Russian officials`, `Prime Minister`, `rebels`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.english.token import Token
from tasks.core.facts.actor.lexicon import Agent
from tasks.core.facts.actor.names import HONORIFICS
from tasks.core.facts.actor.words import NOMINAL, Claim, Match, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import slug

_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})
_PORTFOLIOS = frozenset({"minister", "ministers", "ministry", "ministries"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_VAGUE = frozenset({"representative", "rep", "captain"})
_REACH = 5
_MODIFIERS = frozenset({"compound", "nmod:poss", "amod", "nmod", "nmod:desc"})
_MINISTRY_OF = re.compile(r"^(ministry|department|office) of (?:the )?(.+)$")


def agent_claims(words: Words) -> Iterator[Claim]:
    """Claims of agents on a sentence's words; the country beside an agent belongs to its words."""
    for first, end, agents in words.lexicon.agents.matches(words.keys):
        if agents[0].kind is None:
            yield Claim(first, end, 0, None)
        elif _is_agent(words, first, end, agents):
            yield _claim(words, first, end, _best(agents, words, end))


def _is_agent(words: Words, first: int, end: int, agents: Sequence[Agent]) -> bool:
    last = words.tokens[end - 1]
    # `college-educated`, `government-backed`, `52-count`: half a word is no actor.
    if (end < len(words.tokens) and words.tokens[end].text == "-") or (first and words.tokens[first - 1].text == "-"):
        return False
    if agents[0].kind == "organisation" and _opens_a_name(words, last):
        return False
    if last.upos not in NOMINAL and last.deprel not in ("nsubj", "obj", "obl", "appos"):
        return False
    # `King` in a person's name, `Marshall` Islands: inside a name of another kind only its first word can be a title.
    return not (words.label(first) == "PER" and words.label(first - 1) == "PER") if first else True


def _opens_a_name(words: Words, token: Token) -> bool:
    """`Union Square Park` is no union; `Senate Majority Leader` leads the senate."""
    if token.deprel != "compound" or token.head <= token.index or not token.text[:1].isupper():
        return False
    is_role = any(agent.kind == "role" for agent in words.lexicon.agents.get(words.keys[token.head]))
    return words.tokens[token.head].text[:1].isupper() and words.is_name(token.index + 1) and not is_role


def _best(agents: Sequence[Agent], words: Words, end: int) -> Agent:
    """Where one word is several kinds, a title counts before a name."""
    before_name = end < len(words.tokens) and words.is_name(end)
    return next((agent for agent in agents if agent.is_title == before_name), agents[0])


def _claim(words: Words, first: int, end: int, agent: Agent) -> Claim:
    first = _portfolio(words, first, end)
    start, country = (first, None) if words.keys[end - 1] in HONORIFICS else _country_before(words, first)
    if country is None and end < len(words.keys) and words.keys[end] in ("of", "for"):
        after = words.country_starting(end + 1)
        if after and not _is_before_noun(words, after.end):
            end, country = after.end, after.known.country
    is_proper = agent.kind == "organisation" and words.tokens[end - 1].text[:1].isupper()
    if country is None and is_proper:
        start = _name_before(words, first)
    is_own = is_proper and start < first and (country is None or _is_named_between(words, start, first))
    name = words.surface(start, end) if is_own else None
    finding = Finding(
        start=words.tokens[start].start,
        end=words.tokens[end - 1].end,
        kind=agent.kind or "role",
        finder=f"agent:{agent.words}",
        score=0.8,
        entity_id=_entity(words, agent, country, name),
        name=name or _name(words, agent, country),
        country=country,
        sector=_sector(words, agent, first, end),
    )
    return Claim(start, end, 0, _as_listed(words, first, end, finding))


def _is_named_between(words: Words, start: int, first: int) -> bool:
    """`U.S. Capitol Police` are not the police of the U.S."""
    tokens = words.tokens[start + 1 : first]
    return any(t.text[:1].isupper() and t.upos in _NAMING and not words.country_ending(t.index + 1) for t in tokens)


def _as_listed(words: Words, first: int, end: int, finding: Finding) -> Finding:
    """`Britain's Conservative Party` is the listed party, whatever stands before it."""
    listed = (m.known for m in words.matches if m.known.sense == "organisation" and m.end == end and m.first <= first)
    known = next(listed, None)
    if known is None or (known.country and finding.country and known.country != finding.country):
        return finding
    return replace(
        finding,
        entity_id=known.entity_id,
        name=known.name,
        country=known.country or finding.country,
        sector=known.sector,
        finder="organisation:listed",
    )


def _is_before_noun(words: Words, end: int) -> bool:
    """`the administration of US President …`, `plans for the Iraq war`: the country belongs to the next word."""
    country = words.tokens[end - 1]
    return country.head >= end and country.deprel in _MODIFIERS


def _portfolio(words: Words, first: int, end: int) -> int:
    """`Industry Minister`: any noun before it says of what."""
    before = words.tokens[first - 1] if first else None
    if before is None or words.keys[end - 1] not in _PORTFOLIOS or before.deprel != "compound":
        return first
    return first if words.country_ending(first) or words.label(first - 1) == "PER" else first - 1


def _sector(words: Words, agent: Agent, first: int, end: int) -> str | None:
    """That of the kind of actor; written small, `representatives` sit in no house and a `captain` leads a team."""
    is_vague = agent.words in _VAGUE and words.tokens[end - 1].text.islower()
    return (None if is_vague else agent.sector) or _sector_before(words, first)


def _sector_before(words: Words, first: int) -> str | None:
    """`opposition members`: what the word before says, where the role itself says nothing."""
    before = [" ".join(words.keys[max(first - count, 0) : first]) for count in (2, 1)]
    agents = next((found for key in before if (found := words.lexicon.agents.get(key))), ())
    return agents[0].sector if agents else None


def _country_before(words: Words, first: int) -> tuple[int, str | None]:
    """`Serbia's`, `Russian deputy`, `U.S.`: where the phrase starts with its country."""
    for end in range(first, max(first - _REACH, 0), -1):
        match = words.country_ending(end)
        if match and match.known.country and not _is_company(words, match):
            return match.first, match.known.country
        token = words.tokens[end - 1]
        if words.keys[end - 1] != "'s" and (token.upos not in _BETWEEN or token.text == ","):
            break
    return first, None


def _is_company(words: Words, match: Match) -> bool:
    """`Emirates President`: the parser sees the carrier of that name."""
    return words.label(match.first) == "ORG" and any(
        m.known.is_shared and (m.first, m.end) == (match.first, match.end) for m in words.matches
    )


def _name_before(words: Words, first: int) -> int:
    """`Alexandria Police Department`: the proper name that the organisation's own words go on from."""
    start = first
    while start and words.is_name(start - 1 - (start > 1 and words.keys[start - 1] == "'s")):
        start -= 1 + (words.keys[start - 1] == "'s")
    return start


def _name(words: Words, agent: Agent, country: str | None) -> str | None:
    return f"{words.lexicon.countries[country].name}: {canonical(agent.words)}" if country else None


def _entity(words: Words, agent: Agent, country: str | None, name: str | None) -> str | None:
    """Organisations of a country are entities; `officials` are nobody in particular."""
    if agent.kind != "organisation":
        return None
    if name:
        return f"org:{slug(name)}"
    return f"org:{country}-{slug(canonical(agent.words))}" if country else None


def canonical(words: str) -> str:
    """One wording for the two orders and spellings of a ministry.

    >>> canonical("ministry of defence")
    'defense ministry'
    """
    return _MINISTRY_OF.sub(r"\2 \1", words).replace("defence", "defense")
