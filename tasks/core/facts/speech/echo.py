"""Leaves out attributions that only repeat another: `I think` in a quotation, topics inside what somebody says."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cover import Cover, Span

_SELVES = frozenset({"i", "we", "you", "it", "they"})
_NOBODY = frozenset({"that", "this", "which", "what", "there", "you", "anyone", "nobody"})


def without_echoes(text: str, found: Sequence[Attributed], quotes: Sequence[Span]) -> list[Attributed]:
    """The attributions that say something of their own."""
    quoted = Cover(quotes)
    said = Cover((a.content_start, a.content_end) for a in found if a.is_claim)
    return [a for a in found if not _is_echo(text, a, quoted, said)]


def _is_echo(text: str, attributed: Attributed, quoted: Cover, said: Cover) -> bool:
    start, end = attributed.source_start, attributed.source_end
    if start is None or end is None:
        return False
    name = text[start:end].lower()
    if name in _NOBODY or (name in _SELVES and quoted.holds((start, end))):
        return True
    return not attributed.is_claim and (quoted.holds((start, end)) or said.holds((start, end)))
