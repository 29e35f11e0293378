"""Finds what one sentence reports: verbs, nouns, adverbs and prepositions that cite, with source and content."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.attributed import Attributed
from tasks.core.facts.cue_lexicon import Cue, CueLexicon
from tasks.core.facts.predicates import Tree
from tasks.core.facts.slots import Slots

_PARTS = {"VERB": "verb", "NOUN": "noun", "ADV": "adverb", "ADJ": "adjective"}
_COMMENTING = {
    "reflect",
    "underscore",
    "underline",
    "highlight",
    "signal",
    "prompt",
    "fuel",
    "spark",
    "echo",
    "contradict",
}
_COMMAS = {",", "“", "”", '"', "''", ".", "–", "—"}
MAX_ASIDE = 12  # words


def find_reported(number: int, sentence: Sentence, lexicon: CueLexicon) -> list[Attributed]:
    """The attributions whose cue stands in this sentence; `number` is its place in the document."""
    reader = _Reader(sentence, lexicon)
    return [found for token in sentence.tokens for found in reader.read(token)]


class _Reader:
    def __init__(self, sentence: Sentence, lexicon: CueLexicon) -> None:
        self.tree = Tree(sentence)
        self.slots = Slots(self.tree, frozenset())
        self.lexicon = lexicon

    def read(self, token: Token) -> Iterator[Attributed]:
        if token.lemma.lower() in ("accord", "according"):
            yield from self._according(token)
            return
        for cue in self.lexicon.cues.get((_PARTS.get(token.upos, ""), token.lemma.lower()), ()):
            if cue.companions and not cue.companions <= self.slots.companions(token.index):
                continue
            found = list(self._of_cue(token, cue))
            if found:
                yield from found
                return

    def _of_cue(self, token: Token, cue: Cue) -> Iterator[Attributed]:
        if cue.kind == "hearsay":
            if token.head >= 0:
                content = set(self.tree.sentence.subtree(token.head)) - {token.index}
                yield from self._parts(cue, None, content, f"hearsay:{cue.name}")
            return
        content, is_finite = self._clausal(token) if "clause" in cue.takes else (set(), True)
        rule = "clause"
        if not content and ("object" in cue.takes or cue.kind == "topic"):
            content, rule = self._topic(token, cue), "topic"
        if not content and "quote" in cue.takes and token.upos == "VERB":
            content, rule = self._around(token), "parenthesis"
        if content:
            source = self._source(token, content)
            if source or (cue.kind != "topic" and rule != "topic"):
                is_claim = _vouches(cue) and (is_finite or "infinitive" in cue.takes)
                yield from self._parts(cue, source, content, f"{rule}:{cue.name}", is_claim)

    def _clausal(self, token: Token) -> tuple[set[int], bool]:
        """The clause a word takes (`said that …`, `the claim that …`, `wants to …`), and whether it is finite."""
        labels = ("ccomp", "xcomp") if token.upos == "VERB" else ("ccomp", "acl", "xcomp")
        found: set[int] = set()
        is_finite = True
        for child in self.tree.children(token.index):
            base = child.deprel.split(":")[0]
            is_clause = base in labels and child.deprel != "acl:relcl"
            if base == "parataxis" and child.index > token.index and token.upos == "VERB":
                is_clause = self._follows_colon(token, child)
            if is_clause and (token.upos == "VERB" or self.tree.children(child.index, "mark")):
                found |= set(self.tree.sentence.subtree(child.index))
                is_finite = not any(t.lemma.lower() == "to" for t in self.tree.children(child.index, "mark"))
                found -= self._comment(child.index)
        for stolen in self._stolen_subject(token):
            found -= set(self.tree.sentence.subtree(stolen))
        return found, is_finite

    def _comment(self, clause: int) -> set[int]:
        """`says it will not, reflecting old fears`: with such participles the outlet speaks again."""
        return {
            i
            for child in self.tree.children(clause, "advcl")
            if child.xpos == "VBG" and child.lemma.lower() in _COMMENTING and child.index > clause
            for i in self.tree.sentence.subtree(child.index)
        }

    def _follows_colon(self, token: Token, child: Token) -> bool:
        between = self.tree.tokens[token.index + 1 : child.index]
        return any(t.text in (":", "“", '"', "''", ",", "‘") for t in between)

    def _topic(self, token: Token, cue: Cue) -> set[int]:
        """The phrase a word is about: its object, or the phrase with the right preposition."""
        labels = ("obj", "nsubj:pass") if "object" in cue.takes else ("obl", "advcl", "nmod", "xcomp")
        found: set[int] = set()
        for child in self.tree.children(token.index):
            if child.deprel.split(":")[0] not in labels and child.deprel not in labels:
                continue
            if "object" in cue.takes or self._preposition(child) in cue.takes | cue.companions:
                found |= set(self.tree.sentence.subtree(child.index))
        return found

    def _preposition(self, child: Token) -> str:
        marks = self.tree.children(child.index, "case", "mark")
        return marks[0].lemma.lower() if marks else ""

    def _around(self, token: Token) -> set[int]:
        """`The talks, he said, failed`: the cue hangs on what it cites."""
        if token.head < 0 or not self.tree.children(token.index, "nsubj"):
            return set()
        own = self.tree.sentence.subtree(token.index)
        if not (token.deprel in ("parataxis", "discourse") or self._has_as(token) or self._is_set_off(own)):
            return set()
        above = self._clause_above(token.head) if token.deprel == "acl:relcl" else token.head
        return set(self.tree.sentence.subtree(above)) - set(own)

    def _is_set_off(self, own: Sequence[int]) -> bool:
        """Whether a short clause stands between commas."""
        tokens = self.tree.tokens
        first, last = own[0], own[-1]
        before = tokens[first].text if tokens[first].upos == "PUNCT" else tokens[first - 1].text if first else ""
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        return last - first < MAX_ASIDE and before in _COMMAS and (after in _COMMAS or tokens[last].text in _COMMAS)

    def _has_as(self, token: Token) -> bool:
        return any(t.lemma.lower() == "as" for t in self.tree.children(token.index, "mark"))

    def _source(self, token: Token, content: Collection[int]) -> set[int] | None:
        """The words of who speaks: the subject's phrase, the agent's, or the owner of a noun of speech."""
        heads = self._stolen_subject(token) or [h for h in self.slots.subjects(token.index) if h not in content]
        if token.upos == "NOUN" and not heads:
            heads = [
                t.index for t in self.tree.children(token.index, "nmod")
                if self.tree.preposition(t.index) in ("by", "from", "of", "among")
            ]  # fmt: skip
        if not heads:
            return None
        head = heads[0]
        phrase = set(self.tree.sentence.subtree(head))
        if token.index in phrase:  # `the official who said so`
            phrase = {head}
        return self._trim(phrase, head)

    def _stolen_subject(self, token: Token) -> list[int]:
        """A parser may hang the speaker on the cited verb: the cue then stands between that verb and its subject."""
        if self.tree.children(token.index, "nsubj"):
            return []
        return [
            subject.index
            for clause in self.tree.children(token.index, "ccomp")
            for subject in self.tree.children(clause.index, "nsubj")
            if (subject.index - token.index) * (clause.index - token.index) < 0
        ]

    def _trim(self, phrase: set[int], head: int) -> set[int]:
        """Without a leading preposition and the mark of possession."""
        edge = {t.index for t in self.tree.children(head, "case", "punct") if t.index < head or t.text in ("'s", "’s")}
        return phrase - edge

    def _according(self, token: Token) -> Iterator[Attributed]:
        """`according to X, …`: X is the source, the clause it hangs on the content."""
        noun = token.head if token.deprel == "case" else next(
            (t.index for t in self.tree.children(token.index, "obl", "nmod")), -1
        )  # fmt: skip
        if noun < 0:
            return
        top = noun if token.deprel == "case" else token.index
        governor = self.tree.tokens[top].head
        if governor < 0:
            return
        phrase = set(self.tree.sentence.subtree(top))
        content = set(self.tree.sentence.subtree(self._clause_above(governor))) - phrase
        source = {i for i in self.tree.sentence.subtree(noun) if i > token.index + 1 or i >= noun}
        cue = Cue(
            lemma="according", companions=frozenset({"to"}), takes=frozenset(), attribution="said", kind="source",
            name="according to",
        )  # fmt: skip
        yield from self._parts(cue, source, content, "according to")

    def _clause_above(self, index: int) -> int:
        """The predicate of the clause that a word belongs to."""
        at = index
        while self.tree.tokens[at].head >= 0 and self.tree.tokens[at].deprel.split(":")[0] in _PHRASAL:
            at = self.tree.tokens[at].head
        return at

    def _parts(
        self, cue: Cue, source: set[int] | None, content: set[int], rule: str, is_claim: bool = True
    ) -> Iterator[Attributed]:
        """One entry for each unbroken run of the content; a source that is all punctuation is none."""
        tokens = self.tree.tokens
        named = sorted(source) if source else []
        start, end = (tokens[named[0]].start, tokens[named[-1]].end) if named else (None, None)
        for run in self._runs(content - (source or set())):
            yield Attributed(
                attribution=cue.attribution, source_start=start, source_end=end, cue=cue.name,
                content_start=tokens[run[0]].start, content_end=tokens[run[-1]].end, rule=f"attribution:{rule}",
                is_claim=is_claim,
            )  # fmt: skip

    def _runs(self, content: set[int]) -> Iterator[list[int]]:
        run: list[int] = []
        for index in [*sorted(content), -1]:
            if run and index != run[-1] + 1:
                trimmed = self._without_edges(run)
                if trimmed:
                    yield trimmed
                run = []
            run.append(index)

    def _without_edges(self, run: list[int]) -> list[int]:
        while run and self.tree.tokens[run[0]].upos == "PUNCT":
            run = run[1:]
        while run and self.tree.tokens[run[-1]].upos == "PUNCT":
            run = run[:-1]
        return run


def _vouches(cue: Cue) -> bool:
    """Whether the source stands for the content: claims, findings and opinions that may be quoted, not wishes."""
    return cue.kind == "claim" or (cue.kind == "belief" and "quote" in cue.takes)


_PHRASAL = {"nmod", "obj", "obl", "nsubj", "amod", "nummod", "appos", "compound", "conj", "flat", "advmod", "acl"}
