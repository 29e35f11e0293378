"""Number words and named days to numbers: "twenty-first" is ORD 21, "nineteen ninety-six" is YEAR4 1996."""

from __future__ import annotations

from tasks.core.facts.time.cascade import Match, Rule

_TWO = "TENS DASH? ONES|TENS|TEEN"


def _year_of_pairs(m: Match) -> int | None:
    """Nineteen ninety-six, twenty nineteen."""
    first, rest = m[0].value, sum(m.all("TENS", "TEEN", "ONES")) - m[0].value
    return first * 100 + rest if 13 <= first <= 20 and rest > 9 else None


def _year_of_hundreds(m: Match) -> int | None:
    """Nineteen hundred ninety-three."""
    return int(m[0].value * 100 + sum(node.value for node in m[1:] if node.tag in ("TENS", "TEEN", "ONES")))


def _year_of_thousands(m: Match) -> int | None:
    """Two thousand and fifteen."""
    return 2000 + sum(node.value for node in m[1:] if node.tag in ("TENS", "TEEN", "ONES")) if m[0].value == 2 else None


def _sum(m: Match) -> int:
    return sum(m.all("TENS", "TEEN", "ONES", "ORDW", "SECOND"))


NUMBERS = (
    Rule("YEAR4", f"TEEN HUNDRED AND? (?:{_TWO}|ONES)|TEEN HUNDRED", _year_of_hundreds),
    Rule("YEAR4", f"(?:TEEN|TENS) (?:{_TWO}) (?!DASH? UNITS)", _year_of_pairs),
    Rule("YEAR4", f"ONES THOUSAND AND? (?:{_TWO}|ONES) (?!UNITS|HUNDRED)|ONES THOUSAND (?!UNITS)", _year_of_thousands),
    Rule("NUM", "(?:INT|ONES|A) (?:HUNDRED|THOUSAND)", lambda m: m[0].value * m[1].value),
    Rule("ORD", "TENS DASH? (?:ORDW|SECOND)|ORDW", _sum),
    Rule("INT", "TENS AND ONES (?=UNITS)", _sum),
    Rule("INT", "TENS DASH? ONES|TENS|TEEN|ONES", _sum),
)
