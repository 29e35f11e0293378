"""A lake on object storage (a real server, on loopback): the same rows, releases by address, one run at a time."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import boto3
import pyarrow.fs as pa_fs
import pyarrow.parquet as pq
import pytest

from tasks.io.lake import bucket, upkeep
from tasks.io.lake.edition import Edition
from tasks.io.lake.lock import LakeBusy
from tasks.io.lake.proof import prove
from tasks.io.lake.upkeep import maintain
from tasks.io.store import Lake
from tasks.publish import publish, roll_back
from tests.bucket import bucket_server
from tests.synthetic import content, put_all, rows_of, tables_of

KEPT = ("references", "captures", "documents", "mentions", "facts", "coverage")


@pytest.fixture(scope="module")
def variables() -> Iterator[dict[str, str]]:
    with bucket_server() as found:
        yield found


@pytest.fixture
def lake(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Lake:
    """An empty lake, found by the standard variables alone."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    name = "b" + str(abs(hash(request.node.nodeid)))
    boto3.client("s3", endpoint_url=variables["AWS_ENDPOINT_URL"]).create_bucket(Bucket=name)
    return Lake(f"s3://{name}/some/lake")


def released(lake: Lake) -> int | None:
    release = publish(lake, "run", {}, datetime.now(UTC))
    return release.release if release else None


def test_the_same_rows_as_in_a_folder_and_nothing_new_writes_nothing(lake: Lake, tmp_path: Path) -> None:
    local = Lake(tmp_path / "lake")
    for each in (local, lake):
        with each.exclusive("run"):
            put_all(each, tables_of(rows_of(range(4))))
            assert released(each) == 1
            put_all(each, tables_of(rows_of(range(2), edition=2)))
            assert released(each) == 2
            each.put("facts", tables_of(rows_of(range(2), edition=2))["facts"])
            assert released(each) is None
    assert content(Edition(lake), KEPT) == content(Edition(local), KEPT)
    assert Edition(lake).release.digest == Edition(local).release.digest
    assert list(prove(Edition(lake, 1))) == []


def test_the_manifest_lists_addresses_that_plain_readers_read(lake: Lake, variables: dict[str, str]) -> None:
    put_all(lake, tables_of(rows_of(range(4))))
    released(lake)
    manifest = json.loads(lake.place.read("releases/latest/manifest.json") or "")
    s3 = pa_fs.S3FileSystem(endpoint_override=variables["AWS_ENDPOINT_URL"].removeprefix("http://"), scheme="http")
    rows = [
        pq.ParquetFile(s3.open_input_file(uri.removeprefix("s3://"))).read()
        for table in ("facts", "rejections")
        for uri in manifest["uris"][table]
    ]
    assert [r.num_rows for r in rows] == [16, 0]


def test_large_objects_are_read_in_pieces(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    put_all(lake, tables_of(rows_of(range(4))))
    whole = lake.read("facts").sort_by("fact_id")
    monkeypatch.setattr(bucket, "SMALL_BYTES", 0)
    assert Lake(lake.root).read("facts").sort_by("fact_id") == whole
    ids = whole["document_id"].to_pylist()[:1]
    assert Lake(lake.root).read("facts", ["predicate"], where=("document_id", ids)).num_rows == 4


def test_one_run_at_a_time_and_a_dead_run_holds_nobody_up(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Lake(lake.root)
    with lake.locked("one"):
        with lake.locked("one"):
            pass
        with pytest.raises(LakeBusy, match="run one"), other.locked("two", patience_s=0):
            pass
    with other.locked("two", patience_s=0):
        pass
    monkeypatch.setattr(bucket, "LEASE_S", 0.1)
    monkeypatch.setattr(bucket, "RENEW_S", 60.0)
    with lake.locked("dead"), other.locked("two", patience_s=5):
        assert "two" in (lake.place.read("lock.json") or "")
    with lake.locked("three", patience_s=5):
        pass


def test_only_one_of_many_gets_the_lease(lake: Lake) -> None:
    got: list[int] = []

    def take(n: int) -> None:
        try:
            with Lake(lake.root).locked(f"run {n}", patience_s=0):
                got.append(n)
                barrier.wait(20)
        except LakeBusy:
            barrier.wait(20)

    barrier = threading.Barrier(5)
    threads = [threading.Thread(target=take, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 1


def test_writers_at_the_same_time_all_land_once(lake: Lake) -> None:
    """Object storage has no rename that fails: what decides is the conditional put of the log entry."""
    made = [tables_of(rows_of(range(n, n + 6)))["references"] for n in (0, 3, 6)]
    threads = [threading.Thread(target=Lake(lake.root).put, args=("references", rows)) for rows in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(lake.read("references")["url"].to_pylist()) == sorted(
        {u for rows in made for u in rows["url"].to_pylist()}
    )
    assert lake.read("references").num_rows == 12


def test_raw_files_are_kept_before_the_captures_that_name_them(lake: Lake) -> None:
    raw = Path(lake.raw)
    raw.mkdir(parents=True, exist_ok=True)
    (raw / "one.warc.gz").write_bytes(b"WARC")
    lake.put("captures", tables_of(rows_of(range(1)))["captures"])
    assert lake.place.read("raw/one.warc.gz") == "WARC"
    (raw / "one.warc.gz").unlink()
    lake.bring_raw(["one.warc.gz", None])
    assert (raw / "one.warc.gz").read_bytes() == b"WARC"


def test_upkeep_and_rollback(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "SMALL_FILES", 2)
    with lake.exclusive("run"):
        for n in range(2):
            put_all(lake, tables_of(rows_of(range(n, n + 1))))
        released(lake)
        put_all(lake, tables_of(rows_of(range(1), edition=2)))
        released(lake)
        maintain(lake, keep=2)
        made = roll_back(lake, 1, "run", datetime.now(UTC))
        assert made is not None
        assert maintain(lake, keep=1)[1] == [1, 2]
        assert list(prove(Edition(lake))) == []


@pytest.mark.usefixtures("lake")
def test_a_bucket_that_is_not_there_is_said_in_a_line() -> None:
    with (
        pytest.raises(OSError, match=r"^s3://absent/lake: there is no such bucket; make it, or give another$"),
        Lake("s3://absent/lake").locked("run"),
    ):
        pass


@pytest.mark.usefixtures("lake")
def test_a_storage_that_does_not_answer_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # and listens to nobody
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(OSError, match=r"^s3://b/lake: [^\n]*; check the address, the credentials and the network$"):
            bucket.Bucket("s3://b/lake", {}).read("note")
