"""A cascade of finite-state rules: each stage rewrites runs of tagged nodes to one node, in one pass over the sentence.

A rule is a regular expression over tags ("MONTH INT COMMA? YEAR") and a function from the matched nodes to a value.
Each tag becomes one private character, so that Python's own expressions match over a sentence of nodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

_TAG = re.compile(r"[A-Z][A-Z0-9_]*")
_OTHER = "\ue000"


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of text with its tag and value."""

    tag: str
    value: Any  # as many types as the grammar has tags; each rule knows those of the tags it names
    start: int
    end: int


class Match(tuple[Node, ...]):
    """The nodes of one match, asked for by tag."""

    __slots__ = ()

    def all(self, *tags: str) -> list[Any]:
        """Values of the nodes with these tags, in order."""
        return [node.value for node in self if node.tag in tags]

    def get(self, *tags: str) -> Any:
        """Value of the first node with one of these tags, None without one."""
        return next((node.value for node in self if node.tag in tags), None)

    def has(self, *tags: str) -> bool:
        """Whether a node has one of these tags."""
        return any(node.tag in tags for node in self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One production: the tag it makes, the tags it takes, and the value; `build` returns None to refuse.

    A pattern may end in `(?=...)` or begin with `(?<=...)` to ask for neighbours that it does not take.
    """

    tag: str
    pattern: str
    build: Callable[[Match], Any]


@dataclass(frozen=True, slots=True)
class _Stage:
    """All patterns of a stage in one, to find a place quickly, and each with its rule, to decide there."""

    any: re.Pattern[str]
    each: list[tuple[re.Pattern[str], Rule]]

    def first(self, line: str, position: int, nodes: list[Node]) -> tuple[Node, int] | None:
        """The node of the first rule that fits at `position` and does not refuse, and where it ends."""
        for pattern, rule in self.each:
            match = pattern.match(line, position)
            if match and match.end() > position:
                taken = Match(nodes[position : match.end()])
                if (value := rule.build(taken)) is not None:
                    return Node(rule.tag, value, taken[0].start, taken[-1].end), match.end()
        return None


class Cascade:
    """Stages of rules, each applied to what the one before it left; within a stage the first rule that fits wins."""

    def __init__(self, stages: Sequence[Sequence[Rule]], macros: dict[str, str]) -> None:
        expanded = [[_expand(rule.pattern, macros) for rule in stage] for stage in stages]
        tags = sorted({tag for stage in expanded for pattern in stage for tag in _TAG.findall(pattern)})
        self._letters = {tag: chr(0xE001 + n) for n, tag in enumerate(tags)}
        self._stages = [self._compile(*pair) for pair in zip(expanded, stages, strict=True)]

    def _compile(self, patterns: Sequence[str], rules: Sequence[Rule]) -> _Stage:
        spelled = [_TAG.sub(lambda tag: self._letters[tag[0]], pattern).replace(" ", "") for pattern in patterns]
        return _Stage(re.compile("|".join(spelled)), [(re.compile(p), r) for p, r in zip(spelled, rules, strict=True)])

    def parse(self, nodes: Sequence[Node]) -> list[Node]:
        """Rewrite the nodes of one stretch of text, stage by stage."""
        found = list(nodes)
        for stage in self._stages:
            found = self._rewrite(stage, found)
        return found

    def _rewrite(self, stage: _Stage, nodes: list[Node]) -> list[Node]:
        line = "".join([self._letters.get(node.tag, _OTHER) for node in nodes])
        out: list[Node] = []
        done = position = 0
        while match := stage.any.search(line, position):
            made = stage.first(line, match.start(), nodes)
            if made is None:
                position = match.start() + 1
                continue
            node, position = made
            out += nodes[done : match.start()]
            out.append(node)
            done = position
        return out + nodes[done:]


def _expand(pattern: str, macros: dict[str, str]) -> str:
    """Write out macros (names for alternatives), which may use one another."""
    while any(tag in macros for tag in _TAG.findall(pattern)):
        pattern = _TAG.sub(lambda tag: f"(?:{macros[tag[0]]})" if tag[0] in macros else tag[0], pattern)
    return pattern
