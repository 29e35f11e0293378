"""Where sentences and paragraphs end: groups the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.core.english.abbreviations import BEFORE_NAME, begins_sentence

Span = tuple[int, int]

# The encoder reads 510 subwords; nothing that is a sentence is near this long.
MAX_WORDS = 200
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_END = re.compile(r"[.!?。！？]+|\.{2,}|…")
_CLOSING = frozenset(["'", '"', "”", "’", "''", ")", "]", "»", "}"])
_OPENING = frozenset(["'", '"', "“", "‘", "``", "(", "[", "«", "{"])
_BULLET = re.compile(r"[*•·▪●–—-]|\(?(?:\d{1,2}|[a-z])[.)]")
_NO_START = frozenset([",", ";", ":", "-", "--", "—", "–", "/", ".", "..", "...", "…"])
# More quotes and brackets than this in a row are no prose; looking on would cost quadratic time.
_MARKS = 8
# A reference mark ("[6]") or a smile belongs to the sentence before it.
_NOTE = re.compile(r"[^\S\n]?\[\d{1,3}\]")
_NOTE_END = re.compile(r"\[\d{1,3}\]")
_FACE = re.compile(r"[:;]-?\S")
# "MOSCOW (Reuters) -", "KYIV, Ukraine, Nov. 3 (AP) —", "ST. PAUL, Minn. --", "Salem, Ohio —", "OSLO (May 2, 2017) —",
# "OSLO, May 2, 2017 /PRNewswire/ --": where the report was written, not part of its first sentence.
_CITY = r"[A-Z][A-Z.'’ -]{2,30}"
_REGION = r"(?:, ?[A-Z][\w. ]{1,20}(?: \d{1,2})?)"
_SENDER = r"(?:\((?:[A-Z][\w /.&]{1,30}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)|/[A-Z][\w -]{2,30}/)"
_GAP = r"[ \u00a0]{0,2}"
_DATELINE = re.compile(
    rf"(?:{_CITY}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}){_REGION}{{0,3}}(?:, \d{{4}})?"
    rf"{_GAP}{_SENDER}{_GAP}[-–—―]{{1,2}}"
    rf"|{_CITY}{_REGION}{{0,2}} ?(?:--?|[–—―])"
    r"|[A-Z][a-z.'’]+(?:[ -][A-Z][a-z.'’]+){0,2}, (?:[A-Z][a-z]+\.?|(?:[A-Z]\.){2,3})(?: [A-Z][a-z]+)? ?(?:--|[–—―])"
)
_LOST_DASH = re.compile(r"[ \u00a0]{2,4}[A-Z][a-z]+ [a-z]")
_AGENCY_LINE = re.compile(rf"{_CITY}{_REGION}{{0,3}} ?\((?:AP|AFP|UPI|CNN|dpa|PTI|Reuters|Xinhua|TASS|Bloomberg)\)")
_SPEECH = frozenset(["said", "says", "asked", "asks", "told", "added", "replied", "wrote", "shouted"])
# A line shorter than this that ends without a stop is a heading, a list item or an address line, not wrapped text.
_SHORT_LINE = 50
_LONG_DATELINE = 14


def sentences(text: str, words: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """(first word, end word, paragraph) of each sentence; every word falls in exactly one."""
    paragraph, first = 0, 0
    for index in range(len(words)):
        gap = text[words[index][1] : words[index + 1][0]] if index + 1 < len(words) else ""
        is_block = len(gap) > 1 and bool(_BLANK_LINE.search(gap))
        if index + 1 == len(words) or is_block or _ends(text, words, first, index, gap):
            for start, stop in _cut(text, words, first, index + 1):
                yield start, stop, paragraph
            first = index + 1
        paragraph += is_block


def _ends(text: str, words: Sequence[Span], first: int, index: int, gap: str) -> bool:
    """Whether the sentence that began at `first` ends with the word at `index`."""
    if "\n" in gap and _line_ends(text, words, index):
        return True
    if gap and index - first < _LONG_DATELINE and _is_dateline(text, words, first, index):
        return True
    last = index
    if index - first > 2 and _NOTE_END.fullmatch(text[words[index - 2][0] : words[index][1]]):
        last = index - 3
    while (
        max(first, index - _MARKS) < last
        and _text(text, words, last) in _CLOSING
        and words[last - 1][1] == words[last][0]
    ):
        last -= 1
    word = _text(text, words, last)
    if not word.endswith((".", "!", "?", "…", "。", "！", "？")):
        return False
    if _stays_open(text, words, index, gap):
        return False
    following = _following(text, words, index + 1)
    if not _END.fullmatch(word):
        return _abbreviation_ends(word, following)
    return _is_start(text, words, index, following, word, last < index)


def _is_dateline(text: str, words: Sequence[Span], first: int, index: int) -> bool:
    """Whether words up to a dash, or to an agency in brackets that lost it, tell where and by whom was written."""
    following = _following(text, words, index + 1)
    last = text[words[index][0]]
    if last.isupper() and _LOST_DASH.match(text, words[index][1]):  # `OAK RIDGE  Local police left.`
        return bool(re.fullmatch(_CITY, text[words[first][0] : words[index][1]]))
    if last not in "-–—―)" or not (following[:1].isupper() or following[:1].isdigit()):
        return False
    pattern = _AGENCY_LINE if last == ")" else _DATELINE
    return bool(pattern.fullmatch(text, words[first][0], words[index][1]))


def _closes(text: str, words: Sequence[Span], index: int) -> bool:
    """Whether a word is a quote or bracket glued to the word before it."""
    return words[index - 1][1] == words[index][0] and _text(text, words, index) in _CLOSING


def _text(text: str, words: Sequence[Span], index: int) -> str:
    return text[slice(*words[index])] if 0 <= index < len(words) else ""


def _following(text: str, words: Sequence[Span], index: int) -> str:
    """The next word that is not an opening quote or bracket."""
    end = min(len(words) - 1, index + _MARKS)
    while index < end and _text(text, words, index) in _OPENING:
        index += 1
    return _text(text, words, index)


def _stays_open(text: str, words: Sequence[Span], index: int, gap: str) -> bool:
    # The quote or bracket glued on comes along before the sentence ends; a stop inside a word ends nothing.
    following = _text(text, words, index + 1)
    return (
        not gap
        and not (following in _OPENING and following not in _CLOSING)
        and (
            following in _CLOSING
            or not _END.fullmatch(_text(text, words, index))
            or len(following) < 2
            or not following[0].isupper()
        )
    )


def _abbreviation_ends(word: str, following: str) -> bool:
    if word[:-1].lower() in BEFORE_NAME:
        return False
    return word.endswith(".") and len(word) > 2 and begins_sentence(following)


def _is_start(text: str, words: Sequence[Span], index: int, following: str, word: str, is_quoted: bool) -> bool:
    if is_quoted and any(_text(text, words, index + step) in _SPEECH for step in (2, 3)) and word != ".":
        return False
    if following[:1].islower():
        # After a full stop a small letter is a slip of the writer, after "Yahoo!" or an ellipsis it is not.
        return word in (".", "?") and not is_quoted and len(following) > 1
    if _NOTE.match(text, words[index][1]):
        return False
    return bool(following) and not _FACE.fullmatch(following) and following not in _NO_START


def _line_ends(text: str, words: Sequence[Span], index: int) -> bool:
    start, stop = words[index][1], words[index + 1][0]
    line = text[text.rfind("\n", max(0, start - 400), start) + 1 : start].strip()
    following = text[stop : stop + 40]
    if (_BULLET.match(following) and not following[:1].isdigit()) or text[start - 1] in '.!?:"”':
        return not following[:1].islower()
    return len(line) < _SHORT_LINE and not following[:1].islower() and not line.endswith((",", ";", "-"))


def _cut(text: str, words: Sequence[Span], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most MAX_WORDS words, cut behind a semicolon or comma where there is one in the second half."""
    while end - first > MAX_WORDS:
        middle, limit = first + MAX_WORDS // 2, first + MAX_WORDS
        marks = [i + 1 for i in range(middle, limit) if _text(text, words, i) in (";", ",", "-", "—", ":", "|")]
        strong = [i for i in marks if _text(text, words, i - 1) == ";"]
        stop = (strong or marks or [limit])[-1]
        yield first, stop
        first = stop
    yield first, end
