"""The public measure of article extraction: word 4-grams, pages of weight one, F1 of mean precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from tasks.core.text import words

_GRAM = 4


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 1 each."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def mean_f1(truth: Mapping[str, str], answers: Mapping[str, str]) -> Score:
    """The measure over pages; one without words counts neither for precision nor, if the truth's, for recall."""
    precision, recall = [], []
    for name, text in truth.items():
        wanted, given = _grams(text), _grams(answers[name])
        hit = sum((wanted & given).values())
        if given:
            precision.append(hit / sum(given.values()))
        if wanted:
            recall.append(hit / sum(wanted.values()))
    return Score(fmean(precision or [0.0]), fmean(recall or [0.0]))


def _grams(text: str) -> Counter[tuple[str, ...]]:
    spelt = words(text)
    return Counter(tuple(spelt[i : i + _GRAM]) for i in range(max(1, len(spelt) - _GRAM + 1))) if spelt else Counter()
