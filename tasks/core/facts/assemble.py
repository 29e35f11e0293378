"""Makes a fact of a statement: its arguments, event, time, place, polarity, modality, source and evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tasks.core.facts.clause.event_place import narrowness
from tasks.core.facts.clause.roles import Role
from tasks.core.facts.clause.statement import LED, Statement
from tasks.core.facts.event.classify import Event
from tasks.core.facts.finding import Finding
from tasks.core.facts.score import score_of
from tasks.core.facts.speech.attribution import Attributed
from tasks.core.facts.speech.named_source import named_source
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.core.facts.stance.modality import modality_of
from tasks.core.facts.stance.polarity import polarity_of
from tasks.tables.records import Fact
from tasks.tables.values import Argument

Columns = dict[str, Any]

PRONOUNS = {
    "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "this", "that", "these",
    "those", "who", "whom", "which", "what", "there", "one", "some", "many", "most", "all", "others", "both",
    "each", "any", "none", "another", "my", "your", "his", "its", "our", "their", "himself", "herself",
    "itself", "themselves", "whoever",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """The document a fact stands in: its key, text, day of publication, mention ids by place, and quotations."""

    document_id: str
    revision: int
    text: str
    published_on: date | None
    mention_ids: Mapping[tuple[int, int], str]
    quotes: Sequence[tuple[int, int]]


def assemble(
    context: Context,
    number: int,
    tree: StanceTree,
    statement: Statement,
    event: Event,
    roles: Sequence[Role],
    evidence: tuple[int, int],
    cited: Attributed | None,
    source: Finding | None,
) -> Fact:
    """The fact of one statement; `cited` is the attribution it stands under, `source` the finding of who is cited."""
    start, end = evidence
    clause = statement.clause
    time = _time(roles)
    polarity, polarity_rule = polarity_of(tree, clause, statement.rule == LED)
    days = (time.starts_on, time.ends_on) if time else (None, None)
    modality, modality_rule = modality_of(
        tree, clause, *days, context.published_on, cited is not None and cited.attribution == "said"
    )
    event_finding = next((r.finding for r in roles if r.name == "event" and r.finding), None)
    rules = [statement.rule, event.rule, polarity_rule, modality_rule, cited.rule if cited else ""]
    rules += [r.finding.finder for r in roles if r.finding]
    return Fact(
        fact_id=_digest(context, number, clause.predicate, start, end),
        document_id=context.document_id,
        revision=context.revision,
        sentence=number,
        start=start,
        end=end,
        evidence=context.text[start:end],
        predicate=statement.predicate,
        event_type=event.event_type,
        event_mode=event.mode,
        contexts=list(event.contexts),
        event_name=event_finding.name if event_finding else None,
        **_party(context, roles, "actor"),
        **_party(context, roles, "recipient"),
        arguments=[_argument(context, role) for role in roles] + _source_argument(context, cited, source),
        **_where(context, _place(roles)),
        **_when(context, time),
        polarity=polarity,
        modality=modality,
        **_vouching(context, cited, source),
        quote=_quote(context, start, end),
        score=score_of(
            context.text[start:end],
            has_recipient=any(r.name == "recipient" for r in roles),
            is_cited=cited is not None,
            is_actual=modality == "actual",
        ),
        rules=list(dict.fromkeys(rule for rule in rules if rule)),
    )


def _party(context: Context, roles: Sequence[Role], name: str) -> Columns:
    """Columns of the first actor or recipient: one known to be somebody, else the first."""
    named = [r for r in roles if r.name == name and (r.finding or not is_pronoun(context.text[r.start : r.end]))]
    role = next((r for r in named if r.finding is not None), named[0] if named else None)
    found = role.finding if role else None
    words = context.text[role.start : role.end] if role else None
    words = None if words and is_pronoun(words) else words
    return {
        name: (found.name if found else None) or words,
        f"{name}_id": found.entity_id if found else None,
        f"{name}_country": found.country if found else None,
        f"{name}_sector": found.sector if found else None,
    }


def is_pronoun(words: str) -> bool:
    """Whether words name nobody, and so are no party's name: `she`, `those`, `our`."""
    return words.lower() in PRONOUNS


def _where(context: Context, place: Finding | None) -> Columns:
    return {
        "place": place.name or context.text[place.start : place.end] if place else None,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonames_id": place.geonames_id if place else None,
    }


def _when(context: Context, time: Finding | None) -> Columns:
    return {
        "time_text": context.text[time.start : time.end] if time else None,
        "starts_on": time.starts_on if time else None,
        "ends_on": time.ends_on if time else None,
        "time_precision": time.precision if time else None,
    }


def _vouching(context: Context, cited: Attributed | None, source: Finding | None) -> Columns:
    span = named_source(context.text, cited, source)
    words = context.text[slice(*span)] if span else None
    is_named = words is not None and source is not None and is_pronoun(words)  # `he said`: he has a name
    return {
        "attribution": cited.attribution if cited else "outlet",
        "source": (source.name if is_named and source else None) or words,
        "source_id": source.entity_id if source else None,
        "source_country": source.country if source else None,
    }


def _time(roles: Sequence[Role]) -> Finding | None:
    """The time that fixes the fact best: the shortest span of days, the first of equals."""
    found = [r.finding for r in roles if r.name == "time" and r.finding]
    times = [t for t in found if t.starts_on or t.ends_on]  # how long something lasts is not when it happens
    return min(times, key=_days, default=None)


def _days(time: Finding) -> int:
    """Days a time covers; an open span covers more than any other."""
    return (time.ends_on - time.starts_on).days if time.starts_on and time.ends_on else 10**6


def _place(roles: Sequence[Role]) -> Finding | None:
    """The narrowest place: one with coordinates of its own before one of which only the name is known or a country."""
    places = [r.finding for r in roles if r.name == "place" and r.finding]
    return min(places, key=narrowness, default=None)


def _argument(context: Context, role: Role) -> Argument:
    found = role.finding
    is_here = found is not None and found.start < role.end and role.start < found.end
    return Argument(
        role=role.name,
        surface=context.text[role.start : role.end],
        start=role.start,
        end=role.end,
        mention_id=context.mention_ids.get((found.start, found.end)) if found and is_here else None,
        entity_id=found.entity_id if found else None,
    )


def _source_argument(context: Context, cited: Attributed | None, source: Finding | None) -> list[Argument]:
    span = named_source(context.text, cited, source)
    return [_argument(context, Role("source", *span, source))] if span else []


def _quote(context: Context, start: int, end: int) -> str | None:
    """Words in quotation marks inside the evidence, without the marks; the first where there are several."""
    inside = [(s, e) for s, e in context.quotes if s >= start and e <= end]
    inside = inside or [(max(s, start), min(e, end)) for s, e in context.quotes if s < end and start < e]
    return context.text[inside[0][0] : inside[0][1]].strip("\"“”«»‘’'") if inside else None


def _digest(context: Context, number: int, predicate: int, start: int, end: int) -> str:
    key = f"fact:{context.document_id}:{context.revision}:{number}:{predicate}:{start}:{end}"
    return hashlib.sha256(key.encode()).hexdigest()[:24]


def mention_id(document_id: str, revision: int, finding: Finding) -> str:
    """Digest of document, revision, place and kind."""
    key = f"mention:{document_id}:{revision}:{finding.start}:{finding.end}:{finding.kind}"
    return hashlib.sha256(key.encode()).hexdigest()[:24]
