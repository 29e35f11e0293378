"""Clippings of the kinds people keep, each part found and no word lost."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.clipping import Clipping, read_clipping

PASTED = """


Ministers Sign Grain Deal After 'Long Night'

March 03, 2021

Trucks wait at the border crossing near Dorohusk. **Jan Kowal / Border Guard**

Ministers <u>signed</u> a grain deal on Wednesday.

Embed:

"We are glad," the minister said, quoting snake_case_names and 2 * 3 * 4.

Original url:

https://news.example/2021/03/03/ministers-sign-gra in-deal
"""

OBSIDIAN = """---
title: "Ministers Sign: Grain Deal"
source: "https://news.example/grain"
author:
  - "[[Ada Byron]]"
  - "[[Carl Gauss]]"
published: 2021-03-03
created: 2021-04-01
tags:
  - "clippings"
---
![Trucks at night](https://news.example/a.jpg)

## Background

A [deal](https://news.example/deal) was **near**.
"""

FORWARDED = """---------- Forwarded message ---------
From: Daily Grain <mail@grain.example>
Date: Wed, Mar 3, 2021 at 9:12 AM
Subject: Ministers sign
To: <reader@mail.example>

The ministers met in the evening and signed the paper that they had
put off for months.

Read the full story at https://news.example/grain
"""


def anchors(clipping: Clipping) -> list[tuple[str, str | None]]:
    return [(clipping.body[link.start : link.end], link.url) for link in clipping.links]


def test_pasted_article() -> None:
    clipping = read_clipping(PASTED)
    assert clipping.title == "Ministers Sign Grain Deal After 'Long Night'"
    assert (clipping.published_on, clipping.published_rule) == (date(2021, 3, 3), "date_line")
    assert clipping.body.split("\n\n") == [
        "Ministers signed a grain deal on Wednesday.",
        '"We are glad," the minister said, quoting snake_case_names and 2 * 3 * 4.',
    ]
    assert anchors(clipping) == [("signed", None)]
    assert [(c.text, c.credit) for c in clipping.captions] == [
        ("Trucks wait at the border crossing near Dorohusk.", "Jan Kowal / Border Guard")
    ]
    assert clipping.address_text.startswith("Original url:")
    assert clipping.address_text.endswith("ministers-sign-gra in-deal")


def test_front_matter_of_a_web_clipper() -> None:
    clipping = read_clipping(OBSIDIAN)
    assert (clipping.title, clipping.authors) == ("Ministers Sign: Grain Deal", ["Ada Byron", "Carl Gauss"])
    assert (clipping.published_on, clipping.published_rule) == (date(2021, 3, 3), "front_matter")
    assert clipping.address_text == 'source: "https://news.example/grain"'
    assert clipping.body == "Background\n\nA deal was near."
    assert [(clipping.body[h.start : h.end], h.level) for h in clipping.headings] == [("Background", 2)]
    assert anchors(clipping) == [("deal", "https://news.example/deal")]
    assert [c.text for c in clipping.captions] == ["Trucks at night"]


def test_forwarded_mail() -> None:
    clipping = read_clipping(FORWARDED)
    assert clipping.title == "Ministers sign"
    assert (clipping.published_on, clipping.published_rule) == (date(2021, 3, 3), "mail_header")
    assert clipping.body == ("The ministers met in the evening and signed the paper that they had put off for months.")
    assert clipping.address_text == "Read the full story at https://news.example/grain"


@pytest.mark.parametrize(
    ("text", "title", "body", "address"),
    [
        pytest.param("http://a.example/b c", None, "", "http://a.example/b c", id="bare address"),
        pytest.param("[Ships met off Malta](http://a.example/b)", "Ships met off Malta", "", None, id="one link"),
        pytest.param("One plain sentence.", None, "One plain sentence.", "", id="text alone"),
        pytest.param("Ships met\nMay 2, 2020\nThey met at sea.", "Ships met", "They met at sea.", "",
                     id="lines close together"),
        pytest.param("A b\n\nC d e.\n\nSource: hxxps[:]//a[.]example/x\n\nClipped with a reader app", "A b", "C d e.",
                     "Source: hxxps[:]//a[.]example/x", id="defanged trailer and clipper's signature"),
        pytest.param("A b\n\nC d e.\n\nRead more at https://a.example/lo\n    ng-way", "A b", "C d e.",
                     "Read more at https://a.example/lo\n    ng-way", id="wrapped address"),
        pytest.param("URL,Title,Selection,Folder,Timestamp\nhttp://a.example/b,Ships met,,Unread,1583193600",
                     "Ships met", "", "http://a.example/b", id="reading list of one"),
        pytest.param("Title: Ships met\nURL: http://a.example/b\n\nThey met.", "Ships met", "They met.",
                     "URL: http://a.example/b", id="labelled lines"),
        pytest.param("", None, "", "", id="empty"),
    ],
)  # fmt: skip
def test_parts(text: str, title: str | None, body: str, address: str | None) -> None:
    clipping = read_clipping(text)
    assert clipping.title == title
    assert clipping.body == body
    assert clipping.address_text == (text if address is None else address)


def test_byline_and_its_date() -> None:
    clipping = read_clipping("Ships met\n\nBy Ada Byron and Carl Gauss | May 2, 2020\n\nThey met at sea. Twice.")
    assert (clipping.authors, clipping.published_on) == (["Ada Byron", "Carl Gauss"], date(2020, 5, 2))


def test_mojibake_is_mended_and_sound_text_left_alone() -> None:
    assert read_clipping("It rained.\n\nItâ€™s cold in MÃ¼nchen.").body.endswith("It’s cold in München.")
    assert read_clipping("It rained.\n\nIt’s “cold” – in München.").body.endswith("It’s “cold” – in München.")


@given(st.text(max_size=400) | st.text(alphabet="[]()<>!*_`#-|: \nahtps/.u", max_size=400))
def test_never_raises_and_offsets_hold(text: str) -> None:
    clipping = read_clipping(text)
    for link in clipping.links:
        anchor = clipping.body[link.start : link.end]
        assert anchor
        assert anchor == anchor.strip()
    for heading in clipping.headings:
        assert "\n" not in clipping.body[heading.start : heading.end]


@given(st.lists(st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){3,12}[.]", fullmatch=True), min_size=1, max_size=8))
def test_no_word_is_lost(sentences: list[str]) -> None:
    clipping = read_clipping("\n\n".join(sentences))
    kept = " ".join([clipping.title or "", clipping.body, clipping.address_text, *(c.text for c in clipping.captions)])
    assert set(re.findall(r"\w+", " ".join(sentences))) <= set(re.findall(r"\w+", kept))


@pytest.mark.parametrize(
    "piece", ["[", "*a ", "[a](", "<a ", "_", "![[", "- ", "> ", "a: b\n", "---\n", "http://", "<!-- " * 20, "%% "]
)
def test_long_nonsense_is_read(piece: str) -> None:
    start = time.process_time()
    assert read_clipping(piece * 20_000).body is not None
    assert time.process_time() - start < 5
