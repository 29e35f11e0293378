"""Event types against PLV (Hu et al., ZSP): python -m benchmarks.facts_events [BENCH] [--model DIR] [--mistakes]

Given a sentence, its source and its target; printed is macro F1 over the 15 types of the set, whose YIELD is CONCEDE or
RETREAT here. The set is split by a digest of the sentence: mistakes are read on one half only, the other just measures.
The rival is naive Bayes over the sentence's lemmas, trained on the half that is read.
"""

from __future__ import annotations

import hashlib
import json
import time
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from tasks.core.english.token import Sentence
from tasks.core.facts.event.classify import NO_EVENT, Event
from tasks.core.facts.event.lexicon import build_event_lexicon
from tasks.core.facts.event.pair import classify_pair
from tasks.io.events import load_events
from tasks.io.models import load_parser

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True)
class Item:
    """One labelled sentence, parsed; a text the splitter parted keeps all its sentences."""

    row: dict[str, str]
    sentences: Sequence[Sentence]

    @property
    def gold(self) -> str:
        return self.row["event_type"]

    @property
    def is_read(self) -> bool:
        return hashlib.sha256(self.row["sentence"].encode()).digest()[0] % 2 == 0


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean over the gold types of the F1 of each; pairs are (gold, predicted)."""
    gold, predicted = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return sum(2 * right[t] / (gold[t] + predicted[t]) for t in gold) / len(gold)


class NaiveBayes:
    """The rival."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.types = Counter(item.gold for item in items)
        self.words: dict[str, Counter[str]] = defaultdict(Counter)
        for item in items:
            self.words[item.gold].update(lemmas(item))
        self.vocabulary = len({w for counter in self.words.values() for w in counter})

    def predict(self, item: Item) -> str:
        found = lemmas(item)
        return max(self.types, key=lambda t: log(self.types[t]) + sum(self._log(t, w) for w in found))

    def _log(self, event_type: str, word: str) -> float:
        counter = self.words[event_type]
        return log((counter[word] + 0.1) / (counter.total() + 0.1 * self.vocabulary))


def lemmas(item: Item) -> list[str]:
    """Lemmas of the content words."""
    return [t.lemma.lower() for s in item.sentences for t in s.tokens if t.upos in ("VERB", "NOUN", "ADJ")]


def main() -> None:
    """Parse, classify, print."""
    arguments = ArgumentParser(description=__doc__)
    arguments.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--mistakes", action="store_true", help="print those of the half that is read")
    given = arguments.parse_args()
    parse = load_parser(given.model).parse
    lines = (given.bench / "events/plv_train.jsonl").read_text("utf-8").splitlines()
    items = [Item(row, parse(row["sentence"])) for row in map(json.loads, lines)]
    data = load_events()
    lexicon = build_event_lexicon(data.triggers, data.classes, data.effects, data.contexts)
    started = time.perf_counter()
    events = [_first(classify_pair(s, i.row["source"], i.row["target"], lexicon) for s in i.sentences) for i in items]
    elapsed = time.perf_counter() - started
    rival = NaiveBayes([item for item in items if item.is_read])
    rows = [(i, YIELD.get(e.event_type or "", e.event_type or "-"), e) for i, e in zip(items, events, strict=True)]
    for name, half in (("read", True), ("held out", False)):
        ours = [(i.gold, p) for i, p, _ in rows if i.is_read is half]
        print(f"{name:9} {len(ours)} sentences: macro F1 {macro_f1(ours):.3f}")
    theirs = macro_f1([(i.gold, rival.predict(i)) for i in items if not i.is_read])
    print(f"held out  naive Bayes: macro F1 {theirs:.3f}")
    print(f"all       {len(rows)} sentences: macro F1 {macro_f1([(i.gold, p) for i, p, _ in rows]):.3f}")
    words = sum(len(s.tokens) for i in items for s in i.sentences)
    print(f"{elapsed / words * 1e6:.1f} µs a word, without parsing")
    if given.mistakes:
        for item, predicted, event in rows:
            if item.is_read and predicted != item.gold:
                print(item.gold, "<", predicted, "|", event.rule[:100], "|", item.row["sentence"])


def _first(events: object) -> Event:
    return next((e for e in events if e.event_type), NO_EVENT)  # type: ignore[attr-defined]  # a generator of events


if __name__ == "__main__":
    main()
