"""The fields between the fences a clipping begins with: YAML or TOML, as programs write them and people mend them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tasks.core.clipping.field_values import Fields

FENCES = ("---", "+++")
_ENTRY = re.compile(r"^([^\W\d][\w -]{0,30}?)\s*(?:::?(?=\s|$)|=)\s*(.*)$")
_KEY = re.compile(r"^([^\W\d][\w-]{0,30}):\s+(.*)$")
_SCALAR = re.compile(r"^[|>][+-]?\d?$")  # the value stands in the lines below
_ITEM = re.compile(r"^-\s+(?=\S)")
_COMMENT = re.compile(r"(?:^|\s+)#(?:\s.*)?$")  # `#tag` is a word of a title for all that YAML says
_NOTHING = re.compile(r"^(?:~|null|none|undefined|\[\]|\"\"|'')$", re.IGNORECASE)
_QUOTED = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_CELL = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)\s*(?:,|$)""")
_FEWEST = 2  # known fields of a block whose end fence was lost


@dataclass(slots=True)
class _Entry:
    """A field; `said` is what stands behind its name, `values` what stands there and below, as written."""

    name: str
    line: str
    said: str
    values: list[str] = field(default_factory=list)


def read_front_matter(lines: list[str], first: int) -> tuple[Fields, int] | None:
    """(the fields, the line behind them) of the block whose fence is line `first`; None where it holds no field.

    >>> read_front_matter(["---", "author:", "  - name: Ada Byron", "    url: http://a.example", "---"], 0)[0].values
    {'authors': ['Ada Byron']}
    """
    fence = lines[first].strip()
    end = next((i for i in range(first + 1, len(lines)) if lines[i].strip() in (fence, "...")), None)
    behind = next((i for i in range(first + 1, len(lines)) if not lines[i].strip()), len(lines)) if end is None else end
    entries = list(_entries(lines[first + 1 : behind]))
    fields = Fields()
    for entry in entries:
        for value in (plain for written in entry.values for plain in _listed(written)):
            fields.add(entry.name, value, entry.line if value in entry.line else value)
    is_one = bool(entries) if end is not None else sum(map(len, fields.values.values())) >= _FEWEST
    return (fields, behind + (end is not None)) if is_one else None


def _entries(block: list[str]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for line in block:
        words = line.strip()
        found = None if line.startswith((" ", "\t", "-", "#")) else _ENTRY.match(line)
        if found:
            if entry:
                yield entry
            said = found[2].strip()
            entry = _Entry(found[1], line, said, [said] if said and not _SCALAR.match(said) else [])
        elif entry and words:
            _go_on(entry, words)
    if entry:
        yield entry


def _go_on(entry: _Entry, words: str) -> None:
    """Take a line below a field's name: an item of a list, a key of a mapping, or more of its value."""
    item = _ITEM.sub("", words)
    key = _KEY.match(item) if not entry.said else None
    if key:
        entry.values += [key[2]] if key[1] == "name" else []
    elif entry.values and (item == words or entry.said):
        entry.values[-1] += f" {words}"
    elif not words.startswith("#"):
        entry.values.append(item)


def _listed(value: str) -> list[str]:
    """The values of `a`, `"a"`, `[a, "b, c"]`."""
    value = _without_comment(value)
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [plain for cell in _CELL.findall(value[1:-1]) if (plain := cell.strip()) and not _NOTHING.match(plain)]
    return [value] if value and not _NOTHING.match(value) else []


def _without_comment(value: str) -> str:
    quoted = _QUOTED.match(value.strip())
    rest = value.strip()[quoted.end() :] if quoted else value.strip()
    kept = _COMMENT.sub("", rest)
    return f"{quoted[0] if quoted else ''}{kept}"
