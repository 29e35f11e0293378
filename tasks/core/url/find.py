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
_HINT = re.compile(r"[hHtTpPsS][htpsxHTPSX*\s]{1,12}[:;.,/\\%]|[wW]{3}\d?[ .]|//")
_HINT_SPAN = 24
_OTHER_SPAN = 14  # the longest scheme before `//` that is not `http` at all
_SCHEME = re.compile(
    rf"""https?://
    | (?<![a-z0-9]){LETTERS}\s?{SEPARATOR}
    | (?<![a-z0-9])h\s{{0,4}}t\s{{0,4}}t\s{{0,4}}p\s{{0,4}}s?\s{{0,4}}:\s{{0,4}}/\s{{0,4}}/
    | (?<![a-z0-9])https?[:.\s](?=www\.)
    | (?<![a-z0-9])https?:(?=[^\W_][\w-]{{1,62}}\.[a-z])
    | (?<![a-z0-9])[a-z][a-z+-]{{1,11}}://(?=[^\W_][\w-]{{0,62}}\.[\w.-]*[a-z])
    | (?<![\w.@/:-])(?://)?(?=www\d?[ ]?\.[ ]?[^\W_])
    | (?<![\w.@/:-])//(?=[^\W_][\w-]{{1,62}}\.[a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
# A host without scheme is found by its first dot; what stands left of the dot is looked at apart.
_DOT = re.compile(r"\.(?=[^\W_])|\.[ ](?=[a-z]{2,6}(?:\.[a-z]{2,6})?/)")
_LEFT = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?[ ]?$")
_RIGHT = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){0,5}[^\W\d_][\w-]{1,23}(?![\w@]|[.-]\w)"
    r"(?P<path>(?::\d{2,5})?(?:[/?#]|%(?:25)*2[Ff])\S)?"
)
# Labels of a host that a space parts from the rest, with nothing before but a label: `Source: news. example.org/x`.
_SEVERED = re.compile(
    r"(?:^|[\n>:：(\[\"“][ \t]*)((?:[a-z][a-z0-9-]{0,30}\.)*[a-z][a-z0-9-]{0,30}(?:\.[ ]|[ ]\.))$", re.MULTILINE
)
_NOT_BEFORE = "@/\\.-%&"  # a host behind one of these is part of something else
_NAME_SPAN = 64
_ALONE = 40  # characters of marks and space around a host that makes up the whole text
_RUN_END = re.compile(r"[\s<>\"”»]|[,;|](?=https?://)|\]\(")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an address begins, with its setting."""

    start: int
    host_start: int  # behind its scheme
    setting: Setting
    is_bare: bool  # neither scheme nor `www.`


def sightings(text: str, lexicon: UrlLexicon) -> Iterator[Sighting]:
    """Every place where an address may begin, in order; none inside the first run of characters of another."""
    position, marked = 0, _next_scheme(text, 0)
    while position < len(text):
        if marked and marked[0] < position:
            marked = _next_scheme(text, position)
        bare = _next_bare(text, position, marked[0] if marked else len(text), lexicon)
        if not marked and not bare:
            return
        start, end = bare[:2] if bare else marked or (0, 0)
        if bare and bare[2]:
            start = _severed_start(text, position, start, lexicon)
        setting = setting_of(text, start, REACH, lexicon)
        position = end
        if not bare or _is_credible(text, start, *bare[1:], setting):
            yield Sighting(start, start if bare else end, setting, bare is not None)
            space = _RUN_END.search(text, end)
            position = space.start() if space else len(text)


def _next_scheme(text: str, position: int) -> tuple[int, int] | None:
    for hint in _HINT.finditer(text, position):
        before = _OTHER_SPAN if hint.group() == "//" else 1
        match = _SCHEME.search(text, max(position, hint.start() - before), hint.end() + _HINT_SPAN)
        if match and match.start() <= hint.end():
            return match.span()
    return None


def _next_bare(text: str, position: int, limit: int, lexicon: UrlLexicon) -> tuple[int, int, bool] | None:
    """The next host without scheme that begins before `limit`: its span, and whether a path follows."""
    for dot in _DOT.finditer(text, position, limit):
        left = _LEFT.search(text[max(position, dot.start() - _NAME_SPAN) : dot.start()])
        right = _RIGHT.match(text, dot.end())
        if left is None or right is None:
            continue
        is_split = " " in dot.group() or left.group().endswith(" ")
        start = dot.start() - len(left.group())
        if (is_split and not right["path"]) or (start and text[start - 1] in _NOT_BEFORE):
            continue
        end = right.end() - len(right["path"] or "")
        if is_public_host(f"{left.group().rstrip()}.{text[dot.end() : end]}", lexicon.suffixes):
            return start, end, right["path"] is not None
    return None


def _severed_start(text: str, position: int, start: int, lexicon: UrlLexicon) -> int:
    """Where a host begins, its first labels included that a space parts from it, if the setting is an address's."""
    severed = _SEVERED.search(text, max(position, start - _NAME_SPAN), start)
    if severed is None:
        return start
    setting = setting_of(text, severed.start(1), REACH, lexicon)
    return severed.start(1) if setting.is_labelled or setting.leads_line else start


def _is_credible(text: str, start: int, end: int, has_path: bool, setting: Setting) -> bool:
    """Whether a host without scheme is meant as an address: it has a path, a label, or stands alone."""
    is_split = " " in text[start:end]
    if is_split:
        return setting.is_labelled or setting.leads_line
    if has_path or (setting.is_labelled and setting.leads_line):
        return True
    if start > _ALONE or len(text) - end > _ALONE:
        return False
    return not text[:start].strip(OPENING + " \t\r\n>") and not text[end:].strip(OPENING + " \t\r\n>.)]}”»’")
