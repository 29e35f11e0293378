"""Places against LGL (Lieberman et al. 2010): python -m benchmarks.facts_places [BENCH] [--model DIR] [--limit N]

LGL is local news, mostly of small towns of the United States that share their names with cities. Printed: toponyms
found (any overlap with the marked one), country right, within 161 km, and the same for a rival that takes the most
populous place of the same name.
"""

from __future__ import annotations

import gzip
import sys
import time
import xml.etree.ElementTree as ElementTree
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.coreference.resolve import resolve_references
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of
from tasks.core.facts.place.find import Context, find_places
from tasks.core.facts.place.gazetteer import Gazetteer
from tasks.core.facts.place.organisations import lend_countries
from tasks.io.gazetteer import load_actors, load_gazetteer
from tasks.io.models import load_parser

# LGL names countries as GeoNames does.
COUNTRIES = {"Palestinian Territory": "PSE", "Czech Republic": "CZE", "Macedonia": "MKD", "Congo": "COD"}


@dataclass(frozen=True)
class Toponym:
    """A marked place."""

    start: int
    end: int
    phrase: str
    country: str
    latitude: float
    longitude: float


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance."""
    a, b, c, d = map(radians, (latitude, longitude, other_latitude, other_longitude))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def articles(path: Path, codes: dict[str, str]) -> list[tuple[str, str, list[Toponym]]]:
    """Texts with the toponyms that have coordinates and a country."""
    found = []
    for article in ElementTree.fromstring(gzip.decompress(path.read_bytes())):
        toponyms = []
        for mark in article.iter("toponym"):
            tag = mark.find("gaztag")
            if tag is not None and tag.findtext("country"):
                latitude, longitude = (float(tag.findtext(axis) or 0) for axis in ("lat", "lon"))
                start, end = (int(mark.findtext(edge) or 0) for edge in ("start", "end"))
                country = codes.get(key_of(tag.findtext("country") or ""), "?")
                toponyms.append(Toponym(start, end, mark.findtext("phrase") or "", country, latitude, longitude))
        found.append((article.get("docid") or "", article.findtext("text") or "", toponyms))
    return found


def judge(found: Finding | None, gold: Toponym) -> list[str]:
    """The counts that a finding earns."""
    if found is None:
        return ["all"]
    earned = ["all", "found"] + ["country"] * (found.country == gold.country)
    if found.latitude is not None and found.longitude is not None:
        near = kilometres(found.latitude, found.longitude, gold.latitude, gold.longitude) <= 161
        earned += ["located"] + ["near"] * near
    return earned


def largest(found: Finding, gazetteer: Gazetteer, text: str) -> Finding:
    """The rival's reading of the same words."""
    places = gazetteer.readings(key_of(text[found.start : found.end]))
    if not places or found.finder == "country":
        return found
    best = max(places, key=lambda place: place.population)
    return Finding(start=found.start, end=found.end, kind="place", finder="largest", country=best.country,
                   latitude=best.latitude, longitude=best.longitude)  # fmt: skip


def main() -> None:
    """Print the figures."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    options.add_argument("--model", type=Path, default=None)
    options.add_argument("--limit", type=int, default=None)
    options.add_argument("--errors", action="store_true", help="print wrong and missed places")
    given = options.parse_args()
    parser, lexicon = load_parser(given.model), ActorLexicon(load_actors())
    gazetteer = Gazetteer(*load_gazetteer())
    codes = {key_of(country.name): code for code, country in lexicon.countries.items()}
    codes |= {key_of(name): code for name, code in COUNTRIES.items()}
    counts, rival = Counter[str](), Counter[str]()
    words, seconds = 0, 0.0
    for identifier, text, toponyms in articles(given.bench / "places/lgl.xml.gz", codes)[: given.limit]:
        sentences = parser.parse(text)
        started = time.process_time()
        actors = find_actors(text, sentences, lexicon)
        places = find_places(text, sentences, gazetteer, Context(actors))
        actors = lend_countries(text, actors, places, gazetteer)
        resolve_references(text, sentences, [*actors, *places], lexicon)
        seconds += time.process_time() - started
        words += sum(len(sentence.tokens) for sentence in sentences)
        found = [f for f in actors + places if f.country or f.kind == "place"]
        counts["given"] += sum(f.kind == "place" for f in found)
        for gold in toponyms:
            hits = [f for f in found if f.start < gold.end and gold.start < f.end]
            hit = max(hits, key=lambda f: min(f.end, gold.end) - max(f.start, gold.start), default=None)
            earned = judge(hit, gold)
            counts.update(earned)
            rival.update(judge(hit and largest(hit, gazetteer, text), gold))
            if given.errors and "near" not in earned:
                context = text[max(0, gold.start - 40) : gold.end + 40].replace("\n", " ")
                said = f"{hit.name} {hit.country} {hit.finder}" if hit else "missed"
                print(f"{identifier} {gold.phrase!r} {gold.country}: {said}\t{context}", file=sys.stderr)
    for name, count in (("dateline", counts), ("most populous", rival)):
        line = f"{name:14} toponyms {count['all']}, found {count['found'] / count['all']:.3f}"
        line += f", country right {count['country'] / count['found']:.3f} of found"
        line += f", within 161 km {count['near'] / count['located']:.3f} of located"
        print(f"{line}, {count['near'] / count['all']:.3f} of all")
    cost = f"{seconds / words * 1e6:.1f} µs of CPU a word for actors, places and references"
    print(f"{counts['given']} places given; {cost}, {words} words")


if __name__ == "__main__":
    main()
