"""Credentials of a lake on object storage, from a Prefect block, for as long as a run works on it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from prefect.blocks.system import Secret


@contextmanager
def credentials_of(block: str | None) -> Iterator[None]:
    """Set the storage's own variables (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL` …) that a `Secret` block holds.

    Raises:
        ValueError: there is no such block, or it holds no JSON object of texts.
    """
    wanted = variables_of(Secret.load(block).get(), block) if block else {}  # type: ignore[union-attr]
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def variables_of(value: object, block: str) -> dict[str, str]:
    """The variables in a block's value: a JSON object, parsed or as text.

    >>> variables_of('{"AWS_REGION": "eu-west-1"}', "lake")
    {'AWS_REGION': 'eu-west-1'}
    """
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        found = None
    if not isinstance(found, Mapping) or not all(isinstance(v, str) for v in found.values()):
        raise ValueError(f'block {block!r}: expected a JSON object such as {{"AWS_ACCESS_KEY_ID": "…"}}')
    return dict(found)
