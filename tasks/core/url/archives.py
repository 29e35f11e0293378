"""Opens copies of pages: web archives with their timestamp, AMP and search caches, proxies, translations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_ARCHIVE = re.compile(
    r"""https?://(?:
      (?:web|web-beta|wayback)\.archive\.org(?:/(?:web|save|screenshot))?
    | (?:www\.)?archive\.org/wayback
    | archive\.(?:today|is|ph|li|vn|fo|md)(?:/(?:o/\w+|newest|oldest|timegate|submit/?\?(?:anyway=1&)?url=))?
    | arquivo\.pt/(?:wayback|noFrame/replay)
    | (?:webarchive|archive)\.nationalarchives\.gov\.uk(?:/ukgwa)?
    | (?:www\.)?webarchive\.org\.uk/(?:wayback/(?:archive|en/archive))
    | webarchive\.loc\.gov/(?:all|legacy)
    | wayback\.archive-it\.org(?:/\w+)??
    | (?:web\.)?archive\.org\.au/awa | webarchive\.nla\.gov\.au/(?:awa|gov)
    | (?:wayback\.)?vefsafn\.is/(?:is|wayback) | swap\.stanford\.edu | ghostarchive\.org/archive(?:/\w+)??
    | (?:wayback\.)?webarchiv\.cz/wayback | haw\.nsk\.hr/wayback | perma-archives\.org/warc/[\w-]+
    | timetravel\.mementoweb\.org/(?:memento|reconstruct|list|api/json) | (?:www\.)?freezepage\.com/\d+
    )/*(?P<stamp>\d{4}[\d.-]*)?\*?(?:[a-z]{2}_)?/*(?P<rest>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_AMP = re.compile(
    r"""https?://(?:
      (?:[\w-]+\.)*cdn\.ampproject\.org/(?:[a-z]/)?
    | (?:www\.)?google(?:\.[a-z]{2,3}){1,2}/amp/
    | (?:[\w-]+\.)*bing-amp\.com/(?:[a-z]/)?
    )(?P<secure>s/)?(?P<rest>[^/?#]+\.[^/?#]+.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_PREFIX = re.compile(
    r"""https?://(?:
      r\.jina\.ai | r\.search\.yahoo\.com/\S{0,200}?/RU=
    | (?:www\.)?12ft\.io(?:/(?:api/)?proxy\?q=)? | (?:www\.)?1ft\.io
    | (?:www\.)?removepaywall\.com(?:/search\?url=)?
    | outline\.com | via\.hypothes\.is | txtify\.it | freedium\.cfd | (?:www\.)?smry\.ai | unwall\.app
    | outgoing\.prod\.webservices\.mozgcp\.net/v1/[0-9a-f]+ | secure-web\.cisco\.com/[\w~-]+
    | proxy\.duckduckgo\.com/\w+/\?u=
    )/*(?P<rest>\S.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CACHE_HOST = re.compile(r"(?:.*\.)?google(?:usercontent)?(?:\.[a-z]{2,3}){1,2}")
_CACHE = re.compile(r"cache:(?:[\w-]{8,16}:)?(?P<rest>[^\s+]+)", re.IGNORECASE)
_LOWEST = "00000101000000"  # completes a timestamp: January, the first, midnight


@dataclass(frozen=True, slots=True)
class Archived:
    """What a web archive's address names: the page's address and the instant of capture, where given."""

    rest: str
    at: datetime | None


def timestamp(digits: str) -> datetime | None:
    """A web archive's timestamp, four to fourteen digits, as the earliest instant it covers; None where it is no date.

    >>> timestamp("201911").isoformat()
    '2019-11-01T00:00:00+00:00'
    """
    digits = re.sub(r"\D", "", digits)[:14]
    try:
        return datetime.strptime(digits + _LOWEST[len(digits) :], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def open_archive(url: str) -> Archived | None:
    """The page a web archive's address names, None where it is none."""
    match = _ARCHIVE.match(url)
    return Archived(match["rest"], timestamp(match["stamp"] or "")) if match else None


def open_amp(url: str) -> str | None:
    """The page an AMP cache or viewer shows; `/s/` says that it is served over https."""
    match = _AMP.match(url)
    return f"http{'s' if match['secure'] else ''}://{match['rest']}" if match else None


def open_search_cache(host: str, query: str) -> str | None:
    """The page Google's cache shows: `cache:ID:ADDRESS+words`."""
    match = _CACHE.match(query) if _CACHE_HOST.fullmatch(host) else None
    return match["rest"] if match else None


def open_translation(host: str, path: str, query: str) -> str | None:
    """The page behind `www-example-com.translate.goog`, where dots became hyphens and hyphens were doubled."""
    if not host.endswith(".translate.goog"):
        return None
    name = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("_x_tr_"))
    return f"https://{name}{path}{'?' + kept if kept else ''}"


def open_prefix(url: str) -> str | None:
    """The page a reader or proxy shows that puts its own host before the address."""
    match = _PREFIX.match(url)
    return match["rest"].partition("/RK=")[0] if match else None
