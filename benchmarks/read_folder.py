"""Pages a second of a whole command: a folder of pages to lines of JSON on all cores, start included.

Run: python -m benchmarks.read_folder [--pages ../shared/bench/article/wcxb/html] [--rounds 3]

`dateline read --pages` is set against trafilatura with the same duty: text and metadata as JSON, one process a core.
Both write to a file; the programs take turns, and of each figure the median counts.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

_RIVAL = "--rival"  # how the module calls itself as the other program


def main() -> None:
    """Print pages a second of wall clock and milliseconds of CPU a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=Path("../shared/bench/article/wcxb/html"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(_RIVAL, action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.rival:
        _trafilatura(args.pages)
        return
    commands = {
        "dateline": ["-c", "from flows.cli import main; main()", "read", "--pages", str(args.pages), "--jsonl"],
        "trafilatura": ["-m", "benchmarks.read_folder", "--pages", str(args.pages), _RIVAL],
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(args.rounds):
        for name, command in commands.items():
            taken[name].append(_run([sys.executable, *command]))
    count = len(_files(args.pages))
    print(f"{count} pages, {os.cpu_count()} cores, median of {args.rounds} rounds")
    for name, rounds in taken.items():
        rates = sorted(count / wall for wall, _ in rounds)
        cpu = median(cpu for _, cpu in rounds) * 1000 / count
        print(f"  {name:<12} {median(rates):6.0f} pages a second ({rates[0]:.0f} to {rates[-1]:.0f})  "
              f"{cpu:5.1f} ms of CPU a page")  # fmt: skip
    for number, what in enumerate(("clock", "CPU")):
        ratios = [theirs[number] / own[number] for own, theirs in zip(*taken.values(), strict=True)]
        print(f"  dateline is {median(ratios):.2f} times as fast by {what} ({min(ratios):.2f} to {max(ratios):.2f})")


def _run(command: list[str]) -> tuple[float, float]:
    """(seconds of wall clock, seconds of CPU of the process and all it started)."""
    start, used = time.perf_counter(), _used()
    with tempfile.TemporaryFile() as out:
        subprocess.run(command, stdout=out, check=True)
    return time.perf_counter() - start, _used() - used


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html*"))


def _trafilatura(folder: Path) -> None:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for line in pool.map(_read, _files(folder), chunksize=8):
            print(line)


def _read(path: Path) -> str:
    import trafilatura

    page = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return trafilatura.extract(page, include_comments=False, output_format="json", with_metadata=True) or "{}"


if __name__ == "__main__":
    main()
