"""Named fields a clipping begins with: front matter, mail headers, `Title: …` lines, a one-row reading-list export."""

from __future__ import annotations

import csv
import re

from tasks.core.clipping.field_values import FIELD_OF, Fields, plain_name
from tasks.core.clipping.front_matter import FENCES, read_front_matter
from tasks.core.clipping.properties import part_properties

_ENTRY = re.compile(r"^\s{0,3}(?:[-*]\s+)?\**([^\W\d][\w :-]{0,30}?)\**\s*::?\**(?:\s+(.*))?$")
_FORWARDED = re.compile(r"^[-\s>]*(?:forwarded message|original message|begin forwarded message)\b.*$", re.IGNORECASE)
_SKIPPED = frozenset(
    [
        "to",
        "cc",
        "bcc",
        "reply-to",
        "reply_to",
        "created",
        "tags",
        "description",
        "excerpt",
        "section",
        "importance",
        "attachments",
    ]
)
# As Apple's reader copies.
_EXCERPT = re.compile(
    r"\n[ \t]*Excerpt From:?\n(.{1,250})\n(.{1,100})\n(?:.*\n)?This material may be protected by copyright\.?"
)
_CSV_HEADER = re.compile(r"^\"?(?:url|title|id)\"?,", re.IGNORECASE)


def part_fields(text: str) -> tuple[Fields, str]:
    """(the leading fields, the text behind them); without fields the whole text.

    >>> fields, rest = part_fields('---\\ntitle: "A"\\nauthor:\\n  - "[[Jane Doe]]"\\n---\\nWords')
    >>> fields.first("title"), fields.first("authors"), rest
    ('A', 'Jane Doe', 'Words')
    """
    if excerpt := _EXCERPT.search(text):
        fields = Fields()
        fields.add("title", excerpt[1], excerpt[1])
        fields.add("author", excerpt[2], excerpt[2])
        return fields, text[: excerpt.start()] + "\n\n" + text[excerpt.end() :]
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and _CSV_HEADER.match(lines[first]):
        return _one_row("\n".join(lines[first:]), text)
    if first < len(lines) and lines[first].strip() in FENCES:
        found = read_front_matter(lines, first)
        return (found[0], "\n".join(lines[found[1] :])) if found else (Fields(), text)
    if first < len(lines) and _FORWARDED.match(lines[first]):
        fields, rest = _leading_lines(lines, first + 1)
        fields.is_mail = True
        return fields, rest
    fields, rest = _leading_lines(lines, first)
    if sum(map(len, fields.values.values())) >= 2:
        return fields, rest
    return part_properties(lines, first, text)


def _leading_lines(lines: list[str], at: int) -> tuple[Fields, str]:
    fields = Fields()
    while at < len(lines):
        entry = _ENTRY.match(lines[at])
        name = plain_name(entry[1]) if entry else ""
        if entry and name in FIELD_OF and entry[2]:
            fields.add(entry[1], entry[2], lines[at])
        elif name not in _SKIPPED and lines[at].strip():
            break
        at += 1
    return fields, "\n".join(lines[at:])


def _one_row(table: str, text: str) -> tuple[Fields, str]:
    """A reading list's CSV that holds one article; a longer one is left as text."""
    try:
        rows = list(csv.DictReader(table.splitlines()))
    except csv.Error:
        return Fields(), text
    if len(rows) != 1:
        return Fields(), text
    fields, rest = Fields(), []
    for name, value in rows[0].items():
        if isinstance(name, str) and isinstance(value, str):
            fields.add(name, value, value)
            rest += [value] if name.lower() in ("selection", "highlight", "note") else []
    return fields, "\n\n".join(rest)
