"""Reads the reference data of events and of speech: CSV rows as people wrote them; the core gives them meaning."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from tasks.io.lexicons import REFERENCE

Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventData:
    """The arguments of `tasks.core.facts.event.lexicon.build_event_lexicon`."""

    triggers: Rows
    classes: Rows
    effects: Rows
    contexts: Rows


@cache
def load_events() -> EventData:
    """Triggers, classes of words, effects and contexts."""
    return EventData(
        triggers=_rows("event_types.csv"),
        classes=_rows("event_words.csv"),
        effects=_rows("event_effects.csv"),
        contexts=_rows("contexts.csv"),
    )


@cache
def load_cues() -> Rows:
    """Verbs, nouns and adverbs that cite somebody."""
    return _rows("cue_verbs.csv")


@cache
def load_stance() -> Rows:
    """Words that tell whether what they govern is so."""
    return _rows("stance_words.csv")


def _rows(name: str) -> Rows:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
