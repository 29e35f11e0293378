"""Places of a document: cities, regions, seas, each with its country and coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.core.english.token import Sentence
from tasks.core.facts.actor.entity_tags import agreed_entities
from tasks.core.facts.finding import Finding
from tasks.core.facts.place.choice import Name, choose
from tasks.core.facts.place.gazetteer import Gazetteer, Place
from tasks.core.facts.place.span import PlaceWords, Span

# A word of one country's English (`sheriff`, `lakh`) weighs as much as this many of its names, all of them `_MOST`.
_CUE, _MOST = 0.5, 2.0
_HOME = 2.0
_ENOUGH = 2  # places that have to agree before others are thought to lie in their country
# English news that names no country is domestic news; how much of it comes from where is a rough guess.
_DOMESTIC = {"USA": 2.0, "GBR": 0.6, "CAN": 0.3, "AUS": 0.3, "IRL": 0.2, "NZL": 0.1}


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known when places are read: findings so far, whose words are taken, and the outlet's country."""

    findings: Sequence[Finding] = ()
    home_country: str | None = None


def find_places(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, context: Context) -> list[Finding]:
    """Places that no finding of the context covers, sorted by offset; all mentions of a name are one place.

    A name that the parser tags and the gazetteer lacks is a place without coordinates.
    """
    taken = bytearray(len(text))
    for finding in context.findings:
        taken[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
    entities = agreed_entities(sentences)
    document = [PlaceWords(s, found, gazetteer, taken) for s, found in zip(sentences, entities, strict=True)]
    believed = {span.key for words in document for span in words.spans() if span.form == "name"}
    found = [(words, span) for words in document for span in words.spans(believed)]
    names = _names(found, gazetteer, context.findings)
    _hear_organisations(names, document, gazetteer, context.findings)
    chosen = choose(names, _countries(document, gazetteer, context))
    only = _only_country(chosen, context.findings)
    return [_finding(text, words, span, chosen.get(span.key), only) for words, span in found]


def _only_country(chosen: Mapping[str, tuple[Place, float]], findings: Sequence[Finding]) -> str | None:
    """The country of every place and nation in the document, which then is that of a village nobody lists."""
    named = {f.country for f in findings if f.kind == "place" and f.country}
    found = named | {place.country for place, _ in chosen.values() if place.country}
    return next(iter(found)) if len(found) == 1 and len(chosen) >= _ENOUGH else None


def _hear_organisations(
    names: dict[str, Name], document: Sequence[PlaceWords], gazetteer: Gazetteer, findings: Sequence[Finding]
) -> None:
    """`Rapides Parish Fire District` is no place and still tells where the story plays."""
    spans = {f.start: f.end for f in findings if f.kind == "organisation" and f.finder != "organisation:listed"}
    for words in document:
        for first, token in enumerate(words.tokens):
            key = words.opening(first, spans[token.start]) if token.start in spans else None
            if key and key not in names:
                names[key] = Name(gazetteer.readings(key), mentions=1)


def _countries(document: Sequence[PlaceWords], gazetteer: Gazetteer, context: Context) -> dict[str, float]:
    """How much a document speaks of each country, before its places are read."""
    weights: dict[str, float] = {}
    for words in document:
        for country in (gazetteer.cues[key] for key in words.keys if key in gazetteer.cues):
            weights[country] = min(weights.get(country, 0.0) + _CUE, _MOST)
    for finding in context.findings:
        if finding.country and finding.kind in ("place", "role"):
            weights[finding.country] = weights.get(finding.country, 0.0) + 1
    if context.home_country:
        weights[context.home_country] = weights.get(context.home_country, 0.0) + _HOME
    return weights or _DOMESTIC


def _names(
    found: Sequence[tuple[PlaceWords, Span]], gazetteer: Gazetteer, findings: Sequence[Finding]
) -> dict[str, Name]:
    """The names of a document, each with what stands beside any of its mentions."""
    country_at = {finding.start: finding.country for finding in findings if finding.finder == "country"}
    names: dict[str, Name] = {}
    for words, span in found:
        readings = _readings(span, gazetteer)
        name = names.setdefault(span.key, Name(readings))
        name.mentions += 1
        name.is_region |= words.is_region(span)
        behind = words.container(span.end)
        if behind:
            name.containers.extend(c for c in behind[1] if any(_lies_in(place, c) for place in readings))
        if span.end + 1 < len(words.tokens) and words.tokens[span.end].text in (",", "("):
            country = country_at.get(words.tokens[span.end + 1].start)
            name.countries.extend([country] if country else [])
    return names


def _readings(span: Span, gazetteer: Gazetteer) -> Sequence[Place]:
    if span.form == "unknown":
        return ()
    if span.form == "code":
        return gazetteer.coded(span.key)
    return gazetteer.adjectives(span.key) if span.form == "adjective" else gazetteer.readings(span.key)


def _lies_in(place: Place, container: Place) -> bool:
    return place.country == container.country and container.name in (place.admin1, place.admin2)


def _finding(text: str, words: PlaceWords, span: Span, choice: tuple[Place, float] | None, only: str | None) -> Finding:
    start, end = words.tokens[span.first].start, words.tokens[span.end - 1].end
    name = " ".join(text[start:end].split())
    if choice is None:
        return Finding(start=start, end=end, kind="place", finder="place:tagged", score=0.5, name=name, country=only)
    place, sureness = choice
    if span.form == "within":
        country, north, east = place.country, place.latitude, place.longitude
        return Finding(start=start, end=end, kind="place", finder="place:within", score=0.5, name=name,
                       country=country, latitude=north, longitude=east)  # fmt: skip
    return Finding(
        start=start,
        end=end,
        kind="place",
        finder="demonym:region" if span.form == "adjective" else f"place:{place.kind}",
        score=sureness,
        entity_id=place.entity_id,
        name=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
    )
