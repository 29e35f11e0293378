"""A text under repair that remembers where its characters stood, and what was done where."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable


class Traced:
    """A text whose every character knows its offset in the original; edits are kept with their original offsets."""

    __slots__ = ("_edits", "_origins", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[tuple[str, list[int], list[int]]] = []  # rule, where its edits begin and end, ascending
        self._origins: array[int] | None = None  # built at the first edit: most texts need none

    def origin(self, position: int) -> int:
        """Offset in the original of the character that now stands at `position`."""
        return position if self._origins is None else self._origins[position]

    def current(self, origin: int) -> int:
        """Where the first character at or behind an original offset stands now."""
        return origin if self._origins is None else bisect_left(self._origins, origin)

    def rules(self, start: int, end: int) -> list[str]:
        """Names of the edits that touch the original's characters `start` to `end`, in order of application."""
        found = []
        for rule, starts, ends in self._edits:
            last = bisect_left(starts, end) - 1
            if last >= 0 and ends[last] > start:
                found.append(rule)
        return list(dict.fromkeys(found))

    def sub(self, rule: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> None:
        """Replace every match, under the name of a rule; a replacement equal to the match is no edit."""
        old, parts, origins, last = self.text, [], array("l"), 0
        before = self._origins
        starts: list[int] = []
        ends: list[int] = []
        for match in pattern.finditer(old):
            new = replacement(match)
            start, end = match.span()
            if new == match.group():
                continue
            if before is None:
                before = array("l", range(len(old) + 1))
            parts += [old[last:start], new]
            origins += before[last:start]
            origins.extend([before[start]] * len(new))
            starts.append(before[start])
            ends.append(before[end])
            last = end
        if before is not None and parts:
            self.text = "".join([*parts, old[last:]])
            self._origins = origins + before[last:]
            self._edits.append((rule, starts, ends))
