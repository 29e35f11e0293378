"""A page's tree as blocks: the runs of words a browser shows apart, each with the elements around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

_ROLES = {"main": MAIN, "article": ARTICLE}
_A_TEXT = 10  # sentences
_ENTRY_FOOTER = 400  # code points
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
class _Open:
    """A block-level element being read; its frame is made once words stand in it, for half of all hold none."""

    node: LexborNode
    parent: _Open | None
    frame: Frame | None = None

    def framed(self) -> Frame:
        """The element's frame, made now if it was not."""
        if self.frame is None:
            self.frame = _frame(self.node, self.parent.framed() if self.parent else None)
        return self.frame


# What reading does with a node, by its tag; every other element begins a block.
_TEXT, _SKIP, _IMAGE, _BREAK, _ENTER, _LINK, _BOLD, _ITALIC, _BLOCK, _MENU = range(10)
_ACTIONS: dict[str | None, int] = {
    **dict.fromkeys(UNREAD, _SKIP),
    **dict.fromkeys(INLINE, _ENTER),
    **dict.fromkeys(BOLD, _BOLD),
    **dict.fromkeys(ITALIC, _ITALIC),
    **dict.fromkeys((None, "", "-comment", "!doctype"), _SKIP),
    **dict.fromkeys(("nav", "footer"), _MENU),
    "-text": _TEXT,
    "br": _BREAK,
    "img": _IMAGE,
    "a": _LINK,
}


def read_blocks(root: LexborNode) -> list[Block]:
    """Blocks below `root` in document order."""
    # One loop over local names: with a function for each kind of node, reading a page took nearly twice the time.
    blocks: list[Block] = []
    pieces: list[str] = []
    marks: list[tuple[int, str | None]] = []  # where in `pieces` links begin, with their address, and end, with None
    opened = [0] * (_MENU + 1)  # how many elements of each kind are open
    bold = italic = breaks = 0
    image = False
    box = _Open(root, None)
    path: list[tuple[Iterator[LexborNode], _Open, int]] = []
    children, inside = root.iter(include_text=True), _BLOCK
    while True:
        for node in children:
            action = _ACTIONS.get(node.tag, _BLOCK)
            if action == _TEXT:
                words = node.text_content
                if not words or (not pieces and words.isspace()):
                    continue
                words = words if words.isascii() else regular(words)
                if opened[_BOLD]:
                    bold += len(words)
                if opened[_ITALIC]:
                    italic += len(words)
                pieces.append(words)
                breaks = breaks if words.isspace() else 0
            elif action >= _ENTER:
                if action >= _BLOCK:
                    if pieces or marks:
                        image = _end(blocks, pieces, marks, box, (bold, italic), image)
                        bold = italic = 0
                    if action == _MENU and _is_navigation(node):
                        continue
                path.append((children, box, inside))
                children, inside = node.iter(include_text=True), action
                opened[action] += 1
                if action >= _BLOCK:
                    box = _Open(node, box)
                elif action == _LINK:
                    marks.append((len(pieces), node.attributes.get("href") or ""))
                break
            elif action == _IMAGE:
                image = True
            elif action == _BREAK:
                breaks += 1
                pieces.append(" ")
                if breaks > 1:  # two line breaks end a paragraph, one is white space
                    image = _end(blocks, pieces, marks, box, (bold, italic), image)
                    bold = italic = 0
        else:
            if inside == _LINK:
                marks.append((len(pieces), None))
            elif inside >= _BLOCK and (pieces or marks):
                image = _end(blocks, pieces, marks, box, (bold, italic), image)
                bold = italic = 0
            if not path:
                return blocks
            opened[inside] -= 1
            children, box, inside = path.pop()


def _is_navigation(node: LexborNode) -> bool:
    """Whether a `nav` or `footer` holds no prose: three of ten blocks stand in them, of an article's one in 200.

    Some pages put their article into one, or never close it; a short `footer` may hold an article's date or author.
    """
    words = node.text(deep=True)
    return words.count(". ") < _A_TEXT and (node.tag == "nav" or len(words) > _ENTRY_FOOTER)


def _end(
    blocks: list[Block],
    pieces: list[str],
    marks: list[tuple[int, str | None]],
    box: _Open,
    strong: tuple[int, int],
    image: bool,
) -> bool:
    """Make a block of the pieces, if they hold a word; whether a picture still waits for its block."""
    if pieces:
        text, anchors = _joined(pieces, marks)
        if text:
            linked = sum([end - start for start, end, _ in anchors]) if anchors else 0
            blocks.append(Block(text, box.framed(), anchors, linked, *strong, image))
            image = False
        pieces.clear()
    if marks:
        # A link around several blocks goes on behind the block's end.
        href = marks[-1][1]
        marks[:] = [(0, href)] if href is not None else []
    return image


def _frame(node: LexborNode, parent: Frame | None) -> Frame:
    if parent is None:
        root = Frame(node.tag or "body", "", 0, 0, None)
        root.container = root
        return root
    name, attributes = node.tag or "", node.attributes
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
    if len(marks) == 2 and marks[0][0] == 0 and marks[1] == (len(pieces), None):  # all of it is one link
        line = " ".join("".join(pieces).split())
        return line, [(0, len(line), marks[0][1] or "")] if line else []
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
