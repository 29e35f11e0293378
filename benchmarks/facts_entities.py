"""Entities against UNER on the English Web Treebank: python -m benchmarks.facts_entities [BENCH] [--model DIR]

Persons, organisations and places, span and type exact, on the treebank's own words: once as the parser tags them, once
with all evidence. Demonyms and kinds of actor (`rebels`) are findings of ours and no names of UNER's: left out.
"""

from __future__ import annotations

import gzip
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tasks.core.english.token import Sentence
from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of
from tasks.core.facts.place.find import Context, find_places
from tasks.core.facts.place.gazetteer import Gazetteer
from tasks.io.gazetteer import load_actors, load_gazetteer
from tasks.io.models import load_parser

LABELS = {"person": "PER", "organisation": "ORG", "place": "LOC"}
Mark = tuple[int, int, str]


def documents(path: Path) -> Iterator[list[tuple[str, list[str], list[str]]]]:
    """Documents as lists of sentences: text, words, tags."""
    document: list[tuple[str, list[str], list[str]]] = []
    text = ""
    words: list[str] = []
    tags: list[str] = []
    for line in gzip.decompress(path.read_bytes()).decode().splitlines(keepends=True):
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        elif line.startswith("# text = "):
            text = line[9:].rstrip("\n")
        elif line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            words.append(columns[1])
            tags.append(columns[2])
        elif words:
            document.append((text, words, tags))
            words, tags = [], []
    yield document


def offsets(text: str, words: list[str], start: int) -> list[tuple[int, int]]:
    """Where the words stand in a text."""
    spans, position = [], 0
    for word in words:
        at = text.find(word, position)
        at = position if at < 0 else at
        spans.append((start + at, start + at + len(word)))
        position = at + len(word)
    return spans


def marked(tags: list[str]) -> set[Mark]:
    """Spans of BIO tags."""
    found: list[Mark] = []
    for index, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((index, index + 1, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], index + 1, found[-1][2])
    return set(found)


def ours(sentence: Sentence, findings: list[Finding], lexicon: ActorLexicon) -> set[Mark]:
    """Findings of a sentence as spans of its tokens; `U.S. troops`, a role, names the U.S. for UNER."""
    found = set()
    for finding in findings:
        inside = [t.index for t in sentence.tokens if finding.start <= t.start and t.end <= finding.end]
        if not inside or finding.kind not in (*LABELS, "role") or finding.finder.startswith("demonym"):
            continue
        first, end = inside[0], inside[-1] + 1
        is_name = finding.entity_id and sentence.tokens[end - 1].text[:1].isupper()
        if not finding.finder.startswith("agent") or (finding.kind == "organisation" and is_name):
            found.add((first, end, LABELS[finding.kind]))
        elif finding.country:
            keys = [key_of(token.text) for token in sentence.tokens[first:end]]
            names = [m for m in lexicon.known.matches(keys) if m[0] == 0 and any(k.sense == "name" for k in m[2])]
            found |= {(first, first + stop, "LOC") for _, stop, _ in names[:1]}
    return found


def main() -> None:
    """Print precision, recall and F1 by type."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    options.add_argument("--model", type=Path, default=None)
    options.add_argument("--errors", action="store_true", help="print what differs")
    given = options.parse_args()
    parser, lexicon = load_parser(given.model), ActorLexicon(load_actors())
    gazetteer = Gazetteer(*load_gazetteer())
    counts: dict[str, Counter[tuple[str, str]]] = {"parser": Counter(), "all evidence": Counter()}
    for document in documents(given.bench / "treebank/uner-ewt-dev.iob2.gz"):
        text, sentences, gold = "", [], []
        for number, (line, words, tags) in enumerate(document):
            start = len(text)
            text += line + "\n\n"
            spans = offsets(line, words, start)
            if len(words) <= 510 and all(text[a:b] == w for (a, b), w in zip(spans, words, strict=True)):
                sentences.append(parser.parse_words(text, spans, number))
                gold.append(marked(tags))
        actors = find_actors(text, sentences, lexicon)
        findings = actors + find_places(text, sentences, gazetteer, Context(actors))
        for sentence, truth in zip(sentences, gold, strict=True):
            tagged = {mark for mark in marked([t.entity for t in sentence.tokens]) if mark[2] in LABELS.values()}
            inside = [f for f in findings if sentence.start <= f.start < sentence.end]
            _count(counts["parser"], tagged, truth)
            found = ours(sentence, inside, lexicon)
            _count(counts["all evidence"], found, truth)
            if given.errors:
                for first, end, label in sorted(found ^ truth):
                    side = "missed" if (first, end, label) in truth else "false"
                    name = " ".join(t.text for t in sentence.tokens[first:end])
                    print(f"{side}\t{label}\t{name}\t{text[sentence.start : sentence.end]}", file=sys.stderr)
    for name, counter in counts.items():
        print(name, "; ".join(_line(counter, label) for label in (*LABELS.values(), "all")))


def _count(counter: Counter[tuple[str, str]], found: set[Mark], truth: set[Mark]) -> None:
    for outcome, marks in (("right", found & truth), ("false", found - truth), ("missed", truth - found)):
        for _, _, label in marks:
            counter[outcome, label] += 1
            counter[outcome, "all"] += 1


def _line(counter: Counter[tuple[str, str]], label: str) -> str:
    right, false, missed = (counter[outcome, label] for outcome in ("right", "false", "missed"))
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + false + missed, 1)
    return f"{label} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


if __name__ == "__main__":
    main()
