"""What the attribution rules know: words that cite, what they take, and how far they vouch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from tasks.core.facts.stance.lexicon import StanceLexicon
from tasks.tables.values import Attribution

Kind = Literal["claim", "belief", "question", "topic", "source", "hearsay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that cites; `companions` are the words beside it (`point out`), `takes` where its content hangs."""

    lemma: str
    companions: frozenset[str]
    takes: frozenset[str]
    attribution: Attribution
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """The cues by part of speech and lemma, those of several words first; `stance`: is what they cite so."""

    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    stance: StanceLexicon


def build_cue_lexicon(rows: Iterable[Mapping[str, str]], stance: StanceLexicon) -> CueLexicon:
    """The lexicon of the rows of `cue_verbs.csv`.

    Raises ValueError that names the row where attribution or kind is not of its closed list.
    """
    found: dict[tuple[str, str], list[Cue]] = {}
    for row in rows:
        if row["attribution"] not in get_args(Attribution) or row["kind"] not in get_args(Kind):
            raise ValueError(f"cue_verbs.csv: attribution or kind unknown in {dict(row)}")
        head, *rest = row["cue"].split()
        cue = Cue(
            lemma=head, companions=frozenset(rest), takes=frozenset(row["takes"].split("|")),
            attribution=cast(Attribution, row["attribution"]), kind=cast(Kind, row["kind"]), name=row["cue"],
        )  # fmt: skip
        found.setdefault((row["pos"], head), []).append(cue)
    cues = {k: tuple(sorted(v, key=lambda c: -len(c.companions))) for k, v in found.items()}
    return CueLexicon(cues=cues, stance=stance)
