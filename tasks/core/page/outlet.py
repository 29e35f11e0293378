"""What else a page states: its outlet, section, canonical address, corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import ada_url

from tasks.core.page.head import Head, texts_of, types_of
from tasks.core.text import mend, one_line

_CORRECTION = re.compile(
    r"^\W{0,3}(?:corrections?|clarification|editor[’']s note|update[ds]?(?: on)?|an earlier version of this|"
    r"this (?:article|story|piece|report) (?:was|has been) (?:amended|corrected|updated|revised|changed)|"
    r"berichtigung|korrektur|rectificatif|correction apportée|corrección|fe de errores|исправлен|поправка)\b",
    re.IGNORECASE,
)
# Steps on the way to every page of a site.
_STEPS = """
home, homepage, home page, start, startseite, accueil, inicio, início, página inicial, strona główna, ana sayfa,
главная, головна, beranda, ホーム, トップ, 首页, 首頁, 홈,
news, all news, latest news, blog, our blog, article, articles, stories, uncategorized
"""
_MARKS = " |•·»–—-:_"
_BETWEEN = re.compile(r"\s(?:[|•·»–—-]|::)\s|_")
_SET_BEFORE = re.compile(r"([^|:]{3,60}?)\s?(?:[|:»–—-]|::)\s$")  # `The Daily Wave: ` before a headline
_LONGEST_NAME = 5  # words
_CRUMB = 25  # code points by which the name of a step is told to be the page's headline
_ANY = frozenset(map(str.strip, _STEPS.split(",")))
_SHORTEST = 30  # code points; a shorter one is a heading: `Updates`


def read_publisher(head: Head, title: str = "") -> tuple[str | None, str | None]:
    """(name of the outlet, rule); the last resort is what stands behind the headline in the page's title."""
    for rule, texts in (
        ("linked_data", texts_of(head.article.get("publisher"))),
        ("meta:og:site_name", [head.metas.get("og:site_name", "")]),
        ("meta:publisher", [head.metas.get("publisher", "") or head.metas.get("dc.publisher", "")]),
        ("meta:application-name", [head.metas.get("application-name", "")]),
        ("linked_data:site", [name for node in head.linked if _is_site(node) for name in texts_of(node)]),
        ("title", _behind(head.title, title)),
    ):
        for text in texts:
            name = one_line(mend(text))
            if (
                name
                and not (title and name.startswith(title))
                and not name.startswith(("http", "www."))
                and len(name) <= 100
            ):
                return name, rule
    return None, None


def _behind(whole: str, headline: str) -> list[str]:
    """The last part of a title behind the headline, or behind a bar, where it is short enough to be a name."""
    if headline and whole.endswith(headline) and (before := _SET_BEFORE.fullmatch(whole[: -len(headline)])):
        return [before[1]] if len(before[1]) < len(headline) and len(before[1].split()) <= _LONGEST_NAME else []
    rest = whole[len(headline) :] if whole.startswith(headline) else "".join(whole.rpartition(" | ")[1:])
    if not headline or not rest or rest == whole:
        return []
    parts = [part.strip(_MARKS) for part in _BETWEEN.split(rest)]
    name = next((part for part in parts if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", part)), parts[-1])
    return [name] if 0 < len(name.split()) <= _LONGEST_NAME and not re.search(r"[>,]", name) else []


def _is_site(node: dict[str, Any]) -> bool:
    return bool({"WebSite", "NewsMediaOrganization"} & set(types_of(node)))


def read_section(head: Head) -> tuple[str | None, str | None]:
    """(section the page is filed under, rule); the last resort is the way to the page that its linked data shows."""
    found = head.meta("article:section", "section", "parsely-section", "cxenseparse:section", "og:article:section")
    for rule, texts in (
        ("linked_data:articleSection", texts_of(head.article.get("articleSection"))),
        (f"meta:{found[0]}" if found else "", [found[1]] if found else []),
        ("linked_data:BreadcrumbList", _crumbs(head)),
    ):
        for text in texts:
            if 1 < len(text) <= 80:
                return one_line(text), rule
    return None, None


def _crumbs(head: Head) -> Iterator[str]:
    """The names on the way from the front page to the page itself, without both and without what says only `News`."""
    trail = next((node for node in head.own if "BreadcrumbList" in types_of(node)), {})
    listed = trail.get("itemListElement")
    steps = [step for step in listed if isinstance(step, dict)] if isinstance(listed, list) else []
    for place, step in enumerate(steps, 1):
        item = step.get("item")
        address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
        name = next(iter(texts_of(step.get("name")) or texts_of(item)), "")
        is_front = _is_front(address) if isinstance(address, str) else place == 1 < len(steps)
        is_headline = place == len(steps) and head.title.lower().startswith(name.lower()[:_CRUMB])
        if not (is_front or is_headline or len(name.split()) > _LONGEST_NAME or name.lower() in _ANY):
            yield name


def _is_front(address: str) -> bool:
    """Whether an address is a site's front page; one that cannot be read is none."""
    try:
        return address.startswith("http") and not urlsplit(address).path.strip("/")
    except ValueError:
        return False


def read_canonical(head: Head, url: str) -> str | None:
    """The page's own address, absolute; None where it names none, or only the site's front page."""
    stated = head.canonical or ""
    try:
        joined = ada_url.join_url(url, stated) if url else ada_url.normalize_url(stated)
        path = urlsplit(joined).path
    except ValueError:
        return None
    return joined if joined.startswith("http") and path not in ("", "/") else None


def corrections(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs by which the outlet says that it changed the article."""
    return [text for text in paragraphs if _SHORTEST < len(text) <= 800 and _CORRECTION.match(text)]
