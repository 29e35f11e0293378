"""Words that tell the furniture of a page from its article, whatever the publisher."""

from __future__ import annotations

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
_BITS = {
    word: sum(1 << bit for bit, kind in enumerate((_CALL, _LEGAL, _SHARE, _DATE)) if word in kind)
    for word in _CALL | _LEGAL | _SHARE | _DATE
}
_PUNCTUATION = ".,:;!?()[]|\"'“”‘’»«-–—•…"
_READ = 160  # code points; a word further on is part of a sentence


def kinds_of(text: str) -> list[bool]:
    """Which kinds of furniture the beginning of a block sounds like: call, legal, share, date, also, byline."""
    words = [word.strip(_PUNCTUATION) for word in text[:_READ].lower().split()]
    bits = 0
    for word in _BITS.keys() & words:
        bits |= _BITS[word]
    return [bits & 1 > 0, bits & 2 > 0, bits & 4 > 0, bits & 8 > 0, words[0] in _ALSO, words[0] in _BYLINE]
