"""Lemmas: a table learned from the treebank, then suffix rules that ask which base forms are known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

_STRAIGHT = str.maketrans("’‘`´", "''''")
_VOWELS = "aeiou"


class Lemmatiser:
    """Lemma of a word given its tags; pure and cheap."""

    def __init__(
        self,
        table: Mapping[str, Mapping[str, str]],
        known: Mapping[str, Sequence[str]],
        words: Collection[str] = frozenset(),
    ) -> None:
        """`table`: XPOS to form to lemma, for what the rules miss; `known`: "verb", "noun", "adjective" base forms.

        `words` are English words of any kind; they decide where no base form is known (`freed` is of `free`).
        """
        self._words = words
        self._table = table
        self._known = {kind: frozenset(forms) for kind, forms in known.items()}

    def lemma(self, text: str, upos: str, xpos: str) -> str:
        """The lemma, in small letters but for proper nouns."""
        form = text.translate(_STRAIGHT)
        found = self._table.get(xpos, {}).get(form.lower())
        if upos == "PROPN":
            return form if found is None else form[: len(found)]
        return self.rule(form.lower(), xpos) if found is None else found

    def rule(self, form: str, xpos: str) -> str:
        """What the rules alone say; the form is in small letters."""
        kind, candidates = _candidates(form, xpos)
        if not candidates:
            return form
        known = self._known.get(kind, frozenset())
        found = next((candidate for candidate in candidates if candidate in known), None)
        return found or next((candidate for candidate in candidates if candidate in self._words), candidates[0])


def _candidates(form: str, xpos: str) -> tuple[str, list[str]]:
    """Base forms that the ending allows, the likeliest first."""
    if xpos == "NNS":
        return "noun", list(_without_s(form))
    if xpos == "VBZ":
        return "verb", list(_without_s(form))
    if xpos in ("VBD", "VBN"):
        return "verb", list(_without(form, "ed", "ied"))
    if xpos == "VBG":
        return "verb", list(_without(form, "ing", ""))
    if xpos in ("JJR", "RBR"):
        return "adjective", list(_without(form, "er", "ier"))
    if xpos in ("JJS", "RBS"):
        return "adjective", list(_without(form, "est", "iest"))
    return "", []


def _without_s(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
        yield form[:-1]
    elif form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        yield form[:-2]
        yield form[:-1]
    elif form.endswith("ves"):
        yield form[:-1]
        yield form[:-3] + "f"
        yield form[:-3] + "fe"
    elif form.endswith("'s"):
        yield form[:-2]
    elif form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        yield form[:-1]
        yield form[:-2]


def _without(form: str, suffix: str, after_y: str) -> Iterator[str]:
    if after_y and form.endswith(after_y) and len(form) > len(after_y) + 1:
        yield form[: -len(after_y)] + "y"
        return
    stem = form[: -len(suffix)] if form.endswith(suffix) else ""
    if not any(letter in _VOWELS + "y" for letter in stem):
        return
    candidates = [stem, stem + "e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        candidates = [stem[:-1], stem]
    elif stem[-2:-1] == stem[-1:]:
        candidates = [stem, stem[:-1]]
    elif _wants_e(stem):
        candidates.reverse()
    yield from candidates


def _wants_e(stem: str) -> bool:
    """Whether a stem that no list knows looks cut off before an e: "announc", "argu", "mak", "separat"."""
    if stem.endswith(("c", "u", "v", "z", "at", "rg", "dg", "ng", "lg", "ls", "ns", "rs", "iz", "ir", "ur", "utr")):
        return not stem.endswith(("eat", "oat", "eir", "our", "ing", "ong"))
    is_short = len(stem) > 2 and stem[-2] in _VOWELS and stem[-1] not in _VOWELS + "wxy" and stem[-3] not in _VOWELS
    is_single = sum(letter in _VOWELS for letter in stem) == 1
    return (is_short and is_single) or stem.endswith(("bl", "tl", "pl", "gl", "dl", "fil", "is", "os", "ys"))
