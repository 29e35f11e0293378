"""Let an installed spaCy pipeline with UD labels stand in for the English parser that ships."""

from __future__ import annotations

import importlib
from typing import Any

from tasks.core.english.token import Sentence, Token

# OntoNotes and CoNLL names of entity types, as most pipelines use them; other types are dropped.
_ENTITIES = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "EVENT": "EVENT",
    "PRODUCT": "OBJ",
}  # fmt: skip


class SpacyParser:
    """Same `parse` as the parser that ships; needs a parser, a tagger and sentence ends in the pipeline."""

    def __init__(self, pipeline: Any) -> None:
        """`pipeline`: what `spacy.load` returns, or anything that turns a text into such a document."""
        self._pipeline = pipeline

    def parse(self, text: str) -> list[Sentence]:
        """Sentences in order; spaCy's white-space tokens are left out."""
        found: list[Sentence] = []
        paragraph, at = 0, 0
        for span in self._pipeline(text).sents if text.strip() else ():
            kept = [token for token in span if not token.is_space]
            if kept:
                start = int(kept[0].idx)
                paragraph += "\n\n" in text[at:start] and bool(found)
                found.append(_sentence(kept, paragraph))
                at = found[-1].end
        return found


def load_spacy(name: str) -> SpacyParser:
    """The installed pipeline `name`; raises ImportError without spaCy, OSError (spaCy's) without the pipeline."""
    return SpacyParser(importlib.import_module("spacy").load(name))


def _sentence(kept: list[Any], paragraph: int) -> Sentence:
    places = {token.i: index for index, token in enumerate(kept)}
    root = next((index for index, token in enumerate(kept) if token.head.i == token.i), 0)
    tokens = tuple(_token(token, index, places, root) for index, token in enumerate(kept))
    return Sentence(tokens, tokens[0].start, tokens[-1].end, paragraph)


def _token(token: Any, index: int, places: dict[int, int], root: int) -> Token:
    is_root = index == root
    start, text = int(token.idx), str(token.text)
    lemma = str(token.lemma_) if token.pos_ == "PROPN" else str(token.lemma_).lower()
    return Token(
        index, text, start, start + len(text), lemma or text, str(token.pos_), str(token.tag_),
        -1 if is_root else places.get(token.head.i, root), "root" if is_root else str(token.dep_),
        _entity(token),
    )  # fmt: skip


def _entity(token: Any) -> str:
    kind = _ENTITIES.get(str(token.ent_type_))
    return f"{token.ent_iob_}-{kind}" if kind and token.ent_iob_ in ("B", "I") else "O"
