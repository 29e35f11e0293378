"""Learn the lemma table: `python training/lemmas.py --treebank DIR --out DIR`; prints the accuracy on dev."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from treebank import Annotated, load  # noqa: E402 - the path comes first

from tasks.core.english.lemma import Lemmatiser  # noqa: E402  # the path is set above

# Strong verbs that the treebank may lack, as "base past participle"; a missing participle is the past.
STRONG = """arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become,
begin began begun, bend bent, bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
breed bred, bring brought, broadcast broadcast, build built, burn burnt, burst burst, buy bought, catch caught,
choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug, do did done,
draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed,
feel felt, fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden,
foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten,
give gave given, go went gone, grind ground, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit,
hold held, hurt hurt, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant, leap leapt,
learn learnt, leave left, lend lent, let let, lie lay lain, light lit, lose lost, make made, mean meant, meet met,
mislead misled, mistake mistook mistaken, misunderstand misunderstood, outdo outdid outdone, overcome overcame overcome,
overrun overran overrun, oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown,
partake partook partaken, pay paid, plead pled, prove proved proven, put put, quit quit, read read, rebuild rebuilt,
redraw redrew redrawn, repay repaid, resell resold, retake retook retaken, rethink rethought, rewrite rewrote rewritten,
rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run, saw sawed sawn, say said, see saw seen,
seek sought, sell sold, send sent, set set, shake shook shaken, shed shed, shine shone, shoot shot, show showed shown,
shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, sling slung,
sow sowed sown, speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun, split split,
spread spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, strike struck,
string strung, strive strove striven, swear swore sworn, sweep swept, swell swelled swollen, swim swam swum,
swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown,
thrust thrust, tread trod trodden, undercut undercut, undergo underwent undergone, understand understood,
undertake undertook undertaken, undo undid undone, uphold upheld, wake woke woken, wear wore worn, weave wove woven,
weep wept, win won, wind wound, withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung,
write wrote written"""
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
    for row in STRONG.replace("\n", " ").split(", "):
        base, past, *participle = row.split()
        table["VBD"].setdefault(past, base)
        table["VBN"].setdefault((participle or [past])[0], base)
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
    lemmatiser = Lemmatiser(**learned)  # type: ignore[arg-type]  # keys of the learned table
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
