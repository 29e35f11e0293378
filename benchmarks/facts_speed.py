"""Words a second of the whole reading on one core, and what each part of it costs.

    python -m benchmarks.facts_speed [BENCH] [--articles 30] [--profile]

CPU time of this process after a first pass over one article, since the first text pays for tables and caches.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import time
from argparse import ArgumentParser
from pathlib import Path

from tasks.annotate import load_reader
from tasks.core.facts.reading import Reader, read_facts


def seconds(texts: list[str], reader: Reader) -> tuple[float, float]:
    """CPU seconds of parsing alone, and of the whole reading."""
    started = time.process_time()
    for text in texts:
        reader.parse(text)
    parsed = time.process_time()
    for text in texts:
        read_facts("article", 1, text, None, reader)
    return parsed - started, time.process_time() - parsed


def main(bench: Path, articles: int, profile: bool) -> None:
    reader = load_reader()
    texts = [a["text"] for a in json.loads((bench / "fivew/articles.json").read_text("utf-8"))][:articles]
    words = sum(len(text.split()) for text in texts)
    read_facts("article", 1, texts[0], None, reader)
    parsing, whole = seconds(texts, reader)
    print(f"{words} words of {len(texts)} articles: {words / whole:.0f} words a second")
    print(f"parser {parsing / words * 1e6:.0f} µs a word, the rest {(whole - parsing) / words * 1e6:.0f} µs")
    if profile:
        with cProfile.Profile() as profiler:
            for text in texts:
                read_facts("article", 1, text, None, reader)
        pstats.Stats(profiler).sort_stats("cumulative").print_stats("tasks", 45)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    main(given.bench, given.articles, given.profile)
