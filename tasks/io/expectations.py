"""Reads what every release is expected to be (`data/reference/expectations.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

EXPECTATIONS = Path(__file__).parents[2] / "data" / "reference" / "expectations.toml"


@cache
def read_expectations(path: Path = EXPECTATIONS) -> list[dict[str, Any]]:
    """The declarations, as written."""
    declared: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["expect"]
    return declared
