"""The index of keys: it names every file that holds a key, whatever was indexed when, and may be lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import log2
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.io.lake.keys import LISTING, KeyIndex
from tasks.io.lake.place import Folder


@dataclass
class Held:
    """A data file of made-up keys."""

    name: str
    keys: set[str]

    def distinct(self, column: str) -> pa.Array:
        return pa.array(sorted(self.keys), pa.string())


steps = st.lists(
    st.tuples(st.lists(st.sets(st.integers(0, 60), max_size=12), max_size=4), st.sets(st.integers(0, 20))), max_size=8
)


@given(steps=steps, wanted=st.sets(st.integers(0, 60)))
@settings(max_examples=60, deadline=None)
def test_every_file_that_holds_a_key_is_named(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[set[int]], set[int]]], wanted: set[int]
) -> None:
    place = Folder(str(tmp_path_factory.mktemp("lake")))
    standing: dict[str, Held] = {}
    made = 0
    for added, gone in steps:
        standing = {name: file for i, (name, file) in enumerate(standing.items()) if i not in gone}
        for keys in added:
            standing[f"{made}.parquet"] = Held(f"{made}.parquet", {f"k{k}" for k in keys})
            made += 1
        KeyIndex(place).extend({"coverage": list(standing.values())})
    index, values = KeyIndex(place), {f"k{k}" for k in wanted}
    assert standing.keys() <= index.indexed("coverage", "document_id")
    assert KeyIndex(place).holders("coverage", "document_id", pa.array([], pa.string())) == set()
    found = index.holders("coverage", "document_id", pa.array(sorted(values), pa.string()))
    assert found & standing.keys() == {name for name, file in standing.items() if file.keys & values}


def test_segments_stay_few_and_old_ones_are_removed(tmp_path: Path) -> None:
    files = []
    for n in range(64):
        files.append(Held(f"{n}.parquet", {f"{n} {k}" for k in range(10)}))
        KeyIndex(Folder(str(tmp_path))).extend({"coverage": files})
    assert len(list((tmp_path / "index").glob("*.keys"))) <= log2(64) + 1


def test_a_run_that_looked_before_another_extended_loses_nothing(tmp_path: Path) -> None:
    place, files = Folder(str(tmp_path)), [Held(f"{n}.parquet", {f"{n}"}) for n in range(3)]
    early = KeyIndex(place)
    early.extend({"coverage": files[:1]})
    KeyIndex(place).extend({"coverage": files[:2]})
    early.extend({"coverage": files})
    assert KeyIndex(place).holders("coverage", "document_id", pa.array(["0", "1", "2"])) == {f.name for f in files}
    listed = json.loads((tmp_path / LISTING).read_text())["coverage.document_id"]
    assert {s["name"] for s in listed} == {p.name for p in (tmp_path / "index").glob("*.keys")}


def test_files_that_left_are_forgotten_when_segments_merge(tmp_path: Path) -> None:
    place, files = (
        Folder(str(tmp_path)),
        [Held("0.parquet", {"0"}), Held("1.parquet", {"1"}), Held("2.parquet", {"2", "3"})],
    )
    KeyIndex(place).extend({"coverage": files[:2]})
    KeyIndex(place).extend({"coverage": files[1:]})
    assert KeyIndex(place).indexed("coverage", "document_id") == {"1.parquet", "2.parquet"}
    assert KeyIndex(place).holders("coverage", "document_id", pa.array(["0", "2"])) == {"2.parquet"}


@pytest.mark.parametrize("text", ["{", "[]", '{"coverage.document_id": [{"name": 1}]}'])
def test_a_damaged_listing_lists_nothing(tmp_path: Path, text: str) -> None:
    place = Folder(str(tmp_path))
    place.write(LISTING, text)
    assert KeyIndex(place).indexed("coverage", "document_id") == set()
    KeyIndex(place).extend({"coverage": [Held("a.parquet", {"x"})]})
    assert KeyIndex(place).indexed("coverage", "document_id") == {"a.parquet"}


@pytest.mark.parametrize("harm", ["missing", "cut", "changed"])
def test_a_damaged_segment_counts_as_not_there(tmp_path: Path, harm: str) -> None:
    place, files = Folder(str(tmp_path)), [Held("a.parquet", {"x", "y"})]
    KeyIndex(place).extend({"coverage": files})
    [path] = (tmp_path / "index").glob("*.keys")
    data = path.read_bytes()
    path.unlink() if harm == "missing" else path.write_bytes(data[:-1] if harm == "cut" else data[:-1] + b"!")
    index = KeyIndex(place)
    assert index.indexed("coverage", "document_id") == set()
    assert index.holders("coverage", "document_id", pa.array(["x"])) == set()
    index.extend({"coverage": files})
    assert KeyIndex(place).holders("coverage", "document_id", pa.array(["x"])) == {"a.parquet"}
