"""Which lines of a clipping are its head, its address and its fields, and which are its text."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.core.clipping import read_clipping
from tasks.core.clipping.address import anchor_title, part_address
from tasks.core.clipping.header import names_of

URL = "http://a.example/b"
TEXT = "Ministers signed a deal. They met at night."
LONG = "Ministers of the two countries who signed a deal " * 6


def titled(lines: str) -> str:
    return f"---\ntitle: Grain deal signed - forty ships\n---\n{lines}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "above"),
    [
        pytest.param(titled("GRAIN DEAL SIGNED - forty ships"), "", id="the title again"),
        pytest.param(titled("# Grain deal signed"), "", id="a heading that begins it"),
        pytest.param(titled("# Grain deal signed - forty ships, two ports"), "", id="a heading that goes on"),
        pytest.param(titled("Grain deal signed"), "Grain deal signed", id="a line that begins it"),
        pytest.param(titled("# Grain"), "Grain", id="a heading of one word"),
        pytest.param(titled("# Forty ships to leave"), "Forty ships to leave", id="another heading"),
        pytest.param(f"Deal\n\nMay 2, 2020\n\nMay 3, 2020\n\n{TEXT}", "May 3, 2020", id="a second date"),
        pytest.param(f"Deal\n\nBy Ada Byron\n\nBy Carl Gauss\n\n{TEXT}", "By Carl Gauss", id="a second byline"),
        pytest.param(f"Deal\n\nBy Ada Byron and others\n\n{TEXT}", "By Ada Byron and others", id="no names"),
        pytest.param(f"Deal\n\nBy the sea\n\n{TEXT}", "By the sea", id="no name"),
        pytest.param(f"Deal\n\nBy Ada the Great of the Sea\n\n{TEXT}", "By Ada the Great of the Sea",
                     id="too many words"),
        pytest.param(f"Deal\n\nMay 2, 2020 | They left.\n\n{TEXT}", "May 2, 2020 | They left.",
                     id="words behind a date"),
        pytest.param(f"Deal\n\nMay 2, 2020 | and they left\n\n{TEXT}", "May 2, 2020 | and they left", id="small ones"),
        pytest.param(f"Deal\n\nMay 2, 2020 | Ships Left.\n\n{TEXT}", "May 2, 2020 | Ships Left.", id="a sentence"),
        pytest.param(f"Deal\n\nBy the Sea\n\n{TEXT}", "By the Sea", id="a small word first"),
        pytest.param(f"Deal\n\nBy Ada the great\n\n{TEXT}", "By Ada the great", id="and last"),
        pytest.param(f"### Deal\n\n{TEXT}", "Deal", id="a lower heading"),
        pytest.param(f"## It is over.\n\n{TEXT}", "", id="a heading with a stop"),
        pytest.param(f"{LONG}\n\n{TEXT}", LONG.strip(), id="a line too long for a title"),
        pytest.param(f"Deal\n\nContent\n\n{TEXT}", "Content", id="a template's heading as a line"),
        pytest.param(f"# Deal\n\n## Content\n\n{TEXT}", "", id="a template's heading"),
    ],
)  # fmt: skip
def test_heads(text: str, above: str) -> None:
    assert read_clipping(text).body == (f"{above}\n\n{TEXT}" if above else TEXT)


def test_the_only_line_is_the_text() -> None:
    assert read_clipping("Ships met off Malta").body == "Ships met off Malta"


def test_a_templates_heading_far_below_is_the_texts() -> None:
    parts = "\n\n".join(f"{TEXT} {n}" for n in range(6))
    assert "\n\nHighlights\n\n" in read_clipping(f"Deal\n\n{parts}\n\n## Highlights\n\n{TEXT}").body


def test_the_date_line_goes_before_that_of_the_byline() -> None:
    clipping = read_clipping(f"Deal\n\nMay 2, 2020\n\nBy Ada Byron | May 3, 2020\n\n{TEXT}")
    assert (clipping.authors, clipping.published_on) == (["Ada Byron"], date(2020, 5, 2))


def test_names_of_one_value() -> None:
    assert names_of("Ada Byron, the editor") == ["Ada Byron, the editor"]
    assert names_of("Ada Byron; Carl Gauss,") == ["Ada Byron", "Carl Gauss"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param(f"{TEXT}\n\nSource: {URL} says that ten ships met off Malta in May", "", id="a label in prose"),
        pytest.param(f"{TEXT}\n\n{URL} says that ten ships met off Malta in May", "", id="an address in prose"),
        pytest.param(f"{TEXT}\n\nSource: {URL} c- d= e/ f_ g% h? i", f"Source: {URL} c- d= e/ f_ g% h? i",
                     id="an address in many pieces"),
        pytest.param(f"{TEXT}\n\n{URL} c- d= e/ f_ g% h? i", f"{URL} c- d= e/ f_ g% h? i", id="the same, bare"),
        pytest.param(f"Original url:\n\n\n{URL}\n{TEXT}", f"Original url:\n\n\n{URL}", id="far below its label"),
        pytest.param(f"{URL}\nThey met at 5 pm.\n", URL, id="a line of words below"),
        pytest.param(f"{URL}\nShips\n\n{TEXT}", URL, id="a word below"),
        pytest.param(f"{URL}\nLink: {URL}/c\n", f"Link: {URL}/c", id="a labelled one below"),
        pytest.param(f"\n\n{URL}\n\n{TEXT}", URL, id="above the text"),
        pytest.param(f"{TEXT}\n\n{URL}\n\nSent from my phone\n", URL, id="above a signature"),
        pytest.param(f"Deal\n\n{URL}\n\n{TEXT}", "", id="amid the text"),
        pytest.param(f"Deal\n\n[a.example]({URL})\n\n{TEXT}", f"[a.example]({URL})", id="its host below the title"),
        pytest.param(f"Deal\n\nShips\n\n[a.example]({URL})\n\n{TEXT}", "", id="a host below more"),
        pytest.param(f"{TEXT}\n\nSource: {URL}\n\nSource: {URL}/c", f"Source: {URL}/c", id="the last of two"),
    ],
)  # fmt: skip
def test_addresses(text: str, part: str) -> None:
    found, rest = part_address(text)
    assert found == part
    assert all(words in rest for words in ("Ministers", "5 pm", "Deal", "Ships\n") if words in text)


@pytest.mark.parametrize(
    ("anchor", "is_title"),
    [
        ("Ships met off Malta", True),
        ("Ships met", False),
        ("www.a.example/b c d", False),
        ("Read more on grain", False),
    ],
)
def test_words_of_an_address(anchor: str, is_title: bool) -> None:
    assert anchor_title(f"- [{anchor}]({URL})") == (anchor if is_title else None)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param("'It''s over'", "It's over", id="YAML's single quotes"),
        pytest.param(r'"So \"it\" is"', 'So "it" is', id="YAML's double quotes"),
        pytest.param("tight", "tight", id="one letter at both ends"),
        pytest.param('So "it is', 'So "it is', id="a quotation mark within"),
        pytest.param('"It" is over', '"It" is over', id="a word in quotation marks"),
        pytest.param("[[notes/Deal|The deal]] [x] [y]", "The deal [x] [y]", id="a link of a wiki"),
        pytest.param("[Deal", "[Deal", id="a bracket alone"),
        pytest.param("Deal #grain # a comment", "Deal #grain", id="a tag and a comment"),
    ],
)
def test_values_of_fields(written: str, title: str) -> None:
    assert read_clipping(f"---\ntitle: {written}\nauthor:\n\n  - Ada Byron\n---\n{TEXT}").title == title


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(f"---\nauthor: Ada is here.\n\n{TEXT}", f"author: Ada is here.\n\n{TEXT}",
                     id="one field and no end"),
        pytest.param(f"url,note\n{URL},{TEXT}", TEXT, id="a table of one page with a note"),
        pytest.param(f"\nTitle: Deal\nurl: {URL}\nTags: grain\n\n{TEXT}", TEXT, id="lines below an empty one"),
        pytest.param(f"Title: Deal\nurl: {URL}\nPlace: Aldby\n\n{TEXT}", f"Place: Aldby\n\n{TEXT}", id="another line"),
        pytest.param(f"Title: Deal\nurl: {URL}\nAuthor:\n\n{TEXT}", f"Author:\n\n{TEXT}", id="a name without a value"),
        pytest.param(f"Deal\n\n## Metadata\nURL: {URL}\nAuthor: Ada Byron\n\n{TEXT}", TEXT, id="a template's heading"),
        pytest.param(f"Deal\nURL: {URL}\nAuthor: Ada Byron\nNote: {TEXT * 3}", f"Note: {TEXT * 3}", id="a long value"),
    ],
)  # fmt: skip
def test_fields_above_the_text(text: str, body: str) -> None:
    assert read_clipping(text).body == body


def test_lines_below_four_others_are_no_fields() -> None:
    lines = f"Deal\nTwo\nThree\nFour\nURL: {URL}\nAuthor: Ports open."
    assert "Ports open." in read_clipping(f"{lines}\n\n{TEXT}").body
