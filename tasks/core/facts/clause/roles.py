"""What each phrase of a clause is to it: actor, recipient, object, place, time, quantity, equipment, event."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tasks.core.english.token import Token
from tasks.core.facts.clause.carried import Scene
from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.event_place import places_of
from tasks.core.facts.clause.event_time import times_of
from tasks.core.facts.clause.governed import is_governed
from tasks.core.facts.clause.phrase import Findings, Phrase, owned_findings, phrase_of
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.role_name import NO_PARTY, SPEAKER_WORDS, THINGS, is_power, role_name
from tasks.core.facts.finding import Finding
from tasks.tables.values import EventType

OPEN = {"what", "whatever", "which", "whichever", "the", "a"}
DIRECT = {"subject", "agent", "object", "indirect", "complement"}


@dataclass(frozen=True, slots=True)
class Role:
    """One argument of a clause before it has ids; `owner` is whose it is, where it is nobody known itself."""

    name: str
    start: int
    end: int
    finding: Finding | None
    owner: Finding | None = None


def roles_of(
    tree: Tree,
    clause: Clause,
    findings: Findings,
    event_type: EventType | None,
    action_nouns: Collection[str],
    source: tuple[int, int] | None = None,
    speaker: Finding | None = None,
) -> list[Role]:
    """Arguments of a clause, each thing once per role; the type of event decides what some prepositions mean.

    `action_nouns` name what their owner does: by `the minister's decision` the minister acts. `source` are the offsets
    of the words that tell who is cited; they take no part in what is said. `speaker` is who says `I` and `we`.
    """
    sentence = tree.sentence
    phrases = _participants(tree, clause, findings, event_type, action_nouns, speaker)
    known = (_known(tree, clause, *each, event_type, action_nouns) for each in phrases)
    found = [role for role in known if role is not None]
    places = [_role("place", f) for f in places_of(tree, clause, findings, event_type)]
    sides = {tree.tokens[p.head].start for p in clause.participants if p.preposition == "between"}
    acting = {r.start for r in found if r.name == "actor" and any(r.start <= at < r.end for at in sides)}
    places = [r for r in places if r.start not in acting]
    where = {r.start for r in places}
    found = [r for r in found if r.name == "actor" or r.start not in where or r.finding is None]
    found += [_role("time", f) for f in times_of(tree, clause, findings)]
    for kind in ("quantity", "equipment", "event"):
        owned = owned_findings(sentence, clause.tokens, findings, {kind})
        found += [_role(kind, f) for f in owned if kind != "equipment" or not _is_attribute(tree, f)]
    begin, end = source or (-1, -1)
    return _once(_without_self([r for r in found + places if not begin <= r.start < end]))


def with_scene(roles: Sequence[Role], scene: Scene, source: tuple[int, int] | None = None) -> list[Role]:
    """The roles, with the time and place of the scene where they tell none; `source` as for `roles_of`."""
    begin, end = source or (-1, -1)
    known = {(r.name, r.start) for r in roles}
    lent: list[Role] = []
    if not any(r.name == "time" and r.finding and (r.finding.starts_on or r.finding.ends_on) for r in roles):
        lent += [_role("time", f) for f in scene.times]
    if not any(r.name == "place" for r in roles):
        acting = {r.finding.start for r in roles if r.name == "actor" and r.finding}
        lent += [_role("place", f) for f in scene.places if f.start not in acting]
    return [*roles, *(r for r in lent if (r.name, r.start) not in known and not begin <= r.start < end)]


def _participants(
    tree: Tree,
    clause: Clause,
    findings: Findings,
    event_type: EventType | None,
    action_nouns: Collection[str],
    speaker: Finding | None,
) -> Iterator[tuple[str, Participant, Phrase]]:
    for participant in sorted(clause.participants, key=_closeness):
        token = tree.tokens[participant.head]
        if _is_nobody(findings, participant, token):
            continue
        is_said = participant.head == clause.predicate
        phrase = phrase_of(tree, participant.head, findings, THINGS, is_said)
        if speaker is not None and tree.tokens[participant.head].text.lower() in SPEAKER_WORDS:
            phrase = replace(phrase, finding=replace(speaker, finder="speaker of the quotation"))
        name = role_name(tree, clause, participant, phrase, event_type)
        if participant.slot == "possessor" and not _owns_act(tree, participant, phrase, clause, action_nouns):
            continue
        if name:
            yield name, participant, phrase


def _is_nobody(findings: Findings, participant: Participant, token: Token) -> bool:
    """Whether a word can name no participant: no noun, a question, or a time that seems to act (`Monday's trip`)."""
    if token.upos in NO_PARTY or token.lemma.lower() in OPEN or (token.xpos == "WDT" and participant.slot == "object"):
        return True
    found = findings.at(token.start)
    return participant.slot in ("subject", "agent") and found is not None and found.kind == "time"


def _owns_act(
    tree: Tree, participant: Participant, phrase: Phrase, clause: Clause, action_nouns: Collection[str]
) -> bool:
    """Whether who meets a thing meets its owner: `condemned the mayor's decision`, but not `met the mayor's driver`."""
    if clause.kind != "verb" or (phrase.finding is not None and is_power(phrase.finding)):
        return True
    owned = tree.tokens[participant.head].head
    return owned >= 0 and tree.tokens[owned].lemma.lower() in action_nouns


def _closeness(participant: Participant) -> int:
    """Objects come before the rest, and owners last: `blamed the election of Smith on the mayor` meets the mayor."""
    if participant.slot in ("object", "indirect"):
        return 0
    return 2 if participant.slot == "possessor" or participant.preposition == "of" else 1


def _known(
    tree: Tree,
    clause: Clause,
    name: str,
    participant: Participant,
    phrase: Phrase,
    event_type: EventType | None,
    action_nouns: Collection[str],
) -> Role | None:
    """The role of a phrase; its owner stands for it in an event, and where it is an act of the owner's."""
    finding = phrase.finding
    stands_for = name != "object" and event_type is not None and finding is not None and is_power(finding)
    is_met = name != "object" and (event_type is not None or is_governed(participant))
    is_act = is_met and tree.tokens[phrase.head].lemma.lower() in action_nouns
    if name in ("equipment", "event") or not phrase.is_owner or stands_for or is_act:
        return Role(name, phrase.start, phrase.end, finding)
    if name == "recipient" and participant.slot not in DIRECT and not is_governed(participant):
        return None  # `detoured to his daughter's house` meets neither
    return Role("object" if name == "recipient" else name, phrase.start, phrase.end, None, owner=finding)


def _is_attribute(tree: Tree, finding: Finding) -> bool:
    """Whether the words of a class only describe a noun behind them: the `submarine` of `the submarine deal`."""
    inside = [t for t in tree.tokens if finding.start <= t.start < finding.end]
    indices = {t.index for t in inside}
    heads = [t for t in inside if t.head not in indices]
    return finding.name is None and any(t.deprel in ("compound", "amod") for t in heads)


def _role(name: str, finding: Finding) -> Role:
    return Role(name, finding.start, finding.end, finding)


def _without_self(roles: Sequence[Role]) -> list[Role]:
    """Nobody is their own recipient: `Chad sent Chadian aircraft`; what is theirs is an object."""
    actors = {r.finding.entity_id for r in roles if r.name == "actor" and r.finding and r.finding.entity_id}
    kept = []
    for role in roles:
        found = role.finding
        if role.name != "recipient" or found is None or found.entity_id not in actors:
            kept.append(role)
        elif found.end < role.end:
            kept.append(replace(role, name="object", finding=None, owner=found))
    return kept


def _identity(role: Role) -> str | int:
    """What makes two arguments one: the same party however it is called, else the same words."""
    if role.finding is None:
        return role.start
    is_party = role.name in ("actor", "recipient")
    return (role.finding.entity_id if is_party else None) or role.finding.start


def _once(roles: Sequence[Role]) -> list[Role]:
    seen: dict[tuple[str | int, str], Role] = {}
    for role in roles:
        seen.setdefault((_identity(role), role.name), role)
    kept = list(seen.values())
    return [role for role in kept if role.finding or not any(_holds(other, role) for other in kept)]


def _holds(outer: Role, inner: Role) -> bool:
    """Whether one argument's words are a part of another's: the `1.1 trillion` of `$1.1 trillion`."""
    if outer.name != inner.name or (outer.start, outer.end) == (inner.start, inner.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end
