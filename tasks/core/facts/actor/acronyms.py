"""Acronyms that a text explains in brackets: which stand for common words and so name nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tasks.core.english.token import Token
from tasks.core.facts.name import key_of

# Bodies written small: `the national oil company (NOC)` is one nevertheless.
_BODIES = frozenset(
    {"company", "commission", "committee", "council", "agency", "authority", "ministry", "department", "bureau", "bank"}
    | {
        "party",
        "union",
        "group",
        "force",
        "forces",
        "movement",
        "front",
        "army",
        "police",
        "service",
        "office",
        "board",
    }
    | {"association", "organization", "organisation", "federation", "court", "institute", "university", "board"}
)
_UNHEARD = frozenset({"-", "of", "the", "and", "for"})


def common_acronyms(tokens: Sequence[Token]) -> Iterator[str]:
    """Keys of acronyms in brackets behind the small words they stand for: `gross domestic product (GDP)`."""
    for before, token in pairwise(tokens):
        letters = token.text.removesuffix("s") if before.text == "(" else ""
        if len(letters) < 2 or not letters.isupper():
            continue
        words = [t for t in tokens[: before.index] if t.text not in ("-", "of", "the", "and", "for")][-len(letters) :]
        initials = "".join(t.text[0] for t in words)
        if initials == letters.lower() and words[-1].text not in _BODIES:
            yield key_of(token.text)
