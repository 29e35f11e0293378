"""Declared expectations of a release: what is measured, its bounds, and the verdict on a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["passed", "warned", "failed"]


@dataclass(frozen=True)
class Expectation:
    """One line of `expectations.toml`; `details` are what its measure asks for besides the table."""

    name: str
    table: str
    measure: str
    minimum: float | None = None
    maximum: float | None = None
    below: Literal["stop", "warn"] = "stop"
    above: Literal["stop", "warn"] = "warn"
    details: Mapping[str, Any] = field(default_factory=dict)


def expectations_of(
    declared: Sequence[Mapping[str, Any]], tables: Sequence[str], measures: Sequence[str]
) -> list[Expectation]:
    """Expectations from their declarations.

    Raises:
        ValueError: a declaration names an unknown table, measure or action, has no bound, or its name occurs twice.
    """
    made = [_expectation(line) for line in declared]
    for e in made:
        _allow(e, "table", e.table, tables)
        _allow(e, "measure", e.measure, measures)
        _allow(e, "below", e.below, ("stop", "warn"))
        _allow(e, "above", e.above, ("stop", "warn"))
        if e.minimum is None and e.maximum is None:
            raise ValueError(f"expectation {e.name}: give a minimum, a maximum, or both")
    names = [e.name for e in made]
    if len(set(names)) != len(names):
        raise ValueError(f"expectations: {sorted({n for n in names if names.count(n) > 1})} are declared twice")
    return made


def judge(expectation: Expectation, measured: float | None) -> Verdict:
    """Verdict on what was measured; nothing to measure passes.

    >>> judge(Expectation("rows", "facts", "rows", minimum=1), 0)
    'failed'
    >>> judge(Expectation("rows", "facts", "rows", maximum=10), 11)
    'warned'
    """
    if measured is None:
        return "passed"
    if expectation.minimum is not None and measured < expectation.minimum:
        return "failed" if expectation.below == "stop" else "warned"
    if expectation.maximum is not None and measured > expectation.maximum:
        return "failed" if expectation.above == "stop" else "warned"
    return "passed"


def sentence(name: str, measured: float | None, minimum: float | None, maximum: float | None) -> str:
    """What was measured against its bounds, for a person.

    >>> sentence("facts.rows", 0, 1, None)
    'facts.rows: 0, expected at least 1'
    """
    bounds = [("at least", minimum), ("at most", maximum)]
    expected = " and ".join(f"{word} {bound:g}" for word, bound in bounds if bound is not None)
    return f"{name}: {'nothing' if measured is None else f'{measured:g}'}, expected {expected}"


def _expectation(line: Mapping[str, Any]) -> Expectation:
    own = {k: v for k, v in line.items() if k in Expectation.__dataclass_fields__ and k != "details"}
    try:
        return Expectation(**own, details={k: v for k, v in line.items() if k not in own})
    except TypeError as error:
        raise ValueError(f"expectation {line.get('name', line)}: {error}; give name, table and measure") from error


def _allow(e: Expectation, what: str, given: str, allowed: Sequence[str]) -> None:
    if given not in allowed:
        raise ValueError(f"expectation {e.name}: {what} is {given!r}; it must be one of {', '.join(allowed)}")
