"""Descriptions of what was named before: `the military alliance`, `the country`, `the ministry`, `the president`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.coreference.scene import SUBJECTS, Scene
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

COUNTRY_NOUNS = frozenset({"country", "nation"})
# How many sentences back an antecedent may stand.
REACH = 4
_FAR = 12
_COMPANIES = frozenset({"company", "firm", "corporation", "manufacturer", "startup"})


def describe(scene: Scene, number: int, lexicon: ActorLexicon) -> None:
    """Resolve the definite descriptions of one sentence."""
    done = -1
    for first, end, allowed in lexicon.descriptions.matches(scene.keys[number]):
        if first >= done and _is_bare(scene, number, first, end):
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
        _resume(scene, number, index, finding, lexicon)


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
        told = {f.country for n, f in scene.before(number, index, REACH) if n == sentence and f.country}
        return (_sole(names) if len(told) == 1 else None) or _subject_country(scene, sentence, names)
    return None


def _subject_country(scene: Scene, number: int, names: list[Finding]) -> Finding | None:
    subject = scene.subject(number, scene.sentences[number].root.index)
    found = scene.at[number].get(subject) if subject is not None else None
    return found if found in names else None


def _resume(scene: Scene, number: int, index: int, finding: Finding, lexicon: ActorLexicon) -> None:
    """`the ministry` after `the Russian Defense Ministry`, `the president` after `President Xi Jinping`."""
    if not finding.finder.startswith("agent:") or finding.entity_id or finding.country:
        return
    words = range(index, len(scene.keys[number]))
    end = next((i for i in words if scene.at[number].get(i) is not finding), len(scene.keys[number]))
    if scene.at[number].get(index - 1) is finding or not _is_bare(scene, number, index, end):
        return
    said = scene.keys[number][end - 1]
    if finding.kind == "role":
        is_title = any(agent.is_title for agent in lexicon.agents.get(" ".join(scene.keys[number][index:end])))
        is_one = scene.token(number, end - 1).xpos not in ("NNS", "NNPS")
        found = _sole(_titled(scene, number, index, finding)) if is_title and is_one else None
    elif said in _COMPANIES:
        found = _company(scene, number, index)
    else:
        found = _sole(_organisations(scene, number, index, said))
    if found:
        scene.replace(number, index, end, found, "description", 0.6)


def _is_bare(scene: Scene, number: int, first: int, end: int) -> bool:
    """`the bloc`, not `the settlement bloc` nor `the bloc Acme`."""
    tokens = scene.sentences[number].tokens
    is_named = end < len(tokens) and tokens[end].upos == "PROPN"
    return first > 0 and tokens[first - 1].lemma in ("the", "this", "that") and not is_named


def _titled(scene: Scene, number: int, index: int, finding: Finding) -> Iterator[Finding]:
    """All who bore the title of a role before, nearest first; `the president` is no former vice president."""
    behind: Finding | None = None
    for sentence, earlier in scene.before(number, index, number):
        is_titled = behind and behind.kind == "person" and _is_titled(earlier, behind, finding)
        if behind and is_titled and scene.last(sentence, earlier).xpos not in ("NNS", "NNPS"):
            yield behind
        behind = earlier


def _is_titled(title: Finding, person: Finding, role: Finding) -> bool:
    return title.kind == "role" and title.finder == role.finder and 0 <= person.start - title.end < 2


def _organisations(scene: Scene, number: int, index: int, said: str) -> Iterator[Finding]:
    """Earlier organisations whose names end with the word `said`, nearest first."""
    for _, earlier in scene.before(number, index, REACH):
        if earlier.kind == "organisation" and earlier.entity_id and key_of(earlier.name or "").endswith(said):
            yield earlier


def _company(scene: Scene, number: int, index: int) -> Finding | None:
    """The sole company before a word, or the sole organisation that acts in its sentence or the one before.

    What is written on Facebook is not about Facebook.
    """
    found = [(n, f) for n, f in scene.before(number, index, REACH) if f.kind == "organisation" and f.entity_id]
    companies = [(n, f) for n, f in found if f.sector in ("BUS", None) and not scene.is_behind(n, f, ("on", "via"))]
    sole = _sole(f for _, f in companies)
    if sole and sole.sector == "BUS":
        return sole
    near = [(n, f) for n, f in companies if n >= number - 1]
    return _sole(f for _, f in near) if any(_acts(scene, n, f) for n, f in near) else None


def _acts(scene: Scene, number: int, finding: Finding) -> bool:
    return any(scene.token(number, i).deprel in SUBJECTS for i, f in scene.at[number].items() if f is finding)
