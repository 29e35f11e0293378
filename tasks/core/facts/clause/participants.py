"""Who and what takes part in a predicate by phrases of its own; what it shares with others is in `shared`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Participant, Slot
from tasks.core.facts.clause.naming import bare_object
from tasks.core.facts.clause.predicates import Kind, Tree, is_joining
from tasks.core.facts.clause.verb_lexicon import VerbLexicon

# Prepositions of phrases that only liken, date or name: what hangs on them takes no part in the clause itself.
ASIDE = {"as", "than", "like", "unlike", "after", "before", "during", "since", "until", "despite", "amid", "following"}
STANDS = {"locate", "situate"}  # beside something: `is located by the lake`
MAX_DEPTH = 2  # `partner for peace in the region`: deeper phrases seldom belong to the predicate


def own_participants(
    tree: Tree, predicate: int, kind: Kind, action_nouns: Mapping[str, str], verbs: VerbLexicon
) -> list[Participant]:
    """The phrases that hang on the predicate itself."""
    if kind == "noun":
        owner = action_nouns.get(tree.tokens[predicate].lemma.lower(), "actor")
        return list(_of_noun(tree, predicate, "object" if owner == "undergoer" else "subject", action_nouns))
    bare = bare_object(tree, predicate, verbs) if kind == "verb" else None
    children = [child for child in tree.children(predicate) if child is not bare]
    found = [p for child in children for p in _of_verb(tree, predicate, child, action_nouns)]
    if bare is not None:  # `took part in talks`: the talks are what it is about
        behind = [*tree.modifiers(bare.index), *tree.children(bare.index, "obl")]
        found += [p for child in behind for p in _behind(tree, child)]
    if kind == "copula":
        found += [Participant(slot="complement", head=predicate, preposition=tree.preposition(predicate))]
        found += _modifiers(tree, predicate, 1, action_nouns)
    return found


def _behind(tree: Tree, phrase: Token) -> Iterator[Participant]:
    """A phrase that hangs on a noun which is one with its verb, as if it hung on the verb."""
    for head in tree.conjuncts(phrase.index):
        yield Participant(slot="oblique", head=head, preposition=tree.preposition(phrase.index))


# Verbs that without an object say what is done to their subject: `was arrested and charged`.
DONE_TO = {
    "charge", "arrest", "detain", "jail", "imprison", "indict", "convict", "sentence", "fine", "arraign", "book",
    "kill", "wound", "injure", "behead", "shoot", "stab", "torture", "rape", "abduct", "kidnap", "deport", "expel",
    "extradite", "evacuate", "rescue", "patrol", "guard", "occupy", "besiege", "bomb", "ban", "execute", "hospitalize",
}  # fmt: skip


def is_passive(tree: Tree, predicate: int) -> bool:
    """Whether the predicate's subject undergoes: `were arrested`, `troops deployed by Russia`."""
    if tree.children(predicate, "nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    token = tree.tokens[predicate]
    is_participle = token.xpos == "VBN" or (token.xpos == "VBD" and token.lemma.lower() in DONE_TO)
    if token.deprel == "conj" and is_participle and not tree.children(predicate, "nsubj", "aux", "obj"):
        return is_passive(tree, token.head)  # `were killed or wounded`
    is_bare = token.xpos == "VBN" and not tree.children(predicate, "nsubj", "aux")
    return is_bare and (token.deprel == "acl" or (token.deprel == "xcomp" and not tree.children(predicate, "obj")))


def _of_verb(tree: Tree, predicate: int, child: Token, action_nouns: Mapping[str, str]) -> Iterator[Participant]:
    slot = _slot(tree, predicate, child)
    if slot is None:
        return
    own = tree.preposition(child.index)
    for head in tree.conjuncts(child.index):
        yield Participant(slot=slot, head=head, preposition=tree.preposition(head) or own)
    if slot in ("object", "oblique", "complement") and own not in ASIDE:
        yield from _modifiers(tree, child.index, 1, action_nouns)


def _slot(tree: Tree, predicate: int, child: Token) -> Slot | None:
    label, base = child.deprel, child.deprel.split(":")[0]
    if label == "nsubj:outer":
        return None  # `the point is that he left`
    if label == "nsubj:pass":
        return "object"
    if base == "nsubj":
        return "object" if is_passive(tree, predicate) else "subject"
    if base == "obj":
        return "object"
    if base == "iobj":
        return "indirect"
    if base == "obl":
        by = label == "obl:agent" or (tree.preposition(child.index) == "by" and is_passive(tree, predicate))
        by = by and tree.tokens[predicate].lemma.lower() not in STANDS
        return "agent" if by else "oblique"
    if base == "xcomp" and child.upos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
        return "complement"
    return None


def _of_noun(tree: Tree, predicate: int, owner: Slot, action_nouns: Mapping[str, str]) -> Iterator[Participant]:
    for child in tree.modifiers(predicate):
        preposition = tree.preposition(child.index)
        slot: Slot = "oblique"
        if child.deprel == "nmod:poss":
            slot, preposition = owner, ""
        elif preposition == "by":
            slot = "agent"
        elif preposition == "of":
            slot = "object"
        for head in tree.conjuncts(child.index):
            yield Participant(slot=slot, head=head, preposition=preposition)
        yield from _modifiers(tree, child.index, 2, action_nouns)
    for child in tree.children(predicate, "amod", "compound"):
        if child.text[:1].isupper():
            yield Participant(slot="modifier", head=child.index)


def _modifiers(tree: Tree, head: int, depth: int, action_nouns: Mapping[str, str]) -> Iterator[Participant]:
    """Owners and complements of a noun: `NATO's partner for peace`, `entry into the European Union`.

    Of an action with an owner only the owner is given: whom `NATO's airstrikes` met is a fact of its own.
    """
    owned = tree.tokens[head].lemma.lower() in action_nouns and bool(tree.children(head, "nmod:poss"))
    if owned and depth > 1:
        return
    for child in tree.modifiers(head):
        slot: Slot = "possessor" if child.deprel == "nmod:poss" else "modifier"
        if owned and slot != "possessor":
            continue
        preposition = "" if slot == "possessor" else tree.preposition(child.index)
        for joined in tree.conjuncts(child.index):
            yield Participant(slot=slot, head=joined, preposition=preposition)
        if depth < MAX_DEPTH:
            yield from _modifiers(tree, child.index, depth + 1, action_nouns)
    for child in tree.children(head, "acl"):
        if is_joining(child):
            yield from _joined(tree, child, action_nouns)


def _joined(tree: Tree, participle: Token, action_nouns: Mapping[str, str]) -> Iterator[Participant]:
    """What `involving` and its like add to the noun: `exercises involving 10 aircraft in the south`."""
    for child in tree.children(participle.index, "obj", "obl"):
        preposition = tree.preposition(child.index) or participle.text.lower()
        for joined in tree.conjuncts(child.index):
            yield Participant(slot="modifier", head=joined, preposition=preposition)
        yield from _modifiers(tree, child.index, MAX_DEPTH, action_nouns)
