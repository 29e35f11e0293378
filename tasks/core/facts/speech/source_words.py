"""Which words of a sentence name the source of a cue."""

from __future__ import annotations

from collections.abc import Collection

from tasks.core.english.token import Token
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.shared import RELATIVE
from tasks.core.facts.event.slots import Slots

_ADDRESSING = {"tell", "inform", "remind", "assure", "notify", "brief", "advise"}  # their object is who listens
MARKS = {"“", "”", '"', "''", "``"}
# Common nouns of who is cited; of `citing safety concerns` nobody is.
_SPEAKERS = {
    "official", "source", "ministry", "government", "police", "witness", "authority", "lawyer", "people", "person",
    "diplomat", "military", "resident", "prosecutor", "report", "agency", "aide", "expert", "analyst", "executive",
    "employee", "relative", "activist", "doctor", "officer", "lawmaker", "investigator", "minister", "spokesman",
    "spokeswoman", "statement", "document", "media", "newspaper", "army", "commander", "adviser", "memo", "letter",
}  # fmt: skip
_QUOTING = {"quote", "cite"}
_OWNING = ("by", "from", "of", "among")  # `a claim by monitors`


def source_of(slots: Slots, token: Token, content: Collection[int]) -> set[int] | None:
    """The words of who speaks: the subject's phrase, the agent's, or the owner of a noun of speech; None for nobody."""
    tree = slots.tree
    heads = _quoted(tree, token) or stolen_subjects(tree, token) or _behind(tree, token, content)
    heads = heads or [h for h in slots.subjects(token.index) if h not in content]
    if token.upos == "NOUN" and not heads:
        heads = [t.index for t in tree.children(token.index, "nmod") if tree.preposition(t.index) in _OWNING]
    if not heads:
        return None
    # Of several subjects a parser found, one inside the quotation does not speak: `"All I say is no," Ann said`.
    head = min(heads, key=lambda i: _marks_between(tree, i, token.index))
    phrase = set(tree.sentence.subtree(head))
    if token.index in phrase:
        return {head}  # `the official who said so` names the source by its head alone
    # A phrase that the cue or what it cites parts was read across them: `"Of course," said Ann`.
    beside = {i for i in phrase if (i < token.index) == (head < token.index)}
    return beside.difference(content) - _edges(tree, head) or {head}


def _marks_between(tree: Tree, first: int, second: int) -> int:
    return sum(t.text in MARKS for t in tree.tokens[min(first, second) : max(first, second)])


def speaker_of(tree: Tree, source: Collection[int]) -> tuple[int, list[int]]:
    """The head of a source, and its words; of `residents in Goma, who said so` the residents in Goma."""
    head = next(i for i in sorted(source) if tree.tokens[i].head not in source)
    token = tree.tokens[head]
    if (named := cited_by(tree, head)) is not None:
        return named, sorted(tree.sentence.subtree(named))
    if token.lemma.lower() in RELATIVE and token.head >= 0 and tree.tokens[token.head].deprel == "acl:relcl":
        above = tree.tokens[token.head].head
        before = range(min(tree.sentence.subtree(token.head)))
        source = set(tree.sentence.subtree(above)).intersection(before) - _edges(tree, above)
        head = above
    elif len(source) == 1:
        source = _before(tree, head)  # of `the Rome office, which said so` the Rome office
    words = [i for i in sorted(source) if tree.tokens[i].upos != "PUNCT" or tree.tokens[i].text == ")"]
    return head, words or [head]


def cited_by(tree: Tree, source: int) -> int | None:
    """Whom the source itself names: of `Reuters reported, citing officials` the officials."""
    verb = tree.tokens[source].head
    near = [*tree.children(source, "acl"), *(tree.children(verb, "advcl") if verb >= 0 else ())]
    near += [t for c in (tree.children(verb, "ccomp") if verb >= 0 else ()) for t in tree.children(c.index, "advcl")]
    cites = [t for t in near if t.lemma.lower() == "cite" and t.xpos == "VBG"]
    objects = [t for c in cites for t in tree.children(c.index, "obj") if _can_speak(t)]
    return objects[0].index if objects else None


def _can_speak(token: Token) -> bool:
    return token.entity[2:] in ("PER", "ORG") or token.lemma.lower() in _SPEAKERS


def _before(tree: Tree, head: int) -> set[int]:
    """A noun with its attributes."""
    attributes = tree.children(head, "det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat")
    return {head, *(i for t in attributes if t.index < head for i in tree.sentence.subtree(t.index))}


def _quoted(tree: Tree, token: Token) -> list[int]:
    """`Reuters quoted the ministry as saying`: the ministry speaks, by either verb."""
    quote = token
    if token.lemma.lower() not in _QUOTING and token.deprel in ("advcl", "xcomp") and token.xpos == "VBG":
        quote = tree.tokens[token.head]
    if quote.lemma.lower() not in _QUOTING or quote.upos != "VERB":
        return []
    as_saying = [t for t in tree.children(quote.index, "advcl", "xcomp") if t.xpos == "VBG"]
    return [t.index for t in tree.children(quote.index, "obj", "nsubj:pass")][:1] if as_saying else []


def _behind(tree: Tree, token: Token, content: Collection[int]) -> list[int]:
    """`“Why?” asked Anna Berg`: behind what is cited, what looks like the verb's object is who speaks."""
    if (
        token.upos != "VERB"
        or token.lemma.lower() in _ADDRESSING
        or max(content) > token.index
        or tree.children(token.index, "nsubj", "nsubj:pass")
    ):
        return []
    return [t.index for t in tree.children(token.index, "obj", "iobj") if t.index > token.index][:1]


def _edges(tree: Tree, head: int) -> set[int]:
    """A leading preposition, and the mark of possession."""
    return {t.index for t in tree.children(head, "case", "punct") if t.index < head or t.text in ("'s", "’s")}


def stolen_subjects(tree: Tree, token: Token) -> list[int]:
    """Subjects a parser hung on the cited verb although the cue stands between them: `said Anna Berg`."""
    if tree.children(token.index, "nsubj"):
        return []
    return [
        subject.index
        for clause in tree.children(token.index, "ccomp")
        for subject in tree.children(clause.index, "nsubj")
        if (subject.index - token.index) * (clause.index - token.index) < 0
    ]
