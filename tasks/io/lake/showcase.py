"""Puts a release where tools that only know Parquet find it: `releases/<n>/<table>/`, `manifest.json` and `latest`.

In a folder these are hard links to the very files of the pinned versions: they cost nothing, and vacuum cannot take
away what they hold. The whole folder appears by one rename. On object storage the manifest lists the files' addresses.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.place import Folder
from tasks.io.lake.release import Content, Manifest, content_of, known_files, manifest_name, manifest_of, read_manifest
from tasks.io.lake.sums import Sums
from tasks.tables.records import TABLES, Release
from tasks.tables.schema import schema_of

EMPTY = "empty.parquet"  # so that readers of Parquet find the columns of a table without rows


def show_release(
    lake: DeltaTables, release: Release, described: Mapping[str, Content] | None = None, sums: Sums | None = None
) -> Manifest:
    """Put the folder (or listing) of a release in place, and point `latest` at it; may be done again.

    `described` and `sums` are what is already known of the files, so that they are not read twice.
    """
    known = known_files(lake, read_manifest(lake, release.release - 1))
    pinned = {t.table: t.version for t in release.tables}
    given = described or {}
    contents = {t: given.get(t) or content_of(lake, t, pinned.get(t), known[t]) for t in TABLES}
    manifest = manifest_of(lake, release, contents, sums or Sums())
    if isinstance(lake.place, Folder):
        _link_release(lake.place.root, release.release, contents, manifest)
        point_latest(lake.place.root / "releases", release.release)
    else:
        _list_release(lake, release.release, contents, manifest)
    return manifest


def point_latest(home: Path, release: int) -> None:
    """Let `releases/latest` name a release; readers see the old one or the new one."""
    if (home / "latest").is_symlink() and os.readlink(home / "latest") == str(release):
        return
    link = home / f".latest.{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(str(release), target_is_directory=True)
    link.replace(home / "latest")


def clear_staging(root: Path) -> None:
    """Remove what runs that died left half made; only for a run that works alone."""
    for left in (root / "releases").glob(".*"):
        shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def _link_release(root: Path, release: int, contents: Mapping[str, Content], manifest: Manifest) -> None:
    staging, target = root / "releases" / f".{release}.{os.getpid()}", root / "releases" / str(release)
    shutil.rmtree(staging, ignore_errors=True)
    for table, content in contents.items():
        _link_table(root / "tables" / table, staging / table, table, content)
    (staging / "manifest.json").write_text(_text(manifest), "utf-8")
    if target.exists():  # its manifest was lost, or it would not be made again
        shutil.rmtree(target)
    staging.rename(target)


def _link_table(source: Path, target: Path, table: str, content: Content) -> None:
    target.mkdir(parents=True)
    for file in content.files:
        _link(f"{source}/{file.name}", f"{target}/{file.name}")
    if not content.files:
        pq.write_table(schema_of(table).empty_table(), target / EMPTY)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links, or one file with too many of them
        shutil.copyfile(source, target)


def _list_release(lake: DeltaTables, release: int, contents: Mapping[str, Content], manifest: Manifest) -> None:
    """The manifest comes last, so that whoever finds it finds all it names."""
    uris = {}
    for table, content in contents.items():
        uris[table] = [f"{lake.uri(table)}/{file.name}" for file in content.files]
        if not content.files:
            lake.place.write(f"releases/{release}/{table}/{EMPTY}", _empty(table))
            uris[table] = [f"{lake.root}/releases/{release}/{table}/{EMPTY}"]
    text = _text({**manifest, "uris": uris})
    lake.place.write(manifest_name(release), text)
    lake.place.write("releases/latest/manifest.json", text)


def _empty(table: str) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(schema_of(table).empty_table(), sink)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _text(manifest: Manifest) -> str:
    """A line for each value and each table: some thousand files on lines of their own take long to write."""
    return _lines(manifest, 2, "") + "\n"


def _lines(value: Any, depth: int, margin: str) -> str:
    if depth == 0 or not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = [f"{margin} {json.dumps(name)}: {_lines(v, depth - 1, margin + ' ')}" for name, v in value.items()]
    return "{\n" + ",\n".join(inner) + f"\n{margin}}}"
