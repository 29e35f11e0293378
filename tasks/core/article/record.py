"""What is read of one page, clipping, mail or file: the article, before it is tied to a reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from tasks.tables.values import Caption, Heading, Link, Precision, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; offsets are code points into `text`, end exclusive; `documents` says what the columns mean.

    `published_candidates` are all (rule, day) statements looked at, `corrections` the outlet's notes on its own edits,
    `rules` what other values were read from.
    """

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published_at: datetime | None = None
    published_on: date | None = None
    published_rule: str | None = None
    published_precision: Precision | None = None
    published_candidates: list[tuple[str, date]] = field(default_factory=list)
    modified_at: datetime | None = None
    url: str | None = None
    section: str | None = None
    corrections: list[str] = field(default_factory=list)
    declared_language: str | None = None
    language: str | None = None
    language_score: float | None = None
    encoding: str | None = None
    text: str = ""
    captions: list[Caption] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    verdict: Verdict = "article"
    rules: dict[str, str] = field(default_factory=dict)
