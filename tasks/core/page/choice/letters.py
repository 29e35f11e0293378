"""What a page's blocks say in numbers: how long their texts are, how much is linked, and which are prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.core.page.markup.block import Block
from tasks.core.text import FIRST_DENSE

# A sentence ends where a stop stands before a space or at a text's end, and at every stop of scripts without spaces.
_SENTENCE_END = re.compile(r"[.?!…](?= |\Z)|[。？！।॥؟۔።։]")
_STOPS = frozenset(".?!…")
# Ideographs and kana say in one letter what others say in two or three.
_DENSE_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_BEGINNING = 40  # code points that tell the script
_SENTENCE = 60  # letters; shorter blocks are hardly text


@dataclass(slots=True)
class Texts:
    """Of each block: its text, its size in letters, how much of that is linked, and how much is prose.

    A block that is no prose, for it is short, half linked or ends no sentence, has none.
    """

    lines: list[str]
    size: list[int]
    linked: list[int]
    plain: list[int]


def texts_of(blocks: Sequence[Block]) -> Texts:
    """The texts of blocks, measured; no text is empty."""
    lines: list[str] = []
    sizes: list[int] = []
    linked: list[int] = []
    plain: list[int] = []
    for block in blocks:
        line = block.text
        size, links = _size(line), block.linked
        if links and size != len(line):
            links = links * size // len(line)
        is_plain = size > _SENTENCE and links * 2 < size and (line[-1] in _STOPS or _SENTENCE_END.search(line))
        lines.append(line)
        sizes.append(size)
        linked.append(links)
        plain.append(size - links if is_plain else 0)
    return Texts(lines, sizes, linked, plain)


def _size(line: str) -> int:
    """The length that a text would have in letters, if it begins in a dense script or with a sign.

    >>> _size("Ten ships"), _size("橋が落ちた。")
    (9, 13)
    """
    size = len(line)
    if line.isascii() or max(line[:_BEGINNING]) < FIRST_DENSE:
        return size
    return size + 3 * len(_DENSE_LETTER.findall(line)) // 2
