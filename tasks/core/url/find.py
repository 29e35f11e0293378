"""Finds where addresses begin in a text, whatever became of their scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.scheme import LETTERS, SEPARATOR
from tasks.core.url.settings import OPENING, Setting, setting_of

REACH = 4_000  # characters an address can span; a mail protection address has hundreds
# A cheap look for what may be a scheme or `www.`, without IGNORECASE, which costs ten times as much.
_HINT = re.compile(r"[hHtTpPsS][htpsxHTPSX* ]{1,9}[:;.,/\\%]|[wW]{3}\d?[ .]|//")
_HINT_SPAN = 24
_SCHEME = re.compile(
    rf"""https?://
    | (?<![a-z0-9]){LETTERS}\s?{SEPARATOR}
    | (?<![a-z0-9])h[ ]?t[ ]?t[ ]?p[ ]?s?[ ]?:[ ]?/[ ]?/
    | (?<![a-z0-9])https?[:.\s](?=www\.)
    | (?<![a-z0-9])https?:(?=[^\W_][\w-]{{1,62}}\.[a-z])
    | (?<![\w.@/:-])(?://)?www\d?[ ]?\.[ ]?(?=[^\W_])
    | (?<![\w.@/:-])//(?=[^\W_][\w-]{{1,62}}\.[a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
# A host without scheme, from the dot before its last labels; what stands left of the dot is looked at apart.
_DOT = re.compile(r"\.[ ]?(?=[^\W_])|[ ]\.(?=[^\W_])")
_LEFT = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){0,5}[^\W_](?:[\w-]{0,61}[^\W_])?$")
_RIGHT = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){0,5}[^\W\d_][\w-]{1,23}(?![\w@]|[.-]\w)(?P<path>(?::\d{2,5})?[/?#]\S)?")
_NOT_BEFORE = "@/\\.-=%&"  # a host behind one of these is part of something else
_NAME_SPAN = 100
_SPACE = re.compile(r"[\s<>\"”»]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an address begins, with its setting."""

    start: int
    setting: Setting
    is_bare: bool  # neither scheme nor `www.`


def sightings(text: str, lexicon: UrlLexicon) -> Iterator[Sighting]:
    """Every place where an address may begin, in order; none inside the first run of characters of another."""
    marked, bare = _schemes(text, 0), _bare_hosts(text, 0, lexicon)
    first, second = next(marked, None), next(bare, None)
    position = 0
    while first or second:
        is_bare = first is None or (second is not None and second[0] < first[0])
        start, end = (second if is_bare else first) or (0, 0)
        if start >= position:
            setting = setting_of(text, start, REACH)
            if not is_bare or _is_credible(text, start, end, setting):
                yield Sighting(start, setting, is_bare)
                space = _SPACE.search(text, end)
                position = space.start() if space else len(text)
        if is_bare:
            second = next(bare, None)
        else:
            first = next(marked, None)


def _schemes(text: str, position: int) -> Iterator[tuple[int, int]]:
    for hint in _HINT.finditer(text):
        if hint.start() >= position:
            match = _SCHEME.search(text, max(position, hint.start() - 1), hint.end() + _HINT_SPAN)
            if match and match.start() <= hint.end():
                position = match.end()
                yield match.span()


def _bare_hosts(text: str, position: int, lexicon: UrlLexicon) -> Iterator[tuple[int, int]]:
    for dot in _DOT.finditer(text):
        if dot.start() < position:
            continue
        right = _RIGHT.match(text, dot.end())
        if right is None or (" " in dot.group() and not right["path"]):
            continue
        left = _LEFT.search(text[max(position, dot.start() - _NAME_SPAN) : dot.start()])
        if left is None:
            continue
        start = dot.start() - len(left.group())
        name = right.group()[: len(right.group()) - len(right["path"] or "")]
        if text[start - 1 : start] not in _NOT_BEFORE or start == 0 or text[start - 1] == "=":
            position = right.end()
            if is_public_host(f"{left.group()}.{name}", lexicon.suffixes):
                yield start, right.end() - 1 if right["path"] else right.end()


def _is_credible(text: str, start: int, end: int, setting: Setting) -> bool:
    """Whether a host without scheme is meant as an address: it has a path, a label, or stands alone."""
    is_split = " " in text[start:end]
    if is_split:
        return setting.is_labelled or setting.leads_line
    if text[end - 1] in "/?#" or (setting.is_labelled and setting.leads_line):
        return True
    return not text[:start].strip(OPENING + " \t\r\n>") and not text[end:].strip(OPENING + " \t\r\n>.)]}”»’")
