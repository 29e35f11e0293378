"""Makes the word and letter statistics that tell a stray space from a lost hyphen: words.py FREQUENCIES OUT_DIR.

FREQUENCIES is SymSpell's `frequency_dictionary_en_82_765.txt` ("word count" lines): the words of SCOWL counted in the
Google Books Ngrams, https://github.com/wolfgarbe/SymSpell (MIT; SCOWL is free to use, the Ngrams are CC BY 3.0).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from math import log10
from pathlib import Path

TOTAL = 1_024_908_267_229  # tokens behind the counts, as the publisher of the list states
KEPT = 65_000  # beyond it the list is names and forms seen less than once in 20 million words
ALPHABET = "abcdefghijklmnopqrstuvwxyz$"
SMOOTHING = 0.5
# Abbreviations that slugs have and a list of book words lacks; contractions as slugs have them, without apostrophe.
SLUG_WORDS = """
tv uk eu un ai vs ex mp mps us uae hq it ok usa nato who covid ceo gdp imf opec
arent cant couldnt didnt doesnt dont hadnt hasnt havent heres hes isnt ive lets shes shouldnt thats theres theyre
theyve wasnt werent weve whats whos wont wouldnt youre youve
"""
SLUG_COUNT = 3_000_000


def words(counts: dict[str, int]) -> str:
    """Lines of `tenths of -log10 probability`, a tab, and all words of that probability."""
    by_rarity = defaultdict(list)
    for word, count in counts.items():
        by_rarity[round(-10 * log10(count / TOTAL))].append(word)
    return "".join(f"{rarity}\t{' '.join(sorted(group))}\n" for rarity, group in sorted(by_rarity.items()))


def letters(counts: dict[str, int]) -> str:
    """Lines of two letters of context, a tab, and one character per next letter: `!` + twentieths of -log10."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in counts.items():
        padded = f"^^{word}$"
        for i in range(2, len(padded)):
            seen[padded[i - 2 : i]][padded[i]] += log10(count)  # type: ignore[assignment]  # weights, not counts
    lines = []
    for context in sorted(seen):
        total = sum(seen[context].values()) + SMOOTHING * len(ALPHABET)
        row = (round(-20 * log10((seen[context][letter] + SMOOTHING) / total)) for letter in ALPHABET)
        lines.append(f"{context}\t{''.join(chr(33 + min(cost, 90)) for cost in row)}\n")
    return "".join(lines)


def main() -> None:
    lines = Path(sys.argv[1]).read_text("utf-8-sig").split("\n")
    pairs = (line.split() for line in lines if line)
    counts = {word: int(count) for word, count in pairs if word.isalpha() and word.isascii()}
    for word in SLUG_WORDS.split():
        counts[word] = max(counts.get(word, 0), SLUG_COUNT)
    kept = dict(sorted(counts.items(), key=lambda pair: -pair[1])[:KEPT])
    source = (
        "# From the SymSpell project's English list (MIT): SCOWL's words counted in Google Books Ngrams (CC BY 3.0).\n"
    )
    out = Path(sys.argv[2])
    (out / "words_en.tsv").write_text(source + words(kept), "utf-8")
    (out / "letters_en.tsv").write_text(source + letters(kept), "utf-8")


if __name__ == "__main__":
    main()
