"""The records that flow from stage to stage: each class is a table, each annotation a column with its meaning.

Arrow schemas, nullability, keys, column comments and the README's data dictionary are derived from here (see `schema`).
A field is nullable where its type says `| None`; a `Literal` is a closed list, refused elsewhere at the write.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from tasks.tables.values import (
    Argument,
    Attribution,
    Candidate,
    Caption,
    CoverageStatus,
    Dated,
    EventType,
    Heading,
    Link,
    MentionKind,
    Modality,
    Outcome,
    Polarity,
    Precision,
    RejectReason,
    RepairVerdict,
    Stage,
    StageCount,
    TableVersion,
    TextSource,
    UrlStatus,
    Verdict,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference to a news page as somebody gave it, with its address repaired."""

    KEY: ClassVar = ("reference_id",)
    reference_id: Annotated[str, "digest of source, position and raw text"]
    source: Annotated[str, "where it was found: a path, an address, or `-`"]
    position: Annotated[int, "0-based place within the source"]
    raw: Annotated[str, "the reference as given, unchanged"]
    raw_bytes: Annotated[bytes | None, "its bytes, where they are not the UTF-8 of `raw`"] = None
    encoding: Annotated[str | None, "how its bytes were read: the encoding, and why"] = None
    raw_url: Annotated[str | None, "the address as given, damage included"]
    url: Annotated[str | None, "the canonical address believed, null where there is none"]
    url_status: Annotated[UrlStatus, "how the address was found"]
    candidates: Annotated[list[Candidate], "readings of the address; the chosen one first, the losers kept"]
    title: Annotated[str | None, "title the source gives"]
    authors: Annotated[list[str], "authors the source names"] = field(default_factory=list)
    published_on: Annotated[date | None, "day of publication the source gives"]
    published_rule: Annotated[str | None, "what that day was read from"] = None
    published_at: Annotated[datetime | None, "instant of publication, where the source gives its clock and zone"] = None
    publisher: Annotated[str | None, "publisher the source names"]
    body: Annotated[str | None, "the source's own text of the article, null for a bare address"]
    links: Annotated[list[Link], "links with offsets in `body`"]
    captions: Annotated[list[Caption], "captions with offsets in `body` where they stand in it"]
    headings: Annotated[list[Heading], "headings with offsets in `body`"] = field(default_factory=list)
    collected_at: Annotated[datetime, "when it was first collected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What one attempt to fetch a reference brought: exactly one outcome."""

    KEY: ClassVar = ("capture_id",)
    capture_id: Annotated[str, "digest of reference, requested address, outcome, status and payload"]
    reference_id: Annotated[str, "references.reference_id"]
    requested_url: Annotated[str, "the address asked for"]
    final_url: Annotated[str | None, "the address that answered, after redirects"]
    redirects: Annotated[list[str], "addresses passed through, in order"]
    fetched_at: Annotated[datetime, "when the outcome was known"]
    outcome: Annotated[Outcome, "what came of it"]
    detail: Annotated[str | None, "why, in words, where the outcome is not `ok`"]
    status: Annotated[int | None, "HTTP status"]
    media_type: Annotated[str | None, "media type without parameters"]
    charset: Annotated[str | None, "character encoding the response declared"]
    etag: Annotated[str | None, "validator for a later visit"]
    last_modified: Annotated[str | None, "validator for a later visit, as sent"]
    archived_at: Annotated[datetime | None, "when a web archive captured the page, for `archived`"]
    payload_digest: Annotated[str | None, "sha256 of the decoded payload, hexadecimal"]
    warc_file: Annotated[str | None, "file below the lake's `raw/`, or the replayed file"]
    warc_offset: Annotated[int | None, "byte offset of the response record"]
    elapsed_ms: Annotated[int, "milliseconds from first attempt to outcome"]
    attempts: Annotated[int, "requests made, retries included"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One clean text with its metadata; offsets elsewhere are code points into `text`, end exclusive."""

    KEY: ClassVar = ("document_id", "revision")
    document_id: Annotated[str, "digest of the canonical address, or of the clipping's text where there is none"]
    revision: Annotated[int, "1 for the first text seen, then up with each changed text"]
    reference_id: Annotated[str, "references.reference_id"]
    capture_id: Annotated[
        str | None, "captures.capture_id the text came from; the last try's where it came from the clipping"
    ]
    url: Annotated[str | None, "canonical address of the document"]
    title: Annotated[str | None, "headline, without the site's name"]
    authors: Annotated[list[str], "people, as printed, but names in capitals, which are written with small letters"]
    publisher: Annotated[str | None, "name of the outlet"]
    published_at: Annotated[
        datetime | None, "instant of publication, where known to the minute; a clock without a zone is its country's"
    ]
    published_on: Annotated[date | None, "day of publication in the outlet's own zone"]
    published_rule: Annotated[str | None, "what the publication date was read from"]
    published_precision: Annotated[Precision | None, "precision of the publication date"]
    published_candidates: Annotated[list[Dated] | None, "every statement of that day looked at, in order of trust"]
    modified_at: Annotated[datetime | None, "instant of the last edit the page declares"]
    section: Annotated[str | None, "section the page is filed under"]
    corrections: Annotated[list[str] | None, "the outlet's notes on its own edits, as they stand in `text`"]
    rules: Annotated[
        list[str] | None,
        "what title, authors, publisher, modified_at, url, section, and a text no element shows, were read from: "
        "`column:rule`",
    ]
    language: Annotated[str | None, "ISO 639-1 code, or 639-3 of a language without one; null where it cannot be told"]
    language_score: Annotated[float | None, "0 to 1"]
    encoding: Annotated[str | None, "character encoding the bytes were read with, and why"]
    text: Annotated[str, "the article's words, paragraphs parted by an empty line"]
    text_source: Annotated[TextSource, "where the text came from"]
    text_digest: Annotated[str, "sha256 of `text` in UTF-8, hexadecimal"]
    words: Annotated[int, "words in `text`"]
    captions: Annotated[list[Caption], "captions and credits"]
    links: Annotated[list[Link], "links"]
    headings: Annotated[list[Heading], "headings"]
    verdict: Annotated[
        Verdict,
        "what kind of page it is: `article`, however short; `stub`, hardly any text; `paywall`, most is withheld; "
        "`consent`, a wall in its place; `soft_404`, it is gone; `live`, running coverage; `index`, a list of pages",
    ]
    clipping_match: Annotated[
        float | None, "0 to 1: how much of the pasted text the page holds; null without a pasted text"
    ]
    repair_verdict: Annotated[RepairVerdict, "whether the page bears out the repaired address"]
    fingerprint: Annotated[str, "version of the code, data and parameters that made the row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a document that name something, and what they name."""

    KEY: ClassVar = ("mention_id",)
    mention_id: Annotated[str, "digest of document, revision, place and kind"]
    document_id: Annotated[str, "documents.document_id"]
    revision: Annotated[int, "documents.revision"]
    start: Annotated[int, "offset in documents.text"]
    end: Annotated[int, "offset behind its last character"]
    surface: Annotated[str, "its words: text[start:end]"]
    kind: Annotated[MentionKind, "what kind of thing is named"]
    entity_id: Annotated[str | None, "who or what it is, stable across documents"]
    name: Annotated[str | None, "canonical name"]
    country: Annotated[str | None, "ISO 3166-1 alpha-3; XKX for Kosovo"]
    sector: Annotated[str | None, "PLOVER sector of an actor: GOV, MIL, REB, IGO ..."]
    latitude: Annotated[float | None, "degrees north, WGS 84"]
    longitude: Annotated[float | None, "degrees east, WGS 84"]
    geonames_id: Annotated[int | None, "GeoNames identifier"]
    starts_on: Annotated[date | None, "first day a time expression covers"]
    ends_on: Annotated[date | None, "last day a time expression covers"]
    precision: Annotated[Precision | None, "precision of a time expression"]
    value: Annotated[float | None, "number of a quantity, lower end of a range"]
    value_max: Annotated[float | None, "upper end of a range"]
    is_approximate: Annotated[bool | None, "`about`, `dozens`, `at least` and their like"]
    unit: Annotated[str | None, "unit of measure or ISO 4217 currency"]
    of: Annotated[str | None, "what is counted, as a lemma"]
    finder: Annotated[str, "rule that found it"]
    score: Annotated[float, "0 to 1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one clause states: who did what to whom, where and when, who says so, and whether it is so."""

    KEY: ClassVar = ("fact_id",)
    fact_id: Annotated[str, "digest of document, revision, clause and predicate"]
    document_id: Annotated[str, "documents.document_id"]
    revision: Annotated[int, "documents.revision"]
    sentence: Annotated[int, "0-based sentence of the document"]
    start: Annotated[int, "offset of the clause in documents.text"]
    end: Annotated[int, "offset behind its last character"]
    evidence: Annotated[str, "the clause's words: text[start:end]"]
    predicate: Annotated[
        str, "lemma with what makes one verb of it: `carry out`, `take part in`, `rely on`, `plan to join`"
    ]
    event_type: Annotated[EventType | None, "PLOVER type, null for a fact that is no coded event"]
    event_mode: Annotated[str | None, "PLOVER mode"]
    contexts: Annotated[list[str], "PLOVER contexts"]
    event_name: Annotated[str | None, "name of a named event the fact is about"]
    actor: Annotated[str | None, "name of the first actor"]
    actor_id: Annotated[str | None, "its entity"]
    actor_country: Annotated[str | None, "ISO 3166-1 alpha-3"]
    actor_sector: Annotated[str | None, "PLOVER sector"]
    recipient: Annotated[str | None, "name of the first recipient"]
    recipient_id: Annotated[str | None, "its entity"]
    recipient_country: Annotated[str | None, "ISO 3166-1 alpha-3"]
    recipient_sector: Annotated[str | None, "PLOVER sector"]
    arguments: Annotated[list[Argument], "every participant and circumstance"]
    place: Annotated[str | None, "name of the place of the event"]
    place_country: Annotated[str | None, "ISO 3166-1 alpha-3"]
    latitude: Annotated[float | None, "degrees north, WGS 84"]
    longitude: Annotated[float | None, "degrees east, WGS 84"]
    geonames_id: Annotated[int | None, "GeoNames identifier"]
    time_text: Annotated[str | None, "the time expression's words"]
    starts_on: Annotated[date | None, "first day"]
    ends_on: Annotated[date | None, "last day"]
    time_precision: Annotated[Precision | None, "precision"]
    polarity: Annotated[Polarity, "whether the clause affirms or denies it"]
    modality: Annotated[Modality, "whether it is so, planned, possible, past history ..."]
    attribution: Annotated[Attribution, "who vouches: the outlet itself, or somebody it cites"]
    source: Annotated[str | None, "who says so, null for the outlet"]
    source_id: Annotated[str | None, "its entity"]
    source_country: Annotated[str | None, "ISO 3166-1 alpha-3"]
    quote: Annotated[str | None, "words in quotation marks inside the clause"]
    score: Annotated[float, "0 to 1"]
    rules: Annotated[list[str], "rules that decided the fields"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of one document was read for facts, and by which version of the code."""

    KEY: ClassVar = ("document_id", "revision")
    document_id: Annotated[str, "documents.document_id"]
    revision: Annotated[int, "documents.revision"]
    status: Annotated[CoverageStatus, "whether it was read for facts, else why not"]
    characters: Annotated[int, "code points of text read"]
    sentences: Annotated[int, "sentences read"]
    sentences_without_facts: Annotated[int, "sentences that gave no fact"]
    mentions: Annotated[int, "mentions found"]
    facts: Annotated[int, "facts found"]
    fingerprint: Annotated[str, "version of the code, data and parameters that read it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Something that could not go on, and why."""

    KEY: ClassVar = ("stage", "record_id", "reason")
    stage: Annotated[Stage, "stage that refused it"]
    record_id: Annotated[str, "id of the row, or digest of the input"]
    input: Annotated[str, "what it was: a path, an address or the beginning of a text"]
    reason: Annotated[RejectReason, "reason of the closed list"]
    detail: Annotated[str, "what is wrong and what to do"]
    run_id: Annotated[str, "run that first refused it"]
    rejected_at: Annotated[datetime, "when it was first refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One declared expectation, measured for one release."""

    KEY: ClassVar = ("release", "name")
    release: Annotated[int, "releases.release it was measured for"]
    name: Annotated[str, "name in `expectations.toml`"]
    table: Annotated[str, "table it speaks of"]
    measured: Annotated[float | None, "what was measured, null where there was nothing to measure"]
    minimum: Annotated[float | None, "below it the release is stopped"]
    maximum: Annotated[float | None, "above it the release is stopped, or a warning given, as declared"]
    result: Annotated[Literal["passed", "warned", "failed"], "what came of it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One consistent state of all tables, whole or absent."""

    KEY: ClassVar = ("release",)
    release: Annotated[int, "1, 2, 3 ..."]
    released_at: Annotated[datetime, "when"]
    run_id: Annotated[str, "run that made it"]
    code_version: Annotated[str, "version of Dateline"]
    parameters: Annotated[str, "the run's parameters, JSON"]
    tables: Annotated[list[TableVersion], "the tables it pins"]
    digest: Annotated[str, "content digest over all tables"]
    elapsed_ms: Annotated[int, "milliseconds from the run's start to the release"]
    stages: Annotated[list[StageCount], "what each stage did in that run, and how long it took"] = field(
        default_factory=list
    )


TABLES: dict[str, type] = {
    "references": Reference,
    "captures": Capture,
    "documents": Document,
    "mentions": Mention,
    "facts": Fact,
    "coverage": Coverage,
    "rejections": Rejection,
    "checks": Check,
    "releases": Release,
}
