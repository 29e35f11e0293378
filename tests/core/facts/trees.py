"""Sentences written as trees: one `word/UPOS/relation/head[/lemma]` per token, heads counted from 1, 0 the root."""

from __future__ import annotations

from tasks.core.english.token import Sentence, Token


def tree(text: str) -> Sentence:
    """A sentence of tokens parted by single spaces; XPOS stands behind a colon: `made/VERB:VBN/acl/2/make`."""
    tokens, position = [], 0
    for index, written in enumerate(text.split()):
        word, tag, relation, head, *lemma = written.split("/")
        upos, _, xpos = tag.partition(":")
        tokens.append(
            Token(
                index=index,
                text=word,
                start=position,
                end=position + len(word),
                lemma=lemma[0] if lemma else (word if upos == "PROPN" else word.lower()),
                upos=upos,
                xpos=xpos,
                head=int(head) - 1,
                deprel=relation,
                entity="O",
            )
        )
        position += len(word) + 1
    return Sentence(tuple(tokens), 0, position - 1, 0)
