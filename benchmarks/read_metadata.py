"""Score titles and authors of pages on a public set, beside trafilatura.

Run: python -m benchmarks.read_metadata [--bench ../shared/bench] [--errors N] [--rivals trafilatura]

Titles are compared by their letters and digits alone, authors as sets of people: right where every one is there and no
other. What names no person in a label (a team, a shop, a first name alone, a degree) is left out of both sides; a page
whose label names nobody is right where nobody is given. The labels were made with a language model's help.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tasks.core.encoding import decode
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model

_NO_LETTER = re.compile(r"[\W_]+")
_TITLE = re.compile(r"^(?:Dr|Prof)\.? |(?:,? (?:MD|M\.D\.|Ph\.?D\.?|RN|CPP|MW)| \(.*\))+$")
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [\w.'’()-]+){0,3} [^\W\d_a-z][\w.'’-]+$")
_NO_PERSON = re.compile(
    r"\b(?:team|staff|editors?|editorial|desk|admin|agency|news|press|media|group|inc|store|services?|care|university|"
    r"institute|center|contributor|online|construction|strategies|the|expert|director|founder|manager|writer)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;&|/]|\band\b)\s*")
Reader = Callable[[str, str], tuple[str, list[str]]]


def main() -> None:
    """Print the share of right titles and authors of each reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--rivals", nargs="*", default=["trafilatura"])
    parser.add_argument("--errors", type=int, default=0, help="show N wrong titles and authors")
    args = parser.parse_args()
    folder = args.bench / "article" / "wcxb"
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = {name: decode(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())).text for name in truth}
    model = BlockModel(load_article_model())
    readers: dict[str, Reader] = {"ours": lambda html, url: _ours(html, url, model), "trafilatura": _trafilatura}
    for reader in ("ours", *args.rivals):
        _score(reader, readers[reader], pages, truth, args.errors)


def _score(reader: str, read: Reader, pages: Mapping[str, str], truth: Mapping[str, Any], errors: int) -> None:
    start = time.process_time()
    answers = {name: read(html, truth[name]["url"] or "") for name, html in pages.items()}
    milliseconds = (time.process_time() - start) * 1000 / len(pages)
    titled = [name for name, said in truth.items() if said["title"]]
    bad_titles = [name for name in titled if _bare(answers[name][0]) != _bare(truth[name]["title"])]
    bad_authors = [name for name, said in truth.items() if _people(answers[name][1]) != _people([said["author"] or ""])]
    signed = sum(bool(_people([said["author"] or ""])) for said in truth.values())
    unsigned = [name for name in bad_authors if not _people([truth[name]["author"] or ""])]
    right = signed - (len(bad_authors) - len(unsigned))
    print(f"{reader:<12} title {1 - len(bad_titles) / len(titled):.4f} of {len(titled)}  "
          f"people {right / signed:.4f} of {signed} signed, given for {len(unsigned)} of "
          f"{len(truth) - signed} unsigned  {milliseconds:.1f} ms of CPU a page")  # fmt: skip
    for name in bad_titles[:errors] if reader == "ours" else ():
        print(f"  title   {name}: {answers[name][0]!r} for {truth[name]['title']!r}")
    for name in bad_authors[:errors] if reader == "ours" else ():
        print(f"  authors {name}: {answers[name][1]} for {truth[name]['author']!r}")


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _people(given: list[str]) -> set[str]:
    names = (_TITLE.sub("", name).strip() for text in given for name in _BETWEEN.split(text))
    return {_bare(name) for name in names if _PERSON.match(name) and not _NO_PERSON.search(name)}


def _ours(html: str, url: str, model: BlockModel) -> tuple[str, list[str]]:
    article = read_page(html, model, url)
    return article.title or "", article.authors


def _trafilatura(html: str, url: str) -> tuple[str, list[str]]:
    import trafilatura

    found = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    return (found.title or "", _BETWEEN.split(found.author or "")) if found else ("", [])


if __name__ == "__main__":
    main()
