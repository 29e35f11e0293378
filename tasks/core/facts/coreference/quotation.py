"""What of a sentence stands in quotation marks, and who its words outside of them tell of."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.english.token import Token
from tasks.core.facts.coreference.scene import Scene

OPENING, CLOSING = "``", "''"
MAX_BACK = 3  # sentences; a speaker is named again when a quotation goes on for longer


def are_quoted(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it stands in a quotation, its marks included; one that a sentence closes was open."""
    marks = [t.xpos for t in tokens if t.xpos in (OPENING, CLOSING)]
    is_open = marks[:1] == [CLOSING]
    found = []
    for token in tokens:
        found.append(is_open or token.xpos in (OPENING, CLOSING))
        is_open = (is_open or token.xpos == OPENING) and token.xpos != CLOSING
    return found


def told_of(scene: Scene, number: int) -> int | None:
    """The subject of what a sentence itself tells: of `“It is closed,” said Ann Berg` who said so."""
    root = scene.sentences[number].root.index
    quoted = are_quoted(scene.sentences[number].tokens)
    verbs = [root, *scene.children(number, root, "parataxis")]
    subjects = [s for s in (scene.subject(number, verb) for verb in verbs) if s is not None and not quoted[s]]
    return subjects[0] if subjects else None


def is_left_open(scene: Scene, number: int) -> bool:
    """Whether a quotation goes on behind a sentence."""
    tokens = scene.sentences[number].tokens
    return tokens[-1].xpos != CLOSING and are_quoted(tokens)[-1]


def begin_of_quotation(scene: Scene, number: int) -> int:
    """The sentence that opens the quotation a sentence closes, else the one before it.

    What stands between has no marks of its own: `“It is closed. Ann closed it. So be it,” he said`.
    """
    tokens = scene.sentences[number].tokens
    goes_on = are_quoted(tokens)[0] and tokens[0].xpos != OPENING
    earlier = range(number - 1, max(number - 1 - MAX_BACK, -1), -1) if goes_on else ()
    return next((e for e in earlier if is_left_open(scene, e)), number - 1)


def is_all_quoted(scene: Scene, number: int) -> bool:
    """Whether nothing of a sentence stands outside a quotation that it opens."""
    tokens = scene.sentences[number].tokens
    return tokens[0].xpos == OPENING and all(are_quoted(tokens))
