"""Says what a build would redo, and why: for each stage, how many records are due for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.due import annotate_version, due_annotations, due_extractions, due_fetches, extract_version
from tasks.collect import collect
from tasks.io.inputs import read_inputs
from tasks.io.lexicons import load_url_lexicon
from tasks.io.store import Lake
from tasks.tables.fingerprint import differences, parts_of
from tasks.tables.run import Run

SHOWN = 4  # changes named of all that separate two versions of the code


@dataclass(frozen=True)
class Reason:
    """Why so many records are due in a stage."""

    stage: str
    why: str
    records: int


def explain_build(lake: Lake, inputs: Sequence[str], max_age_days: float | None) -> list[Reason]:
    """Everything a build of `inputs` would work on; nothing is written and no connection opened."""
    extract, annotate = extract_version(), annotate_version()
    due = due_fetches(lake, max_age_days), due_extractions(lake, extract), due_annotations(lake, annotate)
    return [
        *explain_inputs(lake, inputs),
        *explain_fetches(lake, due[0]),
        *explain_extractions(lake, due[1], extract),
        *explain_annotations(lake, due[2], annotate),
    ]


def explain_inputs(lake: Lake, inputs: Sequence[str]) -> list[Reason]:
    """References in the inputs that the lake does not have, which every stage will work on."""
    now = datetime.now(UTC)
    found = collect(read_inputs(inputs), load_url_lexicon(), Run("explain", now))
    known = lake.read("references", ["reference_id"], where=("reference_id", [r.reference_id for r in found.kept]))
    fresh = {r.reference_id for r in found.kept} - set(known["reference_id"].to_pylist())
    whys = ["new"] * len(fresh) + [f"refused: {r.reason}" for r in found.rejected]
    return _counted("collect", whys)


def explain_fetches(lake: Lake, due: Sequence[str]) -> list[Reason]:
    """Why references are due to be fetched: new, or how the last try ended."""
    captures = lake.read("captures", ["reference_id", "outcome", "fetched_at"], where=("reference_id", due))
    captures = captures.sort_by("fetched_at")
    last = dict(zip(captures["reference_id"].to_pylist(), captures["outcome"].to_pylist(), strict=True))
    return _counted("fetch", [f"tried again: {last[i]}" if i in last else "new" for i in due])


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
        "new" if record not in known else same_code if known[record] == version else by_code[known[record]]
        for record in due
    ]


def _what_changed(lake: Lake, old: str, version: str) -> str:
    before, now = lake.fingerprint_parts(old), parts_of(version)
    if before is None or now is None:
        return f"made by version {old}, now {version}"
    said = differences(before, now)
    more = f"; and {len(said) - SHOWN} more changes" if len(said) > SHOWN else ""
    return "; ".join(said[:SHOWN]) + more


def _counted(stage: str, whys: Sequence[str]) -> list[Reason]:
    return [Reason(stage, why, records) for why, records in Counter(whys).most_common()]
