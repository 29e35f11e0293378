"""Reads the event a word names: its best trigger, composed with what its object or complement names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.event.conditions import holds
from tasks.core.facts.event.lexicon import EventLexicon, Trigger
from tasks.core.facts.event.slots import Slots
from tasks.core.facts.event.tense import is_future, is_negated
from tasks.tables.values import EventType

MAX_DEPTH = 6  # `agreed to help to begin to lift the ban`: deeper chains do not occur in edited English
HAPPEN = "happen"
TURNS = ("undergo", "impute", HAPPEN)  # the effects of words whose subject is not who does it
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The event one word names in its sentence; `event_type` is None for words that name none.

    `turn` is one of TURNS where the subject of the word is not who does it.
    """

    event_type: EventType | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    score: float = 0.0
    turn: str = ""


NOTHING = Reading(event_type=None)


class EventReader:
    """Reads the words of one sentence, each at most once."""

    def __init__(self, sentence: Sentence, lexicon: EventLexicon, topics: frozenset[str] = frozenset()) -> None:
        """`topics` are those of the document the sentence stands in."""
        self.tree = Tree(sentence)
        self.slots = Slots(self.tree, lexicon.collective, topics)
        self._lexicon = lexicon
        self._done: dict[int, Reading] = {}

    def read(self, index: int, depth: int = 0) -> Reading:
        """The event a word names, future and refusal taken into account."""
        if index not in self._done:
            self._done[index] = NOTHING  # a word that leads back to itself names nothing
            self._done[index] = self._in_tense(index, self._best(index, depth))
        return self._done[index]

    def _best(self, index: int, depth: int) -> Reading:
        token = self.tree.tokens[index]
        if token.upos == "PROPN" and token.entity != "O":
            return NOTHING
        candidates = self._candidates(token)
        if not candidates or depth > MAX_DEPTH:
            return self._collected(token, depth)
        companions = self.slots.companions(index) if any(t.companions for t in candidates) else frozenset()
        # `free up` does not free anybody: a particle belongs to the trigger or makes another verb.
        particles = {t.lemma.lower() for t in self.tree.children(index, "compound:prt")}
        for trigger in candidates:
            if particles <= trigger.companions <= companions and all(
                holds(self.slots, index, c) for c in trigger.conditions
            ):
                reading = self._apply(index, trigger, depth)
                if reading is not None:
                    return reading
        return NOTHING

    def _candidates(self, token: Token) -> tuple[Trigger, ...]:
        pos, lemma = _PARTS.get(token.upos, ""), token.lemma.lower()
        spellings = [lemma]
        if pos == "verb" and lemma:
            # A lemmatiser may miss the base form of a verb it does not know: `blockad`, `boycot`, `patroll`.
            spellings += [lemma + "e", lemma + lemma[-1]] + [lemma[:-1]] * (lemma[-2:] == 2 * lemma[-1])
        return next((found for s in spellings if (found := self._lexicon.triggers.get((pos, s)))), ())

    def _collected(self, token: Token, depth: int) -> Reading:
        """`a series of attacks` names what it collects."""
        if token.lemma.lower() not in self._lexicon.collective or token.upos != "NOUN" or depth > MAX_DEPTH:
            return NOTHING
        inner = (self.read(t.index, depth + 1) for t in self.tree.children(token.index, "nmod"))
        return next((reading for reading in inner if reading.event_type), NOTHING)

    def _apply(self, index: int, trigger: Trigger, depth: int) -> Reading | None:
        """What a trigger that fits says; None where it only passes on and there is nothing to pass on."""
        if (trigger.effect and trigger.event_type is None) or trigger.effect not in ("", *TURNS):
            inner = self._inner(index, trigger, depth)
            found = self._effect(trigger, inner)
            if found is not None:
                return found
        if trigger.event_type is None:
            return None if trigger.effect else NOTHING
        return Reading(
            event_type=trigger.event_type, mode=trigger.mode, contexts=trigger.contexts, rules=(trigger.rule,),
            score=1.0 if trigger.weight else 0.8, turn=trigger.effect if trigger.effect in TURNS else "",
        )  # fmt: skip

    def _effect(self, trigger: Trigger, inner: Reading) -> Reading | None:
        if inner.event_type is None:
            return None
        rules = (trigger.rule, *inner.rules)
        if trigger.effect in ("same", *TURNS):
            turn = trigger.effect if trigger.effect in TURNS else inner.turn
            return replace(inner, rules=rules, turn=turn)
        found = self._lexicon.effects.get((trigger.effect, inner.event_type))
        if found is None or found[0] is None:
            return None
        mode = inner.mode if found[0] == inner.event_type else found[1]
        return Reading(event_type=found[0], mode=mode, contexts=inner.contexts, rules=rules, score=0.9)

    def _inner(self, index: int, trigger: Trigger, depth: int) -> Reading:
        """What the words name that fill the slots the trigger asks for."""
        slots = [slot for condition in trigger.conditions if not condition.is_absent for slot in condition.slots]
        slots = ["subject"] if trigger.effect == HAPPEN else slots
        for word in (word for slot in slots for word in self.slots.fill(index, slot)):
            # A `concession speech` is a speech: what a compound says about its head decides nothing alone.
            reading = (
                NOTHING
                if word.deprel == "compound" and trigger.effect in ("same", *TURNS)
                else self.read(word.index, depth + 1)
            )
            if reading.event_type:
                return reading
        return NOTHING

    def _in_tense(self, index: int, reading: Reading) -> Reading:
        """Cooperation to come is a promise, conflict to come a threat, cooperation that will not come a refusal."""
        if reading.event_type is None or self.tree.tokens[index].upos != "VERB" or not is_future(self.tree, index):
            return reading
        if "legal" in reading.contexts and self.slots.is_passive(index):
            return reading  # `will be sentenced in July` is a court's calendar
        effect = "refuse" if is_negated(self.tree, index) else "future"
        found = self._lexicon.effects.get((effect, reading.event_type))
        if found is None or found[0] is None or found[0] == reading.event_type:
            return reading
        return Reading(
            event_type=found[0], mode=found[1], contexts=reading.contexts,
            rules=(*reading.rules, f"tense:{effect}"), score=reading.score, turn=reading.turn,
        )  # fmt: skip
