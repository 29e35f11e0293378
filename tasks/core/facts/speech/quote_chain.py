"""Chains of quotations: the paragraphs of one speech, each opened with a mark and only the last one closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tasks.core.facts.speech.cover import Span

_CLOSING = "”“\"'’»›"  # `„Ja“` closes with what opens elsewhere


def outermost(quotes: Iterable[Span]) -> Iterator[Span]:
    """The quotations that lie in no other; `quotes` are sorted."""
    reach = -1
    for quote in quotes:
        if quote[0] >= reach:
            yield quote
            reach = quote[1]


def chains(text: str, quotes: Sequence[Span]) -> list[list[Span]]:
    """Quotations grouped by speech: one that stays open is carried on by the next.

    >>> chains('"One. "Two," he said. "Three."', [(0, 5), (6, 12), (22, 30)])
    [[(0, 5), (6, 12)], [(22, 30)]]
    """
    found: list[list[Span]] = []
    is_open = False
    for quote in outermost(quotes):
        if is_open:
            found[-1].append(quote)
        else:
            found.append([quote])
        is_open = text[quote[1] - 1] not in _CLOSING
    return found
