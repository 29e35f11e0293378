"""Text made regular: Unicode, white space, mojibake; quotation marks and dashes stay as they are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Characters without width or meaning of their own; the joiners U+200C and U+200D spell words in Persian and Hindi.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
# What every damaged run holds: two characters beyond ASCII side by side, or one of the few that look damaged alone.
_BESIDE = re.compile("[^\x00-\x7f](?:(?<=[\x80-\x9fÂÃŒœ])|[^\x00-\x7f])")
# All of the irregular in one class: a text without any needs one scan.
_IRREGULAR = re.compile(f"[\r\x0b\x0c\x85\u2028\u2029{_INVISIBLE.pattern[1:-1]}{_CONTROL.pattern[1:-1]}]")
_WORD = re.compile(r"\w+")
FIRST_DENSE = "\u3040"  # the first letter of the scripts of Japan, China and Korea, which say much in few


def regular(text: str) -> str:
    """`text` in NFC with `\\n` line ends, without control and invisible characters.

    >>> regular("cafe\\u0301\\r\\nso\\u00adft")
    'café\\nsoft'
    """
    if not text.isprintable() and _IRREGULAR.search(text):  # what is printable is regular, and told five times as fast
        text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
        text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`text` regular, with every run of white space as one space and none at its ends.

    >>> one_line("  a\\u00a0b\\n c ")
    'a b c'
    """
    return " ".join(regular(text).split())


def mend(text: str) -> str:
    """`text` with mojibake undone where it shows; text that does not look damaged is returned as it is.

    >>> mend("Itâ€™s"), mend("L’été")
    ('It’s', 'L’été')
    """
    if text.isascii() or not (_BESIDE.search(text) and _suspect().search(text)):
        return text
    import ftfy  # here, as below: a tenth of the start of those who read an English page
    import ftfy.badness

    return ftfy.fix_encoding(text) if ftfy.badness.is_bad(text) else text


@cache
def _suspect() -> re.Pattern[str]:
    """What every run that ftfy finds damaged holds; a search for the damage itself takes twenty times as long.

    One of its characters that are no plain letters beside another beyond ASCII, or one of the few that look damaged
    alone. Quotation marks, dashes and the fixed space look damaged only between two letters of Greek or Cyrillic.
    """
    from ftfy.badness import MOJIBAKE_CATEGORIES

    printed, beyond = "\xa0‘’“”–—…", "[^\x00-\x7f]"
    odd = "".join(marks for name, marks in MOJIBAKE_CATEGORIES.items() if not name.endswith("common"))
    return re.compile(
        f"[{odd}Ђ](?:(?<![{printed}])(?:(?<=[\x80-\x9fÂÃŒœ])|(?<={beyond}{beyond})|{beyond})|"
        f"(?<=[\u0370-\u045f][{printed}])[\u0370-\u045f])"
    )


def bare(text: str) -> str:
    """The letters and digits of `text` alone, in small letters: what two wordings of a line have in common.

    >>> bare("Mayor: ‘Ten ships’ — left!")
    'mayortenshipsleft'
    """
    return "".join(filter(str.isalnum, text)).casefold()


def unaccented(text: str) -> str:
    """`text` without the marks on its letters.

    >>> unaccented("Belföld")
    'Belfold'
    """
    return "".join([letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)])


def words(text: str) -> list[str]:
    """The words of `text` in order: runs of letters, digits and underscores."""
    return _WORD.findall(text)


def listing(line: str) -> list[str]:
    """Words written in a line, in order."""
    return line.split()


def vocabulary(line: str) -> frozenset[str]:
    """A closed set of words written in a line."""
    return frozenset(listing(line))
