"""Where a document names places: words that the gazetteer knows or the parser tags, where the context allows it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tasks.core.english.token import Sentence
from tasks.core.facts.actor.boundaries import Entity
from tasks.core.facts.language import is_language
from tasks.core.facts.place.gazetteer import MOST_WORDS, Gazetteer
from tasks.core.facts.place.tokens import COMPASS, LARGE, PlaceTokens

# A gazetteer's name that the parser did not tag is believed behind one of these, or where it is as large as this.
_PREPOSITIONS = frozenset(
    {"in", "near", "at", "from", "to", "outside", "around", "across", "toward", "towards", "into", "throughout"}
    | {"over", "off", "between", "inside", "via", "leaving", "visiting", "of"}
)
_KNOWN_FROM = 200_000
_CALENDAR = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas"}
)
# `Dublin Road`, `Fargo High School`: the place is only the first word of another name.
_STREETS = frozenset(
    {"street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "boulevard", "blvd", "way", "highway"}
    | {"hwy", "court", "ct", "pike", "parkway", "expressway"}
)
_OTHER_NAMES = _STREETS | frozenset(
    {"bridge", "hotel", "hospital", "university", "college"}
    | {"high", "school", "church", "airport", "park", "mall", "times", "post", "news", "herald", "tribune", "hall"}
)
_REGION_NOUNS = frozenset(
    {"region", "province", "oblast", "state", "governorate", "prefecture", "district", "krai", "republic"}
)
_SHORTEST = 3
_CODE = 3  # letters
_NAME_TAGS = frozenset({"PROPN", "ADP", "DET", "PUNCT", "ADJ"})


@dataclass(frozen=True, slots=True)
class Span:
    """A name in a sentence: tokens [first, end), looked up by `key`.

    `form`: `code` for an abbreviation behind another place; `region` where the words say that it is one; `within` for
    a place `unknown` by itself, `key` being where it is.
    """

    first: int
    end: int
    key: str
    form: Literal["name", "code", "adjective", "region", "within", "unknown"] = "name"


class PlaceWords(PlaceTokens):
    """One sentence while its places are looked for; `taken` marks the characters other findings hold."""

    def __init__(self, sentence: Sentence, found: Sequence[Entity], gazetteer: Gazetteer, taken: Sequence[int]) -> None:
        super().__init__(sentence, gazetteer)
        self._taken = taken
        self._labels = {index: entity.label for entity in found for index in range(entity.first, entity.end)}
        self._tagged = {entity.first: entity for entity in found if entity.label == "LOC"}
        self._inside = {i: e for e in self._tagged.values() for i in range(e.first, e.end)}

    def spans(self, believed: Container[str] = ()) -> Iterator[Span]:
        """Names of places left to right, the longest at each word; `believed`: names that are places elsewhere."""
        first = 0
        while first < len(self.tokens):
            is_tongue = self.gazetteer.adjectives(self.keys[first]) and is_language(self.tokens, first)
            span = None if is_tongue else self._known(first, believed) or self._unknown(first, believed)
            if span:
                yield span
            first = span.end if span else first + 1

    def _known(self, first: int, believed: Container[str]) -> Span | None:
        is_candidate = self.tokens[first].text[:1].isupper() or self.tokens[first].upos == "PROPN"
        if not is_candidate and first not in self._tagged:
            return None
        for end in range(min(first + MOST_WORDS, len(self.tokens)), first, -1):
            if self.keys[end - 1] and self._is_free(first, end):
                span = self._read(first, end, believed)
                if span:
                    return span
        return None

    def _read(self, first: int, end: int, believed: Container[str]) -> Span | None:
        key = self.key(first, end)
        county = f"{key} county"
        if self.gazetteer.readings(county) and self.is_among_counties(end):
            return Span(first, end, county)
        if self._is_code(first, end):
            return Span(first, end, self.surface(first, end), "code")
        if self.gazetteer.readings(key) and self._is_place(first, end, key, believed):
            return Span(first, end, key)
        stem, _, noun = key.rpartition(" ")
        if (
            noun in _REGION_NOUNS
            and stem not in COMPASS
            and any(place.kind == "admin1" for place in self.gazetteer.readings(stem))
        ):
            return Span(first, end, stem, "region")
        if self.gazetteer.adjectives(key) and self.tokens[first].text[:1].isupper():
            return Span(first, end, key, "adjective")
        return None

    def _is_code(self, first: int, end: int) -> bool:
        """`Ky.` of `Louisville, Ky.`; `MD` behind a person is no Maryland."""
        is_behind = first > 1 and self.tokens[first - 1].text == "," and self._labels.get(first - 2) != "PER"
        is_last = first in self._inside and first > self._inside[first].first
        return (is_behind or is_last) and bool(self.gazetteer.coded(self.surface(first, end)))

    def _unknown(self, first: int, believed: Container[str]) -> Span | None:
        """A tagged place that the gazetteer lacks, unless a place it knows ends it: `the southern port of Odesa`."""
        entity = self._tagged.get(first)
        if entity is None or not self._is_free(entity.first, entity.end):
            return None
        surface = self.surface(entity.first, entity.end)
        if surface.islower() or len(surface.strip(".")) < _SHORTEST:
            return None
        for start in range(max(entity.first + 1, entity.end - MOST_WORDS), entity.end):
            if self.gazetteer.readings(self.key(start, entity.end)) and not self.is_capital(start - 1):
                return None
        if (
            entity.end + 1 < len(self.tokens)
            and self.tokens[entity.end].text == "-"
            and self.keys[entity.end + 1].isdigit()
        ):
            return None
        is_street = self.keys[entity.end - 1] in _STREETS
        around = None if is_street else self.opening(entity.first, self.tokens[entity.end - 1].end, believed)
        if around:
            return Span(entity.first, entity.end, around, "within")
        return Span(entity.first, entity.end, self.key(entity.first, entity.end), "unknown")

    def _is_free(self, first: int, end: int) -> bool:
        return not any(self._taken[self.tokens[first].start : self.tokens[end - 1].end])

    def _is_place(self, first: int, end: int, key: str, believed: Container[str]) -> bool:
        tokens = self.tokens
        entity = self._inside.get(first)
        # `the West` and `Western` are no provinces of Cameroon and Sri Lanka.
        if key in COMPASS or key in _CALENDAR or self._is_road(first, end):
            return False
        goes_on = end < len(tokens) and self.is_capital(end)
        if goes_on and (self.keys[end] in _OTHER_NAMES or (entity and entity.end > end and not self.state(end))):
            return False
        if end - first > 1 and self.gazetteer.is_listed(key):
            return True
        if tokens[first].text.islower() and not self.is_large(key, LARGE):
            return False
        if entity:
            return not self._is_remainder(first, entity)
        if any(self._labels.get(i) for i in range(first, end)) and not self.container(end):
            return False
        if not all(token.upos in _NAME_TAGS for token in tokens[first:end]) or tokens[end - 1].upos != "PROPN":
            return False
        if tokens[first].text.islower() and not (first and self.keys[first - 1] in _PREPOSITIONS):
            return False
        if first and tokens[first - 1].upos == "PROPN" and self.is_capital(first - 1):
            return False
        return key in believed or self._is_told(first, end, key)

    def _is_road(self, first: int, end: int) -> bool:
        """`NH 44`, `US 30`: letters before a number."""
        letters = self.surface(first, end)
        return len(letters) <= _CODE and letters.isupper() and end < len(self.keys) and self.keys[end].isdigit()

    def _is_remainder(self, first: int, entity: Entity) -> bool:
        """`War` of a tagged `Iraq War`: the end of a longer name, unless a comma or compass point parts it."""
        return first > entity.first and self.is_capital(first - 1) and not self.state(first)

    def _is_told(self, first: int, end: int, key: str) -> bool:
        if self.container(end):
            return True
        if end < len(self.tokens) and self.tokens[end].upos == "PROPN":
            return False
        if first and self.keys[first - 1] in _PREPOSITIONS:
            return True
        return self.is_large(key, _KNOWN_FROM)

    def is_region(self, span: Span) -> bool:
        """`Astrakhan region`, `region of Astrakhan`."""
        before = self.keys[max(span.first - 2, 0) : span.first]
        if span.form in ("region", "code"):
            return True
        is_of = len(before) == 2 and before[0] in _REGION_NOUNS and before[1] == "of"
        return is_of or (span.end < len(self.keys) and self.keys[span.end] in _REGION_NOUNS)
