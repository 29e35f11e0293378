"""Names of files and lakes as users give them: refused where they are no text, shown on one line."""

from __future__ import annotations

from typing import Any

import click


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
