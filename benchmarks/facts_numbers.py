"""Score quantities on half of NewsQuant, and on Microsoft's number, currency, dimension, age and temperature cases.

Run: python -m benchmarks.facts_numbers [--bench ../shared/bench] [--errors]
Rival: pip install quantulum3 (optional, in any environment).

NewsQuant: a value is right once per sentence; with unit, where the unit or the counted noun agrees too (the last word
of theirs, in the singular). NewsQuant counts lengths of time as quantities, so only dates are left out here.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding
from tasks.core.facts.quantity.counted import singular
from tasks.core.facts.quantity.find import find_quantities
from tasks.core.facts.quantity.measures import build_measures
from tasks.core.facts.time.find import find_times
from tasks.io.measures import load_measures
from tasks.io.models import load_parser

CASES = ("number", "currency", "dimension", "age", "temperature")
# Their names for what we call otherwise; currencies are told apart by ISO 4217 here and by name there.
_NAMES = {
    "percentage": "percent", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit", "pound mass": "pound",
    "year of age": "year", "month of age": "month", "age": "year", "count": "time", "c": "degree celsius",
    "f": "degree fahrenheit",
}  # fmt: skip
_data = load_measures()
MEASURES = build_measures(_data.units, _data.currencies)
_CODES = {name.lower(): code for name, code in MEASURES.currencies.items()} | {
    "pound sterling": "GBP",
    "danish krone": "DKK",
}
Values = list[tuple[float, float | None, str]]


def main() -> None:
    """Print F1 of value, and of value with unit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.bench / "numbers"
    sentences = json.loads((folder / "newsquant_half.json").read_text(encoding="utf-8"))
    newsquant("dateline", sentences, ours, arguments.errors)
    newsquant("dateline without the parser", sentences, without_parse, False)
    for name, find in rivals():
        newsquant(name, sentences, find, False)
    for name in CASES:
        recognizer(name, json.loads((folder / f"{name}_model.json").read_text(encoding="utf-8")))


def newsquant(name: str, sentences: list[dict[str, Any]], find: Callable[[str], Values], errors: bool) -> None:
    """Print one finder's figures on NewsQuant."""
    hits = unit_hits = wanted_count = found_count = 0
    for sentence in sentences:
        wanted, found = [_gold(q) for q in sentence["quantities"]], find(sentence["text"])
        pairs, missed, spurious = _pair(wanted, found)
        hits += len(pairs)
        unit_hits += sum(_same_unit(w[2], f[2]) for w, f in pairs)
        wanted_count, found_count = wanted_count + len(wanted), found_count + len(found)
        if errors and (missed or spurious or any(not _same_unit(w[2], f[2]) for w, f in pairs)):
            units = [(w[2], f[2]) for w, f in pairs if not _same_unit(w[2], f[2])]
            print(f"  {sentence['text']}\n      missed {missed} spurious {spurious} units {units}")
    print(
        f"{name}: value {_scores(hits, found_count, wanted_count)}; "
        f"with unit {_scores(unit_hits, found_count, wanted_count)}"
    )


def _scores(hits: int, found: int, wanted: int) -> str:
    precision, recall = hits / max(1, found), hits / max(1, wanted)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _gold(quantity: dict[str, str]) -> tuple[float, float | None, str]:
    value = quantity["value"].replace(" ", "")
    head, _, tail = value[1:].partition("-") if "E-" not in value else (value[1:], "", "")
    first = float(value[:1] + head)
    return first, float(tail) if tail else None, quantity["normalized_unit"]


def _pair(wanted: Values, found: Values) -> tuple[list[tuple[Any, Any]], Values, Values]:
    """Match each wanted value with one found, those whose units agree first."""
    pairs, missed, left = [], [], list(found)
    for want in sorted(wanted, key=lambda w: not any(_same_value(w, f) and _same_unit(w[2], f[2]) for f in found)):
        same = [f for f in left if _same_value(want, f)]
        best = next((f for f in same if _same_unit(want[2], f[2])), same[0] if same else None)
        if best is None:
            missed.append(want)
        else:
            left.remove(best)
            pairs.append((want, best))
    return pairs, missed, left


def _same_value(a: tuple[float, float | None, str], b: tuple[float, float | None, str]) -> bool:
    def close(x: float | None, y: float | None) -> bool:
        return (x is None) == (y is None) and (x is None or y is None or abs(x - y) <= 1e-6 * max(1, abs(x)))

    return close(a[0], b[0]) and close(a[1], b[1])


def _same_unit(wanted: str, found: str) -> bool:
    if wanted == "-":
        return not found or found in ("year",)
    return _unit_name(wanted) == _unit_name(found) or (
        bool(found) and singular(wanted.split()[-1]).lower() == found.lower()
    )


def _unit_name(unit: str) -> str:
    first, slash, rest = unit.partition(" per ")
    name = first.removeprefix("% ").strip()
    name = " ".join(singular(word) for word in name.replace("-", " ").split())
    name = _CODES.get(name.lower(), _NAMES.get(name.lower(), name.lower()))
    return name + (slash + rest.lower() if slash else "")


def ours(text: str) -> Values:
    """Our quantities of one sentence, with its parse."""
    return _ours(text, load_parser().parse(text))


def without_parse(text: str) -> Values:
    """Our quantities of one sentence, from its words alone."""
    return _ours(text, ())


def _ours(text: str, sentences: Sequence[Sentence]) -> Values:
    times = find_times(text, sentences, date(2019, 11, 1))
    dates = [t for t in times if t.finder not in ("duration", "relative", "recurring")]
    return [_value(f) for f in find_quantities(text, sentences, MEASURES, dates)]


def _value(finding: Finding) -> tuple[float, float | None, str]:
    return finding.value or 0.0, finding.value_max, finding.unit or finding.of or ""


def rivals() -> Iterator[tuple[str, Callable[[str], Values]]]:
    """The rival, if it is installed."""
    try:
        from quantulum3 import parser  # type: ignore[import-not-found]  # a rival, installed by hand
    except ImportError:
        print("quantulum3 is not installed")
        return
    yield (
        "quantulum3",
        lambda text: [
            (
                q.value - (q.uncertainty or 0),
                q.value + q.uncertainty if q.uncertainty else None,
                q.unit.name.replace("dimensionless", ""),
            )
            for q in parser.parse(text)
        ],
    )


def recognizer(name: str, cases: list[dict[str, Any]]) -> None:
    """Print the share of one model's cases whose values are all found, and the share of values."""
    values = right = whole = 0
    for case in cases:
        wanted = [r["Resolution"].get("value") for r in case["Results"]]
        found = [f.value for f in find_quantities(case["Input"], (), MEASURES, ())]
        hits = sum(
            any(w is not None and f is not None and abs(float(w) - f) <= 1e-6 * max(1, abs(f)) for f in found)
            for w in wanted
            if w
        )
        values, right, whole = values + len(wanted), right + hits, whole + (hits == len(wanted))
    print(
        f"{name}_model: {len(cases)} cases, values right {right / max(1, values):.3f}, "
        f"cases with all values {whole / len(cases):.3f}"
    )


if __name__ == "__main__":
    main()
