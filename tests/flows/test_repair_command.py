"""`dateline repair`: text, file, standard input and JSON lines in; a table, JSON lines or answers out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.commands.repair import command

BROKEN = "Ferry accident\n\nSource: https://a.org/2020/05/04/ferry acci dent\n"
URL = "https://a.org/2020/05/04/ferry-accident"


def run(*arguments: str, given: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments), input=given)
    return result.exit_code, result.stdout, result.stderr


def test_text_as_table() -> None:
    code, out, _ = run(BROKEN)
    assert code == 0
    assert "repaired" in out
    assert "lost_hyphen" in out


def test_file_as_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "clipping.md"
    path.write_text(BROKEN, "utf-8")
    _, out, _ = run(str(path), "--jsonl")
    row = json.loads(out)
    assert (row["url"], row["url_status"]) == (URL, "repaired")
    assert row["candidates"][0].keys() == {"url", "rules", "score", "evidence"}


def test_clues_reach_the_evidence() -> None:
    _, out, _ = run(BROKEN, "--jsonl", "--title", "The big ferry accident", "--date", "2020-05-04", "--publisher", "A")
    assert "day of publication, 2020-05-04" in json.loads(out)["candidates"][0]["evidence"][-1]


def test_every_address_or_one() -> None:
    text = "See https://b.org/x\n\nSource: https://a.org/y\n"
    every = [json.loads(line)["url"] for line in run("-", "--json", given=text)[1].splitlines()]
    assert every == ["https://a.org/y", "https://b.org/x"]
    assert len(run("-", "--json", "--one", given=text)[1].splitlines()) == 1


def test_cases_for_the_scorer(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    rows = [{"id": 1, "clipping": BROKEN}, {"id": 2, "clipping": "https://a.org/x…"}, {"id": 3, "clipping": ""}]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    _, out, _ = run("--cases", str(path))
    assert [json.loads(line) for line in out.splitlines()] == [
        {"id": 1, "url": URL},
        {"id": 2, "url": None},
        {"id": 3, "url": None},
    ]


@pytest.mark.parametrize(
    ("arguments", "given", "message"),
    [
        (["no address here"], None, "no address found"),
        (["no/such/file"], None, "no file of that name"),
        (["-", "--json"], '{"clipping": "https://a.org/x"}\n{"id": 2}\n', "line 2"),
        (["-"], "", "nothing in it"),
    ],
)
def test_errors_name_the_input(arguments: list[str], given: str | None, message: str) -> None:
    code, _, error = run(*arguments, given=given)
    assert code == 1
    assert message in error


def test_misuse_is_told_apart() -> None:
    assert run("x", "--date", "yesterday")[0] == 2


def test_prefect_is_not_imported() -> None:
    code = "import sys, flows.commands.repair; sys.exit('prefect' in sys.modules or 'pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
