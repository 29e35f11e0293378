"""`dateline facts`, and how `dateline` and `dateline build` answer misuse."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from deltalake.exceptions import DeltaError
from rich.console import Console

from flows.cli import COMMANDS, main
from flows.output import facts_table
from tasks.tables.records import Fact

SAMPLE = str(Path(__file__).parents[2] / "data" / "samples" / "slavic-shield.md")


def run(*words: str, given: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(words), input=given)
    return result.exit_code, result.stdout, result.stderr


def test_facts_as_json_lines_have_the_columns_of_the_table() -> None:
    code, out, _ = run("facts", SAMPLE, "--jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(rows) >= 16
    assert all(list(row) == [f.name for f in fields(Fact)] for row in rows)


WORDS = "The ministers of Norway signed a grain deal on Wednesday after a long night of talks in the capital."
SAVED = f"""<!DOCTYPE html><html lang="en"><head><title>Ministers sign</title>
<meta property="article:published_time" content="2021-03-04T09:30:00Z"></head><body><nav>Home</nav><article>
<h1>Ministers sign</h1>{f"<p>{WORDS}</p>" * 3}</article></body></html>"""
MAIL = (
    f"From: Grain <a@grain.example>\nDate: Thu, 4 Mar 2021 09:30:00 +0000\nMIME-Version: 1.0\nSubject: Talks\n\n{WORDS}"
)


@pytest.mark.parametrize(
    "data", [SAVED.encode(), MAIL.encode(), f"Talks\n\nMarch 4, 2021\n\n{WORDS}".encode("utf-16")],
    ids=["a saved page", "a mail", "a clipping in UTF-16"],
)  # fmt: skip
def test_facts_are_read_from_whatever_holds_an_article(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "given").write_bytes(data)
    code, out, _ = run("facts", str(tmp_path / "given"), "--jsonl")
    facts = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert ("sign", "2021-03-03") in {(fact["predicate"], fact["starts_on"]) for fact in facts}


@pytest.mark.parametrize("command", ["read", "facts", "repair"])
def test_a_folder_is_no_file(tmp_path: Path, command: str) -> None:
    (tmp_path / "one.txt").write_text(WORDS)
    assert run(command, str(tmp_path)) == (1, "", f"Error: {tmp_path}: a folder: give one file of it\n")


def test_facts_as_a_table_and_explained() -> None:
    assert "MOBILIZE" in run("facts", SAMPLE)[1]
    assert "rules: " in run("facts", SAMPLE, "--explain")[1]


def test_who_has_no_name_stands_in_the_table_in_the_text_s_words() -> None:
    roles = [("actor", "they"), ("object", "two ships")]
    arguments = [{"role": role, "surface": words, "start": at} for at, (role, words) in enumerate(roles)]
    unnamed = dict.fromkeys(f.name for f in fields(Fact)) | {"predicate": "seize", "polarity": "affirmed"}
    console = Console(width=120, record=True, file=StringIO())
    console.print(facts_table([unnamed | {"arguments": arguments, "modality": "actual"}]))
    assert "they" in console.export_text()


def test_facts_of_standard_input_with_a_date() -> None:
    code, out, _ = run(
        "facts", "-", "--date", "2024-05-17", "--jsonl", given="Norway sent 200 troops to Mali on Monday."
    )
    [fact] = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert (fact["actor_country"], fact["starts_on"]) == ("NOR", "2024-05-13")


def test_the_main_fact_alone() -> None:
    text = "A bank robbed in Leeds reopened.\n\nNorway closed its border with Chad on Monday."
    code, out, _ = run("facts", "-", "--main", "--jsonl", given=f"---\ntitle: Norway closes border\n---\n{text}")
    assert (code, [json.loads(line)["predicate"] for line in out.splitlines()]) == (0, ["close"])


# What is wrong, the command, what it is given, its exit code, and words of the error.
MISUSE = [
    ("no such file", ["facts", "nowhere.md"], None, 1, "No such file"),
    ("empty input", ["facts", "-"], "  \n", 1, "nothing in it"),
    (
        "another language",
        ["facts", "-"],
        "Der Bundestag hat am Montag ein neues Gesetz beschlossen.",
        1,
        "English only",
    ),
    ("a day that is none", ["facts", "-", "--date", "yesterday"], "x", 2, "yesterday"),
    ("no such command", ["fact"], None, 2, "No such command"),
    ("a build of nothing", ["build"], None, 2, "Missing argument"),
    ("no such option", ["build", "x", "--lak", "y"], None, 2, "No such option"),
]


@pytest.mark.parametrize(("words", "given", "code", "said"), [c[1:] for c in MISUSE], ids=[c[0] for c in MISUSE])
def test_misuse_is_answered_with_what_is_wrong(words: list[str], given: str | None, code: int, said: str) -> None:
    exit_code, out, error = run(*words, given=given)
    assert exit_code == code
    assert said in error
    assert out == ""


@pytest.mark.parametrize("error", [DeltaError("No space left on device"), OSError(28, "No space left on device")])
def test_a_full_disk_is_said_in_one_line(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("flows.commands.build._run", fail)
    code, out, said = run("build", SAMPLE, "--verbose")
    assert (code, out) == (1, "")
    assert "No space left on device" in said
    assert "run the same command again" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "Usage:" in out


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("build", "maintain")])
def test_commands_that_need_no_flow_do_not_import_prefect(name: str) -> None:
    code = f"import sys, flows.commands.{name}; assert 'prefect' not in sys.modules, 'prefect was imported'"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
