"""collect: every input becomes references or is rejected with its reason; nothing else happens to it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tasks.collect import collect
from tasks.io.inputs import Input, read_inputs
from tasks.io.lexicons import load_url_lexicon
from tasks.tables.outcome import Outcome
from tasks.tables.records import Reference
from tasks.tables.run import Run

RUN = Run("run", datetime(2024, 5, 17, tzinfo=UTC))
CLIPPING = """Ferry Line Reopens After Two Years

May 16, 2024

The ferry between Ystad and the island sailed again on Thursday.

Source: https://www.example.org/2024/05/16/ferry-line-reo pens-after-two-years
"""
FEED = """<rss version="2.0"><channel><title>The Lantern</title><item><title>Bridge opens</title>
<link>https://lantern.example.org/2024/bridge-opens</link><pubDate>Thu, 16 May 2024 08:00:00 GMT</pubDate></item>
</channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lantern.example.org/2024/bridge-opens</loc>
<news:news><news:publication><news:name>The Lantern</news:name></news:publication>
<news:publication_date>2024-05-16T08:00:00+02:00</news:publication_date>
<news:title>Bridge opens</news:title></news:news>
</url></urlset>"""

# What is wrong with the input, its bytes, and the reason it is rejected for.
REJECTED = [
    ("an empty file", b"", "empty_input"),
    ("white space only", b" \n\t\n", "empty_input"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unsupported_format"),
    ("bytes of no known format", bytes(range(256)) * 8, "binary_input"),
    ("a text whose letters were lost", "\ufffd\ufffd\ufffd \ufffd\ufffd 2024".encode(), "undecodable_text"),
    ("larger than allowed", b"word " * 2**20, "too_large"),
    ("a text too long for an article", b"word. " * 170_000, "too_large"),
    ("a feed without entries", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "malformed_input"),
    (
        "an index of sitemaps",
        b"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>",
        "unsupported_format",
    ),
]  # fmt: skip


def collected(tmp_path: Path, data: bytes, name: str = "input.txt") -> Outcome[Reference]:
    path = tmp_path / name
    path.write_bytes(data)
    return collect(read_inputs([str(path)], max_bytes=2**20), load_url_lexicon(), RUN)


@pytest.mark.parametrize(("data", "reason"), [c[1:] for c in REJECTED], ids=[c[0] for c in REJECTED])
def test_what_cannot_be_read_is_rejected(tmp_path: Path, data: bytes, reason: str) -> None:
    outcome = collected(tmp_path, data)
    assert not outcome.kept
    assert [r.reason for r in outcome.rejected] == [reason]
    assert outcome.rejected[0].input.endswith("input.txt")


def test_a_missing_file_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("https://example.org/2024/a-page\n")
    outcome = collect(read_inputs([str(tmp_path / "gone"), str(tmp_path)]), load_url_lexicon(), RUN)
    assert [r.reason for r in outcome.rejected] == ["unreadable_input"]
    assert [r.url for r in outcome.kept] == ["https://example.org/2024/a-page"]


def test_what_is_no_file_in_a_folder_is_rejected_and_not_waited_for(tmp_path: Path) -> None:
    given = tmp_path / "given"
    (given / ".git").mkdir(parents=True)
    (given / ".git" / "hidden.txt").write_text("https://example.org/hidden\n")
    (given / "list.txt").write_text("https://example.org/2024/a-page\n")
    (given / "lost.txt").symlink_to(tmp_path / "nowhere")
    (given / "link.txt").symlink_to(given / "list.txt")
    (given / "loop").symlink_to(given)
    os.mkfifo(given / "pipe")
    outcome = collect(read_inputs([str(given)]), load_url_lexicon(), RUN)
    assert [Path(r.source).name for r in outcome.kept] == ["link.txt", "list.txt"]
    assert {(Path(r.input).name, r.reason, r.detail) for r in outcome.rejected} == {
        ("loop", "unreadable_input", "a link to a folder, which is not followed: give the folder itself"),
        ("lost.txt", "unreadable_input", "No such file or directory: give a file that can be read"),
        ("pipe", "unreadable_input", "a pipe or a device: give a file"),
    }


NAMES = [b"sp ace.txt", b"line\nbreak.txt", b"\xff\xfe.txt", "лист.txt".encode()]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)
    with open(path, "wb") as file:
        file.write(b"https://example.org/2024/a-page\n")
    [reference] = collect(read_inputs([str(tmp_path)]), load_url_lexicon(), RUN).kept
    assert reference.source == f"{tmp_path}/{name.decode('utf-8', 'backslashreplace')}"


def test_a_clipping_gives_one_reference_with_its_address_repaired(tmp_path: Path) -> None:
    [reference] = collected(tmp_path, CLIPPING.encode()).kept
    assert reference.url == "https://www.example.org/2024/05/16/ferry-line-reopens-after-two-years"
    assert reference.url_status == "repaired"
    assert (reference.title, reference.published_on) == ("Ferry Line Reopens After Two Years", date(2024, 5, 16))
    assert reference.body == "The ferry between Ystad and the island sailed again on Thursday."
    assert reference.raw == CLIPPING


def test_a_clipping_without_an_address_keeps_its_text(tmp_path: Path) -> None:
    [reference] = collected(tmp_path, b"The dam held.\n\nNobody was hurt in the flood.").kept
    assert (reference.url, reference.url_status) == (None, "absent")
    assert "Nobody was hurt in the flood." in (reference.body or "")


def test_a_list_gives_a_reference_a_line(tmp_path: Path) -> None:
    text = "# read later\nhttps://example.org/a\n\n- hxxps://example[.]org/b\n1. www.example.org/c\n"
    outcome = collected(tmp_path, text.encode())
    assert [r.url for r in outcome.kept] == [
        "https://example.org/a",
        "https://example.org/b",
        "https://www.example.org/c",
    ]
    assert [r.position for r in outcome.kept] == [0, 1, 2]
    assert {r.body for r in outcome.kept} == {None}


# An encoding, a text in it, and what the encoding is called.
OTHER_ENCODINGS = [
    ("utf-8-sig", CLIPPING, "utf-8 (byte order mark)"),
    ("utf-16", CLIPPING, "utf-16 (byte order mark)"),
    ("utf-16-be", CLIPPING, "utf-16-be (detected)"),
    ("cp1252", CLIPPING.replace("the island", "Åland’s islands"), "windows-1252 (detected; declared nothing)"),
    ("cp1251", CLIPPING.replace("The ferry", "Паром между материком и островом снова пошёл в четверг. The ferry"),
     "windows-1251 (detected; declared nothing)"),
    ("shift_jis", CLIPPING.replace("The ferry", "島へのフェリーは木曜日に再び運航を始めました。The ferry"),
     "shift_jis (detected; declared nothing)"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text", "told"), OTHER_ENCODINGS, ids=[case[0] for case in OTHER_ENCODINGS])
def test_a_clipping_in_another_encoding_is_read_and_its_bytes_are_kept(
    tmp_path: Path, encoding: str, text: str, told: str
) -> None:
    [reference] = collected(tmp_path, text.encode(encoding)).kept
    assert (reference.raw, reference.encoding) == (text, told)
    assert reference.raw_bytes == text.encode(encoding)
    assert reference.url == "https://www.example.org/2024/05/16/ferry-line-reopens-after-two-years"


@pytest.mark.parametrize("text", [FEED, SITEMAP], ids=["feed", "sitemap"])
def test_feeds_and_sitemaps_are_read_in_the_encoding_they_declare(tmp_path: Path, text: str) -> None:
    declared = '<?xml version="1.0" encoding="windows-1251"?>' + text.removeprefix('<?xml version="1.0"?>')
    [reference] = collected(tmp_path, declared.replace("Bridge opens", "Мост открыт").encode("cp1251")).kept
    assert reference.title == "Мост открыт"
    assert reference.encoding == "windows-1251 (declared)"


@pytest.mark.parametrize("text", [FEED, SITEMAP], ids=["feed", "sitemap"])
def test_feeds_and_sitemaps_tell_title_day_and_publisher(tmp_path: Path, text: str) -> None:
    [reference] = collected(tmp_path, text.encode()).kept
    assert reference.url == "https://lantern.example.org/2024/bridge-opens"
    assert (reference.title, reference.published_on, reference.publisher) == (
        "Bridge opens",
        date(2024, 5, 16),
        "The Lantern",
    )


def test_ids_depend_on_content_not_on_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = collected(tmp_path / "a", CLIPPING.encode()).kept
    second = collected(tmp_path / "b", CLIPPING.encode()).kept
    assert first[0].reference_id == second[0].reference_id


@given(st.lists(st.binary(max_size=300), max_size=4))
def test_every_input_is_kept_or_rejected(contents: list[bytes]) -> None:
    inputs = [Input(f"file-{i}", data) for i, data in enumerate(contents)]
    outcome = collect(inputs, load_url_lexicon(), RUN)
    assert {r.source for r in outcome.kept} | {r.input for r in outcome.rejected} == {i.source for i in inputs}


def test_a_warc_file_gives_a_reference_a_page(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, status, media_type in [
            ("https://lantern.example.org/2024/bridge-opens", "200 OK", "text/html; charset=utf-8"),
            ("https://lantern.example.org/logo.png", "200 OK", "image/png"),
            ("https://lantern.example.org/gone", "404 Not Found", "text/html"),
        ]:
            headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", BytesIO(b"<p>x</p>"), length=8, http_headers=headers)
            )
    outcome = collect(read_inputs([str(path)]), load_url_lexicon(), RUN)
    assert [(r.url, r.source) for r in outcome.kept] == [("https://lantern.example.org/2024/bridge-opens", str(path))]


def test_a_damaged_warc_file_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "cut.warc.gz").write_bytes(b"\x1f\x8b\x08\x00 no archive")
    outcome = collect(read_inputs([str(tmp_path / "cut.warc.gz")]), load_url_lexicon(), RUN)
    assert [r.reason for r in outcome.rejected] == ["malformed_input"]


SAVED = """<!DOCTYPE html>
<!-- Page saved with SingleFile url: https://lantern.example.org/2024/bridge-opens -->
<html lang="en"><head><meta charset="iso-8859-1"><title>Bridge opens over the Gl\xe5ma</title></head>
<body><nav>Home</nav>
<article><h1>Bridge opens over the Gl\xe5ma</h1>{}</article></body></html>"""
PARAGRAPHS = [
    f"The council said on day {n} that the new bridge over the river Gl\xe5ma would carry {n} trains." for n in range(9)
]


def test_a_saved_page_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    page = SAVED.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    [reference] = collected(tmp_path, page.encode("latin-1"), "saved.html").kept
    assert reference.url == "https://lantern.example.org/2024/bridge-opens"
    assert reference.title == "Bridge opens over the Gl\xe5ma"
    assert reference.body is not None
    assert PARAGRAPHS[3] in reference.body
    assert "Home" not in reference.body
    assert (reference.encoding, reference.raw_bytes) == ("windows-1252 (declared)", page.encode("latin-1"))
    assert PARAGRAPHS[3] in reference.raw


NOTE = f"---\ntitle: Bridge opens\npublished: 2024-05-16T22:30:00-05:00\n---\n{PARAGRAPHS[0]}"
MAIL = (
    "From: Grain <a@grain.example>\nDate: Thu, 16 May 2024 22:30:00 -0500\nMIME-Version: 1.0\nSubject: Bridge\n\nOpen."
)


@pytest.mark.parametrize(("data", "name"), [(NOTE, "note.md"), (MAIL, "mail.eml")])
def test_an_instant_the_source_gives_is_kept(tmp_path: Path, data: str, name: str) -> None:
    [reference] = collected(tmp_path, data.encode(), name).kept
    assert reference.published_on == date(2024, 5, 16)
    assert reference.published_at == datetime(2024, 5, 17, 3, 30, tzinfo=UTC)
