"""Measure a model folder on a treebank split: `python training/evaluate.py --treebank DIR --model DIR --split dev`."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from treebank import Annotated, load  # noqa: E402 - the path comes first

from tasks.core.english.parser import Parser  # noqa: E402  # the path is set above
from tasks.core.english.token import Sentence  # noqa: E402  # the path is set above

Span = tuple[int, int]


def rebuild(sentences: Sequence[Annotated]) -> tuple[str, list[list[Span]]]:
    """The raw text (blank lines between paragraphs, spaces between sentences) and the words' places by sentence."""
    text, places = "", []
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.is_paragraph or sentence.is_document else " "
        spans: list[Span] = []
        for word, is_glued in zip(sentence.words, sentence.glued, strict=True):
            text += "" if is_glued or not spans else " "
            spans.append((len(text), len(text) + len(word)))
            text += word
        places.append(spans)
    return text, places


def f1(right: int, found: int, gold: int) -> float:
    """In per cent."""
    return round(200 * right / max(1, found + gold), 2)


def gold_rows(sentence: Annotated, spans: list[Span]) -> dict[Span, dict[str, Any]]:
    """For each word's place what the treebank says."""
    return {
        span: {
            "upos": sentence.upos[i], "xpos": sentence.xpos[i],
            "lemma": sentence.lemmas[i].lower().replace("’", "'"),
            "head": spans[sentence.heads[i] - 1] if sentence.heads[i] else None, "deprel": sentence.deprels[i],
        }
        for i, span in enumerate(spans)
    }  # fmt: skip


def found_rows(sentence: Sentence) -> dict[Span, dict[str, Any]]:
    """The same of the parser's answer."""
    spans = [(token.start, token.end) for token in sentence.tokens]
    return {
        span: {"upos": token.upos, "xpos": token.xpos, "lemma": token.lemma.lower(),
               "head": spans[token.head] if token.head >= 0 else None, "deprel": token.deprel}
        for span, token in zip(spans, sentence.tokens, strict=True)
    }  # fmt: skip


def names(spans: Sequence[Span], labels: Sequence[str]) -> set[tuple[str, int, int]]:
    """Entities as (type, start, end)."""
    found: list[tuple[str, int, int]] = []
    for (start, end), label in zip(spans, labels, strict=True):
        if label[0] == "B":
            found.append((label[2:], start, end))
        elif label[0] == "I" and found:
            found[-1] = (found[-1][0], found[-1][1], end)
    return set(found)


def figures(gold: Sequence[Annotated], places: list[list[Span]], parsed: Sequence[Sentence]) -> dict[str, float]:
    """F1 in per cent of words, sentences, tags, lemmas, arcs and entities, all by place in the text."""
    expected = {k: v for s, spans in zip(gold, places, strict=True) for k, v in gold_rows(s, spans).items()}
    answer = {k: v for sentence in parsed for k, v in found_rows(sentence).items()}
    shared = [(expected[span], answer[span]) for span in expected.keys() & answer.keys()]

    def score(*keys: str) -> float:
        right = sum(all(a[key] == b[key] for key in keys) for a, b in shared)
        return f1(right, len(answer), len(expected))

    ends = {(spans[0][0], spans[-1][1]) for spans in places}
    found = {(sentence.start, sentence.end) for sentence in parsed}
    result = {"words": score(), "sentences": f1(len(ends & found), len(found), len(ends))}
    result |= {key: score(key) for key in ("upos", "xpos", "lemma")}
    result |= {"uas": score("head"), "las": score("head", "deprel")}
    return result | entity_figures(gold, places, parsed)


def entity_figures(gold: Sequence[Annotated], places: list[list[Span]], parsed: Sequence[Sentence]) -> dict[str, float]:
    """F1 by type; sentences without known entities, and types the source does not name, are left out."""
    is_partial = any(sentence.is_partial for sentence in gold)
    kinds = ("PER", "ORG", "LOC") if is_partial else ("PER", "ORG", "LOC", "EVENT", "OBJ")
    known = [(s, spans) for s, spans in zip(gold, places, strict=True) if "?" not in s.entities]
    covered = {span for _, spans in known for span in spans}
    expected = {name for s, spans in known for name in names(spans, s.entities) if name[0] in kinds}
    answer = set()
    for sentence in parsed:
        spans = [(token.start, token.end) for token in sentence.tokens]
        if covered & set(spans):
            answer |= {name for name in names(spans, [t.entity for t in sentence.tokens]) if name[0] in kinds}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for group, place in ((expected & answer, 0), (answer, 1), (expected, 2)):
        for name in group:
            counts[name[0]][place] += 1
            counts["entities"][place] += 1
    return {kind: f1(*counts[kind]) for kind in ("entities", *kinds)}


def main() -> None:
    """Print one JSON line for each source and for gold words and raw text, then speed and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("treebank", "model"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--onnx", type=Path, help="another network in place of the folder's, such as the float one")
    arguments = parser.parse_args()
    began = time.perf_counter()
    model = _load(arguments.model, arguments.onnx or arguments.model / "model.onnx")
    print(json.dumps({"load_seconds": round(time.perf_counter() - began, 2)}))
    data = load(arguments.treebank, arguments.split)
    for source, part in (("EWT", [s for s in data if s.is_partial]), ("GUM", [s for s in data if not s.is_partial])):
        text, places = rebuild(part)
        told = [model.parse_words(text, spans) for spans in places]
        print(json.dumps({"source": source, "input": "gold words", **figures(part, places, told)}))
        began = time.process_time()
        parsed = model.parse(text)
        rate = sum(len(sentence.tokens) for sentence in parsed) / (time.process_time() - began)
        print(json.dumps({"source": source, "input": "raw text", **figures(part, places, parsed)}))
        print(json.dumps({"source": source, "words_per_second": round(rate)}))
    print(json.dumps({"peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def _load(folder: Path, network: Path) -> Parser:
    labels = json.loads((folder / "labels.json").read_text())
    labels["lemmas"] = json.loads((folder / "lemmas.json").read_text())
    return Parser(network.read_bytes(), (folder / "tokenizer.json").read_text(), labels)


if __name__ == "__main__":
    main()
