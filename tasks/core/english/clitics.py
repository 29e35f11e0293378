"""Where a written word is several syntactic words: "don't" is do + n't, "Serbia's" is Serbia + 's."""

from __future__ import annotations

import re

_APOSTROPHE = "['’`´]"
_TAIL = re.compile(f"(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|m|re|ve|ll|d))$", re.IGNORECASE)
# Fused spellings that English UD splits, with the length of their first piece. "its", "were", "well", "shell" and
# the like stay whole: as written they are other words. "wont" and "cant" are not words of news.
_FUSED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3, "dont": 2, "doesnt": 4, "didnt": 3,
    "isnt": 2, "wasnt": 3, "werent": 4, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3,
    "hadnt": 3, "wont": 2, "cant": 2, "im": 1, "ive": 1, "youre": 3, "youve": 3, "theyre": 4, "theyve": 4,
    "thats": 4, "theres": 5, "whats": 4, "hes": 2, "shes": 3,
}  # fmt: skip
# In capitals these are acronyms or names (IM, IVE, HES), not slips of an apostrophe.
_ONLY_SMALL = {"im", "ive", "hes", "shes", "cant", "wont"}


def cut(word: str) -> int:
    """Length of the first piece of a word of two pieces, or 0 for a whole word.

    >>> cut("don't"), cut("Serbia’s"), cut("cannot"), cut("o'clock")
    (2, 6, 3, 0)
    """
    found = _TAIL.search(word)
    if found:
        return found.start()
    lower = word.lower()
    if lower in _ONLY_SMALL and not word[1:].islower():
        return 0
    return _FUSED.get(lower, 0)
