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
    message["Subject"], message["Date"] = "Fwd: Look at this", "Fri, 15 Mar 2024 08:00:00 +0000"
    message.set_content(text or "see below")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_newsletter_in_tables() -> None:
    article = read(newsletter().as_bytes())
    assert article.text == TEXT
    assert (article.publisher, article.url) == ("Der Getreidebote – täglich", f"{URL}?a=1&b=2")
    assert article.published_at == datetime(2024, 3, 14, 11, 5, tzinfo=UTC)
    assert article.published_precision == "second"


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
    assert (article.published_at, article.published_precision) == (None, "day")  # its clock is of no zone


def test_a_mail_passed_on_without_a_header_is_told_of_by_the_one_around_it() -> None:
    article = read(passed_on(f"---------- Forwarded message ---------\n\n{TEXT}").as_bytes())
    assert (article.title, article.publisher, article.text) == ("Look at this", "Bob", TEXT)
    assert article.published_at == datetime(2024, 3, 15, 8, tzinfo=UTC)
    assert article.published_precision == "second"


def letter(head: str, html: str) -> Article:
    return read(f"MIME-Version: 1.0\nX-Mailer: Grain\n{head}Content-Type: text/html\n\n{html}".encode())


CELLS = "<tr><th>Port</th><th>Ships</th></tr><tr><td>Aldby</td><td>12</td></tr>"
SIDES = f"<table><tr><td><p>{PARAGRAPHS[1]}</p></td><td><p>{PARAGRAPHS[2]}</p></td></tr></table>"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param(f"<table>{CELLS}</table>", ["Port | Ships", "Aldby | 12"], id="a table of the text"),
        pytest.param(SIDES, PARAGRAPHS[1:], id="two columns of a layout"),
    ],
)
def test_tables_of_a_letter(html: str, lines: list[str]) -> None:
    body = f"<h1>Grain deal signed</h1><p>{PARAGRAPHS[0]}</p>{html}<p>{PARAGRAPHS[0][::-1]}</p>"
    assert letter("Subject: Deal\n", body).text.split("\n\n")[1:-1] == lines


def test_a_page_in_a_mail_without_headers_tells_of_itself() -> None:
    article = letter("", PAGE.replace("<meta", '<meta property="og:site_name" content="Daily Grain"><meta'))
    assert (article.title, article.publisher, article.published_on) == (
        "Grain deal signed",
        "Daily Grain",
        date(2024, 3, 14),
    )
    assert (article.published_rule, article.published_precision) == ("meta:date", "day")


@pytest.mark.parametrize(
    ("head", "page", "url"),
    [
        pytest.param(f"List-Post: <{URL}>\n", "<a href=https://grain.example/b>View online</a>", URL, id="a header"),
        pytest.param("", "<a href=https://grain.example/b>View online</a>", "https://grain.example/b", id="a link"),
        pytest.param(f"List-Post: <{URL}>\n", "<link rel=canonical href=https://grain.example/c>",
                     "https://grain.example/c", id="the page's own"),
        pytest.param("", "<a href=https://grain.example/b>The harvest</a>", None, id="none"),
    ],
)  # fmt: skip
def test_where_a_mail_can_be_read(head: str, page: str, url: str | None) -> None:
    assert letter(head, f"{page}{WORDS}").url == url


@pytest.mark.parametrize(
    ("sent", "at", "precision"),
    [
        pytest.param("Thu, 14 Mar 2024 06:05:00 +0000", datetime(2024, 3, 14, 6, 5, tzinfo=UTC), "second", id="a zone"),
        pytest.param("Thu, 14 Mar 2024 06:05:00 -0000", None, "day", id="RFC 5322: the zone is not known"),
    ],
)
def test_when_a_mail_was_sent(sent: str, at: datetime | None, precision: str) -> None:
    article = letter(f"Date: {sent}\n", WORDS)
    assert (article.published_on, article.published_at) == (date(2024, 3, 14), at)
    assert article.published_precision == precision


def test_of_an_empty_html_part_the_plain_one_is_read() -> None:
    message = passed_on(TEXT, "<html><body><img src=a.gif></body></html>")
    assert read(message.as_bytes()).text == TEXT


def test_the_charset_of_a_part() -> None:
    words = "Ten ships met. Fischer Žan was aboard."
    head = b"MIME-Version: 1.0\nX-Mailer: Grain\nContent-Type: text/plain; charset=windows-1250\n\n"
    assert read(head + words.encode("cp1250")).text == words


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
    message.add_attachment(TEXT, filename="report.txt")
    with pytest.raises(Reject) as refused:
        read(message.as_bytes())
    assert refused.value.reason == "no_text"


def test_an_archive_without_a_page_holds_no_text() -> None:
    head = f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nMIME-Version: 1.0\n"
    picture = "--xx\nContent-Type: image/gif\n\nGIF\n--xx--\n"
    with pytest.raises(Reject, match="no HTML") as refused:
        read(f"{head}Content-Type: multipart/related; boundary=xx\n\n{picture}".encode())
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


def test_the_address_that_is_given_picks_the_page_of_an_archive() -> None:
    kind = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n"
    parts = part("<p>Buy now, it is cheap</p>", "https://ads.example/") + part(PAGE, URL)
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ads.example/\r\n"
    assert read_article(f"{head}{kind}{parts}--xx--\r\n".encode(), MODEL, url=URL).text == TEXT


def test_a_letter_with_its_pictures_is_no_archive() -> None:
    """Letters hold their pictures in parts with addresses, as archives do, but say to whom they went."""
    kind = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n"
    letter = f"From: Daily Grain <a@grain.example>\r\nTo: b@mail.example\r\nSubject: Deal\r\n{kind}{part(PAGE, URL)}"
    assert read(f"{letter}--xx--\r\n".encode()).publisher == "Daily Grain"
