"""`dateline read` on files, folders and bad input."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from flows.commands.read import command
from flows.folder import read_all
from tests.site import Answer, Site, page, says

PARAGRAPHS = [
    "Ministers of the two countries signed a grain deal on Wednesday after a long night of talks in the capital.",
    "The deal lets forty ships a week leave the three ports that had been closed since the autumn of last year.",
    "Farmers had asked for such a deal for months, and said that the stores would not hold another harvest.",
]
PAGE = f"""<!doctype html><html lang="en"><head><title>Ministers sign</title>
<meta property="article:published_time" content="2021-03-03T09:30:00Z"></head><body><article><h1>Ministers sign</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.html").write_text(PAGE)
    (tmp_path / "two.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "void.html").write_text("")
    (tmp_path / "torn.html.gz").write_bytes(b"\x1f\x8bno")
    return tmp_path


def test_one_page_as_json(folder: Path) -> None:
    result = CliRunner().invoke(command, [str(folder / "one.html"), "--json"])
    row = json.loads(result.stdout)
    assert (row["title"], row["text"].split("\n\n")) == ("Ministers sign", PARAGRAPHS)
    assert (row["published_at"], row["published_on"]) == ("2021-03-03T09:30:00+00:00", "2021-03-03")
    assert row["verdict"] == "article"


def test_a_page_waits_for_nothing_that_only_others_need(folder: Path) -> None:
    clipping = ("tasks.core.url.repair", "tasks.core.clipping", "tasks.core.article.mail")
    others = {"feedparser", "rich", "multiprocessing", *clipping}
    code = (
        "import sys; from flows.cli import main; main(['read', '--json', sys.argv[1]], standalone_mode=False); "
        f"print(sorted({others} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder / "one.html")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_one_page_for_people() -> None:
    result = CliRunner().invoke(command, ["-"], input=PAGE.encode())
    assert result.exit_code == 0
    assert "published  2021-03-03 09:30:00+00:00 (from meta:article:published_time)" in result.stdout


def test_folder_keeps_every_page(folder: Path) -> None:
    result = CliRunner().invoke(command, ["--pages", str(folder), "--jsonl"])
    rows = {row["id"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert {name: bool(row["text"]) for name, row in rows.items()} == {
        "one": True, "two": True, "void": False, "torn": False,
    }  # fmt: skip
    assert "void.html" in result.stderr
    assert "torn.html.gz" in result.stderr


def test_a_folder_of_odd_files(folder: Path) -> None:
    (folder / "one.html.gz").write_bytes(gzip.compress(PAGE.encode()) + b"behind it")
    (folder / "OLD.HTM").write_text(PAGE)
    (folder / ".hidden.html").write_text(PAGE)
    (folder / "loop.html").symlink_to("loop.html")
    (folder / "deep.html").mkdir()
    os.mkfifo(folder / "pipe.html")
    result = CliRunner().invoke(command, ["--pages", str(folder), "--jsonl"])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    read = [row["id"] for row in rows if row["text"]]
    assert ([row["id"] for row in rows], read, result.exit_code) == (
        ["OLD", "deep", "loop", "one", "one", "pipe", "torn", "two", "void"], ["OLD", "one", "one", "two"], 0
    )  # fmt: skip
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "deep.html", "loop.html", "one.html.gz", "pipe.html", "torn.html.gz", "void.html",
    ]  # fmt: skip
    assert "one.html.gz: its id is that of one.html too: rename one" in result.stderr


def _name_of(path: Path) -> tuple[str, str]:
    """What stands for reading a page: it leaves a mark beside it."""
    path.with_suffix(".read").touch()
    return path.name, ""


def test_a_folder_is_read_no_further_than_its_reader_wants(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:04}.html" for number in range(2000)]
    read: Iterator[tuple[str, str]] = read_all(files, _name_of)
    assert [next(read)[0] for _ in range(3)] == ["0000.html", "0001.html", "0002.html"]
    read.close()  # type: ignore[attr-defined]
    assert len([*tmp_path.iterdir()]) < 1000


def _end(path: Path) -> tuple[str, str]:
    if path.name == "9.html":
        os._exit(9)
    return path.name, ""


def test_a_process_that_is_ended_is_told(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="a process was ended"):
        list(read_all([tmp_path / f"{number}.html" for number in range(20)], _end))


def test_a_packed_page_whatever_its_name(folder: Path) -> None:
    (folder / "packed.html").write_bytes(gzip.compress(PAGE.encode()))
    (folder / "plain.html.gz").write_text(PAGE)
    for name in ("packed.html", "plain.html.gz"):
        row = json.loads(CliRunner().invoke(command, [str(folder / name), "--json"]).stdout)
        assert row["title"] == "Ministers sign"


def test_a_page_that_is_huge_when_unpacked(folder: Path) -> None:
    (folder / "bomb.html.gz").write_bytes(gzip.compress(bytes(40 * 2**20)))
    result = CliRunner().invoke(command, [str(folder / "bomb.html.gz")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "bomb.html.gz: more than 32 MiB when unpacked" in result.stderr


def test_clipping_is_a_checksum_of_the_page(folder: Path) -> None:
    (folder / "pasted.md").write_text("Ministers sign\n\n" + "\n\n".join(PARAGRAPHS).replace("forty", "fifty"))
    arguments = [str(folder / "one.html"), "--clipping", str(folder / "pasted.md")]
    row = json.loads(CliRunner().invoke(command, [*arguments, "--json"]).stdout)
    assert 0.8 < row["clipping_match"] < 1
    assert row["sentences_dropped"] == [PARAGRAPHS[1].replace("forty", "fifty")]
    assert row["sentences_added"] == [PARAGRAPHS[1]]
    assert f"+ {PARAGRAPHS[1][:40]}" in CliRunner().invoke(command, arguments).stdout


CLIPPING = """Ministers sign

3 March 2021

{}

Source: https://www.grain.example/2021/03/03/mini sters-sign
"""


def test_a_clipping_shows_its_address_with_the_evidence(tmp_path: Path) -> None:
    (tmp_path / "pasted.md").write_text(CLIPPING.format("\n\n".join(PARAGRAPHS)), "utf-16")
    row = json.loads(CliRunner().invoke(command, [str(tmp_path / "pasted.md"), "--json"]).stdout)
    assert row["url"] == "https://www.grain.example/2021/03/03/ministers-sign"
    assert row["raw_url"] == "https://www.grain.example/2021/03/03/mini sters-sign"
    assert (row["url_status"], row["encoding"]) == ("repaired", "utf-16 (byte order mark)")
    assert "the path's date is the day of publication, 2021-03-03" in row["candidates"][0]["evidence"]
    shown = CliRunner().invoke(command, [str(tmp_path / "pasted.md")]).stdout.splitlines()
    assert row["url"] in shown
    assert f"read from: {row['raw_url']}" in shown
    assert PARAGRAPHS[1] in shown


def test_a_page_says_its_own_address(folder: Path) -> None:
    row = json.loads(CliRunner().invoke(command, [str(folder / "one.html"), "--json"]).stdout)
    assert (row["url"], row["raw_url"], row["url_status"], row["candidates"]) == (None, None, None, [])


def read_address(path: str, site: Site, *options: str) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of reading a page of a site on loopback."""
    address = f"http://127.0.0.1:{site.port}{path}"
    result = CliRunner().invoke(command, [address, "--allow-host", f"127.0.0.1:{site.port}", *options])
    return result.exit_code, result.stdout, result.stderr


def test_an_address_is_fetched_and_read() -> None:
    """The whole way: robots.txt, a redirect, a page in a code page its header names, links made absolute."""
    words = "Ministři obou zemí podepsali dohodu, řekl mluvčí, a <a href='/ports'>přístavy</a> otevřou v pondělí ráno."
    html = PAGE.replace(PARAGRAPHS[0], words).encode("windows-1250")
    moved = page(b"", "Location: /2021/03/03/sign", status="301 Moved Permanently")
    answers = {
        "127.0.0.1/old": says(moved),
        "127.0.0.1/2021/03/03/sign": says(page(html, "Content-Type: text/html; charset=windows-1250")),
    }
    with Site(answers) as site:
        code, out, err = read_address("/old", site, "--json")
        assert (code, err) == (0, "")
        row = json.loads(out)
        assert row["text"].split("\n\n")[0].startswith("Ministři obou zemí podepsali dohodu, řekl mluvčí")
        assert row["encoding"] == "windows-1250 (declared)"
        assert (row["title"], row["published_on"]) == ("Ministers sign", "2021-03-03")
        assert [link["url"] for link in row["links"]] == [f"http://127.0.0.1:{site.port}/ports"]
        assert "/robots.txt" in [request.path for request in site.requests]


def test_an_address_for_people() -> None:
    with Site({"127.0.0.1": says(page(PAGE.encode()))}) as site:
        code, out, _ = read_address("/a", site)
    assert code == 0
    assert PARAGRAPHS[1] in " ".join(out.split())


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        pytest.param({"127.0.0.1": says(page(status="404 Not Found"))}, "404", id="not there"),
        pytest.param({"127.0.0.1": says(page(b"%PDF-1.7", "Content-Type: application/pdf"))}, "pdf", id="a PDF"),
        pytest.param({"127.0.0.1": says(page(b""))}, "empty", id="an empty page"),
        pytest.param({"127.0.0.1/robots.txt": says(page(b"User-agent: *\nDisallow: /", "Content-Type: text/plain")),
                      "127.0.0.1": says(page(PAGE.encode()))}, "robots", id="not wanted"),
    ],
)  # fmt: skip
def test_an_address_that_gives_no_page(answers: dict[str, Answer], why: str) -> None:
    with Site(answers) as site:
        code, out, err = read_address("/a", site, "--json")
    assert (code, out) == (1, "")
    assert why in err.lower()
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["no-such-file.html"], 1, id="missing file"),
        pytest.param(["--jsonl", "-"], 2, id="--jsonl without --pages"),
        pytest.param(["page.html", "--pages", ".", "--jsonl"], 2, id="a file beside a folder"),
        pytest.param(["--pages", "tests", "--jsonl"], 1, id="a folder without pages"),
        pytest.param(["http://127.0.0.1:9/", "--json"], 1, id="address that is not public"),
    ],
)
def test_errors(arguments: list[str], code: int) -> None:
    result = CliRunner().invoke(command, arguments, input=b"")
    assert result.exit_code == code
    assert result.stderr
    assert "Traceback" not in result.output
