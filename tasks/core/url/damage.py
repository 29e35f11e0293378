"""Undoes damage that can be seen character by character, whatever address it befell: one named rule each.

Nothing here needs to know where an address begins; gaps inside an address are the business of `candidates`.
"""

from __future__ import annotations

import html
import re

from tasks.core.url.traced import Traced

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
# The same in UTF-8 and percent-encoded: U+00AD, U+200B to U+200F, U+202A to U+202E, U+2060, U+FEFF.
_ENCODED_INVISIBLE = re.compile(
    r"(?:%(?:25)*C2%(?:25)*AD|%(?:25)*E2%(?:25)*8(?:0%(?:25)*(?:8[B-F]|A[A-E])|1%(?:25)*A0)|%(?:25)*EF%(?:25)*BB%(?:25)*BF)+",
    re.IGNORECASE,
)
# Full-width letters, digits and the marks of addresses, not those of sentences; slashes, dots, colons, hyphens alike.
_WIDE = re.compile(
    "[\uff03-\uff07\uff0a\uff0b\uff0d-\uff1a\uff1d\uff20-\uff3a\uff3c\uff3e-\uff5a\uff5e\u2044\u2215\u2024\u2236\u2010"
    "\u2011\u2043\ufe63\u02d0\u3002\uff61]+|\uff1f(?=[a-z]+[=\uff1d])"
)
# Cyrillic and Greek letters that look like Latin ones, inside a word of Latin letters.
_LOOK_ALIKES = str.maketrans("асеорхуіјѕԁһԛԝАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aceopxyijsdhqwABEKMHOPCTXABEZHIKMNOPTYXo")
_LOOK_ALIKE = re.compile("[асеорхуіјѕԁһԛԝАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]+")
_WIDE_TO_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x2044: "/", 0x2215: "/", 0x2024: ".", 0x2236: ":", 0x2010: "-", 0x2011: "-", 0x2043: "-", 0xFE63: "-", 0x02D0: ":",
    0x3002: "。", 0xFF61: "。",
}  # fmt: skip
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,24});")
_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n(?:>[> ]*)?")
_QUOTED_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2})+")
_SURELY_QUOTED_PRINTABLE = re.compile(r"=(?:20\r?$|E2=80|C[23]=|0D=0A|3D\d)", re.MULTILINE)
_WORD_BREAK = re.compile(r"</?wbr\b[^<>\n]{0,40}>", re.IGNORECASE)
_BACKSLASH = re.compile(r"\\(?:u00([2-7][0-9a-fA-F])|x([2-7][0-9a-fA-F])|([/_.&=?#~*()\[\]+!:%@-]))")
_DEFANGED_DOT = re.compile(
    r"[ ]?(?:\[[ ]?(?:\.|dot|,)[ ]?\]|\([ ]?(?:\.|dot)[ ]?\)|\{[ ]?(?:\.|dot)[ ]?\}|<(?:\.|dot)>)[ ]?"
    r"|\[\.(?=\w)|(?<=\w)\.\](?=\w)"
    r"|(?<=[^\W_])(?:[ ]dot[ ]|_dot_)(?=[^\W_])",
    re.IGNORECASE,
)
_MAY_BE_DEFANGED = re.compile(r"[\[({<] ?(?:[.,:/]|dot|DOT|Dot)|[ _](?:dot|DOT)[ _]|\.\]")
_DEFANGED_MARK = re.compile(r"\[(://|:/|:|//|/)\]|\((://|:|/)\)|\{(://|:|/)\}")


def _unescape(match: re.Match[str]) -> str:
    text = match.group()
    for _ in range(4):  # `&amp;amp;`: text that was escaped more than once
        decoded = html.unescape(text)
        if decoded == text:
            break
        text = decoded
    return text


def _plain_letters(match: re.Match[str]) -> str:
    """Look-alikes that touch a Latin letter as Latin letters; a word of their own alphabet stays."""
    start, end = match.span()
    neighbours = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
    is_mixed = any("a" <= letter.lower() <= "z" for letter in neighbours)
    return match.group().translate(_LOOK_ALIKES) if is_mixed else match.group()


def _is_quoted_printable(text: str) -> bool:
    """Whether a text is a mail's source: escapes beyond a lone `=3D`, and hardly an `=` that is none."""
    escapes, breaks = len(_QUOTED_PRINTABLE.findall(text)), len(_SOFT_BREAK.findall(text))
    if not escapes or 2 * (escapes + breaks) <= text.count("="):
        return False
    return breaks > 0 or text.count("=3D") > 1 or _SURELY_QUOTED_PRINTABLE.search(text) is not None


def _printable(match: re.Match[str]) -> str:
    return bytes.fromhex(match.group().replace("=", "")).decode("utf-8", "replace")


def _plain_escape(match: re.Match[str]) -> str:
    unicode, byte, mark = match.groups()
    return mark or chr(int(unicode or byte, 16))


def undo_damage(text: str) -> Traced:
    """The text with every character-level damage undone, each edit under its rule's name.

    >>> undo_damage("hxxps://example[.]com/a&amp;b").text
    'hxxps://example.com/a&b'
    """
    traced = Traced(text)
    if "=" in text and _is_quoted_printable(text):
        traced.sub("quoted_printable", _SOFT_BREAK, lambda _: "")
        traced.sub("quoted_printable", _QUOTED_PRINTABLE, _printable)
    if not text.isascii():
        traced.sub("wide_characters", _WIDE, lambda m: m.group().translate(_WIDE_TO_PLAIN))
        traced.sub("look_alikes", _LOOK_ALIKE, _plain_letters)
    if "&" in text:
        traced.sub("entities", _ENTITY, _unescape)
    traced.sub("invisible_characters", _INVISIBLE, lambda _: "")
    if "%" in text:
        traced.sub("invisible_characters", _ENCODED_INVISIBLE, lambda _: "")
    if "<" in text:
        traced.sub("tags", _WORD_BREAK, lambda _: "")
    if "\\" in text:
        traced.sub("backslash_escapes", _BACKSLASH, _plain_escape)
    if _MAY_BE_DEFANGED.search(traced.text):
        traced.sub("defanged", _DEFANGED_MARK, lambda m: next(filter(None, m.groups())))
        traced.sub("defanged", _DEFANGED_DOT, lambda _: ".")
    return traced
