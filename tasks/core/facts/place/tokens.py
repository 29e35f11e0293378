"""The words of a sentence as names of places: what they spell, and the states and counties beside them."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.name import word_key
from tasks.core.facts.place.gazetteer import MOST_WORDS, Gazetteer, Place

LARGE = 100_000
COMPASS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upstate", "downtown"}
    | {"northeast", "northwest", "southeast", "southwest", "north east", "north west", "south east", "south west"}
    | {"northeastern", "northwestern", "southeastern", "southwestern", "uptown", "midtown", "centre", "center"}
)
_LIST = 16


class PlaceTokens:
    """One sentence with the gazetteer beside it; token numbers index `tokens`."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer) -> None:
        self.tokens = sentence.tokens
        self.keys = [word_key(token.text) for token in sentence.tokens]
        self.gazetteer = gazetteer

    def key(self, first: int, end: int) -> str:
        """The name that tokens spell."""
        return " ".join(filter(None, self.keys[first:end]))

    def surface(self, first: int, end: int) -> str:
        """Words as written, one space between those that have any."""
        return "".join(
            token.text if i == first or self.tokens[i - 1].end == token.start else f" {token.text}"
            for i, token in enumerate(self.tokens[first:end], first)
        )

    def is_capital(self, index: int) -> bool:
        """Whether a word is capitalised and no point of the compass."""
        return self.tokens[index].text[:1].isupper() and self.keys[index] not in COMPASS

    def is_large(self, key: str, population: int) -> bool:
        """Whether a name is that of a place of this many people."""
        return any(p.population >= population and not p.is_alternate for p in self.gazetteer.readings(key))

    def state(self, start: int) -> Sequence[Place]:
        """A state named without a comma: `San Rafael CA`, `Paris Texas`."""
        for stop in range(min(start + 2, len(self.tokens)), start, -1):
            found = self.gazetteer.states(self.surface(start, stop))
            if found:
                return found
        return ()

    def container(self, end: int) -> tuple[int, Sequence[Place]] | None:
        """What stands behind a comma or bracket: its first token, and the regions it may be: `Paris, Texas`."""
        start = end + 1
        if end < len(self.tokens) and self.state(end):
            return end, self.state(end)
        if start >= len(self.tokens) or self.tokens[end].text not in (",", "(") or not self.is_capital(start):
            return None
        for stop in range(min(start + 3, len(self.tokens)), start, -1):
            found = self.gazetteer.containers(self.surface(start, stop))
            if found:
                return start, found
        return None

    def is_among_counties(self, end: int) -> bool:
        """`Barrow, Jackson and Madison counties`."""
        for index in range(end, min(end + _LIST, len(self.tokens))):
            if self.keys[index] in ("counties", "parishes"):
                return True
            if self.keys[index] not in ("", ",", "and") and not self.is_capital(index):
                break
        return False

    def opening(self, first: int, limit: int, believed: Container[str] = ()) -> str | None:
        """The longest well-known place name at a token, or behind a compass point there, that ends before `limit`."""
        last = len(self.tokens) - 1
        while first < last and self.keys[first] in COMPASS:
            first += 1
        for end in range(min(first + MOST_WORDS, len(self.tokens)), first, -1):
            key = self.key(first, end)
            is_inside = self.tokens[end - 1].end < limit and key not in COMPASS
            if is_inside and (key in believed or self._is_well_known(key)):
                return key
        return None

    def _is_well_known(self, key: str) -> bool:
        return self.is_large(key, LARGE) or any(p.kind == "admin2" for p in self.gazetteer.readings(key))
