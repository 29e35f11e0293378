"""A run of words put together from its pieces: white space collapsed, and where the links in it stand."""

from __future__ import annotations

LINE_END = "\u2028"  # what parts lines of code; no text of a page holds one when it is regular
_BEGINNINGS = tuple("\u3000■□◆◇●◎▼▽")


def joined(pieces: list[str], marks: list[tuple[int, str | None]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The pieces as one line, white space collapsed, and where the links in it stand."""
    if not marks:
        return _one_line("".join(pieces)), []
    if len(marks) == 2 and marks[0][0] == 0 and marks[1] == (len(pieces), None):  # all of it is one link
        line = _one_line("".join(pieces))
        return line, [(0, len(line), marks[0][1])] if line and marks[0][1] is not None else []
    line, anchors, at = "", [], 0
    is_spaced = True  # so far ends with white space
    opened: tuple[int, str] | None = None
    for index, href in [*marks, (len(pieces), None)]:
        if run := "".join(pieces[at:index]):
            at = index
            words = _one_line(run)
            if words:
                line += words if is_spaced or not run[0].isspace() else f" {words}"
                is_spaced = False
            if not is_spaced and run[-1].isspace():
                line += " "
                is_spaced = True
        if opened:
            start = opened[0] + (line[opened[0] : opened[0] + 1] == " ")
            end = len(line) - is_spaced if line else 0
            if start < end:
                anchors.append((start, end, opened[1]))
        opened = (len(line), href) if href is not None else None
    return line.rstrip(), anchors


def in_lines(pieces: list[str]) -> str:
    """The pieces in the lines they are set in, as those of code are; empty ones are left out.

    >>> in_lines(["if a:\\n", "    b()\\n\\nc()\\n"]).split(LINE_END)
    ['if a:', '    b()', 'c()']
    """
    lines = map(str.rstrip, "".join(pieces).split("\n"))
    return LINE_END.join(filter(None, lines)).strip()


def begins_paragraph(text: str) -> bool:
    """Whether a line begins with the wide space, or the mark of a heading, that Japan and China set at a new one.

    >>> begins_paragraph("\\n\u3000当時、"), begins_paragraph("■二年後"), begins_paragraph("当時、")
    (True, True, False)
    """
    return text.lstrip(" \t\r\n").startswith(_BEGINNINGS)


def _one_line(text: str) -> str:
    text = text.strip()
    # Any white space but the plain space is not printable: most texts need no splitting, which takes twice the time.
    return text if "  " not in text and text.isprintable() else " ".join(text.split())
