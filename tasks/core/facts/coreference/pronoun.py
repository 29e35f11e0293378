"""Pronouns: `it`, `its`, `he`, `they` and their like, by the subjects and possessors that govern them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tasks.core.facts.coreference.scene import SUBJECTS, Scene
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import key_of

_THING = frozenset({"it", "its"})
_PERSON = frozenset({"he", "him", "his", "she", "her", "hers"})
_HE = frozenset({"he", "him", "his"})
_MANY = frozenset({"they", "them", "their", "theirs"})
# Behind one of these begins a clause with a subject of its own.
_CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "advcl:relcl", "parataxis", "csubj"})
_COLLECTIVES = frozenset({"police", "military", "staff", "people", "crew", "team", "family", "government", "army"})
# `It rains`, `it seems that`: the pronoun stands for nothing.
_EMPTY_VERBS = frozenset({"rain", "snow", "seem", "appear", "happen", "turn", "take", "matter", "remain"})
_RELATIVES = frozenset({"who", "which", "that", "whose"})


def resolve_pronouns(scene: Scene, number: int, genders: Mapping[str, str]) -> None:
    """Resolve the pronouns of one sentence, left to right, so that one may stand on another.

    `genders`: `m` or `f` by the key of a given name, where it tells.
    """
    for index, key in enumerate(scene.keys[number]):
        if key in _THING or key in _PERSON or key in _MANY:
            if index in scene.at[number] or (key == "it" and _is_empty(scene, number, index)):
                continue
            found = _antecedent(scene, number, index, key)
            if found and _agrees(found, key, genders) and (found.entity_id or found.country or found.sector):
                scene.replace(number, index, index + 1, found, "pronoun", 0.6)


def _agrees(finding: Finding, key: str, genders: Mapping[str, str]) -> bool:
    """`Sarah Miller` is no `he`."""
    if finding.kind != "person" or key not in _PERSON:
        return True
    gender = genders.get(key_of(finding.name or "").partition(" ")[0], "")
    return gender in ("", "m" if key in _HE else "f")


def _is_empty(scene: Scene, number: int, index: int) -> bool:
    token = scene.token(number, index)
    if token.deprel == "expl":
        return True
    if token.deprel not in SUBJECTS or token.head < 0:
        return False
    verb = scene.token(number, token.head)
    clauses = scene.children(number, verb.index, "csubj", "csubj:pass", "ccomp")
    is_copular = bool(scene.children(number, verb.index, "cop"))
    return verb.lemma in _EMPTY_VERBS or (is_copular and (bool(clauses) or verb.upos == "ADJ"))


def _antecedent(scene: Scene, number: int, index: int, key: str) -> Finding | None:
    for candidate in _governing(scene, number, index):
        if candidate < index:
            return _fitting(scene, number, candidate, key)
    if number and scene.token(number, index).deprel in (*SUBJECTS, "nmod:poss"):
        return _previous(scene, number, index, key)
    return None


def _governing(scene: Scene, number: int, index: int) -> Iterator[int]:
    """Subjects and possessors met on the way from a word up to the root, nearest first.

    `it` as an object is not the subject of its own clause: `Congress acts to extend it`.
    """
    path = {index}
    node = index
    is_free = scene.token(number, index).deprel in (*SUBJECTS, "nmod:poss")
    while (parent := scene.token(number, node).head) >= 0 and parent not in path:
        path.add(parent)
        if is_free:
            yield from (c for c in _candidates(scene, number, parent) if c not in path)
        is_free |= scene.token(number, parent).deprel in _CLAUSES
        node = parent


def _candidates(scene: Scene, number: int, node: int) -> Iterator[int]:
    yield from scene.children(number, node, "nmod:poss")
    subject = scene.subject(number, node)
    if subject is not None:
        yield _behind_relative(scene, number, node, subject)


def _behind_relative(scene: Scene, number: int, verb: int, candidate: int) -> int:
    """The noun that `who` or `which` stands for."""
    is_relative = scene.token(number, verb).deprel in ("acl:relcl", "advcl:relcl")
    if is_relative and scene.keys[number][candidate] in _RELATIVES and scene.token(number, verb).head >= 0:
        return scene.token(number, verb).head
    return candidate


def _previous(scene: Scene, number: int, index: int, key: str) -> Finding | None:
    """The subject of the sentence before, where nothing in this sentence stands before the pronoun to compete.

    A sentence that a quotation mark opens may be somebody else's about somebody else.
    """
    if any(_fits(f, key) for i, f in scene.at[number].items() if i < index) or scene.keys[number][0] == "|":
        return None
    before = scene.sentences[number - 1]
    subject = scene.subject(number - 1, before.root.index)
    return _fitting(scene, number - 1, subject, key) if subject is not None else None


def _fitting(scene: Scene, number: int, index: int, key: str) -> Finding | None:
    """The finding at a word, if number and kind agree; `Russia and Serbia` is no `it`, and no single `they` either."""
    found = scene.at[number].get(index)
    if found is None or scene.children(number, index, "conj"):
        return None
    token = scene.token(number, index)
    is_many = token.xpos in ("NNS", "NNPS") or token.lemma in _COLLECTIVES
    if key in _MANY and not is_many and found.sector != "REB":
        return None
    if key in _PERSON and is_many:
        return None
    return found if _fits(found, key) else None


def _fits(finding: Finding, key: str) -> bool:
    if key in _PERSON:
        return finding.kind == "person"
    if key in _THING:
        is_country = (finding.entity_id or "").startswith("country:") and not finding.finder.startswith("demonym")
        return finding.kind == "organisation" or is_country
    return finding.kind in ("role", "organisation")
