"""Spans joined into stretches, so that overlap is looked up in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Span = tuple[int, int]


class Cover:
    """Which characters lie in any of the given spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, span: Span) -> bool:
        """Whether a span overlaps one of the given ones.

        >>> Cover([(0, 5), (3, 9)]).holds((8, 12)), Cover([(0, 5)]).holds((5, 6))
        (True, False)
        """
        at = bisect_left(self._starts, span[1]) - 1
        return at >= 0 and self._ends[at] > span[0]
