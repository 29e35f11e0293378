"""Times of several programs on the same work, taken in turns: a machine that is busy is so for all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(slots=True)
class Runner:
    """What one program answered, by the names of the pieces of work, and the seconds of CPU of each round."""

    answers: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    def milliseconds(self) -> float:
        """Of CPU for one piece of work, in the round that was disturbed least."""
        return min(self.seconds) * 1000 / len(self.answers)

    def times_faster(self, other: Runner) -> float:
        """How many times as much work this does as `other` in the same time: the median of the rounds."""
        return median(theirs / own for own, theirs in zip(self.seconds, other.seconds, strict=True))


def race(programs: Mapping[str, Callable[[str], str]], names: Sequence[str], rounds: int) -> dict[str, Runner]:
    """All programs on all the named pieces of work, one program after the other in each of the rounds."""
    runners = {program: Runner() for program in programs}
    for answer in programs.values():
        answer(names[0])  # models are loaded and caches filled once in a run of any length
    for _ in range(rounds):
        for program, answer in programs.items():
            start = time.process_time()
            answers = {name: answer(name) for name in names}
            runners[program].seconds.append(time.process_time() - start)
            runners[program].answers = answers
    return runners
