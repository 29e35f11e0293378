"""Load the block model that ships: which blocks of a page are its article's."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

MODEL = Path(__file__).parents[2] / "data" / "models" / "article"


@cache
def load_article_model(folder: Path = MODEL) -> dict[str, Any]:
    """The model's tables: `names` (word to weight), and the trees.

    Raises FileNotFoundError that names the missing file.
    """
    for name in ("names.tsv", "trees.json"):
        if not (folder / name).is_file():
            raise FileNotFoundError(f"the article model lacks {folder / name}: run training/article/train.py")
    lines = (folder / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = {word: float(weight) for word, weight in (line.split("\t") for line in lines)}
    return {"names": names, **json.loads((folder / "trees.json").read_text(encoding="utf-8"))}
