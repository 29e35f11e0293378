"""Which countries a document is about, and which country names mean a town, a state or a person there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.actor.words import Match, Words

# `Lebanon County`, `Panama City`: the country's name is only the first word of another place.
_PLACE_NOUNS = frozenset(
    {"city", "county", "street", "st", "avenue", "ave", "road", "rd", "drive", "beach", "township", "river", "falls"}
    | {"valley", "hill", "hills", "lake", "bay", "creek", "parish", "borough", "village", "town", "square"}
    | {"university", "college", "school", "park"}
)
_PLACE_OPENERS = frozenset({"new", "lake", "mount", "mt", "fort", "ft", "port", "san", "el", "west", "east", "little"})
_AMERICAS = frozenset({"north", "south", "latin", "central", "native"})
_OWN_SENSES = frozenset({"adjective", "people", "capital"})
_AMERICAN = frozenset({"County", "Sheriff", "counties"})


@dataclass(frozen=True, slots=True)
class _Persons:
    """Keys of first names, and of first and last names, of the persons a document names in full.

    `is_abroad`: it also names a country other than the United States by a name that nobody is called.
    """

    given: frozenset[str]
    named: frozenset[str]
    is_abroad: bool


class Mentions:
    """How often each country is named in a document; names that mean something else are dropped from its words."""

    def __init__(self, document: Sequence[Words], lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._counts: Counter[str] = Counter()
        self._own: Counter[str] = Counter()
        given = frozenset(key for words in document for key in _given(words))
        self.surnames = frozenset(key for words in document for key in _surnames(words))
        # Persons are named in full once: without a `Chad Hall`, Chad is the country where other countries are named.
        is_abroad = any(_is_plain_country(words, match) for words in document for match in words.matches)
        persons = _Persons(given, given | self.surnames, is_abroad)
        for words in document:
            words.matches = [m for m in words.matches if _means_country(words, m, persons)]
            self._count(words)
        namesakes = self._towns(document) | self._states(document)
        for words in document:
            words.matches = [m for m in words.matches if m.known.sense != "name" or m.known.entity_id not in namesakes]

    def _count(self, words: Words) -> None:
        for match in words.matches:
            if match.known.country and match.known.sense not in ("organisation", "region"):
                self._counts[match.known.entity_id] += 1
                self._own[match.known.entity_id] += match.known.sense in _OWN_SENSES

    def _towns(self, document: Sequence[Words]) -> set[str]:
        """`Lebanon, Ohio` and `Cuba, N.M.` are towns, also where the state is not repeated."""
        names = ((words, match) for words in document for match in words.matches if match.known.sense == "name")
        return {match.known.entity_id for words, match in names if self._is_before_state(words, match.end)}

    def _is_before_state(self, words: Words, end: int) -> bool:
        if end + 1 >= len(words.keys) or words.tokens[end].text != ",":
            return False
        ends = (min(end + count, len(words.keys)) for count in (2, 3))
        return any(words.surface(end + 1, stop) in self._lexicon.state_forms for stop in ends)

    def _states(self, document: Sequence[Words]) -> set[str]:
        """Countries whose name a U.S. state or towns share, where the United States is more present than the region."""
        suspects = self._lexicon.namesakes & self._counts.keys()
        if not suspects:
            return set()
        american = int(self._counts["country:USA"] > 0)
        for words in document:
            american += sum(t.text in self._lexicon.state_forms or t.text in _AMERICAN for t in words.tokens)
            american -= sum(
                m.known.sense == "name" and m.known.form in self._lexicon.state_forms for m in words.matches
            )
            american += sum(
                _governs_state(words, m) for m in words.matches if m.known.form in self._lexicon.state_forms
            )
        beside = {suspect for suspect in suspects if any(_is_beside_country(words, suspect) for words in document)}
        needed = {suspect: 2 * self._foreign(suspect) + self._is_town(suspect) for suspect in suspects - beside}
        return {suspect for suspect, least in needed.items() if american > least}

    def _is_town(self, entity_id: str) -> bool:
        """A state needs less to be meant than a small town."""
        return self._lexicon.countries[entity_id.partition(":")[2]].name not in self._lexicon.state_forms

    def _foreign(self, entity_id: str) -> int:
        neighbours = self._lexicon.countries[entity_id.partition(":")[2]].neighbours
        return self._own[entity_id] + sum(self._counts[f"country:{code}"] > 0 for code in neighbours)

    def is_named(self, code: str) -> bool:
        """Whether the document names a country."""
        return self._counts[f"country:{code}"] > 0

    def is_at_home(self, entity_id: str) -> bool:
        """Whether the text is about world affairs that involve the country: it, or two other countries, are named."""
        others = [country for country in self._counts if country != entity_id]
        return len(others) >= 2 or self._counts[entity_id] > 1


def _governs_state(words: Words, match: Match) -> bool:
    """`the Georgia governor`: who acts for a country is told by its adjective, `the Georgian president`."""
    token = words.tokens[match.end - 1]
    behind = words.keys[match.end] if match.end < len(words.keys) else ""
    is_name = match.known.sense == "name" and token.deprel in ("compound", "nmod:unmarked") and token.head >= match.end
    return is_name and any(agent.kind == "role" for agent in words.lexicon.agents.get(behind))


def _is_beside_country(words: Words, entity_id: str) -> bool:
    """`the wars in Georgia and Ukraine`: coordinated with another country."""
    names = [match for match in words.matches if match.known.sense == "name"]
    others = {i for m in names if m.known.entity_id != entity_id for i in range(m.first, m.end)}
    heads = {words.head(m.first, m.end) for m in names if m.known.entity_id == entity_id}
    joined = {words.tokens[i].head for i in others if words.tokens[i].deprel == "conj"}
    return any(head.index in joined or (head.deprel == "conj" and head.head in others) for head in heads)


def _given(words: Words) -> Iterator[str]:
    """First names of the persons that a sentence names in full."""
    return (words.keys[e.first] for e in words.entities if e.label == "PER" and e.end - e.first > 1)


def _surnames(words: Words) -> Iterator[str]:
    return (words.keys[e.end - 1] for e in words.entities if e.label == "PER" and e.end - e.first > 1)


def _is_plain_country(words: Words, match: Match) -> bool:
    """Whether a name is that of a country abroad and of nobody."""
    is_name = match.known.sense == "name" and words.label(match.first) == "LOC"
    is_own = words.tokens[match.first].text in words.lexicon.given_names
    return is_name and not is_own and match.known.entity_id != "country:USA"


def _means_country(words: Words, match: Match, persons: _Persons) -> bool:
    # `Dane Miller` is `Dane` later, and no Dane.
    if match.known.sense == "people" and words.keys[match.first] in persons.given:
        return False
    if match.known.sense == "name":
        return _is_country(words, match, persons)
    # `North American`, `Latin Americans`, `Native American`
    is_american = match.known.form in ("American", "Americans") and match.first > 0
    return not (is_american and words.keys[match.first - 1] in _AMERICAS)


def _is_country(words: Words, match: Match, persons: _Persons) -> bool:
    first, end = match.first, match.end
    if end < len(words.keys) and words.keys[end] in _PLACE_NOUNS and words.tokens[end].text[:1].isupper():
        return False
    if first and words.keys[first - 1] in _PLACE_OPENERS and words.tokens[first - 1].text[:1].isupper():
        return first - 1 == 0 and words.label(0) == ""
    if end - first == 1:
        is_called_so = words.keys[first] in persons.named or (
            words.tokens[first].text in words.lexicon.given_names and not persons.is_abroad
        )
        is_person = words.label(first) == "PER" and is_called_so
        return not is_person and (words.tokens[first].upos != "NOUN" or words.label(first) == "LOC")
    return True
