"""Words that tell how a clause is meant, and a tree that has them at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from tasks.core.facts.clause.predicates import Tree
from tasks.tables.values import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceLexicon:
    """The classes of `stance_words.csv`, which says what each is for; those with a modality by it, or by the word."""

    governors: Mapping[Modality, frozenset[str]]
    attributes: Mapping[str, Modality]
    auxiliaries: Mapping[str, Modality]
    demanding: frozenset[str]
    speech: frozenset[str]
    conditions: frozenset[str]
    vouching: frozenset[str]
    hoping: frozenset[str]
    asking: frozenset[str]
    hearsay: frozenset[str]
    charging: frozenset[str]
    refusable: frozenset[str]
    results: frozenset[str]
    negating: frozenset[str]
    nobody: frozenset[str]
    without: frozenset[str]
    limiting: frozenset[str]
    undoing: frozenset[str]
    undoing_off: frozenset[str]
    raising: frozenset[str]
    dropping: frozenset[str]
    plans: frozenset[str]
    asked: frozenset[str]
    keeping: frozenset[str]
    banning: frozenset[str]
    anybody: frozenset[str]
    singling: frozenset[str]
    repeating: frozenset[str]
    heading: frozenset[str]
    repaying: frozenset[str]
    growing: frozenset[str]
    nearing: frozenset[str]
    until: frozenset[str]
    causing: frozenset[str]
    raised: frozenset[str]
    bare_leads: frozenset[str]
    catenative: frozenset[str]
    securing: frozenset[str]
    pondering: frozenset[str]
    letting: frozenset[str]
    weighing: frozenset[str]
    claims: frozenset[str]
    rejecting: frozenset[str]
    false: frozenset[str]


@dataclass(frozen=True)
class StanceTree(Tree):
    """The tree of a sentence together with the words that tell how its clauses are meant."""

    words: StanceLexicon


def build_stance_lexicon(rows: Iterable[Mapping[str, str]]) -> StanceLexicon:
    """The lexicon of the rows of `stance_words.csv`.

    Raises ValueError that names the row where its modality is not of the closed list, and TypeError where a class is
    missing or unknown.
    """
    sets: dict[str, frozenset[str]] = {}
    meant: dict[str, dict[Modality, frozenset[str]]] = {"governor": {}, "attribute": {}, "auxiliary": {}}
    for row in rows:
        words = frozenset(row["words"].split("|"))
        if not row["modality"]:
            sets[row["class"]] = words
        elif row["modality"] in get_args(Modality) and row["class"] in meant:
            meant[row["class"]][cast(Modality, row["modality"])] = words
        else:
            raise ValueError(f"stance_words.csv: class or modality unknown in {dict(row)}")
    return StanceLexicon(
        governors=meant["governor"], attributes=_by_word(meant["attribute"]), auxiliaries=_by_word(meant["auxiliary"]),
        **sets,
    )  # fmt: skip


def _by_word(meant: Mapping[Modality, frozenset[str]]) -> dict[str, Modality]:
    return {word: modality for modality, words in meant.items() for word in words}
