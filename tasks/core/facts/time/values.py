"""What a time expression means before it is placed on the calendar; `resolve` places it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit = Literal[
    "second", "minute", "hour", "day", "business day", "weekend", "week", "fortnight",
    "workweek", "month", "quarter", "half", "year", "decade", "century",
]  # fmt: skip
Direction = Literal["past", "coming"]
Limit = Literal["since", "until", "before", "after"]
Amounts: TypeAlias = "tuple[tuple[float, Unit], ...]"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of which any part may be unsaid; `moved` is 1 for "next 5 May", 0 for "this 5 May"."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    moved: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A named month; `moved` is -1, 0 or 1 for "last", "this" and "next" May."""

    month: int
    year: int | None = None
    moved: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Whole years: a year, a decade, a century. A century is told by its first year, 1900 for the twentieth."""

    year: int
    unit: Unit = "year"


@dataclass(frozen=True, slots=True)
class Piece:
    """A quarter or half, by number, of a year."""

    number: int
    unit: Unit
    year: Time | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season, northern half of the globe; `moved` is -1, 0 or 1 for "last", "this" and "next"."""

    name: str
    year: int | None = None
    moved: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that has a name."""

    name: str
    year: int | None = None
    moved: int | None = None
    whole_weekend: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `moved` counts weeks, `direction` says "past Friday", "coming Friday"."""

    weekday: int
    moved: int | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A unit of the calendar `moved` places from the one that holds the reference: today, last month, next year.

    Where `moved` is None the clause says which is meant: "over the weekend".
    """

    unit: Unit
    moved: int | None


@dataclass(frozen=True, slots=True)
class Rolling:
    """Units counted from the reference: the past week, the next five days."""

    amounts: Amounts
    direction: Direction


@dataclass(frozen=True, slots=True)
class Shift:
    """A point some way before or after another; without an anchor, the reference: two years ago."""

    amounts: Amounts
    direction: Direction
    anchor: Time | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The time last spoken of: the anchor of "two years later" and "a day earlier"."""


@dataclass(frozen=True, slots=True)
class Since:
    """Units from a point onwards: a week starting tomorrow."""

    amounts: Amounts
    anchor: Time


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The unit before or after what was last spoken of: the next day, the following week, a day earlier."""

    unit: Unit
    moved: int


@dataclass(frozen=True, slots=True)
class Part:
    """An early, middle, late, earlier or later part of something."""

    part: Literal["early", "mid", "late", "earlier", "later", "edge"]
    whole: Time


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit, or the nth `count` units, of a whole; -1 is the last."""

    number: int
    unit: Unit
    whole: Time
    count: int = 1


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The second Monday of May."""

    number: int
    weekday: int
    whole: Time


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """ISO week of a year."""

    number: int
    year: Time | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """A small thing told within a larger one: Monday of next week, July 4 of this year."""

    inner: Time
    outer: Time


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `meridiem` is None where 5 may be morning or afternoon."""

    hour: int
    minute: int | None = None
    second: int | None = None
    meridiem: Literal["am", "pm"] | None = None


@dataclass(frozen=True, slots=True)
class Daypart:
    """A named part of the day; `part` says early or late."""

    name: str
    part: Literal["early", "late"] | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day."""

    day: Time
    clock: Clock | Daypart | Span


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another, both included."""

    first: Time
    last: Time


@dataclass(frozen=True, slots=True)
class Bounded:
    """A time with one open side: since 2008, until Friday."""

    limit: Limit
    time: Time


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that is not placed."""

    amounts: Amounts
    is_approximate: bool = False
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A time that comes again: every Monday, weekly; `timex` is its TIMEX3 value."""

    timex: str


@dataclass(frozen=True, slots=True)
class Now:
    """The moment of speaking."""


Time: TypeAlias = (
    Day | Month | Block | Piece | Season | Holiday | Weekday | Calendar | Rolling | Shift | Spoken | Since | Adjacent
    | Part | Nth | NthWeekday | WeekNumber | Inside | Clock | Daypart | At | Span | Bounded | Duration | Recurring | Now
)  # fmt: skip
