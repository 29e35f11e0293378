"""Settles which finding keeps the words that several finders claim."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.core.facts.finding import Finding

# Between findings of one length the earlier kind wins.
PRECEDENCE = ["equipment", "event", "time", "organisation", "person", "place", "role", "quantity"]


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of the text, of which the longest keeps its words.

    A quantity may hold other findings (`10 Russian aircraft`), but no part of a time, a designation or a name.
    """
    everything = list(findings)
    named = _longest([f for f in everything if f.kind != "quantity"])
    firm = [f for f in named if f.kind in ("time", "equipment", "event")]
    numbers = _longest([f for f in everything if f.kind == "quantity"])
    return sorted(named + _clear_of(numbers, firm), key=lambda f: (f.start, -f.end))


def _longest(findings: list[Finding]) -> list[Finding]:
    """Non-overlapping findings, longest first within each run of overlapping ones."""
    kept: list[Finding] = []
    run: list[Finding] = []
    reach = -1
    for finding in sorted(findings, key=lambda f: f.start):
        if finding.start >= reach:
            kept += _settle_run(run)
            run = []
        run.append(finding)
        reach = max(reach, finding.end)
    return kept + _settle_run(run)


def _settle_run(run: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(run, key=lambda f: (f.start - f.end, PRECEDENCE.index(f.kind), -f.score, f.start)):
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)


def _clear_of(numbers: list[Finding], firm: list[Finding]) -> list[Finding]:
    taken = sorted((f.start, f.end) for f in firm)
    kept, i = [], 0
    for number in numbers:
        while i < len(taken) and taken[i][1] <= number.start:
            i += 1
        overlaps = i < len(taken) and taken[i][0] < number.end
        within_number = overlaps and number.start < taken[i][0] and taken[i][1] <= number.end
        if not overlaps or within_number:
            kept.append(number)
    return kept
