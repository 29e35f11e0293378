"""Compiled code reads and measures what the Python beside it does, whatever the page."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from itertools import count, product
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.page.choice import features, measured, scores, trees
from tasks.core.page.markup import blocks, names, runs, walk, words
from tasks.core.page.markup.block import Block, Menu
from tasks.core.page.markup.frames import around
from tasks.core.page.markup.names import Weights
from tasks.core.page.markup.parse import parse
from tasks.core.text import listing

REASON = "not compiled: install with a C compiler"
fast_walk = pytest.importorskip("tasks.core.page.markup.fast_walk", reason=REASON)
resource = pytest.importorskip("resource", reason="a Unix system is needed to tell the memory used")
nodes = pytest.importorskip("tasks.core.page.markup.nodes", reason=REASON)
fast_runs = pytest.importorskip("tasks.core.page.markup.fast_runs", reason=REASON)
fast_words = pytest.importorskip("tasks.core.page.markup.fast_words", reason=REASON)
fast_features = pytest.importorskip("tasks.core.page.choice.fast_features", reason=REASON)
fast_scores = pytest.importorskip("tasks.core.page.choice.fast_scores", reason=REASON)

Walk = Callable[..., list[Block]]
WEIGHTS = Weights({"card": -2.0, "content": 1.5, "related": -0.5})
TAGS = listing(
    "p div article section header footer nav main aside ul li pre table tr td h1 h2 blockquote figure figcaption "
    "a b i span img br button x-card noscript script style template svg form hr wbr"
)
ATTRIBUTES = (
    "", " class=card", " class='content related'", " class", " id=7", " role=main", " itemprop=itemListElement",
    " hidden", " aria-hidden=true", " style='display: none'", " href=/a", " href", " name=b", " data-x='<p>'",
    " aria-label=Breadcrumbs", " class='SideBar_relatedPosts ABCdef aB2c\u00e9card CONTENT'",
)  # fmt: skip
PROSE = "The council voted on Tuesday to rebuild the old bridge before the winter. "
WORDS = (
    " ", "\n", "\t ", "\u00a0", "\f", "Ten ships.", "ships\n\nsail", "café", "cafe\u0301", "橋が落ちた。",
    "\u3000当時、", "■二年後", "&lt;b&gt;", "\x00", "\u200b", "&#xD800;", "👩‍🚀", PROSE, 12 * PROSE,
)  # fmt: skip
opened = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closed = st.builds("</{}>".format, st.sampled_from(TAGS))
junk = st.text(string.ascii_letters + "<>&'\"/=! \n-", max_size=8)
pages = st.lists(opened | closed | st.sampled_from(WORDS) | junk, max_size=60).map("".join)


def read(read_blocks: Walk, html: str) -> tuple[list[object], list[object]]:
    """What a walk finds, in a form that can be compared."""
    menus: list[Menu] = []
    root = parse(html).css("body")[0]
    numbers, counted = {}, count()
    found: list[object] = []
    for block in read_blocks(root, menus):
        frames = [*around(block.frame)]
        for frame in reversed(frames):
            numbers.setdefault(frame, next(counted))
        said = [(numbers[frame], frame.tag, frame.names, frame.flags, frame.depth) for frame in frames]
        found.append((block.text, block.anchors, block.linked, block.after_image, said))
    elements = {node.mem_id: node.html for node in root.css("nav, footer")}
    return found, [(elements[menu.address], menu.words, menu.names) for menu in menus]


@pytest.mark.parametrize(
    "module", [nodes, fast_walk, fast_runs, fast_words, fast_features, fast_scores], ids=lambda module: module.__name__
)
def test_compiled_code_is_as_new_as_its_source(module: ModuleType) -> None:
    built = Path(module.__file__ or "")
    source = built.with_name(f"{module.__name__.rpartition('.')[2]}.pyx")
    newest = max(path.stat().st_mtime for path in (source, *source.parent.glob("*.pxd")))
    assert built.stat().st_mtime >= newest, "compile it anew: `make .venv/.installed-test`"


def test_compiled_code_is_what_reads_pages() -> None:
    assert (blocks.read_blocks, measured.measure) == (fast_walk.walk, fast_features.measure)
    assert trees.scores is fast_scores.scores
    assert (names.bits_of, names.span_of) == (fast_words.bits_of, fast_words.span_of)


SHORT = ["".join(letters) for size in (1, 2, 3) for letters in product("abc", repeat=size)]
BITS = {word: 1 << number for number, word in enumerate(SHORT)}
SPANS = {word: (number - 20) / 7 for number, word in enumerate(SHORT)}


@given(st.text("abcABC1-_ é\ud800"))
def test_the_same_words(names: str) -> None:
    assert fast_words.bits_of(names, BITS) == words.bits_of(names, BITS)
    assert fast_words.span_of(names, SPANS) == words.span_of(names, SPANS)


PIECES = st.lists(
    st.sampled_from(["", " ", "\n", "\x0b", "\x1c", "\x7f", "\u00a0", "Ten", " ships ", "a  b", "\u3000é"])
)


@given(st.data(), PIECES)
def test_the_same_runs(data: st.DataObject, pieces: list[str]) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(pieces)), max_size=6)))
    marks = [(place, data.draw(st.sampled_from([None, "", "/a"]))) for place in places]
    assert fast_runs.joined(pieces, marks) == runs.joined(pieces, marks)


@given(pages)
def test_the_same_blocks_and_menus(html: str) -> None:
    assert read(fast_walk.walk, html) == read(walk.walk, html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<nav class=A><!-- --><a id=b class='' href=/>Home</a>,<i aria-label=c>Ten", id="a menu"),
        pytest.param(f"<footer>{8 * PROSE}</footer><footer>Ten</footer>", id="footers"),
        pytest.param(f"<nav><main>{PROSE}</main></nav>", id="a menu around the text"),
        pytest.param("<nav>" + 12 * f"<p>{PROSE}</p>", id="a menu not closed"),
        pytest.param(5000 * "<div>" + "Ten", id="many boxes not closed"),
        pytest.param(5000 * "<b>" + "Ten", id="many elements of a line not closed"),
        pytest.param(3000 * "<a href=/b>Ten<p>", id="links not closed"),
        pytest.param(20_000 * "<br>a", id="lines"),
        pytest.param("<p class='" + 100_000 * "x" + "'>Ten", id="a long name"),
        pytest.param("", id="nothing"),
    ],
)
def test_the_same_of_odd_pages(html: str) -> None:
    assert read(fast_walk.walk, html) == read(walk.walk, html)


def test_a_node_is_read_without_a_page_s_menus() -> None:
    (root,) = parse("<nav><a href=/>Home</a></nav><p>Ten").css("body")
    assert [block.text for block in fast_walk.walk(root)] == ["Ten"]


def measured_alike(found: Sequence[Block]) -> bool:
    return np.array_equal(fast_features.measure(found, WEIGHTS), features.measure(found, WEIGHTS))


@given(pages)
def test_the_same_numbers(html: str) -> None:
    found = walk.walk(parse(html).css("body")[0])
    assert not found or measured_alike(found)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("Ten", id="one block"),
        pytest.param(f"<p>{PROSE}" + 300 * "<div class=card><p>Ten</p></div>", id="many alike"),
        pytest.param(f"<article>{PROSE}" + 40 * f"<article class=card><h2>Ten</h2><p>{PROSE}", id="in each other"),
        pytest.param(60 * f"<div><p>{PROSE}</p></div>", id="boxed"),
        pytest.param(400 * "<div>a", id="deep"),
    ],
)
def test_the_same_numbers_of_large_pages(html: str) -> None:
    assert measured_alike(walk.walk(parse(html).css("body")[0]))


@pytest.mark.parametrize("rows", [1, 15, 16, 17, 5000])
def test_the_same_scores(rows: int) -> None:
    chosen = np.random.default_rng(rows)
    table = chosen.normal(size=(rows, 5)).astype(np.float32)
    columns, borders = np.sort(chosen.integers(0, 5, 40)), chosen.normal(size=40).astype(np.float32)
    asked, leaves = chosen.integers(0, 40, (30, 6)), chosen.normal(size=(30, 64)).astype(np.float32)
    wanted = scores.scores(table, columns, borders, asked, leaves)
    assert np.array_equal(fast_scores.scores(table, columns, borders, asked, leaves), wanted)


@pytest.mark.parametrize("measure", [features.measure, fast_features.measure])
def test_no_blocks_are_not_measured(measure: Callable[..., object]) -> None:
    with pytest.raises(ValueError, match="no blocks"):
        measure([], WEIGHTS)


@pytest.mark.parametrize(
    ("columns", "asked", "leaves"),
    [
        pytest.param([0, 5], [[0, 1]], 4, id="a column that blocks do not have"),
        pytest.param([0, 1], [[0, 2]], 4, id="a question that there is not"),
        pytest.param([0, 1], [[0, 1]], 2, id="fewer leaves than answers"),
    ],
)
def test_trees_that_do_not_fit_are_refused(columns: list[int], asked: list[list[int]], leaves: int) -> None:
    table, borders = np.zeros((3, 5), np.float32), np.zeros(len(columns), np.float32)
    with pytest.raises(IndexError):
        fast_scores.scores(table, np.array(columns), borders, np.array(asked), np.zeros((1, leaves), np.float32))


def test_a_name_that_svg_writes_otherwise_is_the_page_s() -> None:
    drawn, plain = "<noscript><svg></svg><svg><noscript><foreignObject>Ten", "<foreignobject>Ten"
    for html in (drawn, plain, drawn):
        roots = parse(html).css("noscript") or parse(html).css("body")
        for root in roots:
            tags = [[block.frame.tag for block in read_blocks(root)] for read_blocks in (fast_walk.walk, walk.walk)]
            assert tags[0] == tags[1]


def test_menus_within_menus_do_not_fill_the_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    fast_walk.walk(parse(300 * "<nav>" + 13_000 * PROSE).css("body")[0])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kB; 300 copies are as many MB
