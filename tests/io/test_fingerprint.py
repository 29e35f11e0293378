"""What makes rows stale: code that matters, data, libraries and parameters; and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.tables import fingerprint as module
from tasks.tables.fingerprint import differences, fingerprint, parts_of


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of our own making: tasks.stage imports tasks.core.knowledge, which imports tasks.core.deep.

    tasks.core.side is compiled, and knows the compiled tasks.core.nodes.
    """
    core = tmp_path / "tasks" / "core"
    core.mkdir(parents=True)
    for package in (tmp_path / "tasks", core):
        (package / "__init__.py").write_text('"""."""\n')
    (tmp_path / "tasks" / "stage.py").write_text("from tasks.core.knowledge import know\nfrom tasks.core import side\n")
    (core / "knowledge.py").write_text(
        '"""Knows."""\nimport tasks.core.deep\n\n\ndef know():\n    """Say."""\n    return 1\n'
    )
    (core / "deep.py").write_text("DEPTH = 3\n")
    (core / "side.pyx").write_text("from tasks.core.nodes cimport next_of\nSIDE = 1\n")
    (core / "nodes.pyx").write_text("cdef int next_of\n")
    (core / "alien.py").write_text("ALIEN = 1\n")
    (tmp_path / "words.tsv").write_text("a\tb\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return tmp_path


def version(house: Path, **parameters: object) -> str:
    module._all_parts.cache_clear()
    module._code_digest.cache_clear()
    return fingerprint(["tasks.stage"], [house / "words.tsv"], parameters, ["numpy"])


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("tasks/stage.py", "from tasks.core.knowledge import know\nX = 1\n"),
        ("tasks/core/deep.py", "DEPTH = 4\n"),
        ("tasks/core/side.pyx", "from tasks.core.nodes cimport next_of\nSIDE = 2\n"),
        ("tasks/core/nodes.pyx", "cdef int prev_of\n"),
        ("tasks/core/__init__.py", "import os\n"),
        ("tasks/core/knowledge.py", "def know():\n    return 2\n"),
        ("words.tsv", "a\tc\n"),
    ],
)
def test_what_matters_changes_it(house: Path, file: str, text: str) -> None:
    before = version(house)
    (house / file).write_text(text)
    assert version(house) != before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("tasks/core/alien.py", "ALIEN = 2\n"),
        ("tasks/core/deep.py", "# how deep\nDEPTH  =  3\n"),
        (
            "tasks/core/knowledge.py",
            '"""Knows more."""\nimport tasks.core.deep\n\ndef know():\n    """Tell."""\n    return 1\n',
        ),
    ],
)
def test_what_does_not_matter_does_not(house: Path, file: str, text: str) -> None:
    before = version(house)
    (house / file).write_text(text)
    assert version(house) == before


def test_parameters_and_libraries_count_and_are_named(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = version(house, depth=1)
    after = version(house, depth=2)
    old, new = parts_of(before), parts_of(after)
    assert old is not None
    assert new is not None
    assert differences(old, new) == ["parameter depth changed from 1 to 2"]
    monkeypatch.setattr(module, "_version", lambda library: "99.0")
    newer = parts_of(version(house, depth=2)) or {}
    assert differences(new, newer)[0].startswith("library numpy changed from")
    assert {p for p in new if p.startswith("code")} == {
        "code tasks.stage", "code tasks.core.knowledge", "code tasks.core.deep", "code tasks.core.side",
        "code tasks.core.nodes", "code tasks.core", "code tasks",
    }  # fmt: skip


def test_expectations_are_no_data_of_a_stage(house: Path) -> None:
    def of_folder() -> str:
        module._all_parts.cache_clear()
        return fingerprint(["tasks.stage"], [house / "data"])

    (house / "data").mkdir()
    (house / "data" / "agents.csv").write_text("a")
    (house / "data" / "expectations.toml").write_text("a")
    first = of_folder()
    (house / "data" / "expectations.toml").write_text("b")
    assert of_folder() == first
    (house / "data" / "agents.csv").write_text("b")
    assert of_folder() != first


def test_where_rows_are_kept_does_not_count() -> None:
    fingerprint(["tasks.publish"])
    parts = parts_of(fingerprint(["tasks.publish"])) or {}
    assert "code tasks.core.expectations" in parts
    assert "code tasks.io.store" not in parts
