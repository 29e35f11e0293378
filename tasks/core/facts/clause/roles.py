"""What each phrase of a clause is to it: actor, recipient, object, place, time, quantity, equipment, event."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.event_place import places_of
from tasks.core.facts.clause.phrase import Findings, Phrase, owned_findings, phrase_of
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding
from tasks.tables.values import EventType

ACTORS = {"person", "organisation", "place", "role"}
THINGS = ACTORS | {"equipment", "event"}
# Verbs whose `to` and `from` lead to a house rather than to somebody: `was taken to hospital`, `took to the site`.
MOTION = {
    "take", "go", "come", "return", "travel", "move", "drive", "fly", "bring", "rush", "run", "walk", "head", "carry",
    "transfer", "flee", "arrive", "climb", "ride", "sail", "march",
}  # fmt: skip
SPEAKER_WORDS = {"i", "me", "myself", "we", "us", "ourselves"}
NO_PARTY = {"VERB", "AUX", "ADV", "SCONJ", "CCONJ", "ADP", "PART", "INTJ", "PUNCT"}
TOWARDS = {"with", "against", "to", "from", "for", "toward", "towards", "alongside"}
# These name the party of an event only (`imposed sanctions on Iran`); elsewhere they name a place or topic.
TOWARDS_IN_EVENTS = TOWARDS | {""} | {"on", "upon", "of", "behind", "by", "into", "between", "among"}
TOWARDS_IN_STRIFE = TOWARDS_IN_EVENTS | {"at", "over", "about"}  # `fired at`, but `met at` a house
SCENES = {"at", "over", "about", "on", "into", "between"}  # before a town or a sea they tell where
TALKS = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "MOBILIZE", "CONCEDE", "RETREAT", "AID"}
LEANS_ON = {"on", "upon", "behind"}  # `relies on Chad`, but `wrote on` a site
PARTNER_OF = {"", "of", "to", "with", "against"}  # `is an ally of Chad`


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
    found = [_known(tree, name, phrase, event_type, action_nouns) for name, phrase in phrases]
    places = [_role("place", f) for f in places_of(tree, clause, findings, event_type)]
    where = {r.start for r in places}
    found = [r for r in found if r.name == "actor" or r.start not in where or r.finding is None]
    for kind in ("time", "quantity", "equipment", "event"):
        owned = owned_findings(sentence, clause.tokens, findings, {kind})
        found += [_role(kind, f) for f in owned if kind != "equipment" or not _is_attribute(tree, f)]
    begin, end = source or (-1, -1)
    return _once(_without_self([r for r in found + places if not begin <= r.start < end]))


def _participants(
    tree: Tree,
    clause: Clause,
    findings: Findings,
    event_type: EventType | None,
    action_nouns: Collection[str],
    speaker: Finding | None,
) -> Iterator[tuple[str, Phrase]]:
    for participant in sorted(clause.participants, key=_closeness):
        if tree.tokens[participant.head].upos in NO_PARTY:
            continue
        phrase = phrase_of(tree, participant.head, findings, THINGS)
        if speaker is not None and tree.tokens[participant.head].text.lower() in SPEAKER_WORDS:
            phrase = replace(phrase, finding=replace(speaker, finder="speaker of the quotation"))
        name = _name(tree, clause, participant, phrase, event_type)
        if participant.slot == "possessor" and not _owns_act(tree, participant, phrase, clause, action_nouns):
            continue
        if name:
            yield name, phrase


def _owns_act(
    tree: Tree, participant: Participant, phrase: Phrase, clause: Clause, action_nouns: Collection[str]
) -> bool:
    """Whether who meets a thing meets its owner: `condemned the mayor's decision`, but not `met the mayor's driver`."""
    if clause.kind != "verb" or (phrase.finding is not None and _is_power(phrase.finding)):
        return True
    owned = tree.tokens[participant.head].head
    return owned >= 0 and tree.tokens[owned].lemma.lower() in action_nouns


def _is_power(finding: Finding) -> bool:
    """Whether what belongs to it may act for it: a country or an organisation, not a person or a town."""
    return finding.kind in ("organisation", "role") or (finding.entity_id or "").startswith("country:")


def _closeness(participant: Participant) -> int:
    """Objects come before the rest, and owners last: `blamed the election of Smith on the mayor` meets the mayor."""
    if participant.slot in ("object", "indirect"):
        return 0
    return 2 if participant.slot == "possessor" or participant.preposition == "of" else 1


def _known(tree: Tree, name: str, phrase: Phrase, event_type: EventType | None, action_nouns: Collection[str]) -> Role:
    """The role of a phrase; its owner stands for it in an event, and where it is an act of the owner's."""
    finding = phrase.finding
    stands_for = event_type is not None and finding is not None and _is_power(finding)
    is_act = tree.tokens[phrase.head].lemma.lower() in action_nouns
    if name in ("equipment", "event") or not phrase.is_owner or stands_for or is_act:
        return Role(name, phrase.start, phrase.end, finding)
    return Role("object" if name == "recipient" else name, phrase.start, phrase.end, None, owner=finding)


def _name(
    tree: Tree, clause: Clause, participant: Participant, phrase: Phrase, event_type: EventType | None
) -> str | None:
    finding, slot = phrase.finding, participant.slot
    if finding is not None and finding.kind in ("equipment", "event") and not _only_names(phrase):
        return finding.kind
    if slot in ("subject", "agent"):
        return "actor"
    if slot in ("object", "indirect"):
        return "recipient" if finding is not None and finding.kind in ACTORS else "object"
    if slot == "complement":
        return "object"
    if finding is None or (tree.tokens[participant.head].upos == "PRON" and finding.entity_id is None):
        return None
    if slot == "modifier" and clause.kind == "noun" and not participant.preposition:
        return "actor"
    if event_type is not None or clause.kind == "noun":
        towards = TOWARDS_IN_EVENTS if event_type in TALKS else TOWARDS_IN_STRIFE
        if finding.kind not in ACTORS or (participant.preposition in SCENES and not _may_be_struck(finding)):
            return None
        return "recipient" if slot == "possessor" or participant.preposition in towards else None
    if clause.kind == "copula":
        if finding.start <= tree.tokens[clause.predicate].start < finding.end:
            return None  # the finding is the complement itself: `is the ambassador of Chad`
        return "recipient" if participant.preposition in PARTNER_OF and not phrase.is_owner else None
    if slot == "possessor" or (slot == "modifier" and participant.preposition == "from"):
        return None
    if participant.preposition in LEANS_ON:
        return "recipient" if finding.kind != "organisation" or phrase.is_owner else None
    if slot == "oblique" and participant.preposition == "with" and clause.slots("object"):
        return None  # `dug a well with a friend`
    if slot == "modifier" and tree.tokens[tree.tokens[participant.head].head].deprel.startswith("obl"):
        return None  # `came under fire in a raid against rebels`: the raid met them
    if clause.lemma.split(" ")[0] in MOTION and finding.kind == "organisation":
        return None
    is_party = finding.kind == "person" or _is_power(finding)
    return "recipient" if is_party and participant.preposition in TOWARDS else None


def _is_attribute(tree: Tree, finding: Finding) -> bool:
    """Whether the words of a class only describe a noun behind them: the `submarine` of `the submarine deal`."""
    inside = [t for t in tree.tokens if finding.start <= t.start < finding.end]
    indices = {t.index for t in inside}
    heads = [t for t in inside if t.head not in indices]
    return finding.name is None and any(t.deprel in ("compound", "amod") for t in heads)


def _only_names(phrase: Phrase) -> bool:
    """Whether a class of things only tells what another thing is about: `the submarine deal`."""
    return phrase.is_owner and phrase.finding is not None and phrase.finding.name is None


def _may_be_struck(finding: Finding) -> bool:
    """Whether `at` or `over` can name a party: somebody or a country, but no town, sea or region."""
    return finding.kind == "person" or _is_power(finding)


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
    return list(seen.values())
