"""Load the English pipeline: the one that ships, one in another folder, or an installed spaCy pipeline."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import overload

from tasks.core.english.parser import Parser
from tasks.io.lexicons import load_words
from tasks.io.spacy_parser import SpacyParser, load_spacy

MODELS = Path(__file__).parents[2] / "data" / "models" / "en"
_FILES = ("model.onnx", "tokenizer.json", "labels.json", "lemmas.json")
_SPACY = "spacy:"


@overload
def load_parser(folder: Path | None = None) -> Parser: ...
@overload
def load_parser(folder: str) -> Parser | SpacyParser: ...
def load_parser(folder: Path | str | None = None) -> Parser | SpacyParser:
    """The parser of a model folder (default: the one that ships), or of "spacy:NAME"; loaded once per process.

    Raises FileNotFoundError that names the missing file, ImportError where spaCy is asked for but not installed.
    """
    if isinstance(folder, str) and folder.startswith(_SPACY):
        return _spacy(folder.removeprefix(_SPACY))
    return _onnx(Path(folder or MODELS))


_spacy = lru_cache(maxsize=2)(load_spacy)


@lru_cache(maxsize=2)
def _onnx(folder: Path) -> Parser:
    for name in _FILES:
        if not (folder / name).is_file():
            raise FileNotFoundError(f"the English model lacks {folder / name}")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels["lemmas"] = json.loads((folder / "lemmas.json").read_text(encoding="utf-8")) | {"words": load_words().keys()}
    tokenizer = (folder / "tokenizer.json").read_text(encoding="utf-8")
    return Parser((folder / "model.onnx").read_bytes(), tokenizer, labels)
