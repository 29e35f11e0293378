"""Clippings as the common clippers and readers write them: the same article, whatever stands around it."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.core.article.evernote import read_notes
from tasks.core.clipping import read_clipping
from tasks.core.formats import format_of, is_notes, is_saved_page
from tasks.core.page.model import BlockModel
from tasks.core.reading_list import read_reading_list
from tasks.io.article_model import load_article_model

URL = "https://news.example/2024/03/14/grain"
WORDS = [
    "Ministers of the two countries signed a grain deal on Wednesday after a long night of talks in the capital.",
    "The deal lets forty ships a week leave the three ports that had been closed since the autumn.",
]
BODY = "\n\n".join(WORDS)
DAY = date(2024, 3, 14)

CLIPPED = {
    "MarkDownload": f"""---
created: 2024-03-15T09:12:44 (UTC +01:00)
tags: [grain]
source: {URL}
author: Ada Byron
---

# Grain deal signed

> ## Excerpt
> Ministers of the two countries signed a grain deal.

---
March 14, 2024

{BODY}
""",
    "Omnivore, values below their names": f"""---
title: |
  Grain deal signed
author: |
  Ada Byron
date_published: 2024-03-14 10:30:00
---

# Grain deal signed

[Read on Omnivore](https://omnivore.example/me/grain)
[Read Original]({URL})

{BODY}
""",
    "Notion, properties below the title": f"""# Grain deal signed

URL: {URL}
Created: March 15, 2024 9:12 AM
Author: Ada Byron
Published: March 14, 2024
Status: Read

{BODY}
""",
    "Joplin, raw export with properties at the end": f"""Grain deal signed

March 14, 2024

{BODY}

id: 3f8e0b2c9d6a4f4c8e1b2a3c4d5e6f70
parent_id: 1a2b3c4d5e6f708192a3b4c5d6e7f809
created_time: 2024-03-15T08:12:44.000Z
is_todo: 0
author: Ada Byron
source_url: {URL}
source: joplin-desktop
type_: 1
""",
    "Roam, a property a bullet": f"""- Grain deal signed
    - Source:: {URL}
    - Author:: [[Ada Byron]]
    - Date:: [[March 14th, 2024]]
    - {WORDS[0]}
    - {WORDS[1]}
""",
    "Bear, host linked below the title, tags at the end": f"""# Grain deal signed
[news.example]({URL})

March 14, 2024 · Ada Byron

{BODY}

#clippings/grain #ports
""",
    "plain text, byline over date": f"""Grain deal signed

By Ada Byron
March 14, 2024

{BODY}

{URL}
""",
}


@pytest.mark.parametrize("text", CLIPPED.values(), ids=CLIPPED.keys())
def test_one_article_from_every_clipper(text: str) -> None:
    clipping = read_clipping(text)
    assert (clipping.title, clipping.authors, clipping.published_on) == ("Grain deal signed", ["Ada Byron"], DAY)
    assert clipping.body == BODY
    assert URL in clipping.address_text


MATTER = f"title: Grain deal signed\nauthor: Ada Byron\nsource: {URL}\ndate: 2024-03-14"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(MATTER.replace("Grain deal signed", ">-\n  Grain deal\n  signed"), id="a folded value"),
        pytest.param(MATTER.replace("deal signed", "deal\n  signed"), id="a value on two lines"),
        pytest.param(f"# by hand\n{MATTER.replace('signed', 'signed # as printed')}", id="comments"),
        pytest.param(f"{MATTER}\npublisher: null\neditor: ~\nupdated:", id="values that say nothing"),
        pytest.param(MATTER.replace("Ada Byron", f"\n  name: Ada Byron\n  url: {URL}/ada"), id="a mapping"),
        pytest.param(
            MATTER.replace("Ada Byron", f"\n  - name: Ada Byron\n    url: {URL}/ada"), id="a list of mappings"
        ),
        pytest.param(MATTER.replace("Ada Byron", '["Ada Byron"]'), id="a list on its line"),
        pytest.param(MATTER.replace("Ada Byron", '"Ada Byron'), id="a quotation mark alone"),
        pytest.param(MATTER.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(f"{MATTER}\n...", id="ended by dots"),
    ],
)
def test_front_matter(head: str) -> None:
    clipping = read_clipping(f"\ufeff---\n{head}\n---\n\n{BODY}")
    assert (clipping.title, clipping.authors, clipping.published_on) == ("Grain deal signed", ["Ada Byron"], DAY)
    assert (clipping.publisher, clipping.body) == (None, BODY)
    assert URL in clipping.address_text


TOML = f'title = "Grain deal signed"\nauthors = [\n  "Ada Byron",\n]\nsource = "{URL}"\ndate = 2024-03-14'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\n{MATTER}\n\n{BODY}", id="the fence below is lost"),
        pytest.param(f"+++\n{TOML}\n+++\n\n{BODY}", id="TOML"),
        pytest.param("Grain deal signed\n\n[![Ships](:/0a1b)](:/0a1b)\n\nBy Ada Byron\n\nMarch 14, 2024\n\n"
                     f"{BODY}\n\n{URL}", id="a picture above the byline"),
    ],
)  # fmt: skip
def test_heads_of_other_kinds(text: str) -> None:
    clipping = read_clipping(text)
    assert (clipping.title, clipping.authors, clipping.published_on) == ("Grain deal signed", ["Ada Byron"], DAY)
    assert clipping.body == BODY
    assert URL in clipping.address_text


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        pytest.param("Ada Byron, Carl Gauss", ["Ada Byron", "Carl Gauss"], id="a comma"),
        pytest.param("Ada Byron and Carl Gauss", ["Ada Byron", "Carl Gauss"], id="a word"),
        pytest.param("Byron, Ada", ["Byron, Ada"], id="the last name first"),
        pytest.param('["Ada Byron", "Gauss, Carl"]', ["Ada Byron", "Gauss, Carl"], id="a comma in quotation marks"),
    ],
)
def test_authors_in_one_value(value: str, authors: list[str]) -> None:
    assert read_clipping(f"---\ntitle: Grain deal signed\nauthor: {value}\n---\n{BODY}").authors == authors


def test_cells_of_a_table() -> None:
    rows = "| Port | Ships |\n|------|------:|\n| [Aldby](http://a.example) | 12 |"
    assert read_clipping(f"# Grain deal signed\n\n{rows}\n\n{BODY}").body == f"Port | Ships\n\nAldby | 12\n\n{BODY}"


def test_readwise_highlights() -> None:
    clipping = read_clipping(f"""# Grain deal signed

## Metadata
- Author: [[Ada Byron]]
- Full Title: Grain deal signed: forty ships
- URL: {URL}

## Highlights
- {WORDS[0]} ([View Highlight](https://read.example/1))
- {WORDS[1]} ([View Highlight](https://read.example/2))
""")
    assert (clipping.title, clipping.authors, clipping.body) == ("Grain deal signed: forty ships", ["Ada Byron"], BODY)


def test_excerpt_of_a_reader() -> None:
    note = "Excerpt From\nGrain deal signed\nAda Byron\nThis material may be protected by copyright."
    clipping = read_clipping(f"“{WORDS[0]}”\n\n{note}\n{URL}")
    assert (clipping.title, clipping.authors, clipping.body) == ("Grain deal signed", ["Ada Byron"], f"“{WORDS[0]}”")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{BODY}\n\nNote: the list is short.\nSource: a diplomat.\nDate: unknown.", id="words with colons"
        ),
        pytest.param(f"Grain deal\n\nThe minister: {WORDS[1]}\n\nThe other: {WORDS[0]}", id="an interview"),
    ],
)
def test_prose_that_looks_like_properties_stays(text: str) -> None:
    body = read_clipping(text).body
    assert all(word in body for word in ("list", "diplomat") if word in text)
    assert all(words in body for words in WORDS)


BOOKMARKS = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><A HREF="{URL}?a=1&amp;b=2" ADD_DATE="1710490364">Grain &amp; ships</A></DL>"""
POCKET = f"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="{URL}" time_added="1710490364" tags="grain">Grain deal</a></li></ul></body></html>"""


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param(f"title,url,time_added\nGrain deal,{URL},1\n\"Ports, open\",{URL}2,2",
                     [(URL, "Grain deal"), (f"{URL}2", "Ports, open")], id="Pocket's table"),
        pytest.param(f"URL,Title,Selection,Folder,Timestamp\n{URL},Grain deal,,Unread,1\n{URL}2,Ports,,Archive,2",
                     [(URL, "Grain deal"), (f"{URL}2", "Ports")], id="Instapaper's table"),
        pytest.param(f"id;title;url\n1;Grain;{URL}\n2;Ports;{URL}2", [(URL, "Grain"), (f"{URL}2", "Ports")],
                     id="semicolons"),
        pytest.param(POCKET, [(URL, "Grain deal")], id="Pocket's page"),
        pytest.param(BOOKMARKS, [(f"{URL}?a=1&b=2", "Grain & ships")], id="a browser's bookmarks"),
    ],
)  # fmt: skip
def test_reading_lists(text: str, entries: list[tuple[str, str]]) -> None:
    assert (format_of(text), is_saved_page(text.encode())) == ("reading_list", False)
    assert [(entry.raw, entry.title) for entry in read_reading_list(text)] == entries


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ships, ports and a link, they said,\nleft the url, at last", id="prose with commas"),
        pytest.param("title,url\nOne,https://a.example/1", id="one row: a clipping"),
        pytest.param("", id="empty"),
    ],
)
def test_no_reading_lists(text: str) -> None:
    assert format_of(text) != "reading_list"


@pytest.mark.parametrize(
    ("head", "is_mail"),
    [
        pytest.param("Delivered-To: me@mail.example\nReceived: by 2002:a05 with SMTP id x;\n\tThu, 14 Mar 2024\n" * 40
                     + "From: Grain <a@b.example>\nMIME-Version: 1.0\n", True, id="many servers' lines first"),
        pytest.param("From: Grain <a@b.example>\nDate: Thu, 14 Mar 2024\nSubject: Deal\n", False, id="pasted"),
    ],
)  # fmt: skip
def test_a_mail_is_told_from_a_pasted_one(head: str, is_mail: bool) -> None:
    assert is_saved_page(f"{head}\n{BODY}".encode()) is is_mail


def test_evernote_notes() -> None:
    note = f"""<note><title>Grain &amp; ships</title><note-attributes><author>Ada Byron</author>
    <source-url>{URL}</source-url></note-attributes><content><![CDATA[<en-note><div><p>{WORDS[0]}</p>
    <p>{WORDS[1]}</p></div></en-note>]]></content></note>"""
    address = f"<note><source-url>{URL}</source-url></note>"
    own = f"<note><content><h1>Ships</h1><p>By Carl Gauss</p><p>{WORDS[0]}</p><p>{WORDS[1]}</p></content></note>"
    notes = f"{note}<note><title>Empty</title></note>{address}{own}"
    text = f'<?xml version="1.0"?><en-export application="Evernote">{notes}</en-export>'
    assert is_notes(text)
    assert format_of(text) == "notes"
    articles = list(read_notes(text, BlockModel(load_article_model())))
    assert [(a.title, a.authors, a.url, a.text) for a in articles] == [
        ("Grain & ships", ["Ada Byron"], URL, BODY),
        (None, [], URL, ""),
        ("Ships", ["Carl Gauss"], None, BODY),
    ]
