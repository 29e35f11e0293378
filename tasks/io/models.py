"""Load the English pipeline from its files; they ship with the package."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from tasks.core.english.parser import Parser

MODELS = Path(__file__).parents[2] / "data" / "models" / "en"
_FILES = ("model.onnx", "tokenizer.json", "labels.json", "lemmas.json")


@lru_cache(maxsize=4)
def load_parser(folder: Path | None = None) -> Parser:
    """The parser of a model folder (default: the one that ships), loaded once per process.

    Raises FileNotFoundError that names the missing file.
    """
    place = folder or MODELS
    for name in _FILES:
        if not (place / name).is_file():
            raise FileNotFoundError(f"the English model lacks {place / name}")
    labels = json.loads((place / "labels.json").read_text(encoding="utf-8"))
    labels["lemmas"] = json.loads((place / "lemmas.json").read_text(encoding="utf-8"))
    tokenizer = (place / "tokenizer.json").read_text(encoding="utf-8")
    return Parser((place / "model.onnx").read_bytes(), tokenizer, labels)
