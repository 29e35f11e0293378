"""Learn the lemma table: `python training/lemmas.py --treebank DIR --out DIR`; prints the accuracy on dev."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from treebank import Annotated, load  # noqa: E402 - the path comes first

from tasks.core.english.lemma import Lemmatiser  # noqa: E402

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adjective"}


def learn(sentences: list[Annotated]) -> dict[str, object]:
    """Known base forms, and for each XPOS the forms whose commonest lemma the rules would miss."""
    known: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, lemma, upos, xpos in rows(sentences):
        if upos in KINDS and lemma.isalpha():
            known[KINDS[upos]][lemma] += 1
        if form.isprintable() and "_" not in lemma and lemma:
            seen[xpos, form][lemma] += 1
    bases = {kind: sorted(forms) for kind, forms in known.items()}
    rules = Lemmatiser({}, bases)
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (xpos, form), lemmas in sorted(seen.items()):
        best = lemmas.most_common(1)[0][0]
        expected = form if xpos.startswith("NNP") else rules.rule(form, xpos)
        if best != expected and not (xpos.startswith("NNP") and not form.startswith(best)):
            table[xpos][form] = best
    return {"table": table, "known": bases}


def rows(sentences: list[Annotated]) -> list[tuple[str, str, str, str]]:
    """(form, lemma, UPOS, XPOS) of each word; straight quotes, small letters."""
    return [
        (word.lower().replace("’", "'"), lemma.lower().replace("’", "'"), upos, xpos)
        for sentence in sentences
        for word, lemma, upos, xpos in zip(sentence.words, sentence.lemmas, sentence.upos, sentence.xpos, strict=True)
    ]


def main() -> None:
    """Write lemmas.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    learned = learn(load(arguments.treebank, "train"))
    (arguments.out / "lemmas.json").write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")))
    lemmatiser = Lemmatiser(**learned)  # type: ignore[arg-type]
    wrong: Counter[tuple[str, ...]] = Counter()
    dev = rows(load(arguments.treebank, "dev"))
    for form, lemma, upos, xpos in dev:
        if lemmatiser.lemma(form, upos, xpos).lower() != lemma:
            wrong[form, lemma, lemmatiser.lemma(form, upos, xpos), xpos] += 1
    print(f"lemmas right on dev, gold tags: {100 - 100 * sum(wrong.values()) / len(dev):.2f} %")
    for row, count in wrong.most_common(80):
        print(count, *row)


if __name__ == "__main__":
    main()
