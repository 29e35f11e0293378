"""A clipping read as a person reads it: title, date, byline, captions, text, links, and where its address stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tasks.core.clipping.address import anchor_title, part_address
from tasks.core.clipping.blocks import Block, split_blocks
from tasks.core.clipping.captions import is_placeholder, read_caption
from tasks.core.clipping.field_values import Fields
from tasks.core.clipping.fields import part_fields
from tasks.core.clipping.header import names_of, part_header
from tasks.core.clipping.inline import read_inline
from tasks.core.date.instant import read_moment
from tasks.core.paragraph import Paragraph, assemble
from tasks.core.text import one_line
from tasks.tables.values import Caption, Heading, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """What somebody kept of an article; offsets are code points into `body`, end exclusive."""

    title: str | None
    authors: list[str]
    publisher: str | None
    published_on: date | None
    published_rule: str | None
    published_at: datetime | None = None
    body: str
    links: list[Link]
    captions: list[Caption]
    headings: list[Heading]
    address_text: str


def read_clipping(text: str) -> Clipping:
    """Read one clipping; never raises, and every word is in one of its parts or in the fields it begins with.

    `address_text` is the part where the address stands, damage included, empty where there is none.

    >>> clipping = read_clipping("Ships meet\\n\\nMay 2, 2020\\n\\nShips <u>met</u> off Malta.\\n\\nSource: http://a.example/b")
    >>> clipping.title, clipping.published_on, clipping.body, clipping.address_text
    ('Ships meet', datetime.date(2020, 5, 2), 'Ships met off Malta.', 'Source: http://a.example/b')
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fields, rest = part_fields(text)
    address_text = fields.address_text
    if not address_text:
        address_text, rest = part_address(rest)
    blocks, definitions = split_blocks(rest)
    blocks = [block for block in blocks if not is_placeholder(block)]
    header, blocks = part_header(blocks, _line(fields.first("title") or anchor_title(address_text)))
    captions, paragraphs = _part_captions(blocks, definitions)
    body = assemble(paragraphs)
    moment = read_moment(fields.first("published") or "")
    field_day = moment.day if moment else None
    return Clipping(
        title=header.title,
        authors=_authors(fields) or header.authors,
        publisher=_line(fields.first("publisher")),
        published_on=field_day or header.published_on,
        published_rule=_rule(fields, field_day, header.published_on),
        published_at=moment.at if moment else None,
        body=body.text,
        links=body.links,
        captions=captions,
        headings=body.headings,
        address_text=address_text,
    )


def _authors(fields: Fields) -> list[str]:
    stated = (one_line(value) for value in fields.values.get("authors", []))
    return list(dict.fromkeys(name for value in stated if value for name in names_of(value)))


def _part_captions(blocks: list[Block], definitions: dict[str, str]) -> tuple[list[Caption], list[Paragraph]]:
    captions: list[Caption] = []
    paragraphs: list[Paragraph] = []
    for block in blocks:
        if caption := read_caption(block, is_first=not paragraphs):
            captions.append(caption)
            continue
        inline = read_inline(block.source, definitions)
        captions += [Caption(start=None, end=None, text=alt, credit=None) for alt in inline.pictures if alt]
        if inline.text:
            paragraphs.append(Paragraph(inline.text, inline.links, block.level))
    return captions, paragraphs


def _line(value: str | None) -> str | None:
    return (read_inline(value).text or None) if value else None


def _rule(fields: Fields, field_day: date | None, line_day: date | None) -> str | None:
    if field_day:
        return "mail_header" if fields.is_mail else "front_matter"
    return "date_line" if line_day else None
