"""Names of one thing in a document: a surname after the full name, an acronym, a company without its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

# A word that more names share than this links none of them.
_MOST_ALIKE = 50
# What may follow a company's or a body's short name in its full one.
_GENERIC = frozenset(
    {"inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "sa", "spa", "nv", "lp", "llp", "limited", "group"}
    | {"holdings", "holding", "company", "companies", "corporation", "international", "industries", "technologies"}
    | {"systems", "partners", "enterprises", "bank", "airlines", "airways", "motors", "pharmaceuticals", "energy"}
    | {"university", "institute", "institution", "foundation", "party", "association", "organization", "organisation"}
)
# What a place has, and is not.
_BODIES = frozenset(
    {"court", "police", "council", "department", "office", "school", "schools", "board", "commission", "district"}
    | {"hospital", "college", "airport", "church", "sheriff", "library", "jail", "fire", "county", "chamber", "museum"}
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "'s", "&"})


# Whether the words of one name are short for another's; the last argument: whether the longer stood there first.
IsShort = Callable[[Sequence[str], Sequence[str], bool], bool]


def unify_names(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Findings with short names given the entity of the one longer name they may stand for."""
    persons = _links([f for f in findings if f.kind in ("person", "role")], "person", _is_short_person)
    organisations = _links(findings, "organisation", _is_short_organisation) | _introduced(text, findings)
    linked = [_link(finding, persons | organisations) for finding in findings]
    return _share(linked)


def _links(findings: Sequence[Finding], kind: str, is_short: IsShort) -> dict[str, Finding]:
    """For each entity of a kind that is a shorter name of exactly one other, that other's fullest finding."""
    named: dict[str, Finding] = {}
    order: dict[str, int] = {}
    for number, finding in enumerate(findings):
        if finding.kind == kind and finding.entity_id and key_of(finding.name or ""):
            named.setdefault(finding.entity_id, finding)
            order.setdefault(finding.entity_id, number)
    words = {identifier: _words(finding) for identifier, finding in named.items()}
    alike = _alike(words)
    links = {}
    for identifier, short in words.items():
        if named[identifier].finder == "organisation:listed":
            continue
        near = {other for word in (short[0], short[-1]) for other in alike.get(word, ())}
        fuller = [
            o for o in near if len(words[o]) > len(short) and is_short(short, words[o], order[o] < order[identifier])
        ]
        if target := _meant(identifier, fuller, order, findings):
            links[identifier] = named[target]
    return links


def _meant(short: str, fuller: Sequence[str], order: dict[str, int], findings: Sequence[Finding]) -> str | None:
    """Which of the fuller names a short one stands for: the only one that stood before it, or the only one at all.

    Where the short name goes on for a while before the fuller one, that is a relative: `President Obama` is not the
    Michelle Obama of the third paragraph.
    """
    earlier = [identifier for identifier in fuller if order[identifier] < order[short]]
    if earlier or len(fuller) != 1:
        return earlier[0] if len(earlier) == 1 else None
    if findings[order[short]].kind != "person":
        return fuller[0]
    before = sum(f.entity_id == short for f in findings[: order[fuller[0]]])
    return fuller[0] if before == 1 and not _is_titled(findings, order[short]) else None


def _is_titled(findings: Sequence[Finding], number: int) -> bool:
    before = findings[number - 1] if number else None
    return before is not None and before.kind == "role" and findings[number].start - before.end < 2


def _words(finding: Finding) -> list[str]:
    """`James P. Kennedy Jr.` is a Kennedy."""
    words = key_of(finding.name or "").split()
    is_generation = finding.kind == "person" and len(words) > 2 and words[-1] in _GENERATIONS
    return words[:-1] if is_generation else words


def _alike(words: dict[str, list[str]]) -> dict[str, list[str]]:
    """Entities by first word, last word and initials, so that a name is held against few others."""
    found: dict[str, list[str]] = {}
    for identifier, name in words.items():
        for word in {name[0], name[1] if len(name) > 1 else "", name[-1], _initials(name)}:
            found.setdefault(word, []).append(identifier)
    return {word: identifiers for word, identifiers in found.items() if len(identifiers) <= _MOST_ALIKE}


def _initials(name: Sequence[str]) -> str:
    return "".join(word[0] for word in name if word not in _SMALL)


def _is_short_person(short: Sequence[str], long: Sequence[str], _: bool) -> bool:
    """`Vucic` or `Aleksandar` of Aleksandar Vucic, `Putin` of Vladimir V. Putin."""
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or short[0] == " ".join(long[1:])
    return (short[0] == long[0] and short[-1] == long[-1]) or list(short) == list(long[-len(short) :])


def _is_short_organisation(short: Sequence[str], long: Sequence[str], is_behind: bool) -> bool:
    """`Acme` of Acme Holdings, `ABC` of Agency for Better Cities; `Acme` and then `Acme Music Player` are two.

    So are a county and its court, whichever stands first.
    """
    rest = long[len(short) :]
    if list(long[: len(short)]) == list(short):
        return (is_behind and not _BODIES.intersection(rest)) or all(word in _GENERIC for word in rest)
    return len(short) == 1 and len(short[0]) > 2 and short[0] == _initials(long)


def _introduced(text: str, findings: Sequence[Finding]) -> dict[str, Finding]:
    """`the Free Farmers' Front (FFF)`: what stands in brackets is the same organisation."""
    links = {}
    for before, finding in pairwise(findings):
        is_bracketed = text[before.end : finding.start].strip() == "(" and text[finding.end : finding.end + 1] == ")"
        is_acronym = text[finding.start : finding.end].isupper() and finding.finder != "organisation:listed"
        is_same_kind = before.kind == finding.kind == "organisation"
        if is_bracketed and is_acronym and is_same_kind and before.entity_id and finding.entity_id:
            links[finding.entity_id] = before
    return links


def _link(finding: Finding, links: dict[str, Finding]) -> Finding:
    target = links.get(finding.entity_id or "")
    if target is None or target.kind != finding.kind or target.entity_id == finding.entity_id:
        return finding
    return replace(
        finding,
        entity_id=target.entity_id,
        name=target.name,
        country=finding.country or target.country,
        sector=finding.sector or target.sector,
        finder="coreference:name",
    )


def _share(findings: Iterable[Finding]) -> list[Finding]:
    """A person has everywhere the country and sector that one mention gives."""
    findings = list(findings)
    known: dict[str, Finding] = {}
    for finding in findings:
        if finding.kind == "person" and finding.entity_id and (finding.country or finding.sector):
            known.setdefault(finding.entity_id, finding)
    return [_filled(finding, known.get(finding.entity_id or "")) for finding in findings]


def _filled(finding: Finding, known: Finding | None) -> Finding:
    if known is None or finding.kind != "person":
        return finding
    return replace(finding, country=finding.country or known.country, sector=finding.sector or known.sector)
