"""What holds for the repair of any text: no exception, no invented host, nothing intact changed, linear work."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from types import FrameType
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.core.url.canonical import canonicalise
from tasks.core.url.damage import undo_damage
from tasks.core.url.repair import Clues, find_addresses, repair
from tasks.io.lexicons import load_url_lexicon

LEXICON = load_url_lexicon()
NO_CLUES = Clues()
WORDS = [
    "ferry",
    "accident",
    "leaves",
    "dozens",
    "missing",
    "court",
    "overturns",
    "ban",
    "on",
    "rally",
    "night",
    "trains",
    "return",
    "to",
    "the",
    "coast",
]
HOSTS = [
    "harbourpost.org",
    "www.harbourpost.co.uk",
    "news.südküste.de",
    "m.новости.рф",
    "the-lake.substack.com",
    "a.b.io",
]
ENDS = ["", "/", ".html", "-a68000", "/12345", "?id=5", "?p=1&page=2", "#part", ";v=2", "_(event)", ".php?sid=1,2"]

some = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
slugs = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map("-".join)
sections = st.sampled_from(["", "/news", "/2019/11/01", "/en/world/europe", "/новости", "/index.php"])
urls = st.builds(
    lambda scheme, host, port, section, slug, end: canonicalise(f"{scheme}{host}{port}{section}/{slug}{end}", LEXICON),
    st.sampled_from(["https://", "http://"]),
    st.sampled_from(HOSTS),
    st.sampled_from(["", ":8080"]),
    sections,
    slugs,
    st.sampled_from(ENDS),
)
FRAGMENTS = [
    "https://",
    "http:/",
    "hxxp[:]//",
    "www.",
    "a.org",
    "[.]",
    "(dot)",
    "%20",
    "%2F",
    "%25",
    "%E2%80%8B",
    "&amp;",
    "&#47;",
    "\n> ",
    "\n\n",
    " ",
    "…",
    "...",
    "<",
    ">",
    "](",
    ")",
    '"',
    "url=",
    "Source: ",
    "https://web.archive.org/web/2019/",
    "https://www.google.com/url?q=",
    "urldefense.com/v3/__",
    "__;**Ab!",
    "=\n",
    "=3D",
    "\u200b",
    "\u00ad",
    "：／／",
    "–",
    "ехample",
    "/news/",
    "one-two",
    "-",
    "_",
    "?id=",
    "#",
    "@",
    "\\/",
    "\\u002F",
    "\ud800",
    "日本",
    "\x00",
    "cache:",
    "aHR0cHM6Ly9hLm9yZy8",
]
soups = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=25).map("".join)

LOSSLESS: dict[str, Callable[[str], str]] = {
    "zero width": lambda url: url[:-4] + "\u200b" + url[-4:],
    "soft hyphen": lambda url: url[:12] + "\u00ad" + url[12:],
    "typographic quotation marks": lambda url: f"Source: “{url}”, and more.",
    "angle brackets over lines": lambda url: f"x <{url[:25]}\n{url[25:]}> y",
    "Markdown": lambda url: f"[words]({url})",
    "HTML": lambda url: f'<a href="{url}">words</a>'.replace("&", "&amp;"),
    "footer": lambda url: f"Original url:\n\n{url}\n\nClipped with an app",
    "two schemes": lambda url: "https://" + url,
    "lost colon": lambda url: url.replace("://", "//", 1),
    "defanged": lambda url: url.replace("http", "hxxp", 1).replace(".", "[.]"),
    "escaped slashes": lambda url: url.replace("/", "\\/"),
    "wholly encoded": lambda url: quote(url, safe=""),
    "tracked": lambda url: url.replace("#", "?utm_source=x#") if "#" in url and "?" not in url else url,
    "redirect": lambda url: f"https://l.facebook.com/l.php?u={quote(url, safe='')}&h=AT",
    "redirect in safe link": lambda url: (
        "https://eur01.safelinks.protection.outlook.com/?url="
        + quote(f"https://www.google.com/url?q={quote(url, safe='')}&sa=D", safe="")
        + "&data=05%7C01&reserved=0"
    ),
    "web archive": lambda url: f"https://web.archive.org/web/20191101120000/{url}",
}


@some
@given(st.one_of(soups, st.text(max_size=200)))
def test_any_text_gives_a_coherent_answer(text: str) -> None:
    for repaired in [repair(text, NO_CLUES, LEXICON), *find_addresses(text, LEXICON)]:
        assert (repaired.url is None) == (repaired.url_status in ("unrecoverable", "absent"))
        assert repaired.raw_url is None or repaired.raw_url == text[repaired.start : repaired.end]
        assert repaired.url is None or repaired.url == repaired.candidates[0].url
        assert all(0 <= candidate.score <= 1 for candidate in repaired.candidates)


@some
@given(urls)
def test_an_intact_address_stays_as_it_is(url: str) -> None:
    repaired = repair(url, NO_CLUES, LEXICON)
    assert (repaired.url, repaired.url_status, repaired.start, repaired.end) == (url, "intact", 0, len(url))


@pytest.mark.parametrize("damage", LOSSLESS)
@settings(max_examples=25, deadline=None)
@given(url=urls)
def test_damage_that_loses_nothing_is_undone(damage: str, url: str) -> None:
    assert repair(LOSSLESS[damage](url), NO_CLUES, LEXICON).url == url


@some
@given(soups)
def test_a_repaired_address_is_intact(text: str) -> None:
    url = repair(text, NO_CLUES, LEXICON).url
    if url is not None and re.fullmatch(r"https?://[a-z0-9-]+\.[a-z0-9.-]+/[\w/.-]*[\w/]", url) and "..." not in url:
        assert repair(url, NO_CLUES, LEXICON).url == url


@some
@given(soups)
def test_no_host_is_invented(text: str) -> None:
    """The host's letters stand in the text, in order, once the text is decoded."""
    seen = undo_damage(text).text
    for _ in range(6):
        seen = unquote(seen)
    letters = "".join(re.findall(r"\w", unicodedata.normalize("NFKC", seen).lower()))
    for repaired in find_addresses(text, LEXICON):
        host = urlsplit(repaired.url or "").hostname or ""
        if "aHR0" in text or "xn--" in host or not host.strip("0123456789.:abcdef"):
            continue  # base64, Punycode and the standard's form of numeric addresses spell the text in other letters
        assert "".join(re.findall(r"\w", host)) in letters, (repaired.url, text)


def _steps(text: str) -> int:
    """Calls of functions, ours and built in, that finding all addresses of a text takes."""
    count = 0

    def tick(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        find_addresses(text, LEXICON)
    finally:
        sys.setprofile(None)
    return count


UNITS = [
    "https://a.org/one-two ",
    "a.org/b ",
    "a.org ",
    "hxxp[:]//a[.]org ",
    "[x](https://a.org/b c) ",
    "(https://a.org/",
    "<https://a.org/\n",
    "www. ",
    "http:",
    "a.",
    "&amp;",
    "%20",
    "=\n",
    "source: ",
    '"https://a.org ',
    "https://a.org/b…",
    "- [",
    "](",
    "https://web.archive.org/web/2019/",
    "–",
    "\n>",
    "\u200b",
    "h t t p ",
    "://",
    "a-",
    "0",
]


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_in_step_with_the_text(unit: str) -> None:
    text = unit * (6_000 // len(unit))
    _steps(text)  # fills the caches
    assert _steps(text * 2) < 2.6 * _steps(text) + 2_000


@pytest.mark.parametrize("unit", ["a", "a ", "-", "%", "(", "<", "https://a.org/", "x.", "[.]", "\n", "http", "&", "="])
def test_a_megabyte_is_read(unit: str) -> None:
    """Would not end in a lifetime if a pattern went back over the text again and again."""
    text = "https://a.org/x" + unit * (200_000 // len(unit))
    assert repair(text, NO_CLUES, LEXICON).url_status != "absent"
