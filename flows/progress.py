"""Draws a run's progress from its log: a bar a stage, on a terminal; a line a batch elsewhere."""

from __future__ import annotations

import logging
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

LOGGER = "prefect.flow_runs"


class StageProgress(logging.Handler):
    """While entered, shows how far each stage of the flow is; reads `stage`, `done` and `due` of its log records."""

    def __init__(self, console: Console, is_shown: bool = True) -> None:
        super().__init__(logging.INFO)
        self.console, self.is_shown = console, is_shown
        self.bars: dict[str, TaskID] = {}
        columns = TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        self.progress = Progress(*columns, console=console, disable=not (is_shown and console.is_terminal))

    def __enter__(self) -> StageProgress:
        if self.is_shown:
            self.progress.start()
            self.bars["start"] = self.progress.add_task("start", total=None)
        return self

    def listen(self) -> None:
        """Take the log's records from now on: after Prefect is imported, which throws out who listened before."""
        if self.is_shown:
            logging.getLogger(LOGGER).addHandler(self)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger(LOGGER).removeHandler(self)
        self.progress.stop()

    def emit(self, record: logging.LogRecord) -> None:
        """Move the bar of the record's stage, or print the line where there is no terminal."""
        stage = getattr(record, "stage", None)
        if stage is None:
            return
        due, done = getattr(record, "due", None), getattr(record, "done", 0)
        if not self.console.is_terminal:
            self.console.print(record.getMessage() if done or not due else f"{stage}: {due:,} to do", highlight=False)
            return
        if stage not in self.bars:
            self.progress.update(self.bars["start"], total=1, completed=1)
            self.bars[stage] = self.progress.add_task(stage, total=None)
        self.progress.update(self.bars[stage], completed=done, total=due if due is not None else done)
