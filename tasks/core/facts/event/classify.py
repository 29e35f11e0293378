"""Decides which coded event a clause states: PLOVER type, mode and contexts, with the rules that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.event.lexicon import EventLexicon as EventLexicon
from tasks.core.facts.event.reading import EventReader, Reading
from tasks.tables.values import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The coded event of a clause; `event_type` is None where the clause states none.

    `turn` is `undergo` where the subject is who it is done to (`came under fire`), `impute` where moreover who says so
    does it (`Chad says Togo is guilty`), `happen` where it names the event (`clashes broke out`).
    """

    event_type: EventType | None
    mode: str | None
    contexts: tuple[str, ...]
    rule: str
    score: float
    turn: str = ""


NO_EVENT = Event(event_type=None, mode=None, contexts=(), rule="", score=0.0)


def classify_event(
    sentence: Sentence, clause: Clause, lexicon: EventLexicon, reader: EventReader | None = None
) -> Event:
    """The event a clause states; give one `reader` for all clauses of a sentence to read each word once."""
    if clause.kind == "copula" and sentence.tokens[clause.predicate].upos != "ADJ":
        return NO_EVENT  # `is a threat to the planet` says what something is, not what anybody did
    reader = reader or EventReader(sentence, lexicon)
    reading = reader.read(clause.predicate)
    tokens = {*clause.tokens, *(p.head for p in clause.participants)}
    return event_of(reading, _plain_words(sentence, sorted(tokens)), lexicon)


def _plain_words(sentence: Sentence, indices: Iterable[int]) -> Iterator[str]:
    """Lemmas of words that are no names: the European Union is no trade union."""
    return (sentence.tokens[i].lemma.lower() for i in indices if sentence.tokens[i].upos != "PROPN")


def event_of(reading: Reading, lemmas: Iterable[str], lexicon: EventLexicon) -> Event:
    """A reading with the contexts and the mode that the words around it add."""
    if reading.event_type is None:
        return NO_EVENT
    mode, contexts = reading.mode, dict.fromkeys(reading.contexts)
    for lemma in lemmas:
        for row in lexicon.words.get(lemma, ()):
            if row["context"]:
                contexts.setdefault(row["context"])
            if row["mode"] and row["event_type"] == reading.event_type and mode is None:
                mode = row["mode"]
    return Event(
        event_type=reading.event_type, mode=mode, contexts=tuple(contexts), rule=" < ".join(reading.rules),
        score=reading.score, turn=reading.turn,
    )  # fmt: skip
