"""Tells hosts from words, by the public suffix list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")  # underscores occur in real host names, never at the ends
_FRONT = re.compile(r"/*(?:index\.\w+)?")
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def parted(address: str) -> SplitResult:
    """The parts of an address, all empty where it cannot be read, as pages write some.

    >>> parted("https://news.example/a").hostname, parted("http://[a").hostname
    ('news.example', None)
    """
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def is_front(address: str) -> bool:
    """Whether an address is a site's front page; one that cannot be read is none.

    >>> is_front("https://news.example/index.php"), is_front("/"), is_front("#top"), is_front("http://[a")
    (True, True, False, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return _FRONT.fullmatch(parts.path) is not None and address[:1] not in "?#" and not parts.query


def registrable_domain(host: str, suffixes: frozenset[str]) -> str | None:
    """The part of a host somebody registered, or None where it ends in no public suffix or is one.

    The algorithm is that of https://publicsuffix.org/list/.

    >>> registrable_domain("news.example.co.uk", frozenset({"uk", "co.uk"}))
    'example.co.uk'
    """
    labels = host.lower().rstrip(".").split(".")
    for i in range(len(labels)):
        rest = ".".join(labels[i:])
        if "!" + rest in suffixes:
            return rest
        if rest in suffixes or "*." + ".".join(labels[i + 1 :]) in suffixes:
            return ".".join(labels[i - 1 :]) if i else None
    return None


def is_public_host(host: str, suffixes: frozenset[str]) -> bool:
    """Whether a text can be the host of a public page: well-formed labels under a public suffix, or an IPv4 address.

    >>> is_public_host("example.com", frozenset({"com"})), is_public_host("e.g", frozenset({"com"}))
    (True, False)
    """
    if _IPV4.fullmatch(host):
        return all(int(part) < 256 for part in host.split("."))
    labels = host.rstrip(".").split(".")
    return all(map(_LABEL.fullmatch, labels)) and registrable_domain(host, suffixes) is not None


def publisher_of(host: str, publishers: Mapping[str, str]) -> str | None:
    """Name of the publisher a host belongs to: its own before those it lies under.

    >>> publisher_of("www.example.org", {"example.org": "The Example"})
    'The Example'
    """
    labels = host.lower().split(".")
    hosts = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((publishers[host] for host in hosts if host in publishers), None)
