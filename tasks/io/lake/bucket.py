"""A lake on object storage: small objects, a lease that lapses with its run, raw captures copied up.

Credentials and endpoint come from the storage's own variables (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL` …) or from the
lake's storage options, the same for Delta tables and for this.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import obstore
import pyarrow as pa
from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError
from obstore.store import from_url

from tasks.io.lake.lock import LakeBusy
from tasks.io.lake.place import Files

LEASE_S = 60.0  # a run that died keeps others waiting so long
RENEW_S = 15.0
PAUSE_S = 1.0
LOCK = "lock.json"
SMALL_BYTES = 8 * 1024 * 1024


class StorageError(OSError):
    """Object storage refused, or did not answer."""


@contextmanager
def _asking(place: str) -> Iterator[None]:
    """Say in a line what went wrong in asking for an object; the storage's own list every retry below it."""
    try:
        yield
    except (AlreadyExistsError, PreconditionError):
        raise
    except BaseError as error:
        raise StorageError(
            f"{place}: {str(error).partition(chr(10))[0]}; check the address, the credentials and the network"
        ) from error


class Objects:
    """The objects below a prefix as files; small ones come in one request, of large ones only what is read."""

    def __init__(self, store: Any, prefix: str) -> None:
        self.store, self.prefix = store, prefix

    def open_input_file(self, name: str) -> pa.NativeFile:
        """An object as a file."""
        path = f"{self.prefix}/{name}"
        found = obstore.get(self.store, path)
        if found.meta["size"] <= SMALL_BYTES:
            return pa.BufferReader(pa.py_buffer(bytes(found.bytes())))
        return pa.PythonFile(io.BufferedReader(Pieces(self.store, path, found.meta["size"])), mode="r")


class Pieces(io.RawIOBase):
    """A large object, of which only the ranges read are fetched."""

    def __init__(self, store: Any, path: str, size: int) -> None:
        self.store, self.path, self.size, self.place = store, path, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.place, io.SEEK_END: self.size}[whence]
        return self.place

    def tell(self) -> int:
        return self.place

    def readinto(self, buffer: Any) -> int:
        length = min(len(buffer), self.size - self.place)
        if length <= 0:
            return 0
        buffer[:length] = bytes(obstore.get_range(self.store, self.path, start=self.place, length=length))
        self.place += length
        return length


class Bucket:
    """The objects below `s3://bucket/prefix`."""

    def __init__(self, root: str, options: Mapping[str, str]) -> None:
        self.root = root
        config: Any = dict(options)  # its keys differ by provider
        self.store: Any = from_url(root, config=config)
        name = hashlib.sha256(root.encode()).hexdigest()[:12]
        self.raw = str(Path(tempfile.gettempdir()) / f"dateline-raw-{name}")
        self._kept: dict[str, int] = {}

    def read(self, name: str) -> str | None:
        """Text of a small object, None where there is none."""
        try:
            return self._get(name)[0].decode()
        except FileNotFoundError:
            return None

    def write(self, name: str, data: str | bytes) -> None:
        """Put a small object; readers see the old one or the new one, whole."""
        self._put(name, data.encode() if isinstance(data, str) else data)

    def remove(self, name: str) -> None:
        """Take a small object away, if it is there."""
        with _asking(self.root), suppress(FileNotFoundError):
            obstore.delete(self.store, name)

    def filesystem(self, folder: str) -> Files:
        """The files of a folder of the lake, to be read."""
        return Objects(self.store, folder)

    def keep_raw(self) -> None:
        """Copy up the files of the spool folder that are new or have grown."""
        for path in sorted(Path(self.raw).rglob("*")):
            name = path.relative_to(self.raw).as_posix()
            if path.is_file() and self._kept.get(name) != path.stat().st_size:
                self._put(f"raw/{name}", path)
                self._kept[name] = path.stat().st_size

    def bring_raw(self, name: str) -> None:
        """Fetch a raw file into the spool folder, if another machine wrote it."""
        target = Path(self.raw) / name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(self._get(f"raw/{name}")[0])

    @contextmanager
    def lock(self, run_id: str, patience_s: float) -> Iterator[None]:
        """Keep other runs away; see `Lake.locked`. The lease is renewed by a thread while it is held."""
        deadline = time.monotonic() + patience_s
        while not (tag := self._take(run_id)):
            if time.monotonic() > deadline:
                raise LakeBusy(
                    f"{self.root}: run {self._holder()[0]} works on this lake; wait for it to end, or stop it"
                )
            time.sleep(PAUSE_S)
        if tag == "mine":  # taken by this run further out
            yield
            return
        done = threading.Event()
        renewer = threading.Thread(target=self._renew, args=(run_id, tag, done), daemon=True)
        renewer.start()
        try:
            yield
        finally:
            done.set()
            renewer.join()
            if self._holder()[0] == run_id:  # else it had lapsed, and is somebody else's now
                self.remove(LOCK)

    def _take(self, run_id: str) -> str | None:
        """The lease's tag if it is ours now, `mine` if it was already, None if another run has it."""
        holder, until, tag = self._holder()
        if holder == run_id and until > time.time():
            return "mine"
        if until > time.time():
            return None
        return self._put_lease(run_id, tag)

    def _put_lease(self, run_id: str, tag: str | None) -> str | None:
        lease = json.dumps({"run_id": run_id, "until": time.time() + LEASE_S}).encode()
        try:
            return self._put(LOCK, lease, {"e_tag": tag} if tag else "create")
        except (AlreadyExistsError, FileExistsError, PreconditionError):
            return None

    def _holder(self) -> tuple[str, float, str | None]:
        try:
            found, tag = self._get(LOCK)
        except FileNotFoundError:
            return "", 0.0, None
        lease = json.loads(found)
        return lease["run_id"], lease["until"], tag

    def _get(self, name: str) -> tuple[bytes, str | None]:
        """An object and its tag."""
        with _asking(self.root):
            found = obstore.get(self.store, name)
            return bytes(found.bytes()), found.meta["e_tag"]

    def _put(self, name: str, data: bytes | Path, mode: Any = "overwrite") -> str:
        """Put an object; gives its tag."""
        try:
            with _asking(self.root):
                return str(obstore.put(self.store, name, data, mode=mode)["e_tag"])
        except FileNotFoundError as error:
            raise StorageError(f"{self.root}: there is no such bucket; make it, or give another") from error

    def _renew(self, run_id: str, tag: str, done: threading.Event) -> None:
        while not done.wait(RENEW_S):
            tag = self._put_lease(run_id, tag) or tag
