"""Parsed sentences from a file: index, form, lemma, UPOS, XPOS, head, relation, entity, start."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

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


WORDS = [
    "launch",
    "attack",
    "lift",
    "ban",
    "refuse",
    "not",
    "of",
    "series",
    "Chad",
    "will",
    "fail",
    "say",
    "if",
    "deny",
]
TAGS = ["VERB", "NOUN", "PROPN", "ADJ", "AUX", "ADP", "PUNCT"]
RELATIONS = "obj nsubj xcomp ccomp conj acl acl:relcl nmod case aux advmod obl mark parataxis advcl det punct"


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    """Any tree over a few telling words, sensible or not; its text is the words parted by single spaces."""
    heads = [-1, *(draw(st.integers(0, i)) for i in range(draw(st.integers(0, 11))))]
    tokens, position = [], 0
    for index, head in enumerate(heads):
        word, upos = draw(st.sampled_from(WORDS)), draw(st.sampled_from(TAGS))
        relation = draw(st.sampled_from(RELATIONS.split())) if head >= 0 else "root"
        end = position + len(word)
        tokens.append(Token(index, word, position, end, word, upos, "VB", head, relation, "O"))
        position = end + 1
    return Sentence(tuple(tokens), 0, position - 1, 0)


def _sentence(rows: list[str]) -> Sentence:
    tokens = tuple(_token(row.split("\t")) for row in rows)
    return Sentence(tokens, tokens[0].start, tokens[-1].end, 0)


def _token(cells: list[str]) -> Token:
    index, form, lemma, upos, xpos, head, relation, entity, start = cells
    begin = int(start)
    return Token(
        int(index) - 1, form, begin, begin + len(form), lemma, upos, xpos, int(head) - 1, relation, entity
    )  # fmt: skip
