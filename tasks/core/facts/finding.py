"""What a finder reports: a span of the document's text, what kind of thing it names, and its normalised value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tasks.tables.values import MentionKind, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mention before it has ids: the columns of `mentions` have the same names and meanings."""

    start: int
    end: int
    kind: MentionKind
    finder: str
    score: float = 1.0
    entity_id: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    precision: Precision | None = None
    value: float | None = None
    value_max: float | None = None
    is_approximate: bool | None = None
    unit: str | None = None
    of: str | None = None
