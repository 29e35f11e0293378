"""A release on disk: its manifest, and a folder of plain Parquet that links to the very files of the pinned versions.

The row in `releases` is the one moment at which a release comes to be; the folder only shows it, and is made again from
the row if a run died in between. It appears by one rename, and vacuum cannot take away what a hard link holds.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tasks.io.delta import DeltaTables
from tasks.tables.content import combine, content_hashes, digest_of
from tasks.tables.records import TABLES, Release
from tasks.tables.schema import schema_of

MANIFEST = "manifest.json"
EMPTY = "empty.parquet"  # so that readers of Parquet find the columns of a table without rows

Manifest = dict[str, Any]


@dataclass(frozen=True)
class DataFile:
    """One Parquet file of a release."""

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
    files: list[DataFile]


def content_of(lake: DeltaTables, table: str, version: int | None, known: Mapping[str, DataFile]) -> Content:
    """Content of a table at a version; files that are `known` by name are not read again."""
    if version is None:
        version = lake.create(table).version()
    snapshot = lake.snapshot(table, version)
    files = [known.get(fragment.path) or _data_file(table, fragment) for fragment in snapshot.files()]
    return Content(version, sum(f.rows for f in files), combine(f.digest for f in files), files)


def _data_file(table: str, fragment: Any) -> DataFile:
    rows = fragment.to_table(schema=schema_of(table))
    with fragment.filesystem.open_input_stream(fragment.path) as stream:
        data = stream.read()
    digest = digest_of(content_hashes(table, rows))
    return DataFile(fragment.path, rows.num_rows, len(data), hashlib.sha256(data).hexdigest(), digest)


def known_files(manifest: Manifest | None, table: str) -> dict[str, DataFile]:
    """Files of a table that an earlier release has described."""
    described = manifest["tables"].get(table, {}).get("files", []) if manifest else []
    return {f["name"]: DataFile(**f) for f in described}


def read_manifest(root: str, release: int) -> Manifest | None:
    """Manifest of a release, None where its folder is missing."""
    path = Path(root) / "releases" / str(release) / MANIFEST
    if not path.exists():
        return None
    manifest: Manifest = json.loads(path.read_text("utf-8"))
    return manifest


def write_release(lake: DeltaTables, release: Release, contents: Mapping[str, Content], more: Manifest) -> Path:
    """Put the folder of a release in place, whole, and point `latest` at it."""
    home = Path(lake.root) / "releases"
    staging = home / f".{release.release}.{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    for table in TABLES:
        _link_table(Path(lake.root) / "tables" / table, staging / table, table, contents[table])
    manifest = manifest_of(release, contents, more)
    (staging / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")
    target = home / str(release.release)
    if target.exists():  # a folder whose manifest was lost
        shutil.rmtree(target)
    staging.rename(target)
    point_latest(home, release.release)
    return target


def manifest_of(release: Release, contents: Mapping[str, Content], more: Manifest) -> Manifest:
    """All that is known of a release, for programs and people."""
    return {
        "release": release.release,
        "released_at": release.released_at.isoformat(),
        "run_id": release.run_id,
        "code_version": release.code_version,
        "parameters": json.loads(release.parameters),
        "digest": release.digest,
        "elapsed_ms": release.elapsed_ms,
        **more,
        "tables": {name: asdict(content) for name, content in contents.items()},
    }


def point_latest(home: Path, release: int) -> None:
    """Let `releases/latest` name a release; readers see the old one or the new one."""
    link = home / f".latest.{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(str(release), target_is_directory=True)
    link.replace(home / "latest")


def _link_table(source: Path, target: Path, table: str, content: Content) -> None:
    target.mkdir(parents=True)
    for file in content.files:
        _link(source / file.name, target / Path(file.name).name)
    if not content.files:
        pq.write_table(schema_of(table).empty_table(), target / EMPTY)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links, or one file with too many of them
        shutil.copyfile(source, target)
