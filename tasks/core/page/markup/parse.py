"""HTML to a tree, in linear time whatever the nesting."""

from __future__ import annotations

import re

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from tasks.core.text import vocabulary

# Browsers stop nesting at this depth too (Blink's limit is 512). Without a limit, the scope checks of the HTML standard
# make parsing quadratic: 100,000 nested <div> took 22 s.
DEEPEST = 400
# Attribute names are compared with each other: 50,000 of them in one tag took 4 s. No page was seen with more than 100.
_LONGEST_TAG = 20_000
_MANY_ATTRIBUTES = 1_000
_MANY_TAGS = 6_000  # fewer cannot nest deep enough to hurt, whatever they are
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})")
_OPENED = re.compile(rb"<(/?[a-zA-Z][a-zA-Z0-9-]{0,40})")
_LESS_THAN = ord("<")
# Elements that need no end tag, so that a start tag without one does not nest.
_UNCOUNTED = frozenset(
    name.encode()
    for name in vocabulary(
        "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot "
        "option path circle rect use line polygon stop g"
    )
)


def utf8(html: str | bytes) -> bytes:
    """A page's bytes; lone surrogates of a text, which UTF-8 cannot write, are left out."""
    return html.encode(errors="ignore") if isinstance(html, str) else html


def parse(html: str | bytes) -> LexborHTMLParser:
    """The tree a browser would build of a text or of UTF-8, but for elements nested deeper than `DEEPEST`."""
    html = utf8(html)
    if len(html) > _LONGEST_TAG:
        html = _shortened(html)
    return LexborHTMLParser(_flattened(html) if _tags(html) > _MANY_TAGS and _is_deep(html) else html)


def _tags(html: bytes) -> int:
    return int(np.count_nonzero(np.frombuffer(html, np.uint8) == _LESS_THAN))  # bytes.count takes five times as long


def _shortened(html: bytes) -> bytes:
    """`html` with the attributes of monstrous tags cut off."""
    kept: list[bytes] = []
    at = done = 0
    while len(html) - at > _LONGEST_TAG:
        end = html.rfind(b">", at, at + _LONGEST_TAG + 1)
        if end < 0:
            end = html.find(b">", at)
            end = len(html) if end < 0 else end
            if _is_tag(html[at:end]):
                kept.append(html[done : min(end, html.rfind(b"<", at, end) + _LONGEST_TAG)])
                done = end
        at = end + 1
    return b"".join([*kept, html[done:]]) if kept else html


def _is_tag(piece: bytes) -> bool:
    start = piece.rfind(b"<")
    return (
        bool(_TAG.match(piece, max(0, start))) and len(piece[start:].split(None, _MANY_ATTRIBUTES)) > _MANY_ATTRIBUTES
    )


def _is_deep(html: bytes) -> bool:
    """Whether any tag opens an element deeper than `DEEPEST`: told in a third of the time it takes to cut them off."""
    tags = _OPENED.findall(html)
    steps = {tag: _step(tag) for tag in set(tags)}
    depth = 0
    for tag in tags:
        depth += steps[tag]
        if depth < 0:
            depth = 0
        elif depth > DEEPEST:
            return True
    return False


def _step(tag: bytes) -> int:
    """How much deeper a tag leads, given as `div` or `/div`."""
    if tag.removeprefix(b"/").lower() in _UNCOUNTED:
        return 0
    return -1 if tag.startswith(b"/") else 1


def _flattened(html: bytes) -> bytes:
    """`html` without the tags that would open an element deeper than `DEEPEST`, and without their end tags."""
    kept: list[bytes] = []
    depth = at = 0
    for match in _TAG.finditer(html):
        if match.start() < at or match[2].lower() in _UNCOUNTED:
            continue
        too_deep = depth > DEEPEST
        depth = max(0, depth + (-1 if match[1] else 1))
        if too_deep:
            end = html.find(b">", match.end()) + 1 or len(html)
            kept.append(html[at : match.start()])
            at = max(at, end)
    return b"".join([*kept, html[at:]]) if kept else html
