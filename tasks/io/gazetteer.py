"""Read the reference tables of actors and places; what their rows mean is the core's business."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
ACTOR_TABLES = (
    "countries", "organisations", "organisation_heads", "agents", "regions", "given_names", "government_cues",
    "descriptions",
)  # fmt: skip


@lru_cache(maxsize=2)
def load_actors(folder: Path = REFERENCE) -> dict[str, list[dict[str, str]]]:
    """Rows of the tables an `ActorLexicon` is made of, by table; read once per process."""
    return {table: _rows(folder / f"{table}.csv") for table in ACTOR_TABLES}


@lru_cache(maxsize=2)
def load_gazetteer(folder: Path = REFERENCE) -> tuple[list[str], list[dict[str, str]], list[dict[str, str]]]:
    """What a `Gazetteer` is made of: lines of places (sorted; columns in the first line), rows of regions, of cues."""
    text = (folder / "places.tsv").read_text(encoding="utf-8")
    return text[text.index("\n") + 1 :].splitlines(), _rows(folder / "regions.csv"), _rows(folder / "local_cues.csv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
