"""The canonical form of an address: the URL standard's serialisation, without what only tracks the reader."""

from __future__ import annotations

from functools import lru_cache

import ada_url

from tasks.core.url.lexicon import UrlLexicon


def parse(url: str) -> ada_url.URL | None:
    """The address as the WHATWG URL standard reads it, None where it refuses (https://url.spec.whatwg.org)."""
    try:
        return ada_url.URL(url)
    except (ValueError, UnicodeEncodeError):  # the latter: lone surrogates
        return None


def bare_host(host: str) -> str:
    """A host in lower case without `www.`.

    >>> bare_host("WWW.Example.com")
    'example.com'
    """
    return host.lower().rstrip(".").removeprefix("www.")


@lru_cache(maxsize=4096)
def _tracking(host: str, lexicon: UrlLexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole names and beginnings of names that track, for one host and the domains above it."""
    labels = host.split(".")
    domains = ["*", *(".".join(labels[i:]) for i in range(len(labels)))]
    names = [name for domain in domains for name in lexicon.tracking.get(domain, ())]
    return frozenset(n for n in names if not n.endswith("*")), tuple(n[:-1] for n in names if n.endswith("*"))


def without_tracking(query: str, host: str, lexicon: UrlLexicon) -> str:
    """A query, without its `?`, less the parameters that only say who sent the reader; the rest stays byte for byte."""
    names, beginnings = _tracking(host, lexicon)
    kept = []
    for parameter in query.split("&"):
        name = parameter.partition("=")[0]
        if name not in names and not name.startswith(beginnings):
            kept.append(parameter)
    return "&".join(kept) if len(kept) < query.count("&") + 1 else query


def canonicalise(url: str, lexicon: UrlLexicon) -> str:
    """The address that identifies the document: WHATWG serialisation, tracking parameters and text fragments removed.

    A text that is no URL comes back unchanged.
    """
    parsed = parse(url)
    if parsed is None:
        return url
    if parsed.search:
        query = without_tracking(parsed.search[1:], parsed.hostname, lexicon)
        if query != parsed.search[1:]:
            parsed.search = query
    if ":~:" in parsed.hash:
        parsed.hash = parsed.hash.partition(":~:")[0].removeprefix("#")
    return str(parsed.href)
