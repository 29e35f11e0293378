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


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentData:
    """The arguments of `tasks.core.facts.equipment.lexicon.build_equipment`."""

    designations: Rows
    classes: Rows


@cache
def load_equipment() -> EquipmentData:
    """Weapons, vehicles, aircraft, ships and missiles, and the words for their classes."""
    return EquipmentData(designations=_rows("equipment.csv"), classes=_rows("equipment_classes.csv"))


def _rows(name: str) -> Rows:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
