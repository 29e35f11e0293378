"""The settings addresses stand in: labels before them in many languages, front matter, marks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Bound = Literal["hard", "soft", "open"]  # a mark surely ends the address, a mark may end it, no mark
OPENING = "\"'“„«‹‘`<([{「『*_~"
_CLOSING = {
    "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’", "`": "`", "「": "」",
}  # fmt: skip
_ANGLE_END = re.compile(r"[^\s>][ \t]*(>)")  # a `>` that begins a line is a mail's quotation mark
_WHERE = r"(?:[ ](?:at|here|on|from|in|via|online|under))?"
_LABEL = re.compile(
    rf"""(?:
      \b(?:(?:original|source|canonical|article|full|web|page|story|news|direct|final|post|item|short|permanent)[ _-]?)?(?:ur[li]s?|links?|address|href|website|site)
    | \bsources?(?:[ ]article|[ ]page)? | \bread[ ](?:more|on|it|(?:the[ ])?(?:rest|full|whole|original|entire|complete)?[ ]?(?:article|story|post|text|piece|report)?){_WHERE}
    | \bcontinue[ ]reading{_WHERE} | \bfull[ ](?:article|story|text|report){_WHERE} | \bvia | \bpermalink | \bcanonical
    | \boriginal(?:ly)?(?:[ ](?:article|post|story|source|text|page|published|appeared|posted))?{_WHERE}
    | \b(?:published|appeared|posted|found|available|accessed|archived|retrieved|clipped|saved|shared|taken|copied|seen){_WHERE}{_WHERE}
    | \bfrom | \bsee(?:[ ]also)? | \bvisit | \bmore(?:[ ]at)? | \bhere | \bguid | \bloc | \bref(?:erence)?s? | \bcit(?:e|ed|ation)(?:[ ]from)?
    | \bquelle | \bfuente | \bfonte | \blien | \bzdroj | \bźródło | \bkaynak | \bbron | \bkälla | \bkilde | \blähde | \bizvor | \bforrás | \bsursă | \benlace
    | \bисточник | \bссылка | \bоригинал | \bизвор | \bджерело | πηγή | 出典 | 来源 | 來源 | 原文 | 链接 | 連結 | リンク | 출처 | المصدر | الرابط | מקור
    )(?:[ ]\([^()\n]{{0,30}}\))?[*_~`]{{0,3}}[ \t]*(?:is|was)?[ \t]*[:：=\-–—>]{{0,2}}[*_~`]{{0,3}}\s*[-•*]?\s*(?:\[\d{{1,3}}\]:[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_FRONT_MATTER = re.compile(
    r"(?:^|[\n{,])[ \t]*[\"']?(?:url|source|source[_-]?url|link|canonical|canonical[_-]url|original[_-]url|origin|permalink|resolved_url|given_url)[\"']?"
    r"[ \t]*[:=][ \t]*(?:\n[ \t]*-[ \t]*)?[\"'<]?$",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"[\s>*_~`|#•–—-]*(?:\d+[.)][ ]|\[[\dx ]{1,3}\]:?[ ]?)?")
_WINDOW = 120  # characters before an address that make its setting
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What stands before an address, and where it must end."""

    end: int  # offset behind the last character it can reach
    bound: Bound
    is_labelled: bool
    is_front_matter: bool
    leads_line: bool  # nothing but a label or a mark stands before it on its line
    is_image: bool


def setting_of(text: str, start: int, reach: int) -> Setting:
    """The setting of an address that begins at `start`, at most `reach` characters long."""
    before = text[max(0, start - _WINDOW) : start]
    line = before.rpartition("\n")[2]
    bare = before.rstrip(OPENING)
    label = _LABEL.search(bare, max(0, len(bare) - _LONGEST_LABEL))
    is_front_matter = _FRONT_MATTER.search(before) is not None
    is_target = before.endswith("](") or before.endswith("](<")
    label_start = label.start() if label else len(bare)
    end, bound = _closing(text, start, min(len(text), start + reach), is_front_matter)
    return Setting(
        end=end,
        bound=bound,
        is_labelled=is_front_matter or label is not None,
        is_front_matter=is_front_matter,
        leads_line=is_front_matter or _leads(before, line, label_start) or is_target,
        is_image=is_target and _is_image(before),
    )


def _leads(before: str, line: str, label_start: int) -> bool:
    """Whether nothing stands before the label on its line, or before the address where it has none."""
    if _LINE_START.fullmatch(line.rstrip(OPENING)):
        return True
    labelled = before[:label_start].rpartition("\n")[2]
    return label_start < len(before) and _LINE_START.fullmatch(labelled.rstrip(OPENING)) is not None


def _is_image(before: str) -> bool:
    opened = before.rfind("[")
    return opened > 0 and before[opened - 1] == "!"


def _closing(text: str, start: int, limit: int, is_front_matter: bool) -> tuple[int, Bound]:
    opening = text[start - 1 : start]
    if opening == "<":
        match = _ANGLE_END.search(text, start, limit)
        return _within(text, start, match.start(1) if match else limit, limit, "hard")
    close = _CLOSING.get(opening)
    if close is None:
        return limit, "open"
    is_sure = text[start - 2 : start - 1] in ("]", "=") and opening in "(\"'"
    end = _balanced(text, start, limit, opening, close)
    return _within(text, start, end, limit, "hard" if is_sure or (is_front_matter and opening in "\"'") else "soft")


def _balanced(text: str, start: int, limit: int, opening: str, close: str) -> int:
    depth = 0
    for match in re.compile(f"[{re.escape(opening + close)}]").finditer(text, start, limit):
        if match.group() == close:
            if depth == 0:
                return match.start()
            depth -= 1
        else:
            depth += 1
    return limit


def _within(text: str, start: int, end: int, limit: int, bound: Bound) -> tuple[int, Bound]:
    """The closing mark, unless none was found or an empty line stands before it."""
    return (limit, "open") if end >= limit or "\n\n" in text[start:end] else (end, bound)
