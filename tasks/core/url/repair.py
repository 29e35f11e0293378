"""The repair of an address: candidates from every reading, ranked by evidence, with an honest status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tasks.core.url.candidates import readings
from tasks.core.url.canonical import bare_host, parse
from tasks.core.url.continuation import Situation
from tasks.core.url.damage import undo_damage
from tasks.core.url.evidence import PageFacts, title_share
from tasks.core.url.find import Sighting, sightings
from tasks.core.url.finish import Finished, finish, is_cut_off
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.settings import Setting
from tasks.core.url.traced import Traced
from tasks.core.url.view import decoded
from tasks.core.url.words import words_of
from tasks.tables.values import Candidate, UrlStatus

_AROUND = 4_000  # characters on either side whose words may help
_HEAD = 1_500  # characters at the head of a clipping, where its title stands
_NEAR = 600
_TITLE_LINES = 8
_EQUALLY_GOOD = 0.3  # log10 odds: below twice as likely
_HOPELESS = 4.0  # log10 odds that no evidence makes good
_HARMLESS = frozenset({"tracking"})  # rules after which the address is still the one that stood there


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


def repair(text: str, clues: Clues, lexicon: UrlLexicon) -> Repair:
    """The one address of a clipping, repaired; status `absent` where the text has none."""
    found = _repairs(text, clues, lexicon)
    if not found:
        return ABSENT
    ranks = [_prominence(sighting, repaired, clues) for sighting, repaired in found]
    ranks[-1] += 0.5  # the address of a clipping tends to stand at its end
    return found[ranks.index(max(ranks))][1]


def find_addresses(text: str, lexicon: UrlLexicon) -> list[Repair]:
    """Every address of a text, repaired, in order."""
    return [repaired for _, repaired in _repairs(text, Clues(), lexicon)]


def _prominence(sighting: Sighting, repaired: Repair, clues: Clues) -> float:
    setting = sighting.setting
    rank = 3.0 * setting.is_labelled + 2.0 * setting.is_front_matter + 2.0 * setting.leads_line
    rank -= 1.0 * sighting.is_bare + 6.0 * setting.is_image + 1.0 * repaired.is_short_link
    rank += 0.5 * (setting.bound == "hard") - 1.5 * (
        repaired.candidates[0].url.count("/") <= 3 and repaired.candidates[0].url.endswith("/")
    )
    if clues.title and repaired.url:
        rank += 4.0 * title_share(repaired.url, clues.title)
    return rank


def _repairs(text: str, clues: Clues, lexicon: UrlLexicon) -> list[tuple[Sighting, Repair]]:
    traced = undo_damage(text)
    found: list[tuple[Sighting, Repair]] = []
    behind = 0
    for sighting in sightings(traced.text, lexicon):
        if traced.origin(sighting.start) >= behind:
            repaired = _repair_at(text, traced, sighting, clues, lexicon)
            if repaired is not None:
                found.append((sighting, repaired))
                behind = repaired.end
    return found


def _repair_at(text: str, traced: Traced, sighting: Sighting, clues: Clues, lexicon: UrlLexicon) -> Repair | None:
    setting, start = sighting.setting, sighting.start
    title = clues.title or _title_near(traced.text, start)
    facts = PageFacts(title, clues.published_on, clues.publisher)
    situation = _situation(traced.text, sighting, title, lexicon)
    before = traced.text[max(0, start - 2) : start]
    finished: dict[str, Finished] = {}
    scheme = "".join(traced.text[start : sighting.host_start].split())
    read = readings(traced.text, scheme, sighting.host_start, setting.end, situation)
    for reading in read:
        if reading.odds < read[0].odds - _HOPELESS:
            break
        result = finish(reading, before, facts, lexicon)
        if result is not None:
            finished.setdefault(result.candidate.url, result)
    if not finished:
        return None
    ranked = sorted(finished.values(), key=lambda item: -item.candidate.score)
    return _decided(text, traced, start, ranked, lexicon)


def _title_near(text: str, start: int) -> str:
    """The line that the address spells best, at the head of the text or shortly before it; empty where none does."""
    head = text[: min(start, _HEAD)].split("\n")
    near = text[max(_HEAD, start - _NEAR) : start].split("\n") if start > _HEAD else []
    lines = [line for line in [*head[:_TITLE_LINES], *near[-_TITLE_LINES:]] if 8 < len(line) < 250]
    address = set(words_of(decoded(text[start : start + 300])))
    shared = [len(address.intersection(words_of(line))) / (6 + line.count(" ")) for line in lines]
    return lines[shared.index(max(shared))] if shared and max(shared) > 0.1 else ""


def _situation(text: str, sighting: Sighting, title: str, lexicon: UrlLexicon) -> Situation:
    setting, start = sighting.setting, sighting.start
    around = text[: min(start, _HEAD)] + " " + text[max(_HEAD, start - _AROUND) : start]
    if setting.bound != "open":
        around += " " + text[setting.end : setting.end + _AROUND]
    return Situation(
        is_bounded=setting.bound == "hard",
        start_odds=_start_odds(setting),
        emphasis=text[start - 1 : start] if text[start - 1 : start] in ("_", "~") else "",
        column=start - text.rfind("\n", max(0, start - _NEAR), start) - 1,
        title=title,
        around=around,
        lexicon=lexicon,
    )


def _start_odds(setting: Setting) -> float:
    """Log10 odds, by its setting, that what follows an address after a space belongs to it."""
    if setting.bound == "soft":
        return 0.5
    if setting.leads_line:
        return -0.5
    return -1.5 if setting.is_labelled else -2.0


def _decided(text: str, traced: Traced, start: int, ranked: list[Finished], lexicon: UrlLexicon) -> Repair:
    best = ranked[0]
    last = best.reading.end - best.surplus
    first, end = traced.origin(start), traced.origin(last - 1) + 1
    edits = traced.rules(first, end)
    is_cut = is_cut_off(traced.text, start, last, best, lexicon)
    candidates = _shares(ranked, edits)
    parsed = parse(candidates[0].url)
    return Repair(
        raw_url=text[first:end],
        url=None if is_cut else candidates[0].url,
        url_status="unrecoverable" if is_cut else _status(candidates, ranked),
        candidates=candidates,
        start=first,
        end=end,
        is_short_link=parsed is not None and bare_host(parsed.hostname) in lexicon.short_links,
        archived_at=best.archived_at,
    )


def _status(candidates: tuple[Candidate, ...], ranked: list[Finished]) -> UrlStatus:
    if len(ranked) > 1 and ranked[0].candidate.score - ranked[1].candidate.score < _EQUALLY_GOOD:
        return "ambiguous"
    return "intact" if _HARMLESS.issuperset(candidates[0].rules) else "repaired"


def _shares(ranked: list[Finished], edits: list[str]) -> tuple[Candidate, ...]:
    """Candidates with their log10 odds as shares of one, without those that hardly count."""
    weights = [10 ** max(-12.0, item.candidate.score - ranked[0].candidate.score) for item in ranked]
    total = sum(weights)
    shares = [round(weight / total, 4) for weight in weights]
    return tuple(
        Candidate(
            url=item.candidate.url,
            rules=list(dict.fromkeys([*edits, *item.candidate.rules])),
            score=share,
            evidence=item.candidate.evidence,
        )
        for item, share in zip(ranked, shares, strict=True)
        if share >= 0.001
    )
