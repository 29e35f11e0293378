"""A page's tree as blocks: the runs of words a browser shows apart, each with the elements around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from tasks.core.page.elements import (
    ARTICLE,
    BODY,
    BOLD,
    FLAGS,
    HIDDEN,
    INLINE,
    ITALIC,
    LEAVES,
    MAIN,
    MARKED,
    UNREAD,
)
from tasks.core.page.names import name_flags
from tasks.core.text import regular

_ROLES = {"main": MAIN, "article": ARTICLE}
_NAMING = frozenset(("class", "id"))


@dataclass(slots=True, eq=False)
class Frame:
    """A block-level element; `flags` are its own and its ancestors' (see `elements`)."""

    tag: str
    names: str
    flags: int
    depth: int
    parent: Frame | None
    container: Frame | None = None


@dataclass(slots=True, eq=False)
class Block:
    """A run of words; `anchors` are (start, end, href) in code points of `text`."""

    text: str
    frame: Frame
    anchors: list[tuple[int, int, str]]
    linked: int
    bold: int
    italic: int
    after_image: bool


@dataclass(slots=True)
class _Walk:
    """The state of one walk through a tree."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    marks: list[tuple[int, str | None]] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    strong_depth: int = 0
    italic_depth: int = 0
    breaks: int = 0
    image: bool = False

    def flush(self, frame: Frame) -> None:
        """End the open block."""
        if self.pieces:
            text, anchors = _joined(self.pieces, self.marks)
            if text:
                linked = sum([end - start for start, end, _ in anchors]) if anchors else 0
                self.blocks.append(Block(text, frame, anchors, linked, self.bold, self.italic, self.image))
                self.image = False
            self.pieces = []
            self.bold = self.italic = 0
        if self.marks:
            # A link around several blocks goes on behind the block's end.
            href = self.marks[-1][1]
            self.marks = [(0, href)] if href is not None else []

    def text(self, words: str) -> None:
        """Add the words of a text node."""
        if not words.isascii():
            words = regular(words)
        if self.strong_depth:
            self.bold += len(words)
        if self.italic_depth:
            self.italic += len(words)
        self.pieces.append(words)
        if self.breaks and not words.isspace():
            self.breaks = 0

    def line_break(self, frame: Frame) -> None:
        """Two line breaks end a paragraph, one is white space."""
        self.breaks += 1
        self.pieces.append(" ")
        if self.breaks > 1:
            self.flush(frame)

    def enter(self, node: LexborNode, name: str) -> None:
        """Begin a link or an emphasis."""
        if name == "a":
            self.marks.append((len(self.pieces), node.attributes.get("href") or ""))
        elif name in BOLD:
            self.strong_depth += 1
        elif name in ITALIC:
            self.italic_depth += 1

    def leave(self, name: str) -> None:
        """End a link or an emphasis."""
        if name == "a":
            self.marks.append((len(self.pieces), None))
        elif name in BOLD:
            self.strong_depth -= 1
        elif name in ITALIC:
            self.italic_depth -= 1


def read_blocks(root: LexborNode) -> list[Block]:
    """Blocks below `root` in document order."""
    walk = _Walk()
    frame = Frame(root.tag or "body", "", 0, 0, None)
    frame.container = frame
    # Children still to be read, the block-level element around them, and the inline element they stand in, if any.
    path: list[tuple[Iterator[LexborNode], Frame, str]] = [(root.iter(include_text=True), frame, "")]
    while path:
        children, frame, inline = path[-1]
        below = _next_element(children, walk, frame)
        if below is not None:
            path.append(below)
            continue
        path.pop()
        if inline:
            if inline in MARKED:
                walk.leave(inline)
        elif walk.pieces or walk.marks:
            walk.flush(frame)
    return walk.blocks


def _next_element(
    children: Iterator[LexborNode], walk: _Walk, frame: Frame
) -> tuple[Iterator[LexborNode], Frame, str] | None:
    """Read text up to the next element that holds something; None at the end of the children."""
    for node in children:
        name = node.tag or ""
        if name == "-text":
            words = node.text_content
            if words and (walk.pieces or not words.isspace()):
                walk.text(words)
        elif name == "br":
            walk.line_break(frame)
        elif name in INLINE:
            if name == "img":
                walk.image = True
                continue
            if name in MARKED:
                walk.enter(node, name)
            return node.iter(include_text=True), frame, name
        elif name and name not in UNREAD and name[0] not in "-!":
            if walk.pieces or walk.marks:
                walk.flush(frame)
            return node.iter(include_text=True), _frame(node, name, frame), ""
    return None


def _frame(node: LexborNode, name: str, parent: Frame) -> Frame:
    attributes = node.attributes
    flags = parent.flags | FLAGS.get(name, 0)
    names = ""
    if attributes:
        style, own = attributes.get("class"), attributes.get("id")
        names = f"{style} {own}" if style and own else style or own or ""
        if names:
            flags |= name_flags(names)
        if not _NAMING.issuperset(attributes):
            flags |= _stated_flags(attributes)
    frame = Frame(name, names, flags, parent.depth + 1, parent)
    frame.container = parent.container if name in LEAVES else frame
    return frame


def _stated_flags(attributes: Mapping[str, str | None]) -> int:
    """What attributes besides class and id say of an element's text."""
    flags = _ROLES.get(attributes.get("role") or "", 0)
    if attributes.get("itemprop") == "articleBody":
        flags |= BODY
    style = attributes.get("style")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style and "display:none" in style.replace(" ", ""))
    ):
        flags |= HIDDEN
    return flags


def _joined(pieces: list[str], marks: list[tuple[int, str | None]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The pieces as one line, white space collapsed, and where the links in it stand."""
    if not marks:
        return " ".join("".join(pieces).split()), []
    line, anchors, at = "", [], 0
    is_spaced = True  # so far ends with white space
    opened: tuple[int, str] | None = None
    for index, href in [*marks, (len(pieces), None)]:
        if run := "".join(pieces[at:index]):
            at = index
            words = " ".join(run.split())
            if words:
                line += words if is_spaced or not run[0].isspace() else f" {words}"
                is_spaced = False
            if not is_spaced and run[-1].isspace():
                line += " "
                is_spaced = True
        if opened:
            start = opened[0] + (line[opened[0] : opened[0] + 1] == " ")
            end = len(line) - is_spaced if line else 0
            if start < end:
                anchors.append((start, end, opened[1]))
        opened = (len(line), href) if href is not None else None
    return line.rstrip(), anchors
