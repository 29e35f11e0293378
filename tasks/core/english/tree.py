"""Scores to structure: the best tree with one root, and the best entity labels that are valid BIO."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e9)


def heads(scores: Scores) -> list[int]:
    """The head of each word (-1 for the one root), from (words, 1 + words) scores whose column 0 is the root.

    The greedy choice stands where it is a tree; else the maximum spanning tree is found.
    """
    scores = scores.astype(np.float32)
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = _NEVER
    # One root: the word that gains most, or loses least, by it.
    root = int((scores[:, 0] - scores[:, 1:].max(1, initial=_NEVER)).argmax())
    scores[:, 0] = _NEVER
    scores[root] = _NEVER
    scores[root, 0] = 0
    found = [int(head) - 1 for head in scores.argmax(1)]
    return _spanning(scores) if _cycle(found) else found


def _cycle(found: Sequence[int]) -> list[int]:
    """The words of one cycle, or none."""
    seen = [0] * len(found)
    for start in range(len(found)):
        at = start
        while at >= 0 and not seen[at]:
            seen[at] = start + 1
            at = found[at]
        if at >= 0 and seen[at] == start + 1:
            ring = [at]
            while found[ring[-1]] != at:
                ring.append(found[ring[-1]])
            return ring
    return []


def _spanning(scores: Scores) -> list[int]:
    """Chu-Liu and Edmonds, one contraction a turn; https://en.wikipedia.org/wiki/Edmonds'_algorithm."""
    turns: list[tuple[list[int], Scores, list[int]]] = []
    found = [int(head) - 1 for head in scores.argmax(1)]
    while ring := _cycle(found):
        outside = [i for i in range(len(found)) if i not in set(ring)]
        turns.append((ring, scores, outside))
        scores = _contract(scores, ring, outside, found)
        found = [int(head) - 1 for head in scores.argmax(1)]
    for ring, wide, outside in reversed(turns):
        found = _expand(found, ring, wide, outside)
    return found


def _contract(scores: Scores, ring: list[int], outside: list[int], found: list[int]) -> Scores:
    """The scores with the ring as one word, the last."""
    size = len(outside)
    columns = [0, *(i + 1 for i in outside)]
    narrow = np.full((size + 1, size + 2), _NEVER, dtype=np.float32)
    narrow[:size, : size + 1] = scores[np.ix_(outside, columns)]
    narrow[:size, size + 1] = scores[np.ix_(outside, [i + 1 for i in ring])].max(1, initial=_NEVER)
    narrow[size, : size + 1] = _entry(scores, ring, columns, found).max(0)
    return narrow


def _entry(scores: Scores, ring: list[int], columns: list[int], found: list[int]) -> Scores:
    """What breaking the ring at each of its words gains, for each head outside: (ring, columns)."""
    kept = scores[ring, [found[i] + 1 for i in ring]]
    gain: Scores = scores[np.ix_(ring, columns)] - kept[:, None]
    return gain


def _expand(found: list[int], ring: list[int], scores: Scores, outside: list[int]) -> list[int]:
    wide = [0] * (len(ring) + len(outside))
    greedy = [int(head) - 1 for head in scores.argmax(1)]
    for word in ring:
        wide[word] = greedy[word]
    for place, word in enumerate(outside):
        head = found[place]
        if head == len(outside):
            head = ring[int(scores[word, [i + 1 for i in ring]].argmax())]
        else:
            head = outside[head] if head >= 0 else -1
        wide[word] = head
    head = found[len(outside)]
    column = outside[head] + 1 if head >= 0 else 0
    broken = ring[int(_entry(scores, ring, [column], greedy)[:, 0].argmax())]
    wide[broken] = column - 1
    return wide


def entities(scores: Scores, labels: Sequence[str]) -> list[str]:
    """The best sequence of labels in which each I- follows a B- or I- of its kind; (words, labels) scores."""
    found = [labels[i] for i in scores.argmax(1)]
    if _is_valid(found):
        return found
    allowed = _transitions(labels)
    total = scores[0] + np.where([label.startswith("I-") for label in labels], _NEVER, 0)
    back: list[NDArray[Any]] = []
    for row in scores[1:]:
        steps = total[:, None] + allowed
        back.append(steps.argmax(0))
        total = steps.max(0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]


def _is_valid(found: Sequence[str]) -> bool:
    before = "O"
    for label in found:
        if label[0] == "I" and before[1:] != label[1:]:
            return False
        before = label
    return True


def _transitions(labels: Sequence[str]) -> Scores:
    allowed = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for i, before in enumerate(labels):
        for j, label in enumerate(labels):
            if label[0] == "I" and before[1:] != label[1:]:
                allowed[i, j] = _NEVER
    return allowed
