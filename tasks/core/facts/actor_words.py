"""A sentence as the finders of actors see it: word keys, known names, parser entities, and claims on its words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.actor_lexicon import ActorLexicon, Known
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import fits, key_of

NOMINAL = frozenset({"NOUN", "PROPN"})
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


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of the parser's entity tags."""

    first: int
    end: int
    label: str


class Words:
    """One sentence with what is known about its words; token numbers index `tokens`."""

    def __init__(self, text: str, sentence: Sentence, lexicon: ActorLexicon) -> None:
        self.text = text
        self.tokens = sentence.tokens
        self.keys = [key_of(token.text) for token in sentence.tokens]
        self.lexicon = lexicon
        self.entities = entities(sentence.tokens)
        self.matches = list(self._known())

    def _known(self) -> Iterable[Match]:
        for first, end, senses in self.lexicon.known.matches(self.keys):
            surface = self.surface(first, end)
            for known in senses:
                if fits(surface, known.form):
                    yield Match(first, end, known)

    def forget(self, namesakes: Container[str]) -> None:
        """Drop the names of countries that mean something else in this document."""
        self.matches = [m for m in self.matches if m.known.sense != "name" or m.known.entity_id not in namesakes]

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

    def surface(self, first: int, end: int) -> str:
        """The words as they stand in the text."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]

    def label(self, index: int) -> str:
        """The parser's entity label of a token, empty outside entities."""
        return self.tokens[index].entity.partition("-")[2]

    def is_name(self, index: int) -> bool:
        """Whether a token is written and tagged as part of a name."""
        token = self.tokens[index]
        return token.upos == "PROPN" and token.text[:1].isupper()

    def head(self, first: int, end: int) -> Token:
        """The token of a span that hangs from outside it."""
        return next((t for t in self.tokens[first:end] if not first <= t.head < end), self.tokens[end - 1])


def entities(tokens: Sequence[Token]) -> list[Entity]:
    """The parser's BIO tags as spans.

    A span that holds a comma is several names: `Kabul, Afghanistan`.
    """
    found: list[Entity] = []
    for index, token in enumerate(tokens):
        mark, _, label = token.entity.partition("-")
        if mark == "O" or not label or token.text == ",":
            continue
        last = found[-1] if found else None
        if mark == "I" and last and last.end == index and last.label == label:
            found[-1] = Entity(last.first, index + 1, label)
        else:
            found.append(Entity(index, index + 1, label))
    return found


def settle(claims: Iterable[Claim], size: int) -> list[Claim]:
    """Claims that stand: the longest first, then by rank, then the earliest; the rest overlap one that stands."""
    taken = bytearray(size)
    standing = []
    for claim in sorted(claims, key=lambda c: (c.first - c.end, c.rank, c.first)):
        if not any(taken[claim.first : claim.end]):
            taken[claim.first : claim.end] = b"\x01" * (claim.end - claim.first)
            standing.append(claim)
    return sorted(standing, key=lambda c: c.first)
