"""What a release holds: its tables at their versions, file by file, and the manifest that says so.

The row in `releases` is the one moment at which a release comes to be. Everything else here can be made again from it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.snapshot import DataFile
from tasks.io.lake.sums import Sums
from tasks.tables.batch import records_of
from tasks.tables.content import combine, content_hashes, digest_of
from tasks.tables.measures import Numbers, column_sums
from tasks.tables.records import TABLES, Release
from tasks.tables.schema import schema_of

MADE_AT_PUBLISH = ("checks", "releases")  # they speak of releases, so they are no part of what a release says
DESCRIBED = "described.json"  # files that maintenance wrote and described, until a release lists them

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Described:
    """What one Parquet file of a table holds."""

    name: str
    rows: int
    bytes: int
    sha256: str
    digest: str


@dataclass(frozen=True)
class Content:
    """What one version of a table holds."""

    version: int
    rows: int
    digest: str
    files: list[Described]


def releases_of(lake: DeltaTables) -> list[Release]:
    """All releases, oldest first."""
    found: list[Release] = records_of("releases", lake.read("releases"))
    return sorted(found, key=lambda r: r.release)


def read_manifest(lake: DeltaTables, release: int) -> Manifest | None:
    """Manifest of a release, None where it is not there (yet, or any more)."""
    text = lake.place.read(manifest_name(release))
    return None if text is None else json.loads(text)


def manifest_name(release: int) -> str:
    """Where the manifest of a release lies below the lake's root."""
    return f"releases/{release}/manifest.json"


def known_files(lake: DeltaTables, manifest: Manifest | None) -> dict[str, dict[str, Described]]:
    """Files already described, by table and name: those of a release, and those maintenance made since."""
    later = json.loads(lake.place.read(DESCRIBED) or "{}")
    released = {table: c["files"] for table, c in manifest["tables"].items()} if manifest else {}
    return {t: {f["name"]: Described(**f) for f in [*released.get(t, []), *later.get(t, [])]} for t in TABLES}


def content_of(lake: DeltaTables, table: str, version: int | None, known: Mapping[str, Described]) -> Content:
    """Content of a table at a version, made if it is not there; files that are `known` are not read again."""
    if version is None:
        version = lake.create(table).version()
    files = [known.get(file.name) or describe(file) for file in lake.snapshot(table, version).files]
    return Content(version, sum(f.rows for f in files), combine(f.digest for f in files), files)


def describe(file: DataFile) -> Described:
    """A data file, read whole: its bytes for damage, its rows for content."""
    data = file.data()
    rows = file.read(schema_of(file.table).names)
    digest = digest_of(content_hashes(file.table, rows))
    return Described(file.name, rows.num_rows, len(data), hashlib.sha256(data).hexdigest(), digest)


def manifest_of(lake: DeltaTables, release: Release, contents: Mapping[str, Content], sums: Sums) -> Manifest:
    """All that is known of a release, for programs and people."""
    checks = lake.read("checks", where=("release", [release.release]), version=contents["checks"].version)
    coverage = sums.total(lake.snapshot("coverage", contents["coverage"].version), *COVERAGE)
    return {
        "release": release.release,
        "released_at": release.released_at.isoformat(),
        "run_id": release.run_id,
        "code_version": release.code_version,
        "parameters": json.loads(release.parameters),
        "digest": release.digest,
        "elapsed_ms": release.elapsed_ms,
        "stages": [asdict(stage) for stage in release.stages],
        "rows": {table: content.rows for table, content in contents.items()},
        "coverage": _coverage(coverage),
        "sums": sums.kept,
        "checks": checks.drop_columns(["release"]).to_pylist(),
        "tables": {table: asdict(content) for table, content in contents.items()},
    }


def _coverage(sums: Numbers) -> dict[str, Any]:
    """How much of the text was read for facts."""
    documents = {name: number for name, number in sums.items() if name not in COUNTED}
    return {"documents": documents, **{name: sums.get(name, 0) for name in COUNTED}}


def _add_coverage(rows: pa.Table) -> Numbers:
    return {**Counter(rows["status"].to_pylist()), **column_sums(rows.select(COUNTED))}


COUNTED = ["characters", "sentences", "sentences_without_facts", "mentions", "facts"]
COVERAGE = ("coverage", ["status", *COUNTED], _add_coverage)
