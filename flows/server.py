"""What the Prefect server of a run needs of this machine: the loopback interface, and a folder it may write to."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from pathlib import Path

import click


def prepare_server() -> None:
    """See to what a run's own server needs, before Prefect is imported, which reads its settings once.

    Raises:
        click.ClickException: nothing can connect to this machine itself.
    """
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
    if "PREFECT_HOME" not in os.environ and not _is_writable(_home()):
        folder = tempfile.mkdtemp(prefix="dateline-prefect-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        os.environ["PREFECT_HOME"] = folder
    if "PREFECT_API_URL" not in os.environ and not _has_loopback():
        raise click.ClickException(
            "127.0.0.1 cannot be connected to, which Prefect's server of this run needs: "
            "bring the loopback interface up (ip link set lo up), or name a server in PREFECT_API_URL."
        )


def _home() -> Path:
    """Prefect's own folder."""
    try:
        return Path("~/.prefect").expanduser()
    except RuntimeError:  # no HOME, and a user without an entry in passwd
        return Path("/.prefect")


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _has_loopback() -> bool:
    try:
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 2):
            return True
    except OSError:
        return False
