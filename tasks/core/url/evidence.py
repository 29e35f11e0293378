"""Weighs finished candidates by what is known about the page, in sentences a person can check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tasks.core.url.canonical import bare_host
from tasks.core.url.host import is_public_host, publisher_of
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.view import decoded
from tasks.core.url.words import words_of

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?([01]?\d)[/_.-]?([0-3]?\d)(?!\d)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED_DATE = re.compile(rf"(?<!\d)((?:19|20)\d\d)/({'|'.join(_MONTHS)})[a-z]*/([0-3]?\d)(?!\d)", re.IGNORECASE)
_ENOUGH = 3  # words of a title below which agreement is chance
# Log10 odds.
_KNOWN_HOST = 0.7
_NAMED_PUBLISHER = 1.0
_SAME_DAY = 1.0
_SAME_TITLE = 1.0
_NO_PUBLIC_HOST = -3.0

Weighed = tuple[float, list[str]]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known or believed of the page an address leads to."""

    title: str
    published_on: date | None
    publisher: str | None


def path_date(path: str) -> date | None:
    """The day a path names, None where it names none.

    >>> path_date("/2019/11/01/x"), path_date("/world/2019/nov/01/x"), path_date("/20191101-x")
    (datetime.date(2019, 11, 1), datetime.date(2019, 11, 1), datetime.date(2019, 11, 1))
    """
    named, plain = _NAMED_DATE.search(path), _DATE.search(path)
    if named:
        year, month, day = int(named[1]), _MONTHS.index(named[2].lower()) + 1, int(named[3])
    elif plain:
        year, month, day = (int(part) for part in plain.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def title_share(path: str, title: str) -> float:
    """Share of the title's words that the path spells, 0 to 1; short titles count for nothing."""
    titled = set(words_of(title))
    if len(titled) < _ENOUGH:
        return 0.0
    return len(titled & set(words_of(decoded(path)))) / len(titled)


def weigh(host: str, path: str, facts: PageFacts, lexicon: UrlLexicon) -> Weighed:
    """Log10 odds for an address, and the reasons."""
    odds, reasons = 0.0, []
    name = publisher_of(host, lexicon.publishers)
    if name:
        odds += _KNOWN_HOST
        reasons.append(f"`{bare_host(host)}` is a host of {name}")
    if facts.publisher and _is_of(facts.publisher, name, host):
        odds += _NAMED_PUBLISHER
        reasons.append(f"the host fits the publisher given, {facts.publisher}")
    if not name and not is_public_host(host, lexicon.suffixes):
        odds += _NO_PUBLIC_HOST
        reasons.append(f"`{host}` is under no public suffix")
    if (share := title_share(path, facts.title)) >= 0.5:
        odds += _SAME_TITLE * share
        reasons.append(f"the path spells {share:.0%} of the title's words")
    if facts.published_on and path_date(path) == facts.published_on:
        odds += _SAME_DAY
        reasons.append(f"the path's date is the day of publication, {facts.published_on}")
    return odds, reasons


def _is_of(publisher: str, name: str | None, host: str) -> bool:
    wanted = "".join(words_of(publisher)).removeprefix("the")
    return bool(wanted) and (
        wanted == "".join(words_of(name or "")).removeprefix("the") or wanted in host.replace("-", "")
    )
