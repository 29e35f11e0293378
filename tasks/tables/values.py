"""The closed lists and the nested values that the records are made of, and the exception that refuses a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

UrlStatus = Literal["intact", "repaired", "ambiguous", "unrecoverable", "absent"]
Outcome = Literal[
    "ok", "not_modified", "archived", "offline", "robots", "unsafe_address", "timeout", "too_large",
    "too_many_redirects", "http_error", "rate_limited", "unreachable", "tls_error", "malformed_response",
    "unsupported_type", "not_in_replay",
]  # fmt: skip
TextSource = Literal["page", "archive", "clipping"]
Verdict = Literal["article", "stub", "paywall", "consent", "soft_404", "live", "index"]
RepairVerdict = Literal["confirmed", "unverified", "contradicted"]
Precision = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century", "range"
]
MentionKind = Literal["person", "organisation", "place", "time", "quantity", "equipment", "event", "role"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "planned", "announced", "possible", "hypothetical", "demanded", "denied", "historical"]
Attribution = Literal["outlet", "said", "quoted", "denied"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Stage = Literal["collect", "fetch", "extract", "annotate", "publish"]
RejectReason = Literal[
    "empty_input", "binary_input", "too_large", "undecodable_text", "unreadable_input", "unsupported_format",
    "malformed_input", "no_address", "unrecoverable_address", "no_text", "not_fetched", "duplicate",
    "unsupported_language", "invalid_record",
]  # fmt: skip
CoverageStatus = Literal["annotated", "unsupported_language", "not_an_article", "empty_text"]


class Reject(Exception):
    """A record cannot go on, for a reason of the closed list; any other exception is a bug and stops the batch."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: RejectReason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible reading of a damaged address."""

    url: Annotated[str, "canonical address (WHATWG URL standard)"]
    rules: Annotated[list[str], "repair rules that led here, in order of application; empty for the text as it stands"]
    score: Annotated[float, "0 to 1, higher is likelier; comparable within one reference only"]
    evidence: Annotated[list[str], "sentences a person can check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of a text; in a clipping the address may have been lost with the markup."""

    start: Annotated[int, "offset of the anchor's first character"]
    end: Annotated[int, "offset behind the anchor's last character"]
    url: Annotated[str | None, "address as written, null where only the anchor survived"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's caption; kept apart from the article's own words."""

    start: Annotated[int | None, "offset in documents.text, null where the caption does not stand in the text"]
    end: Annotated[int | None, "offset behind its last character, null likewise"]
    text: Annotated[str, "the caption's words"]
    credit: Annotated[str | None, "who made or owns the picture, as printed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement of the day of publication."""

    rule: Annotated[str, "what it was read from"]
    day: Annotated[date, "the day it states"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the article."""

    start: Annotated[int, "offset in documents.text"]
    end: Annotated[int, "offset behind its last character"]
    level: Annotated[int, "1 to 6"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One participant or circumstance of a fact."""

    role: Annotated[str, "actor, recipient, object, place, time, quantity, equipment, instrument, event or source"]
    surface: Annotated[str, "its words in the text"]
    start: Annotated[int, "offset in documents.text"]
    end: Annotated[int, "offset behind its last character"]
    mention_id: Annotated[str | None, "the mention at that place, null where no finder claimed it"]
    entity_id: Annotated[str | None, "who or what it is, null where unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableVersion:
    """One table as a release pins it."""

    table: Annotated[str, "table name"]
    version: Annotated[int, "version in the lake"]
    rows: Annotated[int, "rows"]
    digest: Annotated[str, "content digest, independent of row order and file layout"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """What one stage did in the run that made a release."""

    stage: Annotated[str, "stage"]
    kept: Annotated[int, "rows it kept"]
    rejected: Annotated[int, "rows it refused"]
    elapsed_ms: Annotated[int, "milliseconds it took"]
