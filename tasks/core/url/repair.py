"""The repair of an address: candidates from every reading, ranked by evidence, with an honest status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from tasks.core.url.candidates import Reading, Situation, host_of, readings
from tasks.core.url.canonical import bare_host, canonicalise, parse
from tasks.core.url.damage import undo_damage
from tasks.core.url.find import Sighting, sightings
from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.traced import Traced
from tasks.core.url.words import Vocabulary, words_of
from tasks.core.url.wrappers import unwrap
from tasks.tables.values import Candidate, UrlStatus

_SCHEME = re.compile(r"^(?:[htpsx* ]{2,8}(?:[:;.,]{0,2}\s?[/\\]{1,4}|:)|//)+(?=[^/\\])", re.IGNORECASE)
_ENCODED_START = re.compile(r"^https?(?:%25)*%3A(?:%25)*%2F", re.IGNORECASE)
_TRAILING = re.compile(r"[.,;:!?'’\"”»*_~`|\\>)\]}]$")
_OPENERS = {")": "(", "]": "[", "}": "{"}
_ELLIPSIS = re.compile(r"\.{3,}|…|\[\.\.\.\]|\.\.$")
_DOUBLE_ENCODED = re.compile(r"%25([0-9A-Fa-f]{2})")
_MOST_WORDS = 20_000  # of the text around; beyond it words prove nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What is known about the page from elsewhere."""

    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """An address as it stood, what it was read as, and why."""

    raw_url: str | None
    url: str | None
    url_status: UrlStatus
    candidates: tuple[Candidate, ...]  # the chosen one first
    start: int  # offsets of `raw_url` in the text, in code points
    end: int
    is_short_link: bool
    archived_at: datetime | None  # timestamp of the web archive address it was unwrapped from


ABSENT = Repair(
    raw_url=None, url=None, url_status="absent", candidates=(), start=0, end=0, is_short_link=False, archived_at=None
)


def trimmed(text: str) -> str:
    """An address without the punctuation and the closing marks of the text around it.

    >>> trimmed("https://example.org/Foo_(bar)."), trimmed("https://example.org/foo).")
    ('https://example.org/Foo_(bar)', 'https://example.org/foo')
    """
    while text and _TRAILING.search(text):
        opener = _OPENERS.get(text[-1])
        if opener and text.count(opener) >= text.count(text[-1]):
            break
        text = text[:-1]
    return text


def _with_scheme(text: str) -> tuple[str, list[str]]:
    """An address with one well-formed scheme, and the rules that took."""
    rules = []
    for _ in range(3):
        if not _ENCODED_START.match(text):
            break
        text = re.sub(r"%25(?=[0-9A-Fa-f]{2})", "%", text) if "%25" in text[:12] else _decoded_start(text)
        rules = ["encoded_address"]
    match = _SCHEME.match(text)
    if match is None:
        return "https://" + text, [*rules, "missing_scheme"]
    head = match.group().lower()
    if head in ("http://", "https://"):
        return head + text[match.end() :], rules
    letters = re.findall(r"[htpsx*]+", head)
    scheme = "http" if letters and "s" not in letters[-1] else "https"
    rule = (
        "doubled_scheme"
        if len(letters) > 1
        else "defanged"
        if letters and ("x" in letters[0] or "*" in letters[0])
        else "broken_scheme"
        if letters
        else "missing_scheme"
    )
    return f"{scheme}://{text[match.end() :]}", [*rules, rule]


def _decoded_start(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)


def _finish(reading: Reading, lexicon: UrlLexicon) -> tuple[Candidate, datetime | None] | None:
    """The candidate a reading leads to, or None where it is no address."""
    text = trimmed(reading.text)
    url, rules = _with_scheme(text)
    path = url.partition("://")[2]
    if _DOUBLE_ENCODED.search(path.partition("?")[0]):
        url, rules = _DOUBLE_ENCODED.sub(r"%\1", url), [*rules, "double_encoding"]
    opened = unwrap(url, lexicon)
    target = opened.url
    if opened.rules:
        target, more = _with_scheme(trimmed(target))
    if parse(target) is None:
        return None
    evidence = list(reading.evidence)
    parsed = parse(target)
    if parsed is None or not parsed.hostname:
        return None
    host = bare_host(parsed.hostname)
    score = reading.score
    if name := lexicon.publishers.get(host):
        score += 0.5
        evidence.append(f"`{host}` is {name}")
    if not is_public_host(parsed.hostname, lexicon.suffixes):
        score -= 2.0
    canonical = canonicalise(target, lexicon)
    if parsed.search and canonical != parsed.href:
        rules = [*rules, "tracking"]
    all_rules = [*reading.rules, *rules, *opened.rules]
    return Candidate(
        url=canonical, rules=list(dict.fromkeys(all_rules)), score=score, evidence=evidence
    ), opened.archived_at


def _repair_at(traced: Traced, sighting: Sighting, situation: Situation, raw: str) -> Repair | None:
    lexicon = situation.lexicon
    read = readings(traced.text, sighting.start, sighting.end, situation)
    finished: dict[str, tuple[Candidate, Reading, datetime | None]] = {}
    for reading in read:
        result = _finish(reading, lexicon)
        if result is not None and result[0].url not in finished:
            finished[result[0].url] = (result[0], reading, result[1])
    if not finished:
        return None
    ranked = sorted(finished.values(), key=lambda item: -item[0].score)
    best, reading, archived_at = ranked[0]
    start = traced.origin(sighting.start)
    length = len(trimmed(reading.text)) - len(reading.text)
    end = traced.origin(reading.end + length - 1) + 1 if reading.end + length > sighting.start else start
    edits = [rule for rule in traced.rules(start, end)]
    is_cut = (
        _ELLIPSIS.search(traced.text, reading.end + length, reading.end + 6) is not None
        or "…" in raw[start:end]
        or _ELLIPSIS.search(reading.text) is not None
    )
    candidates = _scored([item[0] for item in ranked], edits)
    rules = candidates[0].rules
    status: UrlStatus = "intact" if set(rules) <= {"tracking"} else "repaired"
    if len(candidates) > 1 and ranked[0][0].score - ranked[1][0].score < 0.3:
        status = "ambiguous"
    if is_cut:
        status = "unrecoverable"
    return Repair(
        raw_url=raw[start:end], url=None if is_cut else candidates[0].url, url_status=status, candidates=candidates,
        start=start, end=end, is_short_link=bare_host(host_of(candidates[0].url)) in lexicon.short_links,
        archived_at=archived_at,
    )  # fmt: skip


def _scored(candidates: list[Candidate], edits: list[str]) -> tuple[Candidate, ...]:
    """Candidates with log10 odds turned to shares, the likeliest first."""
    weights = [10 ** max(-12.0, c.score - candidates[0].score) for c in candidates]
    total = sum(weights)
    return tuple(
        Candidate(url=c.url, rules=[*edits, *c.rules], score=round(w / total, 4), evidence=c.evidence)
        for c, w in zip(candidates, weights, strict=True)
        if w / total >= 0.001 or c is candidates[0]
    )


def _vocabulary(text: str, sighting: Sighting, clues: Clues) -> Vocabulary:
    before = text[max(0, sighting.start - _MOST_WORDS) : sighting.start]
    after = text[sighting.end : sighting.end + _MOST_WORDS] if sighting.bound != "open" else ""
    title = clues.title
    if title is None:
        lines = [line for line in before.split("\n", 12)[:12] if line.strip(" -#>*_")]
        title = lines[0] if len(lines) > 1 else ""
    return Vocabulary(words_of(title), set(words_of(before)) | set(words_of(after)))


def _all(text: str, clues: Clues, lexicon: UrlLexicon) -> list[tuple[Sighting, Repair]]:
    traced = undo_damage(text)
    found = []
    behind = 0
    for sighting in sightings(traced.text, lexicon):
        if traced.origin(sighting.start) < behind:
            continue
        situation = Situation(
            is_bounded=sighting.bound == "hard",
            is_marked=sighting.is_labelled or sighting.is_own_line or sighting.bound == "soft",
            column=sighting.start - traced.text.rfind("\n", 0, sighting.start) - 1,
            vocabulary=_vocabulary(traced.text, sighting, clues),
            lexicon=lexicon,
        )
        repaired = _repair_at(traced, sighting, situation, text)
        if repaired is not None:
            found.append((sighting, repaired))
            behind = repaired.end
    return found


def _rank(sighting: Sighting, repaired: Repair, is_last: bool) -> float:
    return (
        5.0 * sighting.is_labelled + 2.0 * sighting.is_front_matter + 2.0 * sighting.is_own_line
        + 0.5 * is_last - 1.0 * sighting.is_bare
    )  # fmt: skip


def repair(text: str, clues: Clues, lexicon: UrlLexicon) -> Repair:
    """The one address of a clipping, repaired; status `absent` where the text has none."""
    found = _all(text, clues, lexicon)
    if not found:
        return ABSENT
    last = len(found) - 1
    return max(((_rank(s, r, i == last), -i, r) for i, (s, r) in enumerate(found)), key=lambda item: item[:2])[2]


def find_addresses(text: str, lexicon: UrlLexicon) -> list[Repair]:
    """Every address of a text, repaired, in order."""
    return [repaired for _, repaired in _all(text, Clues(), lexicon)]
