"""The pipeline: inputs to release, readable as a table of contents."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any, ParamSpec, cast
from uuid import uuid4

from prefect import flow, get_run_logger
from prefect.runtime import flow_run
from prefect.utilities.annotations import quote

from flows.artifacts import publish_artifacts
from flows.credentials import credentials_of
from flows.due import annotate_version, due_annotations, due_extractions, due_fetches, extract_version
from flows.steps import annotate_step, collect_step, extract_step, fetch_step, publish_step
from tasks.io.fetch_options import FetchOptions
from tasks.io.fetching import Kit, open_kit
from tasks.io.inputs import read_inputs
from tasks.io.pool import open_pool
from tasks.io.store import Lake
from tasks.tables.batch import batches
from tasks.tables.records import Release
from tasks.tables.run import Count, Run

# Rows one task run works on: some seconds of work each, since Prefect records about 27 task runs a second at most.
INPUTS, FETCHES, DOCUMENTS = 500, 500, 200
POLITE = FetchOptions()
P = ParamSpec("P")


@flow(flow_run_name="build {lake}", log_prints=False)
def build(
    inputs: list[str],
    lake: str = "data/lake",
    fetch: FetchOptions = POLITE,
    workers: int = 2,
    credentials: str | None = None,
    scheduler: str | None = None,
) -> tuple[Release | None, list[Count]]:
    """Turn references to news into a checked release of facts.

    `inputs` are files, folders or `-`; `lake` is a folder or an `s3://…` URI; `fetch` says how politely and from where
    to fetch; `workers` processes read documents for facts, or the Dask cluster of `scheduler`, an address;
    `credentials` names a `Secret` block with the variables of an object storage (see `flows.credentials`).
    Gives the new release, None where nothing changed, and what each stage counted.
    """
    run = Run(str(flow_run.id or uuid4()), datetime.now(UTC))
    with credentials_of(credentials):
        return _run(inputs, lake, fetch, workers, scheduler, run)


def _run(
    inputs: list[str], lake: str, fetch: FetchOptions, workers: int, scheduler: str | None, run: Run
) -> tuple[Release | None, list[Count]]:
    # The pool first: a cluster that cannot be used is told before anything is fetched.
    with open_pool(workers, scheduler, annotate_version) as pool, Lake(lake).exclusive(run.run_id) as recovered:
        for done in recovered:
            get_run_logger().info("recovered: %s", done)
        counts = [
            _timed(_collect, inputs, lake, run),
            _timed(_fetch, lake, fetch, run),
            _timed(_extract, lake, run),
            _timed(_annotate, lake, pool),
        ]
        parameters = {"inputs": inputs, "workers": workers, "scheduler": scheduler, "fetch": fetch.described()}
        release = publish_step(lake, run, parameters, counts)
    publish_artifacts(Lake(lake), release, counts)
    return release, counts


def _timed(stage: Callable[P, Count], *given: P.args, **more: P.kwargs) -> Count:
    started = time.monotonic()
    count = stage(*given, **more)
    return replace(count, elapsed_ms=round((time.monotonic() - started) * 1000))


def _collect(inputs: Sequence[str], lake: str, run: Run) -> Count:
    """In slices as the inputs are read, so that a long list of files is never held whole."""
    found, total = read_inputs(inputs), Count("collect")
    while given := list(islice(found, INPUTS)):
        total = _log(total + collect_step(lake, given, run), None)
    Lake(lake).settle()
    return total


def _fetch(lake: str, options: FetchOptions, run: Run) -> Count:
    due = due_fetches(Lake(lake), options.max_age_days)
    with open_kit(options, Lake(lake).raw, lambda: datetime.now(UTC)) as kit:
        quoted = cast(Kit, quote(kit))  # or Prefect would look for futures inside it and take it apart
        return _each("fetch", due, FETCHES, lambda ids: fetch_step(lake, ids, options, run, quoted))


def _extract(lake: str, run: Run) -> Count:
    version = extract_version()
    return _each(
        "extract", due_extractions(Lake(lake), version), DOCUMENTS, lambda ids: extract_step(lake, ids, version, run)
    )


def _annotate(lake: str, pool: Executor | None) -> Count:
    version = annotate_version()
    due = due_annotations(Lake(lake), version)
    quoted = cast(Executor, quote(pool))
    return _each("annotate", due, DOCUMENTS, lambda ids: annotate_step(lake, ids, version, quoted))


def _each(stage: str, due: Sequence[str], size: int, work: Callable[[list[str]], Any]) -> Count:
    """One task run a batch of what is due."""
    total = Count(stage)
    _log(total, len(due))
    for ids in batches(due, size):
        total = _log(total + work(ids), len(due))
    return total


def _log(count: Count, due: int | None) -> Count:
    """Say how far a stage is; the command line draws its progress from these records."""
    get_run_logger().info("%s", count, extra={"stage": count.stage, "done": count.done, "due": due})
    return count
