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
_NAME = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ANCHOR = re.compile(
    rf"""(?P<scheme>
      https?://
    | (?<![a-z0-9]){LETTERS}\s?{SEPARATOR}
    | (?<![a-z0-9])h[ ]?t[ ]?t[ ]?p[ ]?s?[ ]?:[ ]?/[ ]?/
    | (?<![a-z0-9])https?(?::|[ ]|\.)(?=www\.)
    | (?<![a-z0-9])https?:(?={_NAME}\.[a-z])
    )
    | (?<![\w.@/-])(?://)?(?P<www>www\d?[ ]?\.[ ]?(?=[^\W_]))
    | (?<![\w.@/:-])(?://)?(?P<bare>(?:{_NAME}\.){{1,6}}[^\W\d_][\w-]{{1,23}})(?![\w@.-])(?P<path>(?::\d{{2,5}})?[/?\#]\S)?
    | (?<![\w.@/:-])(?P<split>(?:{_NAME}\.){{0,4}}{_NAME}(?:[ ]\.|\.[ ])(?:[a-z]{{2,3}}\.)?[a-z]{{2,6}})(?=/\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACE = re.compile(r"[\s<>\"”»]|$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an address begins, with its setting."""

    start: int
    setting: Setting
    is_bare: bool  # neither scheme nor `www.`


def sightings(text: str, lexicon: UrlLexicon) -> Iterator[Sighting]:
    """Every place where an address may begin, in order; none inside the first run of characters of another."""
    position = 0
    while match := _ANCHOR.search(text, position):
        start, position = match.start(), match.end()
        host = match["bare"] or match["split"]
        if host and not is_public_host(host.replace(" ", ""), lexicon.suffixes):
            continue
        setting = setting_of(text, start, REACH)
        if host and not _is_credible(text, match, setting):
            continue
        yield Sighting(start, setting, host is not None)
        space = _SPACE.search(text, match.start("path") if match["path"] else position)
        position = max(position, space.start()) if space else len(text)


def _is_credible(text: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether a host without scheme is meant as an address: it has a path, a label, or stands alone."""
    if match["split"]:
        return setting.is_labelled or setting.leads_line
    if match["path"] or (setting.is_labelled and setting.leads_line):
        return True
    return not text[: match.start()].strip(OPENING + " \t\r\n>") and not text[match.end() :].strip(OPENING + " \t\r\n>.)]}”»’")
