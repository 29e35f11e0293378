"""Linked data as scripts hold it, mended where it is nearly JSON: what machines that write it most often get wrong."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

_CONTROL = re.compile(r"[\x00-\x1f]+")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:\]\]>|-->)\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_PLAIN_VALUE = re.compile(
    r"""["'](@type|datePublished|dateModified|dateCreated|headline)["']\s*:\s*(?:"([^"\\]{1,300})"|'([^'\\]{1,300})')"""
)
# A quotation mark that ends a key or a value; every other one that begins none stands in the value's words.
_END = re.compile(r'"\s*(?:[:}\]]|,\s*["{\[\d}\]tfn-]|$)')
_BEGINS = frozenset("{[,:")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\]]', re.DOTALL)  # one never ended would be sought from each mark
_CLOSES = {"{": "}", "[": "]"}
_MOST = 200  # objects behind each other
_LONGEST = 500_000  # characters that are mended


def read_linked(source: str) -> Any:
    """The data of a script, mended where it is nearly JSON; of what cannot be, the plain string values by their keys.

    >>> read_linked('{"a": "He said "no"", "b": [1,]')
    {'a': 'He said "no"', 'b': [1]}
    """
    found = _loaded(source)
    if found is not None:
        return found
    plain = _CONTROL.sub(" ", _COMMENT.sub("", html.unescape(source) if '"' not in source else source))
    if len(plain) <= _LONGEST:
        for mended in _mended(plain):
            if (found := _loaded(mended)) is not None:
                return found
    return list(islice(_each(plain), _MOST))


def _mended(plain: str) -> Iterator[str]:
    plain = _TRAILING_COMMA.sub("", plain).strip().rstrip(";")
    yield plain
    yield _closed(plain)
    yield _closed(_TRAILING_COMMA.sub("", _escaped(plain)))


def _closed(plain: str) -> str:
    """With the brackets closed that were not."""
    opened: list[str] = []
    for found in _STRING.finditer(plain):
        if found[0] in _CLOSES:
            opened.append(_CLOSES[found[0]])
        elif opened and found[0] == opened[-1]:
            opened.pop()
    return plain.rstrip(", ") + "".join(reversed(opened)) if len(opened) < _MOST else plain


def _escaped(plain: str) -> str:
    """With the quotation marks escaped that stand inside a value."""
    pieces: list[str] = []
    at = 0
    for found in re.finditer(r'(?<!\\)"', plain):
        before = plain[at : found.start()]
        pieces.append(before)
        last = before.rstrip()[-1:] or (pieces[-2][-1:] if len(pieces) > 1 else "{")
        pieces.append('"' if last in _BEGINS or _END.match(plain, found.start()) else '\\"')
        at = found.end()
    return "".join([*pieces, plain[at:]])


def _each(plain: str) -> Iterator[Any]:
    """Objects that follow each other without a list around them; of what is broken the plain values."""
    at = plain.find("{")
    while at >= 0:
        try:
            found, at = json.JSONDecoder(strict=False).raw_decode(plain, at)
        except (ValueError, RecursionError):
            yield _salvaged(plain[at:])
            return
        yield found
        at = plain.find("{", at)


def _loaded(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _salvaged(source: str) -> dict[str, Any]:
    """The plain string values of a script that is no JSON."""
    found: dict[str, Any] = {}
    for key, double, single in _PLAIN_VALUE.findall(source):
        found.setdefault(key, double or single)
    return found
