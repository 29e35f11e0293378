"""A run and what each of its stages counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tasks.tables.values import StageCount


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the flow; its start is the `now` of every row it makes."""

    run_id: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """Rows a stage kept and rejected."""

    stage: str
    kept: int = 0
    rejected: int = 0
    elapsed_ms: int = 0

    @property
    def done(self) -> int:
        """Rows worked on."""
        return self.kept + self.rejected

    def __add__(self, other: Count) -> Count:
        sums = self.kept + other.kept, self.rejected + other.rejected, self.elapsed_ms + other.elapsed_ms
        return Count(self.stage, *sums)

    def as_row(self) -> StageCount:
        """The count as a release keeps it."""
        return StageCount(stage=self.stage, kept=self.kept, rejected=self.rejected, elapsed_ms=self.elapsed_ms)

    def __str__(self) -> str:
        return f"{self.stage}: {self.kept} kept, {self.rejected} rejected"
