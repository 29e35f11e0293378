"""A document while its references are resolved: findings by token, and what stands before a place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.finding import Finding
from tasks.core.facts.name import word_key

_REFERABLE = frozenset({"person", "organisation", "place", "role"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


class Scene:
    """Findings of a document, looked up by sentence and token; resolving adds to them."""

    def __init__(self, sentences: Sequence[Sentence], findings: Sequence[Finding]) -> None:
        self.sentences = sentences
        self.keys = [[word_key(token.text) for token in sentence.tokens] for sentence in sentences]
        self.at: list[dict[int, Finding]] = [{} for _ in sentences]
        self._children: list[dict[int, list[int]]] = [_children(sentence) for sentence in sentences]
        self._kept = dict.fromkeys(findings)
        starts = [sentence.start for sentence in sentences]
        for finding in findings:
            # Times and quantities refer to nothing and may overlap what does.
            if finding.kind in _REFERABLE:
                self._put(bisect_right(starts, finding.start) - 1, finding)

    def _put(self, number: int, finding: Finding) -> None:
        for token in self.sentences[number].tokens if number >= 0 else ():
            if finding.start <= token.start and token.end <= finding.end:
                self.at[number][token.index] = finding

    def replace(self, number: int, first: int, end: int, antecedent: Finding, finder: str, score: float) -> None:
        """Let the tokens [first, end) stand for an antecedent; findings that lie in them go."""
        tokens = self.sentences[number].tokens
        held = [f for f in (self.at[number].get(index) for index in range(first, end)) if f]
        start, stop = tokens[first].start, tokens[end - 1].end
        if any(f.start < start or f.end > stop for f in held):
            return
        for finding in held:
            self._kept.pop(finding, None)
        made = replace(antecedent, start=start, end=stop, finder=f"coreference:{finder}", score=score)
        self._kept[made] = None
        for index in range(first, end):
            self.at[number][index] = made

    def findings(self) -> list[Finding]:
        """All findings, sorted."""
        return sorted(self._kept, key=lambda f: (f.start, f.end))

    def children(self, number: int, index: int, *relations: str) -> list[int]:
        """Dependents of a token that hang by one of the relations, in order."""
        tokens = self.sentences[number].tokens
        return [i for i in self._children[number].get(index, ()) if tokens[i].deprel in relations]

    def subject(self, number: int, index: int) -> int | None:
        """The subject of a predicate."""
        found = self.children(number, index, *SUBJECTS)
        return found[0] if found else None

    def before(self, number: int, index: int, sentences: int) -> Iterator[tuple[int, Finding]]:
        """Findings before a token, nearest first, through this many earlier sentences, each with its sentence."""
        for earlier in range(number, max(number - sentences, 0) - 1, -1):
            row = self.at[earlier]
            seen: Finding | None = None
            for token in sorted((i for i in row if earlier < number or i < index), reverse=True):
                if row[token] is not seen:
                    seen = row[token]
                    yield earlier, seen

    def last(self, number: int, finding: Finding) -> Token:
        """The last token of a finding."""
        return next(t for t in reversed(self.sentences[number].tokens) if t.start < finding.end)

    def is_behind(self, number: int, finding: Finding, keys: tuple[str, ...]) -> bool:
        """Whether one of the words stands right before a finding."""
        first = min(index for index, found in self.at[number].items() if found is finding)
        return first > 0 and self.keys[number][first - 1] in keys

    def is_definite(self, number: int, index: int) -> bool:
        """Whether a noun has `the`, `this` or `that`."""
        tokens = self.sentences[number].tokens
        return any(tokens[i].lemma in ("the", "this", "that") for i in self.children(number, index, "det"))

    def token(self, number: int, index: int) -> Token:
        """A token by sentence and number."""
        return self.sentences[number].tokens[index]


def _children(sentence: Sentence) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for token in sentence.tokens:
        found.setdefault(token.head, []).append(token.index)
    return found
