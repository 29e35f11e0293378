"""The settings addresses stand in: labels before them in many languages, front matter, marks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tasks.core.url.lexicon import UrlLexicon

Bound = Literal["hard", "soft", "open"]  # a mark surely ends the address, a mark may end it, no mark
OPENING = "\"'“„«‹‘`<([{「『*_~"
_CLOSING = {
    "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’",
    "`": "`", "「": "」",
}  # fmt: skip
_ANGLE_END = re.compile(r"[^\s>][ \t]*(>|\|)")  # a `>` that begins a line quotes a mail; `<address|words>` is a chat's
_LABEL_TAIL = re.compile(  # marks, a remark in brackets, a colon or an arrow, a line break, a bullet or a number
    r"[*_~`]{0,3}[ \t]*(?:\([^()\n]{0,30}\))?[*_~`]{0,3}[ \t]*[:：=\-–—>]{0,2}[*_~`]{0,3}"
    r"\s*(?:[-•*]\s*)?(?:\[\d{1,3}\]:\s?)?$"
)
_LAST_WORD = re.compile(r"[^\W_]+$")
_FRONT_MATTER = re.compile(
    r"(?:^|[\n{,])[ \t]*[\"']?"
    r"(?:(?:source|canonical|original|resolved|given|page)?[_-]?url|source|link|canonical|origin|permalink)[\"']?"
    r"[ \t]*[:=][ \t]*(?:\n[ \t]*-[ \t]*)?[\"'<]?$",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"[\s>*_~`|#•–—-]*(?:\d+[.)][ ]|\[[\dx ]{1,3}\]:?[ ]?)?")
_WINDOW = 120  # characters before an address that make its setting
_LONGEST_LABEL = 60
_LONGEST_ANCHOR = 400
_ANCHOR_TEXT = re.compile(r"!?\[(?:[^\[\]]|!\[[^\[\]]*\]\([^()\s]*\))*\]\(<?$")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_WORD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What stands before an address, and where it must end."""

    end: int  # offset behind the last character it can reach
    bound: Bound
    is_labelled: bool
    is_front_matter: bool
    leads_line: bool  # nothing but a label or a mark stands before it on its line
    is_image: bool


def setting_of(text: str, start: int, reach: int, lexicon: UrlLexicon) -> Setting:
    """The setting of an address that begins at `start`, at most `reach` characters long."""
    opened, is_image = _anchor_start(text, start)
    before = text[max(0, opened - _WINDOW) : opened]
    bare = before.rstrip(OPENING)
    label = _label_start(bare, lexicon)
    is_front_matter = _FRONT_MATTER.search(before) is not None
    end, bound = _closing(text, start, min(len(text), start + reach), is_front_matter)
    return Setting(
        end=end,
        bound=bound,
        is_labelled=is_front_matter or label is not None or _names_itself(text[opened:start], lexicon),
        is_front_matter=is_front_matter,
        leads_line=is_front_matter or _leads(before, before.rpartition("\n")[2], label),
        is_image=is_image,
    )


def _anchor_start(text: str, start: int) -> tuple[int, bool]:
    """Where the Markdown link around an address begins, the address itself without one; and whether it is an image."""
    window = text[max(0, start - _LONGEST_ANCHOR) : start]
    anchor = _ANCHOR_TEXT.search(window)
    if anchor is None:
        return start, False
    return start - len(anchor.group()), anchor.group().startswith("!")


def _names_itself(anchor: str, lexicon: UrlLexicon) -> bool:
    """Whether a link's own words are a label: `[Read the original](`."""
    words = _WORDS.findall(anchor.lower())
    return not lexicon.label_heads.isdisjoint(words) and lexicon.label_words.issuperset(words)


def _label_start(before: str, lexicon: UrlLexicon) -> int | None:
    """Where the label begins that a text ends in: a run of label words with a head among them; None without."""
    tail = _LABEL_TAIL.search(before, max(0, len(before) - _LONGEST_LABEL))
    end = tail.start() if tail else len(before)
    start, has_head = None, False
    while word := _LAST_WORD.search(before, max(0, end - _LONGEST_WORD), end):
        name = word.group().lower()
        if name not in lexicon.label_words:
            break
        start, has_head = word.start(), has_head or name in lexicon.label_heads
        end = start
        while end and before[end - 1] in " _-":
            end -= 1
        if end == start:
            break
    return start if has_head else None


def _leads(before: str, line: str, label: int | None) -> bool:
    """Whether nothing stands before the label on its line, or before the address where it has none."""
    if _LINE_START.fullmatch(line.rstrip(OPENING)):
        return True
    return label is not None and _LINE_START.fullmatch(before[:label].rpartition("\n")[2].rstrip(OPENING)) is not None


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
