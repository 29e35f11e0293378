"""What a number counts: the noun it modifies, from the tree where there is one, else from the words behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tasks.core.english.token import Sentence, Token

_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_STOP = frozenset([
    "a", "about", "above", "across", "after", "against", "all", "along", "also", "although", "amid", "among", "an",
    "and", "any", "are", "around", "as", "at", "away", "back", "be", "because", "been", "before", "behind", "being",
    "below", "between", "both", "but", "by", "came", "can", "could", "did", "do", "does", "down", "due", "during",
    "each", "either", "every", "for", "from", "gave", "get", "go", "got", "had", "has", "have", "he", "her", "here",
    "his", "how", "i", "if", "in", "including", "inside", "into", "is", "it", "its", "just", "last", "least", "less",
    "like", "made", "make", "may", "might", "more", "most", "much", "must", "near", "no", "nor", "not", "of", "off",
    "on", "once", "only", "onto", "or", "other", "our", "out", "outside", "over", "own", "per", "plus", "said",
    "same", "say", "says", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "though", "through", "till", "to", "today", "together",
    "too", "toward", "towards", "under", "until", "up", "upon", "us", "very", "via", "was", "we", "were", "what",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "trapped", "hurt", "missing",
    "remaining", "behind", "ahead", "already", "will", "with", "within", "without", "would", "yesterday", "yet",
    "you", "your", "killed", "died", "dead", "injured", "wounded", "percent",
])  # fmt: skip
_IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "police": "police",
    "aircraft": "aircraft", "troops": "troop", "feet": "foot", "teeth": "tooth", "mice": "mouse", "wives": "wife",
    "lives": "life", "knives": "knife", "personnel": "personnel", "staff": "staff", "spacecraft": "spacecraft",
    "fishermen": "fisherman", "policemen": "policeman", "servicemen": "serviceman", "series": "series",
    "species": "species", "media": "media", "crises": "crisis", "sheep": "sheep", "gunmen": "gunman",
    "cattle": "cattle", "fish": "fish", "headquarters": "headquarters", "yen": "yen", "thieves": "thief",
}  # fmt: skip


_OF = re.compile(
    r"\s+(?:(?:more\s+)?of\b(?:\s+(?:the|its|their|his|her|our|all|these|those|nearly|about|some)\b)?|the\b|its\b"
    r"|their\b)"
)
_ADJECTIVAL = (
    "al",
    "ive",
    "ous",
    "ful",
    "ic",
    "able",
    "ible",
    "less",
    "ary",
    "ish",
    "ern",
    "ese",
    "ian",
    "ing",
    "ed",
    "new",
    "old",
)


# At least 20 killed; 30 were injured: nobody is named, but what became of them is.
_STATE = re.compile(
    r"(?:\s+(?:were|was|are|have\s+been|had\s+been|has\s+been|reported|confirmed|left|more))*"
    r"\s+(killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|homeless)\b(?!\s+[a-z]+s\b)"
)
_SCALES = frozenset(
    ("hundred", "thousand", "million", "billion", "trillion", "dozen", "ten", "score", "third", "quarter")
)


class Counted:
    """The nouns that numbers of one text count."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def noun(self, start: int, end: int) -> str | None:
        """Lemma of what the number at text[start:end] counts, None where it counts nothing named."""
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and self._sentences[place].end > start:
            tokens = [t for t in self._sentences[place].tokens if t.end > start and t.start < end]
            found = _of_tree(self._sentences[place], tokens)
            if found is not None:
                return found
        return noun_behind(self._text, end)


def _of_tree(sentence: Sentence, tokens: Sequence[Token]) -> str | None:
    """The head of a numeral modifier, or the "of" phrase of a number that is a noun itself."""
    for token in reversed(tokens):
        if token.deprel.startswith("nummod") and token.head >= 0:
            head = sentence.tokens[token.head]
            is_noun = head.upos in ("NOUN", "PROPN") and head.xpos != "NNP" and head.start >= tokens[-1].end
            return head.lemma if is_noun and head.lemma not in ("year", "month", "old") else None
    for token in tokens:
        for child in sentence.tokens:
            is_part = child.head == token.index and child.deprel.startswith("nmod") and child.start >= tokens[-1].end
            if is_part and child.upos == "NOUN" and child.lemma not in _SCALES:
                return child.lemma
    return None


def noun_behind(text: str, end: int) -> str | None:
    """The first plural among the next words, else the last word before one that no noun phrase holds.

    >>> noun_behind("10 Danish aircraft in its north", 2)
    'aircraft'
    """
    if state := _STATE.match(text, end):
        return state[1].lower()
    words: list[str] = []
    is_one = (
        text[max(0, end - 3) : end].lower() == "one" or re.search(r"(?<!\d)1$", text[max(0, end - 2) : end]) is not None
    )
    if of := _OF.match(text, end):
        end = of.end()
    while len(words) < 5 and (match := _WORD.match(text, end)):
        word, end = match[1], match.end()
        lower = word.lower()
        if lower in _STOP:
            if lower in ("more", "other") and not words:
                continue
            break
        words.append(word)
        if is_plural(lower):
            return singular(word) if word.islower() or len(words) == 1 else None
    if is_one:
        return next((word for word in words if word.islower() and not word.endswith(_ADJECTIVAL)), None)
    return None


def counts_many(text: str, end: int) -> bool:
    """Whether a plural stands within two words: 5m people, but not a 40m dry well."""
    first = _WORD.match(text, end)
    second = _WORD.match(text, first.end()) if first else None
    return any(m is not None and m[1].islower() and is_plural(m[1]) for m in (first, second))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return word in _IRREGULAR or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")) and len(word) > 3
    )


def singular(word: str) -> str:
    """A plural noun's lemma by the spelling rules of English; capitalised names keep their capital.

    >>> [singular(w) for w in ("cities", "boxes", "fishermen", "aircraft", "Americans")]
    ['city', 'box', 'fisherman', 'aircraft', 'American']
    """
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not is_plural(lower):
        return word if word[:1].isupper() else lower
    stem = word
    if lower.endswith("ies") and len(word) > 4:
        stem = word[:-3] + "y"
    elif lower.endswith(("ches", "shes", "xes", "sses", "zes")):
        stem = word[:-2]
    else:
        stem = word[:-1]
    return stem
