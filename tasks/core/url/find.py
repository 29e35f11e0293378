"""Finds where addresses begin in a text, in what setting they stand, and how far they can reach at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon

Bound = Literal["hard", "soft", "open"]  # a closing mark that ends it surely, that may, or none
REACH = 4_000  # characters an address can span; a mail protection address has hundreds

_COLON = r"(?:[:;.,]|%3A|%253A)"
_SLASH = r"(?:[/\\]|%2F|%252F)"
_ANCHOR = re.compile(
    rf"(?P<scheme>https?://"
    rf"|(?<![a-z0-9*])[htpsx*]{{2,8}}[ ]?(?:{_COLON}{{1,2}}[ ]?{_SLASH}{{1,4}}|{_SLASH}{{2,3}}|:(?=www\.|[a-z0-9-]{{1,63}}\.[a-z]))"
    rf"|(?<![a-z0-9*])h[tx]{{2}}p[ ]s?[ ]?:[ ]?//|(?<![a-z0-9*])h[ ]?ttps?://|(?<![a-z0-9*])ht[ ]?tps?://|(?<![a-z0-9*])htt[ ]?ps?://)"
    rf"|(?P<www>(?<![\w.@/-])(?://)?www\d?[ ]?\.[ ]?(?=[^\W_]))"
    rf"|(?P<bare>(?<![\w.@/:%=-])(?://)?(?:[^\W_](?:[\w-]{{0,61}}[^\W_])?\.){{1,6}}[^\W\d_]{{2,24}}(?![\w@.-]|\.\w)(?P<path>(?::\d{{2,5}})?[/?#])?)",
    re.IGNORECASE,
)
_CLOSING = {"<": ">", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’", "`": "`", "「": "」"}  # fmt: skip
_LABEL = re.compile(
    r"(?:\b(?:original|source|canonical|article|full|web|page|story|news|direct|final|post|item|resolved|given)?[ _-]?(?:ur[li]s?|links?|address|href|website)"
    r"|\bsources?|\bread[ ](?:more|on|it|the[ ](?:rest|full|whole|original|entire|complete)?[ ]?(?:article|story|post|text|piece)?)[ ]?(?:at|here|on|from|in)?"
    r"|\bcontinue[ ]reading(?:[ ](?:at|here|on))?|\bfull[ ](?:article|story|text)(?:[ ](?:at|here))?|\bvia|\bpermalink|\bcanonical|\boriginal(?:ly)?(?:[ ](?:article|post|story|source|text))?"
    r"|\b(?:published|appeared|posted|found|available|accessed|archived|retrieved|clipped|saved|shared|taken|copied|seen)(?:[ ](?:at|from|on|in|via|online))?(?:[ ]at)?"
    r"|\bfrom|\bsee(?:[ ]also)?|\bvisit|\bmore(?:[ ]at)?|\bguid|\bloc|\bref(?:erence)?s?|\bquelle|\bfuente|\bfonte|\blien|\bzdroj|\bźródło|\bkaynak|\bbron|\bkälla|\bkilde|\blähde|\bizvor|\bforrás|\bsursă|\benlace"
    r"|\bисточник|\bссылка|\bоригинал|\bизвор|\bджерело|出典|来源|來源|原文|链接|連結|リンク|출처|المصدر|الرابط|מקור)"
    r"(?:[ ]\([^()\n]{0,30}\))?[*_~`]{0,3}[ \t]*(?:is|was)?[ \t]*[:：=\-–—>]{0,2}[*_~`]{0,3}\s*[-•*]?\s*$",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"(?:^|\n)[ \t]*[\"']?(?:url|source|source_url|sourceurl|link|canonical|canonical_url|original_url|origin|permalink)[\"']?[ \t]*[:=][ \t]*(?:\n[ \t]*-[ \t]*)?[\"']?$", re.IGNORECASE)  # fmt: skip
_QUIET = re.compile(r"[\s>*_~`|#•–—-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A place where an address begins, and the furthest it can reach."""

    start: int
    end: int
    bound: Bound
    is_labelled: bool
    is_front_matter: bool
    is_own_line: bool  # nothing but a label or a mark stands before it
    is_markdown: bool
    is_bare: bool  # neither scheme nor `www.`


def _closing(text: str, start: int) -> tuple[int, Bound]:
    """Where the address must end at the latest, by the mark before it."""
    limit = min(len(text), start + REACH)
    before = text[start - 1 : start]
    close = _CLOSING.get(before)
    if close is None:
        return limit, "open"
    is_target = before == "(" and text[start - 2 : start - 1] == "]"
    is_attribute = before in "\"'" and text[start - 2 : start - 1] == "="
    end, depth = start, 0
    while (end := _next_mark(text, end, before, close, limit)) < limit:
        if text[end] == close and depth == 0:
            break
        depth += -1 if text[end] == close else 1
        end += 1
    if end >= limit or "\n\n" in text[start:end]:
        return limit, "open"
    return end, "hard" if before == "<" or is_target or is_attribute else "soft"


def _next_mark(text: str, start: int, opening: str, close: str, limit: int) -> int:
    for position in range(start, limit):
        letter = text[position]
        if letter == close:
            if (
                close == ">"
                and text.rfind("\n", start, position) >= 0
                and not text[text.rfind("\n", 0, position) + 1 : position].strip(" >")
            ):
                continue  # a quotation mark of a mail, not the end of `<…>`
            return position
        if letter == opening and opening != close:
            return position
    return limit


def sightings(text: str, lexicon: UrlLexicon) -> Iterator[Sighting]:
    """Every place an address may begin, in order; none inside the first run of characters of another."""
    position = 0
    while (match := _ANCHOR.search(text, position)) is not None:
        start = match.start()
        position = match.end()
        is_bare = match["bare"] is not None
        before = text[max(0, start - 90) : start]
        opened = before.rstrip("\"'“„«‹‘`<([{*_~ \t\n>")
        is_front_matter = _FRONT_MATTER.search(before) is not None
        is_labelled = is_front_matter or _LABEL.search(before.rstrip("\"'“„«‹‘`<([{*_~")) is not None
        line = text.rfind("\n", 0, start) + 1
        is_own_line = _QUIET.fullmatch(text[line:start].rstrip("\"'“„«‹‘`<([{")) is not None
        if is_bare:
            host = match["bare"].lstrip("/").split("/")[0].split("?")[0].split("#")[0].split(":")[0]
            if not is_public_host(host, lexicon.suffixes) or not (
                match["path"] or is_labelled or (is_own_line and not opened)
            ):
                continue
        end, bound = _closing(text, start)
        if match["path"]:
            position -= 1
        yield Sighting(
            start=start, end=end, bound=bound, is_labelled=is_labelled, is_front_matter=is_front_matter,
            is_own_line=is_own_line, is_markdown=text[max(0, start - 2) : start] in ("](", ") ]("), is_bare=is_bare,
        )  # fmt: skip
        space = re.compile(r"[\s<>\"”»]").search(text, position)
        position = space.start() if space else len(text)
