"""`dateline build` as a process of its own: what it says while it runs, and what it needs of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows import server

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "ferry-strike.txt"


def dateline(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a new process, under this environment."""
    command = [Path(sys.executable).with_name("dateline"), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, check=False)


def test_a_build_says_how_far_it_is_and_what_it_made(tmp_path: Path) -> None:
    """Where HOME cannot be written to, and in a terminal that knows ASCII only."""
    made = dateline(
        "build", SAMPLE, "--offline", "--lake", tmp_path / "lake",
        HOME="/proc", PYTHONIOENCODING="ascii", PREFECT_API_URL="",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert "collect: 1 kept, 0 rejected" in made.stderr.splitlines()
    assert "annotate: 1 kept, 0 rejected" in made.stderr.splitlines()
    assert "dock-workers-end-strike-at-three-baltic-ports" in made.stdout
    assert f"pd.read_parquet('{tmp_path}/lake/releases/latest/facts')" in made.stdout


def test_no_loopback_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(server.socket, "create_connection", refuse)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(server.click.ClickException, match="bring the loopback interface up"):
        server.prepare_server()


def test_a_full_disk_behind_the_output_is_said_on_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [str(Path(sys.executable).with_name("dateline")), "repair", "https://example.org/a", "--json"]
        made = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (made.returncode, made.stderr) == (
        1, "Error: cannot be written: No space left on device; make room and try again\n",
    )  # fmt: skip
