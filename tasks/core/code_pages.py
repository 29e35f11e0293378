"""Which code page some bytes were written in, told by the letters of the languages that are written in it."""

from __future__ import annotations

import re
from collections import Counter

# The letters beyond ASCII of each language, lower case, under the code pages it was written in.
_ALPHABETS = [
    (("cp1252", "mac-roman"), "äöüß"),  # German
    (("cp1252", "mac-roman"), "àâæçéèêëîïôœùûÿ"),  # French
    (("cp1252", "mac-roman"), "áéíñóúü¿¡ª"),  # Spanish
    (("cp1252", "mac-roman"), "ãõáâàçéêíóôúü"),  # Portuguese
    (("cp1252", "mac-roman"), "àèéìíòóù"),  # Italian
    (("cp1252",), "åäöéæø"),  # Scandinavian
    (("cp1252",), "áðéíóúýþæö"),  # Icelandic
    (("cp1250", "iso8859-2"), "ąćęłńóśźż"),  # Polish
    (("cp1250", "iso8859-2"), "áčďéěíňóřšťúůýž"),  # Czech
    (("cp1250", "iso8859-2"), "áäčďéíĺľňóôŕšťúýž"),  # Slovak
    (("cp1250", "iso8859-2"), "áéíóöőúüű"),  # Hungarian
    (("cp1250", "iso8859-2"), "ăâîşţ"),  # Romanian
    (("cp1250", "iso8859-2"), "čćđšž"),  # Croatian, Slovene
    (("cp1254",), "çğıöşüi̇"),  # Turkish
    (("cp1257",), "ąčęėįšųūž"),  # Lithuanian
    (("cp1257",), "āčēģīķļņšūž"),  # Latvian
    (("cp1257", "cp1252"), "äõöüšž"),  # Estonian
]
_PRINT = frozenset("«»„“”’‘–—…°§©®·•\xa0€™")  # marks of print, which every page may hold
LATIN = frozenset(
    (
        "cp1252",
        "cp1254",
        "cp1250",
        "cp1257",
        "iso8859-2",
        "iso8859-15",
        "iso8859-16",
        "iso8859-4",
        "iso8859-13",
        "mac-roman",
    )
)
_SURE, _DOUBTFUL = 0.97, 0.9  # shares of letters that belong to one language
_MANY = 12  # letters beyond ASCII; so many of one language, every one, tell more than a share
_FEWEST_KINDS = 2  # different bytes
_PAIR = re.compile(rb"[\xa1-\xfe]{2}")
_HANGUL = range(0xB0, 0xC9)  # lead bytes of the syllables in EUC-KR; Chinese and Japanese texts use later ones as much
_KOREAN_SHARE = 0.92
_BOX_IN_WORD = re.compile("[а-яё][╓╕╖╢╡╙]|[╓╕╖╢╡╙][а-яё]")


def latin_page(high: bytes, assumed: str) -> str:
    """The Latin code page of a text, by its bytes beyond ASCII; `assumed` where none is clearly better.

    >>> latin_page("ąęśźłóżć".encode("cp1250"), "cp1252"), latin_page("äöüß".encode("cp1252"), "cp1252")
    ('cp1250', 'cp1252')
    """
    counts = Counter(high)
    if len(counts) < _FEWEST_KINDS:
        return assumed
    scores: dict[str, float] = {}
    for pages, letters in _ALPHABETS:
        for page in pages:
            scores[page] = max(scores.get(page, 0.0), _share(counts, page, letters))
    best = max(scores, key=lambda page: (scores[page], page == assumed))
    doubtful = _SURE if scores[best] == 1 and len(high) >= _MANY else _DOUBTFUL
    return best if scores[best] >= _SURE and scores.get(assumed, 0.0) < doubtful else assumed


def is_korean(payload: bytes) -> bool:
    """Whether the byte pairs are Korean syllables in EUC-KR.

    >>> is_korean("양국 장관들은 협정에 서명했다 그리고 돌아갔다".encode("euc-kr"))
    True
    """
    pairs = _PAIR.findall(payload)
    return len(pairs) > 8 and sum(pair[0] in _HANGUL for pair in pairs) > _KOREAN_SHARE * len(pairs)


def is_ukrainian(text: str) -> bool:
    """Whether box-drawing characters stand in words: KOI8-U read as KOI8-R, which draws boxes with its letters."""
    return _BOX_IN_WORD.search(text) is not None


def _share(counts: Counter[int], page: str, letters: str) -> float:
    """The share of bytes that are letters of a language, marks of print left out."""
    held = total = 0
    for byte, count in counts.items():
        letter = bytes((byte,)).decode(page, "replace").lower()
        if letter in _PRINT:
            continue
        total += count
        held += count * (letter in letters)
    return held / total if total else 0.0
