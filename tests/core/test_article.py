"""Files of every format told apart by their bytes and read to the same article."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.article.reading import read_article, saved_from
from tasks.core.article.record import Article
from tasks.core.page.model import BlockModel
from tasks.io.article_model import load_article_model
from tasks.tables.values import Reject

MODEL = BlockModel(load_article_model())
PARAGRAPHS = [
    "Ministers of the two countries signed a grain deal on Wednesday after a long night of talks in the capital.",
    "The deal lets forty ships a week leave the three ports that had been closed since the autumn of last year.",
    "Farmers had asked for such a deal for months, and said that the stores would not hold another harvest.",
]
TEXT = "\n\n".join(PARAGRAPHS)
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Ministers sign</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ministers sign</h1>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article></body></html>"""


def read(payload: bytes, charset: str | None = None, media_type: str | None = None) -> Article:
    return read_article(payload, MODEL, charset, media_type)


def mail(html: bool) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Daily Grain <mail@grain.example>"
    message["To"] = "reader@mail.example"
    message["Subject"] = "Fwd: Ministers sign – at last"
    message["Date"] = "Wed, 03 Mar 2021 23:30:00 -0500"
    message.set_content(TEXT)
    if html:
        message.add_alternative(HTML, subtype="html")
    return message


@pytest.mark.parametrize("html", [True, False])
def test_mail(html: bool) -> None:
    article = read(mail(html).as_bytes())
    assert (article.title, article.publisher) == ("Ministers sign – at last", "Daily Grain")
    assert article.text == TEXT
    assert article.published_at == datetime(2021, 3, 4, 4, 30, tzinfo=UTC)
    assert (article.published_on, article.published_rule) == (date(2021, 3, 3), "mail_header")


def test_web_archive() -> None:
    payload = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/a\r\nSubject: Ministers sign\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n--xx\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{HTML.replace('=', '=3D').replace('<nav>', '<nav><link rel=3Dcanonical href=3D/b>')}\r\n--xx--\r\n"
    )
    article = read(payload.encode())
    assert (article.text, article.title) == (TEXT, "Ministers sign")


def test_saved_page_says_where_it_came_from() -> None:
    saved = HTML.replace("<head>", "<!--\n Page saved with SingleFile \n url: https://news.example/a \n--><head>")
    assert saved_from(saved) == "https://news.example/a"
    link = saved.replace("<nav>", "<link rel=canonical href=/b><nav>").encode()
    assert read_article(link, MODEL).url == "https://news.example/b"
    assert read_article(link, MODEL, url="https://other.example/").url == "https://other.example/b"


@pytest.mark.parametrize(
    ("payload", "charset"),
    [
        pytest.param(HTML.encode("utf-16"), None, id="utf-16 with mark"),
        pytest.param(HTML.encode("utf-16-le"), None, id="utf-16 without mark"),
        pytest.param(b"\xef\xbb\xbf" + HTML.encode(), "iso-8859-1", id="utf-8 mark against the label"),
        pytest.param(f"Ministers sign\n\n{TEXT}".encode(), None, id="plain text"),
        pytest.param(f"# Ministers sign\n\n{TEXT}\n\nSource: http://news.example/a".encode(), None, id="clipping"),
    ],
)
def test_formats(payload: bytes, charset: str | None) -> None:
    article = read(payload, charset)
    assert (article.title, article.text) == ("Ministers sign", TEXT)


FRAGMENT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MANY = f"Ministers sign<script>run()</script>{'<div></div>' * 5}<h1>Ministers sign</h1>{FRAGMENT}"


@pytest.mark.parametrize(
    ("payload", "media_type", "text"),
    [
        pytest.param(f"Ministers sign\n\n{FRAGMENT}", "text/html", f"Ministers sign\n\n{TEXT}",
                     id="a page that begins with words"),
        pytest.param(MANY, None, TEXT, id="many elements"),
        pytest.param(f"<3 Ministers sign.\n\n{TEXT}", None, f"<3 Ministers sign.\n\n{TEXT}", id="a sign before words"),
        pytest.param(f"Ministers: two\nShips: forty\n\n{TEXT}", None, f"Ships: forty\n\n{TEXT}",
                     id="lines with colons are no mail"),
        pytest.param(f"\n{TEXT}", "message/rfc822", TEXT, id="a mail without fields"),
    ],
)  # fmt: skip
def test_what_a_file_is_read_as(payload: str, media_type: str | None, text: str) -> None:
    assert read(payload.encode(), None, media_type).text == text


def test_mojibake_of_a_page_is_mended() -> None:
    broken = HTML.replace("grain deal on", "grain deal in MÃ¼nchen â€“ on")
    assert "grain deal in München – on" in read(broken.encode()).text


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        pytest.param(b" \n", "empty_input", id="empty"),
        pytest.param(b"%PDF-1.7 ...", "unsupported_format", id="pdf"),
        pytest.param(b"\x89PNG\r\n", "unsupported_format", id="picture"),
        pytest.param(rb"{\rtf1\ansi Ministers signed.}", "unsupported_format", id="rtf"),
        pytest.param(
            b"title,url\na,https://a.example/1\nb,https://a.example/2", "unsupported_format", id="list of pages"
        ),
        pytest.param(b"ab\x00" * 400, "binary_input", id="zero bytes"),
        pytest.param(bytes(range(256)) * 40, "binary_input", id="every byte"),
    ],
)
def test_what_cannot_be_read(payload: bytes, reason: str) -> None:
    with pytest.raises(Reject) as refused:
        read(payload)
    assert refused.value.reason == reason


def test_page_without_an_article_keeps_its_metadata() -> None:
    head = b'<meta name="date" content="2021-03-03"><title>Ministers sign</title>'
    article = read(b"<html><head>" + head + b"</head><body><script>run()</script></body></html>")
    assert (article.text, article.title, article.published_on) == ("", "Ministers sign", date(2021, 3, 3))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"From: a\nSubject: =?x?q?=\nMIME-Version: 1.0\n", b"<html>"]))
def test_any_bytes_are_read_or_rejected(payload: bytes, start: bytes) -> None:
    try:
        said: str = read(start + payload).verdict
    except Reject as refused:
        said = refused.detail
    assert said
