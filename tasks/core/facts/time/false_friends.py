"""Expressions that look like times and are none: counts, parts of names, adjectives, lone parts of the day."""

from __future__ import annotations

import re

from tasks.core.facts.quantity.counted import is_plural
from tasks.core.facts.time import values as v
from tasks.core.facts.time.cascade import Node

_LAST_WORD = re.compile(r"(\S+)\s+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_PREPOSITIONS = frozenset([
    "in", "of", "since", "by", "until", "from", "last", "next", "this", "to", "on", "early", "mid", "late", "before",
    "after", "during",
])  # fmt: skip
# Words behind a figure such as 2019 that show it to be a year all the same: no noun that it could count.
_AFTER_YEAR = frozenset([
    "a", "after", "against", "alone", "although", "amid", "an", "and", "as", "at", "because", "before", "but", "by",
    "during", "following", "for", "from", "had", "has", "he", "his", "if", "in", "is", "it", "its", "just", "not",
    "on", "or", "over", "saw", "she", "that", "the", "they", "though", "through", "to", "under", "until", "was", "we",
    "were", "when", "which", "while", "who", "with",
])  # fmt: skip
_BEFORE_YEAR = frozenset(["the", "its", "his", "her", "their", "our", "this", "a"])
_MEASURES = frozenset([
    "sq", "km", "kg", "m", "cm", "mm", "metres", "meters", "miles", "feet", "tonnes", "tons", "people", "troops",
    "soldiers", "men", "women", "million", "billion", "percent", "per",
])  # fmt: skip
_ADVERBIAL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "if", "on", "or", "since", "that", "the", "to",
    "until", "when", "while", "with",
])  # fmt: skip
_BEFORE_CHRIST = re.compile(r"\s+B\.?C\b")  # the calendar of `datetime` begins in year 1
_FIRST_TIME = re.compile(
    r"\b(?:time|first|only|[a-z]{3,}est|most|least|high|low|once|than)\b[^.;:!?]{0,40}$", re.IGNORECASE
)


_SHORT_DECADE = re.compile(r"\b[2-9]0['’]? ?s\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b")
_OWN_DECADE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s+(?:\w+[ -])?(?:\w+[ -])?(?:\w+)['’]?s$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s+(?:block\s+of\s+)?(?:[NSEW]\.?[EW]?\.?\s+)?(?:[A-Z][\w'’]*\.?\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln"
    r"|Boulevard|Blvd|Way|Court|Ct|Pike|Highway|Hwy|Place|Terrace|Circle|Parkway|Pkwy)\b"
)
_WARMTH = re.compile(r"\b(?:highs?|lows?|degrees|temperatures?|upper|lower)\b", re.IGNORECASE)


def is_false_friend(text: str, node: Node) -> bool:
    """Whether the words around a node, or its own, show that it tells no time."""
    if _BEFORE_CHRIST.match(text, node.end):
        return True
    match node.tag:
        case "PARTDAY":
            return True
        case "YEARQ":
            return _is_no_year(text, node)
        case "YEAR" | "SPAN" | "BOUND":
            return _is_count(text, node)
        case "MON":
            return _is_in_name(text, node)
        case "SET":
            return _is_adjective(text, node)
        case "REL":
            return _is_of_age(text, node)
        case "DUR":
            return _is_some_day(text, node)
        case _:
            return False


def is_length(text: str, node: Node) -> bool:
    """For the first time in 48 years: a length of time, and not a day to come."""
    value = node.value
    if not isinstance(value, v.Shift) or value.direction != "coming" or value.anchor is not None:
        return False
    words = text[node.start : node.start + 3].lower()
    return words == "in " and bool(_FIRST_TIME.search(text[max(0, node.start - 60) : node.start]))


def _last_year(value: object) -> int | None:
    match value:
        case v.Block(year=year, unit="year"):
            return year
        case v.Span(last=inner) | v.Bounded(time=inner):
            return _last_year(inner)
        case _:
            return None


def _next_word(text: str, node: Node) -> str:
    found = _NEXT_WORD.match(text, node.end)
    return found[1] if found else ""


def _is_count(text: str, node: Node) -> bool:
    """In 2000 villages, from 1200 to 1500 troops: a round or early figure before a common noun counts it."""
    if _is_of_age(text, node) or _ADDRESS.match(text, node.end):
        return True
    year, word = _last_year(node.value), _next_word(text, node)
    if year is None or not word.islower() or word in _AFTER_YEAR:
        return False
    return (year < 1900 or year % 50 == 0) and is_plural(word)


def _is_of_age(text: str, node: Node) -> bool:
    """A man in his 30s, highs in the 70s: a decade told by two figures is one of years only where no-one has it."""
    if not _SHORT_DECADE.search(text, node.start, node.end):
        return False
    before = text[max(0, node.start - 24) : node.end]
    return bool(_OWN_DECADE.search(before)) or bool(_WARMTH.search(text, max(0, node.start - 60), node.end + 30))


def _is_no_year(text: str, node: Node) -> bool:
    """Nothing announces the figure as a year: it must look like one and not follow a name ("Expo 2020")."""
    before = _LAST_WORD.search(text[max(0, node.start - 40) : node.start])
    word, following = before[1] if before else "", _next_word(text, node)
    is_name = (
        word[:1].isupper() and word[-1:].isalpha() and word.lower() not in _BEFORE_YEAR | _PREPOSITIONS | {"and", "or"}
    )
    if word in ("a", "an", "A", "An") and following[:1].isupper():
        return True  # `a 1995 Honda Accord`
    if (
        _ADDRESS.match(text, node.end)
        or not 1500 <= node.value.year <= 2100
        or is_name
        or text[node.start - 1 : node.start] in tuple("-/.#$€£+")
    ):
        return True
    if following in _MEASURES:
        return True
    if not following or following in _AFTER_YEAR:
        return False
    return word.lower() not in _BEFORE_YEAR and not word.endswith(("'s", "’s", "s'", "s’"))


def _is_in_name(text: str, node: Node) -> bool:
    """April Jones: a capitalised word right behind a lone month, and no preposition in front of it."""
    before = text[max(0, node.start - 8) : node.start].split()
    is_announced = bool(before) and before[-1].lower() in _PREPOSITIONS
    return _next_word(text, node)[:1].isupper() and not is_announced and getattr(node.value, "year", None) is None


def _is_some_day(text: str, node: Node) -> bool:
    """One day he would return: no length of time."""
    before = _LAST_WORD.search(text[max(0, node.start - 20) : node.start])
    is_length = before is not None and before[1].lower() in (
        "for",
        "in",
        "within",
        "after",
        "about",
        "just",
        "only",
        "than",
        "every",
    )
    return text[node.start : node.end].lower() == "one day" and not is_length


def _is_adjective(text: str, node: Node) -> bool:
    """A daily newspaper: how often, but not when; "every day" and "daily." stay."""
    if " " in text[node.start : node.end]:
        return False
    return _next_word(text, node).lower() not in _ADVERBIAL | {""}
