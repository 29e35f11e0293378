"""Names of files and lakes as users give them: refused where they are no text, shown on one line, read where one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tasks.io.inputs import Input, read_inputs
from tasks.tables.values import Reject


def require_text(_context: click.Context | None, _parameter: click.Parameter | None, given: Any) -> Any:
    """Refuse names that are no text, which neither Delta nor Prefect takes."""
    for name in (given,) if isinstance(given, str) else given:
        try:
            name.encode()
        except UnicodeEncodeError as error:
            raise click.BadParameter(f"{name!r} is no UTF-8: rename it, or give the folder it lies in") from error
    return given


def shown_name(source: str) -> str:
    """A file's name on one line, whatever is in it."""
    return source if source.isprintable() else repr(source)


def one_input(source: str) -> Input:
    """The one file, or standard input, that a command reads.

    Raises:
        Reject: it cannot be read, or is a folder.
    """
    if source != "-" and Path(source).is_dir():
        raise Reject("unreadable_input", "a folder: give one file of it")
    [given] = read_inputs([source])
    if given.refused:
        raise given.refused
    return given
