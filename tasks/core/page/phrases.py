"""Words that tell the furniture of a page from its article, whatever the publisher."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.text import vocabulary

# Anywhere in the beginning of a block.
_CALL = vocabulary(
    "subscribe subscribed subscriber subscribers subscription newsletter newsletters sign signup login log "
    "inbox follow join download donate donation support trial advertise advertisement advertisements "
    "advertising sponsored promo promoted abonnieren abonnez abonnement inscrivez suscríbete suscribirse "
    "iscriviti assine подписаться подпишитесь"
)
_LEGAL = vocabulary(
    "© copyright copyrights rights reserved cookie cookies privacy terms affiliate affiliates commission "
    "consent impressum disclaimer reproduced licensed registered trademark datenschutz"
)
_SHARE = vocabulary(
    "share shares sharing tweet facebook twitter whatsapp pinterest linkedin reddit telegram instagram email "
    "e-mail print comment comments reply replies likes views bookmark save copy link teilen partager compartir "
    "condividi поделиться"
)
_DATE = vocabulary("ago hour hours minute minutes min mins yesterday am pm read updated published posted")
# As a block's first word.
_ALSO = vocabulary(
    "also must you don't read see more related recommended most popular trending latest next previous up keep "
    "editor's editors watch in table mehr lesen lire lee leggi читайте смотрите baca lihat advertisement story "
    "loading topics tags"
)
_BYLINE = vocabulary(
    "by von par por di words written reviewed photo photos image images credit source sources published updated "
    "posted last author authors editor reporting editing about tags filed topics category categories via getty "
    "courtesy"
)


KINDS = 6
CALL = 1  # the bit of the first kind
_READ = 80  # code points; a word further on is part of a sentence
_PARTING = '.,:;!?()[]|"'
_WIDE_PARTING = "“”«»–—•…"


def _bits(kinds: tuple[frozenset[str], ...], first: int) -> dict[bytes, int]:
    """The kinds of each word, as it may be spelt, as bits from `first` up."""
    words = {word for kind in kinds for word in kind}
    found = {word: sum(1 << first + bit for bit, kind in enumerate(kinds) if word in kind) for word in words}
    return {spelling.encode(): bits for word, bits in found.items() for spelling in _spellings(word)}


def _spellings(word: str) -> set[str]:
    """The table of bytes below makes small letters of plain ones only."""
    curly = word.replace("'", "’")
    return {word, curly} | (set() if word.isascii() else {word.capitalize(), word.upper()})


_ANYWHERE = _bits((_CALL, _LEGAL, _SHARE, _DATE), 0)
_FIRST = _bits((_ALSO, _BYLINE), 4)
_KNOWN = frozenset(_ANYWHERE)
_PLAIN = bytes(ord(" " if chr(i) in _PARTING else chr(i).lower()) for i in range(128)) + bytes(range(128, 256))


def kinds_of(lines: Sequence[str]) -> list[int]:
    """Which kinds of furniture lines sound like at their beginning: bits of call, legal, share, date, also, byline.

    >>> [bin(bits) for bits in kinds_of(["Read more: subscribe to our newsletter", "Ten ships met off Malta"])]
    ['0b11001', '0b0']
    """
    # All lines of a page in one step: this is done for a hundred blocks of every page.
    beginnings = "\n".join([line[:_READ] for line in lines])
    if not beginnings.isascii():
        for mark in _WIDE_PARTING:
            beginnings = beginnings.replace(mark, " ")
    parted = map(bytes.split, beginnings.encode("utf-8", "replace").translate(_PLAIN).split(b"\n"))
    return [
        (_FIRST.get(words[0], 0) if words else 0) | (0 if _KNOWN.isdisjoint(words) else _kinds(words))
        for words in parted
    ]


def _kinds(words: list[bytes]) -> int:
    """The kinds of words that tell anywhere."""
    bits = 0
    for word in words:
        bits |= _ANYWHERE.get(word, 0)
    return bits
