"""What kind of file some bytes are."""

from __future__ import annotations

import pytest

from tasks.core.formats import is_saved_page

# What stands at the beginning, and whether the file is a saved page.
BEGINNINGS = [
    ("a document type", b"<!DOCTYPE html>\n<title>Ships</title>", True),
    ("a server's notes first", b"<!-- from cache -->\n\n<!-- node 7 -->\n <!doctype HTML><html>", True),
    ("a style before all else", b"<style>p { color: red }</style><p>Ships</p>", True),
    ("saved by a browser", b"<!-- saved from url=(0023)https://news.example/ -->\n<html>", True),
    ("XHTML", b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", True),
    ("UTF-16", "\ufeff<html><p>Ships".encode("utf-16-le"), True),
    ("a feed", b"<?xml version='1.0'?><rss version='2.0'>", False),
    ("a clipping with a note", b"<!-- clipped on Monday -->\n# Ten ships met off Malta", False),
    ("bold words", b"<b>Ten ships</b> met off Malta", False),
    ("notes without end", b"<!---->" * 600 + b"x", False),
]


@pytest.mark.parametrize(("data", "is_page"), [case[1:] for case in BEGINNINGS], ids=[case[0] for case in BEGINNINGS])
def test_a_saved_page_is_told_by_its_beginning(data: bytes, is_page: bool) -> None:
    assert is_saved_page(data) is is_page
