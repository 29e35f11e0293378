"""Attributions against PolNeAR's development articles: python -m benchmarks.facts_quotes [BENCH] [--model DIR]

Printed: precision, recall and F1 over tokens (words and marks) that lie in a source, and in a content. Articles are
split by a digest of their name: mistakes are read on one half only. The rival takes every quotation as content and the
name nearest to it as its source.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasks.core.english.token import Sentence
from tasks.core.facts.speech.attribution import find_attributions
from tasks.core.facts.speech.cue_lexicon import build_cue_lexicon
from tasks.core.facts.speech.quote import find_quotes
from tasks.core.facts.stance.lexicon import build_stance_lexicon
from tasks.io.events import load_cues, load_stance
from tasks.io.models import load_parser

Span = tuple[int, int]
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass
class Tally:
    """Tokens marked by both, by us, by the annotators."""

    both: int = 0
    ours: int = 0
    gold: int = 0

    def add(self, ours: set[int], gold: set[int]) -> None:
        self.both += len(ours & gold)
        self.ours += len(ours)
        self.gold += len(gold)

    def __str__(self) -> str:
        precision, recall = self.both / max(1, self.ours), self.both / max(1, self.gold)
        return f"P {precision:.3f} R {recall:.3f} F1 {2 * self.both / max(1, self.ours + self.gold):.3f}"


@dataclass
class Marks:
    """Spans of sources and contents."""

    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)


def annotated(folder: Path, name: str) -> Marks:
    """Spans of an article in brat standoff; an article may have several files."""
    found = Marks()
    for path in sorted(folder.glob("*.ann.gz")):
        if not path.name.startswith(name):
            continue
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for line in lines:
                kind, _, offsets = line.split("\t")[1].partition(" ")
                if line[0] == "T" and kind in ("Source", "Content"):
                    spans = [tuple(map(int, part.split())) for part in offsets.split(";")]
                    getattr(found, kind.lower()).extend(spans)
    return found


def rival(text: str, sentences: Sequence[Sentence]) -> Marks:
    """Quotations, and for each the nearest person or organisation."""
    names = [(t.start, t.end) for s in sentences for t in s.tokens if t.entity[2:] in ("PER", "ORG")]
    quotes = find_quotes(text)
    outside = [n for n in names if not any(s <= n[0] < e for s, e in quotes)]
    near = [min(outside, key=lambda n: abs(n[0] - e), default=(0, 0)) for _, e in quotes]
    return Marks(near, quotes)


def tokens_in(spans: Iterable[Span], starts: Sequence[int]) -> set[int]:
    """Starts of the tokens that lie in a span."""
    inside: set[int] = set()
    for start, end in spans:
        inside.update(range(start, end))
    return {s for s in starts if s in inside}


def main() -> None:
    """Parse, attribute, print."""
    arguments = ArgumentParser(description=__doc__)
    arguments.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    arguments.add_argument("--model", type=Path)
    given = arguments.parse_args()
    parse, lexicon = load_parser(given.model).parse, build_cue_lexicon(load_cues(), build_stance_lexicon(load_stance()))
    folder = given.bench / "quotes/polnear_dev"
    tallies: dict[tuple[str, str, str], Tally] = {}
    elapsed, words = 0.0, 0
    for path in sorted((folder / "text").glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            text = file.read()
        name, sentences = path.name.removesuffix(".txt.gz"), parse(text)
        started = time.perf_counter()
        found = find_attributions(text, sentences, lexicon, with_topics=True)
        elapsed += time.perf_counter() - started
        words += sum(len(s.tokens) for s in sentences)
        sources = [(a.source_start, a.source_end) for a in found if a.source_start is not None and a.source_end]
        ours = Marks(sources, [(a.content_start, a.content_end) for a in found])
        gold, theirs = annotated(folder / "attributions", name), rival(text, sentences)
        half = "read" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "held out"
        starts = [m.start() for m in TOKEN.finditer(text)]
        for who, marks in (("ours", ours), ("rival", theirs)):
            for kind in ("source", "content"):
                tally = tallies.setdefault((half, kind, who), Tally())
                tally.add(tokens_in(getattr(marks, kind), starts), tokens_in(getattr(gold, kind), starts))
    for (half, kind, who), tally in sorted(tallies.items()):
        print(f"{half:9} {kind:8} {who:6} {tally}")
    print(f"{elapsed / words * 1e6:.1f} µs a word, without parsing")


if __name__ == "__main__":
    main()
