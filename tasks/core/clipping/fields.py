"""Named fields a clipping begins with: front matter, mail headers, `Title: …` lines, a one-row reading-list export."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field

_NAMES = {
    "title": "title headline subject name betreff titel titre título тема заголовок full_title",
    "authors": "author authors byline creator by writer autor auteur автор",
    "publisher": "publisher site site_name sitename website publication outlet newspaper journal from domain",
    "published": "published published_at published_on publish_date date_published publication_date pubdate date datum "
    "fecha дата sent",
    "url": "source url link source_url original_url canonical permalink uri href source_link original",
}
_FIELD_OF = {name: kind for kind, names in _NAMES.items() for name in names.split()}
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
_CSV_HEADER = re.compile(r"^\"?(?:url|title|id)\"?,", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """What the fields say, and the lines of the address as given."""

    values: dict[str, list[str]] = field(default_factory=dict)
    address_text: str = ""
    is_mail: bool = False

    def first(self, kind: str) -> str | None:
        """The first value of a kind that is not empty."""
        return next(filter(None, self.values.get(kind, [])), None)

    def add(self, name: str, value: str, line: str) -> None:
        """Keep one value under the kind its name stands for."""
        kind = _FIELD_OF.get(_plain_name(name))
        if kind == "url":
            self.address_text = self.address_text or line
        if kind:
            self.values.setdefault(kind, []).append(_unquoted(value))


def part_fields(text: str) -> tuple[Fields, str]:
    """(the leading fields, the text behind them); without fields the whole text.

    >>> fields, rest = part_fields('---\\ntitle: "A"\\nauthor:\\n  - "[[Jane Doe]]"\\n---\\nWords')
    >>> fields.first("title"), fields.first("authors"), rest
    ('A', 'Jane Doe', 'Words')
    """
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and _CSV_HEADER.match(lines[first]):
        return _one_row("\n".join(lines[first:]), text)
    if first < len(lines) and lines[first].strip() in ("---", "+++"):
        return _front_matter(lines, first, text)
    if first < len(lines) and _FORWARDED.match(lines[first]):
        fields, rest = _leading_lines(lines, first + 1)
        fields.is_mail = True
        return fields, rest
    fields, rest = _leading_lines(lines, first)
    return (fields, rest) if sum(map(len, fields.values.values())) >= 2 else (Fields(), text)


def _front_matter(lines: list[str], first: int, text: str) -> tuple[Fields, str]:
    fence = lines[first].strip()
    end = next((i for i in range(first + 1, len(lines)) if lines[i].strip() in (fence, "...")), None)
    block = lines[first + 1 : end] if end else []
    if not any(_ENTRY.match(line) for line in block):
        return Fields(), text
    fields, name = Fields(), ""
    for line in block:
        entry = _ENTRY.match(line)
        if entry and not line.startswith((" ", "\t", "-")):
            name = entry[1]
            for value in _listed(entry[2] or ""):
                fields.add(name, value, line)
        elif name and line.strip():
            fields.add(name, line.strip().removeprefix("- "), line)
    return fields, "\n".join(lines[(end or 0) + 1 :])


def _leading_lines(lines: list[str], at: int) -> tuple[Fields, str]:
    fields = Fields()
    while at < len(lines):
        entry = _ENTRY.match(lines[at])
        name = _plain_name(entry[1]) if entry else ""
        if entry and name in _FIELD_OF and entry[2]:
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


def _plain_name(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _listed(value: str) -> list[str]:
    inner = value.strip()
    if inner.startswith("[") and inner.endswith("]") and not inner.startswith("[["):
        return [item.strip() for item in inner[1:-1].split(",")]
    return [inner] if inner else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        escaped = "''" if value[0] == "'" else '\\"'  # YAML's two ways to quote its own quotation mark
        value = value[1:-1].replace(escaped, value[0])
    return re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", value).strip()
