"""A sentence as the finders of actors see it: word keys, known names, parser entities, and claims on its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.actor.boundaries import Entity
from tasks.core.facts.actor.lexicon import ActorLexicon, Known
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import fits, word_key

NOMINAL = frozenset({"NOUN", "PROPN"})
_SHORT = 4
COUNTRY_SENSES = frozenset({"name", "adjective"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A finder's claim on the tokens [first, end): `finding` None where the words are somebody else's to read."""

    first: int
    end: int
    rank: int
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in the tokens [first, end)."""

    first: int
    end: int
    known: Known


class Words:
    """One sentence with what is known about its words; token numbers index `tokens`."""

    def __init__(self, text: str, sentence: Sentence, found: Sequence[Entity], lexicon: ActorLexicon) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.keys = [word_key(token.text) for token in sentence.tokens]
        self.lexicon = lexicon
        self.entities = found
        self._labels = {index: entity.label for entity in found for index in range(entity.first, entity.end)}
        self.matches = list(self._known())

    def _known(self) -> Iterable[Match]:
        for first, end, senses in self.lexicon.known.matches(self.keys):
            surface = self.surface(first, end)
            for known in senses:
                if fits(surface, known.form) or self._is_lower_name(first, end, known):
                    yield Match(first, end, known)

    def _is_lower_name(self, first: int, end: int, known: Known) -> bool:
        """`france` in a text without capitals, where the parser sees a name nevertheless."""
        is_long = len(known.form) > _SHORT and known.sense in ("name", "region")
        return is_long and all(token.upos == "PROPN" for token in self.tokens[first:end])

    @cached_property
    def _countries(self) -> dict[int, Match]:
        found: dict[int, Match] = {}
        for match in self.matches:
            if match.known.sense in COUNTRY_SENSES and match.end not in found:
                found[match.end] = match
        return found

    def country_ending(self, end: int) -> Match | None:
        """The country name or adjective whose last token is `end` - 1."""
        return self._countries.get(end)

    def country_starting(self, first: int) -> Match | None:
        """The country name that starts at a token, behind an article if there is one."""
        if first < len(self.keys) and self.keys[first] == "the":
            first += 1
        return next((m for m in self.matches if m.first == first and m.known.sense == "name"), None)

    def is_people(self, match: Match) -> bool:
        """Whether the same words may also name people: `German`, but not `Philippine`."""
        return any(m.known.sense == "people" and (m.first, m.end) == (match.first, match.end) for m in self.matches)

    def surface(self, first: int, end: int) -> str:
        """The words as they stand in the text."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]

    def label(self, index: int) -> str:
        """The entity label of a token, empty outside entities."""
        return self._labels.get(index, "")

    def is_name(self, index: int) -> bool:
        """Whether a token is written and tagged as part of a name."""
        token = self.tokens[index]
        return token.upos == "PROPN" and token.text[:1].isupper()

    def head(self, first: int, end: int) -> Token:
        """The token of a span that hangs from outside it."""
        return next((t for t in self.tokens[first:end] if not first <= t.head < end), self.tokens[end - 1])


def settle(claims: Iterable[Claim], size: int) -> list[Claim]:
    """Claims that stand: the longest first, then by rank, then the earliest; the rest overlap one that stands."""
    taken = bytearray(size)
    standing = []
    for claim in sorted(claims, key=lambda c: (c.first - c.end, c.rank, c.first)):
        if not any(taken[claim.first : claim.end]):
            taken[claim.first : claim.end] = b"\x01" * (claim.end - claim.first)
            standing.append(claim)
    return sorted(standing, key=lambda c: c.first)
