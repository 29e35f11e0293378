"""A run and what each of its stages counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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

    @property
    def done(self) -> int:
        """Rows worked on."""
        return self.kept + self.rejected

    def __add__(self, other: Count) -> Count:
        return Count(self.stage, self.kept + other.kept, self.rejected + other.rejected)

    def __str__(self) -> str:
        return f"{self.stage}: {self.kept} kept, {self.rejected} rejected"
