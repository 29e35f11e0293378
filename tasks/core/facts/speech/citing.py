"""Joins clauses to attributions: which clause cites, which is cited, and what words bear that out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.speech.attribution import Attributed
from tasks.core.facts.speech.named_source import words_of_source
from tasks.core.facts.stance.lexicon import StanceTree

SHOWING = {"show", "demonstrate", "prove", "illustrate", "document", "establish"}
# What shows something but has no voice: of `police said indications suggest it` the police are the source.
SIGNS = {
    "indication", "sign", "evidence", "finding", "figure", "datum", "data", "result", "number", "fact", "test",
    "experience", "history", "event", "move", "incident", "thing", "something", "everything", "research",
}  # fmt: skip
ASKED = {"ask", "press", "question", "quiz"}


def is_cue(tree: StanceTree, clause: Clause, attributions: Sequence[Attributed]) -> bool:
    """Whether a clause only says who speaks: its predicate cites, or leads on to what cites: `went on to say`.

    So does the question that an answer is given to: `Asked why, he said ...`.
    """
    sentence = tree.sentence
    token = sentence.tokens[clause.predicate]
    if token.lemma.lower() == "cite" and token.xpos == "VBG":
        return True  # `Reuters reported, citing officials`
    if token.lemma.lower() in ASKED and token.xpos in ("VBN", "VBD") and token.deprel == "advcl":
        return not any(t.head == token.index and t.deprel.startswith(("aux", "nsubj")) for t in sentence.tokens)
    led = {clause.predicate, *_led_by(tree, clause.predicate)}
    places = {sentence.tokens[i].start for i in led}
    at = sentence.tokens[clause.predicate].start
    named = [a for a in attributions if a.source_start is not None]  # `are asked to leave` tells of who is asked
    return any(a.cue_at in places and not a.content_start <= at < a.content_end for a in named)


def _led_by(tree: StanceTree, predicate: int) -> list[int]:
    """What the predicate only prepares: `is quoted as saying`, `continued to argue`."""
    lemma = tree.tokens[predicate].lemma.lower()
    label = "advcl" if lemma in ("quote", "cite") else "xcomp"
    if label == "xcomp" and lemma not in tree.words.catenative:
        return []
    return [t.index for t in tree.children(predicate) if t.deprel == label]


def citing(sentence: Sentence, clause: Clause, attributions: Sequence[Attributed]) -> Attributed | None:
    """The innermost attribution whose content holds the clause's predicate; one that names who speaks comes first."""
    at = sentence.tokens[clause.predicate].start
    nouns = [t for t in sentence.tokens if t.upos == "NOUN" and t.entity == "O"]
    mute = {t.start for t in nouns if t.lemma.lower() in SIGNS}
    shown = {t.start for t in nouns}  # `the case shows`, said by somebody, is his
    # The writer's own `I think` is the outlet's.
    own = {t.start for t in sentence.tokens if t.text in ("I", "we", "We")}
    holding = [
        a
        for a in attributions
        if a.content_start <= at < a.content_end and not (a.attribution == "said" and a.source_start in own)
    ]
    return min(
        holding,
        key=lambda a: (_is_mute(a, shown if a.cue in SHOWING else mute), a.content_end - a.content_start),
        default=None,
    )


def speaker_above(sentence: Sentence, cited: Attributed, attributions: Sequence[Attributed]) -> Attributed:
    """The attribution with who speaks in the place of a pronoun: of `officials said they hope so` the officials."""
    named = {t.start: t.text.lower() for t in sentence.tokens}
    at = cited.source_start
    if at is None or named.get(at) not in ("they", "he", "she", "it"):
        return cited
    outer = [a for a in attributions if a.source_start is not None and a.content_start <= at < a.content_end]
    if not outer:
        return cited
    first = min(outer, key=lambda a: a.content_end - a.content_start)
    return replace(cited, source_start=first.source_start, source_end=first.source_end, speaker=first.speaker)


def _is_mute(attributed: Attributed, mute: Collection[int]) -> bool:
    """Whether the text names no source, or names what cannot speak."""
    return attributed.source_start is None or (attributed.speaker is not None and attributed.speaker[2] in mute)


def speaks_of_itself(sentence: Sentence, clause: Clause) -> bool:
    """Whether the source takes part in what it says by sharing its subject: `Mali denied closing the road`."""
    at = sentence.tokens[clause.predicate]
    while at.deprel == "conj":  # `denied closing the road and firing`
        at = sentence.tokens[at.head]
    return at.deprel == "xcomp" and any(p.is_shared for p in clause.slots("subject", "object"))


def join_source(span: tuple[int, int], sentence: Sentence, cited: Attributed | None) -> tuple[int, int]:
    """The evidence together with the words that name its source, where they stand in the same sentence."""
    words = words_of_source(cited)
    if cited is None or words is None or not sentence.start <= words[0] < sentence.end:
        return span
    end = words[1]
    cue = next((t for t in sentence.tokens if t.start >= end and t.upos not in ("PUNCT", "ADV", "AUX")), None)
    if cue is not None and cited.cue is not None and cited.cue.split(" ")[0] in (cue.text, cue.lemma):
        end = cue.end  # `..., officials said`
    return min(span[0], words[0]), max(span[1], end)
