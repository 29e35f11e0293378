"""What a release holds: its tables at their versions, file by file, and the manifest that says so.

The row in `releases` is the one moment at which a release comes to be. Everything else here can be made again from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.snapshot import DataFile, Snapshot
from tasks.io.lake.sums import Sums
from tasks.tables.batch import records_of
from tasks.tables.content import combine, content_hashes, digest_of
from tasks.tables.records import TABLES, Release
from tasks.tables.schema import schema_of
from tasks.tables.sums import sum_name

MADE_AT_PUBLISH = ("checks", "releases")  # they speak of releases, so they are no part of what a release says
DESCRIBED = "described.json"  # what maintenance made of the files of a release, until a later release lists them

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
    """Manifest of a release, None where it is not there (yet, or any more) or damaged, and can be made anew."""
    text = lake.place.read(manifest_name(release))
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return None


def manifest_name(release: int) -> str:
    """Where the manifest of a release lies below the lake's root."""
    return f"releases/{release}/manifest.json"


def known_files(lake: DeltaTables, manifest: Manifest | None) -> dict[str, dict[str, Described]]:
    """Files already described, by table and name: those of a release, and those maintenance made since."""
    later = _maintained(lake).get("tables", {})
    released = {table: c["files"] for table, c in manifest["tables"].items()} if manifest else {}
    return {t: {f["name"]: Described(**f) for f in [*released.get(t, []), *later.get(t, [])]} for t in TABLES}


def proved_files(lake: DeltaTables, manifest: Manifest | None) -> dict[str, set[str]]:
    """Names of the files whose rows a release has proved: its own or, of a table with the same rows, maintenance's."""
    if manifest is None:
        return {}
    found = {table: manifest["tables"][table]["files"] for table in TABLES}
    later = _maintained(lake)
    if later.get("release") == manifest["release"]:
        found |= {table: later["tables"][table] for table in later["same"]}
    return {table: {f["name"] for f in files} for table, files in found.items()}


def known_sums(lake: DeltaTables, manifest: Manifest | None) -> Sums:
    """Sums of files already taken: those of a release, and those of files maintenance made since."""
    return Sums(*({} if found is None else found.get("sums", {}) for found in (manifest, _maintained(lake))))


def note_maintained(lake: DeltaTables, manifest: Manifest | None, contents: Mapping[str, Content]) -> None:
    """Keep what maintenance made of the files of the newest release."""
    sums = known_sums(lake, manifest)
    for table, names in (manifest or {}).get("sums", {}).items():
        for name in names:
            sums.total(lake.snapshot(table, contents[table].version), name)
    described = {
        "release": manifest["release"] if manifest else None,
        "same": [t for t, c in contents.items() if manifest and manifest["tables"][t]["digest"] == c.digest],
        "tables": {t: [vars(f) for f in c.files] for t, c in contents.items()},
        "sums": sums.kept,
    }
    lake.place.write(DESCRIBED, json.dumps(described))


def _maintained(lake: DeltaTables) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lake.place.read(DESCRIBED) or "{}")
    return found


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
    coverage = _coverage(lake.snapshot("coverage", contents["coverage"].version), sums)
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
        "coverage": coverage,
        "sums": sums.kept,
        "checks": checks.drop_columns(["release"]).to_pylist(),
        "tables": {t: {**vars(c), "files": [vars(f) for f in c.files]} for t, c in contents.items()},
    }


def _coverage(coverage: Snapshot, sums: Sums) -> dict[str, Any]:
    """How much of the text was read for facts."""
    counted = sums.total(coverage, sum_name("columns", COUNTED))
    documents = sums.total(coverage, sum_name("values", ["status"]))
    return {"documents": documents, **{name: counted.get(name, 0) for name in COUNTED}}


COUNTED = ["characters", "sentences", "sentences_without_facts", "mentions", "facts"]
