"""Opens addresses that carry another address: redirects, mail protection, share buttons, AMP caches, web archives."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import unquote

from tasks.core.url.canonical import bare_host, parse
from tasks.core.url.lexicon import UrlLexicon

_DEEPEST = 6  # wrappers inside wrappers; real ones seldom go beyond three
_ADDRESS = re.compile(r"https?:/{1,3}[^\s\"<>]+", re.IGNORECASE)
_ENCODED_ADDRESS = re.compile(r"https?(?:%25)*%3A(?:%25)*%2F(?:%25)*%2F[^\s&\"<>]+", re.IGNORECASE)
_BASE64_ADDRESS = re.compile(r"aHR0c[A-Za-z0-9_+/-]+={0,2}")  # `http` in base64
_REDIRECT_PATH = re.compile(
    r"/(?:redir(?:ect)?|out(?:bound|going)?|away|exit|leave|click|track(?:ing)?|go(?:to)?|jump|link|ext(?:ernal)?|l|r|url|ct|bounce|forward|share|deref)"
    r"(?:\.\w{2,4})?(?:/|$)",
    re.IGNORECASE,
)
_ARCHIVES = re.compile(
    r"^(?:"
    r"(?:web|wwwb-dedup|web-beta|wayback)\.archive\.org/(?:web|save|screenshot)|(?:www\.)?archive\.org/wayback|web\.archive\.org"
    r"|archive\.(?:today|is|ph|li|vn|fo|md)(?:/(?:o/\w+|newest|oldest|submit/?\?url=))?"
    r"|arquivo\.pt/(?:wayback|noFrame/replay)|webarchive\.nationalarchives\.gov\.uk(?:/ukgwa)?"
    r"|(?:www\.)?webarchive\.org\.uk/wayback/(?:archive|en/archive)|webarchive\.loc\.gov/(?:all|legacy)|wayback\.archive-it\.org/\w+"
    r"|(?:web\.)?archive\.org\.au/awa|vefsafn\.is/is|swap\.stanford\.edu|perma\.cc/warc|timetravel\.mementoweb\.org/(?:memento|reconstruct)"
    r"|wayback\.webarchiv\.cz/wayback|haw\.nsk\.hr/wayback|wayback\.vefsafn\.is/wayback|ghostarchive\.org/archive/\w+"
    r")/+(?P<stamp>\d{4}[\d.-]*)?\*?(?:[a-z]{2}_)?/*(?P<rest>.+)$",
    re.IGNORECASE,
)
_PREFIXES = re.compile(
    r"^(?:r\.jina\.ai|12ft\.io(?:/proxy\?q=|/api/proxy\?q=)?|1ft\.io|(?:www\.)?removepaywall\.com|outline\.com|via\.hypothes\.is|txtify\.it"
    r"|(?:www\.)?printfriendly\.com/print/?\?source=\w+&url=|freedium\.cfd|proxy\.duckduckgo\.com/\w+/\?u="
    r"|outgoing\.prod\.webservices\.mozgcp\.net/v1/[0-9a-f]+|secure-web\.cisco\.com/[\w-]+|(?:www\.)?smry\.ai|(?:www\.)?google\.\w+(?:\.\w+)?/gwt/x\?u="
    r")/*(?P<rest>.+)$",
    re.IGNORECASE,
)
_AMP_CACHE = re.compile(
    r"^(?:[\w-]+\.)*cdn\.ampproject\.org/(?:[a-z]/)?(?:s/)?(?P<rest>[^/?#]+\.[^/?#]+.*)$"
    r"|^(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?(?P<viewer>[^/?#]+\.[^/?#]+.*)$"
    r"|^(?:[\w-]+\.)*bing-amp\.com/(?:[a-z]/)?(?:s/)?(?P<bing>[^/?#]+\.[^/?#]+.*)$",
    re.IGNORECASE,
)
_GOOGLE_CACHE = re.compile(r"^cache:(?:[\w-]{8,16}:)?(?P<rest>[^\s+]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """What an address carried, by which rules it was opened, and when a web archive captured it."""

    url: str
    rules: tuple[str, ...]
    archived_at: datetime | None


def _absolute(text: str, *, scheme: str = "https") -> str | None:
    """An absolute address out of what a wrapper carried, decoded as often as it was encoded."""
    for _ in range(3):
        if _ADDRESS.match(text):
            return re.sub(r"^(https?):/{1,3}", r"\1://", text, flags=re.IGNORECASE)
        if text.startswith("//"):
            return "https:" + text
        decoded = unquote(text)
        if decoded == text:
            break
        text = decoded
    if re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]|$)", text, re.IGNORECASE):
        return f"{scheme}://{text}"
    return None


def _from_base64(text: str) -> str | None:
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return None


def _query_values(query: str) -> list[tuple[str, str]]:
    """Parameters with their values decoded once; `+` stays, for the address carried may mean it."""
    pairs = (part.partition("=") for part in query.split("&"))
    return [(name, unquote(value, errors="replace")) for name, _, value in pairs]


def _carried(query: str, parameters: tuple[str, ...]) -> str | None:
    if parameters == ("?",):
        return _absolute(query)
    values = dict(reversed(_query_values(query)))
    for name in parameters:
        value = values.get(name, "")
        if re.match(r"a1aHR0c", value):  # Bing: a version number before the base64
            value = value[2:]
        if _BASE64_ADDRESS.match(value):
            value = _from_base64(value) or value
        found = _ADDRESS.search(value)
        if found and found.start() == 0 and not _encloses_query(query, name):
            return value
        if found:
            return found.group()
        if (address := _absolute(value)) is not None:
            return address
    return None


def _encloses_query(query: str, name: str) -> bool:
    return False


@lru_cache(maxsize=16)
def _host_patterns(lexicon: UrlLexicon) -> list[tuple[re.Pattern[str], str, tuple[str, ...]]]:
    compiled = []
    for host, path, parameters in lexicon.wrappers:
        pattern = re.escape(host).replace(r"\*\.", r"(?:[\w-]+\.)*", 1).replace(r"\.\*", r"(?:\.[a-z]{2,3}){1,2}")
        compiled.append((re.compile(pattern), path, parameters))
    return compiled


@lru_cache(maxsize=4096)
def _wrappers_of(host: str, lexicon: UrlLexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((path, names) for pattern, path, names in _host_patterns(lexicon) if pattern.fullmatch(host))


def _by_parameter(url: str, lexicon: UrlLexicon) -> str | None:
    parsed = parse(url)
    if parsed is None or not parsed.search:
        return None
    host = parsed.hostname
    for path, parameters in _wrappers_of(host, lexicon):
        if parsed.pathname.startswith(path) and (found := _carried(parsed.search[1:], parameters)):
            return found
    return None


def _by_redirect_path(url: str, lexicon: UrlLexicon) -> str | None:
    """Any redirect of the common shape: its path says so, and a parameter is an absolute address."""
    parsed = parse(url)
    if parsed is None or not parsed.search or not _REDIRECT_PATH.search(parsed.pathname):
        return None
    for _, value in _query_values(parsed.search[1:]):
        if _ADDRESS.match(value):
            return value
    return None


def _proofpoint(url: str, lexicon: UrlLexicon) -> str | None:
    parsed = parse(url)
    if parsed is None or not re.fullmatch(r"urldefense(?:\.proofpoint)?\.(?:com|us)", parsed.hostname):
        return None
    if parsed.pathname.startswith("/v2/"):
        value = dict(reversed([p.partition("=")[::2] for p in parsed.search[1:].split("&")])).get("u", "")
        return unquote(re.sub(r"-(?=[0-9A-Fa-f]{2})", "%", value).replace("_", "/")) or None
    return _proofpoint_3(url)


def _proofpoint_3(url: str) -> str | None:
    """Version 3 replaces characters by `*`, runs by `**` and a letter for their length; the bytes follow in base64."""
    match = re.search(r"/v3/__(?P<url>.+?)__;(?P<bytes>[^!]*)!", url)
    if match is None:
        bare = re.search(r"/v3/__(?P<url>.+?)__(?:;|$)", url)
        return bare["url"] if bare and "*" not in bare["url"] else None
    replaced = _from_base64(match["bytes"]) or ""
    position = 0

    def restore(token: re.Match[str]) -> str:
        nonlocal position
        length = 1 if token.group() == "*" else _RUNS.find(token.group()[2]) + 2
        position += length
        return replaced[position - length : position] or token.group()

    return re.sub(r"\*(?:\*[A-Za-z0-9_-])?", restore, unquote(match["url"]))


_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _schemeless(url: str) -> str:
    return url.partition("://")[2]


def _amp(url: str, lexicon: UrlLexicon) -> str | None:
    match = _AMP_CACHE.match(_schemeless(url))
    if match is None:
        return None
    secure = re.search(r"/s/", match.string[: match.start(match.lastgroup or 0)]) is not None
    rest = unquote(match[match.lastgroup or 0])
    return ("https://" if secure or match.lastgroup == "viewer" and "/amp/s/" in url else "http://") + rest


def _google_cache(url: str, lexicon: UrlLexicon) -> str | None:
    parsed = parse(url)
    if parsed is None or not re.search(r"(?:^|\.)google(?:usercontent)?\.", parsed.hostname):
        return None
    query = dict(reversed(_query_values(parsed.search[1:]))).get("q", "")
    match = _GOOGLE_CACHE.match(query)
    return _absolute(match["rest"]) if match else None


def _google_translated(url: str, lexicon: UrlLexicon) -> str | None:
    """`www-example-com.translate.goog`: dots became hyphens, hyphens were doubled."""
    parsed = parse(url)
    if parsed is None or not parsed.hostname.endswith(".translate.goog"):
        return None
    host = parsed.hostname.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = "&".join(p for p in parsed.search[1:].split("&") if p and not p.startswith("_x_tr_"))
    return f"https://{host}{parsed.pathname}{'?' + query if query else ''}{parsed.hash}"


def _prefixed(url: str, lexicon: UrlLexicon) -> str | None:
    match = _PREFIXES.match(_schemeless(url))
    return _absolute(match["rest"]) if match else None


def _google_news(url: str, lexicon: UrlLexicon) -> str | None:
    """The older article ids of Google News, which hold the address itself."""
    match = re.match(r"https?://news\.google\.com/(?:rss/)?(?:articles|__i/rss/rd/articles|read)/(CBM[\w-]+)", url)
    if match is None:
        return None
    padded = match[1].replace("-", "+").replace("_", "/")
    try:
        data = base64.b64decode(padded + "=" * (-len(padded) % 4))
    except (binascii.Error, ValueError):
        return None
    found = re.search(rb"https?://[\x21-\x7e]+", data)
    return found.group().decode("ascii") if found else None


_RULES: tuple[tuple[str, Callable[[str, UrlLexicon], str | None]], ...] = (
    ("mail_protection", _proofpoint),
    ("redirect_wrapper", _by_parameter),
    ("amp_cache", _amp),
    ("google_cache", _google_cache),
    ("translation", _google_translated),
    ("proxy_prefix", _prefixed),
    ("google_news", _google_news),
    ("redirect_wrapper", _by_redirect_path),
)


def _timestamp(digits: str) -> datetime | None:
    """A web archive's timestamp, four to fourteen digits, as the earliest instant it covers.

    >>> _timestamp("20191101120000")
    datetime.datetime(2019, 11, 1, 12, 0, tzinfo=datetime.timezone.utc)
    """
    digits = re.sub(r"\D", "", digits)[:14]
    padded = digits + "00000101000000"[len(digits) :]
    try:
        return datetime.strptime(padded, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def unwrap(url: str, lexicon: UrlLexicon) -> Unwrapped:
    """The innermost address an address carries; the address itself where it carries none."""
    rules: list[str] = []
    archived_at = None
    for _ in range(_DEEPEST):
        archive = _ARCHIVES.match(_schemeless(url))
        if archive and (found := _absolute(archive["rest"], scheme="http")):
            rules.append("web_archive")
            archived_at = archived_at or _timestamp(archive["stamp"] or "")
            url = found
            continue
        for rule, opener in _RULES:
            found = opener(url, lexicon)
            if found and found != url and bare_host(found):
                rules.append(rule)
                url = found
                break
        else:
            break
    return Unwrapped(url=url, rules=tuple(rules), archived_at=archived_at)
