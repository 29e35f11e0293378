"""Score what kind of page each is told to be: real pages, and pages invented of the kinds that are rare.

Run: python -m benchmarks.read_verdicts [--bench ../shared/bench] [--errors N]

`verdicts/public.tsv` labels pages of the public sets by reading them. `verdicts/invented` holds pages in the languages
of the press, most of them written without a look at the rules, which were then made with them: their figures show what
is told, not how pages never seen will be. No rival tells kinds of pages apart.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from tasks.core.encoding import decode
from tasks.core.page.model import BlockModel
from tasks.core.page.reading import read_page
from tasks.io.article_model import load_article_model
from tasks.tables.values import Verdict

HERE = Path(__file__).parent / "verdicts"
_FOLDERS = {"zyte": "article/zyte", "wcxb": "article/wcxb", "mediacloud2020": "dates/mediacloud2020"}


@dataclass(slots=True, frozen=True)
class Labelled:
    """A page with the kind that a reader says it is."""

    name: str
    path: Path
    url: str
    verdict: str


def main() -> None:
    """Print how many pages of each kind are told right, set by set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--errors", type=int, default=0, help="show N mistakes of each set")
    args = parser.parse_args()
    model = BlockModel(load_article_model())
    sets = {name: list(_public(name, args.bench)) for name in _FOLDERS}
    sets["invented"] = list(_invented(HERE / "invented"))
    for name, pages in sets.items():
        _score(name, pages, model, args.errors)


def _public(name: str, bench: Path) -> Iterator[Labelled]:
    """The pages of a public set; what has no label is an article, for which the set was made."""
    with (HERE / "public.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        labels = {row["page"]: row["verdict"] for row in rows if row["set"] == name}
    for path in sorted((bench / _FOLDERS[name] / "html").glob("*.gz")):
        page = path.name.split(".")[0]
        yield Labelled(page, path, "", labels.get(page, "article"))


def _invented(folder: Path) -> Iterator[Labelled]:
    with (folder / "labels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Labelled(row["file"], folder / row["file"], row["url"], row["verdict"])


def _score(name: str, pages: list[Labelled], model: BlockModel, errors: int) -> None:
    told = {page.name: _verdict(page, model) for page in pages}
    wrong = [page for page in pages if told[page.name] != page.verdict]
    print(f"{name}: {len(pages) - len(wrong)} of {len(pages)} pages told right ({1 - len(wrong) / len(pages):.4f})")
    labelled, given = Counter(page.verdict for page in pages), Counter(told.values())
    right = Counter(page.verdict for page in pages if told[page.name] == page.verdict)
    for kind in (kind for kind in get_args(Verdict) if labelled[kind] or given[kind]):
        print(f"  {kind:<9} precision {_share(right[kind], given[kind])}  recall {_share(right[kind], labelled[kind])}")
    for page in wrong[:errors]:
        print(f"    {page.name}: {told[page.name]} for {page.verdict}")


def _verdict(page: Labelled, model: BlockModel) -> str:
    raw = page.path.read_bytes()
    decoded = decode(gzip.decompress(raw) if page.path.suffix == ".gz" else raw)
    return read_page(decoded.utf8, model, page.url, None, decoded.encoding).verdict


def _share(part: int, whole: int) -> str:
    return f"{part:>3} of {whole:<3} {part / whole:.3f}" if whole else f"{part:>3} of {whole:<3}      "


if __name__ == "__main__":
    main()
