"""Chooses the event that links a named source and a named target in one sentence."""

from __future__ import annotations

from dataclasses import replace

from tasks.core.english.token import Sentence
from tasks.core.facts.event.classify import Event, event_of
from tasks.core.facts.event.lexicon import EventLexicon
from tasks.core.facts.event.reading import NOTHING, EventReader, Reading
from tasks.core.facts.event.tense import is_spoken

_OBLIGATION = frozenset({"must", "should", "need", "ought", "shall"})
_PREDICATES = {"VERB", "NOUN", "ADJ", "PROPN", "AUX"}
_VERBAL = {"VERB", "AUX", "ADJ"}


def classify_pair(sentence: Sentence, source: str, target: str, lexicon: EventLexicon) -> Event:
    """What the source does to the target: of the events of the sentence the one that fits both best and stands highest.

    `source` and `target` are words of the sentence; words that are not found are ignored.
    """
    reader = EventReader(sentence, lexicon)
    sources, targets = find_words(sentence, source), find_words(sentence, target)
    depths = _depths(sentence)
    best, chosen, where = -1.0, NOTHING, 0
    for token in sentence.tokens:
        reading = reader.read(token.index) if token.upos in _PREDICATES else NOTHING
        reading = _obliged(reader, token.index, reading)
        if reading.event_type is None:
            continue
        # What is said of another (`must leave`, `is responsible`) is what the speaker does: asks, accuses.
        of_speaker = any("spoken" in rule for rule in reading.rules)
        fit = 10 + _fit(reader, token.index, of_speaker, sources, targets)
        fit += 0.1 * reading.score - 0.1 * depths[token.index]
        if fit > best:
            best, chosen, where = fit, reading, token.index
    return event_of(chosen, (sentence.tokens[i].lemma.lower() for i in sentence.subtree(where)), lexicon)


def find_words(sentence: Sentence, words: str) -> frozenset[int]:
    """Indices of the tokens that spell `words`, blanks apart; empty where they do not stand in the sentence."""
    wanted = "".join(words.split()).lower()
    spelled, owner = "", []
    for token in sentence.tokens:
        text = "".join(token.text.split()).lower()
        spelled += text
        owner += [token.index] * len(text)
    at = spelled.find(wanted) if wanted else -1
    return frozenset(owner[at : at + len(wanted)]) if at >= 0 else frozenset()


def _depths(sentence: Sentence) -> list[int]:
    depths = [-1] * len(sentence.tokens)
    for token in sentence.tokens:
        path, at = [], token.index
        while at >= 0 and depths[at] < 0:
            path.append(at)
            at = sentence.tokens[at].head
        base = depths[at] if at >= 0 else -1
        for step, index in enumerate(reversed(path), start=1):
            depths[index] = base + step
    return depths


def _fit(reader: EventReader, index: int, of_speaker: bool, sources: frozenset[int], targets: frozenset[int]) -> float:
    """How well an event fits: its actor is the source, its other participants hold the target."""
    actors = _speakers(reader, index) if of_speaker else {t.index for t in reader.slots.fill(index, "subject")}
    below = set(reader.tree.sentence.subtree(index))
    fit = 0.0
    if actors & sources:
        fit += 3
    elif _speakers(reader, index) & sources:
        fit += 2
    elif below & sources:
        fit += 1
    if targets & below and not targets & actors:
        fit += 1.5
    if actors & targets and not actors & sources:
        fit -= 1
    if reader.tree.tokens[index].upos not in _VERBAL:
        fit -= 0.5
    return fit - (5 if index in sources or index in targets else 0)


def _speakers(reader: EventReader, index: int) -> set[int]:
    """The subjects of the verbs above: who says, wants or announces it."""
    found: set[int] = set()
    at = reader.tree.tokens[index].head
    for _ in range(4):
        if at < 0:
            break
        found |= {t.index for t in reader.slots.fill(at, "subject")}
        at = reader.tree.tokens[at].head
    return found


def _obliged(reader: EventReader, index: int, reading: Reading) -> Reading:
    """`says Israel must end attacks`: what another must do is a request of the speaker."""
    token = reader.tree.tokens[index]
    if token.deprel != "ccomp" or not is_spoken(reader.tree, index):
        return reading
    if any(t.lemma.lower() in _OBLIGATION for t in reader.tree.children(index, "aux")):
        return replace(reading, event_type="REQUEST", mode=None, rules=(*reading.rules, "spoken obligation"), score=0.9)
    return reading
