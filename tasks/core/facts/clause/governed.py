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
_WHOLE = """double down on, crack down on, follow up on, give up on, stand up to, stand up for, take to, end up with,
come up with, make up for, sign up for, take part in, take advantage of, take care of, take note of, make use of,
make sense of, make fun of, make mention of, take charge of, take hold of, pay attention to, pay tribute to,
pay heed to, give birth to, give rise to, cast doubt on, lose sight of, lose track of, keep track of, play host to,
gain access to, have access to, take issue with, bear witness to, get rid of, fall short of, run afoul of"""
GOVERNED |= {(phrase.rpartition(" ")[0], phrase.rpartition(" ")[2]) for phrase in " ".join(_WHOLE.split()).split(", ")}
OF_ADJECTIVES = {"about", "of", "with", "to"}


def is_governed(clause: Clause, participant: Participant) -> bool:
    """Whether a phrase with a preposition is what the verb is about: it has no object, and takes one by that word."""
    if participant.slot != "oblique" or clause.slots("object"):
        return False
    if clause.kind == "copula":  # `is worried about the noise`
        return participant.preposition in OF_ADJECTIVES and " " in clause.lemma
    return clause.kind == "verb" and (clause.lemma, participant.preposition) in GOVERNED
