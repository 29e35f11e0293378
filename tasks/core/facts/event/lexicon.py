"""What the event rules know: triggers with their conditions, classes of words, effects, contexts and modes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from tasks.tables.values import EventType

Row = Mapping[str, str]
TOPICS = ("commerce", "sport", "war")
EVENT_TYPES = frozenset(get_args(EventType))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must stand in one of the slots; where `is_absent`, must not.

    A value is a lemma, `*` for anything, or `#person`, `#place`, `#name` for a kind of name, `#number` for a number.
    """

    slots: tuple[str, ...]
    values: frozenset[str]
    is_absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word, or a word with companions, that names an event or passes on what its object names."""

    lemma: str
    companions: frozenset[str]
    pos: str
    event_type: EventType | None
    effect: str
    mode: str | None
    contexts: tuple[str, ...]
    conditions: tuple[Condition, ...]
    rule: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """The reference data of events, indexed by part of speech and lemma; `collective` nouns count what follows.

    `topics` are the words that tell what a document is about.
    """

    triggers: Mapping[tuple[str, str], tuple[Trigger, ...]]
    effects: Mapping[tuple[str, str], tuple[EventType | None, str | None]]
    words: Mapping[str, tuple[Row, ...]]
    collective: frozenset[str]
    topics: Mapping[str, frozenset[str]]


def build_event_lexicon(
    triggers: Iterable[Row], classes: Iterable[Row], effects: Iterable[Row], contexts: Iterable[Row]
) -> EventLexicon:
    """The lexicon of the rows of `event_types.csv`, `event_words.csv`, `event_effects.csv` and `contexts.csv`.

    Raises ValueError that names the row where a type, a class or a condition cannot be read.
    """
    members = {row["class"]: frozenset(row["words"].split("|")) for row in classes}
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in triggers:
        for trigger in _triggers(row, members):
            found.setdefault((trigger.pos, trigger.lemma), []).append(trigger)
    words: dict[str, list[Row]] = {}
    for row in contexts:
        for word in row["words"].split("|"):
            words.setdefault(word, []).append(row)
    return EventLexicon(
        triggers={key: tuple(sorted(group, key=lambda t: -t.weight)) for key, group in found.items()},
        effects={(r["effect"], r["inner"]): (_event_type(r["event_type"], r), r["mode"] or None) for r in effects},
        words={word: tuple(rows) for word, rows in words.items()},
        collective=members.get("collective", frozenset()),
        topics={name: members[name] for name in TOPICS if name in members},
    )


def _triggers(row: Row, members: Mapping[str, frozenset[str]]) -> list[Trigger]:
    conditions = tuple(_condition(part, members) for part in row["when"].split(";") if part)
    return [_trigger(words.split(), row, conditions) for words in row["triggers"].split("|")]


def _trigger(words: list[str], row: Row, conditions: tuple[Condition, ...]) -> Trigger:
    # `phone call` is headed by its last word, `state of siege` and `carry out` by their first.
    first = row["pos"] != "noun" or "of" in words
    lemma, companions = (words[0], words[1:]) if first else (words[-1], words[:-1])
    event_type = _event_type(row["event_type"], row)
    result = row["event_type"] or row["effect"] or "no event"
    return Trigger(
        lemma=lemma,
        companions=frozenset(companions),
        pos=row["pos"],
        event_type=event_type,
        effect=row["effect"],
        mode=row["mode"] or None,
        contexts=tuple(row["contexts"].split("|")) if row["contexts"] else (),
        conditions=conditions,
        rule=f"{' '.join(words)}{'[' + row['when'] + ']' if row['when'] else ''}={result}",
        weight=2 * len(companions) + sum(_weight(c) for c in conditions),
    )


def _weight(condition: Condition) -> float:
    """Conditions that say more weigh more, so that the special case goes before the general."""
    if condition.is_absent:
        return 0.25
    if condition.slots == ("topic",):
        return 3.0
    if condition.values == {"*"}:
        return 0.5
    return 1.5 if "complement" in condition.slots else 1.0


def _condition(part: str, members: Mapping[str, frozenset[str]]) -> Condition:
    slots, equals, values = part.partition("=")
    if not equals:
        raise ValueError(f"event condition {part!r} has no `=`")
    found: set[str] = set()
    for value in values.split("|"):
        if value.startswith("@") and value[1:] not in members:
            raise ValueError(f"event condition {part!r}: class {value} is not in event_words.csv")
        found |= members[value[1:]] if value.startswith("@") else {value}
    return Condition(
        slots=tuple(slots.removesuffix("!").split("|")), values=frozenset(found), is_absent=slots.endswith("!")
    )


def _event_type(name: str, row: Row) -> EventType | None:
    if name and name not in EVENT_TYPES:
        raise ValueError(f"{name!r} is no PLOVER type, in {dict(row)}")
    return cast(EventType, name) if name else None
