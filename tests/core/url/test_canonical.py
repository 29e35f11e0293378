"""The canonical form: the URL standard's, without what only tracks; hosts by the public suffix list."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tasks.core.url
from tasks.core.url.canonical import canonicalise
from tasks.core.url.host import is_public_host, registrable_domain
from tasks.io.lexicons import load_url_lexicon

LEXICON = load_url_lexicon()
CASES = [
    ("case and port", "HTTPS://WWW.Example.ORG:443/A", "https://www.example.org/A"),
    ("dot segments", "https://a.org/x/../y/./z", "https://a.org/y/z"),
    ("another script", "https://bücher.de/ä b", "https://xn--bcher-kva.de/%C3%A4%20b"),
    ("tracking leaves", "https://a.org/x?utm_source=a&id=5&fbclid=b", "https://a.org/x?id=5"),
    ("tracking only", "https://a.org/x?gclid=b#part", "https://a.org/x#part"),
    ("what selects a page stays", "https://a.org/?p=1&page=2&article=3", "https://a.org/?p=1&page=2&article=3"),
    ("one site's parameter", "https://www.bbc.co.uk/news/1?ns_source=x", "https://www.bbc.co.uk/news/1"),
    ("the same elsewhere", "https://a.org/news/1?ns_source=x", "https://a.org/news/1?ns_source=x"),
    ("the rest byte for byte", "https://a.org/x?a=%7e&b&utm_id=1&c=+", "https://a.org/x?a=%7e&b&c=+"),
    ("a text fragment", "https://a.org/x#:~:text=words", "https://a.org/x"),
    ("no address", "no address", "no address"),
]


@pytest.mark.parametrize(("url", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_canonical(url: str, expected: str) -> None:
    assert canonicalise(url, LEXICON) == expected
    assert canonicalise(expected, LEXICON) == expected


@given(st.text(max_size=60).map(lambda text: "https://a.org/" + text))
def test_canonical_is_stable(url: str) -> None:
    once = canonicalise(url, LEXICON)
    assert canonicalise(once, LEXICON) == once


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("news.example.co.uk", "example.co.uk"),
        ("example.org", "example.org"),
        ("co.uk", None),
        ("localhost", None),
        ("a.b.ck", "a.b.ck"),  # `*.ck`
        ("a.www.ck", "www.ck"),  # `!www.ck`
        ("x.президент.рф", "президент.рф"),
        ("x.xn--p1ai", "x.xn--p1ai"),
    ],
)
def test_registrable_domain(host: str, expected: str | None) -> None:
    assert registrable_domain(host, LEXICON.suffixes) == expected


@pytest.mark.parametrize("host", ["a..org", "-a.org", "a b.org", "", ".", "org", "999.1.1.1", "a.nosuchsuffix"])
def test_no_public_host(host: str) -> None:
    assert not is_public_host(host, LEXICON.suffixes)


MODULES = [
    importlib.import_module(f"tasks.core.url.{info.name}") for info in pkgutil.iter_modules(tasks.core.url.__path__)
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_examples_in_docstrings(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
