"""What a clipping's named fields are called, and the values read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAMES = {
    "title": "title headline subject name betreff titel titre título тема заголовок full_title",
    "authors": "author authors byline creator by writer autor auteur автор author(s)",
    "publisher": "publisher site site_name sitename website publication outlet newspaper journal from domain",
    "published": "published published_at published_on publish_date date_published publication_date pubdate date datum "
    "fecha дата sent date_publish publishdate posted",
    "url": "source url link source_url original_url canonical permalink uri href source_link original web_address",
}
FIELD_OF = {name: kind for kind, names in _NAMES.items() for name in names.split()}


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
        kind = FIELD_OF.get(plain_name(name))
        if kind == "url":
            self.address_text = self.address_text or line
        if kind:
            self.values.setdefault(kind, []).append(_unquoted(value))


def plain_name(name: str) -> str:
    """A field's name in lower case, its words parted by `_`."""
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        escaped = "''" if value[0] == "'" else '\\"'  # YAML's two ways to quote its own quotation mark
        value = value[1:-1].replace(escaped, value[0])
    elif value[:1] == '"' and value.count('"') == 1:
        value = value[1:]  # its end was lost
    return re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", value).strip()
