"""Who wrote a page: people, without roles, degrees, agencies, addresses and the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tasks.core.page.head import Head, named_by, types_of
from tasks.core.page.people.bylines import (
    OTHERS,
    beside_headline,
    byline,
    near_headline,
    signed_below,
    told_of,
    with_trade,
)
from tasks.core.page.people.persons import is_person, people_of
from tasks.core.page.people.signatures import dispatched, reported
from tasks.core.page.people.surnames import chinese_names, is_chinese
from tasks.core.page.statements import Page
from tasks.core.text import one_line, vocabulary

_METAS = (
    "author", "article:author", "article:author_name", "author_name", "byl", "byline", "parsely-author",
    "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author", "og:article:author",
    "article.author", "articleauthor", "content_author", "twitter:creator",
)  # fmt: skip
_LIBRARIES = frozenset(("citation_author", "dc.creator", "dcterms.creator"))  # write `Byron, Ada`
_MARKED = '[rel="author"],[itemprop="author"] [itemprop="name"],[itemprop="author"],.author-name,.byline-name'
_NAMED = '[class*="author"],[class*="autor"],[class*="auteur"],[class*="byline"]'
_NAMES_PEOPLE = ("byline", "dispatch")  # rules whose lines say that somebody wrote a text; others may name an outlet
# `Byron, Ada K.`: initials stand behind no place.
_LAST_FIRST = re.compile(r"[^\s,]+, (?:[A-Z][^\W\d_]+ )*(?:[A-Z]\. ?)+")
_JOINED = re.compile(r"(?:[\s,&]|\b(?:and|und|et|y|e|i|og|och|by|von|par|por)\b)*", re.IGNORECASE)
_FIRST = 8  # elements
_WRITTEN = re.compile(r"^(?:written|posted|published|verfasst|écrit|escrito|scritto|geschrieben|автор|author)", re.I)
_LONGEST_MARKED = 200  # a longer element holds more than a name
_MOST = 12
_LINES = 12  # blocks that tell a page's language
_PARTICLES = vocabulary("de la del los las da do dos das di du van von der den y")
_TURKIC = str.maketrans({"İ": "i", "I": "ı"})
_NUMERAL = re.compile("[IV]{2,4}")
_BEHIND_APOSTROPHE = re.compile(r"(\w{2,})['’]\w+")
_ELIDED = frozenset(("Dall", "Dell", "Nell", "Quell", "Sant"))
_CAPITALS = 4  # letters of a word in capitals; a shorter one may be initials


def read_authors(page: Page, publisher: str | None) -> tuple[list[str], str | None]:
    """(names, the rule that found them) of the first statement that names a person."""
    head = page.head
    own = None if _is_its_author(head, publisher) else publisher
    stated: list[str] = []
    is_named_so = is_chinese(_beginning(page), head.language)
    for rule, texts in _statements(page):
        names = list(dict.fromkeys(name for text in texts for name in people_of(text, own)))
        if is_named_so:
            names = [name for said in names for name in chinese_names(said, is_sure=rule in _NAMES_PEOPLE)]
        if names and rule == "byline":
            stated = stated or [name for text in _stated(head) for name in people_of(text, own)]
            names = _as_stated(names, stated)
            linked = [name for text in _linked(head, head.article.get("author")) for name in people_of(text, own)]
            names = linked if set(names) < set(linked) else names  # the line was cut
        if names:
            return [_as_written(name, page) for name in names[:_MOST]], rule
    return [], None


def _beginning(page: Page) -> str:
    """The headline and the lines below it, whose letters tell in which language people are named."""
    lines = page.blocks[page.headline : page.headline + _LINES]
    return "\n".join([page.title, *(block.text for block in lines)])


def _as_written(name: str, page: Page) -> str:
    """A name in capitals as the page states or prints it elsewhere, else with small letters: `ADA DE BYRON`."""
    if not (name.isupper() or any(word.isupper() and len(word) >= _CAPITALS for word in name.split())):
        return name
    written = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    texts = (*_stated(page.head), *(block.text for block in page.blocks))
    found = (match[0] for text in texts for match in written.finditer(text))
    other = next(
        (other for other in found if any(map(str.islower, other)) and other != name and is_person(other)), None
    )
    return other or (_in_small_letters(name, page.head.language or "") if name.isupper() else name)


def _in_small_letters(name: str, language: str) -> str:
    """A name in capitals as it is usually written; initials, numerals and what may be a last name keep theirs."""
    if language[:2] in ("tr", "az") or "İ" in name:
        return " ".join([word[0] + word[1:].translate(_TURKIC).lower() for word in name.split()])
    *words, last = name.split()
    small = [word.lower() if word.lower() in _PARTICLES else _titled(word) for word in words]
    return " ".join([*small, last if _NUMERAL.fullmatch(last) else _titled(last)])


def _titled(word: str) -> str:
    """A word with a capital; behind an apostrophe it has one where a letter, or an Italian word, stands before.

    >>> _titled("O’BRIEN"), _titled("KANG’ARU"), _titled("DALL'OGLIO"), _titled("LEE-ROE")
    ('O’Brien', 'Kang’aru', "Dall'Oglio", 'Lee-Roe')
    """
    return _BEHIND_APOSTROPHE.sub(lambda part: part[0] if part[1] in _ELIDED else part[0].capitalize(), word.title())


def _as_stated(printed: list[str], stated: list[str]) -> list[str]:
    """The printed names without what stands behind them by what is stated."""
    names: list[str] = []
    for name in printed:
        short = next((short for short in stated if name.startswith(short)), name)
        names.append(short)
        if short != name:  # what follows is no name either
            break
    return list(dict.fromkeys(names))


def _stated(head: Head) -> list[str]:
    """What linked data and the first meta elements say, to tell where a printed name ends."""
    metas = [head.metas[name] for name in _METAS[:4] if name in head.metas]
    return [*_linked(head, head.article.get("author")), *metas]


def _is_its_author(head: Head, publisher: str | None) -> bool:
    """Whether the site bears its author's name: linked data knows a person of that name."""
    items = head.article.get("author")
    return any(
        isinstance(item, dict) and "Person" in types_of(item) and named_by(head, item) == [publisher]
        for item in (items if isinstance(items, list) else [items])
    )


def _statements(page: Page) -> Iterator[tuple[str, Sequence[str]]]:
    head, blocks = page.head, page.blocks
    near = near_headline(blocks, page.headline)
    lines = [blocks[place].text for place in near]
    yield "byline", byline(blocks, near)
    names = _linked(head, head.article.get("author")) or _linked(head, head.article.get("creator"))
    yield "linked_data", names + _named_with(names, _linked(head, head.article.get("contributor")), lines)
    for name in _METAS:
        if name in head.metas:
            said = head.listed(name)
            yield f"meta:{name}", list(map(_first_name_first, said)) if name in _LIBRARIES else said
    if _WRITTEN.match(head.metas.get("twitter:label1", "")):
        yield "meta:twitter:data1", [head.metas.get("twitter:data1", "")]
    yield from beside_headline(blocks, near)
    marked = [node.text(separator=" ") for node in page.tree.css(_MARKED)[:3]]
    yield "marked", [text for text in marked if len(text) < _LONGEST_MARKED]
    yield "author_trade", with_trade(blocks, page.headline)
    yield "dispatch", dispatched(blocks, page.headline)
    yield "author_bio", told_of(blocks, near)
    yield "byline", signed_below(blocks)
    yield "dispatch", reported(blocks, page.headline)
    own = (node for node in page.tree.css(_NAMED)[:_FIRST] if not OTHERS.search(node.attributes.get("class") or ""))
    named = [one_line(node.text(separator=" ")) for node in own]
    yield "author_element", [text for text in named if is_person(text) and text in "\n".join(lines)][:1]


def _named_with(authors: Sequence[str], others: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Those of others whom a line names with an author and says nothing else: who contributed may have written."""
    if not others:
        return []
    every = re.compile("|".join(map(re.escape, sorted([*authors, *others], key=len, reverse=True))))
    alone = [line for line in lines if _JOINED.fullmatch(every.sub("", line))]
    shared = [line for line in alone if any(name in line for name in authors)]
    return [name for name in others if name not in authors and any(name in line for line in shared)]


def _first_name_first(text: str) -> str:
    """`Byron, Ada` as `Ada Byron`; of two names the first has two words."""
    last, comma, first = text.partition(", ")
    return f"{first} {last}" if comma and " " not in last and first and "," not in first else text


def _linked(head: Head, value: Any) -> list[str]:
    """The names of linked-data authors that are no organisations."""
    items = value if isinstance(value, list) else [value]
    names = (name for item in items if not _is_organisation(item) for name in named_by(head, item))
    return [_first_name_first(name) if _LAST_FIRST.fullmatch(name) else name for name in names]


def _is_organisation(item: Any) -> bool:
    return isinstance(item, dict) and any(kind.endswith("Organization") for kind in types_of(item))
