"""A clipping's lines as blocks: headings, paragraphs, list items; wrapped lines joined, comments and rules gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# No further than the next beginning: 200,000 that never end took over a minute.
_COMMENT = re.compile(
    r"<!--(?:(?!<!--).){0,20000}?-->|%%.{0,20000}?%%|\s?\(\[View Highlight\]\([^()\n]{0,500}\)\)", re.DOTALL
)
_TAGS = re.compile(r"^(?:#[\w/-]+\s*)+$")  # Bear and others file a note by a line of tags
_NOTE_MARK = re.compile(r"^\[\^[^\]\s]{1,40}\]:\s*")
_BREAK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|section|article|tr)\b[^<>]{0,500}>", re.IGNORECASE)
_RULE = re.compile(r"^(?:[-*_=~•⁂·]\s?){3,}$|^\|?[\s:|-]*-{3,}[\s:|-]*$|^(?:`{3,}|~{3,})\w*$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^(?:[*+•‣▪-]\s+(?:\[[ xX]\]\s)?)(?=\S)")
_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+\S")
_QUOTE = re.compile(r"^(?:>\s?)+(?:\[![\w-]+\][+-]?\s?)?")
_DEFINITION = re.compile(r"^\[([^\]^]{1,100})\]:\s*<?(\S{1,3000}?)>?(?:\s+[\"'(].*)?$")
_BAR = re.compile(r"(?<!\\)\|")
_SENTENCE_END = re.compile(r"[.!?:;…。][\"'”’»)\]]*$")
_NARROWEST_WRAP = 36
_WIDEST_WRAP = 120  # columns; a longer line was not wrapped by a terminal or mail program


@dataclass(frozen=True, slots=True)
class Block:
    """A run of words the source keeps together; `level` is 1 to 6 for a heading, else 0."""

    source: str
    level: int = 0


def split_blocks(text: str) -> tuple[list[Block], dict[str, str]]:
    """Blocks in order, and the addresses of reference links by lower-case label."""
    definitions: dict[str, str] = {}
    blocks: list[Block] = []
    group: list[str] = []
    for line in [*_BREAK.sub("\n\n", _COMMENT.sub("", text)).split("\n"), ""]:
        stripped = _NOTE_MARK.sub("", _QUOTE.sub("", line.strip()))
        if found := _DEFINITION.match(stripped):
            definitions[found[1].lower()] = found[2]
        elif _TAGS.match(stripped):
            continue
        elif stripped and not _RULE.match(stripped):
            group.append(stripped)
        else:
            blocks += _underlined(group, stripped) or _grouped(group)
            group = []
    return blocks, definitions


def _underlined(group: list[str], rule: str) -> list[Block]:
    """A one-line group over `===` or `---` is a heading."""
    if len(group) == 1 and len(rule) >= 3 and set(rule) in ({"="}, {"-"}):
        return [Block(group[0], 1 if rule[0] == "=" else 2)]
    return []


def _grouped(lines: list[str]) -> Iterator[Block]:
    width = max(map(len, lines), default=0)
    if len(lines) == 2 and width < _NARROWEST_WRAP:
        width = _WIDEST_WRAP  # `By Ada Byron` over `March 14, 2024`: too short to be one line wrapped
    pending: list[str] = []
    for above, line in zip(["", *lines], lines, strict=False):
        heading = _HEADING.match(line)
        if pending and (heading or _starts_anew(above, line, width)):
            yield Block(" ".join(pending))
            pending = []
        if heading:
            yield Block(heading[2], len(heading[1]))
        else:
            pending.append(_cells(_ITEM.sub("", line)))
    if pending:
        yield Block(" ".join(pending))


def _starts_anew(above: str, line: str, width: int) -> bool:
    """Whether `line` begins a block: it does unless the line above ends where its first word would not have fitted."""
    if _ITEM.match(line) or _NUMBERED.match(line) or line.startswith("|"):
        return True
    if width > _WIDEST_WRAP:
        return bool(_SENTENCE_END.search(above)) or not line[:1].islower()
    return len(above) + 1 + len(line.split(maxsplit=1)[0]) <= width and not line[:1].islower()


def _cells(line: str) -> str:
    """A table row's cells, parted by bars as those of a page are."""
    if not line.startswith("|"):
        return line
    cells = (" ".join(cell.split()) for cell in _BAR.split(line))
    return " | ".join(cell for cell in cells if cell)
