"""What a build would redo, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows import explain as module
from flows.explain import Reason, explain
from tasks.io.store import Lake
from tasks.tables import fingerprint
from tests.synthetic import put_all, rows_of, tables_of


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lake:
    """Four documents made by `v1`, of a stage whose code is known by two parts."""
    monkeypatch.setitem(fingerprint._parts, "v1", {"code tasks.a": "1", "library numpy": "1.0"})
    monkeypatch.setitem(fingerprint._parts, "v2", {"code tasks.a": "2", "library numpy": "1.0"})
    made = Lake(tmp_path / "lake")
    put_all(made, tables_of(rows_of(range(4))))
    return made


def versions(monkeypatch: pytest.MonkeyPatch, extract: str, annotate: str) -> None:
    monkeypatch.setattr(module, "extract_version", lambda: extract)
    monkeypatch.setattr(module, "annotate_version", lambda: annotate)


def test_nothing_is_due_where_nothing_changed(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    versions(monkeypatch, "v1", "v1")
    assert explain(lake, []) == []


def test_changed_code_is_named(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    versions(monkeypatch, "v1", "v2")
    monkeypatch.setattr(fingerprint, "_parts", {"v2": fingerprint._parts["v2"]})  # v1 was made by an earlier process
    assert explain(lake, []) == [Reason("annotate", "code tasks.a changed", 4)]


def test_new_inputs_go_through_all_stages_and_nothing_is_written(
    lake: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions(monkeypatch, "v1", "v1")
    clipping = tmp_path / "clipping.md"
    clipping.write_text(
        "Floods close the port\n\nThe port of Strelsau closed.\n\nOriginal url: https://example.org/a\n"
    )
    before = lake.versions()
    assert explain(lake, [str(clipping)]) == [Reason(s, "new", 1) for s in ("collect", "fetch", "extract", "annotate")]
    assert lake.versions() == before


def test_other_captures_and_texts(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    versions(monkeypatch, "v1", "v1")
    edited = tables_of(rows_of([1], edition=2))
    lake.put("captures", edited["captures"])
    later = tables_of(rows_of([2], edition=2))
    lake.put("documents", later["documents"], replacing=("document_id", later["documents"]["document_id"].to_pylist()))
    assert Reason("annotate", "another text", 1) in explain(lake, [])
