"""Times of several programs on the same work, taken in turns: a machine that is busy is so for all of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_TURN = 50  # pieces of work; short beside the times for which a machine is busy


@dataclass(slots=True)
class Runner:
    """What one program answered, by the names of the pieces of work, and the seconds of CPU that it took."""

    answers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    def milliseconds(self) -> float:
        """Of CPU for one piece of work."""
        return self.seconds * 1000 / len(self.answers)

    def times_faster(self, other: Runner) -> float:
        """How many times as much work this does as `other` in the same time."""
        return other.seconds / self.seconds


def race(
    programs: Mapping[str, Callable[[str], str]], names: Sequence[str], before: Sequence[str]
) -> dict[str, Runner]:
    """All programs on all the named pieces of work, a few at a turn.

    Each piece is done once: done again, what a program remembers of it would count for it. Those named in `before` are
    others, done first and not counted: models are loaded and patterns compiled once in a run of any length.
    """
    runners = {program: Runner() for program in programs}
    for answer in programs.values():
        for name in before:
            answer(name)
    gc.collect()
    gc.freeze()  # else each program's garbage collector searches what all of them loaded
    for at in range(0, len(names), _TURN):
        for program, answer in programs.items():
            start = time.process_time()
            runners[program].answers |= {name: answer(name) for name in names[at : at + _TURN]}
            runners[program].seconds += time.process_time() - start
    return runners
