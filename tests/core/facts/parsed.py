"""Parsed sentences from a file: index, form, lemma, UPOS, XPOS, head, relation, entity, start."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tasks.core.english.token import Sentence, Token

CASES = Path(__file__).parents[2] / "cases" / "facts" / "sentences.conllu"


@cache
def parsed() -> dict[str, tuple[str, tuple[Sentence, ...]]]:
    """Text and sentences by the id of the case."""
    found = {}
    for block in CASES.read_text("utf-8").split("# id = ")[1:]:
        name, text, *rows = block.split("\n")
        trees = "\n".join(rows).strip().split("\n\n")
        found[name] = (text.removeprefix("# text = "), tuple(_sentence(tree.split("\n")) for tree in trees))
    return found


def _sentence(rows: list[str]) -> Sentence:
    tokens = tuple(_token(row.split("\t")) for row in rows)
    return Sentence(tokens, tokens[0].start, tokens[-1].end, 0)


def _token(cells: list[str]) -> Token:
    index, form, lemma, upos, xpos, head, relation, entity, start = cells
    begin = int(start)
    return Token(
        int(index) - 1, form, begin, begin + len(form), lemma, upos, xpos, int(head) - 1, relation, entity
    )  # fmt: skip
