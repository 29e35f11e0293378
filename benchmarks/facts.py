"""All benchmarks of reading facts, one after the other, and their figures beside the bars set for them.

    python -m benchmarks.facts [--bench ../shared/bench] [--gold ../shared/slavic-shield.gold.json]

Each part runs as it would alone; its own output is printed, and at the end a table of the figures that have a bar.
"""

from __future__ import annotations

import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = "data/samples/slavic-shield.md"


@dataclass(frozen=True)
class Bar:
    """A figure that a part prints (the pattern's only group), what it is called, and what is asked of it."""

    part: str
    name: str
    pattern: str
    at_least: float


BARS = [
    Bar("gold", "gold facts right in every field", r"^(\d+) of 16 gold facts", 16),
    Bar("facts_events", "event type, macro F1, all", r"^all .*macro F1 ([\d.]+)", 0.70),
    Bar("facts_quotes", "source, token F1, held out", r"^held out +source +ours.*F1 ([\d.]+)", 0.60),
    Bar("facts_quotes", "content, token F1, held out", r"^held out +content +ours.*F1 ([\d.]+)", 0.60),
    Bar("facts_times", "date, range, duration: exact", r"^ +bar .*?strict ([\d.]+)", 0.70),
    Bar("facts_numbers", "NewsQuant value, F1", r"^dateline: value .*?F1 ([\d.]+)", 0.85),
    Bar("facts_numbers", "NewsQuant value with unit, F1", r"^dateline: .*with unit .*F1 ([\d.]+)", 0.75),
    Bar("facts_places", "country right", r"^dateline .*country right ([\d.]+)", 0.85),
    Bar("facts_entities", "entities with all evidence, F1", r"^all evidence .*F1 ([\d.]+)", 0.80),
    Bar("facts_fivew", "who, lenient precision", r"^ +who +([\d.]+)", 0.75),
    Bar("facts_fivew", "what, lenient precision", r"^ +what +([\d.]+)", 0.75),
    Bar("facts_fivew", "when, lenient precision", r"^ +when +([\d.]+)", 0.75),
    Bar("facts_fivew", "where, lenient precision", r"^ +where +([\d.]+)", 0.75),
    Bar("facts_speed", "words a second on one core", r"([\d.]+) words a second", 4000),
]


def run(part: str, arguments: Sequence[str]) -> str:
    """What one part prints; its errors are printed too and the rest goes on."""
    command = [sys.executable, "-m", f"benchmarks.{part}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def table(outputs: dict[str, str]) -> Iterator[str]:
    """A line per bar: the figure, the bar, and whether it is met."""
    for bar in BARS:
        found = re.search(bar.pattern, outputs.get(bar.part, ""), re.MULTILINE)
        figure = f"{float(found[1]):10.3f}" if found else "         -"
        met = "met" if found and float(found[1]) >= bar.at_least else "SHORT" if found else "no figure"
        yield f"{bar.part:15s} {bar.name:34s} {figure}  bar {bar.at_least:8.2f}  {met}"


def main(bench: Path, gold: Path) -> None:
    flagged, placed = ["--bench", str(bench)], [str(bench)]
    arguments = {
        "gold": [str(gold), SAMPLE],
        "facts_events": placed,
        "facts_quotes": placed,
        "facts_times": flagged,
        "facts_numbers": flagged,
        "facts_places": [*placed, "--limit", "150"],
        "facts_entities": placed,
        "facts_fivew": [*placed, "--quiet"],
        "facts_speed": placed,
    }
    outputs = {}
    for part, given in arguments.items():
        outputs[part] = run(part, given)
        print(f"== {part}\n{outputs[part]}")
    print("\n".join(table(outputs)))


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/slavic-shield.gold.json"))
    given = parser.parse_args()
    main(given.bench, given.gold)
