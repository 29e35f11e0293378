"""Whether the noun of an act tells again what the verb above it has told: `provided assistance to Chad`."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.facts.clause.roles import Role
from tasks.core.facts.event.classify import Event
from tasks.tables.records import Fact


def repeats(noun: Fact, event: Event, roles: Sequence[Role]) -> bool:
    """Whether a fact told by a noun is the event of its verb, and nobody and nothing takes part in it besides.

    `event` and `roles` are those of the verb. Where it names no event, or another (`condemned the attack on Chad`), the
    noun tells something of its own.
    """
    if noun.event_type is None or noun.event_type != event.event_type:
        return False
    told = {role.start for role in roles}
    return any(r.name == "actor" for r in roles) and all(a.start in told for a in noun.arguments if a.role != "source")
