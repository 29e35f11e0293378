"""Where in a clipping its address stands: a trailer (`Original url:`), a labelled line, or a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What an address may begin with, damage included: `hxxps[:]//`, `https//`, `www .`, `name[.]tld/…`.
_BEGIN = (
    r"[\s\W]{0,4}(?:\[[^\]]{0,300}\]\s?\(\s?|<[a-z]{1,6}(?:\s[^<>]{0,300})?>)?[\W]{0,3}"
    r"(?:h\s?[tx]{2}\s?ps?\b|https?[^a-z\s]|ttps?:|www\d?\s?[\[({]?\.|"
    r"(?:[\w-]+\s?[\[({]?\.[\])}]?\s?){1,5}[a-z]{2,}\s?/)"
)
_LABEL = (
    r"[\W_]{0,4}(?P<label>(?:original|source|canonical|article|full|web|story)?\s?"
    r"(?:ur[li]|web\s?address|permalink|hyperlink)|original(?:\s(?:link|article|source|story|post))?|source|link|"
    r"(?:read|see|view|continue\sreading)\s(?:more|on|the\s(?:full|whole|original|rest)(?:\s\w+){0,4}|full\s\w+|online|original)"
    r"(?:\s(?:at|on|here|from|online))?|(?:retrieved|available|accessed|taken|saved|clipped|copied)\s(?:from|at)|via|from|"
    r"quelle|lien|fuente|fonte|enlace|источник|ссылка|джерело|kaynak|bron)[\W_]{0,4}"
)
_LABELLED = re.compile(rf"^{_LABEL}{_BEGIN}", re.IGNORECASE)
_LABEL_ALONE = re.compile(
    r"^[\W_]{0,4}(?:(?:original|source|canonical|article)\s(?:ur[li]|link|address|article)|ur[li])\s?:?[\W_]{0,4}$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^{_BEGIN}", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^\W{0,4}(?:clipped|saved|sent|shared|exported|captured|highlighted|generated)\s(?:with|from|via|by|using|on|in)\b.{0,60}$",
    re.IGNORECASE,
)
_APP_LINK = re.compile(r"^\[(?:read|open|view|saved|shared) (?:on|in|to) [\w .]{2,30}\]\([^()\s]+\)$", re.IGNORECASE)
# A link that shows no more than its host, as some clippers set below the title.
_HOST_LINK = re.compile(
    r"^\[(?:www\.)?([\w-]+(?:\.[\w-]+)+)\]\(https?://(?:www\.)?\1(?:[/?#][^()\s]*)?\)$", re.IGNORECASE
)
_FEW = 5  # a damaged address falls into few pieces; more words than that are prose


@dataclass(frozen=True, slots=True)
class _Segment:
    first: int
    behind: int
    labelled: bool


def part_address(text: str) -> tuple[str, str]:
    """(the part of `text` where its address stands, as given; the rest). The first is empty where there is none.

    A labelled address wins over one without label, and the last of several over the first.

    >>> part_address("Ships met.\\n\\nOriginal url:\\n\\nhttp://a.example/sh ips\\n")
    ('Original url:\\n\\nhttp://a.example/sh ips', 'Ships met.\\n\\n')
    """
    lines = [line for line in text.split("\n") if not _APP_LINK.match(line.strip())]
    segments = _segments(lines)
    labelled = [segment for segment in segments if segment.labelled]
    chosen = labelled[-1] if labelled else _outermost(lines, segments)
    if chosen is None:
        return "", "\n".join(lines)
    part = "\n".join(lines[chosen.first : chosen.behind])
    after = [line for line in lines[chosen.behind :] if not _SIGNATURE.match(line.strip())]
    return part, "\n".join(lines[: chosen.first] + after)


def anchor_title(address_text: str) -> str | None:
    """The words an address is linked from where they are a title: at least three, and no label like `link`."""
    match = re.match(r"[#>*\s-]{0,9}\[([^\[\]]{3,300})\]\(", address_text)
    if not match or len(match[1].split()) < 3 or _BARE.match(match[1]) or re.match(_LABEL, match[1], re.IGNORECASE):
        return None
    return match[1]


def _segments(lines: list[str]) -> list[_Segment]:
    segments: list[_Segment] = []
    index = 0
    while index < len(lines):
        start, labelled = index, False
        line = lines[index].strip()
        if _LABEL_ALONE.match(line):
            labelled = True
            index = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), len(lines) - 1)
        elif _LABELLED.match(line) and not _prose(line):
            labelled = True
        elif not (_BARE.match(line) and not _prose(line)):
            index += 1
            continue
        index = _behind_wrap(lines, index + 1)
        segments.append(_Segment(start, index, labelled))
    return segments


def _behind_wrap(lines: list[str], index: int) -> int:
    """The line behind an address that may have been wrapped: its continuations are lines of one piece or two."""
    while index < len(lines) and 0 < len(lines[index].split()) <= 2 and not _LABELLED.match(lines[index].strip()):
        if not re.search(r"[-/=&%?_.\d]|^\s", lines[index]):
            break
        index += 1
    return index


def _prose(line: str) -> bool:
    """Whether words follow the address, so that the line is a sentence about it."""
    match = _LABELLED.match(line) or _BARE.match(line)
    behind = line[match.end() :] if match else line
    pieces = behind.split()[1:]
    return len(pieces) > _FEW and sum(bool(re.search(r"[-/=&%?_]", piece)) for piece in pieces) < len(pieces) / 2


def _outermost(lines: list[str], segments: list[_Segment]) -> _Segment | None:
    """The unlabelled address at the end of the text or at its beginning; one amid the text is the text's own."""
    if not segments:
        return None
    first, last = segments[0], segments[-1]
    if not any(line.strip() and not _SIGNATURE.match(line.strip()) for line in lines[last.behind :]):
        return last
    above = [line for line in lines[: first.first] if line.strip()]
    return first if not above or (len(above) == 1 and _HOST_LINK.match(lines[first.first].strip())) else None
