"""Pronouns: `it`, `its`, `he`, `they` and their like, by the subjects and possessors that govern them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tasks.core.facts.coreference.quotation import (
    MAX_BACK,
    are_quoted,
    begin_of_quotation,
    is_all_quoted,
    is_left_open,
    told_of,
)
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
_EMPTY_OBJECT_VERBS = frozenset({"make", "find", "deem", "think"})
_RELATIVES = frozenset({"who", "which", "that", "whose"})


def resolve_pronouns(scene: Scene, number: int, genders: Mapping[str, str]) -> None:
    """Resolve the pronouns of one sentence, left to right, so that one may stand on another.

    `genders`: `m` or `f` by the key of a given name, where it tells.
    """
    for index, key in enumerate(scene.keys[number]):
        if key in _THING or key in _PERSON or key in _MANY:
            if index in scene.at[number] or (key == "it" and _is_empty(scene, number, index)):
                continue
            found = _antecedent(scene, number, index, key, genders)
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
    if token.deprel == "expl" or _is_announced(scene, number, index):
        return True
    if token.deprel not in SUBJECTS or token.head < 0:
        return False
    verb = scene.token(number, token.head)
    clauses = scene.children(number, verb.index, "csubj", "csubj:pass", "ccomp")
    is_copular = bool(scene.children(number, verb.index, "cop"))
    return verb.lemma in _EMPTY_VERBS or (is_copular and (bool(clauses) or verb.upos == "ADJ"))


def _is_announced(scene: Scene, number: int, index: int) -> bool:
    """`make it easier to pay`: the object stands for the clause that follows."""
    token = scene.token(number, index)
    return token.deprel == "obj" and token.head >= 0 and scene.token(number, token.head).lemma in _EMPTY_OBJECT_VERBS


def _antecedent(scene: Scene, number: int, index: int, key: str, genders: Mapping[str, str]) -> Finding | None:
    for candidate in _governing(scene, number, index):
        if candidate < index:
            found = _fitting(scene, number, candidate, key)
            is_subject = scene.token(number, index).deprel in SUBJECTS
            is_sole = is_subject or not _is_contested(scene, number, (candidate, index), key, genders)
            return found if is_sole else None
    if number and (
        scene.token(number, index).deprel in (*SUBJECTS, "nmod:poss") or _is_according(scene, number, index)
    ):
        return _previous(scene, number, index, key)
    return None


def _is_according(scene: Scene, number: int, index: int) -> bool:
    return any(scene.token(number, i).text.lower() == "according" for i in scene.children(number, index, "case"))


def _is_contested(scene: Scene, number: int, span: tuple[int, int], key: str, genders: Mapping[str, str]) -> bool:
    """Whether somebody else whom the pronoun may mean stands between it and its candidate: `Lee met Bell at his home`.

    Who stands in the candidate's own phrase does not compete.
    """
    candidate, index = span
    found = scene.at[number].get(candidate)
    own = set(scene.sentences[number].subtree(candidate))
    between = [scene.at[number].get(i) for i in range(candidate + 1, index) if i not in own]
    others = [f for f in between if f and found and not _is_same(f, found) and (f.entity_id or key in _MANY)]
    return any(_fits(f, key) and _agrees(f, key, genders) for f in others)


def _is_same(finding: Finding, other: Finding) -> bool:
    """Nobody in particular (`residents`) has no id, and is meant again by a pronoun."""
    if finding.entity_id or other.entity_id:
        return finding.entity_id == other.entity_id
    return finding is other or finding.finder.startswith("coreference:")


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
        # `He came to tell him`: a clause whose subject is only understood has the subject of the clause above.
        is_free |= scene.token(number, parent).deprel in _CLAUSES and scene.subject(number, parent) is not None
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

    What a quotation tells may be somebody else's about somebody else: it neither competes nor counts as a sentence
    before. Linear in the length of three sentences.
    """
    quoted = are_quoted(scene.sentences[number].tokens)
    rivals = (f for i, f in scene.at[number].items() if i < index and not quoted[i])
    is_opened = scene.keys[number][0] == "|" and not quoted[0]
    if quoted[index] or is_opened or any(_fits(f, key) for f in rivals):
        return None
    before = number - 1
    if not any(quoted[:index]) and is_left_open(scene, before):
        subject = scene.subject(before, scene.sentences[before].root.index)
        return _fitting(scene, before, subject, key) if subject is not None else None
    before = begin_of_quotation(scene, number)
    while before > 0 and number - before < MAX_BACK and is_all_quoted(scene, before):
        before -= 1
    subject = told_of(scene, before)
    return _fitting(scene, before, subject, key) if subject is not None else None


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


def of_one_gender(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Findings without pronouns of the gender that a person's other pronouns speak against; both, where they tie."""
    counts: dict[str | None, Counter[bool]] = {}
    gendered = {f: text[f.start : f.end].lower() in _HE for f in findings if _is_gendered(text, f)}
    for finding, is_he in gendered.items():
        counts.setdefault(finding.entity_id, Counter())[is_he] += 1
    return [
        f
        for f in findings
        if f not in gendered or counts[f.entity_id][gendered[f]] > counts[f.entity_id][not gendered[f]]
    ]


def _is_gendered(text: str, finding: Finding) -> bool:
    is_pronoun = finding.finder == "coreference:pronoun" and finding.kind == "person"
    return is_pronoun and text[finding.start : finding.end].lower() in _PERSON
