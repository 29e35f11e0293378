"""Score the reading of pages: article text on two public sets, dates on news of the world, and time, beside rivals.

Run: python -m benchmarks.read [--bench ../shared/bench] [--errors N] [--rivals trafilatura resiliparse …]

Our model was trained on `article/wcxb`: its figure there is no test (for sites not seen, run training.article.train
with --folds). `article/zyte` and `dates/mediacloud2020` were never trained on. Times are CPU of one process, in
which all readers read a few pages in turn, each page once. Before, each reads some of another set, which are not
counted: what it loads and compiles then is its start, which benchmarks.read_folder measures. On zyte ours takes one
second in all: run it several times. Ours gives all: text, metadata, captions, links and verdict. `trafilatura+` is
trafilatura with its metadata, the same duty; the other rivals give the text, or the date, alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.race import Runner, race
from benchmarks.shingles import mean_f1
from tasks.core.article.record import Article
from tasks.core.encoding import decode
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.walk import walk
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

MODEL = BlockModel(load_article_model())
_BEFORE = 20  # pages of another set
_NEWEST = date(2021, 12, 31)  # the newest set of dated pages was fetched in 2020


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--rivals", nargs="*", default=["trafilatura+", "trafilatura", "resiliparse", "htmldate"])
    parser.add_argument("--errors", type=int, default=0, help="show the N worst pages of each set")
    args = parser.parse_args()
    print(f"ours walks through pages {'in Python alone' if read_blocks is walk else 'by compiled code'}")
    for name in ("zyte", "wcxb"):
        _texts(args.bench / "article" / name, _some(args.bench / "dates" / "mediacloud2020"), args.rivals, args.errors)
    _dates(args.bench / "dates" / "mediacloud2020", _some(args.bench / "article" / "zyte"), args.rivals, args.errors)


def _some(folder: Path) -> dict[str, bytes]:
    """Pages of a set, by the names of their files."""
    return {path.name: _page(path) for path in sorted((folder / "html").glob("*.gz"))[:_BEFORE]}


def _texts(folder: Path, others: Mapping[str, bytes], rivals: Sequence[str], errors: int) -> None:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {name: _page(folder / "html" / f"{name}.html.gz") for name in truth}
    wanted = {name: said["text"] or "" for name, said in truth.items()}
    print(f"article/{folder.name}: {len(pages)} pages")
    readers = {reader: _on(_TEXT[reader], {**pages, **others}) for reader in ("ours", *rivals) if reader in _TEXT}
    runners = race(readers, list(pages), list(others))
    for reader, runner in runners.items():
        score = mean_f1(wanted, runner.answers)
        print(f"  {reader:<12} F1 {score.f1:.4f}  precision {score.precision:.4f}  recall {score.recall:.4f}  "
              f"{runner.milliseconds():5.1f} ms of CPU a page{_beside(reader, runners)}")  # fmt: skip
    _worst(wanted, runners["ours"].answers, errors)


def _dates(folder: Path, others: Mapping[str, bytes], rivals: Sequence[str], errors: int) -> None:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {name: (_page(folder / "html" / f"{name}.gz"), said["url"]) for name, said in truth.items()}
    print(f"dates/{folder.name}: {len(pages)} pages")
    known = pages | {name: (page, "") for name, page in others.items()}
    readers = {reader: _on(_DATE[reader], known) for reader in ("ours", *rivals) if reader in _DATE}
    runners = race(readers, list(pages), list(others))
    for reader, runner in runners.items():
        right = sum(runner.answers[name] == said["published"] for name, said in truth.items() if runner.answers[name])
        given = sum(map(bool, runner.answers.values()))
        missing = len(truth) - given
        precision, recall = right / max(1, given), right / max(1, right + missing)
        print(f"  {reader:<12} F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}  right {right}  "
              f"wrong {given - right}  missing {missing}  {runner.milliseconds():5.1f} ms of CPU a page"
              f"{_beside(reader, runners)}")  # fmt: skip
    answers = runners["ours"].answers
    for name in [n for n in truth if answers[n] != truth[n]["published"]][:errors]:
        print(f"    {name}: {answers[name] or '-'} for {truth[name]['published']}  {truth[name]['url'][:100]}")


def _on(read: Callable[..., str], pages: Mapping[str, Any]) -> Callable[[str], str]:
    """A reader of pages by their names."""
    return lambda name: read(*pages[name]) if isinstance(pages[name], tuple) else read(pages[name])


def _beside(reader: str, runners: Mapping[str, Runner]) -> str:
    return "" if reader == "ours" else f", ours {runners['ours'].times_faster(runners[reader]):.2f} times as fast"


def _worst(wanted: Mapping[str, str], answers: Mapping[str, str], count: int) -> None:
    scores = {name: mean_f1({name: wanted[name]}, {name: answers[name]}) for name in wanted} if count else {}
    for name in sorted(scores, key=lambda name: scores[name].f1)[:count]:
        print(f"    {name[:12]} precision {scores[name].precision:.2f} recall {scores[name].recall:.2f}")


def _page(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def _ours(page: bytes, url: str = "") -> Article:
    decoded = decode(page)
    return read_page(decoded.utf8, MODEL, url, _NEWEST if url else None, decoded.encoding)


def _our_date(page: bytes, url: str) -> str:
    return str(_ours(page, url).published_on or "")


def _htmldate(page: bytes, url: str) -> str:
    import htmldate

    found = htmldate.find_date(decode(page).text, url=url, original_date=True, extensive_search=True,
                               max_date=_NEWEST.isoformat())  # fmt: skip
    return found or ""


def _trafilatura(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(decode(page).text, include_comments=False) or ""


def _trafilatura_whole(page: bytes) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(decode(page).text, include_comments=False, with_metadata=True)
    return found.text if found else ""


def _resiliparse(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decode(page).text, main_content=True))


_TEXT: dict[str, Callable[[bytes], str]] = {
    "ours": lambda page: _ours(page).text,
    "trafilatura+": _trafilatura_whole,
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
}
_DATE: dict[str, Callable[[bytes, str], str]] = {"ours": _our_date, "htmldate": _htmldate}

if __name__ == "__main__":
    main()
