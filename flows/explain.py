"""Says what a build would redo, and why: for each stage, how many records are due for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.io.store import Lake
from tasks.tables.fingerprint import differences, parts_of


@dataclass(frozen=True)
class Reason:
    """Why so many records are due in a stage."""

    stage: str
    why: str
    records: int


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
    return "; ".join(differences(before, now))


def _counted(stage: str, whys: Sequence[str]) -> list[Reason]:
    return [Reason(stage, why, records) for why, records in Counter(whys).most_common()]
