"""The repair of one clipping's address: every damage alone and combined, in every setting, with an honest status."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest

from tasks.core.url.repair import Clues, find_addresses, repair
from tasks.io.lexicons import load_url_lexicon

LEXICON = load_url_lexicon()
NO_CLUES = Clues()
TITLED = Clues(title="Ferry Accident Leaves Dozens Missing")
URL = "https://www.harbourpost.org/2020/05/04/ferry-accident-leaves-dozens-missing"
IN_GOOGLE = f"https://www.google.com/url?sa=t&url={quote(URL, safe='')}&usg=AOv"

DAMAGES = {
    "nothing": URL,
    "a stray space in a word": URL.replace("accident", "acci dent"),
    "two stray spaces": URL.replace("accident", "acci dent").replace("dozens", "do zens"),
    "a no-break space": URL.replace("accident", "acci\u00a0dent"),
    "an encoded space": URL.replace("accident", "acci%20dent"),
    "a space behind a hyphen": URL.replace("accident-", "accident- "),
    "a space before a hyphen": URL.replace("-leaves", " -leaves"),
    "a space at a slash": URL.replace("05/04", "05/ 04"),
    "a space inside the date": URL.replace("2020", "20 20"),
    "a space in the host": URL.replace("post.org", "post. org"),
    "a space in a host's word": URL.replace("harbour", "harb our"),
    "a lost hyphen": URL.replace("ferry-accident", "ferry accident"),
    "a line break": URL.replace("accident", "acci\ndent"),
    "an indented line": URL.replace("accident", "acci\n    dent"),
    "a line break behind a hyphen": URL.replace("ferry-", "ferry-\n"),
    "a line break for a hyphen": URL.replace("ferry-", "ferry\n"),
    "a line break with a hyphen added": URL.replace("accident", "acci-\ndent"),
    "three lines": URL.replace("post", "po\nst").replace("accident", "acci\ndent"),
    "a soft hyphen": URL.replace("accident", "acci\u00addent"),
    "a zero-width space": URL.replace("accident", "acci\u200bdent"),
    "an encoded zero-width space": URL.replace("accident", "acci%E2%80%8Bdent"),
    "a word break tag": URL.replace("accident", "acci<wbr>dent"),
    "a dash for a hyphen": URL.replace("ferry-", "ferry–"),
    "full-width marks": URL.replace(":", "：").replace("/", "／").replace(".", "．"),
    "look-alike letters": URL.replace("post.org", "роst.org"),
    "a comma for a dot": URL.replace("post.org", "post,org"),
    "two dots": URL.replace("www.", "www.."),
    "a lost colon": URL.replace("://", "//"),
    "a semicolon": URL.replace("://", ";//"),
    "one slash": URL.replace("://", ":/"),
    "backslashes": URL.replace("://", ":\\\\"),
    "a colon behind the slashes": URL.replace("://", "//:"),
    "no first letter": URL[1:],
    "a letter too many": "h" + URL,
    "a space in the scheme": URL.replace("https", "ht tps"),
    "no scheme": URL.removeprefix("https://"),
    "no scheme and no www": URL.removeprefix("https://www.").replace("harbourpost", "www.harbourpost"),
    "two schemes": "https://" + URL,
    "two schemes, one broken": "http:" + URL.replace("://", "//"),
    "defanged": URL.replace("http", "hxxp").replace(".", "[.]"),
    "defanged with words": URL.replace("http", "hXXp").replace("://", "[:]//").replace(".", " (dot) "),
    "escaped slashes": URL.replace("/", "\\/"),
    "entities": URL.replace("/", "&#47;"),
    "wholly encoded": quote(URL, safe=""),
    "wholly encoded, twice": quote(quote(URL, safe=""), safe=""),
    "tracking parameters": URL + "?utm_source=mail&fbclid=x#:~:text=a",
    "a redirect": IN_GOOGLE,
    "a redirect in a redirect": f"https://l.facebook.com/l.php?u={quote(IN_GOOGLE, safe='')}&h=AT",
    "a redirect broken over lines": IN_GOOGLE.replace("accident", "acci\ndent").replace("missing", "mis\nsing"),
    "a redirect, defanged": IN_GOOGLE.replace("https", "hxxps").replace(".google.", "[.]google[.]"),
    "a web archive": f"https://web.archive.org/web/20200505101112id_/{URL}",
}
SETTINGS = {
    "alone": "{}",
    "a trailer": "Ferry accident leaves dozens missing\n\nThe ferry sank.\n\nOriginal url:\n\n{}",
    "a trailer without the headline": "Rescue went on through the night.\n\nSource: {}",
    "a trailer and a footer": "The ferry sank.\n\nRead the full story at {}\n\nClipped with an app",
    "another language": "Text.\n\nQuelle: {}\n",
    "front matter": "---\ntitle: Ferry Accident Leaves Dozens Missing\nsource: {}\ncreated: 2020-05-05\n---\nText.",
    "front matter, quoted": '---\nurl: "{}"\ntags: [x]\n---\nText.',
    "angle brackets": "Have a look: <{}> and tell me.",
    "a Markdown link": "Text.\n\n[Read the original]({})\n",
    "a Markdown link with a title": 'Text.\n\n[Original]({} "Ferry")\n',
    "a reference": "Text [1].\n\n[1]: {}\n",
    "an HTML link": '<p>Text.</p><a href="{}">Source</a>',
    "typographic quotation marks": "Source: “{}”.",
    "brackets": "Text (source: {}).",
    "emphasis": "**Source:** **{}**",
    "underlined": "Source: <u>{}</u>",
    "a sentence's end": "Source: {}.",
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_in_every_setting(damage: str, setting: str) -> None:
    text = SETTINGS[setting].replace("{}", DAMAGES[damage])
    repaired = repair(text, NO_CLUES, LEXICON)
    assert repaired.url == URL, repaired
    assert repaired.raw_url == text[repaired.start : repaired.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail quoted, angle brackets", "> > Look: <https://harbourpost.org/ferry-acci\n> > dent.html> please"),
        ("mail quoted, bare", "> > Look:\n> > https://harbourpost.org/ferry-acci\n> > dent.html\n> >\n> > B"),
        ("quoted-printable", "Look: https://harbourpost.org/ferry-acci=\ndent.html?x=3D1&y=3D2 =20\n"),
    ],
)
def test_mail(text: str, expected: str) -> None:
    url = repair(expected, NO_CLUES, LEXICON).url
    assert url is not None
    assert url.partition("?")[0] == "https://harbourpost.org/ferry-accident.html"


NIGHT = "Text of a ferry and the long night at sea, told by those who were there."
INTACT = [
    ("balanced brackets", "See https://en.wikipedia.org/wiki/Foo_(bar).", "https://en.wikipedia.org/wiki/Foo_(bar)"),
    ("commas and semicolons", "https://a.org/story,12,x.html;v=2, then", "https://a.org/story,12,x.html;v=2"),
    ("parameters that select", "https://a.org/index.php?id=5&p=2", "https://a.org/index.php?id=5&p=2"),
    ("a port and a fragment", "http://a.org:8080/x#part", "http://a.org:8080/x#part"),
    ("another script", "https://a.org/новости/2020", "https://a.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/2020"),
    ("an international host", "https://münchen.de/x", "https://xn--mnchen-3ya.de/x"),
    ("Chinese around it", "见https://a.cn/1.html。完", "https://a.cn/1.html"),
    ("prose behind", "as https://a.org/one-two says again", "https://a.org/one-two"),
    ("a new paragraph", "https://a.org/one-two\n\nthree-four/five", "https://a.org/one-two"),
    ("a sentence behind", "https://a.org/one/\nThe ministry said", "https://a.org/one/"),
    ("a date behind", "Source: https://a.org/one (accessed 3 May 2020)", "https://a.org/one"),
    ("a word behind that the text has not", f"{NIGHT}\n\nSource: https://a.org/one-two online\n", "https://a.org/one-two"),
    ("a line behind", "Source: https://a.org/one-12345\nadvertisement\n", "https://a.org/one-12345"),
    ("a day behind", "https://a.org/one-12345\n12 May 2020\n", "https://a.org/one-12345"),
    ("a time behind", "https://a.org/?p=12345 12:30", "https://a.org/?p=12345"),
    ("an agency behind", "https://a.org/one.html\nAFP/Reuters\n", "https://a.org/one.html"),
    ("a word behind an extension", "https://a.org/one.html en\n", "https://a.org/one.html"),
    ("an abbreviation behind", "https://a.org/one-14102402 U.S. President said", "https://a.org/one-14102402"),
    ("emphasis that closes", "_https://a.org/one_\n#tag", "https://a.org/one"),
    ("a table", "| x | https://a.org/one |", "https://a.org/one"),
    ("a chat's link", "<https://a.org/one|words>", "https://a.org/one"),
    ("an encoded parameter", "https://a.org/login?next=https%3A%2F%2Fb.org%2F", "https://a.org/login?next=https%3A%2F%2Fb.org%2F"),
    ("dots between versions", "https://git.example.org/x/compare/v1...v2", "https://git.example.org/x/compare/v1...v2"),
    ("an address of the network", "http://192.168.1.1:8080/x", "http://192.168.1.1:8080/x"),
    ("no public suffix", "http://localhost:8000/x", "http://localhost:8000/x"),
    ("a number that looks like an escape", "https://a.org/?model=3Dprinter", "https://a.org/?model=3Dprinter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in INTACT], ids=[case[0] for case in INTACT])
def test_intact(text: str, expected: str) -> None:
    repaired = repair(text, NO_CLUES, LEXICON)
    assert (repaired.url, repaired.url_status) == (expected, "intact")


CUT = [
    "https://a.org/ferry-acci…",
    "https://a.org/ferry-acci...",
    "Source: https://a.org/fer...dent.html",
    "a.org/x-[...]",
    "Source: https://www.harbourpo",
]


@pytest.mark.parametrize("text", CUT)
def test_a_cut_address_is_unrecoverable(text: str) -> None:
    repaired = repair(text, NO_CLUES, LEXICON)
    assert (repaired.url, repaired.url_status) == (None, "unrecoverable")
    assert repaired.raw_url


def test_a_host_of_no_public_suffix_is_not_cut_where_a_path_follows() -> None:
    """A name of a private network or, as here, one reserved for examples (RFC 2606)."""
    repaired = repair("https://www.harbourpost.example/2020/05/04/ferry", NO_CLUES, LEXICON)
    assert (repaired.url, repaired.url_status) == ("https://www.harbourpost.example/2020/05/04/ferry", "intact")
    assert "`www.harbourpost.example` is under no public suffix" in repaired.candidates[0].evidence


@pytest.mark.parametrize(
    "text", ["", "no address, e.g. this/that", "https://", "www.", "http://.", "a@b.org", "…", "1.2/3"]
)
def test_absent(text: str) -> None:
    assert repair(text, NO_CLUES, LEXICON).url_status == "absent"


def test_a_title_tells_one_word_from_two() -> None:
    text = "https://a.org/the-man-who-went-in to-space"
    one = repair(text, Clues(title="The Man Who Went Into Space"), LEXICON)
    two = repair(text, Clues(title="The Man Who Went In to Space"), LEXICON)
    assert one.url == "https://a.org/the-man-who-went-into-space"
    assert two.url == "https://a.org/the-man-who-went-in-to-space"
    assert "title" in " ".join(one.candidates[0].evidence)


def test_equally_good_readings_are_both_kept() -> None:
    repaired = repair("https://www.sentinel star.org/x", NO_CLUES, LEXICON)
    assert repaired.url_status == "ambiguous"
    urls = {candidate.url for candidate in repaired.candidates}
    assert urls >= {"https://www.sentinelstar.org/x", "https://www.sentinel-star.org/x"}
    assert repaired.url == repaired.candidates[0].url


def test_clues_become_evidence() -> None:
    clues = Clues(title="Ferry accident leaves dozens missing", published_on=date(2020, 5, 4), publisher="Harbour Post")
    evidence = " ".join(repair(URL, clues, LEXICON).candidates[0].evidence)
    assert "100% of the title's words" in evidence
    assert "2020-05-04" in evidence
    assert "Harbour Post" in evidence


def test_the_archive_timestamp_is_kept() -> None:
    repaired = repair(DAMAGES["a web archive"], NO_CLUES, LEXICON)
    assert repaired.archived_at == datetime(2020, 5, 5, 10, 11, 12, tzinfo=UTC)


def test_short_links_are_flagged() -> None:
    repaired = repair("Source: https://bit.ly/3xYz", NO_CLUES, LEXICON)
    assert (repaired.url, repaired.url_status, repaired.is_short_link) == ("https://bit.ly/3xYz", "intact", True)


CHOICES = [
    ("the trailer, not a link of the text", "See [x](https://b.org/y).\n\nSource: {}\n", NO_CLUES),
    ("the front matter, not the body", "---\nsource: {}\n---\nSee https://b.org/y\n\nhttps://c.org/z\n", NO_CLUES),
    ("the page, not its picture", "[![x](https://b.org/y.png)]({})", NO_CLUES),
    ("the page, not the signature", "Look: <{}>\n\n--\nB | www.b.org", NO_CLUES),
    ("the one the title names", "https://b.org/other-story\n\n{}\n\nhttps://c.org/third-story", TITLED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clues"), [case[1:] for case in CHOICES], ids=[case[0] for case in CHOICES])
def test_the_address_of_the_clipping_is_chosen(text: str, clues: Clues) -> None:
    assert repair(text.replace("{}", URL), clues, LEXICON).url == URL


def test_every_address_of_a_text() -> None:
    text = "1. https://a.org/x\n2. hxxp://b[.]org/y, (www.c.org/z)\n<https://d.org/long-na\nme>\nhttps://e.org/1,https://e.org/2"
    found = find_addresses(text, LEXICON)
    assert [repaired.url for repaired in found] == [
        "https://a.org/x", "http://b.org/y", "https://www.c.org/z", "https://d.org/long-name", "https://e.org/1", "https://e.org/2",
    ]  # fmt: skip
    assert all(repaired.raw_url == text[repaired.start : repaired.end] for repaired in found)
