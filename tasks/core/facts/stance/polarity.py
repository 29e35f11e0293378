"""Decides by scope whether a clause affirms or negates what it states."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.predicates import is_light
from tasks.core.facts.speech.rejected_claims import is_false, is_rejected
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.tables.values import Polarity

MAX_CLIMB = 5


def polarity_of(tree: StanceTree, clause: Clause, is_led: bool = False) -> tuple[Polarity, str]:
    """Whether a clause affirms or negates, and the rules that decided; two negations make an affirmation.

    `is_led` is said of a predicate that its governor leads: of `is not allowed to leave`, whatever leads is negated.
    """
    negations = dict(_negations(tree, clause.predicate, is_led))
    polarity: Polarity = "negated" if len(negations) % 2 else "affirmed"
    return polarity, f"polarity:{'+'.join(negations.values())}" if negations else ""


def is_negated(tree: StanceTree, index: int) -> bool:
    """Whether a word is negated where it stands: `did not say`, `refused to confirm`, `no evidence`."""
    return len(dict(_negations(tree, index))) % 2 == 1


def _negations(tree: StanceTree, predicate: int, is_led: bool = False) -> Iterator[tuple[int, str]]:
    """The negating words in whose scope the predicate stands, nearest first; one may be met twice: `has no plans`."""
    yield from own_negations(tree, predicate)
    if tree.tokens[predicate].upos == "NOUN" and tree.tokens[predicate].lemma.lower() in tree.words.asked:
        return  # a request that is rejected was made
    at = predicate
    for _ in range(MAX_CLIMB):
        token = tree.tokens[at]
        if _is_too_much(tree, token):
            yield token.head, "too"
        if token.head >= 0 and is_joined(tree, token) and not _is_within(tree, token):
            at = token.head  # what is undone is so for both: `denied closing it and leaving`; a `not` is not shared
            continue
        if token.head < 0 or not _is_within(tree, token):
            return
        governor = tree.tokens[token.head]
        lemma = governor.lemma.lower()
        undoes = (
            lemma in tree.words.undoing
            or _drops(tree, at, governor)
            or is_rejected(tree, at)
            or (lemma in tree.words.keeping and _has_from(tree, at))
            or (lemma in tree.words.banning and token.deprel == "xcomp" and token.xpos == "VBG")
            or (token.xpos == "VBG" and _has_from(tree, at, "against"))
            or _falls_short(tree, at, governor)
            or (lemma in tree.words.nobody and token.deprel == "acl")
        )
        if undoes or is_false(tree, governor.index):
            yield governor.index, lemma
        passes = (
            (is_led and at == predicate)
            or _is_enough(tree, token)
            or lemma in tree.words.raising
            or is_light(tree, governor.index)
            or is_rejected(tree, governor.index)
        )
        if not (undoes or passes or token.deprel == "conj"):
            return
        yield from own_negations(tree, governor.index)
        at = governor.index


def own_negations(tree: StanceTree, index: int) -> Iterator[tuple[int, str]]:
    """Negating words on the word itself: `not`, `without doing`, and `no` on a subject or object."""
    for child in tree.children(index):
        lemma, base = child.lemma.lower(), child.deprel.split(":")[0]
        if base in ("advmod", "cc", "det", "mark", "case") and lemma in tree.words.negating:
            if not _is_limited(tree, child):
                yield child.index, lemma
        elif lemma in tree.words.without and (base in ("mark", "case", "cc") or tree.children(child.index, "fixed")):
            yield child.index, lemma
        elif base == "advmod" and child.text.lower() == "longer":
            yield from _no(tree, child)
        elif base == "advmod" and lemma in tree.words.nearing and tree.tokens[index].upos == "VERB":
            yield from [] if tree.tokens[index].lemma in tree.words.growing else [(child.index, lemma)]
        elif base == "advmod" and lemma == "yet" and _is_due(tree, tree.tokens[index]):
            yield child.index, "yet to"
        elif base in ("xcomp", "ccomp") and child.upos == "ADJ" and not tree.children(child.index, "cop"):
            # `pleaded not guilty`
            yield from ((t.index, "not") for t in tree.children(child.index, "advmod") if t.lemma.lower() == "not")
        elif base in ("nsubj", "obj"):
            is_nobody = lemma in tree.words.nobody
            yield from [(child.index, lemma)] if is_nobody else [*_no(tree, child), *_neither(tree, child)]


def _is_limited(tree: StanceTree, token: Token) -> bool:
    following = tree.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].lemma.lower() in tree.words.limiting


def _no(tree: StanceTree, token: Token) -> Iterator[tuple[int, str]]:
    for child in tree.children(token.index, "det", "advmod"):
        if child.lemma.lower() == "no":
            yield child.index, "no"


def is_joined(tree: StanceTree, token: Token) -> bool:
    """Whether `and` joins a predicate to one of the same form, so that both are governed alike.

    Either may begin with `that`; past and present forms share only what governs a clause, since `and` may as well join
    what follows to the main verb.
    """
    if token.deprel != "conj" or _joiner(tree, token) in ("but", "nor"):
        return False
    first = tree.tokens[token.head]
    if "that" in (t.lemma.lower() for t in tree.children(token.index, "mark")):
        return bool(tree.children(first.index, "mark"))
    if tree.children(token.index, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") or token.xpos != first.xpos:
        return False
    is_governed = first.deprel in ("ccomp", "acl", "advcl")
    return token.xpos in ("VB", "VBG") or (is_governed and token.xpos in ("VBD", "VBZ", "VBP"))


def _falls_short(tree: StanceTree, index: int, governor: Token) -> bool:
    """`stopped short of leaving`."""
    is_short = governor.lemma.lower() == "short" or any(
        t.lemma.lower() == "short" for t in tree.children(governor.index, "advmod")
    )
    return is_short and _has_from(tree, index, "of")


def _drops(tree: StanceTree, index: int, governor: Token) -> bool:
    """Whether the governor undoes by its particle, or gives up what was only planned."""
    lemma = governor.lemma.lower()
    particles = tree.children(governor.index, "compound", "advmod")
    if any(f"{lemma} {t.text.lower()}" in tree.words.undoing_off for t in particles):
        return True
    return lemma in tree.words.dropping and tree.tokens[index].lemma.lower() in tree.words.plans


def _neither(tree: StanceTree, token: Token) -> Iterator[tuple[int, str]]:
    """`Neither Chad nor Mali came`, `Not everybody came`."""
    for child in tree.children(token.index, "cc:preconj", "cc", "det", "advmod"):
        words = [child, *tree.children(child.index, "advmod")]
        # `not all of them came`; `not only Chad came` says that Chad did.
        for word in words:
            if word.lemma.lower() in ("neither", "not") and not _is_limited(tree, word):
                yield word.index, word.lemma.lower()


def _is_due(tree: StanceTree, token: Token) -> bool:
    """`has yet to come`, `is yet to come`."""
    return token.lemma.lower() in ("have", "be") or any(
        t.lemma.lower() == "to" for t in tree.children(token.index, "mark")
    )


def _is_too_much(tree: StanceTree, token: Token) -> bool:
    """`too weak to fight`."""
    if token.deprel not in ("advcl", "xcomp", "ccomp", "acl") or token.xpos != "VB" or token.head < 0:
        return False
    is_to = any(t.lemma.lower() == "to" for t in tree.children(token.index, "mark"))
    return is_to and any(t.lemma.lower() == "too" for t in tree.children(token.head, "advmod"))


def _is_enough(tree: StanceTree, token: Token) -> bool:
    """`not strong enough to fight`."""
    if token.xpos != "VB" or token.head < 0 or token.deprel not in ("advcl", "xcomp", "acl"):
        return False
    if not any(t.lemma.lower() == "to" for t in tree.children(token.index, "mark")):
        return False
    near = tree.children(token.head, "advmod")
    words = [tree.tokens[token.head], *near, *(t for n in near for t in tree.children(n.index, "advmod"))]
    return any(t.lemma.lower() == "enough" for t in words)


def _is_within(tree: StanceTree, token: Token) -> bool:
    """Whether what is said of the governor reaches this predicate."""
    base = token.deprel.split(":")[0]
    if token.deprel == "acl:relcl":
        return False
    if base in ("xcomp", "ccomp", "csubj") or _is_enough(tree, token):
        return True
    if base == "acl":
        return bool(tree.children(token.index, "mark")) or token.xpos == "VBG" or is_rejected(tree, token.head)
    if base in ("obj", "nmod"):
        is_much = token.upos in ("ADJ", "PRON") and is_light(tree, token.head)  # `unable to do much to help`
        return is_much or token.upos == "NOUN" or token.xpos == "VBG"
    if base == "conj":
        return not tree.children(token.index, "nsubj") and _joiner(tree, token) in ("or", "nor")
    return base in ("advcl", "obl") and (
        _has_from(tree, token.index, "from", "of", "against") or _is_particles(tree, token)
    )


def _joiner(tree: StanceTree, token: Token) -> str:
    """The word that joins a series, which may stand further on: `not seen, heard or read`."""
    behind = [*tree.children(token.index, "conj"), *tree.children(token.head, "conj")]
    series = sorted((t for t in (token, *behind) if t.index >= token.index), key=lambda t: t.index)
    return next((c.lemma.lower() for t in series for c in tree.children(t.index, "cc")), "")


def _is_particles(tree: StanceTree, token: Token) -> bool:
    """`ruled out attacking`: a form in -ing right behind a particle is what the verb is about."""
    before = tree.tokens[token.index - 1]
    return token.xpos == "VBG" and before.deprel == "compound:prt" and before.head == token.head


def _has_from(tree: StanceTree, index: int, *words: str) -> bool:
    """`kept from leaving`, `warned against leaving`."""
    return any(t.lemma.lower() in (words or ("from", "of")) for t in tree.children(index, "mark", "case"))
