"""Notes by which an outlet says that it corrected or changed an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count

from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import FOOTER, FORM, HIDDEN, NAV
from tasks.core.page.markup.names import COMMENT

_WORDS = (
    r"corrections?|clarification|berichtigung|korrektur|rectificatif|correction apportée|corrección|fe de erro?res|"
    r"rectificación|errata|correção|rettifica|rectificatie|rättelse|rettelse|retting|oikaisu|sprostowanie|oprava|"
    r"helyreigazítás|helyesbítés|îndreptare|erată|ispravak|ispravka|исправлен(?:ие)?|поправка|уточнение|виправлення|"
    r"διόρθωση|düzeltme|更正|訂正|정정"
)
_PHRASES = (
    r"(?:an earlier|a previous) version of this|"
    r"this (?:article|story|piece|report) (?:was|has been) (?:amended|corrected|revised)"
)
_CORRECTION = re.compile(rf"^\W{{0,3}}(?:{_WORDS}|{_PHRASES}|editor[’']s note)(?!\w)", re.IGNORECASE)
# Beside a text nothing but this is believed: a teaser may begin with such a word, a box with `Editor's note`.
_NOTE = re.compile(rf"^\W{{0,3}}(?:(?:{_WORDS})\s?[:：]|(?:{_PHRASES})\b)", re.IGNORECASE)
_CHANGE = re.compile(
    r"^\W{0,3}(?:update[ds]?(?: on)?|this (?:article|story|piece|report) (?:was|has been) (?:updated|changed))\b",
    re.IGNORECASE,
)
_ELSEWHERE = COMMENT | FOOTER | FORM | HIDDEN | NAV
_SHORTEST, _LONGEST = 30, 800  # code points
_ABOVE, _BELOW = 2, 4  # blocks from the text


def corrections(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs that say so."""
    return [
        text
        for text in paragraphs
        if _SHORTEST < len(text) <= _LONGEST and (_CORRECTION.match(text) or _CHANGE.match(text))
    ]


def with_corrections(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """With the notes on corrections just above or below a text, which often stand in an element of their own."""
    places = [*compress(count(), chosen)]
    if places:
        above = range(max(0, places[0] - _ABOVE), places[0])
        for place in (*above, *range(places[-1] + 1, min(len(blocks), places[-1] + 1 + _BELOW))):
            block, text = blocks[place], blocks[place].text
            is_own = 2 * block.linked < len(text) and not block.frame.flags & _ELSEWHERE
            is_note = is_own and _SHORTEST < len(text) <= _LONGEST and _NOTE.match(text) is not None
            chosen[place] = is_note and all(blocks[other].text != text for other in places)
    return chosen
