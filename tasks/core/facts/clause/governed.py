"""Verbs that take their object by a preposition of their own: `refer to`, `focus on`, `complain about`."""

from __future__ import annotations

from tasks.core.facts.clause.clause import Clause, Participant

_BY_PREPOSITION = {
    "to": "refer respond react reply lead listen belong object appeal point adhere resort subscribe commit amount "
    "contribute adapt submit attend cater admit consent relate stick cling switch",
    "on": "focus rely depend insist comment concentrate count decide embark reflect vote bet touch capitalize "
    "capitalise renege lean draw hinge report infringe prey seize elaborate dwell",
    "upon": "rely depend insist call seize touch",
    "for": "call push vote campaign apply account ask wait look search pay apologize apologise pray hope plead opt "
    "care argue advocate press compete prepare qualify register strive",
    "with": "deal cope agree disagree comply interfere tamper contend wrestle grapple experiment",
    "in": "invest participate engage believe result specialize specialise intervene indulge partake enroll enrol "
    "culminate",
    "of": "consist dispose approve disapprove dream complain learn hear speak boast",
    "from": "suffer benefit recover withdraw abstain refrain resign graduate escape retire profit stem result derive",
    "at": "look aim laugh glance point shout stare fire shoot balk",
    "about": "complain worry talk speak think care learn warn lie boast ask hear know write brag joke",
    "into": "look inquire delve tap",
    "against": "argue vote fight campaign protest rebel retaliate guard compete discriminate conspire speak testify "
    "rule appeal",
    "over": "preside clash argue quarrel fight disagree",
}
GOVERNED = {(verb, preposition) for preposition, verbs in _BY_PREPOSITION.items() for verb in verbs.split()}
GOVERNED |= {("double down", "on"), ("crack down", "on"), ("follow up", "on"), ("give up", "on"), ("stand up", "to")}
GOVERNED |= {
    ("take part", "in"),
    ("take advantage", "of"),
    ("take care", "of"),
    ("take note", "of"),
    ("make use", "of"),
}
GOVERNED |= {
    ("make sense", "of"),
    ("make fun", "of"),
    ("make mention", "of"),
    ("take charge", "of"),
    ("take hold", "of"),
}
GOVERNED |= {
    ("pay attention", "to"),
    ("pay tribute", "to"),
    ("pay heed", "to"),
    ("give birth", "to"),
    ("cast doubt", "on"),
}
GOVERNED |= {("give rise", "to"), ("lose sight", "of"), ("lose track", "of"), ("keep track", "of"), ("play host", "to")}
GOVERNED |= {("gain access", "to"), ("have access", "to"), ("take issue", "with"), ("bear witness", "to")}
GOVERNED |= {
    ("stand up", "for"),
    ("take", "to"),
    ("end up", "with"),
    ("come up", "with"),
    ("make up", "for"),
    ("sign up", "for"),
}


def is_governed(clause: Clause, participant: Participant) -> bool:
    """Whether a phrase with a preposition is what the verb is about: it has no object, and takes one by that word."""
    if participant.slot != "oblique" or clause.kind != "verb" or clause.slots("object"):
        return False
    return (clause.lemma, participant.preposition) in GOVERNED
