"""An outlet's name as its page prints it, told by the address: `Grain Courier` on graincourier.example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from tasks.core.text import one_line, vocabulary
from tasks.core.url.host import parted

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# Below the last part of a host, and what stands before the name of a site that another lets in.
_SECOND = vocabulary("co com org net gov ac edu or ne go gob gouv govt")
_LETS = vocabulary(
    "substack blogspot wordpress medium tumblr ghost wixsite weebly github gitlab livejournal typepad blogger"
)
_ANY = vocabulary("news blog press media online magazine radio")
_NO_NAMES = _SECOND | _LETS | _ANY | {"www", "m", "amp", "mobile"}
_SHORTEST = 4  # letters
_BETWEEN = r"\W{0,3}"  # no class: that is compiled in a tenth of the time
_MARKS = frozenset(".,'’&!·-")
_THE = "the"
_LOGOS = "a img[alt],header img[alt]"
_MOST = 20  # logos


def is_domain(name: str) -> bool:
    return _DOMAIN.fullmatch(name) is not None


def spelled_name(tree: LexborHTMLParser, title: str, address: str) -> str | None:
    """The words with capitals, in the page's title, its logos or anywhere, that are spelled as the site's host."""
    label = host_label(address)
    if len(label) < _SHORTEST or label in _ANY:
        return None
    name = label[len(_THE) :] if label.startswith(_THE) and len(label) > len(_THE) + _SHORTEST else label
    letters = _BETWEEN.join(map(re.escape, name))
    if name == label:  # its first letter first: that is sought several times as fast as what stands before it
        first = f"(?-i:[{name[0]}{name[0].upper()}])"
        letters = rf"{first}(?<![\w.@/].){letters.removeprefix(name[0])}"
    else:
        letters = rf"(?<![\w.@/])(?:the\s?)?{letters}"
    spelled = re.compile(rf"{letters}(?![\w@/]|\.\w)", re.IGNORECASE)
    printed = (match[0] for text in _texts(tree, title) for match in spelled.finditer(text))
    found = (one_line(text) for text in printed if all(map(_may_stand, text)))
    return next(filter(has_capitals, found), None)


def _may_stand(sign: str) -> bool:
    """Whether a character may stand in a name or between two parts of it."""
    return sign.isalnum() or sign.isspace() or sign in _MARKS


def has_capitals(name: str) -> bool:
    """Whether the words of a name, but for short ones, begin with no small letter."""
    return not name[0].islower() and not any(word[0].islower() for word in name.split() if len(word) >= _SHORTEST)


def host_label(address: str) -> str:
    """The part of a host that is the site's name, in letters and digits.

    >>> host_label("https://www.grain-courier.co.uk/a"), host_label("https://adasgrain.substack.com/p/a")
    ('graincourier', 'adasgrain')
    """
    parts = (parted(address).hostname or "").split(".")[:-1]
    if len(parts) > 1 and parts[-1] in _SECOND:
        parts.pop()
    if len(parts) > 1 and parts[-1] in _LETS:
        parts.pop()
    return "".join(filter(str.isalnum, parts[-1] if parts else ""))


def host_names(address: str) -> list[str]:
    """The parts of a host that may be names, in letters and digits.

    >>> host_names("https://www.ports.grain-courier.co.uk/a")
    ['ports', 'graincourier']
    """
    parts = (parted(address).hostname or "").split(".")[:-1]
    return ["".join(filter(str.isalnum, part)) for part in parts if part not in _NO_NAMES]


def _texts(tree: LexborHTMLParser, title: str) -> Iterator[str]:
    yield title
    yield from (node.attributes.get("alt") or "" for node in tree.css(_LOGOS)[:_MOST])
    if tree.body:
        yield tree.body.text(separator=" ")
