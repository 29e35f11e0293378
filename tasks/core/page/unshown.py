"""The text a page keeps in its linked data and shows by a script alone, so that none of its elements holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import Any

from tasks.core.page.margins.lines import is_call
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.text import one_line

_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|span|strong|em|b|i|a|blockquote)\b[^<>]*>", re.IGNORECASE)
_SHORTEST = 200  # code points; less may be a summary
_PROBES, _PROBE = 8, 40  # places, and code points at each, by which the text is sought among the blocks


def unshown_blocks(stated: Any, blocks: Sequence[Block], text: str) -> list[Block]:
    """The blocks of a stated text of which the page's own blocks hold nothing, and `text`, read of them, is shorter.

    What a page shows in part is read as it is shown: the rest may be for those who pay.
    """
    if not isinstance(stated, str) or len(stated) <= max(_SHORTEST, len(text)):
        return []
    markup = stated if _TAG.search(stated) else unescape(stated)
    if not _TAG.search(markup):
        markup = "".join(f"<p>{escape(line)}</p>" for line in markup.splitlines())
    body = parse(markup).body
    found = [block for block in read_blocks(body) if not is_call(block)] if body else []
    return [] if _shown(" ".join(block.text for block in found), blocks) else found


def _shown(words: str, blocks: Sequence[Block]) -> bool:
    shown = one_line(" ".join(block.text for block in blocks))
    steps = range(0, max(1, len(words) - _PROBE), max(1, len(words) // _PROBES))
    return any(words[at : at + _PROBE] in shown for at in steps)
