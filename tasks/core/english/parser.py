"""Text to parsed sentences: words, sentences, one run of the network for each sentence, trees, lemmas, entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # ships neither stubs nor a py.typed marker
from tokenizers import Tokenizer

from tasks.core.english.features import encode
from tasks.core.english.lemma import Lemmatiser
from tasks.core.english.sentences import sentences
from tasks.core.english.token import Sentence, Token
from tasks.core.english.tree import entities, heads
from tasks.core.english.words import Span, words


class Parser:
    """The English pipeline; build it once, it keeps no state between texts."""

    def __init__(self, model: bytes, tokenizer: str, labels: Mapping[str, Any]) -> None:
        """`model`: ONNX; `tokenizer`: JSON of `tokenizers`; `labels`: lists "upos", "xpos", "deprel", "entity", and
        "lemmas" with "table" and "known" (see `Lemmatiser`)."""
        self._session = onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._labels = {name: list(labels[name]) for name in ("upos", "xpos", "deprel", "entity")}
        self.lemmatiser = Lemmatiser(**labels["lemmas"])

    def parse(self, text: str) -> list[Sentence]:
        """Sentences of any text, in order; none for a text without words. Time is linear in the text's length."""
        spans = words(text)
        return [self._sentence(text, spans[first:end], paragraph) for first, end, paragraph in sentences(text, spans)]

    def parse_words(self, text: str, spans: Sequence[Span], paragraph: int = 0) -> Sentence:
        """One sentence whose words are given by their offsets; at most 510 words, at least one."""
        return self._sentence(text, spans, paragraph)

    def _sentence(self, text: str, spans: Sequence[Span], paragraph: int) -> Sentence:
        surfaces = [text[start:end] for start, end in spans]
        glued = [i > 0 and spans[i - 1][1] == start for i, (start, _) in enumerate(spans)]
        columns = zip(surfaces, spans, *self._annotate(surfaces, glued), strict=True)
        tokens = tuple(
            Token(index, surface, start, end, self.lemmatiser.lemma(surface, upos, xpos), upos, xpos, head, rel, entity)
            for index, (surface, (start, end), upos, xpos, head, rel, entity) in enumerate(columns)
        )
        return Sentence(tokens, spans[0][0], spans[-1][1], paragraph)

    def _annotate(self, surfaces: Sequence[str], glued: Sequence[bool]) -> tuple[list[Any], ...]:
        # One sentence a run: int8 scales are taken over a whole run, so that other sentences would change the result.
        ids, shapes, firsts = encode(surfaces, glued, self._tokenizer)
        upos, xpos, arcs, rels, entity = self._session.run(
            None,
            {
                "ids": np.array(ids, dtype=np.int64),
                "shapes": np.array(shapes, dtype=np.int64),
                "firsts": np.array(firsts, dtype=np.int64),
            },
        )
        found = heads(arcs)
        names = self._labels["deprel"]
        return (
            [self._labels["upos"][i] for i in upos],
            [self._labels["xpos"][i] for i in xpos],
            found,
            ["root" if head < 0 else names[rels[i, head + 1]] for i, head in enumerate(found)],
            entities(entity, self._labels["entity"]),
        )


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    # More threads split sums differently: one keeps results the same on every machine, and batches run in processes.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Processors without VNNI add products of int8 in 16 bits, which overflow: other heads than elsewhere, and wrong
    # ones. With this their weights are moved to unsigned numbers, whose sums are exact, as they are with VNNI.
    options.add_session_config_entry("session.x64quantprecision", "1")
    options.log_severity_level = 3
    return options
