"""Tables: which blocks stand in one row of data, and which are other cells of a page that a table lays out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, compress, count

from tasks.core.page.markup.block import Block, size_of
from tasks.core.page.markup.elements import HEADINGS, TABLE
from tasks.core.page.markup.frames import Frame, around
from tasks.core.text import FIRST_DENSE

_CELLS = frozenset(("td", "th"))
_PARTS = frozenset(("tr", "table", "body"))
_PROSE = 100  # code points; a cell with more than one block that holds so long a one is part of the page's layout
_LEAST = 3  # blocks of that length in a cell that holds a page's text
_PART = 0.4  # of what is chosen stands in it
_LINKS = 3  # blocks of a column that is no text's
_DENSE_PROSE = 40  # code points


def row_of(block: Block) -> Frame | None:
    """The table row a block stands in, None outside tables."""
    frame = block.frame if block.frame.flags & TABLE else None
    inner = next((frame for frame in around(frame) if frame.tag in _PARTS), None)
    return inner if inner is not None and inner.tag == "tr" else None


def cells_of(row: Sequence[Block]) -> list[list[Block]]:
    """The blocks of a row of data by the cells they stand in; none of a row that lays the page out."""
    cells: dict[Frame, list[Block]] = {}
    for block in row:
        cells.setdefault(_cell_of(block), []).append(block)
    return [*cells.values()] if len(cells) > 1 and all(map(_is_data, cells.values())) else []


def with_whole_rows(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """With every cell of the tables of data of which half of the rows have one that is chosen.

    A link alone in a cell looks like a menu's, a row of short heads like a label's.
    """
    if not any(block.frame.flags & TABLE for block in compress(blocks, chosen)):
        return chosen
    for rows in _tables(blocks):
        begun = sum(any(chosen[index] for index in row) for row in rows)
        if len(rows) > 1 and 2 * begun >= len(rows):
            for index in chain.from_iterable(rows):
                chosen[index] = True
    return chosen


def without_other_cells(blocks: Sequence[Block], chosen: list[bool]) -> list[bool]:
    """Without what stands in the columns beside the text's, as programmes and polls do on pages that a table lays out.

    A column of links holds no text, unless it has paragraphs too; what stands above and below, in other rows, does.
    """
    if not any(block.frame.flags & TABLE for block in compress(blocks, chosen)):
        return chosen
    held: dict[Frame, list[int]] = {}
    for place in compress(count(), chosen):
        held.setdefault(_cell_of(blocks[place]), []).append(place)
    main = max(held, key=lambda cell: size_of(blocks, held[cell]))
    is_most = size_of(blocks, held[main]) >= _PART * size_of(blocks, compress(count(), chosen))
    if main.tag not in _CELLS or not is_most or len(_prose(blocks, held[main])) < _LEAST:
        return chosen
    for places in _columns_beside(blocks, main).values():
        kept = [place for place in places if chosen[place]]
        links = sum(2 * blocks[place].linked > len(blocks[place].text) for place in places if not chosen[place])
        if links >= _LINKS and 2 * size_of(blocks, _prose(blocks, kept)) < size_of(blocks, kept):
            for place in kept:
                chosen[place] = False
    return chosen


def _columns_beside(blocks: Sequence[Block], main: Frame) -> dict[Frame, list[int]]:
    """The cells in the rows around the main one, beside it or what holds it, with the places of what they hold."""
    own = {frame.parent: frame for frame in around(main) if frame.tag in _CELLS}
    columns: dict[Frame, list[int]] = {}
    for place, block in enumerate(blocks):
        cells = (frame for frame in around(block.frame) if frame.tag in _CELLS and frame.parent in own)
        cell = next(cells, None)
        if cell is not None and cell is not own[cell.parent]:
            columns.setdefault(cell, []).append(place)
    return columns


def _prose(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Those of paragraph's length; scripts without spaces say a sentence in half as many letters."""
    return [
        place
        for place in places
        if len(text := blocks[place].text) >= _PROSE or (text[0] >= FIRST_DENSE and len(text) >= _DENSE_PROSE)
    ]


def _tables(blocks: Sequence[Block]) -> list[list[list[int]]]:
    """The places of the blocks of each table of data, by rows."""
    rows: dict[Frame, list[int]] = {}
    for index, block in zip(count(), blocks, strict=False):
        if row := row_of(block):
            rows.setdefault(row, []).append(index)
    tables: dict[Frame | None, list[list[int]]] = {}
    for row, places in rows.items():
        if cells_of([blocks[index] for index in places]):
            tables.setdefault(_table_of(row), []).append(places)
    return [*tables.values()]


def _table_of(row: Frame) -> Frame | None:
    return next((frame for frame in around(row) if frame.tag == "table"), None)


def _cell_of(block: Block) -> Frame:
    return next((frame for frame in around(block.frame) if frame.tag in _CELLS), block.frame)


def _is_data(cell: Sequence[Block]) -> bool:
    return len(cell) == 1 or not any(len(block.text) > _PROSE or block.frame.tag in HEADINGS for block in cell)
