"""Lines that are what they are wherever they stand: calls to other pages, credits of pictures, quoted posts."""

from __future__ import annotations

import re

from tasks.core.page.blocks import Block, Frame

_MORE = re.compile(
    r"(?:read more|read also|also read|related|see also|see more|more|don[’']t miss|watch|recommended|must[ -]read|"
    r"up next|next|previous)\b[^.]{0,25}:",
    re.IGNORECASE,
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+Z-]+")
_CREDITED = re.compile(
    r"\((?:image|photo|picture|pic|foto|source|credit)s?\s?(?:by|credit|courtesy|:|/)[^()]{0,60}\)$", re.IGNORECASE
)
_LINE = 25  # code points; shorter ones may be the name of a section
_LONGEST_CAPTION = 250  # code points
# Names that the networks' own markup for quoted posts carries; what it holds is the post's words, its author and day.
_POSTS = ("twitter-tweet", "twitter-video", "bluesky-embed")


def is_call(block: Block) -> bool:
    """Whether a block leads elsewhere or speaks to machines: `Read more:` links, linked lines in capitals, addresses.

    On 792 marked pages one such line in twenty was its article's.
    """
    text = block.text
    if block.linked * 2 > len(text):
        in_capitals = len(text) > _LINE and block.linked * 10 > 9 * len(text) and text.isupper()
        return in_capitals or _MORE.match(text) is not None
    if " " not in text and not block.linked:
        return text.startswith(("http://", "https://", "www.")) or _INSTANT.fullmatch(text) is not None
    return is_credited(block)


def is_credited(block: Block) -> bool:
    """Whether a block is a caption by its last words: `Ships off Malta (Image: Navy)`."""
    return block.text.endswith(")") and len(block.text) < _LONGEST_CAPTION and bool(_CREDITED.search(block.text))


def is_quoted_post(block: Block) -> bool:
    """Whether a block belongs to a post of a social network set as a quotation."""
    frame: Frame | None = block.frame
    while frame is not None and frame.tag != "blockquote":
        frame = frame.parent
    return frame is not None and any(name in frame.names for name in _POSTS)
