"""Mails and web archives: newsletters, mails passed on, archives of browsers, and what holds no text."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from tasks.core.article.reading import read_article
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
WORDS = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEADER = "From: Daily Grain <news@grain.example>\nDate: Thu, Mar 14, 2024 at 6:05 AM\nSubject: Grain deal signed\n"
FORWARDED = f"---------- Forwarded message ---------\n{HEADER}To: Bob <bob@mail.example>\n\n"
MARKED = FORWARDED.replace("<", "&lt;").replace("\n", "<br>")
URL = "https://grain.example/2024/03/14/deal"


def read(payload: bytes) -> Article:
    return read_article(payload, MODEL)


def newsletter() -> MIMEMultipart:
    """A letter laid out with tables, as they are."""
    message = MIMEMultipart("alternative")
    message["From"] = "=?utf-8?Q?Der_Getreidebote_=E2=80=93_t=C3=A4glich?= <mail@grain.example>"
    message["Subject"] = "Grain deal signed"
    message["Date"] = "Thu, 14 Mar 2024 06:05:00 -0500"
    message.attach(MIMEText(TEXT, "plain", "utf-8"))
    link = f'<a href="{URL}?a=1&amp;b=2" style="x"><span>View in your browser</span></a>'
    body = f"<table><tr><td>{link}</td></tr><tr><td><h1>Grain deal signed</h1>{WORDS}</td></tr></table>"
    message.attach(MIMEText(f"<html><body>{body}</body></html>", "html", "utf-8"))
    return message


def passed_on(text: str = "", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Bob <bob@mail.example>", "me@mail.example"
    message["Subject"], message["Date"] = "Fwd: Grain deal signed", "Fri, 15 Mar 2024 08:00:00 +0000"
    message.set_content(text or "see below")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_newsletter_in_tables() -> None:
    article = read(newsletter().as_bytes())
    assert article.text == TEXT
    assert (article.publisher, article.url) == ("Der Getreidebote – täglich", f"{URL}?a=1&b=2")
    assert article.published_at == datetime(2024, 3, 14, 11, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(passed_on(f"Look!\n\n{FORWARDED}{TEXT}\n\n-- \nBob Roe\nSent from a phone"), id="in the text"),
        pytest.param(passed_on(html=f"<div>Look!<br><div>{MARKED}</div><h1>Grain deal signed</h1>{WORDS}</div>"),
                     id="in the HTML"),
    ],
)  # fmt: skip
def test_a_mail_passed_on(message: EmailMessage) -> None:
    article = read(message.as_bytes())
    assert (article.title, article.publisher, article.text) == ("Grain deal signed", "Daily Grain", TEXT)
    assert (article.published_on, article.published_rule) == (date(2024, 3, 14), "mail_header")


def test_a_mail_passed_on_as_an_attachment() -> None:
    outer = MIMEMultipart()
    outer["From"], outer["Subject"], outer["Message-ID"] = "Bob <bob@mail.example>", "FW: look", "<1@mail.example>"
    outer.attach(MIMEText("See what is attached.", "plain"))
    outer.attach(MIMEMessage(newsletter()))
    article = read(outer.as_bytes())
    assert (article.title, article.text) == ("Grain deal signed", TEXT)
    assert article.published_on == date(2024, 3, 14)


def test_an_attachment_is_no_text() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@b.example", "Report", "<1@b.example>"
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    with pytest.raises(Reject) as refused:
        read(message.as_bytes())
    assert refused.value.reason == "no_text"


NESTED = "".join(f"Content-Type: multipart/mixed; boundary=x{i}\n\n--x{i}\n" for i in range(5000))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("From: " + "(" * 50_000 + "\nSubject: Deal", id="a sender of brackets"),
        pytest.param("From: a@b.example\nSubject: " + "=?utf-8?Q?a?= " * 50_000, id="a subject of encoded words"),
        pytest.param("From: a@b.example\nDate: " + "(" * 50_000, id="a date of brackets"),
        pytest.param("From: a@b.example\nList-Post: " + "<https://a.example/" * 5_000, id="an address of addresses"),
    ],
)
def test_monstrous_headers_lose_no_text(head: str) -> None:
    start = time.process_time()
    assert read(f"MIME-Version: 1.0\nX-Mailer: Grain\n{head}\n\n{TEXT}".encode()).text == TEXT
    assert time.process_time() - start < 5


@pytest.mark.parametrize("nested", [NESTED, "Content-Type: message/rfc822\n\n" * 5000], ids=["parts", "mails"])
def test_a_mail_nested_without_end_is_refused(nested: str) -> None:
    with pytest.raises(Reject, match="nested") as refused:
        read(f"From: a@b.example\nMIME-Version: 1.0\n{nested}{TEXT}".encode())
    assert refused.value.reason == "malformed_input"


def test_the_line_a_mailbox_puts_before_a_mail() -> None:
    article = read(b"From news@grain.example Thu Mar 14 06:05:00 2024\n" + newsletter().as_bytes())
    assert (article.text, article.publisher) == (TEXT, "Der Getreidebote – täglich")


PAGE = (
    f"<html><head><title>Grain deal signed</title><meta name=date content=2024-03-14></head><body><article>"
    f"<h1>Grain deal signed</h1>{WORDS}</article></body></html>"
)


def part(body: str, location: str) -> str:
    return f"--xx\r\nContent-Type: text/html\r\nContent-Location: {location}\r\n\r\n{body}\r\n"


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        pytest.param(f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\n",
                     part("<p>Buy now, it is cheap</p>", "https://ads.example/") + part(PAGE, URL),
                     id="a frame before the page"),
        pytest.param('From: "Saved by Internet Explorer 11"\r\nX-MimeOLE: Produced By\r\n', part(PAGE, URL),
                     id="no snapshot header"),
    ],
)  # fmt: skip
def test_archives_of_browsers(head: str, parts: str) -> None:
    kind = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n'
    article = read(f"{head}Date: Fri, 15 Mar 2024 09:12:44 +0000\r\n{kind}{parts}--xx--\r\n".encode())
    assert (article.title, article.text, article.url) == ("Grain deal signed", TEXT, URL)
    assert (article.published_on, article.published_rule) == (date(2024, 3, 14), "meta:date")
