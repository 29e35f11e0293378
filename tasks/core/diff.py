"""What changed between two states of the facts, and whether the world or the code changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Row = Mapping[str, Any]
Kind = Literal["appeared", "changed", "vanished"]
Cause = Literal["world", "code", "unknown"]

PLACES = {"fact_id", "revision", "sentence", "start", "end", "score"}  # differ though the fact is the same
LIKENESS = 0.5  # share of words two clauses must have in common to be versions of one another


@dataclass(frozen=True)
class Change:
    """One fact that is not as it was; `before` or `after` is null where there is none."""

    kind: Kind
    document_id: str
    before: Row | None
    after: Row | None
    fields: tuple[str, ...] = ()
    cause: Cause = "unknown"
    why: str = ""


@dataclass(frozen=True)
class Source:
    """What a document's facts rest on in one state: what it said, the bytes it came from, and the code that read it."""

    said: tuple[Any, ...]
    origin: Any
    versions: tuple[str | None, ...] = field(default=())


def changes(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    """Changes between facts, document by document; a fact whose id changed is matched by its predicate and words.

    >>> old = {"fact_id": "a", "document_id": "d", "predicate": "march", "evidence": "They march", "place": None}
    >>> new = {**old, "fact_id": "b", "place": "Zenda"}
    >>> [(c.kind, c.fields) for c in changes([old], [new])]
    [('changed', ('place',))]
    """
    old, new = _by_document(before), _by_document(after)
    for document in sorted(old.keys() | new.keys()):
        left, right = old.get(document, []), new.get(document, [])
        pairs = _pairs(left, right)
        for a, b in pairs:
            fields = tuple(sorted(k for k in b if k not in PLACES and _plain(a.get(k)) != _plain(b[k])))
            if fields:
                yield Change("changed", document, a, b, fields)
        paired = {id(row) for pair in pairs for row in pair}
        yield from (Change("vanished", document, a, None) for a in left if id(a) not in paired)
        yield from (Change("appeared", document, None, b) for b in right if id(b) not in paired)


def cause_of(before: Source | None, after: Source | None) -> tuple[Cause, str]:
    """Who changed a document's facts: the world, if the document came, went or says something else; else the code.

    >>> cause_of(None, Source(("text",), "bytes"))
    ('world', 'new document')
    >>> cause_of(Source(("text",), "bytes", ("v1",)), Source(("text",), "bytes", ("v2",)))
    ('code', 'read by another version')
    """
    if before is None or after is None:
        return "world", "new document" if before is None else "document gone"
    if before.said != after.said and before.origin != after.origin:
        return "world", "edited document"
    if before.versions != after.versions:
        return "code", "read by another version"
    return "unknown", "neither the document nor the code is known to have changed"


def _pairs(left: Sequence[Row], right: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Same id first, then same predicate and the likeliest words."""
    by_id = {row["fact_id"]: row for row in right}
    pairs = [(a, by_id[a["fact_id"]]) for a in left if a["fact_id"] in by_id]
    taken = {row["fact_id"] for pair in pairs for row in pair}
    for a in (row for row in left if row["fact_id"] not in taken):
        others = [b for b in right if b["fact_id"] not in taken and b["predicate"] == a["predicate"]]
        best = max(others, key=lambda b: _likeness(a, b), default=None)
        if best is not None and _likeness(a, best) >= LIKENESS:
            pairs.append((a, best))
            taken.add(best["fact_id"])
    return pairs


def _likeness(a: Row, b: Row) -> float:
    """Jaccard index of the words."""
    one, two = set(a["evidence"].split()), set(b["evidence"].split())
    return len(one & two) / max(1, len(one | two))


def _plain(value: Any) -> Any:
    """Arguments without their places, which move with any edit above them."""
    if isinstance(value, list):
        return [(v["role"], v["surface"], v["entity_id"]) if isinstance(v, Mapping) else v for v in value]
    return value


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["document_id"], []).append(row)
    return found
