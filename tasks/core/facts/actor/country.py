"""Countries in a text: by name, adjective, people, and by the capital that stands for a government."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.core.facts.actor.mentions import Mentions
from tasks.core.facts.actor.words import NOMINAL, Claim, Match, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.language import is_language

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PLAYING = frozenset(
    {"beat", "win", "lose", "defeat", "draw", "play", "edge", "thrash", "rout", "get", "go", "lead", "score"}
)
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nmod:desc", "nmod:unmarked"})


def country_claims(words: Words, mentions: Mentions) -> Iterator[Claim]:
    """Claims of countries on a sentence's words."""
    for match in words.matches:
        sense = match.known.sense
        if sense in ("adjective", "people") and is_language(words.tokens, match.end - 1):
            yield Claim(match.first, match.end, -2, None)
        elif sense == "region":
            yield Claim(match.first, match.end, -1 if match.end - match.first > 1 else 3, None)
        elif sense == "name":
            yield _claim(words, match, "country", _sector(words, match))
        elif (
            sense == "capital" and mentions.is_at_home(match.known.entity_id) and _is_government(words, match, mentions)
        ):
            yield _claim(words, match, "country:capital", "GOV")
        elif sense == "adjective" and (_modifies(words, match) or not words.is_people(match)):
            yield _claim(words, match, "demonym:adjective", None)
        elif sense == "people" and not _modifies(words, match) and words.tokens[match.end - 1].upos in NOMINAL:
            yield _people(words, match)


def _claim(words: Words, match: Match, finder: str, sector: str | None) -> Claim:
    country = words.lexicon.countries[match.known.country or ""]
    return Claim(
        match.first,
        match.end,
        1,
        Finding(
            start=words.tokens[match.first].start,
            end=words.tokens[match.end - 1].end,
            kind="place",
            finder=finder,
            score=0.95,
            entity_id=match.known.entity_id,
            name=country.name,
            country=country.code,
            sector=sector,
            latitude=country.latitude,
            longitude=country.longitude,
            geonames_id=country.geonames_id,
        ),
    )


def _people(words: Words, match: Match) -> Claim:
    start, end = words.tokens[match.first].start, words.tokens[match.end - 1].end
    finding = Finding(
        start=start,
        end=end,
        kind="role",
        finder="demonym:people",
        score=0.9,
        name=words.text[start:end],
        country=match.known.country,
        sector="CVL",
    )
    return Claim(match.first, match.end, 2, finding)


def _modifies(words: Words, match: Match) -> bool:
    token = words.tokens[match.end - 1]
    return token.upos == "ADJ" or (token.head > token.index and token.deprel in _MODIFIERS)


def _sector(words: Words, match: Match) -> str | None:
    """A country that does something does it through its government."""
    head = words.head(match.first, match.end)
    if head.deprel == "conj" and head.head >= 0:
        head = words.tokens[head.head]
    acts = head.deprel in SUBJECTS and head.head >= 0 and words.tokens[head.head].upos == "VERB"
    return "GOV" if acts and not _plays(words, words.tokens[head.head].lemma) else None


def _plays(words: Words, verb: str) -> bool:
    """`Spain beat Russia 2-1`: a team, where the sentence has a score."""
    return verb in _PLAYING and _SCORE.search(words.surface(0, len(words.tokens))) is not None


def _is_government(words: Words, match: Match, mentions: Mentions) -> bool:
    """Whether a capital stands for its government: it says or decides, is told, or has policies."""
    token = words.head(match.first, match.end)
    if token.head < 0 or not mentions.is_at_home(match.known.entity_id):
        return False
    if _is_person(words, match, mentions) or _is_dateline(words, match):
        return False
    governor, is_cue = words.tokens[token.head], words.lexicon.is_cue
    if token.deprel == "conj":
        return token.head < match.first and _conjunct(words, token.head, mentions)
    if token.deprel in SUBJECTS:
        return governor.upos == "VERB" and is_cue(governor.lemma, "verb")
    if token.deprel in ("obj", "iobj"):
        return is_cue(governor.lemma, "object")
    if token.deprel == "nmod:poss":
        return is_cue(governor.lemma, "noun")
    cases = [words.tokens[i].lemma for i in _children(words, token.index) if words.tokens[i].deprel == "case"]
    return any(is_cue(case, "preposition") for case in cases)


def _is_person(words: Words, match: Match, mentions: Mentions) -> bool:
    """`Denzel Washington`, and `Washington` where he was named; a tag alone is often wrong."""
    if words.label(match.first) != "PER":
        return False
    is_whole = any((entity.first, entity.end) == (match.first, match.end) for entity in words.entities)
    key = words.keys[match.end - 1]
    return not is_whole or key in mentions.surnames or words.tokens[match.first].text in words.lexicon.given_names


def _is_dateline(words: Words, match: Match) -> bool:
    """`MOGADISHU, Somalia --`, `KABUL (Reuters)`."""
    following = words.tokens[match.end].text if match.end < len(words.tokens) else ""
    return match.first == 0 and following in (",", "--", "—", "–", "(", "-", ":")


def _conjunct(words: Words, index: int, mentions: Mentions) -> bool:
    """`Moscow and Tehran`: the second is what the first is."""
    first = next((m for m in words.matches if m.first <= index < m.end and m.known.sense == "capital"), None)
    return first is not None and words.tokens[index].deprel != "conj" and _is_government(words, first, mentions)


def _children(words: Words, index: int) -> list[int]:
    return [token.index for token in words.tokens if token.head == index]
