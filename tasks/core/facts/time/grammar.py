"""The whole cascade, and the tags whose nodes are times worth reporting."""

from __future__ import annotations

from tasks.core.facts.time.cascade import Cascade, Node
from tasks.core.facts.time.lexer import lex
from tasks.core.facts.time.rules import clock, compound, dates, numbers, ranges, relative

_MACROS = dates.MACROS | relative.MACROS | compound.MACROS | clock.MACROS | ranges.MACROS
_CASCADE = Cascade(
    (
        numbers.NUMBERS, dates.DATES, relative.RELATIVE, relative.LENGTHS, clock.CLOCKS, compound.PARTS, compound.JOINS,
        clock.HOURS, clock.DAYTIMES, ranges.RANGES, ranges.BOUNDS,
    ),
    _MACROS,
)  # fmt: skip
TIMES = frozenset(
    (
        "DATE",
        "WDAY",
        "MON",
        "YEAR",
        "YEARQ",
        "REL",
        "HOL",
        "DEIC",
        "ADJ",
        "SPAN",
        "DUR",
        "SET",
        "TIMED",
        "CLOCK",
        "CLOCKS",
        "PARTDAY",
        "BOUND",
    )
)


def parse(text: str) -> list[Node]:
    """Every time expression of a text, with its value not yet placed; other lexemes are left in between.

    >>> [(node.tag, node.value) for node in parse("in late 2008") if node.tag in TIMES]
    [('REL', Part(part='late', whole=Block(year=2008, unit='year')))]
    """
    return _CASCADE.parse(lex(text))
