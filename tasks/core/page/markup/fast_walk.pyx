# cython: language_level=3, boundscheck=False, wraparound=True
"""A page's tree read as blocks by the parser's functions in C: `walk` in half the time, to the same blocks.

A Python object for each node is what takes the time there; here only what a block keeps is made.
"""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeUTF8
from libc.stdint cimport uintptr_t
from libc.string cimport memcmp

from tasks.core.page.markup import walk as slow
from tasks.core.page.markup.block import Block, Menu
from tasks.core.page.markup.fast_runs import joined
from tasks.core.page.markup.frames import SAYING, Frame, root_frame, said, stated_flags
from tasks.core.page.markup.runs import begins_paragraph, in_lines
from tasks.core.text import regular

from tasks.core.page.markup.nodes cimport (
    DOCUMENT, ELEMENT, Pointer, attribute_behind, attribute_of, child_of, give_back, is_space, kind_of, name_of,
    next_of, number_of, parent_of, tag_of, text_of, value_in, value_of,
)  # fmt: skip

cdef enum:
    KNOWN = 256  # as `slow.KNOWN`; proved below, for an array's size must be known here


if slow.KNOWN != KNOWN:
    raise ImportError(f"KNOWN is {slow.KNOWN} in walk, {KNOWN} here: give both the same")
cdef int ACTIONS[KNOWN]
for _number in range(KNOWN):
    ACTIONS[_number] = slow.ACTIONS[_number]
cdef int TEXT = slow.TEXT, IMAGE = slow.IMAGE, BREAK = slow.BREAK, ENTER = slow.ENTER, LINK = slow.LINK
cdef int BLOCK = slow.BLOCK, PRE = slow.PRE, MENU = slow.MENU, UNKNOWN = slow.UNKNOWN
cdef uintptr_t PARAGRAPH = slow.PARAGRAPH, PREFORMATTED = slow.PREFORMATTED, NAV = slow.NAV, MAIN = slow.MAIN
cdef dict TAGS = {}  # the names of the elements HTML knows, as they are met
cdef list NAMES = [*map(str.encode, slow.NAMES)]
cdef frozenset STATED = frozenset(map(str.encode, SAYING))


def walk(root, list menus=None):
    """Blocks below `root` in document order; to `menus` go the elements left out for their links."""
    cdef _Run run = _Run(root)
    run.read(<Pointer><uintptr_t>root.mem_id, menus)
    return run.blocks


cdef class _Run:
    """The run of words being read, with the elements around it, and the blocks read before."""

    cdef list blocks, pieces, marks, frames
    cdef Pointer *nodes  # the block-level elements that are open, the innermost at `depth`
    cdef int *insides  # what was done with each element that is open, the innermost at `level`
    cdef int depth, level, room, breaks
    cdef bint after_image

    def __cinit__(self, root):
        self.blocks, self.pieces, self.marks = [], [], []
        self.frames = [root_frame(root)]
        self.depth = self.level = -1
        self.open(<Pointer><uintptr_t>root.mem_id, BLOCK)

    def __dealloc__(self):
        PyMem_Free(self.nodes)
        PyMem_Free(self.insides)

    cdef int open(self, Pointer node, int action) except -1:
        """Enter an element."""
        if self.level + 2 > self.room:
            self.room = 2 * self.room + 64
            self.nodes = <Pointer *>_grown(self.nodes, self.room * sizeof(Pointer))
            self.insides = <int *>_grown(self.insides, self.room * sizeof(int))
        self.level += 1
        self.insides[self.level] = action
        if action == BLOCK or action == PRE:
            self.depth += 1
            self.nodes[self.depth] = node
        return 0

    cdef int read(self, Pointer root, list menus) except -1:
        """The loop of `walk`."""
        cdef Pointer around = root
        cdef Pointer node = child_of(root)
        cdef bint is_behind_space = False
        cdef int inside, action
        cdef uintptr_t number
        while True:
            inside = self.insides[self.level]
            if node == NULL:
                self.close(inside)
                if around == root:
                    return 0
                is_behind_space = False
                node = next_of(around)
                around = parent_of(around)
                continue
            number = number_of(node)
            action = ACTIONS[number] if number < KNOWN else UNKNOWN
            if action == TEXT:
                is_behind_space = self.add(node, inside)
                node = next_of(node)
                continue
            if action >= BLOCK and (action != UNKNOWN or number_of(self.nodes[self.depth]) != PARAGRAPH):
                if self.pieces or self.marks:
                    self.end()
                if action != MENU or not _is_left_out(node, menus):
                    self.open(node, PRE if action == PRE else BLOCK)
                    around, node = node, child_of(node)
                    is_behind_space = False
                    continue
            else:
                if is_behind_space and inside == BLOCK and self.pieces and not (<str>self.pieces[-1]).isspace():
                    self.pieces.append(" ")
                if action >= ENTER:
                    self.open(node, action)
                    if action == LINK:  # `<a name=…>`, which is often not closed, links to nothing
                        self.marks.append((len(self.pieces), value_in(node, b"href")))
                    around, node = node, child_of(node)
                    is_behind_space = False
                    continue
                if action == IMAGE:
                    self.after_image = True
                elif action == BREAK:
                    self.break_line()
            is_behind_space = False
            node = next_of(node)

    cdef int close(self, int inside) except -1:
        """Leave the innermost element."""
        if inside == LINK:
            self.marks.append((len(self.pieces), None))
        elif inside == BLOCK or inside == PRE:
            if self.pieces or self.marks:
                self.end()
            if len(self.frames) > self.depth:
                self.frames.pop()
            self.depth -= 1
        self.level -= 1
        return 0

    cdef bint add(self, Pointer node, int inside) except -1:
        """Add the words of a text; whether it is white space."""
        cdef size_t size = 0
        # A copy, which stays with the page: to give back one so small takes as long as making it.
        cdef const char *data = text_of(node, &size)
        cdef bint is_white = is_space(data, size)
        cdef str words
        if size == 0 or (is_white and (inside == BLOCK or not self.pieces)):
            return is_white
        words = PyUnicode_DecodeUTF8(data, size, "replace")
        if not self.pieces and words.isspace():
            return is_white
        if not words.isascii():
            if self.breaks and begins_paragraph(words):
                self.end()
            words = regular(words)
        self.pieces.append(words)
        if self.breaks and not words.isspace():
            self.breaks = 0
        return is_white

    cdef int break_line(self) except -1:
        """Two line breaks end a paragraph, one is white space."""
        self.breaks += 1
        self.pieces.append(" ")
        if self.breaks > 1:
            self.end()
        return 0

    cdef int end(self) except -1:
        """Make a block of the run, if it holds a word; a picture waits for the next block."""
        cdef Py_ssize_t known, linked = 0
        cdef list anchors
        if self.pieces:
            text, anchors = joined(self.pieces, self.marks)
            if text:
                if not self.marks and number_of(self.nodes[self.depth]) == PREFORMATTED:
                    text = in_lines(self.pieces)
                for known in range(len(self.frames), self.depth + 1):
                    self.frames.append(_frame(self.nodes[known], self.frames[known - 1]))
                for anchor in anchors:
                    linked += anchor[1] - anchor[0]
                self.blocks.append(Block(text, self.frames[self.depth], anchors, linked, self.after_image))
                self.after_image = False
            self.pieces.clear()
        if self.marks:
            # A link around several blocks goes on behind the block's end.
            address = self.marks[-1][1]
            self.marks[:] = [(0, address)] if address is not None else []
        return 0


cdef void *_grown(void *memory, size_t size) except NULL:
    cdef void *grown = PyMem_Realloc(memory, size)
    if grown == NULL:
        raise MemoryError(f"{size} bytes for the elements around a text")
    return grown


cdef bint _is_left_out(Pointer node, list menus) except -1:
    """Whether the walk goes around a `nav` or `footer`, which is then one of the menus."""
    cdef size_t size = 0
    cdef const char *data = text_of(node, &size)
    cdef str words = PyUnicode_DecodeUTF8(data, size, "replace") if size else ""
    cdef Pointer top = node
    while parent_of(top) != NULL:
        top = parent_of(top)
    if data != NULL and kind_of(top) == DOCUMENT:  # menus within menus would fill the memory
        give_back(top, data)
    if not slow.is_navigation(words, is_nav=number_of(node) == NAV) or _holds_main(node):
        return False
    if menus is not None:
        menus.append(Menu(<uintptr_t>node, words, " ".join(_names(node)).lower()))
    return True


cdef list _names(Pointer menu):
    """What a menu and the elements directly in it are named."""
    cdef Pointer node = menu
    cdef list names = []
    while node != NULL:
        if kind_of(node) == ELEMENT:
            names += filter(None, [value_in(node, name) for name in NAMES])
        node = child_of(node) if node == menu else next_of(node)
    return names


cdef bint _holds_main(Pointer top) noexcept:
    cdef Pointer node = child_of(top)
    cdef Pointer around = top
    while True:
        if node == NULL:
            if around == top:
                return False
            node, around = next_of(around), parent_of(around)
            continue
        if number_of(node) == MAIN:
            return True
        around, node = node, child_of(node)


cdef object _frame(Pointer node, parent):
    """An element in another, as `frames.frame_of` makes it."""
    cdef Pointer attribute = attribute_of(node) if kind_of(node) == ELEMENT else NULL
    cdef const char *name
    cdef size_t size = 0
    cdef dict stated = None
    style = own = None
    while attribute != NULL:
        name = name_of(attribute, &size)
        if size == 5 and memcmp(name, b"class", 5) == 0:
            style = value_of(attribute)
        elif size == 2 and memcmp(name, b"id", 2) == 0:
            own = value_of(attribute)
        elif name[:size] in STATED:
            stated = stated or {}
            stated[name[:size].decode()] = value_of(attribute)
        attribute = attribute_behind(attribute)
    tag = _tag(node)
    names, flags = said(tag, style, own)
    flags |= parent.flags
    if stated is not None:
        flags |= stated_flags(stated)
    return Frame(tag, names, flags, parent.depth + 1, parent)


cdef str _tag(Pointer node):
    cdef uintptr_t number = number_of(node)
    cdef size_t size = 0
    cdef Py_ssize_t known_size = 0
    cdef const char *name
    cdef const char *known_name
    if kind_of(node) != ELEMENT:
        return ""
    name = tag_of(node, &size)
    known = TAGS.get(number)
    if known is not None:
        known_name = PyUnicode_AsUTF8AndSize(known, &known_size)
        if <size_t>known_size == size and memcmp(name, known_name, size) == 0:
            return known
    tag = PyUnicode_DecodeUTF8(name, size, "replace")
    if number < KNOWN:  # of which some have another name in SVG: `foreignObject`
        TAGS[number] = tag
    return tag
