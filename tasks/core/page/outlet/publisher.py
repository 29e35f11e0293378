"""What else a page states: its outlet and its canonical address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import ada_url
from selectolax.lexbor import LexborHTMLParser

from tasks.core.page.head import Head, texts_of, types_of
from tasks.core.page.outlet.spelled import has_capitals, host_label, host_names, is_domain, spelled_name
from tasks.core.text import bare, mend, one_line, vocabulary
from tasks.core.url.host import parted

_COMPANY = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|gmbh|kgaa|ag|se|kg|s\.?a\.?s?|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oyj?|asa?|"
    r"aps|a/s|s\.?r\.?o|sp\. z o\.? ?o|zrt|kft|ltda|pty|pvt|verlag|publishing|ediciones|editorial|editora|editore|"
    r"éditions)\b\.?|株式会社|社$|주식회사|有限公司|ООО|ТОВ|АО\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?P<name>.{4,60}?)\s[-–|]\s(?P<initials>[A-Z]{2,6})")
SPELLED = "host"  # the rule of a name told by the address
_MARKS = " |•·←→⋆★–—-:_"
_ARROWS = re.compile(r"^[«»‹›]+(?:\s+|$)|\s+[«»‹›]+$")  # beside a name; quotation marks touch it
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_BETWEEN = re.compile(r"\s(?:[|•·«»‹›←→⋆★–—:-]|::)\s|[_：｜]|--|(?<=[\u3400-\u9fff])-(?=[\u3400-\u9fff])")
_ALIAS = re.compile(r"(?<=[\u3400-\u9fff])-[A-Za-z][\w .]*$")  # `澎湃新闻-The Paper`
# Parts of a title that are no site's name, but the page's kind or place.
_PLACES = vocabulary(
    "blog news home homepage about archive archives article articles index infographic infographics resources insights "
    "startseite aktuelles accueil actualités inicio noticias 뉴스"
)
_SET_BEFORE = re.compile(r"^.{3,90}?\s?(?:[|:»–—-]|::)\s$")  # `The Daily Wave: ` before a headline
_LONGEST_NAME = 5  # words
_LONGEST = 100  # code points
_SHORTEST_LABEL, _FEW_INITIALS = 4, 3  # letters


def read_publisher(
    head: Head, title: str = "", tree: LexborHTMLParser | None = None, url: str = ""
) -> tuple[str | None, str | None]:
    """(name of the outlet, rule): as stated, or behind the headline in the page's title, or as `tree` marks it.

    Where there is none, or only the site's domain, it is the one that `tree` prints and the address spells.
    """
    name, rule = _named_as_known(head, title, tree, url)
    address = head.canonical or url
    is_run_together = name is not None and name.islower() and name == host_label(address)  # `graincourier`
    if tree is not None and (name is None or is_run_together or is_domain(name)):
        spelled = spelled_name(tree, head.title, address)
        is_name = is_run_together and spelled == (name or "").capitalize()
        if spelled and (name is None or is_name or " " in spelled):  # a site may bear the name of its domain
            return spelled, SPELLED
    return (_without_slogan(name, address) if name else None), rule


def _without_slogan(name: str, address: str) -> str:
    """The part of a name in several that the host spells, or whose initials it is: `Grain Courier | News for all`."""
    if not _BETWEEN.search(f"{name} "):  # a bar may be the last of it
        return _unmarked(name) or name
    parts, hosts = _parts(name), host_names(address)
    if not parts or not hosts or not parts[0].isascii():
        return name
    first, last = parts[0], parts[-1]
    named = (part for own in ([host_label(address)], hosts) for part in (first, last) if _is_spelled(part, own))
    part = first if first == last else next(named, name)
    # `The Grain Courier | GCourier.example`
    is_named = part == last and "." in last and " " in first and "," not in first and has_capitals(first)
    return first if is_named else part


def _is_spelled(part: str, hosts: Sequence[str]) -> bool:
    letters, initials = bare(part), bare("".join(word[0] for word in part.split()))
    if len(initials) >= _FEW_INITIALS and initials in hosts:
        return True
    return not {letters, letters.removeprefix("the")}.isdisjoint(hosts) or any(
        letters.startswith(host) for host in hosts if len(host) >= _SHORTEST_LABEL
    )


def _parts(name: str) -> list[str]:
    """The parts of a name, or of a title, between its bars and arrows."""
    return [part for part in map(_unmarked, _BETWEEN.split(name)) if part]


def _unmarked(part: str) -> str:
    part = _ARROWS.sub("", part.strip(_MARKS))
    quoted = _QUOTED.fullmatch(part)
    return quoted[1] if quoted else part


def _named_as_known(head: Head, title: str, tree: LexborHTMLParser | None, url: str) -> tuple[str | None, str | None]:
    """The first name, or where it is a company's, the next that is not: `Grain`, of `Tyre Media GmbH`."""
    named = _named(head, title, tree, url)
    name, rule = next(named, (None, None))
    if name is None:
        return None, None
    is_company = _COMPANY.search(name) is not None
    sites = ((other, by) for other, by in named if is_company and not (_COMPANY.search(other) or is_domain(other)))
    return next(sites, (_without_initials(name), rule))


def _without_initials(name: str) -> str:
    """A name without its own initials behind it: `Grain Courier - GC`."""
    match = _INITIALS.fullmatch(name)
    initials = "".join(word[0] for word in re.split(r"[\s-]+", match["name"]) if word) if match else ""
    return match["name"] if match and initials.casefold() == match["initials"].casefold() else name


def _named(head: Head, title: str, tree: LexborHTMLParser | None, url: str) -> Iterator[tuple[str, str]]:
    addresses: list[tuple[str, str]] = []
    for rule, texts in (
        ("linked_data", texts_of(head.article.get("publisher"))),
        ("meta:og:site_name", [head.metas.get("og:site_name", "")]),
        ("meta:publisher", [_without_address(head.metas.get("publisher", "") or head.metas.get("dc.publisher", ""))]),
        ("meta:application-name", [head.metas.get("application-name", "")]),
        ("linked_data:site", [name for node in head.linked if _is_site(node) for name in texts_of(node)]),
        ("title", _behind(head.title, title, head.canonical or url)),
        ("itemprop:publisher", _marked(tree) if tree and head.dated else ()),  # a date has the same marks
    ):
        for text in texts:
            name = one_line(mend(text))
            is_title = title and name.startswith(title)
            if name.startswith(("http://", "https://", "www.")):
                addresses.append(((parted(name).hostname or "").removeprefix("www."), rule))
            elif 0 < len(name) <= _LONGEST and not is_title:
                yield name, rule
    yield from (named for named in addresses if named[0])


def _without_address(name: str) -> str:
    """A name without the address behind it, as administrations write: `Tyre Council, Harbour Street 1, Tyre`."""
    first, comma, rest = name.partition(", ")
    return first if comma and any(map(str.isdigit, rest)) else name


def _marked(tree: LexborHTMLParser) -> Iterator[str]:
    node = tree.css_first('[itemprop="publisher"] [itemprop="name"]')
    if node is not None:
        yield node.attributes.get("content") or node.text()


def _behind(whole: str, headline: str, address: str) -> Iterator[str]:
    """The last part of a title behind the headline, or behind a bar, where it is short enough to be a name.

    What stands before the headline may be its subject: it must share letters with the host.
    """
    before = whole.removesuffix(headline) if headline else whole
    if before != whole and _SET_BEFORE.search(before):
        name = next(iter(_parts(before)), "")  # `The Daily Wave » Archive » `
        is_name = 2 < len(name) < len(headline) and len(name.split()) <= _LONGEST_NAME and name.lower() not in _PLACES
        if is_name and _is_near(name, host_label(address)):
            yield name
        return
    rest = whole[len(headline) :] if whole.startswith(headline) else "".join(whole.rpartition(" | ")[1:])
    if not headline or not rest or rest == whole:
        return
    parts = [part for part in _parts(rest) if part.lower() not in _PLACES]
    name = next((part for part in parts if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", part)), parts[-1] if parts else "")
    name = _ALIAS.sub("", name)
    is_name = 0 < len(name.split()) <= _LONGEST_NAME and not re.search(r"[>,]", name)
    label = host_label(address) if " : " in rest and name.isascii() else ""  # a colon parts many other things
    if is_name and (" : " not in rest or not name.isascii() or (label and _is_near(name, label))):
        yield name


def _is_near(name: str, label: str) -> bool:
    """Whether a name shares its letters with the host, as far as that can be told."""
    names = {bare(name), bare(name.replace("&", "and")), bare(name).removeprefix("the")}
    if not name.isascii() or not label or "".join(word[0] for word in name.split()).casefold() == label:
        return True
    return any(said in label or label in said for said in names)


def _is_site(node: dict[str, Any]) -> bool:
    return bool({"WebSite", "NewsMediaOrganization"} & set(types_of(node)))


def read_canonical(head: Head, url: str) -> str | None:
    """The page's own address, absolute; None where it names none, or only the site's front page."""
    stated = head.canonical or ""
    try:
        joined = ada_url.join_url(url, stated) if url else ada_url.normalize_url(stated)
        path = urlsplit(joined).path
    except ValueError:
        return None
    return joined if joined.startswith("http") and path not in ("", "/") else None
