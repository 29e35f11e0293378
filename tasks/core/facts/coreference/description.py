"""Descriptions of what was named before: `the military alliance`, `the country`, `the ministry`, `the president`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.coreference.scene import Scene
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

COUNTRY_NOUNS = frozenset({"country", "nation"})
# How many sentences back an antecedent may stand.
REACH = 4
_FAR = 12


def describe(scene: Scene, number: int, lexicon: ActorLexicon) -> None:
    """Resolve the definite descriptions of one sentence."""
    done = -1
    for first, end, allowed in lexicon.descriptions.matches(scene.keys[number]):
        if first >= done and scene.is_definite(number, end - 1):
            found = _sole(f for _, f in scene.before(number, first, _FAR) if _entity(f) in allowed[0])
            if found:
                scene.replace(number, first, end, found, "description", 0.7)
                done = end
    for index, key in enumerate(scene.keys[number]):
        if index not in scene.at[number] and key in COUNTRY_NOUNS and scene.is_definite(number, index):
            country = _country(scene, number, index)
            if country:
                scene.replace(number, index, index + 1, country, "description", 0.6)
    for index, finding in list(scene.at[number].items()):
        _resume(scene, number, index, finding)


def _entity(finding: Finding) -> str | None:
    """The id a table of descriptions uses; regions have GeoNames ids as well as names."""
    if finding.kind == "place" and finding.entity_id and not finding.entity_id.startswith("country:"):
        return f"region:{key_of(finding.name or '').replace(' ', '-')}"
    return finding.entity_id


def _sole(findings: Iterable[Finding]) -> Finding | None:
    """The nearest finding, if all are of one entity."""
    found = list(findings)
    return found[0] if found and len({f.entity_id for f in found}) == 1 else None


def _country(scene: Scene, number: int, index: int) -> Finding | None:
    """The sole country before a word in its sentence, else that of the nearest earlier sentence that has any."""
    by_sentence: dict[int, list[Finding]] = {}
    for sentence, finding in scene.before(number, index, REACH):
        if finding.kind == "place" and (finding.entity_id or "").startswith("country:"):
            by_sentence.setdefault(sentence, []).append(finding)
    for sentence in sorted(by_sentence, reverse=True):
        names = [f for f in by_sentence[sentence] if not f.finder.startswith("demonym")] or by_sentence[sentence]
        return _sole(names) or _subject_country(scene, sentence, names)
    return None


def _subject_country(scene: Scene, number: int, names: list[Finding]) -> Finding | None:
    subject = scene.subject(number, scene.sentences[number].root.index)
    found = scene.at[number].get(subject) if subject is not None else None
    return found if found in names else None


def _resume(scene: Scene, number: int, index: int, finding: Finding) -> None:
    """`the ministry` after `the Russian Defense Ministry`, `the president` after `President Xi Jinping`."""
    if not finding.finder.startswith("agent:") or finding.entity_id or finding.country:
        return
    words = range(index, len(scene.keys[number]))
    end = next((i for i in words if scene.at[number].get(i) is not finding), len(scene.keys[number]))
    if scene.at[number].get(index - 1) is finding or not scene.is_definite(number, end - 1):
        return
    said = scene.keys[number][end - 1]
    found = _sole(_same_kind(scene, number, index, finding, said))
    if found:
        scene.replace(number, index, end, found, "description", 0.6)


def _same_kind(scene: Scene, number: int, index: int, finding: Finding, said: str) -> Iterator[Finding]:
    """Earlier findings that the words `said` may describe, nearest first."""
    behind: Finding | None = None
    for _, earlier in scene.before(number, index, REACH):
        if earlier.kind == "organisation" == finding.kind and earlier.entity_id:
            if key_of(earlier.name or "").endswith(said) or _is_company(earlier, said):
                yield earlier
        elif behind and earlier.kind == "role" == finding.kind and _is_titled(earlier, behind, said):
            yield behind
        behind = earlier


def _is_titled(title: Finding, person: Finding, said: str) -> bool:
    return person.kind == "person" and person.start - title.end < 3 and title.finder.endswith(said)


def _is_company(finding: Finding, said: str) -> bool:
    return finding.sector == "BUS" and said in ("company", "firm", "corporation", "manufacturer")
