"""Countries in a text: by name, adjective, people, and by the capital that stands for a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.core.facts.actor_lexicon import ActorLexicon
from tasks.core.facts.actor_words import NOMINAL, Claim, Match, Words
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nmod:desc", "nmod:unmarked"})
# `Lebanon County`, `Panama City`: the country's name is only the first word of another place.
_PLACE_NOUNS = frozenset(
    {"city", "county", "street", "st", "avenue", "ave", "road", "rd", "drive", "beach", "township", "river", "falls"}
    | {"valley", "hill", "hills", "lake", "bay", "creek", "parish", "borough", "village", "town", "square"}
    | {"university", "college", "school", "park"}
)
_PLACE_OPENERS = frozenset({"new", "lake", "mount", "mt", "fort", "ft", "port", "san", "el", "west", "east", "little"})


class Mentions:
    """How often each country is named in a document, and which country names mean something else there."""

    def __init__(self, document: Sequence[Words], lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._counts: Counter[str] = Counter()
        self.namesakes: set[str] = set()
        states = 0
        for words in document:
            for match in words.matches:
                if match.known.country and match.known.sense not in ("organisation", "region"):
                    self._counts[match.known.entity_id] += 1
                if match.known.sense == "name" and self._before_state(words, match.end):
                    self.namesakes.add(match.known.entity_id)
            states += sum(token.text in lexicon.state_forms for token in words.tokens)
            states -= sum(m.known.sense == "name" and m.known.form in lexicon.state_forms for m in words.matches)
        self._judge_states(document, states)
        for words in document:
            words.forget(self.namesakes)

    def _before_state(self, words: Words, end: int) -> bool:
        """`Lebanon, Ohio` and `Cuba, N.M.` are towns."""
        return (
            end + 1 < len(words.keys)
            and words.tokens[end].text == ","
            and any(words.surface(end + 1, min(end + n, len(words.keys))) in self._lexicon.state_forms for n in (2, 3))
        )

    def _judge_states(self, document: Sequence[Words], states: int) -> None:
        """A name that a U.S. state shares is the state where states are named more than the country's neighbours."""
        for entity_id in {
            match.known.entity_id
            for words in document
            for match in words.matches
            if match.known.sense == "name" and key_of(match.known.form) in self._lexicon.states
        }:
            code = entity_id.partition(":")[2]
            senses = ("adjective", "people", "capital")
            own = sum(m.known.entity_id == entity_id and m.known.sense in senses for w in document for m in w.matches)
            near = sum(self._counts[f"country:{other}"] > 0 for other in self._lexicon.countries[code].neighbours)
            if states + (self._counts["country:USA"] > 0) > 2 * own + 2 * near:
                self.namesakes.add(entity_id)

    def is_at_home(self, entity_id: str) -> bool:
        """Whether the text is about world affairs that involve the country: it, or two other countries, are named."""
        others = [country for country in self._counts if country != entity_id]
        return len(others) >= 2 or self._counts[entity_id] > 1


def country_claims(words: Words, mentions: Mentions) -> Iterator[Claim]:
    """Claims of countries on a sentence's words."""
    for match in words.matches:
        sense = match.known.sense
        if sense == "region":
            yield Claim(match.first, match.end, 3, None)
        elif sense == "name" and _is_country(words, match):
            yield _claim(words, match, "country", _sector(words, match))
        elif sense == "capital" and mentions.is_at_home(match.known.entity_id) and _is_government(words, match):
            yield _claim(words, match, "country:capital", "GOV")
        elif sense == "adjective" and _modifies(words, match):
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


def _is_country(words: Words, match: Match) -> bool:
    first, end = match.first, match.end
    if end < len(words.keys) and words.keys[end] in _PLACE_NOUNS and words.tokens[end].text[:1].isupper():
        return False
    if first and words.keys[first - 1] in _PLACE_OPENERS and words.tokens[first - 1].text[:1].isupper():
        return first - 1 == 0 and words.label(0) == ""
    if end - first == 1:
        is_person = words.label(first) == "PER" and words.tokens[first].text in words.lexicon.given_names
        return not is_person and (words.tokens[first].upos != "NOUN" or words.label(first) == "LOC")
    return True


def _modifies(words: Words, match: Match) -> bool:
    token = words.tokens[match.end - 1]
    return token.upos == "ADJ" or (token.head > token.index and token.deprel in _MODIFIERS)


def _sector(words: Words, match: Match) -> str | None:
    """A country that does something does it through its government."""
    head = words.head(match.first, match.end)
    acts = head.deprel in SUBJECTS and head.head >= 0 and words.tokens[head.head].upos == "VERB"
    return "GOV" if acts else None


def _is_government(words: Words, match: Match) -> bool:
    """Whether a capital stands for its government: it says or decides, is told, or has policies."""
    token = words.head(match.first, match.end)
    if token.head < 0 or words.label(match.first) == "PER":
        return False
    governor, is_cue = words.tokens[token.head], words.lexicon.is_cue
    if token.deprel == "conj":
        return token.head < match.first and _conjunct(words, token.head)
    if token.deprel in SUBJECTS:
        return governor.upos == "VERB" and is_cue(governor.lemma, "verb")
    if token.deprel in ("obj", "iobj"):
        return is_cue(governor.lemma, "object")
    if token.deprel == "nmod:poss":
        return is_cue(governor.lemma, "noun")
    cases = [words.tokens[i].lemma for i in _children(words, token.index) if words.tokens[i].deprel == "case"]
    return any(is_cue(case, "preposition") for case in cases)


def _conjunct(words: Words, index: int) -> bool:
    """`Moscow and Tehran`: the second is what the first is."""
    first = next((m for m in words.matches if m.first <= index < m.end and m.known.sense == "capital"), None)
    return first is not None and words.tokens[index].deprel != "conj" and _is_government(words, first)


def _children(words: Words, index: int) -> list[int]:
    return [token.index for token in words.tokens if token.head == index]
