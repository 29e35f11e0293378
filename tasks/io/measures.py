"""Reads the reference data of units, currencies and military equipment: CSV rows as people wrote them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from tasks.io.lexicons import REFERENCE

Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureData:
    """The arguments of `tasks.core.facts.quantity.measures.build_measures`."""

    units: Rows
    currencies: Rows


@cache
def load_measures() -> MeasureData:
    """Units of measure and currencies with their written forms."""
    return MeasureData(units=_rows("units.csv"), currencies=_rows("currencies.csv"))


@cache
def load_equipment() -> Rows:
    """Weapons, vehicles, aircraft, ships and missiles with their classes."""
    return _rows("equipment.csv")


def _rows(name: str) -> Rows:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
