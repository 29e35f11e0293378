"""Finds events that bear a name: `Slavic Shield 2019`, `BARS-2019`, `the Kosovo War`, `Operation Desert Storm`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.finding import Finding

WORDS = ["drill", "drills", "exercise", "exercises", "wargame", "wargames", "war", "summit", "conference", "forum"]
WORDS += ["olympics", "games", "championship", "championships", "cup", "festival", "operation", "offensive", "uprising"]
WORDS += ["revolution", "massacre", "crisis", "talks", "parade", "expo", "marathon", "fair", "congress", "prix"]
HEADS = rf"(?:{'|'.join(WORDS)})"
CAPITALISED_HEADS = rf"(?:{'|'.join(word.title() for word in WORDS)})"
CAPITAL = r"[A-Z](?:[\w’'-]|\.(?=[A-Z]))*"
NAME = rf"{CAPITAL}(?:[ ]{CAPITAL}){{0,4}}"
YEAR = r"(?:19|20)\d\d"

# A rule a line: its name, its pattern (group `name` is the event's name), its score.
RULES = [
    ("name and year before an event noun", re.compile(rf"(?P<name>{NAME}[ -]{YEAR})(?:[ ]\w+)?[ ]{HEADS}\b"), 0.95),
    ("capitals with a year", re.compile(rf"\b(?P<name>[A-Z][A-Z]+-{YEAR})\b"), 0.8),
    ("name of two words and a year", re.compile(rf"\b(?P<name>{CAPITAL}[ ]{CAPITAL}[ ]{YEAR})\b"), 0.7),
    ("operation", re.compile(rf"\b(?P<name>(?:Operation|Exercise)[ ]{NAME})"), 0.9),
    ("capitalised event noun", re.compile(rf"\b(?P<name>{NAME}[ ]{CAPITALISED_HEADS})\b"), 0.8),
]
NOT_NAMES = re.compile(
    r"^(?:The|A|An|In|On|By|Of|For|Since|Until|From|After|Before|During|Early|Late|Mid|Spring|Summer|Autumn|Fall|Winter|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\.?|May|June|July|March|April|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?)$"
)


def find_named_events(text: str, sentences: Sequence[Sentence]) -> list[Finding]:
    """Named events of a text, in order; a shorter name said again is found too (`Slavic Shield` for `… 2019`)."""
    people = {t.start for s in sentences for t in s.tokens if t.entity == "B-PER"}
    found = {f.start: f for f in _entities(text, sentences)}
    for finding in _patterns(text):
        if finding.start not in people:
            found[finding.start] = finding
    for finding in _said_again(text, list(found.values())):
        found.setdefault(finding.start, finding)
    return _apart(sorted(found.values(), key=lambda f: f.start))


def _patterns(text: str) -> Iterator[Finding]:
    taken = 0
    matches = sorted(
        ((m, rule, score) for rule, pattern, score in RULES for m in pattern.finditer(text)),
        key=lambda found: (found[0].start("name"), -found[0].end("name")),
    )
    for match, rule, score in matches:
        start, end = _trim(text, match.start("name"), match.end("name"))
        if start >= taken and re.search(r"[ -]", text[start:end]):
            yield _event(text, start, end, text[start:end], rule, score)
            taken = end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without leading words that only look like a name at the head of a sentence."""
    while start < end:
        first = text[start:end].split(" ", 1)
        if len(first) < 2 or not NOT_NAMES.match(first[0]):
            break
        start += len(first[0]) + 1
    return (end, end) if NOT_NAMES.match(text[start:end]) or re.fullmatch(YEAR, text[start:end]) else (start, end)


def _entities(text: str, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.entity != "B-EVENT":
                continue
            last = i
            while last + 1 < len(tokens) and tokens[last + 1].entity == "I-EVENT":
                last += 1
            name = text[token.start : tokens[last].end]
            if any(c.isupper() for c in name):
                yield _event(text, token.start, tokens[last].end, name, "tagged as an event", 0.7)


def _said_again(text: str, known: list[Finding]) -> Iterator[Finding]:
    for finding in known:
        name = finding.name or ""
        short = re.sub(rf"[ -]{YEAR}$", "", name)
        if " " not in short:
            continue
        for match in re.finditer(rf"\b{re.escape(short)}\b", text):
            yield _event(text, match.start(), match.end(), name, "name said again", 0.8)


def _apart(findings: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in findings:
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept


def _event(text: str, start: int, end: int, name: str, rule: str, score: float) -> Finding:
    slug = re.sub(r"\W+", "-", name.lower()).strip("-")
    return Finding(
        start=start, end=end, kind="event", finder=f"event:{rule}", score=score, entity_id=f"event:{slug}", name=name
    )
