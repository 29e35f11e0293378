"""Finds what one sentence reports: verbs, nouns, adverbs and prepositions that cite, with source and content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.event.slots import Slots
from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.cited_words import clause_above, clause_around, clause_of, quotation_beside, topic_of
from tasks.core.facts.speech.cue_lexicon import Cue, CueLexicon
from tasks.core.facts.speech.rejected_claims import is_false, is_rejected
from tasks.core.facts.speech.source_words import source_of, speaker_of
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.core.facts.stance.polarity import is_negated

_CLAUSAL = {"clause", "quote", "infinitive"}
_PARTS = {"VERB": "verb", "NOUN": "noun", "ADV": "adverb", "ADJ": "adjective"}


def find_reported(sentence: Sentence, lexicon: CueLexicon) -> list[Attributed]:
    """The attributions whose cue stands in this sentence."""
    tree = StanceTree(sentence, lexicon.stance)
    slots = Slots(tree, frozenset())
    return [found for token in sentence.tokens for found in _read(tree, slots, token, lexicon)]


def _read(tree: StanceTree, slots: Slots, token: Token, lexicon: CueLexicon) -> list[Attributed]:
    for cue in lexicon.cues.get(("preposition", token.text.lower()), ()):
        return list(_according(tree, token, cue))
    for cue in lexicon.cues.get((_PARTS.get(token.upos, ""), token.lemma.lower()), ()):
        if not cue.companions or cue.companions <= slots.companions(token.index):
            found = list(_hearsay(tree, token, cue) if cue.kind == "hearsay" else _of_cue(tree, slots, token, cue))
            if found:
                return found
    return []


def _of_cue(tree: StanceTree, slots: Slots, token: Token, cue: Cue) -> Iterator[Attributed]:
    content, is_finite, rule = _content(tree, token, cue)
    if is_false(tree, token.index):
        return  # the outlet itself denies it
    if content and is_rejected(tree, token.index):
        cue, token = replace(cue, attribution="denied"), tree.tokens[token.head]
    source = source_of(slots, token, content) if content else None
    if content and (source or rule != "topic"):
        is_claim = _vouches(cue) and (is_finite or "infinitive" in cue.takes) and not is_negated(tree, token.index)
        found = _parts(tree, cue, source, content, f"{rule}:{cue.name}", is_claim)
        yield from (replace(a, cue_at=token.start) for a in found)


def _content(tree: Tree, token: Token, cue: Cue) -> tuple[set[int], bool, str]:
    """The words cited, whether their clause is finite, and how they hang on the cue."""
    if cue.takes & {"clause", "quote"}:
        content, is_finite = clause_of(tree, token, cue)
        if content:
            return content, is_finite, "clause"
    if cue.takes - _CLAUSAL:
        content = topic_of(tree, token, cue)
        if content:
            return content, True, "topic"
    if "quote" in cue.takes and "clause" not in cue.takes:
        return quotation_beside(tree, token), True, "parenthesis"  # `(prices start at $5)` cites nothing
    if "quote" in cue.takes and token.upos == "VERB":
        return clause_around(tree, token) or quotation_beside(tree, token), True, "parenthesis"
    is_aside = "clause" in cue.takes and cue.kind == "claim" and token.deprel == "parataxis"
    if is_aside and not tree.children(token.index, "obj", "xcomp"):  # `they found jobs` cites nothing
        return clause_around(tree, token), True, "parenthesis"  # `the city is divided, studies have shown`
    return set(), True, ""


def _vouches(cue: Cue) -> bool:
    """Whether the source stands for the content: claims, findings and opinions that may be quoted, not wishes."""
    return cue.kind == "claim" or (cue.kind == "belief" and "quote" in cue.takes)


def _hearsay(tree: Tree, token: Token, cue: Cue) -> Iterator[Attributed]:
    """`reportedly`: cited, though nobody is named."""
    if token.head >= 0:
        content = set(tree.sentence.subtree(token.head)) - {token.index}
        yield from _parts(tree, cue, None, content, f"hearsay:{cue.name}", True)


def _according(tree: Tree, token: Token, cue: Cue) -> Iterator[Attributed]:
    """`according to X, …`: X is the source, the clause it hangs on the content."""
    phrases = tree.children(token.index, "obl", "nmod")
    top = token.head if token.deprel == "case" else token.index
    noun = token.head if token.deprel == "case" else phrases[0].index if phrases else -1
    if noun < 0 or tree.tokens[top].head < 0:
        return
    content = set(tree.sentence.subtree(clause_above(tree, tree.tokens[top].head))) - set(tree.sentence.subtree(top))
    source = {i for i in tree.sentence.subtree(noun) if i > token.index + 1 or i >= noun}
    yield from _parts(tree, cue, source, content, cue.name, True)


def _parts(
    tree: Tree, cue: Cue, source: set[int] | None, content: set[int], rule: str, is_claim: bool
) -> Iterator[Attributed]:
    """One entry for each unbroken run of the content."""
    tokens, named = tree.tokens, sorted(source or ())
    start, end = (tokens[named[0]].start, tokens[named[-1]].end) if named else (None, None)
    head, words = speaker_of(tree, named) if named else (0, [])
    speaker = (tokens[words[0]].start, tokens[words[-1]].end, tokens[head].start) if words else None
    for first, last in _runs(tree, content - set(named)):
        yield Attributed(
            attribution=cue.attribution, source_start=start, source_end=end, cue=cue.name,
            content_start=tokens[first].start, content_end=tokens[last].end, rule=f"attribution:{rule}",
            is_claim=is_claim, speaker=speaker,
        )  # fmt: skip


def _runs(tree: Tree, content: set[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each run; punctuation at its edges is left out."""
    words = [i for i in sorted(content) if tree.tokens[i].upos != "PUNCT"]
    if not words:
        return
    start = words[0]
    for here, following in zip(words, [*words[1:], None], strict=True):
        if following is None or any(i not in content for i in range(here + 1, following)):
            yield start, here
            start = following if following is not None else -1
