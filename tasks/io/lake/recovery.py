"""Puts a lake in the state a run may start from, after runs that were killed (what stays, what goes: see `store`)."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from tasks.io.lake.delta import DeltaTables
from tasks.io.lake.place import Folder
from tasks.io.lake.release import Described, content_of, known_files, read_manifest, releases_of
from tasks.io.lake.showcase import clear_staging, point_latest, show_release
from tasks.tables.content import digest_of, row_hashes
from tasks.tables.records import Release
from tasks.tables.schema import key_of

UNDOING = "undoing.json"  # stands while a rollback moves tables one by one: what they hold is then no run's work

ASKED = ("references", "checks", "rejections")

POINTERS: dict[str, list[tuple[list[str], str]]] = {  # in the order in which rows fall when what they stand on is gone
    "captures": [(["reference_id"], "references")],
    "documents": [(["reference_id"], "references"), (["capture_id"], "captures")],
    "mentions": [(["document_id", "revision"], "documents")],
    "facts": [(["document_id", "revision"], "documents")],
    "coverage": [(["document_id", "revision"], "documents")],
}


def recover(lake: DeltaTables) -> list[str]:
    """Undo or finish what a killed run left; says what was done."""
    last = max(releases_of(lake), key=lambda r: r.release, default=None)
    done = []
    if lake.place.read(UNDOING) is not None:
        restore_tables(lake, last)
        lake.place.remove(UNDOING)
        done.append("a rollback that ended early: all tables are back at the last release")
    manifest = read_manifest(lake, last.release) if last else None
    if last and manifest is None:
        manifest = show_release(lake, last)
        done.append(f"release {last.release}: its folder was missing or damaged, and stands again")
    if isinstance(lake.place, Folder) and last:
        clear_staging(lake.place.root)
        point_latest(lake.place.root / "releases", last.release)
    known = known_files(lake, manifest)
    for table in ASKED:
        if lake.open(table) is not None and not _as_released(lake, table, last, known[table]):
            done += _back(lake, table, _pins(last).get(table, 0))
    return done


def restore_tables(lake: DeltaTables, release: Release | None) -> None:
    """Make every table what it is in a release, or empty where there is none."""
    pins = _pins(release)
    for table in [*ASKED, *POINTERS]:
        if table != "checks" and lake.open(table) is not None:
            lake.restore(table, pins.get(table, 0))


def settle(lake: DeltaTables) -> list[str]:
    """Drop rows that stand on nothing: what a killed run left for references this run does not know."""
    released = releases_of(lake)
    pins = _pins(released[-1] if released else None)
    if all(lake.snapshot(table).version == pins.get(table) for table in POINTERS):
        return []
    return [said for table in POINTERS for said in _drop_dangling(lake, table)]


def _pins(release: Release | None) -> dict[str, int]:
    return {t.table: t.version for t in release.tables} if release else {}


def _as_released(lake: DeltaTables, table: str, last: Release | None, known: Mapping[str, Described]) -> bool:
    """By version or, after maintenance, by content."""
    pin = next((t for t in last.tables if t.table == table), None) if last else None
    if lake.snapshot(table).version == (pin.version if pin else 0):
        return True
    return pin is not None and content_of(lake, table, None, known).digest == pin.digest


def _back(lake: DeltaTables, table: str, version: int) -> list[str]:
    now, wanted = lake.read(table), lake.read(table, version=version)
    if table == "rejections":
        wanted = _adopted_rejections(wanted, now)
        if digest_of(row_hashes(wanted)) == digest_of(row_hashes(now)):
            return []
        lake.rewrite(table, wanted)
    else:
        lake.restore(table, version)
    return [f"{table}: {now.num_rows} rows of a run that ended early; back to {wanted.num_rows}"]


def _adopted_rejections(released: pa.Table, now: pa.Table) -> pa.Table:
    """Rejections of `collect` as released, of the later stages as they stand."""
    asked, later = pc.equal(released["stage"], "collect"), pc.not_equal(now["stage"], "collect")
    return pa.concat_tables([released.filter(asked), now.filter(later)])


def _drop_dangling(lake: DeltaTables, table: str) -> list[str]:
    dropped = []
    for columns, target in POINTERS[table]:
        ours = lake.read(table, [*dict.fromkeys([*key_of(table), *columns])])
        ours = ours.filter(pc.is_valid(ours[columns[0]]))
        lost = ours.join(lake.read(target, columns), keys=columns, join_type="left anti")
        if lost.num_rows:
            lake.remove(table, lost)
            dropped.append(f"{table}: {lost.num_rows} rows dropped that belong to none of the {target}")
    return dropped
