"""Text to tagged lexemes; words the grammar does not know become gaps that no rule reads across."""

from __future__ import annotations

import re
from typing import Any

from tasks.core.facts.time import numeric
from tasks.core.facts.time.cascade import Node
from tasks.core.facts.time.holidays import FIRST_WORDS, HOLIDAY, holiday_name
from tasks.core.facts.time.values import Holiday
from tasks.core.facts.time.words import SHORT_MONTHS, SHORT_WEEKDAYS, lexicon

_WORDS = lexicon()
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+)|(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)|(?P<mark>\S)")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_MIXED = re.compile(r"(\d{1,3})\s([1-9])/([2-9])(?![\d/])")
_PIECE = re.compile(r"([QH])([1-4])\b", re.IGNORECASE)
_OCLOCK = re.compile(r"o['’ ]?\s?clock\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
# The dot of an abbreviation, unless it may as well end the sentence.
_ABBREVIATION_DOT = re.compile(r"\.(?=[,–-]|\s+(?:[a-z0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))")
_AUXILIARY = re.compile(r"(?:\b(?:to|will|would|could|can|may|might|must|should)|n['’]t|['’]ll)\s+$")
_HOW_LONG = re.compile(
    r"\s+(?:\d|a\b|an\b|at\b|about|up\b|until|through|more|less|long|all\b|for\b|only|just|several|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve)"
)
_OWNED = re.compile(r"\s+\w+['’]s\b")
_DETERMINED = re.compile(r"\b(?:the|that|this|those|and|its|his|her)\s+$", re.IGNORECASE)
_DEGREE = re.compile(r"-(?:degree|class|rate|hand|floor|grade|generation)")
_ZONES = frozenset(("GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "PST", "PDT", "PT", "CET", "CEST", "BST", "MSK"))
_SHORT = frozenset((*SHORT_MONTHS, *SHORT_WEEKDAYS))
_MARKS = {
    ",": "COMMA", "/": "SLASH", "(": "LPAR", ")": "RPAR", "–": "DASH", "—": "DASH", "~": "DASH", "-": "DASH",
    "@": "AT",
    ".": "STOP",
    ";": "STOP",
    ":": "STOP",
    "!": "STOP",
    "?": "STOP",
}  # fmt: skip
_GLUED_UNITS = {
    "h": "hour", "hr": "hour", "hrs": "hour", "d": "day", "w": "week", "y": "year", "yr": "year", "min": "minute",
    "sec": "second", "years": "year", "days": "day", "weeks": "week", "months": "month", "hours": "hour",
}  # fmt: skip
_LONGEST = 20  # characters; no time is told with more figures, and numbers without end cost time
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def lex(text: str) -> list[Node]:
    """Every lexeme of the text in order, with runs of unknown words drawn together as one gap.

    >>> [node.tag for node in lex("Troops left on June 3-8, he said")]
    ['GAP', 'ON', 'MONTH', 'INT', 'DASH', 'INT', 'COMMA', 'GAP']
    """
    nodes: list[Node] = []
    position = 0
    while match := _TOKEN.search(text, position):
        start = match.start()
        if start > position and "\n\n" in text[position:start]:
            _add_gap(nodes, Node("GAP", "", position, start))
        node = _read(text, match, nodes)
        if node.tag == "GAP":
            _add_gap(nodes, node)
        else:
            nodes.append(node)
        position = node.end
    return nodes


def _add_gap(nodes: list[Node], gap: Node) -> None:
    """A gap keeps its last word only."""
    if nodes and nodes[-1].tag == "GAP":
        nodes[-1] = gap
    else:
        nodes.append(gap)


def _read(text: str, match: re.Match[str], nodes: list[Node]) -> Node:
    """The lexeme at a token; a gap where it says nothing of time."""
    start, word = match.start(), match[0]
    if match.lastgroup == "word":
        tag, value, end = _word(text, start, word)
    elif match.lastgroup == "figure":
        tag, value, end = _figure(text, match, nodes)
    else:
        tag, value, end = _mark(text, start, word)
    return Node(tag, value, start, end)


def _word(text: str, start: int, word: str) -> tuple[str, Any, int]:
    lower, end = word.lower(), start + len(word)
    if lower in FIRST_WORDS and (holiday := HOLIDAY.match(text, start)):
        return "HOLIDAY", Holiday(holiday_name(holiday[0])), holiday.end()
    if start and text[start - 1].isdigit() and lower in _GLUED_UNITS:
        return "UNITS", _GLUED_UNITS[lower], end
    if word in _ZONES:
        return "ZONE", word, end
    entry = _WORDS.get(lower)
    if entry is None:
        if lower == "o" and (clock := _OCLOCK.match(text, start)):
            return "OCLOCK", None, clock.end()
        if lower in ("q", "h") and (piece := _PIECE.match(text, start)):
            return "PIECE", (int(piece[2]), "quarter" if lower == "q" else "half"), piece.end()
        return ("NUM", _FRACTIONS[word], end) if word in _FRACTIONS else ("GAP", word, end)
    if word in ("may", "march", "mar", "dec", "jan"):
        return "LOWMONTH", entry[1], end
    if word in ("sat", "wed", "sun") or (lower == "last" and _is_verb(text, start, end)):
        return "GAP", word, end  # `sat`, `wed` and `to last` are verbs
    if lower == "following" and _OWNED.match(text, end) and not _DETERMINED.search(text, max(0, start - 8), start):
        return "GAP", word, end  # `following Saturday's match` is behind it
    if lower == "second" and _DEGREE.match(text, end):
        return "GAP", word, end
    if lower in _SHORT and (dot := _ABBREVIATION_DOT.match(text, end)):
        end = dot.end()
    return (*entry, end)


def _is_verb(text: str, start: int, end: int) -> bool:
    """`is to last two weeks`, but not `compared to last year`."""
    return bool(_AUXILIARY.search(text, max(0, start - 12), start) and _HOW_LONG.match(text, end))


def _figure(text: str, match: re.Match[str], nodes: list[Node]) -> tuple[str, Any, int]:
    start, figure, end = match.start(), match[0], match.end()
    if len(figure) > _LONGEST or _is_part_of_name(text, start, nodes):
        return "GAP", figure, end
    if mixed := _MIXED.match(text, start):
        return "NUM", int(mixed[1]) + int(mixed[2]) / int(mixed[3]), mixed.end()
    if ordinal := _ORDINAL.match(text, start):
        return "ORD", int(ordinal[1]), ordinal.end()
    if found := numeric.read(text, start):
        return found
    if end < len(text) and text[end].isalpha():
        unit = re.compile(r"[^\W\d_]+").match(text, end)
        known = unit is not None and unit[0].lower() in _GLUED_UNITS
        return ("NUM", float(figure.replace(",", "")), end) if known else ("GAP", figure, unit.end() if unit else end)
    if figure.isdigit():
        tag = "INT" if len(figure) <= 2 else "YEAR4" if len(figure) == 4 and figure[0] in "12" else "NUM"
        return tag, int(figure), end
    return "NUM", float(figure.replace(",", "")), end


def _is_part_of_name(text: str, start: int, nodes: list[Node]) -> bool:
    """S-400, DELTA-2021, $12, 3.14.15: a figure glued to what is no time is not one either."""
    before = text[start - 1 : start]
    if before in ("$", "€", "£", "#", "_", "+") and before:
        return True
    return (
        before in ("-", "–", "/", ".", ":")
        and before != ""
        and len(nodes) > 1
        and (nodes[-1].end == start and nodes[-2].tag == "GAP" and nodes[-2].end == start - 1)
    )


def _mark(text: str, start: int, mark: str) -> tuple[str, Any, int]:
    if mark in "'’":
        if (match := numeric.read(text, start + 1)) and match[0] == "DECADE":
            return match
        if possessive := _POSSESSIVE.match(text, start):
            return "POSS", None, possessive.end()
    return _MARKS.get(mark, "GAP"), mark, start + 1
