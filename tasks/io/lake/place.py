"""Where a lake lies, for all that is no Delta table: small files put whole, one run at a time, raw captures kept.

`Folder` is a folder of this machine. Object storage, which needs the extra `dateline[s3]`, is in `bucket`.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pyarrow.fs as pa_fs

from tasks.io.lake.lock import folder_lock


class Files(Protocol):
    """Files that Arrow can read, by name."""

    def open_input_file(self, name: str) -> Any:
        """One of them, open."""
        ...


class Place(Protocol):
    """What a lake asks of the place it lies in."""

    raw: str

    def read(self, name: str) -> str | None:
        """Text of a small file, None where there is none."""
        ...

    def write(self, name: str, data: str | bytes) -> None:
        """Put a small file; readers see the old one or the new one, whole."""
        ...

    def remove(self, name: str) -> None:
        """Take a small file away, if it is there."""
        ...

    def lock(self, run_id: str, patience_s: float) -> AbstractContextManager[None]:
        """Keep other runs away; see `Lake.locked`."""
        ...

    def filesystem(self, folder: str) -> Files:
        """The files of a folder of the lake, to be read."""
        ...

    def keep_raw(self) -> None:
        """Make raw captures written so far outlive this machine, as far as the place can."""
        ...

    def bring_raw(self, name: str) -> None:
        """Make sure a raw file lies in `raw`."""
        ...


class Folder:
    """A folder of this machine.

    Raises:
        NotADirectoryError: something else has its name.
    """

    def __init__(self, root: str) -> None:
        if Path(root).exists() and not Path(root).is_dir():
            raise NotADirectoryError(f"{root}: no folder, and so no lake: give a folder")
        self.root = Path(root)
        self.raw = f"{root}/raw"

    def read(self, name: str) -> str | None:
        """Text of a small file, None where there is none."""
        path = self.root / name
        return path.read_text("utf-8") if path.is_file() else None

    def write(self, name: str, data: str | bytes) -> None:
        """Put a small file; readers see the old one or the new one, whole."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        beside.write_bytes(data.encode() if isinstance(data, str) else data)
        beside.replace(path)

    def remove(self, name: str) -> None:
        """Take a small file away, if it is there."""
        (self.root / name).unlink(missing_ok=True)

    def lock(self, run_id: str, patience_s: float) -> AbstractContextManager[None]:
        """Keep other runs away; see `Lake.locked`."""
        return folder_lock(self.root / ".lock", run_id, patience_s)

    def filesystem(self, folder: str) -> Files:
        """The files of a folder of the lake, to be read."""
        files: Files = pa_fs.SubTreeFileSystem(str(self.root / folder), pa_fs.LocalFileSystem())
        return files

    def keep_raw(self) -> None:
        """Nothing to do: they lie in the folder."""

    def bring_raw(self, name: str) -> None:
        """Nothing to do likewise."""
