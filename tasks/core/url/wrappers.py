"""Opens addresses that carry another address, as deep as they are nested, without the network."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import unquote

from tasks.core.url import archives, mail
from tasks.core.url.canonical import parse
from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.scheme import LETTERS, SEPARATOR, with_scheme
from tasks.core.url.view import decoded, from_base64

_DEEPEST = 6  # wrappers inside wrappers; real ones seldom go beyond three
_ADDRESS = re.compile(r"https?:/{1,3}[^\s\"<>]+", re.IGNORECASE)
_SCHEME = re.compile(rf"{LETTERS}{SEPARATOR}", re.IGNORECASE)
_BASE64_ADDRESS = re.compile(r"(?:a1)?(?P<code>aHR0c[\w+/-]+={0,2})", re.ASCII)  # `http`; Bing writes `a1` first
_REDIRECTS = (
    r"redir(?:ect(?:or)?)?|out(?:bound|going)?|away|exit|leave|clicks?|track(?:ing)?|trk|go(?:to)?|jump|links?|ext(?:ernal)?"
    r"|url|bounce|forward|share|deref|safelink|l|r|ct"
)
_REDIRECT_PATH = re.compile(rf"/(?:{_REDIRECTS})(?:\.\w{{2,4}})?(?:/|$)", re.IGNORECASE)
_REDIRECT_HOST = re.compile(rf"(?:{_REDIRECTS}|lm|e|t|email|mail|news-?letter)\.", re.IGNORECASE)
# What every address that carries another shows behind its scheme; the rest, nearly all, need not be taken apart.
_MAY_CARRY = re.compile(
    r"[hH][tT][tT][pP]|/[wW][wW][wW]\.|%2[fF]|=[\w-]+\.\w|aHR0c|/amp/|cache:|/CBM|archiv|wayback|memento|urldefense|ampproject|bing-amp|\.goog"
    r"|/RU=|vefsafn|stanford|freezepage|jina|12ft|1ft|removepaywall|outline|hypothes|txtify|freedium|smry|unwall|cisco|haw\.nsk"
)
_GOOGLE_NEWS = re.compile(r"/(?:rss/)?(?:articles|__i/rss/rd/articles|read)/(CBM[\w-]+)")


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart, as the URL standard reads it."""

    url: str
    host: str
    path: str
    query: str  # without `?`


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What an address carried, by which rules it was opened, and when a web archive captured it."""

    url: str
    rules: tuple[str, ...]
    archived_at: datetime | None


def unwrap(url: str, lexicon: UrlLexicon) -> Unwrapped:
    """The innermost address an address carries; the address itself where it carries none."""
    rules: list[str] = []
    archived_at = None
    for _ in range(_DEEPEST):
        if _MAY_CARRY.search(url, 8) is None:
            break
        archived = archives.open_archive(url)
        if archived and (target := absolute(archived.rest, lexicon)):
            archived_at = archived_at or archived.at
            rules.append("web_archive")
        elif opened := _open_once(url, lexicon):
            rule, target = opened
            rules.append(rule)
        else:
            break
        url = target
    return Unwrapped(url, tuple(rules), archived_at)


def absolute(text: str, lexicon: UrlLexicon, *, scheme: str = "https") -> str | None:
    """What a wrapper carried as an absolute address, decoded only as often as it takes; None where it is none."""
    for _ in range(4):
        if _SCHEME.match(text):
            return with_scheme(text)[0]
        if text.startswith("//"):
            return f"{scheme}:{text}"
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    host = re.split(r"[/?#:]", text, maxsplit=1)[0]
    return f"{scheme}://{text}" if "." in host and is_public_host(host, lexicon.suffixes) else None


def _open_once(url: str, lexicon: UrlLexicon) -> tuple[str, str] | None:
    parsed = parse(url)
    if parsed is None or not parsed.hostname:
        return None
    parts = Parts(url, parsed.hostname, parsed.pathname, parsed.search[1:])
    for rule, opener in _OPENERS:
        carried = opener(parts, lexicon)
        if carried and (target := absolute(carried, lexicon)) and target != url:
            return rule, target
    return None


def _values(query: str) -> dict[str, str]:
    """First value of each parameter, decoded once; `+` stays, for the address carried may mean it."""
    pairs = (part.partition("=") for part in reversed(query.split("&")))
    return {name: unquote(value, errors="replace") for name, _, value in pairs}


def _in_value(value: str, lexicon: UrlLexicon) -> str | None:
    """The address a parameter holds: plain, in base64, or among the words of a message."""
    if (coded := _BASE64_ADDRESS.fullmatch(value)) and (data := from_base64(coded["code"])):
        value = data.decode("utf-8", "replace")
    if target := absolute(value, lexicon):
        return target
    found = _ADDRESS.search(decoded(value))
    return found.group() if found else None


@lru_cache(maxsize=4)
def _compiled(lexicon: UrlLexicon) -> list[tuple[re.Pattern[str], str, tuple[str, ...]]]:
    rows = []
    for host, path, parameters in lexicon.wrappers:
        pattern = re.escape(host).replace(r"\*\.", r"(?:[\w-]+\.)*", 1).replace(r"\.\*", r"(?:\.[a-z]{2,3}){1,2}")
        rows.append((re.compile(pattern), path, parameters))
    return rows


@lru_cache(maxsize=4096)
def _listed(host: str, lexicon: UrlLexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((path, names) for pattern, path, names in _compiled(lexicon) if pattern.fullmatch(host))


def _by_parameter(parts: Parts, lexicon: UrlLexicon) -> str | None:
    if not parts.query:
        return None
    for path, names in _listed(parts.host, lexicon):
        if not parts.path.startswith(path):
            continue
        values = {"?": parts.query} if names == ("?",) else _values(parts.query)
        for name in names:
            if found := _in_value(values.get(name, ""), lexicon):
                return found
    return None


def _by_shape(parts: Parts, lexicon: UrlLexicon) -> str | None:
    """Any redirect of the common shape: its host or path says so, and a parameter is an absolute address."""
    if not parts.query or not (_REDIRECT_PATH.search(parts.path) or _REDIRECT_HOST.match(parts.host)):
        return None
    values = _values(parts.query).values()
    return next((value for value in reversed(list(values)) if _SCHEME.match(decoded(value))), None)


def _google_news(parts: Parts, lexicon: UrlLexicon) -> str | None:
    """The older article ids of Google News hold the address, between length bytes."""
    match = _GOOGLE_NEWS.match(parts.path) if parts.host == "news.google.com" else None
    if match is None:
        return None
    found = re.search(rb"https?://[\x21-\x7e]+", from_base64(match[1]) or b"")
    return found.group().decode("ascii") if found else None


Opener = Callable[[Parts, UrlLexicon], str | None]
_OPENERS: tuple[tuple[str, Opener], ...] = (
    ("mail_protection", lambda parts, _: mail.open_proofpoint(parts.host, parts.path, parts.query, parts.url)),
    ("redirect_wrapper", _by_parameter),
    ("amp_cache", lambda parts, _: archives.open_amp(parts.url)),
    ("search_cache", lambda parts, _: archives.open_search_cache(parts.host, _values(parts.query).get("q", ""))),
    ("translation", lambda parts, _: archives.open_translation(parts.host, parts.path, parts.query)),
    ("proxy_prefix", lambda parts, _: archives.open_prefix(parts.url)),
    ("google_news", _google_news),
    ("redirect_wrapper", _by_shape),
)
