"""Countries of organisations whose name tells where they are: `Salem Police Department`, `University of Ohio`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of
from tasks.core.facts.place.gazetteer import MOST_WORDS, Gazetteer


def lend_countries(
    text: str, findings: Sequence[Finding], places: Sequence[Finding], gazetteer: Gazetteer
) -> list[Finding]:
    """The findings, organisations that no list has with the country of the place their name opens with or ends in.

    The place has to be one the document names by itself, or a state or county of a country it names.
    """
    named = {key_of(text[p.start : p.end]): p.country for p in places if p.country and p.geonames_id is not None}
    seen = {f.country for f in [*places, *findings] if f.country and f.kind == "place"}
    return [_located(text, f, named, seen, gazetteer) if _is_open(f) else f for f in findings]


def _is_open(finding: Finding) -> bool:
    return finding.kind == "organisation" and finding.country is None and finding.finder != "organisation:listed"


def _located(
    text: str, finding: Finding, named: Mapping[str, str | None], seen: Set[str], gazetteer: Gazetteer
) -> Finding:
    for key in _openings(key_of(text[finding.start : finding.end])):
        country = named.get(key) or _region(key, seen, gazetteer)
        if country:
            return replace(finding, country=country)
    return finding


def _openings(key: str) -> Iterator[str]:
    """The words that may name a place: those before a last one, and those behind `of`."""
    words = key.split(" ")
    for end in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        yield " ".join(words[:end])
    if " of " in key:
        yield key.rpartition(" of ")[2]


def _region(key: str, seen: Set[str], gazetteer: Gazetteer) -> str | None:
    """The country of a state or county, where the document names no other that it could be of."""
    regions = {place.country for place in gazetteer.readings(key) if place.kind in ("admin1", "admin2")}
    known = regions & seen if seen else regions
    is_region = gazetteer.is_listed(key) or key.endswith((" county", " parish"))
    return next(iter(known)) if is_region and len(known) == 1 else None
