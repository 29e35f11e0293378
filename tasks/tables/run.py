"""A run and what each of its stages counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the flow; its start is the `now` of every row it makes, so that a row does not depend on the minute."""

    run_id: str
    started_at: datetime


@dataclass(slots=True)
class Count:
    """Rows a stage kept and rejected."""

    stage: str
    kept: int = 0
    rejected: int = 0

    def add(self, *, kept: int = 0, rejected: int = 0) -> None:
        """Count one batch."""
        self.kept += kept
        self.rejected += rejected

    def __str__(self) -> str:
        return f"{self.stage}: {self.kept} kept, {self.rejected} rejected"
