"""Rows and records as commands write them for programs: one JSON object a line."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any


def json_line(row: Any) -> str:
    """A record or row as one line of JSON; days and instants in ISO 8601, bytes in base64."""
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: object) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, date | datetime):
        return value.isoformat()
    if is_dataclass(value):  # by its fields, not by `asdict`, which copies every string and takes five times as long
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no JSON form")
