"""Captions of an article's pictures, and who took them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.page.margins.lines import captioned, heads_others, is_call, is_credited
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import ARTICLE, FIGURE, HEADINGS
from tasks.core.page.markup.frames import Frame, around
from tasks.core.page.markup.names import BYLINE, CAPTION, OFFER, PROMO, RELATED, name_flags
from tasks.core.text import mend
from tasks.tables.values import Caption

# `Ships off Malta. Photo: J. Kowal`, `Ships off Malta (Navy via AP)`, `Ships off Malta. J. Kowal/Reuters`.
_CREDIT = re.compile(
    r"(?:^|[\s(\[|–—/-])(?:(?:photo(?:graph)?s?|foto|фото|courtesy)\s?(?:by|of|credit|courtesy)?\s?[:/©]?|"
    r"(?:images?|pictures?|credits?|sources?)\s?(?:by|of|credit|courtesy|[:/©])\s?[:/©]?|©)"
    r"\s*(?P<credit>[^()\[\]]{2,80}?)[)\]]?\s*$"
    r"|[(\[](?P<bracketed>[^()\[\]]{0,60}(?:/|via|images|reuters|afp|ap photo)[^()\[\]]{0,40})[)\]]\s*$",
    re.IGNORECASE,
)
_CREDIT_LINE = re.compile(
    r"\W*(?:(?:photo(?:graph)?s?|images?|pictures?|foto|bild|fotó|фото|credits?)\s?(?:by|credit|courtesy)?\s?[:/©]|"
    r"(?:photo|picture|image|foto) (?:by|von|av|di|de)\s|courtesy of\s|©\s?\D)",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 80  # code points
_SENTENCE = re.compile(r"(?<=\w{3}[.!?”\"])\s")
_NAMED = re.compile(r"[^!?()\[\]/]{2,40}(?:/|\svia\s)[^!?()\[\]]{2,40}")
_COUNTER = re.compile(r"(?:image|photo|picture|foto|slide)?\s?\d{1,3}\s?(?:of|/|de|von|из)[\s/]*\d{1,3}", re.IGNORECASE)
_VIEW = re.compile(
    r"(?:lihat|view|see|open|ver|voir|zobacz|открыть|vergrößern|enlarge)\s(?:foto|photos?|images?|gallery|galeri)|"
    r"(?:(?:hide|show|toggle|previous|next|back to|close)\s(?:captions?|slides?|gallery|image|photos?)\s?)+",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"[©ⓒ]\s?\d{4}|\brights reserved|riservat[ao]\b|rezervuara|reservados\b|réservés\b", re.IGNORECASE)
# Where a credit, shown in a line of its own, touches the words: `at the border.Jan Kowal`, `at the borderJAN KOWAL`.
_TOUCHING = re.compile(
    r"(?<=[a-zà-ÿ0-9]{2}[.!?])(?=[A-ZÀ-Þ][\w.]*(?:[;/,]| [/A-ZÀ-Þ]))|"
    r"(?<=[a-zà-ÿ]{3})(?=[A-Z]{3,} [A-Z]{2})|(?<=[a-zà-ÿ.!?][”»])(?=[A-ZÀ-Þ]\w)"
)
# `photoDesc`, `image-text`, `foto_txt`, `imgTitle`
_PICTURE_TEXT = re.compile(
    r"(?:image|img|photo|foto|bild|picture|pic|media)s?[a-z]{0,8}[-_]{0,2}(?:desc|text|txt|info|title|cap|cptn|legend)|"
    r"\b(?:didascalia|leyenda|pie-?(?:de-?)?foto|bildunterschrift|bildtexte?|kepalairas|onderschrift|bijschrift|cptn)",
    re.IGNORECASE,
)
# `desc` in an element named `article_image`
_TEXT = re.compile(r"(?:desc(?:ription)?|text|txt|opis|info|legend)", re.IGNORECASE)
_PICTURE = re.compile(r"image|img|photo|foto|bild|picture", re.IGNORECASE)
_STOPS = '.!?。！？”"'
_SHORTEST, _LONGEST = 10, 700  # code points
_ABOVE_HEADLINE = 6  # blocks
_NEAR = 3  # blocks before the text in which its first picture stands
_NAME = 8  # words; a longer credit is the caption itself


def captions(blocks: Sequence[Block], chosen: Sequence[bool], title: str = "", headline: int = 0) -> list[Caption]:
    """Captions of the pictures that stand in the article or above it; a gallery may repeat the headline.

    `headline` is the place of its block: what stands between it and the text, or close above it in the article, and
    calls itself a caption, is one too.
    """
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen]
    if not places:
        return []
    near = max(0, places[0] - _NEAR)
    first = max(0, headline - _ABOVE_HEADLINE)
    above = [i for i in range(first, near) if _is_below_picture(blocks[i], is_above=i < headline)]
    within = range(near, min(places[-1] + 2, len(blocks)))
    told = [i for i in (*above, *within) if not chosen[i] and blocks[i].text != title and _is_caption(blocks[i])]
    lines: list[list[str]] = []  # of each caption
    last: int | None = None
    for index in told:
        text = _TOUCHING.sub(" ", mend(blocks[index].text))
        if last is None or not (_is_same(blocks, last, index) or _is_pair(blocks, last, index, len(lines[-1]))):
            lines.append([text])
        elif _is_credit(lines[-1][-1]):  # that stands above its caption
            lines[-1].insert(0, text)
        else:
            lines[-1].append(text)
        last = index
    found = {" ".join(parts): parts for parts in lines}
    return [Caption(start=None, end=None, text=text, credit=_credit(text, parts)) for text, parts in found.items()]


def _is_same(blocks: Sequence[Block], last: int, index: int) -> bool:
    """Whether two lines stand in one `figcaption`."""
    caption = captioned(blocks[last])
    return caption is not None and caption is captioned(blocks[index])


def _is_pair(blocks: Sequence[Block], last: int, index: int, parts: int) -> bool:
    """Whether one of two lines is a caption, of as many `parts` so far, and the other the credit beside it."""
    above, below = blocks[last], blocks[index]
    figure, other = _figure(above), _figure(below)
    if figure is not None and figure is other:
        return parts == 1 and _is_credit(above.text) != _is_credit(below.text)
    if index > last + 2 or below.after_image:
        return False
    if above.frame.parent is below.frame.parent and "credit" in below.frame.names.lower():
        return "credit" not in above.frame.names.lower()
    is_bare = captioned(above) is not None and other is None and credit_of(above.text) is None
    return index == last + 1 and is_bare and _is_credit(below.text)


def _is_below_picture(block: Block, *, is_above: bool) -> bool:
    """Whether a block between a headline and its text, or above both in an article, is a picture's."""
    if block.anchors or (is_above and not block.frame.flags & ARTICLE):
        return False
    is_named = block.after_image and bool(name_flags(block.frame.names) & CAPTION or _is_named_text(block))
    return captioned(block) is not None or is_named or (_is_credit(block.text) and _figure(block) is not None)


def _is_named_text(block: Block) -> bool:
    """Whether the names of the element below a picture, or of the one around it, say that it is the picture's text."""
    if not block.after_image:
        return False
    own, outer = block.frame.names, block.frame.parent.names if block.frame.parent else ""
    is_picture = _PICTURE.search(outer) is not None and not name_flags(outer) & (BYLINE | OFFER | PROMO | RELATED)
    is_text = is_picture and _TEXT.fullmatch(own) is not None
    return is_text or _PICTURE_TEXT.search(f"{own} {outer}") is not None


def _figure(block: Block) -> Frame | None:
    """The `figure` a block stands in."""
    if not block.frame.flags & FIGURE:
        return None
    return next((frame for frame in around(block.frame) if frame.tag == "figure"), None)


def _is_credit(text: str) -> bool:
    """Whether a line is no more than a credit."""
    return len(text) <= _LONGEST_CREDIT and _CREDIT_LINE.match(text) is not None


def _credit(text: str, parts: Sequence[str]) -> str | None:
    """The credit in the text, or the short line behind a sentence."""
    is_named = len(parts) > 1 and parts[-2][-1] in _STOPS and parts[-1][-1] not in _STOPS
    return credit_of(text) or (parts[-1] if is_named and len(parts[-1].split()) <= _NAME else None)


def credit_of(text: str) -> str | None:
    """Who a caption thanks for the picture.

    >>> credit_of("Ships off Malta. Photo: J. Kowal"), credit_of("Ships off Malta (Navy via AP)")
    ('J. Kowal', 'Navy via AP')
    """
    if match := _CREDIT.search(text):
        credit = match["credit"] or match["bracketed"] or ""
    else:
        last = _SENTENCE.split(text)[-1]
        credit = last if _NAMED.fullmatch(last) else ""
    credit = credit.strip(" .|-–—:")
    is_name = not credit[:1].islower() or "." in credit or "/" in credit
    return credit if credit and is_name and len(credit.split()) <= _NAME else None


def _is_caption(block: Block) -> bool:
    if not _SHORTEST <= len(block.text) <= _LONGEST:
        return False
    if block.text[0] in "©ⓒ" and _RIGHTS.search(block.text, 1):
        return False
    is_control = _COUNTER.fullmatch(block.text) or _VIEW.fullmatch(block.text)
    return (is_credited(block) or _is_marked(block)) and not is_control


def _is_marked(block: Block) -> bool:
    """Whether a block stands where captions do, and is none of what else stands there: teasers, headings, rights."""
    frame = block.frame
    if not (frame.flags & CAPTION or frame.tag == "caption" or captioned(block) or _is_named_text(block)):
        return False
    said = name_flags(frame.names)
    is_named = bool(said & CAPTION)
    is_teaser = block.linked * 2 > len(block.text) and not frame.flags & FIGURE
    is_other = is_teaser or said & OFFER > 0 or (frame.tag in HEADINGS and not is_named)
    return not (
        _RIGHTS.search(block.text)
        or (is_other and credit_of(block.text) is None)
        or is_call(block)
        or heads_others(block)
    )
