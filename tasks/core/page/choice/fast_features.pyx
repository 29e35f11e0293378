# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""The features of blocks as `features` has them, bit by bit, measured by compiled code in less than half the time."""

from collections import Counter

import numpy as np

from libc.math cimport exp, log1p
from libc.stdlib cimport calloc, free

from tasks.core.page.choice import features as slow
from tasks.core.page.choice import layout as slow_layout
from tasks.core.page.choice.letters import texts_of
from tasks.core.page.markup.elements import HEADINGS, LEAVES
from tasks.core.page.markup.names import NEVER, TEXT, without_digits

cdef enum:
    COLUMNS = 45  # as many as `features.COLUMNS`; proved below, for an array's size must be known here

if len(slow.COLUMNS) != COLUMNS:
    raise ImportError(f"{len(slow.COLUMNS)} columns in features, {COLUMNS} here: measure the same in both")

cdef long FURNITURE = slow_layout.FURNITURE, NAMED_NEVER = NEVER, NAMED_TEXT = TEXT
cdef double LESS = slow_layout.LESS, NAMED = slow_layout.NAMED, LOWEST = slow_layout.LOWEST, LAST = slow_layout.LAST
cdef long LONG = slow_layout.LONG
cdef int MOST_STEPS = slow_layout.FAR
cdef int FAR = slow.FAR, BEFORE_TITLE = slow.BEFORE_TITLE, BEHIND_TITLE = slow.BEHIND_TITLE
cdef int NO_TITLE = slow.NO_TITLE, NO_HEADING = slow.NO_HEADING


cdef struct Element:  # around blocks; see `Layout` for what the fields mean
    int parent, holder, box, outer, first, last, depth, nest, up, steps, look, count
    long flags, shared, size, linked, plain
    double own_low, own_high, low, high, apart
    bint is_around  # the best container, or one around it


cdef struct Line:  # a block
    int element, kind, level, copies
    long size, linked, plain
    bint is_final, is_code


cdef struct Kind:  # of blocks
    int count
    long size, plain


cdef struct Sums:  # over the blocks before one
    long size, linked, plain


def measure(blocks, weights):
    """One row of features for each block, of the columns `features.COLUMNS`."""
    if not blocks:
        raise ValueError("no blocks to measure: give one at least")
    cdef _Page page = _Page(blocks, weights)
    table = np.empty((page.count, COLUMNS), np.float32)
    page.fill(table)
    return table


cdef class _Page:
    """A page's blocks and the elements around them, each behind its parent."""

    cdef Element *elements
    cdef Line *lines
    cdef Kind *kinds
    cdef Sums *sums
    cdef int count, size, best

    def __cinit__(self, blocks, weights):
        cdef list frames = _frames(blocks)
        self.count, self.size = len(blocks), len(frames)
        self.elements = <Element *>calloc(self.size, sizeof(Element))
        self.lines = <Line *>calloc(self.count, sizeof(Line))
        self.kinds = <Kind *>calloc(self.count, sizeof(Kind))
        self.sums = <Sums *>calloc(self.count + 1, sizeof(Sums))
        if not (self.elements and self.lines and self.kinds and self.sums):
            raise MemoryError(f"{self.count} blocks of a page")
        self.read(blocks, frames, weights)
        self.put_in_boxes()
        self.seek_best()
        self.part()

    def __dealloc__(self):
        free(self.elements)
        free(self.lines)
        free(self.kinds)
        free(self.sums)

    cdef int read(self, blocks, list frames, weights) except -1:
        """What elements say, and hand down to those inside; what is said in them, and how often in the same words."""
        cdef dict numbers = {}, looks = {}, kinds = {}
        cdef Element *element
        cdef Element *parent
        cdef Line *line
        cdef int number, place
        for number, frame in enumerate(frames):
            numbers[frame] = number
            element = &self.elements[number]
            tag, names = frame.tag, frame.names
            element.own_low, element.own_high = weights.of(names)
            element.look = looks.setdefault((tag, without_digits(names)), len(looks))
            element.flags, element.depth = frame.flags, frame.depth
            if number == 0:
                element.low, element.high = element.own_low, element.own_high
                continue
            element.parent = numbers[frame.parent]
            parent = &self.elements[element.parent]
            element.low, element.high = min(element.own_low, parent.low), max(element.own_high, parent.high)
            element.holder = parent.holder if tag in LEAVES else number
            element.outer = parent.holder
            element.nest = parent.nest + (tag == "article")
        texts = texts_of(blocks)
        copies = Counter(texts.lines)
        for place, (block, words, size, linked, plain) in enumerate(
            zip(blocks, texts.lines, texts.size, texts.linked, texts.plain, strict=True)
        ):
            line = &self.lines[place]
            tag = block.frame.tag
            line.element, line.copies = numbers[block.frame], copies[words]
            line.size, line.linked, line.plain = size, linked, plain
            line.is_final, line.is_code, line.level = slow.is_final(words), tag == "pre", HEADINGS.get(tag, 0)
            self.sums[place + 1].size = self.sums[place].size + line.size
            self.sums[place + 1].linked = self.sums[place].linked + line.linked
            self.sums[place + 1].plain = self.sums[place].plain + line.plain
            element = &self.elements[line.element]
            key = (element.look, self.elements[element.parent].look)
            line.kind = kinds.setdefault(key, len(kinds))
            self.kinds[line.kind].count += 1
            self.kinds[line.kind].size += line.size
            self.kinds[line.kind].plain += line.plain
        return 0

    cdef void put_in_boxes(self) noexcept:
        """The first and last block of each element, and the nearest container of each that holds more than one."""
        cdef Element *element
        cdef Element *parent
        cdef Element *box
        cdef Line *line
        cdef int number, place
        for number in range(self.size):
            self.elements[number].first = self.count
        for place in range(self.count):
            element = &self.elements[self.lines[place].element]
            element.first, element.last = min(element.first, place), place + 1
        for number in range(self.size - 1, 0, -1):
            element, parent = &self.elements[number], &self.elements[self.elements[number].parent]
            parent.first, parent.last = min(parent.first, element.first), max(parent.last, element.last)
        for number in range(1, self.size):
            element = &self.elements[number]
            if element.holder != number:
                element.box = self.elements[element.holder].box
            else:
                element.box = self.elements[element.parent].box if element.last - element.first == 1 else number
        for place in range(self.count):
            line = &self.lines[place]
            box = &self.elements[self.elements[line.element].box]
            box.count += 1
            box.size += line.size
            box.linked += line.linked
            box.plain += line.plain

    cdef int seek_best(self) except -1:
        """The container that holds most of the text directly, as `Layout` weighs it."""
        cdef double *weights = <double *>calloc(self.size, sizeof(double))
        if not weights:
            raise MemoryError(f"{self.size} elements of a page")
        cdef long whole = max(1, self.sums[self.count].plain)
        cdef double less, named
        cdef Line *line
        cdef Element *element
        cdef int number, place
        for place in range(self.count):
            line = &self.lines[place]
            if line.plain:
                element = &self.elements[line.element]
                less = LESS if element.flags & FURNITURE else 1.0
                named = exp(NAMED * max(LOWEST, self.elements[element.box].low))
                weights[element.box] += (
                    min(line.plain, LONG) * less * named * (1 - LAST * self.sums[place].plain / whole)
                )
        for number in range(1, self.size):
            if weights[number] > weights[self.best]:
                self.best = number
        free(weights)
        return 0

    cdef void part(self) noexcept:
        """How elements stand to the best container."""
        cdef int number = self.best, distance = 0
        cdef Element *element
        cdef Element *parent
        while True:
            element = &self.elements[number]
            element.is_around, element.up, element.shared = True, distance, element.flags
            distance += 1
            if number == 0:
                break
            number = element.outer
        for number in range(self.size):
            element = &self.elements[number]
            if not element.is_around:
                parent = &self.elements[element.parent]
                element.apart = min(element.own_low, parent.apart)
                element.up, element.steps, element.shared = parent.up, parent.steps, parent.shared
                if element.holder == number and parent.steps < MOST_STEPS:
                    element.steps += 1

    cdef void fill(self, float[:, ::1] table) noexcept:
        """Every column of every row."""
        cdef Element *best = &self.elements[self.best]
        cdef Sums whole = self.sums[self.count]
        cdef double plain_of_best = max(1, best.plain), plain_of_page = max(1, whole.plain)
        cdef int rivals = -(best.plain > 0)
        cdef int first = 0, last = 0, title = -1, heading = -NO_HEADING, number, place
        cdef bint is_found = False
        cdef Line *line
        cdef Element *element
        cdef Element *parent
        cdef Element *box
        cdef Element *outer
        cdef Kind *kind
        cdef float *row
        cdef long apart
        for number in range(self.size):
            rivals += self.elements[number].plain * 3 > best.plain
        for place in range(self.count):
            if self.elements[self.lines[place].element].box == self.best:
                first, last, is_found = place if not is_found else first, place, True
            if title < 0 and self.lines[place].level == 1:
                title = place
        for place in range(self.count):
            line = &self.lines[place]
            element = &self.elements[line.element]
            parent, box, kind = &self.elements[element.parent], &self.elements[element.box], &self.kinds[line.kind]
            outer = &self.elements[box.outer]
            apart = element.flags & ~element.shared
            row = &table[place, 0]
            heading = place if line.level else heading
            row[0], row[1] = log1p(line.size), <double>line.linked / line.size
            row[2], row[3] = line.is_final, line.is_code
            row[4], row[5] = <double>place / self.count, <double>self.sums[place].size / whole.size
            row[6] = min(5, line.copies)
            row[7], row[8] = log1p(best.plain), best.plain / plain_of_page
            row[9], row[10] = min(20, rivals), log1p(self.count)
            row[11], row[12], row[13], row[14] = element.low, element.high, element.depth, element.nest - best.nest
            row[15], row[16], row[17] = element.apart, element.up, element.steps
            row[18], row[19], row[20], row[21] = parent.own_low, parent.own_high, box.own_low, box.own_high
            row[22], row[23] = outer.own_low, outer.own_high
            row[24], row[25] = (apart & NAMED_TEXT) > 0, (apart & NAMED_NEVER) > 0
            row[26], row[27] = log1p(box.size), <double>box.linked / max(1, box.size)
            row[28], row[29], row[30] = min(50, box.count), box.plain / plain_of_best, log1p(box.plain)
            row[31] = <double>(self.sums[outer.last].linked - self.sums[outer.first].linked) / self.within(outer)
            row[32] = <double>(self.sums[box.last].plain - self.sums[box.first].plain) / self.within(box)
            row[33], row[34] = log1p(kind.count), <double>kind.size / kind.count
            row[35] = kind.plain / plain_of_page
            row[36], row[37] = max(-FAR, min(FAR, place - first)), max(-FAR, min(FAR, place - last))
            row[38] = first <= place <= last
            row[39] = NO_TITLE if title < 0 else max(BEFORE_TITLE, min(BEHIND_TITLE, place - title))
            row[40] = min(NO_HEADING, place - heading)
            row[41] = row[42] = row[43] = row[44] = 0
            if place > 0:
                row[41], row[42] = table[place - 1, 11], table[place - 1, 12]
                table[place - 1, 43], table[place - 1, 44] = element.low, element.high

    cdef long within(self, Element *element) noexcept:
        """The size of all the words in an element."""
        return max(1, self.sums[element.last].size - self.sums[element.first].size)


cdef list _frames(blocks):
    """The elements around blocks, each behind its parent."""
    cdef list frames = []
    cdef list fresh
    cdef set known = set()
    for block in blocks:
        frame = block.frame
        fresh = []
        while frame is not None and frame not in known:
            known.add(frame)
            fresh.append(frame)
            frame = frame.parent
        fresh.reverse()
        frames += fresh
    return frames
