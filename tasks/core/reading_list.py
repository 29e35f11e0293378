"""Reads exports of reading lists and bookmarks: tables with an address a row, and the HTML of Pocket and browsers."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator

from tasks.core.feed import Entry
from tasks.core.text import one_line

_TABLE = re.compile(
    r'^(?=.{0,300}\b"?(?:url|link|href)\b"?)"?[\w ]{1,30}"?(?:[,;\t]"?[\w ()-]{0,30}"?){1,30}$', re.IGNORECASE
)
_BOOKMARKS = re.compile(r"<!doctype netscape-bookmark-file|<title>\s*pocket export\s*</title>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,200}?href\s*=\s*[\"']([^\"']{1,3000})[\"'][^<>]{0,100000}>([^<]{0,1000})</a>", re.IGNORECASE
)
_ADDRESS, _TITLE = ("url", "link", "href", "given_url", "resolved_url"), ("title", "name", "resolved_title")
_HEAD = 2000  # characters


def is_reading_list(text: str) -> bool:
    """Whether a text is such an export, with two rows at least; one row is a clipping.

    >>> is_reading_list("title,url\\nOne,https://a.example/1\\nTwo,https://a.example/2")
    True
    """
    head = text[:_HEAD].lstrip("\ufeff \r\n\t")
    if _BOOKMARKS.search(head):
        return True
    first, _, rest = head.partition("\n")
    return (
        _TABLE.match(first.strip()) is not None
        and len(list(zip(range(2), _rows(text), strict=False))) == 2
        and "\n" in rest.strip()
    )


def read_reading_list(text: str) -> list[Entry]:
    """The addresses of an export with their titles, in its order."""
    if _BOOKMARKS.search(text[:_HEAD]):
        return [
            Entry(html.unescape(url), one_line(html.unescape(title)) or None) for url, title in _ANCHOR.findall(text)
        ]
    return list(_rows(text))


def _rows(text: str) -> Iterator[Entry]:
    lines = text.lstrip("\ufeff \r\n\t").splitlines()
    mark = max(",;\t", key=lines[0].count) if lines else ","
    try:
        for row in csv.DictReader(lines, delimiter=mark):
            said = {
                name.strip().lower(): value
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str)
            }
            if address := next((said[name] for name in _ADDRESS if said.get(name)), ""):
                yield Entry(address, next((one_line(said[name]) for name in _TITLE if said.get(name)), None))
    except csv.Error:
        return
