"""Which way a clause leans, to the past or the future, so that "on Friday" and "in May" can be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.time.interval import Lean

_COMING = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_PLANNING = frozenset(
    {"plan", "expect", "schedule", "intend", "set", "due", "slate", "prepare", "aim", "hope", "go", "want", "agree"}
    | {"vow", "pledge"}
)
# What is set, in the past, for a day that comes: `set a hearing for Friday`.
_SETTING = frozenset(("set", "schedule", "plan", "slate", "postpone", "reschedule", "book", "delay", "move", "adjourn"))
_AHEAD = frozenset(("for", "until", "till", "to"))
# In the present these tell what a calendar holds: `The fair opens Friday`. Of others headlines tell the past.
_CALENDAR = frozenset(
    {"begin", "start", "open", "close", "end", "run", "expire", "kick", "resume", "continue", "air", "conclude"}
    | {"premiere", "host", "play", "face"}
)
_LIMITS = frozenset(("until", "till", "by", "through", "before"))
_PRESENT = ("VBP", "VBZ")
_COMING_WORDS = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are|was|were) (?:going|due|set|scheduled|slated|expected|planned) (?:to|for|on|in)"
    r"|(?:plans?|expects?|intends?|hopes?) to|upcoming|scheduled for)\b|['’]ll\b",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(r"[.!?;:\n](?=\s|$)|,\s+(?:but|while|although|after|which|who)\b")


class Tenses:
    """Leanings of the clauses of one text; without parsed sentences the words around a time decide."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def lean(self, start: int, end: int) -> Lean | None:
        """Where the clause around text[start:end] leans; None where nothing tells."""
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and (sentence := self._sentences[place]).end > start:
            inside = [t for t in sentence.tokens if t.end > start and t.start < end]
            if inside:
                indices = {t.index for t in inside}
                return _of_tree(sentence, next((t for t in inside if t.head not in indices), inside[0]))
        return _of_words(self._text, start, end)


def _of_words(text: str, start: int, end: int) -> Lean | None:
    """Only the words between the clause's breaks are read, at most 160 characters to each side."""
    before, after = text[max(0, start - 160) : start], text[end : end + 160]
    for found in _CLAUSE_BREAK.finditer(before):
        before = " " * found.end() + before[found.end() :]
    stop = _CLAUSE_BREAK.search(after)
    clause = f"{before} | {after[: stop.start()] if stop else after}"
    return "coming" if _COMING_WORDS.search(clause) else None


def _of_tree(sentence: Sentence, token: Token) -> Lean | None:
    """Climb to the verbs above the time, the nearest that tells wins; twenty steps are more than a sentence has."""
    tokens = sentence.tokens
    cases = {t.lemma.lower() for t in tokens if t.head == token.index and t.deprel == "case"}
    told = token
    for _ in range(20):
        lean = _of_calendar(sentence, told, token, cases) or _of_verb(sentence, token)
        if lean is not None or token.head < 0:
            return lean
        token = tokens[token.head]
    return None


def _of_calendar(sentence: Sentence, told: Token, verb: Token, cases: set[str]) -> Lean | None:
    """`opens Friday`, `the deadline is Friday`, `have until Friday`, `set a hearing for Friday`: what is to come."""
    if verb is told:
        copulas = [t for t in sentence.tokens if t.head == verb.index and t.deprel == "cop"]
        return "coming" if any(t.xpos in _PRESENT for t in copulas) else None
    if any(t.head == verb.index and t.deprel.startswith("aux") for t in sentence.tokens):
        return None
    is_present = verb.xpos in _PRESENT and (verb.lemma in _CALENDAR or bool(cases & _LIMITS))
    is_set = verb.lemma in _SETTING and verb.upos == "VERB" and bool(cases & _AHEAD)
    return "coming" if is_present or is_set else None


def _of_verb(sentence: Sentence, verb: Token) -> Lean | None:
    if verb.xpos not in ("VB", "VBD", "VBN", "VBG", "VBP", "VBZ") and not verb.deprel.startswith(
        ("root", "ccomp", "advcl")
    ):
        return None
    helpers = [t for t in sentence.tokens if t.head == verb.index and t.deprel.startswith(("aux", "cop"))]
    if any(t.text.lower() in _COMING for t in helpers) or _is_to_be_done(sentence, verb, helpers):
        return "coming"
    if any(t.lemma == "have" for t in helpers):
        return "past"
    if verb.lemma in _PLANNING and (verb.xpos in ("VBN", "VBP", "VBZ") or helpers):
        return "coming"  # the vote was planned for Tuesday
    if verb.xpos == "VBD" or any(t.xpos == "VBD" for t in helpers):
        return "past"
    if verb.xpos == "VB" and verb.head >= 0 and sentence.tokens[verb.head].lemma in _PLANNING:
        return "coming"
    return None


def _is_to_be_done(sentence: Sentence, verb: Token, helpers: Sequence[Token]) -> bool:
    """`are to meet on Thursday`, and `are due to meet` where the parse makes little of `due`."""
    is_now = any(t.lemma == "be" and t.xpos in _PRESENT for t in helpers)
    return is_now and verb.index > 0 and sentence.tokens[verb.index - 1].text.lower() == "to"
