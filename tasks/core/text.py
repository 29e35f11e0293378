"""Text made regular: Unicode, white space, mojibake; quotation marks and dashes stay as they are."""

from __future__ import annotations

import re
import unicodedata

import ftfy
import ftfy.badness

# Characters without width or meaning of their own; the joiners U+200C and U+200D spell words in Persian and Hindi.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
# Quotation marks, dashes, the ellipsis and the fixed space never look damaged by themselves; most texts have no other.
_BEYOND_PRINT = re.compile("[^\x00-\x7f\xa0‘’“”–—…]")
# All of the above in one class: a text without any needs one scan.
_IRREGULAR = re.compile(f"[\r\x0b\x0c\x85\u2028\u2029{_INVISIBLE.pattern[1:-1]}{_CONTROL.pattern[1:-1]}]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def regular(text: str) -> str:
    """`text` in NFC with `\\n` line ends, without control and invisible characters.

    >>> regular("cafe\\u0301\\r\\nso\\u00adft")
    'café\\nsoft'
    """
    if text.isascii() and "\r" not in text and not _CONTROL.search(text):
        return text
    if _IRREGULAR.search(text):
        text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
        text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`text` regular, with every run of white space as one space and none at its ends.

    >>> one_line("  a\\u00a0b\\n c ")
    'a b c'
    """
    return _SPACE.sub(" ", regular(text)).strip()


def mend(text: str) -> str:
    """`text` with mojibake undone where it shows; text that does not look damaged is returned as it is.

    >>> mend("Itâ€™s"), mend("L’été")
    ('It’s', 'L’été')
    """
    if text.isascii() or not _BEYOND_PRINT.search(text):
        return text
    return ftfy.fix_encoding(text) if ftfy.badness.is_bad(text) else text


def words(text: str) -> list[str]:
    """The words of `text` in order: runs of letters, digits and underscores."""
    return _WORD.findall(text)


def listing(line: str) -> list[str]:
    """Words written in a line, in order."""
    return line.split()


def vocabulary(line: str) -> frozenset[str]:
    """A closed set of words written in a line."""
    return frozenset(listing(line))
