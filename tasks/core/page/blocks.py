"""A page's tree as blocks: the runs of words a browser shows apart, each with the elements around it."""

from __future__ import annotations

from collections.abc import Iterator
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
    UNREAD,
)
from tasks.core.page.names import name_flags
from tasks.core.text import regular


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
                linked = sum(end - start for start, end, _ in anchors)
                self.blocks.append(Block(text, frame, anchors, linked, self.bold, self.italic, self.image))
                self.image = False
            self.pieces = []
            self.bold = self.italic = 0
        # A link around several blocks goes on behind the block's end.
        href = self.marks[-1][1] if self.marks else None
        self.marks = [(0, href)] if href is not None else []

    def text(self, node: LexborNode) -> None:
        """Add the words of a text node."""
        words = node.text_content or ""
        if not self.pieces and words.isspace():
            return
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


def read_blocks(root: LexborNode) -> list[Block]:
    """Blocks below `root` in document order."""
    walk = _Walk()
    frame = Frame(root.tag or "body", "", 0, 0, None)
    frame.container = frame
    path: list[tuple[Iterator[LexborNode], Frame, str]] = [(root.iter(include_text=True), frame, "body")]
    while path:
        children, frame, tag = path[-1]
        node = next(children, None)
        if node is None:
            path.pop()
            _leave(walk, frame, tag)
            continue
        name = node.tag or ""
        if name == "-text":
            walk.text(node)
        elif name == "br":
            walk.line_break(frame)
        elif name in INLINE:
            if name == "img":
                walk.image = True
                continue
            _enter_inline(walk, node, name)
            path.append((node.iter(include_text=True), frame, name))
        elif name and name not in UNREAD and name[0] not in "-!":
            walk.flush(frame)
            inner = _frame(node, name, frame)
            path.append((node.iter(include_text=True), inner, ""))
    return walk.blocks


def _enter_inline(walk: _Walk, node: LexborNode, name: str) -> None:
    if name == "a":
        walk.marks.append((len(walk.pieces), node.attributes.get("href") or ""))
    elif name in BOLD:
        walk.strong_depth += 1
    elif name in ITALIC:
        walk.italic_depth += 1


def _leave(walk: _Walk, frame: Frame, tag: str) -> None:
    if not tag or tag == "body":
        walk.flush(frame)
    elif tag == "a":
        walk.marks.append((len(walk.pieces), None))
    elif tag in BOLD:
        walk.strong_depth -= 1
    elif tag in ITALIC:
        walk.italic_depth -= 1


def _frame(node: LexborNode, name: str, parent: Frame) -> Frame:
    attributes = node.attributes
    flags = parent.flags | FLAGS.get(name, 0)
    names = ""
    if attributes:
        names = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
        if names:
            flags |= name_flags(names)
        role = attributes.get("role")
        if role == "main":
            flags |= MAIN
        elif role == "article":
            flags |= ARTICLE
        if attributes.get("itemprop") == "articleBody":
            flags |= BODY
        style = attributes.get("style")
        if (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or (style and "display:none" in style.replace(" ", ""))
        ):
            flags |= HIDDEN
    frame = Frame(name, names, flags, parent.depth + 1, parent)
    frame.container = parent.container if name in LEAVES else frame
    return frame


def _joined(pieces: list[str], marks: list[tuple[int, str | None]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The pieces as one line, white space collapsed, and where the links in it stand."""
    if not marks:
        return " ".join("".join(pieces).split()), []
    line, anchors, at, spaced = "", [], 0, True
    opened: tuple[int, str] | None = None
    for index, href in [*marks, (len(pieces), None)]:
        run = "".join(pieces[at:index])
        at = index
        words = " ".join(run.split())
        if words:
            line += ("" if spaced or not run[0].isspace() else " ") + words
            spaced = False
        if opened:
            start = opened[0] + (line[opened[0] : opened[0] + 1] == " ")
            if start < len(line.rstrip()):
                anchors.append((start, len(line.rstrip()), opened[1]))
        if run and run[-1].isspace() and not spaced:
            line += " "
            spaced = True
        opened = (len(line), href) if href is not None else None
    return line.rstrip(), anchors
