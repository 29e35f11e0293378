"""The commands that read and keep a lake, as a person and a program call them; none of them starts Prefect."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from flows.cli import main
from tasks.io.store import Lake
from tasks.publish import publish
from tests.faults import copy
from tests.synthetic import put_all, rows_of, tables_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release 1: documents 0 to 3. Release 2: 1 gone, 2 edited, 3 read by other code, 4 new."""
    root = tmp_path_factory.mktemp("commands") / "lake"
    lake = Lake(root)
    put_all(lake, tables_of(rows_of(range(4))))
    publish(lake, "first", {}, datetime.now(UTC))
    gone = tables_of(rows_of([1]))
    for table, column in (("captures", "capture_id"), ("references", "reference_id")):
        lake.put(table, gone[table].slice(0, 0), replacing=(column, gone[table][column].to_pylist()))
    ids = gone["documents"]["document_id"].to_pylist()
    for table in ("documents", "mentions", "facts", "coverage"):
        lake.put(table, gone[table].slice(0, 0), replacing=("document_id", ids))
    put_all(lake, tables_of(rows_of([2], edition=2)))
    anew = rows_of([3], version="v2")
    anew["facts"] = [{**f, "place": "Tarlenheim"} for f in anew["facts"][1:]]
    put_all(lake, tables_of(anew))
    put_all(lake, tables_of(rows_of([4])))
    publish(lake, "second", {}, datetime.now(UTC))
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return copy(made, tmp_path / "lake")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_releases(made: Path) -> None:
    rows = json.loads(call("releases", "--lake", made, "--json").stdout)["releases"]
    assert [(r["release"], r["documents"], r["facts"]) for r in rows] == [(1, 4, 16), (2, 4, 15)]
    assert (
        "2026" in call("releases", "--lake", made).stdout
        or str(datetime.now(UTC).year) in call("releases", "--lake", made).stdout
    )


def test_show_rows_of_a_release(made: Path) -> None:
    found = call("show", "facts", "--lake", made, "--release", 1, "--where", "event_type=ASSAULT", "--jsonl")
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert rows
    assert {r["event_type"] for r in rows} == {"ASSAULT"}
    assert rows[0]["starts_on"] == "2024-01-01"
    assert "facts of release 2" in call("show", "facts", "--lake", made).stdout
    assert "checks" in call("show", "--lake", made).stdout


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("starts_on>=2024-01-04", 7),
        ("starts_on<2024-01-04", 8),
        ("recipient=", 15),
        ("actor!=", 15),
        ("evidence~HARBOUR", 5),
        ("score>0.9", 0),
        ("sentence=0", 3),
    ],
)
def test_show_where(made: Path, condition: str, rows: int) -> None:
    found = call("show", "facts", "--lake", made, "--where", condition, "--jsonl")
    assert len(found.stdout.splitlines()) == rows, found.output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "facts", "--where", "planet=Mars"], 2, "there is no column 'planet'"),
        (["show", "facts", "--where", "starts_on>yesterday"], 2, "is no date32"),
        (["show", "facts", "--where", "nonsense"], 2, "write a column"),
        (["show", "facts", "--columns", "planet"], 2, "has no column"),
        (["show", "planets"], 2, "Invalid value"),
        (["show", "facts", "--release", "9"], 1, "there is no release 9; there are 1 to 2"),
        (["diff", "1", "7"], 1, "there is no release 7"),
        (["rollback", "5"], 1, "there is no release 5"),
    ],
)
def test_misuse_is_said_on_stderr(root: Path, arguments: list[str], code: int, said: str) -> None:
    found = call(*arguments, "--lake", root)
    assert found.exit_code == code
    assert said in found.stderr
    assert found.stdout == ""


def test_a_lake_without_releases(tmp_path: Path) -> None:
    found = call("show", "--lake", tmp_path / "nothing")
    assert found.exit_code == 1
    assert "no release was made yet" in found.stderr
    assert not (tmp_path / "nothing").exists()


def files_of(lake: Path, table: str) -> list[Path]:
    return list((lake / "tables" / table).glob("*.parquet"))


def cut(*paths: Path) -> None:
    """Put other bytes in place of files, whose links keep theirs."""
    for path in paths:
        path.unlink()
        path.write_bytes(b"PAR1")


DAMAGES: list[tuple[str, Callable[[Path], object], list[str], str]] = [
    (
        "files are missing",
        lambda lake: [file.unlink() for file in files_of(lake, "facts")],
        ["show", "facts"],
        "is missing; see `dateline verify`",
    ),
    ("files are cut", lambda lake: cut(*files_of(lake, "facts")), ["show", "facts"], "is damaged: Parquet file size"),
    (
        "files are cut, to be exported",
        lambda lake: cut(*files_of(lake, "facts")),
        ["export", "--to", "out"],
        "is damaged",
    ),
    (
        "a log is cut",
        lambda lake: cut(lake / "tables/releases/_delta_log/00000000000000000000.json"),
        ["releases"],
        "tables/releases cannot be opened",
    ),
    (
        "a table is gone",
        lambda lake: shutil.rmtree(lake / "tables/facts"),
        ["show", "facts"],
        "tables/facts cannot be opened",
    ),
    (
        "a table is gone, to be rolled back",
        lambda lake: shutil.rmtree(lake / "tables/facts"),
        ["rollback", "1"],
        "release 1 cannot be had back: facts",
    ),
    (
        "a manifest is cut",
        lambda lake: cut(lake / "releases/2/manifest.json"),
        ["show"],
        "`dateline maintain` makes it anew",
    ),
    (
        "an earlier manifest is cut",
        lambda lake: cut(lake / "releases/1/manifest.json"),
        ["verify", "1"],
        "take a later one",
    ),
]


@pytest.mark.parametrize(("damage", "arguments", "said"), [c[1:] for c in DAMAGES], ids=[c[0] for c in DAMAGES])
def test_a_damaged_lake_is_named_on_one_line(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path], object], arguments: list[str], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    damage(root)
    found = call(*arguments, "--lake", root)
    assert found.exit_code == 1
    assert said in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_damaged_manifest_is_made_anew(root: Path) -> None:
    cut(root / "releases/2/manifest.json")
    assert "stands again" in call("maintain", "--lake", root).stdout
    assert call("verify", "--lake", root).exit_code == 0


@pytest.mark.parametrize("command", [["maintain"], ["rejections"], ["rollback", "1"]])
def test_what_is_no_lake_is_left_alone(tmp_path: Path, command: list[str]) -> None:
    for place in (tmp_path / "mistyped", tmp_path):
        found = call(*command, "--lake", place)
        assert (found.exit_code, found.stderr) == (
            1, f"Error: {place}: there is no lake; give another, or run `dateline build`\n",
        )  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("file", 1, "no folder, and so no lake"),
        ("\udcff", 2, "is no UTF-8"),
        ("a\nb", 1, "a b: no release was made yet"),
    ],
)
def test_odd_names_of_lakes(tmp_path: Path, name: str, code: int, said: str) -> None:
    (tmp_path / "file").write_text("x")
    found = call("show", "--lake", tmp_path / name)
    assert found.exit_code == code
    assert said in found.stderr.splitlines()[-1]


@pytest.mark.parametrize("address", ["s3:///", "s3://bucket", "ftp://host/lake", "file:///tmp/lake"])
def test_addresses_that_are_no_lake(address: str) -> None:
    found = call("show", "--lake", address)
    assert found.exit_code == 1
    assert "a lake is a folder or s3://bucket/prefix" in found.stderr


def test_diff_tells_the_world_from_the_code(made: Path) -> None:
    told = json.loads(call("diff", 1, 2, "--lake", made, "--json").stdout)
    assert told["counts"] == {
        "appeared": {"world": 4},
        "changed": {"world": 4, "code": 3},
        "vanished": {"world": 4, "code": 1},
    }
    whys = {(c["kind"], c["cause"]): c["why"] for c in told["changes"]}
    assert whys["appeared", "world"] == "new document"
    assert whys["vanished", "world"] == "document gone"
    assert whys["changed", "world"] == "edited document"
    assert whys["changed", "code"] == "read by another version"
    fields = [c["fields"] for c in told["changes"] if c["cause"] == "code" and c["kind"] == "changed"]
    assert fields == [["place"]] * 3
    assert "place: Strelsau → Tarlenheim" in call("diff", 1, 2, "--lake", made).stdout
    assert "are the same" in call("diff", 2, 2, "--lake", made).stdout


def test_verify_names_what_is_broken(root: Path) -> None:
    assert call("verify", "--lake", root).exit_code == 0
    file = next((root / "releases" / "1" / "mentions").iterdir())
    file.write_bytes(file.read_bytes()[:-50])
    found = call("verify", 1, "--lake", root)
    assert found.exit_code == 1
    assert "mentions" in found.stderr
    assert file.name in found.stderr.replace("\n", "")
    assert json.loads(call("verify", 1, "--lake", root, "--json").stdout)["broken"]


def test_rollback_and_maintain(root: Path) -> None:
    assert "release 3 has the content of release 1" in call("rollback", 1, "--lake", root).stdout
    assert "same" in call("diff", 1, 3, "--lake", root).stdout
    assert "releases removed: 1, 2" in call("maintain", "--keep", 1, "--lake", root).stdout
    assert "removed" in call("releases", "--lake", root).stdout
    assert call("verify", "--lake", root).exit_code == 0
    assert "was removed" in call("show", "--release", 1, "--lake", root).stderr


def test_export_gives_the_same_rows_in_every_format(made: Path, tmp_path: Path) -> None:
    for form in ("parquet", "csv", "jsonl"):
        found = call("export", 1, "--lake", made, "--format", form, "--to", tmp_path, "--table", "facts")
        assert found.stdout.split() == [str(tmp_path / f"facts.{form}")]
    ids = [
        sorted(pd.read_parquet(tmp_path / "facts.parquet")["fact_id"]),
        sorted(pd.read_csv(tmp_path / "facts.csv")["fact_id"]),
        sorted(json.loads(line)["fact_id"] for line in (tmp_path / "facts.jsonl").read_text().splitlines()),
    ]
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == 16
    argument = json.loads(pd.read_csv(tmp_path / "facts.csv")["arguments"][0])[0]
    assert argument["role"] == "actor"


def test_bytes_are_base64_in_text_formats(tmp_path: Path) -> None:
    rows = rows_of(range(2))
    rows["references"][0]["raw_bytes"] = "Žižek".encode("utf-16")
    lake = Lake(tmp_path / "lake")
    put_all(lake, tables_of(rows))
    publish(lake, "run", {}, datetime.now(UTC))
    for form in ("csv", "jsonl"):
        call("export", "--lake", tmp_path / "lake", "--format", form, "--to", tmp_path, "--table", "references")
    shown = call("show", "references", "--lake", tmp_path / "lake", "--jsonl").stdout
    kept = [
        [value or None for value in pd.read_csv(tmp_path / "references.csv", keep_default_na=False)["raw_bytes"]],
        [json.loads(line)["raw_bytes"] for line in (tmp_path / "references.jsonl").read_text().splitlines()],
        [json.loads(line)["raw_bytes"] for line in shown.splitlines()],
    ]
    for column in kept:
        assert sorted(b64decode(value).decode("utf-16") for value in column if value) == ["Žižek"]
        assert column.count(None) == 1


def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path) -> None:
    rows = rows_of(range(5))
    bad = ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1"]
    for reference, title in zip(rows["references"], bad, strict=True):
        reference["title"] = title
    lake = Lake(tmp_path / "lake")
    put_all(lake, tables_of(rows))
    publish(lake, "run", {}, datetime.now(UTC))
    call("export", "--lake", tmp_path / "lake", "--format", "csv", "--to", tmp_path, "--table", "references")
    with (tmp_path / "references.csv").open(newline="", encoding="utf-8") as lines:
        titles = {row["title"] for row in csv.DictReader(lines)}
    assert titles == {f"'{title}" for title in bad}


def test_rejections(root: Path) -> None:
    assert "Nothing was refused" in call("rejections", "--lake", root).stdout


def test_commands_do_not_import_prefect() -> None:
    names = ["releases", "show", "diff", "verify", "rollback", "export", "rejections", "maintain"]
    code = f"import sys; [__import__('flows.commands.' + n) for n in {names}]; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
