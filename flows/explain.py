"""Says what a build would redo, and why: for each stage, how many records are due for which reason. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.due import annotate_version, due_annotations, due_extractions, due_fetches, extract_version
from tasks.collect import collect
from tasks.io.inputs import read_inputs
from tasks.io.lake.change import change_of
from tasks.io.lexicons import load_url_lexicon
from tasks.io.store import Lake
from tasks.tables.batch import table_of
from tasks.tables.fingerprint import differences, parts_of
from tasks.tables.run import Run


@dataclass(frozen=True)
class Reason:
    """Why so many records are due in a stage."""

    stage: str
    why: str
    records: int


def explain(lake: Lake, inputs: Sequence[str], max_age_days: float | None = None) -> list[Reason]:
    """What `build` would do with these inputs on this lake; new references go on to all later stages."""
    found = explain_collect(lake, inputs)
    new = sum(r.records for r in found if r.why == "new")
    extracting, annotating = extract_version(), annotate_version()
    stages = [
        explain_fetches(lake, due_fetches(lake, max_age_days)),
        explain_extractions(lake, due_extractions(lake, extracting), extracting),
        explain_annotations(lake, due_annotations(lake, annotating), annotating),
    ]
    for stage, reasons in zip(("fetch", "extract", "annotate"), stages, strict=True):
        found += [Reason(stage, "new", new)] if new else []
        found += reasons
    return found


def explain_collect(lake: Lake, inputs: Sequence[str]) -> list[Reason]:
    """References the inputs would add, or change because their repair or their source changed."""
    outcome = collect(read_inputs(inputs), load_url_lexicon(), Run("explain", datetime.now(UTC)))
    change = change_of("references", lake.snapshot("references"), table_of("references", outcome.kept), None)
    ids = change.rows["reference_id"].to_pylist() if change else []
    known = set(lake.read("references", ["reference_id"])["reference_id"].to_pylist())
    return _counted("collect", ["read otherwise than before" if i in known else "new" for i in ids])


def explain_fetches(lake: Lake, due: Sequence[str]) -> list[Reason]:
    """Why references are due to be fetched: never tried, or how the last try ended."""
    captures = lake.read("captures", ["reference_id", "outcome", "fetched_at"], where=("reference_id", due))
    captures = captures.sort_by("fetched_at")
    last = dict(zip(captures["reference_id"].to_pylist(), captures["outcome"].to_pylist(), strict=True))
    return _counted("fetch", [f"the last try ended `{last[i]}`" if i in last else "never tried" for i in due])


def explain_extractions(lake: Lake, due: Sequence[str], version: str) -> list[Reason]:
    """Why references are due to be extracted: no document yet, another version of the code, another capture."""
    made = lake.read("documents", ["reference_id", "fingerprint", "revision"], where=("reference_id", due))
    made = made.sort_by("revision")
    known = dict(zip(made["reference_id"].to_pylist(), made["fingerprint"].to_pylist(), strict=True))
    return _counted("extract", _whys(lake, due, known, version, "another capture"))


def explain_annotations(lake: Lake, due: Sequence[str], version: str) -> list[Reason]:
    """Why documents are due to be annotated: never read, another version of the code, another text."""
    read = lake.read("coverage", ["document_id", "fingerprint"], where=("document_id", due))
    known = dict(zip(read["document_id"].to_pylist(), read["fingerprint"].to_pylist(), strict=True))
    return _counted("annotate", _whys(lake, due, known, version, "another text"))


def _whys(lake: Lake, due: Sequence[str], known: Mapping[str, str], version: str, same_code: str) -> list[str]:
    by_code = {old: _what_changed(lake, old, version) for old in set(known.values())}
    return [
        "no row yet" if record not in known else same_code if known[record] == version else by_code[known[record]]
        for record in due
    ]


def _what_changed(lake: Lake, old: str, version: str) -> str:
    before, now = lake.fingerprint_parts(old), parts_of(version)
    if before is None or now is None:
        return f"made by version {old}, now {version}"
    return "; ".join(differences(before, now))


def _counted(stage: str, whys: Sequence[str]) -> list[Reason]:
    return [Reason(stage, why, records) for why, records in Counter(whys).most_common()]
