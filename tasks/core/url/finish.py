"""Carries a reading through to an address: ends mended, wrappers opened, weighed; and sees whether it was cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from tasks.core.url.candidates import Reading
from tasks.core.url.canonical import canonicalise, parse
from tasks.core.url.evidence import PageFacts, weigh
from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.scheme import trimmed, with_dots, with_scheme
from tasks.core.url.wrappers import unwrap
from tasks.tables.values import Candidate

_ELLIPSIS = re.compile(r"\s?(?:…|\.{3,}|[\[(<]\s?(?:…|\.{3}|snip|truncated|cut)\s?[\])>])")
_ELIDED = re.compile(r"…|(?<=[\w/-])\.{3,}(?=[\w/-]|$)")
_BREAKS_OFF = re.compile(r"\.{2,}$|%[0-9A-Fa-f]?$")
_DOUBLE_ENCODED = re.compile(r"%(?:25)+(?=[0-9A-Fa-f]{2})")
_BEHIND = 5  # characters behind an address in which an ellipsis begins


@dataclass(frozen=True, slots=True)
class Finished:
    """A reading carried through to an address."""

    candidate: Candidate  # its score is log10 odds until all are known
    reading: Reading
    surplus: int  # characters at the end of the reading that are the text's, not the address's
    archived_at: datetime | None


def finish(reading: Reading, before: str, facts: PageFacts, lexicon: UrlLexicon) -> Finished | None:
    """The address a reading leads to, or None where it leads to none; `before` is what stands before it."""
    text = trimmed(reading.text, before)
    url, rules = with_scheme(text)
    if (dotted := with_dots(url)) != url:
        url, rules = dotted, (*rules, "broken_dot")
    opened = unwrap(url, lexicon)
    target = with_scheme(trimmed(opened.url, before))[0] if opened.rules else url
    path, mark, query = target.partition("?")
    if _DOUBLE_ENCODED.search(path):
        target, rules = _DOUBLE_ENCODED.sub("%", path) + mark + query, (*rules, "double_encoding")
    parsed = parse(target)
    if parsed is None or parsed.hostname in ("", "http", "https"):
        return None
    canonical = canonicalise(target, lexicon)
    if canonical != parsed.href:
        rules = (*rules, "tracking")
    odds, reasons = weigh(parsed.hostname, parsed.pathname, facts, lexicon)
    candidate = Candidate(
        url=canonical,
        rules=[*reading.rules, *rules, *opened.rules],
        score=reading.odds + odds,
        evidence=[*reading.evidence, *reasons],
    )
    return Finished(candidate, reading, len(reading.text) - len(text), opened.archived_at)


def is_cut_off(text: str, start: int, end: int, finished: Finished, lexicon: UrlLexicon) -> bool:
    """Whether part of the address that stands at `start` to `end` is lost: an ellipsis, half an escape, half a host."""
    return _is_elided(text, start, end, finished.reading) or _lacks_suffix(finished.candidate.url, lexicon)


def _is_elided(text: str, start: int, end: int, reading: Reading) -> bool:
    seen = text[start : max(end, reading.end) + _BEHIND]
    if "/compare/" in reading.text or not any(mark in seen for mark in ("…", "..", "[", "%")):
        return False  # code hosts write `/compare/v1...v2`
    return (
        _ELLIPSIS.match(text, end) is not None
        or _ELIDED.search(text, start, max(end, reading.end)) is not None
        or _BREAKS_OFF.search(reading.text) is not None
    )


def _lacks_suffix(url: str, lexicon: UrlLexicon) -> bool:
    """Whether an address breaks off in its host: `www.` begins public names, and nothing follows the host."""
    parsed = parse(url)
    if parsed is None or not parsed.hostname.startswith("www."):
        return False
    return parsed.pathname == "/" and not is_public_host(parsed.hostname, lexicon.suffixes)
