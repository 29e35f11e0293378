"""The README tells the truth about the tables and the commands."""

from __future__ import annotations

import tomllib
from pathlib import Path

from flows.cli import COMMANDS
from tasks.tables.dictionary import with_dictionary

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_data_dictionary_is_that_of_the_records() -> None:
    assert with_dictionary(README) == README, "run `make dictionary`"


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
