"""Score time expressions on the DateTime cases of Microsoft's recognizers: span and value, beside rivals' if installed.

Run: python -m benchmarks.facts_times [--bench ../shared/bench] [--errors KIND]
Rivals, optional, in any environment: pip install dateparser recognizers-text-suite "emoji<2" (the suite needs the old).

What counts as right: the span is the case's span (strict), or differs by an article or preposition in front (lenient),
and the value is one of those the case lists (it lists the last and the next Friday; a reader takes one).
Their ranges end where the last unit begins and ours behind it, so `last` is what is compared for explicit ranges.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tasks.core.facts.time.grammar import TIMES, parse
from tasks.core.facts.time.interval import Context, Interval
from tasks.core.facts.time.resolve import resolve
from tasks.core.facts.time.values import Duration, Recurring

BAR = ("date", "daterange", "duration")
_FRONT = re.compile(r"^(?:(?:the|in|on|at|from|of|for|around|a|an|starting)\s+)+", re.IGNORECASE)
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600, "weekend": 172800,
    "month": 2592000, "quarter": 7776000, "year": 31536000, "decade": 315360000, "century": 3153600000,
}  # fmt: skip
Found = tuple[int, int, Callable[[str, dict[str, str]], bool]]


def main() -> None:
    """Print the share of cases right by kind, ours and rivals'."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--errors", help="list the misses of one kind, or `all`")
    arguments = parser.parse_args()
    cases = json.loads((arguments.bench / "times/datetime_model.json").read_text(encoding="utf-8"))
    score("dateline", cases, ours, arguments.errors)
    for name, finder in rivals():
        score(name, cases, finder, None)


def score(
    name: str, cases: list[dict[str, Any]], find: Callable[[str, datetime], list[Found]], errors: str | None
) -> None:
    """Print one finder's figures."""
    total: Counter[str] = Counter()
    strict: Counter[str] = Counter()
    lenient: Counter[str] = Counter()
    found_total = spurious = 0
    for case in cases:
        text, reference = case["Input"], _reference(case)
        found = find(text, reference)
        found_total += len(found)
        spurious += sum(not any(_overlap(f, r) for r in case["Results"]) for f in found)
        for result in case["Results"]:
            kind = (result.get("TypeName") or "datetime").split(".")[-1]
            values = (result.get("Resolution") or {}).get("values", [])
            verdicts = [_verdict(f, result, text, kind, values) for f in found]
            total[kind] += 1
            strict[kind] += "strict" in verdicts
            lenient[kind] += "strict" in verdicts or "lenient" in verdicts
            if errors in (kind, "all") and not {"strict", "lenient"} & set(verdicts):
                print(
                    f"  {kind} [{text}] wanted {result.get('Text')!r} {[v.get('timex') for v in values]} "
                    f"{[text[a:b] for a, b, _ in found]} {verdicts}"
                )
    print(f"{name}: found {found_total}, overlapping no case {spurious}")
    for kind, count in [*total.items(), ("bar", sum(total[k] for k in BAR)), ("all", sum(total.values()))]:
        kinds = BAR if kind == "bar" else list(total) if kind == "all" else [kind]
        exact, near = sum(strict[k] for k in kinds), sum(lenient[k] for k in kinds)
        print(f"  {kind:14} {count:4}  strict {exact / count:.3f}  lenient {near / count:.3f}")


def _reference(case: dict[str, Any]) -> datetime:
    given = (case.get("Context") or {}).get("ReferenceDateTime", "2019-11-01T00:00:00")
    return datetime.fromisoformat(given.split(".")[0])


def _overlap(found: Found, result: dict[str, Any]) -> bool:
    return bool(found[0] <= result.get("End", 10**6) and result.get("Start", 0) < found[1])


def _verdict(found: Found, result: dict[str, Any], text: str, kind: str, values: list[dict[str, str]]) -> str:
    start, end, agrees = found
    wanted = re.sub(r"\s+", " ", result["Text"].lower())
    given = re.sub(r"\s+", " ", text[start:end].lower())
    in_place = "Start" not in result or abs(result["Start"] - start) < 16
    same, close = given == wanted, _FRONT.sub("", given) == _FRONT.sub("", wanted)
    right = not values or any(agrees(kind, value) for value in values)
    if in_place and (same or close):
        return ("strict" if same else "lenient") if right else "value"
    return "span"


def ours(text: str, reference: datetime) -> list[Found]:
    """Our findings."""
    context = Context(reference)
    nodes = [node for node in parse(text) if node.tag in TIMES or node.tag in ("BARE", "ADUR", "NOWISH")]
    return [(node.start, node.end, _agreement(node.value, resolve(node.value, context))) for node in nodes]


def _agreement(value: Any, interval: Interval | None) -> Callable[[str, dict[str, str]], bool]:
    def agrees(kind: str, gold: dict[str, str]) -> bool:
        if kind == "duration":
            return isinstance(value, Duration) and abs(_length(value) - float(gold["value"])) < 1
        if kind == "set":
            return isinstance(value, Recurring) and bool(value.timex == gold["timex"])
        if gold.get("value") == "not resolved":
            return interval is None or "Y" in gold["timex"] or "-" in gold["timex"] or len(gold["timex"]) == 2
        return interval is not None and _same(kind, gold, interval)

    return agrees


def _length(value: Duration) -> float:
    return sum(number * _SECONDS.get(unit, 0) for number, unit in value.amounts)


def _same(kind: str, gold: dict[str, str], interval: Interval) -> bool:
    if not kind.endswith("range"):
        return gold.get("value") == _spelled(kind, interval.point or interval.start)
    start, end, is_open = gold.get("start"), gold.get("end"), "Mod" in gold
    if is_open and interval.start is None:
        return start is None and end in (_spelled(kind, interval.last), _spelled(kind, interval.end))
    if is_open and interval.end is None:
        return end is None and start in (_spelled(kind, interval.last), _spelled(kind, interval.start))
    return start == _spelled(kind, interval.start) and end == _spelled(kind, _their_end(kind, interval))


def _their_end(kind: str, interval: Interval) -> datetime | None:
    """Their ranges end where the last unit begins, and the day's last part a second before midnight."""
    end = interval.last if interval.end is not None and interval.last else interval.end
    is_midnight = end is not None and end.time() == datetime.min.time() and "time" in kind
    return end - timedelta(seconds=1) if end is not None and is_midnight else end


def _spelled(kind: str, moment: datetime | None) -> str | None:
    """An instant as they write it: a day for dates, a time of day for times."""
    if moment is None:
        return None
    if kind.startswith("datetime"):
        return moment.isoformat(" ", "seconds")
    return moment.date().isoformat() if kind.startswith("date") else moment.time().isoformat("seconds")


def rivals() -> Iterator[tuple[str, Callable[[str, datetime], list[Found]]]]:
    """The rivals that are installed."""
    try:
        from recognizers_date_time import Culture, recognize_datetime  # type: ignore[import-not-found]  # a rival, installed by hand
    except ImportError:
        print("recognizers-text-suite is not installed")
    else:
        yield (
            "recognizers-text-suite",
            lambda text, reference: [
                (r.start, r.end + 1, _listed((r.resolution or {}).get("values") or []))
                for r in recognize_datetime(text, Culture.English, reference=reference)
            ],
        )
    try:
        from dateparser.search import search_dates  # type: ignore[import-untyped]  # a rival, installed by hand
    except ImportError:
        print("dateparser is not installed")
    else:
        yield (
            "dateparser",
            lambda text, reference: [
                (text.find(words), text.find(words) + len(words), _moment(moment))
                for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": reference}) or []
            ],
        )


def _listed(values: list[dict[str, str]]) -> Callable[[str, dict[str, str]], bool]:
    keys = ("timex", "value", "start", "end")
    return lambda _, gold: any(all(str(v.get(k)) == str(gold.get(k)) for k in keys[1:]) for v in values)


def _moment(moment: datetime) -> Callable[[str, dict[str, str]], bool]:
    return lambda kind, gold: gold.get("value") in (moment.date().isoformat(), moment.isoformat(" ", "seconds"))


if __name__ == "__main__":
    main()
