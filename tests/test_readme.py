"""The README tells the truth about the tables and the commands, and its code runs."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars
import pytest
from deltalake import DeltaTable

from flows.cli import COMMANDS
from tasks.io.store import Lake
from tasks.publish import publish
from tasks.tables.dictionary import with_dictionary
from tests.synthetic import put_all, rows_of, tables_of

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_data_dictionary_is_that_of_the_records() -> None:
    assert with_dictionary(README) == README, "run `make dictionary`"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a lake was built as the README does."""
    folder = tmp_path_factory.mktemp("home")
    lake = Lake(folder / "data" / "lake")
    put_all(lake, tables_of(rows_of(range(3))))
    publish(lake, "run", {}, datetime.now(UTC))
    return folder


def snippets(language: str) -> list[str]:
    """The README's code on reading the data, as it stands; what needs Spark is left out, which no test installs."""
    section = README.partition("## Read the data")[2].partition("\n## ")[0]
    found = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return ["\n".join(line for line in code.splitlines() if not line.startswith("spark.")) for code in found]


@pytest.mark.parametrize("code", snippets("python"), ids=["pandas", "polars"])
def test_code_for_reading_the_data_runs_as_it_stands(code: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    known: dict[str, Any] = {}
    *before, last = code.strip().splitlines()
    exec("\n".join(before), known)
    name, _, expression = last.rpartition(" = ")
    facts = eval(expression if name else last, known)
    facts = facts.collect() if hasattr(facts, "collect") else facts
    assert len(facts) == 12
    assert "evidence" in facts.columns


def test_sql_for_reading_the_data_runs_as_it_stands(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    [query] = snippets("sql")
    rows = duckdb.sql(query).fetchall()
    assert sum(count for _, count in rows) == 12


def test_tables_of_the_lake_are_read_as_delta(home: Path) -> None:
    assert polars.read_delta(str(home / "data/lake/tables/facts")).height == 12
    assert DeltaTable(str(home / "data/lake/tables/facts")).to_pyarrow_table().num_rows == 12


def test_every_command_is_shown() -> None:
    missing = [name for name in COMMANDS if f"dateline {name}" not in README]
    assert not missing


def test_the_two_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "\nrun:" in makefile
    assert "\ntest:" in makefile


def test_supported_python_is_the_declared_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "Python 3.11 or newer" in README
