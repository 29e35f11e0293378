"""Score the repair of addresses beside courlan, w3lib, ada-url and ioc-finder, on given and on generated clippings.

Run: python -m benchmarks.repair [--bench ../shared/bench] [--generated 5000] [--seed 7] [--errors KIND]

Right is what the scorer of the bench calls right: host, path and query agree, or both say nothing is recoverable.
The rivals mend or find addresses but expect to be told where one stands; each is given the first run of characters that
looks like an address. The generated clippings (`broken_addresses`) have other shapes, combined damage and other
settings than the given ones.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import ada_url
import courlan
import ioc_finder
import w3lib.url

from benchmarks.broken_addresses import Broken, clippings
from tasks.core.url.canonical import canonicalise
from tasks.core.url.repair import Clues, repair
from tasks.io.lexicons import load_url_lexicon

Solver = Callable[[str], str | None]
RIVALS_SHARE = 1_000  # generated clippings for the rivals, so that a run stays short
_FIRST = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)


def ours() -> Solver:
    lexicon = load_url_lexicon()
    return lambda text: repair(text, Clues(), lexicon).url


def by_courlan(text: str) -> str | None:
    found = _FIRST.search(text)
    try:
        return courlan.clean_url(found.group()) if found else None
    except ValueError:
        return None


def by_w3lib(text: str) -> str | None:
    found = _FIRST.search(text)
    try:
        return w3lib.url.canonicalize_url(found.group(), keep_fragments=True) if found else None
    except ValueError:
        return None


def by_ada(text: str) -> str | None:
    found = _FIRST.search(text)
    try:
        return str(ada_url.normalize_url(found.group())) if found else None
    except ValueError:
        return None


def by_ioc_finder(text: str) -> str | None:
    urls = ioc_finder.find_iocs(text, included_ioc_types=["urls"])["urls"]
    return min(urls, key=text.find) if urls else None


def key(url: str | None) -> tuple[str, str, str] | None:
    """What must agree, as the bench's scorer has it."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "://" in url else "//" + url)
    except ValueError:  # a rival's answer that is no address
        return (url, "", "")
    return parts.netloc.lower().rstrip("."), parts.path.rstrip("/"), parts.query


def scored(
    cases: list[Broken], solve: Solver
) -> tuple[Counter[str], Counter[str], float, list[tuple[Broken, str | None]]]:
    """Right and total by kind of damage, clippings a second of processor time, and the mistakes."""
    started = time.process_time()
    answers = [solve(case.clipping) for case in cases]
    rate = len(cases) / (time.process_time() - started)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = []
    for case, answer in zip(cases, answers, strict=True):
        is_right = key(answer) == key(case.expected)
        for kind in {"all", *case.kind.split("+")}:
            total[kind] += 1
            right[kind] += is_right
        if not is_right:
            wrong.append((case, answer))
    return right, total, rate, wrong


def compare(title: str, cases: list[Broken], rivals: list[Broken], errors: str | None) -> None:
    print(f"\n{title}: {len(cases)} clippings")
    right, total, rate, wrong = scored(cases, ours())
    columns = {"dateline": (right, total, rate)}
    for name, solve in {
        "courlan": by_courlan,
        "w3lib": by_w3lib,
        "ada-url": by_ada,
        "ioc-finder": by_ioc_finder,
    }.items():
        columns[name] = scored(rivals, solve)[:3]
    print(f"{'':26}" + "".join(f"{name:>12}" for name in columns))
    for kind in sorted(total, key=lambda kind: (kind == "all", right[kind] / total[kind])):
        shares = (f"{r[kind] / t[kind]:12.3f}" if t[kind] else f"{'-':>12}" for r, t, _ in columns.values())
        print(f"{kind:20}{total[kind]:6}" + "".join(shares))
    print(f"{'a second':26}" + "".join(f"{rate:12.0f}" for _, _, rate in columns.values()))
    for case, answer in wrong:
        if errors and errors in ("all", *case.kind.split("+")):
            print(f"{case.kind}\n  {case.clipping[-200:]!r}\n  expected {case.expected}\n  answered {answer}")


def standard(path: Path) -> None:
    """The URL standard's own parsing cases, through our canonical form and through the rivals'."""
    cases = [case for case in json.loads(path.read_text("utf-8")) if isinstance(case, dict)]
    lexicon = load_url_lexicon()
    passed = Counter()
    for case in cases:
        try:
            joined = str(
                ada_url.join_url(case["base"], case["input"])
                if case.get("base")
                else ada_url.normalize_url(case["input"])
            )
        except (ValueError, UnicodeEncodeError):
            joined = None
        passed["ada-url"] += joined == case.get("href") or (joined is None and bool(case.get("failure")))
        mended = canonicalise(joined, lexicon) if joined else None
        passed["dateline"] += mended == case.get("href") or (mended is None and bool(case.get("failure")))
    print(f"\nURL standard: {len(cases)} cases, dateline {passed['dateline']}, ada-url {passed['ada-url']}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--generated", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", help="print the mistakes of one kind, or `all`")
    arguments = parser.parse_args()
    lines = (arguments.bench / "urls" / "clippings_dev.jsonl").read_text("utf-8").splitlines()
    rows = map(json.loads, lines)
    given = [Broken(kind=row["kind"], clipping=row["clipping"], expected=row["expected"]) for row in rows]
    compare("given", given, given, arguments.errors)
    lexicon = load_url_lexicon()
    made = [
        Broken(
            kind=case.kind,
            clipping=case.clipping,
            expected=canonicalise(case.expected, lexicon) if case.expected else None,
        )
        for case in clippings(arguments.generated, arguments.seed)
    ]
    compare("generated", made, made[:RIVALS_SHARE], arguments.errors)
    by_count: defaultdict[int, list[Broken]] = defaultdict(list)
    for case in made:
        by_count[0 if case.kind == "intact" else case.kind.count("+") + 1].append(case)
    for count, cases in sorted(by_count.items()):
        right, total, _, _ = scored(cases, ours())
        print(f"{count} damages: {right['all'] / total['all']:.4f} of {total['all']}")
    standard(arguments.bench / "urls" / "whatwg.json")


if __name__ == "__main__":
    main()
