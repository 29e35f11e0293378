"""The words of a participant: its noun phrase, and the finding that names what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding

# Dependents that do not belong to the words of a noun phrase itself.
OUTSIDE = {
    "acl", "acl:relcl", "appos", "conj", "cc", "punct", "case", "parataxis", "cop", "nsubj", "advcl", "mark",
    "aux", "dep",
}  # fmt: skip
OUTSIDE |= {"advcl:relcl", "nsubj:pass", "list", "discourse", "obl", "advmod", "orphan", "ccomp", "xcomp", "csubj"}
OUTSIDE |= {"cc:preconj"}  # `neither Chad nor Mali`
INSIDE = {"case", "punct", "advmod"}  # what a word inside the phrase may hold all the same


# Nouns that only count or gather those who act behind `of`.
COUNTS = {"thousand", "thousands", "hundred", "hundreds", "dozen", "dozens", "score", "scores", "million", "millions"}
COUNTS |= {"ten", "tens", "number", "couple", "handful", "lot", "majority", "group", "crowd", "team", "pair", "bunch"}
COUNTS |= {"most", "some", "many", "several", "all", "half", "both", "one", "two", "three", "few", "member", "series"}
COUNTS |= {"total"}
QUOTES = ("”", '"', "''", "’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its head token, with offsets in the document and its finding if it has one.

    `is_owner` tells that the finding is not what the phrase names but whose it is: `Russian` of `Russian currency`.
    """

    head: int
    start: int
    end: int
    finding: Finding | None
    is_owner: bool = False


class Findings:
    """The findings of a document, to be asked by place; only quantities may overlap others."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.all = sorted(findings, key=lambda f: f.start)
        self.starts = [f.start for f in self.all]
        self.named = [f for f in self.all if f.kind != "quantity"]
        self.named_starts = [f.start for f in self.named]

    def at(self, position: int) -> Finding | None:
        """The finding, other than a quantity, that covers a character."""
        i = bisect_right(self.named_starts, position) - 1
        return self.named[i] if i >= 0 and self.named[i].end > position else None

    def within(self, start: int, end: int) -> list[Finding]:
        """Findings that lie in a span whole."""
        found = self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [f for f in found if f.end <= end]


def phrase_of(tree: Tree, head: int, findings: Findings, kinds: Collection[str], is_said: bool = False) -> Phrase:
    """The noun phrase around `head`; its finding is the name put beside the head (`the driver Ann Lee`), else whom it
    describes, else the one at the head, else the last one that modifies it. What a clause says by it (`is_said`)
    describes its subject and names nobody.
    """
    members = _undated(tree, _members(tree, head), head, findings)
    start, end = tree.tokens[members[0]].start, tree.tokens[members[-1]].end
    at_head = findings.at(tree.tokens[head].start)
    named_beside = _name_beside(tree, head, members[-1], findings) if "person" in kinds else None
    if named_beside is not None and (at_head is None or (at_head.kind == "role" and at_head.entity_id is None)):
        return Phrase(head, start, max(end, named_beside.end), named_beside)
    described = None if "person" not in kinds or is_said else _described(tree, head, findings)
    if described is not None and (at_head is None or _is_vague(at_head)):
        return Phrase(head, start, end, described)
    if at_head is not None and at_head.kind in kinds:
        return Phrase(head, min(start, at_head.start), max(end, at_head.end), at_head)
    counted = _counted(tree, head, findings)
    if counted is not None and counted.kind in kinds:
        return Phrase(head, start, max(end, counted.end), counted)
    named = [f for f in findings.within(start, tree.tokens[head].end) if f.kind in kinds]
    named = [f for f in named if _modifies(tree, f, head, members)]
    return Phrase(head, start, end, named[-1] if named else None, is_owner=bool(named))


def _undated(tree: Tree, members: list[int], head: int, findings: Findings) -> list[int]:
    """The members without the time at either end: `stable condition last night`, `Last Tuesday night police`.

    At the beginning one word describes (`Monday meetings`), and so does what an article holds (`a Monday night game`).
    """
    last = findings.at(tree.tokens[members[-1]].start)
    if members[-1] > head and last is not None and last.kind == "time" and last.start > tree.tokens[head].start:
        return [i for i in members if tree.tokens[i].start < last.start]
    first = findings.at(tree.tokens[members[0]].start)
    if members[0] < head and first is not None and first.kind == "time" and first.end < tree.tokens[head].start:
        rest = [i for i in members if tree.tokens[i].start >= first.end]
        is_owner = tree.tokens[rest[0]].upos == "PART"
        return members if is_owner or len(members) - len(rest) < 2 else rest
    return members


def _described(tree: Tree, head: int, findings: Findings) -> Finding | None:
    """Who or what a description is about: the singer of `Ann Lee, a singer who left` or `Lee is a singer who left`."""
    token = tree.tokens[head]
    if token.upos != "NOUN" or not tree.children(head, "det", "nmod:poss"):
        return None
    named = token.head if token.deprel == "appos" else _named_subject(tree, head)
    found = findings.at(tree.tokens[named].start) if named >= 0 else None
    return found if found is not None and found.kind in ("person", "organisation") and found.entity_id else None


def _named_subject(tree: Tree, head: int) -> int:
    """The subject of which a noun is said, -1 where it is denied or nothing is said by it."""
    if not tree.children(head, "cop") or any(t.lemma.lower() in ("not", "n't", "never") for t in tree.children(head)):
        return -1
    return next((t.index for t in tree.children(head, "nsubj")), -1)


def _is_vague(finding: Finding) -> bool:
    """Whether a finding names nobody by itself."""
    return finding.entity_id is None or finding.finder.startswith("coreference:")


def _counted(tree: Tree, head: int, findings: Findings) -> Finding | None:
    """Who is counted: `thousands of protesters`, `a group of rebels`, `most of the soldiers`."""
    if tree.tokens[head].lemma.lower() not in COUNTS:
        return None
    found = (findings.at(t.start) for t in tree.modifiers(head) if tree.preposition(t.index) == "of")
    return next((f for f in found if f is not None), None)


def _name_beside(tree: Tree, head: int, last: int, findings: Findings) -> Finding | None:
    """The person a description is about: `her uncle, Ann Lee`, `the driver Ann Lee`."""
    if tree.tokens[head].upos != "NOUN":
        return None
    for child in tree.children(head, "appos", "flat"):
        found = findings.at(child.start)
        begins = min([child.index, *tree.dependents[child.index]])
        is_next = head < begins <= last + 2  # but a comma between: further off, a name is a member of a list
        if is_next and child.upos == "PROPN" and found is not None and found.kind == "person":
            return found
    return None


def owned_findings(
    sentence: Sentence, tokens: Collection[int], findings: Findings, kinds: Collection[str]
) -> list[Finding]:
    """Findings of the given kinds that begin at one of the given tokens, in order."""
    starts = {sentence.tokens[i].start for i in tokens}
    found = findings.within(sentence.start, sentence.end)
    return [f for f in found if f.kind in kinds and (f.start in starts or any(f.start < s < f.end for s in starts))]


def _members(tree: Tree, head: int) -> list[int]:
    members, queue = {head}, [head]
    while queue:
        at = queue.pop()
        for i in tree.dependents[at]:
            token = tree.tokens[i]
            # `an old, and leaky boat`, `a total of two men and a boy`
            is_joined = token.deprel in ("conj", "cc") and (i < head or _is_counted(tree, at, head))
            if token.deprel in OUTSIDE and not (at != head and (is_joined or token.deprel in INSIDE)):
                continue
            if token.deprel == "nmod" and not _takes(tree, at, token, head):
                continue
            if token.deprel == "nmod" and token.xpos == "WP":
                continue  # `the first draft of what would be a law`
            if token.deprel == "amod" and i > at and tree.children(i, "obl", "xcomp", "advcl"):
                continue  # `forces loyal to the king`: half of it would say nothing
            if token.xpos == "WRB":
                continue  # `how better figures can help`
            members.add(i)
            queue.append(i)
    return _unbroken(tree, members, head)


def _takes(tree: Tree, at: int, phrase: Token, head: int) -> bool:
    """Whether a word inside goes on with a phrase: with `of` the head, what only counts, a name; `1 in 4 residents`."""
    token, preposition = tree.tokens[at], tree.preposition(phrase.index)
    if token.upos == phrase.upos == "NUM" and preposition in ("in", "out of"):
        return True
    is_open = at == head or token.upos in ("NUM", "PROPN") or token.lemma.lower() in COUNTS
    return is_open and preposition == "of"


def _is_counted(tree: Tree, at: int, head: int) -> bool:
    """Whether a word, or what it is joined to, is what the head counts: the `men` of `a total of two men and a boy`."""
    while tree.tokens[at].deprel in ("conj", "cc"):
        at = tree.tokens[at].head
    is_of = tree.tokens[at].head == head and tree.tokens[at].deprel == "nmod" and tree.preposition(at) == "of"
    return is_of and tree.tokens[head].lemma.lower() in COUNTS


def _unbroken(tree: Tree, members: set[int], head: int) -> list[int]:
    """The run of members around the head: words that hang on it across others were parsed wrong."""
    first = last = head
    while first > 0 and (
        first - 1 in members or _is_joint(tree, first - 1, members) or _grades(tree, first - 1, members)
    ):
        first -= 1
    while last + 1 in members or (last + 2 in members and _is_joint(tree, last + 1, members)):
        last += 1
    kept = sorted(i for i in members if first <= i <= last)
    while kept[-1] > head and tree.tokens[kept[-1]].upos in ("ADP", "CCONJ"):
        kept.pop()
    if tree.tokens[kept[-1]].upos == "SYM":  # a sum, however it hangs together
        figures = takewhile(lambda t: t.upos == "NUM", tree.tokens[kept[-1] + 1 :])
        kept += [t.index for t in figures]
    opening = tree.tokens[kept[0]]
    if opening.upos == "ADP" and opening.deprel == "case":  # `On "The News," Ann Lee`
        commas = [i for i in kept if tree.tokens[i].text == "," and i < head]
        kept = [i for i in kept if not commas or i > commas[-1] + (tree.tokens[commas[-1] + 1].text in QUOTES)]
    while kept[0] < head and tree.tokens[kept[0]].text.lower() in ("”", ")", ",", "-", "–", "—", "and", "or", "but"):
        kept.pop(0)
    return kept


def _is_joint(tree: Tree, at: int, members: set[int]) -> bool:
    """Whether a token outside a phrase stands inside it all the same: `'s`, the `and` of `small, and old`."""
    token = tree.tokens[at]
    before = at - 2 if token.upos == "CCONJ" and tree.tokens[at - 1].upos == "PUNCT" else at - 1
    return before in members and token.upos in ("PUNCT", "PART", "ADP", "CCONJ", "ADV")


def _grades(tree: Tree, at: int, members: set[int]) -> bool:
    """Whether a leading adverb belongs to an attribute: `heavily armed men`."""
    token = tree.tokens[at]
    return token.upos == "ADV" and token.deprel == "advmod" and token.head in members and token.head > at


def _modifies(tree: Tree, finding: Finding, head: int, members: list[int]) -> bool:
    """Whether a finding is an attribute of the head (`Russian aircraft`), not in a phrase of its own (`of Serbia`)."""
    inside = [i for i in members if finding.start <= tree.tokens[i].start < finding.end]
    return any(tree.tokens[i].deprel in ("amod", "compound", "nmod:poss", "flat", "nmod:desc") for i in inside) and any(
        tree.tokens[i].head == head or tree.tokens[tree.tokens[i].head].head == head for i in inside
    )
