"""The stages as Prefect tasks: each reads its batch from the lake, calls its stage, and writes what it gave.

The stages know neither Prefect nor the lake. Every write is idempotent, so a task may be retried or run twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, ParamSpec, TypeVar

from deltalake.exceptions import CommitFailedError
from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from flows.due import current_captures
from tasks.annotate import annotate
from tasks.collect import collect
from tasks.core.repair_verdict import judge_repair
from tasks.core.similarity import containment
from tasks.extract import document_id_of, extract_documents, read_payload
from tasks.fetch import fetch_captures
from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import Kit
from tasks.io.inputs import WARC_SUFFIXES, Input
from tasks.io.lexicons import load_url_lexicon
from tasks.io.store import Lake
from tasks.io.warc.reader import payload_of
from tasks.publish import publish
from tasks.tables.batch import records_of, table_of
from tasks.tables.outcome import rejection
from tasks.tables.records import Capture, Document, Reference, Rejection, Release
from tasks.tables.run import Count, Run
from tasks.tables.values import Reject, RejectReason

P = ParamSpec("P")
R = TypeVar("R")


def can_heal(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether trying again can help: another writer came first, or the store did not answer."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, CommitFailedError | ConnectionError | TimeoutError)


def step(name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """A Prefect task that is tried again where that can help."""
    # No cache: our own fingerprints decide what is stale, and equal Arrow tables can hash differently.
    return task(name=name, retries=2, retry_delay_seconds=[1, 10], retry_condition_fn=can_heal, cache_policy=NO_CACHE)


@step("collect")
def collect_step(lake_root: str, given: Sequence[Input], run: Run) -> Count:
    """Fill `references` from a batch of inputs."""
    lake = Lake(lake_root)
    outcome = collect(given, load_url_lexicon(), run)
    lake.put("references", table_of("references", outcome.kept))
    lake.put_rejections("collect", [i.input_id for i in given], outcome.rejected)
    return Count("collect", len(outcome.kept), len(outcome.rejected))


@step("fetch")
def fetch_step(lake_root: str, reference_ids: Sequence[str], options: FetchOptions, run: Run, kit: Kit) -> Count:
    """Fill `captures` for a batch of references; `kit` is the run's: pace and robots.txt hold across batches."""
    lake = Lake(lake_root)
    references = _references(lake, reference_ids)
    known = _captures(lake, reference_ids)
    lake.bring_raw(c.warc_file for c in known.values())
    captures: list[Capture] = []
    for answered, group in _by_source(references, options):
        shared = kit if answered is options else None
        captures += fetch_captures(group, known, answered, lake.raw, contradicts=_contradicts, kit=shared)
    lake.put("captures", table_of("captures", captures))
    refused = [_unaddressed(r, run) for r in references if r.url is None]
    lake.put_rejections("fetch", reference_ids, refused)
    return Count("fetch", len(captures), len(refused))


@step("extract")
def extract_step(lake_root: str, reference_ids: Sequence[str], version: str, run: Run) -> Count:
    """Fill `documents` for a batch of references."""
    lake = Lake(lake_root)
    references = _references(lake, reference_ids)
    payloads = partial(payload_of, raw_folder=lake.raw)
    known = _documents(lake, [document_id_of(r) for r in references])
    captures = _captures(lake, reference_ids)
    lake.bring_raw(c.warc_file for c in captures.values())
    outcome = extract_documents(references, captures, payloads, known, version, run.run_id, datetime.now(UTC))
    lake.put("documents", table_of("documents", outcome.kept))
    lake.put_rejections("extract", reference_ids, outcome.rejected)
    return Count("extract", len(outcome.kept), len(outcome.rejected))


@step("annotate")
def annotate_step(lake_root: str, document_ids: Sequence[str], version: str, pool: Executor | None) -> Count:
    """Fill `mentions`, `facts` and `coverage` for a batch of documents, in place of what stood there of them.

    `pool` is the run's (see `tasks.io.pool`).
    """
    lake, ours = Lake(lake_root), ("document_id", document_ids)
    made = annotate(list(_documents(lake, document_ids).values()), version, pool)
    lake.put("mentions", table_of("mentions", made.mentions), replacing=ours)
    lake.put("facts", table_of("facts", made.facts), replacing=ours)
    # Last, since it says that a document is done: a run killed before is followed by one that does it again.
    lake.put("coverage", table_of("coverage", made.coverage), replacing=ours)
    return Count("annotate", kept=len(made.coverage))


def _by_source(
    references: Sequence[Reference], options: FetchOptions
) -> Iterator[tuple[FetchOptions, list[Reference]]]:
    """References from a WARC file are answered by that file, whatever else the run is told."""
    is_warc = [r.source.lower().endswith(WARC_SUFFIXES) for r in references]
    for source in sorted({r.source for r, own in zip(references, is_warc, strict=True) if own}):
        yield replace(options, offline=False, replay=(source,)), [r for r in references if r.source == source]
    rest = [r for r, own in zip(references, is_warc, strict=True) if not own]
    if rest:
        yield options, rest


def _references(lake: Lake, reference_ids: Sequence[str]) -> list[Reference]:
    found: list[Reference] = records_of("references", lake.read("references", where=("reference_id", reference_ids)))
    return sorted(found, key=lambda r: r.reference_id)


def _captures(lake: Lake, reference_ids: Sequence[str]) -> dict[str, Capture]:
    """The capture each reference stands on."""
    ids = current_captures(lake, reference_ids)["capture_id"].to_pylist()
    found: list[Capture] = records_of("captures", lake.read("captures", where=("capture_id", ids)))
    return {c.reference_id: c for c in found}


def _documents(lake: Lake, document_ids: Sequence[str]) -> dict[str, Document]:
    """The newest revision of each document."""
    found: list[Document] = records_of("documents", lake.read("documents", where=("document_id", document_ids)))
    return {d.document_id: d for d in sorted(found, key=lambda d: d.revision)}


def _contradicts(reference: Reference, payload: bytes) -> bool:
    """Whether a page cannot be the one meant: another title, another text, an error page."""
    try:
        page = read_payload(payload)
    except Reject:
        return False
    match = containment(reference.body or "", page.text) if reference.body else None
    return judge_repair(reference, page, match) == "contradicted"


def _unaddressed(reference: Reference, run: Run) -> Rejection:
    """Why a reference cannot be fetched; its own text, if it has one, goes on without."""
    reason: RejectReason = "no_address" if reference.raw_url is None else "unrecoverable_address"
    text = "no address in it" if reference.raw_url is None else f"the address is cut or broken: {reference.raw_url}"
    own = "its own text goes on; " if reference.body else ""
    error = Reject(reason, f"{text}; {own}add the full address to the source")
    return rejection("fetch", reference.reference_id, reference.source, error, run.run_id, run.started_at)


@step("publish")
def publish_step(lake_root: str, run: Run, parameters: Mapping[str, Any], counts: Sequence[Count]) -> Release | None:
    """Check everything and make a release of it, or none where nothing changed."""
    return publish(Lake(lake_root), run.run_id, parameters, run.started_at, [count.as_row() for count in counts])
