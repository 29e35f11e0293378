"""The encoder's view of words: normalised spelling, shape, subwords. Training and run time share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tokenizers import Tokenizer

MAX_SUBWORDS = 510
# URLs and the like: beyond these pieces a word's spelling tells the parser nothing more.
PIECES_PER_WORD = 8
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
# The treebanks are mostly ASCII and news is not: both spellings of a mark must look the same to the encoder.
_SAME = {"''": '"', "--": "—", "---": "—", "―": "—", "…": "..."}
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?=[a-z'.]*[a-z])[a-z'.]+",
        r"[A-Z][a-z]+[.]?",
        r"[A-Z]",
        r"[A-Z]{2,}",
        r"(?:[A-Za-z][.])+[A-Za-z]?",
        r"[0-9]+",
        r"[0-9][0-9.,:/]*[0-9]",
        r"(?=.*[0-9])(?=.*[^\W\d]).+",
        r"[\W_]+",
        r"(?=.*[a-z])(?=.*[A-Z]).+",
        r"(?=.*[A-Z]).+",
    )
)
SHAPE_COUNT = 2 * (len(_SHAPES) + 1) + 1


def normalise(word: str) -> str:
    """The spelling the encoder sees: straight quotes, one kind of dash; case is kept for `shape`."""
    if not word.isascii():
        # Lone surrogates, which broken JSON can hold, are no text to the tokenizer.
        word = word.translate(_STRAIGHT).encode("utf-8", "replace").decode()
    word = word.replace("`", "'")
    return _SAME.get(word, word)


@lru_cache(maxsize=1 << 15)
def shape(word: str, is_glued: bool) -> int:
    """1 to `SHAPE_COUNT` - 1: the class of the word's letters, and whether no space stands before it."""
    for number, pattern in enumerate(_SHAPES):
        if pattern.fullmatch(word):
            return 1 + 2 * number + is_glued
    return 1 + 2 * len(_SHAPES) + is_glued


def special(tokenizer: Tokenizer, name: str) -> int:
    """Id of a special piece; raises ValueError when the tokenizer is not one of BERT's."""
    identifier = tokenizer.token_to_id(name)
    if identifier is None:
        raise ValueError(f"the tokenizer has no {name}")
    return identifier


def subwords(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """Vocabulary ids of each word's pieces: never empty, and at most `MAX_SUBWORDS` in all.

    Up to `MAX_SUBWORDS` words are allowed.
    """
    unknown = special(tokenizer, "[UNK]")
    pieces: list[list[int]] = [[] for _ in words]
    encoding = tokenizer.encode([normalise(word) for word in words], is_pretokenized=True, add_special_tokens=False)
    for identifier, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            pieces[word].append(identifier)
    limit = PIECES_PER_WORD
    while sum(min(len(piece), limit) for piece in pieces) > MAX_SUBWORDS and limit > 1:
        limit -= 1
    return [piece[:limit] or [unknown] for piece in pieces]


def encode(words: Sequence[str], glued: Sequence[bool], tokenizer: Tokenizer) -> tuple[list[int], list[int], list[int]]:
    """Ids, shapes (0 but on first pieces) and the positions of first pieces, with [CLS] and [SEP] around them."""
    ids = [special(tokenizer, "[CLS]")]
    shapes = [0]
    firsts = []
    for word, is_glued, pieces in zip(words, glued, subwords(words, tokenizer), strict=True):
        firsts.append(len(ids))
        shapes.append(shape(normalise(word), is_glued))
        shapes.extend([0] * (len(pieces) - 1))
        ids.extend(pieces)
    return [*ids, special(tokenizer, "[SEP]")], [*shapes, 0], firsts
