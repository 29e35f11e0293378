"""Finds quotations: the spans between quotation marks of any style, nested ones included."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSERS = {
    "“": ("”", '"'), "„": ("“", "”"), "«": ("»",), "‹": ("›",), "‘": ("’",), "”": ("”",), '"': ('"', "”"), "'": ("'",),
    "''": ("''",),
}  # fmt: skip
_MARK = re.compile(r"''|[“”„«»‹›‘’\"']|\n[ \t]*\n")
_STOP = re.compile(r"[.!?…)\]]\s*\Z")
MAX_SINGLE = 400  # a single mark that stays open for longer was an apostrophe
MAX_CARRIED = 1200  # a quotation whose paragraph ends without a mark; a longer one was a stray mark


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Spans of quotations with their marks, by where they begin; a paragraph's end closes what it left open only where
    the next paragraph goes on quoting. Linear in the length of `text`; marks without a partner are ignored.

    >>> [("He said “a ‘b’ c”.")[s:e] for s, e in find_quotes("He said “a ‘b’ c”.")]
    ['“a ‘b’ c”', '‘b’']
    """
    found: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if mark[0] == "\n":
            found += _carried_over(text, stack, start, end)
            stack.clear()
        elif (depth := _closes(stack, text, mark, start, end)) is not None:
            found.append((stack[depth].start, end))
            del stack[depth:]
        elif _opens(text, mark, start, end):
            found += _goes_on(text, stack, mark, start, found)
            stack.append(_Open(mark, start))
    return sorted(found)


def _closes(stack: list[_Open], text: str, mark: str, start: int, end: int) -> int | None:
    """Which open quotation a mark closes; an apostrophe closes none."""
    if mark in ("’", "'") and end < len(text) and text[end].isalnum():
        return None
    if mark in ('"', "''") and _is_opening_place(text, start, end):
        return None
    # Only the innermost marks are looked at, so that time stays linear: nobody nests deeper.
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        opened = stack[depth]
        if mark in _CLOSERS[opened.mark]:
            is_long = opened.mark in ("'", "‘") and end - opened.start > MAX_SINGLE
            return None if is_long else depth
    return None


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    if mark in ("“", "„", "«", "‹"):
        return True
    if mark in ("‘", "'", "’"):
        return mark != "’" and _is_opening_place(text, start, end) and end < len(text) and not text[end].isdigit()
    # Some texts open with the closing mark: `”So it is.”`
    return mark in ('"', "''", "”") and _is_opening_place(text, start, end)


def _goes_on(
    text: str, stack: list[_Open], mark: str, start: int, found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """A mark that opens again behind a full stop: paragraphs of one quotation, run together: `"One. "Two," he said`.

    What already holds a whole quotation was opened by a stray mark.
    """
    before = text[max(0, start - 4) : start]
    if not stack or stack[-1].mark != mark or mark in "'‘" or not _STOP.search(before):
        return []
    opened = stack.pop()
    end = start - (len(before) - len(before.rstrip()))
    is_stray = end - opened.start > MAX_CARRIED or any(s > opened.start for s, _ in found[-3:])
    return [] if is_stray else [(opened.start, end)]


def _is_opening_place(text: str, start: int, end: int) -> bool:
    """Whether a mark stands before a word and behind a gap."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([{—–-:;,‘“'\"") and not after.isspace() and after not in ".,;:)]}!?"


def _carried_over(text: str, stack: list[_Open], start: int, end: int) -> list[tuple[int, int]]:
    """A quotation of several paragraphs opens each of them and closes only the last."""
    if not stack:
        return []
    after = text[end : end + 2]
    return [(stack[0].start, start)] if after.startswith(stack[0].mark) and stack[0].mark != "'" else []
