"""What the clause rules know of verbs: which words are one verb, and by which prepositions verbs take an object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Pairs = frozenset[tuple[str, str]]
KINDS = ("object", "complement", "preposition", "addition", "lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbLexicon:
    """Verbs with the bare objects (`take place`) and complements (`get rid`) that are one verb with them.

    `governed` are verbs with the prepositions by which they take what they are about (`rely on`), `additions` those
    by which they take what completes them beside an object (`charge with`), `leads` verbs that with a preposition and a
    bare noun say what the noun says (`come under fire`).
    """

    objects: Pairs
    complements: Pairs
    governed: Pairs
    additions: Pairs
    leads: frozenset[str]


def build_verb_lexicon(rows: Iterable[Mapping[str, str]]) -> VerbLexicon:
    """The lexicon of the rows of `verb_phrases.tsv`; ValueError names the row whose kind is not of the closed list."""
    found: dict[str, set[tuple[str, str]]] = {kind: set() for kind in KINDS}
    leads = set()
    for row in rows:
        if row["kind"] not in found:
            raise ValueError(f"verb_phrases.tsv: kind unknown in {dict(row)}")
        found[row["kind"]] |= {(row["verb"], word) for word in row["words"].split()}
        leads |= {row["verb"]} if row["kind"] == "lead" else set()
    return VerbLexicon(
        objects=frozenset(found["object"]),
        complements=frozenset(found["complement"]),
        governed=frozenset(found["preposition"]),
        additions=frozenset(found["addition"]),
        leads=frozenset(leads),
    )
