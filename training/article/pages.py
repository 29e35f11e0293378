"""Marked pages as blocks with labels, sites and folds; and what class names say, learned from them."""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from tasks.core.encoding import decode
from tasks.core.page.head import read_head
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.blocks import read_blocks
from tasks.core.page.markup.parse import parse
from tasks.core.page.markup.words import name_words
from tasks.core.page.model import is_menu
from tasks.core.page.title.headline import read_title
from tasks.core.text import words
from training.article.labels import label

FOLDS = 5
_ANCESTORS = 4  # elements with names above a block that are counted
_FEWEST_SITES = 8  # a word on fewer sites is a habit of theirs
_SMALLEST_ARTICLE = 100  # words; weights of shorter ones would drown the rest


@dataclass(slots=True, eq=False)
class Marked:
    """A page whose article people marked."""

    name: str
    site: str
    truth: str
    blocks: list[Block]
    title: str
    labels: list[float]

    def fold_of(self, folds: int) -> int:
        """The fold its site belongs to, the same on any machine; different numbers of folds part sites differently."""
        return int(hashlib.sha256(f"{folds}:{self.site}".encode()).hexdigest(), 16) % folds

    def weights(self) -> list[float]:
        """What each block counts in training: its share of the article, so that every page counts alike."""
        sizes = [len(block.text.split()) for block in self.blocks]
        article = sum(size for size, share in zip(sizes, self.labels, strict=True) if share > 0.5)
        return [min(1.0, (size + 3) / max(_SMALLEST_ARTICLE, article)) for size in sizes]


def read_marked(folder: Path) -> Iterator[Marked]:
    """The pages of a benchmark folder that hold any block and whose article has any word."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for name, said in truth.items():
        html = decode(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())).text
        tree = parse(html)
        blocks = [block for block in read_blocks(tree.body) if not is_menu(block)] if tree.body else []
        if blocks and words(said["text"] or ""):
            head = read_head(tree)
            host = urlsplit(said["url"] or f"http://{name}").netloc.lower().removeprefix("www.")
            labels = label([b.text for b in blocks], said["text"] or "", [b.frame.container for b in blocks])
            title = read_title(head, blocks)[0] or ""
            yield Marked(name, ".".join(host.split(".")[-2:]), said["text"] or "", blocks, title, labels)


def name_weights(pages: Sequence[Marked]) -> dict[str, float]:
    """Log odds that text below a name's word is the article's; each site counts once."""
    text: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    furniture: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for page in pages:
        for word, share in _shares(page).items():
            text[word][page.site] += share
            furniture[word][page.site] += 1 - share
    return {
        word: round(math.log((_capped(text[word]) + 1) / (_capped(furniture[word]) + 1)), 3)
        for word in sorted(text)
        if len(text[word]) >= _FEWEST_SITES
    }


def _shares(page: Marked) -> dict[str, float]:
    """Share of the blocks below each word that are the article's."""
    article: Counter[str] = Counter()
    all_blocks: Counter[str] = Counter()
    for block, share in zip(page.blocks, page.labels, strict=True):
        above = set(_words_above(block))
        all_blocks.update(above)
        article.update(above if share > 0.5 else ())
    return {word: article[word] / count for word, count in all_blocks.items()}


def _words_above(block: Block) -> Iterator[str]:
    frame, named = block.frame, 0
    while named < _ANCESTORS:
        if frame.names:
            named += 1
            yield from name_words(frame.names)
        if frame.parent is None:
            return
        frame = frame.parent


def _capped(by_site: dict[str, float]) -> float:
    return float(sum(np.minimum(1.0, list(by_site.values()))))
