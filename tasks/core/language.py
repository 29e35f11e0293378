"""The language a text is written in, told from its letters."""

from __future__ import annotations

import io
import lzma
from array import array
from collections.abc import Mapping
from functools import cache
from threading import Lock, Thread

import numpy as np
import numpy.typing as npt
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # ships no types

_ENOUGH = 300  # code points; more changes hardly an answer
_FIRST, _SURE = 100, 0.9  # so many code points tell the language this surely of 9 texts in 10, and as rightly
_TOO_FEW = 20  # letters; of less a name or a number is read as some language
_LOCK, _LOADING = Lock(), Lock()
_MET = 1 << 15  # features; a thousand texts, most in English, have 13,000
# Half floats moved to where the sign and the exponent's last bits of floats end, and what the exponents differ by.
_SHIFT, _SIGN_AND_VALUE, _BIAS = 13, np.int32(-0x70000001), np.float32(2.0**112)


def detect_language(text: str) -> tuple[str | None, float | None]:
    """(ISO 639-1 code, probability 0 to 1); nulls where the text is too short to tell.

    >>> detect_language("The ministers met in the evening and signed the paper.")[0]
    'en'
    >>> detect_language("2019 - 11")
    (None, None)
    """
    start = text[:_ENOUGH]
    # Of nearly every text the first few words show that it has letters enough.
    if not any(sum(map(str.isalpha, part)) >= _TOO_FEW for part in (start[: 2 * _TOO_FEW], start)):
        return None, None
    code, score = _identifier().classify(start[:_FIRST])
    if score < _SURE and len(start) > _FIRST:
        code, score = _identifier().classify(start)
    return str(code), round(min(1.0, float(score)), 4)


class _Identifier(LanguageIdentifier):  # type: ignore[misc]  # as the import
    """The library's, with another way to read its weights, which gives the same numbers.

    Most texts of a language have the same features: `wide` holds the weights of those met, as floats, the first
    `filled` rows of it; `place` is the row of each feature, or -1.
    """

    wide: npt.NDArray[np.float32]
    place: npt.NDArray[np.int32]
    filled: int

    def _sparse_score(self, visits: Mapping[int, int], table: npt.NDArray[np.float16]) -> npt.NDArray[np.float32]:
        rows = self._rows(np.fromiter(visits, np.intp, len(visits)), table)
        counts = np.fromiter(visits.values(), np.float32, len(visits))
        score: npt.NDArray[np.float32] = np.log1p(counts) @ rows + self.nb_pc
        return score

    def _rows(self, features: npt.NDArray[np.intp], table: npt.NDArray[np.float16]) -> npt.NDArray[np.float32]:
        places = self.place[features]
        if places.min() < 0:
            with _LOCK:
                new = features[self.place[features] < 0]
                end = self.filled + len(new)
                if end > len(self.wide):
                    return _widened(table[features])
                self.wide[self.filled : end] = _widened(table[new])
                self.place[new] = np.arange(self.filled, end)
                self.filled = end
                places = self.place[features]
        return self.wide[places]


def _widened(halves: npt.NDArray[np.float16]) -> npt.NDArray[np.float32]:
    """Finite half floats as floats, by their bits: numpy itself goes through them one by one, in ten times the time.

    >>> _widened(np.array([1.5, 0, -2, 6e-8], np.float16)).tolist()
    [1.5, 0.0, -2.0, 5.960464477539063e-08]
    """
    bits = (halves.view(np.int16).astype(np.int32) << _SHIFT) & _SIGN_AND_VALUE
    return bits.view(np.float32) * _BIAS


def start_loading() -> None:
    """Load the model beside whatever else there is to do: unpacking it takes half a second, most of it off the lock."""
    Thread(target=_identifier, daemon=True).start()


def _identifier() -> LanguageIdentifier:
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> LanguageIdentifier:
    # Unpacked in one call, which other threads can work beside; the library's own, by pieces, waits for them each time.
    packed = lzma.decompress((MODEL_DIR / MODEL_FILE).read_bytes())
    with np.load(io.BytesIO(packed)) as model:
        weights, prior, codes, moves = (model[name] for name in ("ptc", "pc", "classes", "nextmove"))
        rows, features = model["nextmove_row"], model["out_feat"]
    identifier = _Identifier(weights, prior, codes.tolist(), moves, features, norm_probs=True, tk_row=rows.tolist())
    # Each letter of a text leads elsewhere in 20 MB. In the large pages numpy asks for, and without an object for every
    # number of the two tables beside, telling a language takes half the time amid the reading of pages.
    identifier.tk_nextmove = moves.data
    identifier.tk_output = array("i", features.tobytes())
    identifier._rowbase = array("I", identifier._rowbase)
    identifier.wide = np.empty((_MET, identifier.nb_ptc.shape[1]), np.float32)
    identifier.place = np.full(len(identifier.nb_ptc), -1, np.int32)
    identifier.filled = 0
    return identifier
