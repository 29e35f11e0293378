"""The one fact that tells what an article is about, with the time and place that its lead gives for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from tasks.core.facts.salience import TELLING, headline_of, rank_facts, stems
from tasks.tables.records import Fact

LEAD = 4  # sentences with facts in which an article still tells what it is about
ENOUGH = 2  # signs that another fact tells of the same event
SHORT = timedelta(days=3)  # a longer time is no news of one event
PLACE = ("place", "place_country", "latitude", "longitude", "geonames_id")
TIME = ("time_text", "starts_on", "ends_on", "time_precision")


def main_fact(facts: Sequence[Fact], title: str | None) -> Fact | None:
    """The most telling fact; where it says not when or where, a fact of the same event in the lead does.

    What is taken over stands in its columns and arguments, and in `rules`. None without facts.
    """
    ranked = rank_facts(facts, title)
    if not ranked:
        return None
    top = ranked[0]
    lead = set(sorted({f.sentence for f in facts})[:LEAD])
    others = sorted((f for f in facts if f is not top and _is_told(f)), key=lambda f: f.start)
    if top.place is None:
        places = [f for f in others if f.place is not None]
        top = _completed(top, _donor(top, places, lead, title or "", PLACE), PLACE, "place")
    if top.starts_on is None and top.ends_on is None and top.modality == "actual":
        times = [f for f in others if _is_short(f)]
        top = _completed(top, _donor(top, times, lead, title or "", TIME), TIME, "time")
    return top


def _is_told(fact: Fact) -> bool:
    """Whether a fact tells what was done, not what is said, planned or denied."""
    return fact.modality == "actual" and fact.polarity == "affirmed" and fact.predicate.split(" ")[0] not in TELLING


def _is_short(fact: Fact) -> bool:
    return fact.starts_on is not None and fact.ends_on is not None and fact.ends_on - fact.starts_on < SHORT


def _donor(top: Fact, facts: Iterable[Fact], lead: set[int], title: str, columns: Sequence[str]) -> Fact | None:
    """The fact with the most signs of telling of the same event; of equals the nearest."""
    signs = [(_signs(top, f, lead, title, columns), -abs(f.sentence - top.sentence), -f.start, f) for f in facts]
    best = max(signs, key=lambda sign: sign[:3], default=None)
    return best[3] if best is not None and best[0] >= ENOUGH else None


def _signs(top: Fact, other: Fact, lead: set[int], title: str, columns: Sequence[str]) -> int:
    """How much speaks for two facts telling of one event: of a time only if one deed is told of, of a place more."""
    is_near, is_same_sentence = other.sentence in lead, top.sentence == other.sentence
    if columns is TIME:
        return bool(_deed(top) & _deed(other)) + max(is_near, is_same_sentence)
    is_same = bool(_words(top) & _words(other) & headline_of(title).keys()) or bool(_deed(top) & _deed(other))
    is_titled = any(a.surface.lower() in title.lower() for a in other.arguments if a.role == "place")
    return 2 * is_same_sentence + is_same + is_near + 2 * is_titled


def _deed(fact: Fact) -> frozenset[str]:
    """Stems of what was done: `stage a protest`, `protest`."""
    told = (a.surface for a in fact.arguments if a.role in ("object", "event"))
    return stems(" ".join([fact.predicate, *told]))


def _words(fact: Fact) -> frozenset[str]:
    told = (a.surface for a in fact.arguments if a.role in ("actor", "recipient", "object", "event"))
    return stems(" ".join([fact.predicate, *told]))


def _completed(top: Fact, donor: Fact | None, columns: Sequence[str], role: str) -> Fact:
    if donor is None:
        return top
    taken = {name: getattr(donor, name) for name in columns}
    arguments = [*top.arguments, *(a for a in donor.arguments if a.role == role)]
    return replace(top, **taken, arguments=arguments, rules=[*top.rules, f"{role} of the same event"])
