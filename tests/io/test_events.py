"""The reference data of events and speech: every row can be read, and every effect and mode has its type."""

from __future__ import annotations

from typing import get_args

from tasks.core.facts.event.lexicon import build_event_lexicon
from tasks.core.facts.speech.cue_lexicon import build_cue_lexicon
from tasks.core.facts.stance.lexicon import build_stance_lexicon
from tasks.io.events import load_cues, load_events, load_stance
from tasks.tables.values import EventType

TYPES = set(get_args(EventType))


def test_every_row_can_be_read() -> None:
    data = load_events()
    lexicon = build_event_lexicon(data.triggers, data.classes, data.effects, data.contexts)
    assert {t.event_type for group in lexicon.triggers.values() for t in group if t.event_type} == TYPES
    stance = build_stance_lexicon(load_stance())
    assert "deny" in stance.governors["denied"]
    assert build_cue_lexicon(load_cues(), stance).cues["verb", "say"]


def test_every_effect_is_defined_for_every_type() -> None:
    defined = {(row["effect"], row["inner"]) for row in load_events().effects}
    assert {(effect, inner) for effect in ("future", "refuse", "undo", "order") for inner in TYPES} <= defined | {
        ("refuse", "THREATEN")  # `will not threaten` states nothing that PLOVER codes
    }


def test_every_row_names_its_source() -> None:
    data = load_events()
    assert [row["triggers"] for row in data.triggers if not row["source"] and row["event_type"]] == []
    assert [row["cue"] for row in load_cues() if not row["source"]] == []


def test_modes_of_words_belong_to_a_type() -> None:
    assert {row["event_type"] for row in load_events().contexts if row["mode"]} <= TYPES
