"""Addresses that carry others: each service's form, nested, and what must stay closed."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from tasks.core.url.archives import timestamp
from tasks.core.url.wrappers import unwrap
from tasks.io.lexicons import load_url_lexicon

LEXICON = load_url_lexicon()
PAGE = "https://a.org/x-y?id=5"
CODED = base64.urlsafe_b64encode(PAGE.encode()).decode().rstrip("=")
NEWS = base64.urlsafe_b64encode(b"\x08\x13\x22\x16" + PAGE.encode() + b"\xd2\x01\x00").decode().rstrip("=")

OPENED = [
    ("Google, url", "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&usg=A"),
    ("Google, q", "https://www.google.com/url?q=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&sa=D"),
    ("Google images", "https://www.google.de/imgres?imgurl=i.png&imgrefurl=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("Google Translate", "https://translate.google.com/translate?sl=ru&u=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("Google News, older", f"https://news.google.com/rss/articles/CBM{NEWS[3:]}?oc=5"),
    ("a translated host", "https://a-org.translate.goog/x-y?id=5&_x_tr_sl=de&_x_tr_tl=en"),
    ("Facebook", "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&h=AT"),
    ("Facebook, shared", "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("Outlook", "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&data=05"),
    ("Proofpoint 1", "https://urldefense.proofpoint.com/v1/url?u=https%3A//a.org/x-y%3Fid%3D5&k=x"),
    ("Proofpoint 2", "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.org_x-2Dy-3Fid-3D5&d=Dw&c=x"),
    ("Proofpoint 3", "https://urldefense.com/v3/__https://a.org/x-y?id=5__;!!A!b$"),
    ("Proofpoint 3, replaced", "https://urldefense.com/v3/__https://a.org/x-y*id*5__;Pz0!!A!b$"),
    ("Proofpoint 3, a run", "https://urldefense.us/v3/__https://a.org/x-y**Ad*5__;P2k9!!A!b$"),
    ("LinkedIn", "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&trk=x"),
    ("Twitter", "https://twitter.com/intent/tweet?url=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5&text=Read"),
    ("X, in the text", "https://x.com/intent/post?text=Read%20https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("AMP cache", "https://a-org.cdn.ampproject.org/c/s/a.org/x-y?id=5"),
    ("AMP viewer", "https://www.google.com/amp/s/a.org/x-y?id=5"),
    ("Wayback Machine", "https://web.archive.org/web/20191101120000id_/https://a.org/x-y?id=5"),
    ("Wayback Machine, all", "https://web.archive.org/web/*/https://a.org/x-y?id=5"),
    ("archive.today", "https://archive.ph/2019.11.01-120000/https://a.org/x-y?id=5"),
    ("a national archive", "https://webarchive.nationalarchives.gov.uk/20191101/https://a.org/x-y?id=5"),
    ("Google's cache", "https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjK:https://a.org/x-y%3Fid%3D5+words&cd=1"),
    ("Bing", f"https://www.bing.com/ck/a?!&&p=x&u=a1{CODED}&ntb=1"),
    ("Yahoo", "https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fa.org%2fx-y%3fid%3d5/RK=2/RS=x"),
    ("a reader", "https://r.jina.ai/https://a.org/x-y?id=5"),
    ("any redirect", "https://news.example.org/redirect?c=1&to=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("any click counter", "https://click.example.org/?u=https%3A%2F%2Fa.org%2Fx-y%3Fid%3D5"),
    ("two deep", "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fa.org%252Fx-y%253Fid%253D5"),
]  # fmt: skip


@pytest.mark.parametrize("url", [case[1] for case in OPENED], ids=[case[0] for case in OPENED])
def test_opened(url: str) -> None:
    opened = unwrap(url, LEXICON)
    assert opened.url == PAGE
    assert opened.rules


CLOSED = [
    ("a plain address", "https://a.org/x"),
    ("a login", "https://a.org/login?next=https%3A%2F%2Fa.org%2Fx"),
    ("a parameter among others", "https://a.org/shop/index.html?from=a_-%2F%2Fb.org%2Fi.jpg&id=3"),
    ("an opaque archive", "https://archive.ph/AbCdE"),
    ("an opaque redirect", "https://click.example.org/f/a/xyz"),
    ("a search", "https://www.google.com/search?q=a.org"),
    ("Proofpoint without an address", "https://urldefense.proofpoint.com/v2/url?d=x"),
    ("the archive itself", "https://web.archive.org/web/"),
]


@pytest.mark.parametrize("url", [case[1] for case in CLOSED], ids=[case[0] for case in CLOSED])
def test_closed(url: str) -> None:
    opened = unwrap(url, LEXICON)
    assert (opened.url, opened.rules) == (url, ())


def test_wrappers_without_end_are_opened_only_so_deep() -> None:
    assert unwrap("https://web.archive.org/web/2019/" * 50 + PAGE, LEXICON).url.startswith("https://")


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("20191101120000", datetime(2019, 11, 1, 12, tzinfo=UTC)),
        ("2019.11.01-120000", datetime(2019, 11, 1, 12, tzinfo=UTC)),
        ("2019", datetime(2019, 1, 1, tzinfo=UTC)),
        ("20191399", None),
        ("", None),
    ],
)
def test_timestamp(digits: str, expected: datetime | None) -> None:
    assert timestamp(digits) == expected
