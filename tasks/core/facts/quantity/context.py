"""What the words around a number say of it: part of a name, a score, a sign, only about."""

from __future__ import annotations

import re

from tasks.core.facts.quantity.counted import noun_behind
from tasks.core.facts.quantity.numeral import Numeral

_PREVIOUS = re.compile(r"([^\s\d]+)[\s-]$")
_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|nearly|almost|roughly|some|circa|close to|estimated|up to"
    r"|as many as|as much as"
    r"|at least|at most|no more than|no fewer than|no less than|not more than|more than|greater than|over"
    r"|fewer than|less than"
    r"|under|below|above|upwards? of|just over|just under|well over|barely|an average of|averag(?:ed|ing)"
    r"|exceeding|a total of about)"
    r"(?:\s+(?:a|an|the|just|only|another|record))?\s*|[~≈+><]\s?)(?:US|U\.S\.)?\s?$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"(?:\s[\w%-]+)?\s+or\s+(?:more|so|less|fewer)\b|\+|-odd\b|-plus\b", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?:^|[\s($€£])[-−]|\bminus[\s-])$", re.IGNORECASE)
# Capitalised words that begin sentences and headlines rather than names.
_PLAIN = frozenset([
    "about", "all", "almost", "an", "and", "another", "approximately", "around", "as", "at", "between", "but", "by",
    "each", "even", "every", "few", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is",
    "it", "its", "just", "killed", "least", "less", "like", "more", "nearly", "no", "not", "of", "off", "on", "only",
    "or", "other", "our", "out", "over", "per", "roughly", "she", "since", "so", "some", "still", "such", "than",
    "that", "the", "their", "then", "there", "these", "they", "this", "those", "to", "under", "until", "up", "us",
    "was", "we", "were", "when", "where", "which", "while", "with", "within", "you", "your", "says", "said",
    "another", "first", "last", "next", "only", "over", "exactly", "meanwhile", "today", "yesterday", "however",
    "also", "including", "worth", "costs", "cost", "least", "eu", "uk", "un", "nato", "iran", "israel",
])  # fmt: skip
_LABELS = frozenset([
    "number", "no", "no.", "nos", "nr", "page", "pages", "pp", "chapter", "room", "section", "version", "phase",
    "stage", "level", "tier", "part", "article", "group", "flight", "route", "highway", "unit", "block", "building",
    "channel", "episode", "season", "model", "type", "class", "grade", "act", "rule", "line", "volume", "vol", "bus",
    "gate", "lap", "laps", "platform", "track", "district", "ward", "zone", "sector", "area", "week", "day", "year",
    "step", "round", "game", "match", "mark", "option", "appendix", "figure", "fig", "table", "category", "size",
    "size:", "interstate", "exit", "apartment", "apt", "suite", "box", "psalm", "genesis", "resolution", "law",
    "protocol",
])  # fmt: skip
_STREET = re.compile(
    r"\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:(?:[A-Z][\w'’-]*|\d+(?:st|nd|rd|th))\s+){1,3}(?:Road|Street|Avenue|Ave|St|Rd|Lane|Drive|Boulevard|Blvd|Way"
    r"|Square|Place|Court)\b"
    r"|\s+block\s+of\b"
)
_CAPITAL = re.compile(r"[\s-][A-Z][a-z]")
_NO_NOUN = frozenset([
    "of", "is", "was", "that", "who", "which", "whom", "to", "in", "on", "at", "for", "and", "or", "by", "with",
    "can", "could", "would", "has", "had", "have", "will", "the", "a", "an", "another", "day", "more", "thing", "way",
    "as", "from", "where", "when", "but", "if", "not", "be", "been", "may", "might", "should", "must", "do", "does",
    "did", "said", "says", "he", "she", "it", "they", "we", "you", "i", "than", "into", "so", "too", "also", "just",
    "even", "only", "are", "were", "this", "these", "those", "there", "here", "out", "up", "down", "over", "off",
    "after", "before", "because", "side", "time",
])  # fmt: skip
_BEFORE_ONE = frozenset(
    ("no", "the", "this", "that", "any", "every", "each", "which", "some", "another", "last", "next", "only")
)
_EMERGENCY, _DIALLING = (
    frozenset(("911", "999", "112")),
    frozenset(("call", "called", "calls", "calling", "dial", "dialed", "dialled", "phoned", "rang")),
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}(?![\d-])")


def is_approximate(text: str, start: int, end: int) -> bool:
    """Whether words around the quantity say that it is not exact."""
    return bool(_ABOUT.search(text[max(0, start - 34) : start]) or _OR_MORE.match(text, end))


def is_negative(text: str, start: int, figure: int) -> bool:
    """A minus sign or the word, before the number or before its currency."""
    return bool(_MINUS.search(text[max(0, start - 7) : start]) or _MINUS.search(text[max(0, figure - 7) : figure]))


def is_name_part(text: str, numeral: Numeral) -> bool:
    """Channel 5, World War Two, phase three, 575 Abbey Road, (01223)."""
    if not numeral.is_word and (
        _STREET.match(text, numeral.end) or (text[numeral.start] == "0" and numeral.value >= 1)
    ):
        return True
    if numeral.is_word and text[numeral.start].isupper() and _CAPITAL.match(text, numeral.end):
        return not _starts_sentence(text, numeral.start)  # Three Gorges, Five Eyes
    previous = _PREVIOUS.search(text[max(0, numeral.start - 30) : numeral.start])
    if previous is None:
        return False
    word = previous[1].lstrip("(\"'“‘[")
    lower = word.lower()
    if lower in _LABELS or (lower in _DIALLING and text[numeral.start : numeral.end] in _EMERGENCY):
        return True
    is_capital = (
        any(letter.isupper() for letter in word) and (word[-1:].isalnum() or word.endswith("&")) and lower not in _PLAIN
    )
    return is_capital and not _starts_sentence(text, numeral.start - len(previous[1]) - 1)


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return (
        start <= 0
        or before[-1:] in (".", "!", "?", ":", ";", "\n", '"', "”", "“")
        or "\n" in text[max(0, start - 2) : start]
    )


def is_pronoun(text: str, numeral: Numeral) -> bool:
    """One of them, no one, the one who: nothing is counted."""
    if text[numeral.start : numeral.end].lower() != "one":
        return False
    previous = _PREVIOUS.search(text[max(0, numeral.start - 12) : numeral.start])
    if previous and previous[1].lower() in _BEFORE_ONE:
        return True
    following = re.compile(r"[\s-]([^\W\d_]+)").match(text, numeral.end)
    return following is None or following[1].lower() in _NO_NOUN


def is_year(text: str, numeral: Numeral) -> bool:
    """A bare 2016, or the 6.10 of a clock, that nothing is counted by; also the first of "1 of 22"."""
    figure = text[numeral.start : numeral.end]
    if re.fullmatch(r"1\d{3}|20\d\d", figure):
        return noun_behind(text, numeral.end) is None
    if figure == "1" and re.match(r"\s+of\s+\d", text[numeral.end : numeral.end + 6]):
        return True
    return bool(re.fullmatch(r"\d{1,2}\.[0-5]\d", figure)) and text[: numeral.start].endswith(" at ")


def is_score(text: str, numeral: Numeral) -> bool:
    """2-0 and 89-89, whichever of the two it is."""
    if numeral.is_word:
        return False
    back = re.search(r"\d{1,3}[-–]$", text[max(0, numeral.start - 4) : numeral.start])
    return bool(back or _SCORE.match(text, numeral.start)) and noun_behind(text, numeral.end) is None
