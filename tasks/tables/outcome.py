"""What became of a batch: the rows kept, and those rejected, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from tasks.tables.records import Rejection
from tasks.tables.values import Reject, Stage

T = TypeVar("T")


@dataclass
class Outcome(Generic[T]):
    """What became of a batch: every input row is in `kept` or in `rejected`."""

    kept: list[T] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


def rejection(stage: Stage, record_id: str, given: str, error: Reject, run_id: str, now: datetime) -> Rejection:
    """The row that keeps what was refused; `given` is cut to 500 characters."""
    return Rejection(
        stage=stage,
        record_id=record_id,
        input=given[:500],
        reason=error.reason,
        detail=error.detail,
        run_id=run_id,
        rejected_at=now,
    )
