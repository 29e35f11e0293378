"""Bytes to text as the WHATWG encoding standard reads them, with declared, valid and detected encodings weighed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from tasks.core.code_pages import LATIN, is_korean, is_ukrainian, latin_page

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.+-]{2,40})""", re.IGNORECASE
)
_PRESCAN = 4096  # bytes; the standard reads 1024, pages that say it later are common
_JAPANESE_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([IJ])")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 50_000  # bytes; detection needs no more
# Supersets that the standard reads for a label, by the name Python gives the narrower one.
_WIDER = {"shift_jis": "cp932", "euc_kr": "cp949", "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs"}
# Labels the standard reads that the table of the library lacks.
_MAC = {"x-mac-cyrillic": "mac_cyrillic", "x-mac-ukrainian": "mac_cyrillic"}
# UTF-8 that was read as Latin-1 and written as UTF-8 again: the begin of curly quotes and a common Cyrillic letter,
# both with a control character, which is looked for first: one character is found ten times as fast as two bytes.
_CONTROL, _TWICE = "\x80", ("\xe2\x80", "\xd1\x80")
_TWICE_RUN = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HEAD, _SPACES = 400, 40  # bytes; the least of them in which a text beyond Latin has one space
_FEW = 12  # bytes beyond ASCII; so few tell no code page from another


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read: the encoding's standard name, and why; `valid` bytes are its UTF-8."""

    text: str
    encoding: str
    valid: bytes | None = None

    @property
    def utf8(self) -> bytes:
        """The text in UTF-8: for most pages the bytes that were read, which spares writing them anew."""
        return self.text.encode(errors="ignore") if self.valid is None else self.valid


def _print_mark(error: UnicodeError) -> tuple[str, int]:
    """A quotation mark or dash of windows-1252 pasted into UTF-8; any other bad bytes as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    mark = bad.decode("cp1252", "replace") if len(bad) == 1 else ""
    return (mark if mark in _MARKS and mark else "\ufffd"), error.end


_MIXED, _MARKS = "windows-1252 marks", "‘’“”–—…•€"
codecs.register_error(_MIXED, _print_mark)


def decode(payload: bytes, label: str | None = None) -> Decoded:
    """Decode a page or file; `label` is what its transport declared. Bytes that fit nothing become U+FFFD.

    >>> decode("Žižek".encode("windows-1250"), "windows-1250").encoding
    'windows-1250 (declared)'
    >>> decode("Žižek".encode(), "iso-8859-1").encoding
    'utf-8 (valid; declared windows-1252)'
    """
    for bom, name in _BOMS:
        if payload.startswith(bom):
            return Decoded(payload[len(bom) :].decode(name, "replace"), f"{name.removesuffix('-le')} (byte order mark)")
    if wide := _wide(payload):
        return Decoded(payload.decode(wide, "replace"), f"{wide} (detected)")
    declared = _standard(label) or _in_document(payload)
    if payload.isascii():
        return _ascii(payload)
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(payload, declared)
    why = "declared" if declared == "utf-8" else f"valid; declared {_public(declared)}"
    if _CONTROL in text and any(mark in text for mark in _TWICE):
        return Decoded(_TWICE_RUN.sub(_once, text), f"utf-8 ({why}; encoded twice)")
    return Decoded(text, f"utf-8 ({why})", payload)


def _once(run: re.Match[str]) -> str:
    try:
        return run[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return run[0]


def _ascii(payload: bytes) -> Decoded:
    if _JAPANESE_ESCAPE.search(payload):
        return Decoded(payload.decode("iso2022_jp_ext", "replace"), "iso-2022-jp (escape sequences)")
    return Decoded(payload.decode("ascii"), "utf-8 (plain ASCII)", payload)


def _legacy(payload: bytes, declared: str | None) -> Decoded:
    """What is not UTF-8: damaged UTF-8, a declared code page, or a detected one."""
    high = len(_HIGH.findall(payload[:_SAMPLE]))
    in_utf8 = sum(len(run) for run in _MULTIBYTE.findall(payload[:_SAMPLE]))
    if (in_utf8 > 0.9 * high and in_utf8) or (declared == "utf-8" and in_utf8 > 0.5 * high):
        return Decoded(payload.decode("utf-8", _MIXED), "utf-8 (damaged)")
    detected = _detected(payload, declared)
    if declared in (None, "utf-8"):
        name = detected if detected and (high > _FEW or detected in LATIN) else "cp1252"
        return Decoded(_decoded(payload, name), f"{_public(name)} (detected; declared {_public(declared)})")
    text = _decoded(payload, declared)
    is_enough = high > _FEW or detected in LATIN
    if detected and detected != declared and is_enough and _looks_wrong(text, declared, detected):
        return Decoded(_decoded(payload, detected), f"{_public(detected)} (detected; declared {_public(declared)})")
    return Decoded(text, f"{_public(declared)} (declared)")


def _detected(payload: bytes, declared: str | None) -> str | None:
    """The code page the bytes look like; the library's guess, checked against the letters of languages.

    A declared Latin page is kept where it gives letters of one language as well as any other does.
    """
    sample = payload[:_SAMPLE]
    found = _standard(detect_encoding(sample))
    if found is None or found == "utf-8" or found in LATIN:
        if is_korean(sample):
            return "euc_kr"
        high = b"".join(_HIGH.findall(sample))
        if declared in LATIN:
            return latin_page(high, declared)
        return latin_page(high, found if found in LATIN and len(high) > _FEW else "cp1252")
    if found == "koi8-r" and is_ukrainian(sample.decode("koi8_r")):
        return "koi8-u"
    return found


def _looks_wrong(text: str, declared: str, detected: str) -> bool:
    """Whether a text cannot be meant.

    So with many replacement characters, a Latin code page with hardly a plain letter, letters of no one language where
    another Latin page gives them, or Cyrillic with capitals inside its words.
    """
    sample = re.sub(r"<[^<>]*>", " ", text[: 2 * _SAMPLE])
    letters = [letter for letter in sample if letter.isalpha()]
    accented = [letter for letter in letters if letter > "\x7f"]
    if sample.count("\ufffd") * 50 > len(letters):
        return True
    if declared in LATIN:
        return detected in LATIN or len(accented) * 2 > len(letters)
    is_swapped = any(one.islower() and other.isupper() for one, other in pairwise(sample) if one > "\x7f")
    return is_swapped and sum(map(str.isupper, accented)) * 2 > len(accented)


def _decoded(payload: bytes, name: str) -> str:
    try:
        return payload.decode(_WIDER.get(name, name), "replace")
    except LookupError:
        return payload.decode("cp1252", "replace")


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero, of others the one at each space.

    Zeros in a damaged page stand at even and odd places alike, or are few.
    """
    head = payload[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 8 or (even + odd) * _SPACES < len(head):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    if (even + odd) * 3 >= len(head):
        return name
    text = codecs.getincrementaldecoder(name)("replace").decode(head)
    return name if min(even, odd) * _SPACES <= max(even, odd) and _is_readable(text) else None


def _is_readable(text: str) -> bool:
    return "\ufffd" not in text and all(letter.isprintable() or letter.isspace() for letter in text)


def _in_document(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:_PRESCAN])
    name = _standard(found[1].decode("ascii", "replace")) if found else None
    return "utf-8" if name and name.startswith("utf-16") else name  # as the standard says: it was read as bytes


def _standard(label: str | None) -> str | None:
    """Python's name for the encoding the standard reads under a label, None for a label it does not know."""
    plain = (label or "").strip().lower()
    name = _MAC.get(plain) or (map_encoding_to_html5(plain, False) if plain else None)
    return str(name) if name else None


def _public(name: str | None) -> str:
    """The standard's name of an encoding."""
    if name in (None, "mac-roman", "mac_cyrillic"):
        return {None: "nothing", "mac-roman": "macintosh", "mac_cyrillic": "x-mac-cyrillic"}[name]
    return re.sub(r"^cp(?=125\d$|874$)", "windows-", re.sub(r"^iso8859", "iso-8859", name))
