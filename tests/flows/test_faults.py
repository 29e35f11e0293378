"""Runs that are killed, run at the same time, or find no room: the next one ends as if nothing had happened."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasks.io.lake.edition import Edition
from tasks.io.lake.proof import prove
from tasks.io.lake.recovery import UNDOING
from tasks.io.store import Lake
from tasks.publish import publish
from tests import faults
from tests.faults import Job

FIRST = Job(tuple(range(6)))
OTHER = Job(tuple(range(50, 56)), ends=False)
SECOND = Job(tuple(range(2, 11)), edition=2, version="v2")
THIRD = Job(tuple(range(20, 26)))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with one release."""
    root = tmp_path_factory.mktemp("faults") / "base"
    faults.undisturbed(root, [FIRST])
    return root


@pytest.mark.parametrize("seed", range(4))
def test_killed_builds_leave_no_trace(base: Path, tmp_path: Path, seed: int) -> None:
    wanted, spent = faults.undisturbed(faults.copy(base, tmp_path / "calm"), [SECOND])
    root = faults.copy(base, tmp_path / "killed")
    with faults.reading(root) as wrong:
        assert faults.disturb(root, [OTHER, SECOND], kills=4, spent=spent, seed=seed) > 0
    assert wrong == []
    assert faults.proved(root) == []
    last, numbers = faults.told(root), [r.release for r in Lake(root).releases()]
    assert last == wanted
    assert numbers == [1, 2]


def test_two_builds_at_once_both_end_right(base: Path, tmp_path: Path) -> None:
    wanted, _ = faults.undisturbed(faults.copy(base, tmp_path / "calm"), [SECOND, THIRD])
    root = faults.copy(base, tmp_path / "both")
    with faults.reading(root) as wrong:
        processes = [faults.start(root, job, f"run {i}") for i, job in enumerate((SECOND, THIRD))]
        for process in processes:
            process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert wrong == []
    assert faults.told(root) == wanted
    assert [r.release for r in Lake(root).releases()] == [1, 2, 3]
    assert faults.proved(root) == []


@pytest.mark.parametrize("room", [3_000, 12_000])
def test_a_full_disk_fails_clean_and_heals(base: Path, tmp_path: Path, room: int) -> None:
    """No file may grow beyond `room` bytes, which is what a full disk does to a writer."""
    wanted, _ = faults.undisturbed(faults.copy(base, tmp_path / "calm"), [SECOND])
    root = faults.copy(base, tmp_path / "full")
    before = faults.told(root)
    assert faults.cramped(root, SECOND, room) != 0
    assert faults.told(root) == before
    assert faults.proved(root) == []
    assert [p.name for p in (root / "releases").iterdir() if p.name.isdigit()] == ["1"]
    process = faults.start(root, SECOND, "again")
    process.join()
    assert faults.told(root) == wanted


def test_a_release_whose_folder_was_lost_stands_again(base: Path, tmp_path: Path) -> None:
    """As after a kill between the row in `releases` and the folder that shows it."""
    root = faults.copy(base, tmp_path / "lost")
    shutil.rmtree(root / "releases")
    lake = Lake(root)
    with lake.exclusive("next") as recovered:
        assert any("its folder was missing" in said for said in recovered)
    assert faults.proved(root) == []
    assert (root / "releases" / "latest" / "manifest.json").exists()


def test_a_rollback_that_was_killed_is_undone(base: Path, tmp_path: Path) -> None:
    root = faults.copy(base, tmp_path / "rolled")
    faults.undisturbed(root, [SECOND])
    wanted, lake = faults.told(root), Lake(root)
    lake.place.write(UNDOING, "{}")
    lake.restore("facts", 1)
    lake.restore("documents", 1)
    with Lake(root).exclusive("next") as recovered:
        assert any("rollback" in said for said in recovered)
    again = Lake(root)
    assert again.read("facts").num_rows == 11 * 4
    assert publish(again, "next", {}, datetime.now(UTC)) is None
    assert faults.told(root) == wanted


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("remove", "is missing"),
        ("flip", "damaged"),
        ("cut", "damaged"),
        ("unlink", "releases/1/facts/"),
        ("edit", "digest"),
    ],
)
def test_damage_is_found_and_named(base: Path, tmp_path: Path, harm: str, said: str) -> None:
    root = faults.copy(base, tmp_path / "harmed")
    file = sorted((root / "tables" / "facts").glob("*.parquet"))[0]
    data = file.read_bytes()
    match harm:
        case "remove":
            file.unlink()
        case "flip":
            file.write_bytes(data[:2000] + bytes([data[2000] ^ 1]) + data[2001:])
        case "cut":
            file.write_bytes(data[:-100])
        case "unlink":
            (root / "releases" / "1" / "facts" / file.name).unlink()
        case "edit":
            rows = pq.ParquetFile(file).read()
            column = rows.column_names.index("predicate")
            pq.write_table(rows.set_column(column, rows.schema.field(column), [["lie"] * len(rows)]), file)
    broken = [b for b in prove(Edition(Lake(root))) if b.table == "facts"]
    assert said in broken[0].what
    assert file.name in broken[0].what
