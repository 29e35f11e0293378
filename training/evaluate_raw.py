"""Measure words, sentences and parses on the raw text of a treebank split."""

from __future__ import annotations

from treebank import Annotated


def rebuild(sentences: list[Annotated]) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The raw text of consecutive sentences, the spans of the words, and the sentences as spans.

    Paragraphs are joined by a blank line, sentences by a space.
    """
    text, words, bounds = "", [], []
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.is_paragraph or sentence.is_document else " "
        start = len(text)
        for word, is_glued in zip(sentence.words, sentence.glued, strict=True):
            if not is_glued and len(text) > start:
                text += " "
            words.append((len(text), len(text) + len(word)))
            text += word
        bounds.append((start, len(text)))
    return text, words, bounds


def f1(found: set[tuple[int, int]], gold: set[tuple[int, int]]) -> float:
    """F1 of two sets of spans, in per cent."""
    return 200 * len(found & gold) / max(1, len(found) + len(gold))
