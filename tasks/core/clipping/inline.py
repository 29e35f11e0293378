"""Markup inside a paragraph (Markdown, a little HTML): taken out of the words, kept as links and picture texts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tasks.core.text import mend, one_line, regular
from tasks.tables.values import Link

_TARGET = r"\(\s{{0,9}}<?(?P<{0}>[^()\n]{{0,3000}}(?:\([^()\n]{{0,300}}\)[^()\n]{{0,3000}})?)\)"
_LABEL = r"\[(?P<{0}>(?:[^\[\]]|\[[^\[\]]{{0,300}}\](?:\([^()]{{0,2000}}\))?){{0,1000}})\]"
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|~<>=])"
    r"|!\[(?P<alt>[^\[\]]{0,1000})\]" + _TARGET.format("picture") + r"|!\[\[(?P<embed>[^\[\]]{0,500})\]\]"
    r"|\[\^(?P<note>[^\[\]\s]{1,40})\](?!:)"
    r"|\[\[(?P<wiki>[^\[\]]{1,500})\]\]"
    r"|" + _LABEL.format("label") + r"(?:" + _TARGET.format("target") + r"|\[(?P<reference>[^\[\]]{0,100})\])"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,3000})>"
    r"|<(?P<close>/?)(?P<tag>u|a|b|i|em|strong|span|font|small|big|mark|sup|sub|cite|q|s|del|ins|abbr|time|code|kbd|img)"
    r"(?P<attributes>(?:\s[^<>]{0,5000})?)/?>"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|==|`{1,3})"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});)",
    re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")


@dataclass(frozen=True, slots=True)
class Inline:
    """A paragraph's words, the links in them, and the texts of its pictures."""

    text: str
    links: tuple[Link, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Literal["text", "open", "close", "mark", "picture"]
    value: str | None
    opens: bool = False
    closes: bool = False


def read_inline(source: str, definitions: dict[str, str] | None = None) -> Inline:
    """The words of a paragraph without their markup.

    `definitions` are the addresses of reference links (`[anchor][1]`); `<u>` is what some clippers leave of a link.

    >>> read_inline("He <u>said</u> **so** [here](http://a.example/)").links
    (Link(start=3, end=7, url=None), Link(start=11, end=15, url='http://a.example/'))
    """
    tokens = list(_tokens(mend(regular(source)), definitions or {}))
    dropped = _paired_marks(tokens)
    writer = _Writer()
    for index, token in enumerate(tokens):
        if token.kind == "open":
            writer.open(token.value)
        elif token.kind == "close":
            writer.close()
        elif token.kind == "picture":
            writer.pictures.append(one_line(token.value or ""))
        elif index not in dropped:
            writer.write(token.value or "")
    return writer.finish()


def _tokens(source: str, definitions: dict[str, str]) -> Iterator[_Token]:
    at = 0
    for match in _TOKEN.finditer(source):
        if match.start() > at:
            yield _Token("text", source[at : match.start()])
        yield from _token(match, source, definitions)
        at = match.end()
    yield _Token("text", source[at:])


def _token(match: re.Match[str], source: str, definitions: dict[str, str]) -> Iterator[_Token]:
    found = match.groupdict()
    if found["label"] is not None:
        yield from _link(found, match.group(), definitions)
    elif found["alt"] is not None or found["embed"] is not None:
        yield _Token("picture", found["alt"])
    elif found["wiki"]:
        yield _Token("text", found["wiki"].rpartition("|")[2])
    elif found["auto"]:
        yield from (_Token("open", found["auto"]), _Token("text", found["auto"]), _Token("close", None))
    elif found["tag"]:
        yield from _tag(found)
    elif found["mark"]:
        yield _mark(found["mark"], source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1])
    elif found["escaped"] or found["entity"]:
        yield _Token("text", found["escaped"] or html.unescape(found["entity"]))


def _link(found: dict[str, str], whole: str, definitions: dict[str, str]) -> Iterator[_Token]:
    url = found["target"]
    if url is None:
        url = definitions.get((found["reference"] or found["label"]).lower())
    if url is None:
        yield _Token("text", whole)
        return
    yield _Token("open", _TITLE.sub("", url).strip(" <>"))
    yield from _tokens(found["label"], definitions)
    yield _Token("close", None)


def _tag(found: dict[str, str]) -> Iterator[_Token]:
    name = found["tag"].lower()
    if name == "img":
        alt = _ALT.search(found["attributes"])
        yield _Token("picture", html.unescape(alt.group(1) or alt.group(2) or "") if alt else "")
    elif name in ("a", "u"):
        href = _HREF.search(found["attributes"])
        url = html.unescape(next(filter(None, href.groups()), "")) if href else None
        yield _Token("close", None) if found["close"] else _Token("open", url)


def _mark(mark: str, before: str, after: str) -> _Token:
    opens, closes = bool(after.strip()), bool(before.strip())
    if mark.startswith("_"):  # snake_case is a word, not emphasis
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Token("mark", mark, opens, closes)


def _paired_marks(tokens: list[_Token]) -> set[int]:
    """Indices of emphasis marks that have a partner; the rest are characters of the text."""
    waiting: dict[str, int] = {}
    paired: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind != "mark" or token.value is None:
            continue
        if token.closes and token.value in waiting:
            paired |= {waiting.pop(token.value), index}
        elif token.opens:
            waiting[token.value] = index
    return paired


@dataclass(slots=True)
class _Writer:
    """Collects words, white space collapsed, and where the open link began."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    opened: list[tuple[int, str | None]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        line = re.sub(r"\s+", " ", text)
        line = line.lstrip() if self.spaced else line
        if line:
            self.pieces.append(line)
            self.length += len(line)
            self.spaced = line.endswith(" ")

    def open(self, url: str | None) -> None:
        self.opened.append((self.length, url))

    def close(self) -> None:
        if self.opened:
            start, url = self.opened.pop()
            self.links.append(Link(start=start, end=self.length, url=url))

    def finish(self) -> Inline:
        text = "".join(self.pieces).rstrip()
        return Inline(text, tuple(_trimmed(self.links, text)), tuple(self.pictures))


def _trimmed(links: list[Link], text: str) -> Iterator[Link]:
    """Links without the white space at their edges, in order; those without a word are dropped."""
    for link in sorted(links, key=lambda link: (link.start, link.end)):
        anchor = text[link.start : link.end]
        start = link.start + len(anchor) - len(anchor.lstrip())
        if anchor.strip():
            yield Link(start=start, end=start + len(anchor.strip()), url=link.url)
