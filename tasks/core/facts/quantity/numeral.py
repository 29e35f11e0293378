"""Numbers in figures and words as values: 4.3M, two and a half million, dozens, two-thirds, tens of thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES: dict[str, float] = {
    "zero": 0, "nought": 0, "a": 1, "an": 1, "half": 0.5, "quarter": 0.25, **{w: n for n, w in enumerate(_ONES, 1)},
    **{w: n for n, w in enumerate(_TEENS, 10)}, **{w: 10 * n for n, w in enumerate(_TENS, 2)},
}  # fmt: skip
_SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6, "mil": 1e6,
    "bn": 1e9, "tn": 1e12, "trn": 1e12, "bln": 1e9, "tln": 1e12, "lakh": 1e5, "crore": 1e7, "dozen": 12,
}  # fmt: skip
_LETTERS = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "T": 1e12, "bn": 1e9, "mn": 1e6, "tn": 1e12, "mil": 1e6,
    "mln": 1e6, "bln": 1e9, "tln": 1e12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_VAGUE = {
    "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "tens": 10,
}  # fmt: skip
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_TAILS = {
    "and a half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75, "and a third": 1 / 3, "and two thirds": 2 / 3,
}  # fmt: skip
_TAIL = "(?:" + "|".join(tail.replace(" ", r"\s+") for tail in _TAILS) + r")\b"
_DIGIT = "|".join(_ONES)
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_DIGIT})\b)?|{'|'.join(_TEENS)}|{_DIGIT})"
_BELOW_1000 = rf"(?:(?:(?:{_BELOW_100}|an?)[-\s]hundred\b(?:\s+(?:and\s+)?{_BELOW_100}\b)?)|{_BELOW_100})"
_BIG = r"(?:thousand|million|billion|trillion|lakh|crore|mln|bln|bn|tn|dozen)\b"
_PART = rf"(?:{'|'.join(sorted((p for p in _PARTS if p not in ('half', 'halves')), key=len, reverse=True))})s?\b"
# 800 000 and 1 414 021 are written with blanks; after one plain blank only round thousands are surely one number.
_BLANKS = (
    r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:\x20\d{3})*\x20000(?!\d)|\d{1,3}(?:\x20\d{3}){2,}(?!\d)"
)
_INDIAN = r"\d{1,2}(?:,\d\d)+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567
_FIGURE = (
    rf"(?:{_BLANKS}|{_INDIAN}|"
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.,])\.\d+)(?:\s?[½¼¾]|\s\d{1,2}[/⁄]\d{1,3}(?![\d/]))?"
)
NUMERAL = re.compile(
    rf"""
    (?P<vague> (?:(?:tens|hundreds|thousands)\s+of\s+)?(?:hundreds|thousands|millions|billions|trillions)\b
               (?=\s+of\b|\s+more\b|\s+[a-z])
             | dozens\b(?=\s+of\b|\s+more\b|\s+[a-z]) | scores(?=\s+of\b|[-\s](?:mile|inch|acre|cup|pound|hour|point)) )
  | (?P<fraction> {_BELOW_100}-(?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|tenths)\b
      | (?:(?:an?|{_BELOW_100}|\d{{1,2}})[-\s]{_PART}
                  (?=\s+(?:of|the|as|full|majority|more|less)\b|[,.;)]|$)) )
  | (?P<slash> (?<![\d/.])\d{{1,3}}[/⁄]\d{{1,3}}(?=\s+of\b|[-\s](?:mile|inch|acre|cup|pound|hour|point)) )
  | (?P<ratio> (?:one|1)\s+in\s+(?:{_DIGIT}|ten|\d{{1,2}})\b
      | (?:{_BELOW_100}|\d{{1,3}})\s+(?:out\s+of(?:\s+every)?|in\s+every)\s+(?:{_DIGIT}|ten|\d|10|100|1,?000)\b )
  | (?P<halfbig> half\s+an?\s+(?:million|billion|trillion|dozen|hundred|thousand)\b
      | (?:half|quarter)[-\s](?:million|billion)\b | a\s+quarter\s+of\s+a\s+(?:million|billion)\b )
  | (?P<half> half(?=\s+(?:of|the|its|their|his|her|our|a|an)\b) )
  | (?P<figure> {_FIGURE}
      (?: [-\s]?(?:hundred|thousand|lakh)?[-\s]?
          (?P<scale>(?:hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|tln|dozen)\b)
        | \s?(?P<letters>bn|mn|tn|mil|mln|bln|tln)\b | (?-i:(?P<letter>[kKmMbBT]))(?![\w/²³]) )? )
  | (?P<glyph> [½¼¾⅓⅔⅛] )
  | (?P<words> {_BELOW_1000}(?:\s+{_TAIL})?(?:[-\s]{_BIG}(?:,?\s+(?:and\s+)?{_BELOW_1000})?)*\b
      (?:\s+point\s+{_BELOW_100}\b)?
    | (?:an?\s+)?hundred\s+(?:thousand|million|billion)\b
    | an?\s+(?:hundred|thousand|million|billion|trillion|dozen)\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip


_LONGEST = 120  # characters; the longest number a person writes in words is shorter
_START = re.compile(r"(?P<word>[^\W\d_]+)|\d[\d,.]*|[½¼¾⅓⅔⅛]|(?<![\w.,])\.(?=\d)")
_FIRST = frozenset((*_ONES, *_TEENS, *_TENS, *_VAGUE, "a", "an", "half", "hundred", "quarter"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of the text; `letter` is one glued behind it that may be a scale or a unit: 5m."""

    start: int
    end: int
    value: float
    value_max: float | None = None
    is_word: bool = False
    letter: str | None = None
    is_part: bool = False
    scale: float = 1.0


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text that stands free, in order; figures glued to letters before them are names.

    >>> [n.value for n in find_numerals("two and a half million people and 4,500 dogs")]
    [2500000.0, 4500.0]
    """
    position = 0
    for start in _starts(text):
        match = NUMERAL.match(text, start) if start >= position else None
        if match is None or not _is_free(text, match):
            continue
        if match.end() - start > _LONGEST:  # no number, but what a machine left
            position = match.end()
            continue
        position = match.end()
        kind = match.lastgroup if match.lastgroup not in ("scale", "letters", "letter") else "figure"
        yield _read(kind or "", match)


def _starts(text: str) -> Iterator[int]:
    """Where a number may begin: trying the whole grammar at each word would cost ten times as much."""
    for match in _START.finditer(text):
        if match.lastgroup != "word" or match[0].lower() in _FIRST:
            yield match.start()


def _is_free(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 1]
    last = before[-1:]
    if (last.isalnum() and last.isascii()) or (last in ("_", "#", "@", "’", "'") and last != ""):
        return _is_currency_code(text, match.start())
    if match["figure"] is None and (after.isalpha() or after == "_"):
        return False
    if after == "." and "." in match[0] and text[match.end() + 1 : match.end() + 2].isdigit():
        return False  # 192.168.1.2, version 13.2.3
    if after in ("/", "⁄") and text[match.end() + 1 : match.end() + 2].isdigit():
        return False
    if last == "-" and (before[:1].isdigit() or text[max(0, match.start() - 6) : match.start()].lower() == "minus-"):
        return True
    return not (last in ("-", "/", ".", ":") and before[:1].isalnum())


def _is_currency_code(text: str, start: int) -> bool:
    """USD10m, RM23.50: a currency's letters may be glued before."""
    code = re.search(
        r"(?<![A-Za-z])(?:[A-Z]{3}|RM|Rs|US|HK|CA|AU|NZ|(?<=\$)A|(?<=\$)US)$", text[max(0, start - 4) : start]
    )
    return code is not None


def _read(kind: str, match: re.Match[str]) -> Numeral:
    start, end, words = match.start(), match.end(), match[0].lower()
    if kind == "vague":
        value = 1.0
        for word in words.split():
            value *= _VAGUE.get(word, 1)
        return Numeral(start, end, value, value * 10, is_word=True)
    if kind in ("fraction", "ratio", "slash", "half", "glyph"):
        return Numeral(start, end, _part(kind, words), is_word=True, is_part=kind != "glyph")
    if kind == "halfbig":
        part = 0.25 if "quarter" in words else 0.5
        return Numeral(start, end, part * _SCALES[re.findall(r"[a-z]+", words)[-1]], is_word=True)
    if kind == "figure":
        return _figure(match)
    return Numeral(start, end, words_value(words), is_word=True)


def _figure(match: re.Match[str]) -> Numeral:
    text = match[0]
    figure = re.match(_FIGURE, text) or re.match(r"\.\d+", text)
    value, scale = _figure_value(figure[0] if figure else text), 1.0
    for word in re.findall(r"[a-z]+", text.lower()):
        scale *= _SCALES.get(word, 1)
    if letters := match["letters"]:
        scale = _LETTERS[letters.lower()]
    return Numeral(match.start(), match.end(), value * scale, letter=match["letter"], scale=scale)


def _figure_value(text: str) -> float:
    joined = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", "", text.replace(",", "").strip())
    whole, *rest = re.split(r"\s|(?=[½¼¾])", joined, maxsplit=1)
    extra = 0.0
    for part in (r.strip() for r in rest):
        if part in _GLYPHS:
            extra = _GLYPHS[part]
        elif found := re.fullmatch(r"(\d+)[/⁄](\d+)", part):
            extra = int(found[1]) / max(1, int(found[2]))
    return float(whole) + extra


def _part(kind: str, words: str) -> float:
    if kind == "half":
        return 0.5
    if kind == "glyph":
        return _GLYPHS[words]
    if kind == "slash":
        over, under = re.split(r"[/⁄]", words)
        return int(over) / max(1, int(under))
    if kind == "ratio":
        over, under = re.split(r"\s+(?:out\s+of(?:\s+every)?|in(?:\s+every)?)\s+", words)
        return words_value(over) / max(1.0, words_value(under))
    number, part = re.split(r"[-\s](?=[a-z]+$)", words)
    return words_value(number) / _PARTS[part if part in _PARTS else part.removesuffix("s")]


def words_value(words: str) -> float:
    """The value of a number in words or figures.

    >>> words_value("two hundred and two thousand and five")
    202005.0
    """
    total = current = 0.0
    decimals = None
    for word in re.findall(rf"{_TAIL}|[a-z]+|\d+", words.lower()):
        if tail := _TAILS.get(" ".join(word.split())):
            current += tail
        elif decimals is not None:
            decimals += str(int(_VALUES.get(word, 0)))
        elif word.isdigit():
            current += float(word)
        elif word == "point":
            decimals = ""
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif not (word in ("a", "an") and current):
            current += _VALUES.get(word, 0)
    return total + current + (float(f"0.{decimals}") if decimals else 0)


def letter_scale(letter: str) -> float:
    """What a glued letter multiplies by."""
    return _LETTERS[letter]
