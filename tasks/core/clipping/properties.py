"""Properties that stand in a clipping below its title, or at its end, as note programs write them."""

from __future__ import annotations

import re

from tasks.core.clipping.field_values import FIELD_OF, Fields, plain_name

_PROPERTY = re.compile(r"^\s*(?:[-*]\s+)?\**([^\W\d][\w -]{0,24})\**\s*::?\**(?:\s+(.{0,300}))?$")
_TEMPLATE = re.compile(r"^#{1,3}\s*(?:metadata|properties|info)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r".{60}[.!?][\"'”’»)]*$")
_LONGEST_VALUE = 120
_FIRST_LINES, _FEW_ABOVE = 12, 3  # where such a block may begin, and the lines of words above it
_MANY_PROPERTIES = 6  # at the end of a text, where prose with two colons is common
_MOST_LINES = 25  # of a block of properties


def part_properties(lines: list[str], first: int, text: str) -> tuple[Fields, str]:
    """A block of properties below the first line (Notion, Readwise, Roam) or at the end (Joplin's raw export)."""
    near = range(first + 1, min(len(lines), first + _FIRST_LINES))
    above = next((i for i in near if _known(lines[i])), None)
    if above and not any(map(_is_prose, lines[first:above])) and sum(map(bool, lines[first:above])) <= _FEW_ABOVE:
        behind = _behind_block(lines, above)
        if fields := _block(lines[above:behind]):
            kept = [line for line in lines[first:above] if not _TEMPLATE.match(line)]
            return fields, "\n".join([*kept, "", *lines[behind:]])
    last = max((i for i in range(len(lines)) if lines[i].strip()), default=0)
    start = next((i for i in range(last, -1, -1) if not _PROPERTY.match(lines[i])), -1) + 1
    if fields := _block(lines[start : last + 1], fewest=_MANY_PROPERTIES):
        return fields, "\n".join(lines[:start])
    return Fields(), text


def _block(lines: list[str], fewest: int = 2) -> Fields | None:
    """The fields of a block in which at least two are known, None where it is none."""
    fields = Fields()
    entries = [entry for line in lines if (entry := _PROPERTY.match(line))]
    for entry in entries:
        if entry[2]:
            fields.add(entry[1], entry[2], entry[0])
    return fields if len(entries) >= fewest and sum(map(len, fields.values.values())) >= 2 else None


def _behind_block(lines: list[str], at: int) -> int:
    end = at
    while end < min(len(lines), at + _MOST_LINES) and (entry := _PROPERTY.match(lines[end])):
        if len(entry[2] or "") > _LONGEST_VALUE and plain_name(entry[1]) not in FIELD_OF:
            break
        end += 1
    return end


def _known(line: str) -> bool:
    entry = _PROPERTY.match(line)
    return bool(entry and entry[2] and plain_name(entry[1]) in FIELD_OF)


def _is_prose(line: str) -> bool:
    return "](" not in line and (len(line) > _LONGEST_VALUE or _SENTENCE.search(line) is not None)
