"""Reads the event a word names: its best trigger, composed with what its object or complement names."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.event_lexicon import Condition, EventLexicon, Trigger
from tasks.core.facts.predicates import Tree
from tasks.core.facts.slots import Slots
from tasks.tables.values import EventType

MAX_DEPTH = 6  # `agreed to help to begin to lift the ban`: deeper chains do not occur in edited English
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_KINDS = {"#person": "PER", "#place": "LOC"}
SPEAKING = frozenset(
    {
        "say",
        "tell",
        "claim",
        "add",
        "state",
        "argue",
        "believe",
        "insist",
        "declare",
        "report",
        "confirm",
        "announce",
        "assert",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The event one word names in its sentence; `event_type` is None for words that name none."""

    event_type: EventType | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    score: float = 0.0


NOTHING = Reading(event_type=None)


class EventReader:
    """Reads the words of one sentence, each at most once."""

    def __init__(self, sentence: Sentence, lexicon: EventLexicon) -> None:
        self.tree = Tree(sentence)
        self.slots = Slots(self.tree, lexicon.collective)
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
            if particles <= trigger.companions <= companions and all(self._holds(index, c) for c in trigger.conditions):
                reading = self._apply(index, trigger, depth)
                if reading is not None:
                    return reading
        return NOTHING

    def _candidates(self, token: Token) -> tuple[Trigger, ...]:
        pos, lemma = _PARTS.get(token.upos, ""), token.lemma.lower()
        found = self._lexicon.triggers.get((pos, lemma))
        if found is None and pos == "verb" and lemma:
            # A lemmatiser may cut too much off a verb it does not know: `blockad`, `boycot`.
            found = self._lexicon.triggers.get((pos, lemma + "e")) or self._lexicon.triggers.get(
                (pos, lemma + lemma[-1])
            )
        return found or ()

    def _collected(self, token: Token, depth: int) -> Reading:
        """`a series of attacks` names what it collects."""
        if token.lemma.lower() not in self._lexicon.collective or token.upos != "NOUN" or depth > MAX_DEPTH:
            return NOTHING
        inner = (self.read(t.index, depth + 1) for t in self.tree.children(token.index, "nmod"))
        return next((reading for reading in inner if reading.event_type), NOTHING)

    def _apply(self, index: int, trigger: Trigger, depth: int) -> Reading | None:
        """What a trigger that fits says; None where it only passes on and there is nothing to pass on."""
        if trigger.effect:
            inner = self._inner(index, trigger, depth)
            found = self._effect(trigger, inner)
            if found is not None:
                return found
        if trigger.event_type is None:
            return None if trigger.effect else NOTHING
        return Reading(
            event_type=trigger.event_type, mode=trigger.mode, contexts=trigger.contexts, rules=(trigger.rule,),
            score=1.0 if trigger.weight else 0.8,
        )  # fmt: skip

    def _effect(self, trigger: Trigger, inner: Reading) -> Reading | None:
        if inner.event_type is None:
            return None
        rules = (trigger.rule, *inner.rules)
        if trigger.effect == "same":
            return Reading(
                event_type=inner.event_type, mode=inner.mode, contexts=inner.contexts, rules=rules, score=inner.score
            )
        found = self._lexicon.effects.get((trigger.effect, inner.event_type))
        if found is None or found[0] is None:
            return None
        mode = inner.mode if found[0] == inner.event_type else found[1]
        return Reading(event_type=found[0], mode=mode, contexts=inner.contexts, rules=rules, score=0.9)

    def _inner(self, index: int, trigger: Trigger, depth: int) -> Reading:
        """What the words name that fill the slots the trigger asks for."""
        slots = [slot for condition in trigger.conditions if not condition.is_absent for slot in condition.slots]
        for word in (word for slot in slots for word in self.slots.fill(index, slot)):
            # A `concession speech` is a speech: what a compound says about its head decides nothing alone.
            reading = (
                NOTHING if word.deprel == "compound" and trigger.effect == "same" else self.read(word.index, depth + 1)
            )
            if reading.event_type:
                return reading
        return NOTHING

    def _holds(self, index: int, condition: Condition) -> bool:
        return any(self._slot_holds(index, slot, condition) for slot in condition.slots) != condition.is_absent

    def _slot_holds(self, index: int, slot: str, condition: Condition) -> bool:
        if slot == "number":
            return self.tree.tokens[index].xpos in ("NNS", "NNPS")
        if slot == "spoken":
            return self._is_spoken(index)
        if slot == "voice":
            return bool(self.tree.children(index, "aux:pass", "nsubj:pass"))
        if slot == "actors":
            return self._has_several_actors(index)
        filled = self.slots.fill(index, slot)
        if "*" in condition.values:
            return any(slot != "complement" or t.deprel.split(":")[0] in ("xcomp", "ccomp", "acl") for t in filled)
        return any(_is_one_of(token, condition.values) for token in filled)

    def _is_spoken(self, index: int) -> bool:
        head = self.tree.tokens[index].head
        return head >= 0 and self.tree.tokens[head].lemma.lower() in SPEAKING

    def _has_several_actors(self, index: int) -> bool:
        """Whether the noun's owners, or the subjects of the verb it is the object of, are joined by `and`."""
        head = self.tree.tokens[index].head
        actors = self.slots.fill(index, "possessor") or (self.slots.fill(head, "subject") if head >= 0 else ())
        return sum(t.upos in ("PROPN", "NOUN") for t in actors) > 1

    def _in_tense(self, index: int, reading: Reading) -> Reading:
        """Cooperation to come is a promise, conflict to come a threat, cooperation that will not come a refusal."""
        if reading.event_type is None or self.tree.tokens[index].upos != "VERB" or not self.is_future(index):
            return reading
        effect = "refuse" if self.is_negated(index) else "future"
        found = self._lexicon.effects.get((effect, reading.event_type))
        if found is None or found[0] is None or found[0] == reading.event_type:
            return reading
        return Reading(
            event_type=found[0], mode=found[1], contexts=reading.contexts,
            rules=(*reading.rules, f"tense:{effect}"), score=reading.score,
        )  # fmt: skip

    def is_future(self, index: int) -> bool:
        """`will meet`, `is going to meet`, and `would meet` where somebody is cited."""
        token = self.tree.tokens[index]
        if token.lemma.lower() == "go" and token.xpos == "VBG" and self.slots.fill(index, "complement"):
            return True
        for auxiliary in self.tree.children(index, "aux"):
            lemma, text = auxiliary.lemma.lower(), auxiliary.text.lower()
            if lemma in ("will", "shall") or text in ("will", "wo", "'ll", "’ll"):
                return text != "would" or self._is_spoken(index)
            if lemma == "would" or text in ("would", "'d", "’d"):
                return self._is_spoken(index)
        return token.deprel == "conj" and token.head < index and token.xpos == "VB" and self.is_future(token.head)

    def is_negated(self, index: int) -> bool:
        """Whether the verb itself carries `not`, `never` or `no longer`."""
        return any(t.lemma.lower() in ("not", "never", "n't", "no") for t in self.tree.children(index, "advmod", "det"))


def _is_one_of(token: Token, values: frozenset[str]) -> bool:
    if token.lemma.lower() in values or token.text.lower() in values:
        return True
    if token.upos == "PROPN" and "#name" in values:
        return True
    return any(kind in values and token.entity.endswith(tag) for kind, tag in _KINDS.items())
