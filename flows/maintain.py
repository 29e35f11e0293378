"""Upkeep of a lake as a flow, to be scheduled: compact, vacuum what no kept release needs, prove the newest release."""

from __future__ import annotations

from uuid import uuid4

from prefect import flow, get_run_logger
from prefect.runtime import flow_run

from flows.credentials import credentials_of
from tasks.io.lake.edition import Edition
from tasks.io.lake.proof import prove
from tasks.io.lake.upkeep import maintain as upkeep
from tasks.io.store import Lake


@flow(flow_run_name="maintain {lake}")
def maintain(lake: str = "data/lake", keep: int = 10, credentials: str | None = None) -> None:
    """Keep a lake small: its `keep` newest releases stay readable throughout; `credentials` as for `build`.

    Raises:
        RuntimeError: the newest release does not hold; the message names what is broken.
    """
    with credentials_of(credentials):
        _run(Lake(lake), keep)


def _run(opened: Lake, keep: int) -> None:
    with opened.exclusive(str(flow_run.id or uuid4())) as recovered:
        for said in recovered:
            get_run_logger().info("recovered: %s", said)
        done, removed = upkeep(opened, keep)
        for each in done:
            get_run_logger().info("%s", each)
        get_run_logger().info("releases removed: %s", removed)
        broken = [f"{b.table}: {b.what}" for b in prove(Edition(opened))] if opened.releases() else []
    if broken:
        raise RuntimeError("; ".join(broken))
