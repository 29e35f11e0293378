"""Captions and placeholders in a clipping: what belongs to a picture or an embedded player, not to the text."""

from __future__ import annotations

import re

from tasks.core.clipping.blocks import Block
from tasks.core.clipping.inline import read_inline
from tasks.tables.values import Caption

_PLACEHOLDER = re.compile(
    r"^\W*(?:embed(?:ded)?(?:\s(?:content|media|tweet|video|post))?|video|image|photo|picture|audio|tweet|gallery|"
    r"advertisement|iframe|media|infographic|twitter|instagram|youtube)\s*:?\W*$",
    re.IGNORECASE,
)
_BOLD_END = re.compile(
    r"^(?P<text>.*[.!?…)\"”’])\s*(?P<mark>\*\*|__|\*|_)(?P<credit>[^*]{2,80}?)(?P=mark)\s*$", re.DOTALL
)
_NAMED_CREDIT = re.compile(
    r"^(?P<text>.*?)\s*[(\[|]?\s*\b(?:photo(?:graph)?s?|image|picture|credit|foto|фото|courtesy)\s?"
    r"(?:by|credit|courtesy(?:\sof)?|source)?\s?[:/©]?\s+(?P<credit>[^().]{2,80})[)\]]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_OWNER = re.compile(
    r"/|©|\b(?:ap|afp|epa|reuters|getty|tass|upi|dpa|photo|handout|courtesy|via|images?|news agency)\b", re.IGNORECASE
)
_LONGEST_CAPTION = 600


def is_placeholder(block: Block) -> bool:
    """Whether the block only marks the place of something that was not copied (`Embed:`)."""
    return bool(_PLACEHOLDER.match(block.source))


def read_caption(block: Block, is_first: bool) -> Caption | None:
    """The caption a block is: a sentence followed by its credit, marked off from it. None for the article's own words.

    `is_first` says that the block stands before any of the text, where a picture stands too.

    >>> read_caption(Block("Ships off Malta. **Navy / AP**"), is_first=False)
    Caption(start=None, end=None, text='Ships off Malta.', credit='Navy / AP')
    """
    source = block.source.strip()
    if block.level or len(source) > _LONGEST_CAPTION:
        return None
    match = _BOLD_END.match(source)
    if match and not re.search(r"[.!?]\W*$", match["credit"]) and (is_first or _OWNER.search(match["credit"])):
        return _caption(match["text"], match["credit"])
    if re.match(r"^\W*(?:photo|image|picture|credit|foto|фото)\W", source, re.IGNORECASE) or "![" in source:
        named = _NAMED_CREDIT.match(source)
        if named and len(source) < _LONGEST_CAPTION // 2 and not read_inline(named["text"]).text:
            return _caption(source, named["credit"])
    return None


def _caption(text: str, credit: str) -> Caption:
    return Caption(start=None, end=None, text=read_inline(text).text, credit=read_inline(credit).text or None)
