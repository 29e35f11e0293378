"""Which of the people of one surname is meant by `Mr. Hart` and `Ms. Hart`: the title tells the gender."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of, slug

_TITLE = re.compile(r"\b(Mr|Sir|Lord|Mrs|Ms|Miss|Lady|Dame)\.? $")
_HE = ("Mr", "Sir", "Lord")
_LONGEST = 8  # characters of a title with its blank


def by_title(text: str, findings: Sequence[Finding], genders: Mapping[str, str]) -> list[Finding]:
    """The findings, surnames behind a title as the one person of that name and gender.

    Where all of that name are known to be of the other gender, it is somebody else. `genders`: `m` or `f` by the key of
    a given name, where it tells.
    """
    titles = {finding: title for finding in findings if (title := _title_of(text, finding))}
    if not titles:
        return list(findings)
    named = {f.entity_id: f for f in findings if f.kind == "person" and " " in (f.name or "")}
    return [_meant(f, titles[f], named.values(), genders) if f in titles else f for f in findings]


def _title_of(text: str, finding: Finding) -> str:
    """The title right before a single name of a person."""
    if finding.kind != "person" or finding.entity_id is None or " " in (finding.name or " "):
        return ""
    found = _TITLE.search(text, max(finding.start - _LONGEST, 0), finding.start)
    return found[1] if found else ""


def _meant(finding: Finding, title: str, named: Collection[Finding], genders: Mapping[str, str]) -> Finding:
    surname, wanted = key_of(finding.name or ""), "m" if title in _HE else "f"
    relatives = [f for f in named if key_of(f.name or "").split(" ")[-1] == surname]
    known = [genders.get(key_of(f.name or "").partition(" ")[0], "") for f in relatives]
    fitting = [f for f, gender in zip(relatives, known, strict=True) if gender == wanted]
    if len(relatives) > 1 and len(fitting) == 1 and "" not in known:
        return replace(
            finding,
            entity_id=fitting[0].entity_id,
            name=fitting[0].name,
            country=finding.country or fitting[0].country,
            sector=finding.sector or fitting[0].sector,
            finder="coreference:title",
        )
    if relatives and not fitting and "" not in known:
        name = f"{title}. {finding.name}" if len(title) < 4 and title != "Sir" else f"{title} {finding.name}"
        return replace(finding, entity_id=f"person:{slug(name)}", name=name)
    return finding
