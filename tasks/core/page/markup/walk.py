"""A page's tree read as blocks through the parser's own nodes; `fast_walk` does the same, and is compiled."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tasks.core.page.markup.block import Block, Menu
from tasks.core.page.markup.elements import INLINE, UNREAD
from tasks.core.page.markup.frames import frame_of, root_frame
from tasks.core.page.markup.runs import begins_paragraph, in_lines, joined
from tasks.core.text import listing, regular

_A_TEXT = 10  # sentences
_STOPS = (". ", "。", "। ", "۔ ")
_ENTRY_FOOTER = 400  # code points

# What reading does with a node, by its tag; every other element begins a block, but for those HTML does not know inside
# a paragraph: `<hl-trusted-source>` around a link, `<side-note>` around a word.
TEXT, SKIP, IMAGE, BREAK, ENTER, LINK, BLOCK, PRE, MENU, UNKNOWN = range(10)
KNOWN = 256  # the parser's numbers of the elements HTML knows are smaller; those of others are addresses
_TAGS: dict[str, int] = {
    **dict.fromkeys(UNREAD, SKIP),
    **dict.fromkeys(INLINE, ENTER),
    **dict.fromkeys(("nav", "footer"), MENU),
    "button": UNKNOWN,
    "pre": PRE,
    "br": BREAK,
    "img": IMAGE,
    "a": LINK,
}

NAMES = listing("class aria-label id")  # the attributes that name a menu


def _actions() -> dict[int, int]:
    """The actions by the parser's number of a tag: that is read in half the time of its name."""
    page = LexborHTMLParser("<!doctype html><body><!---->text")
    numbers = {node.tag: node.tag_id for node in page.css("html")[0].traverse(include_text=True)}
    named = {page.create_node(tag).tag_id: action for tag, action in _TAGS.items()}
    return dict.fromkeys(range(KNOWN), BLOCK) | named | {numbers["-text"]: TEXT, numbers["-comment"]: SKIP}


ACTIONS = _actions()
PARAGRAPH, PREFORMATTED, NAV, MAIN = (LexborHTMLParser("").create_node(tag).tag_id for tag in listing("p pre nav main"))


def walk(root: LexborNode, menus: list[Menu] | None = None) -> list[Block]:
    """Blocks below `root` in document order; to `menus` go the elements left out for their links."""
    # One loop over local names: with a function for each kind of node, reading a page took nearly twice the time.
    # A third of all nodes are white space between blocks, which the parser's own iterator skips in a tenth of the time.
    run = _Run(root, menus)
    pieces, marks, nodes, frames = run.pieces, run.marks, run.nodes, run.frames
    path: list[tuple[Iterator[LexborNode], int]] = []
    children, inside = root.iter(True, True), BLOCK
    while True:
        for node in children:
            action = ACTIONS.get(node.tag_id, UNKNOWN)
            if action == TEXT:
                words = node.text_content
                if not words or (not pieces and words.isspace()):
                    continue
                words = words if words.isascii() else run.regular(words)
                pieces.append(words)
                if run.breaks and not words.isspace():
                    run.breaks = 0
            elif action >= BLOCK and (action != UNKNOWN or nodes[-1].tag_id != PARAGRAPH):
                if pieces or marks:
                    run.end()
                if action != MENU or not run.leaves_out(node):
                    path.append((children, inside))
                    children, inside = node.iter(True, action != PRE), BLOCK
                    nodes.append(node)
                    break
            else:
                if pieces and inside == BLOCK and not pieces[-1].isspace() and _is_behind_space(node):
                    pieces.append(" ")
                if action >= ENTER:
                    path.append((children, inside))
                    children, inside = node.iter(True), action
                    if action == LINK:  # `<a name=…>`, which is often not closed, links to nothing
                        marks.append((len(pieces), node.attrs.get("href")))
                    break
                if action == IMAGE:
                    run.after_image = True
                elif action == BREAK:
                    run.break_line()
        else:
            if inside == LINK:
                marks.append((len(pieces), None))
            elif inside == BLOCK:
                if pieces or marks:
                    run.end()
                if len(frames) == len(nodes):
                    frames.pop()
                nodes.pop()
                if not path:
                    return run.blocks
            children, inside = path.pop()


class _Run:
    """The run of words being read, with the elements around it, and the blocks read before."""

    __slots__ = ("after_image", "blocks", "breaks", "frames", "marks", "menus", "nodes", "pieces")

    def __init__(self, root: LexborNode, menus: list[Menu] | None) -> None:
        self.menus = menus
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.marks: list[tuple[int, str | None]] = []  # where in `pieces` links begin (their address) and end (None)
        self.nodes = [root]  # the block-level elements that are open
        self.frames = [root_frame(root)]  # of the outer ones; half of all elements hold no words and need none
        self.breaks = 0
        self.after_image = False

    def regular(self, words: str) -> str:
        """Words beyond ASCII made regular; where no more than a break parts a paragraph from the last, it is ended."""
        if self.breaks and begins_paragraph(words):
            self.end()
        return regular(words)

    def leaves_out(self, node: LexborNode) -> bool:
        """Whether the walk goes around `node`, which is then one of the menus."""
        words = node.text_lexbor()
        if not is_navigation(words, is_nav=node.tag_id == NAV) or node.css_first("main") is not None:
            return False
        if self.menus is not None:
            names = [own[name] or "" for own in _attributes(node) for name in NAMES if own.get(name)]
            self.menus.append(Menu(node.mem_id, words, " ".join(names).lower()))
        return True

    def break_line(self) -> None:
        """Two line breaks end a paragraph, one is white space."""
        self.breaks += 1
        self.pieces.append(" ")
        if self.breaks > 1:
            self.end()

    def end(self) -> None:
        """Make a block of the run, if it holds a word; a picture waits for the next block."""
        if self.pieces:
            text, anchors = joined(self.pieces, self.marks)
            if text:
                if self.nodes[-1].tag_id == PREFORMATTED and not self.marks:
                    text = in_lines(self.pieces)
                frames = self.frames
                for node in self.nodes[len(frames) :]:
                    frames.append(frame_of(node, frames[-1]))
                linked = sum([end - start for start, end, _ in anchors]) if anchors else 0
                self.blocks.append(Block(text, frames[-1], anchors, linked, self.after_image))
                self.after_image = False
            self.pieces.clear()
        if self.marks:
            # A link around several blocks goes on behind the block's end.
            href = self.marks[-1][1]
            self.marks[:] = [(0, href)] if href is not None else []


def _is_behind_space(node: LexborNode) -> bool:
    before = node.prev
    return before is not None and before.is_empty_text_node


def _attributes(node: LexborNode) -> Iterator[dict[str, str | None]]:
    """The attributes of an element and of those directly in it."""
    yield node.attributes
    yield from (inner.attributes for inner in node.iter())


def is_navigation(words: str, *, is_nav: bool) -> bool:
    """Whether a `nav` or `footer` holds no prose: three of ten blocks stand in them, of an article's one in 200.

    Some pages put their article into one, or never close it; a short `footer` may hold an article's date or author.
    """
    return (is_nav or len(words) > _ENTRY_FOOTER) and sum([words.count(stop) for stop in _STOPS]) < _A_TEXT
