"""Who and what takes part in a predicate: its own phrases, and those it shares with the predicate above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Participant, Slot
from tasks.core.facts.clause.naming import bare_object
from tasks.core.facts.clause.predicates import Kind, Tree, is_joining, is_light

# Verbs whose object, not subject, does what the infinitive says: `asked Bush to name`.
OBJECT_CONTROL = {
    "ask", "urge", "order", "tell", "force", "want", "allow", "help", "send", "persuade", "invite", "let",
    "make",
}  # fmt: skip
OBJECT_CONTROL |= {
    "enable", "compel", "permit", "require", "encourage", "convince", "pressure", "press", "see", "show",
    "expect",
}  # fmt: skip
OBJECT_CONTROL |= {
    "inspire", "motivate", "challenge", "task", "hire", "recruit", "appoint", "elect", "choose", "pick", "train",
    "teach", "advise", "tempt", "entice", "lure", "empower", "trust", "commission", "remind", "drive", "bring",
    "demand", "insist", "suggest", "propose", "hear", "feel", "notice", "find", "catch", "keep", "leave", "beg",
    "get", "cause", "lead", "prompt", "warn", "instruct", "command", "authorize", "authorise", "have", "watch",
}  # fmt: skip
# Verbs whose object is said to have done what stands behind `of` or `for`: `accused Bush of lying`.
CHARGES = {"accuse", "blame", "suspect", "convict", "acquit", "condemn", "criticize", "criticise", "thank", "praise"}
CHARGES |= {"arrest", "charge", "fine", "jail", "punish", "prosecute", "rebuke", "scold", "sue", "warn"}
# Participles behind a clause that say something of all of it: `she left, marking the end of an era`.
SUMS_UP = {"reflect", "mark", "signal", "underline", "underscore", "highlight", "mean", "suggest", "indicate", "spark"}
# Prepositions of phrases that only liken, date or name: what hangs on them takes no part in the clause itself.
ASIDE = {"as", "than", "like", "unlike", "after", "before", "during", "since", "until", "despite", "amid", "following"}
# Nouns that tell when, how or why in the relative clause behind them: `the day he left`, `the way they vote`.
MANNERS = {"day", "time", "moment", "year", "month", "week", "night", "morning", "way", "reason", "manner", "extent"}
RELATIVE = {"who", "which", "that", "whom"}
MAX_DEPTH = 2  # `partner for peace in the region`: deeper phrases seldom belong to the predicate


def own_participants(tree: Tree, predicate: int, kind: Kind, action_nouns: Mapping[str, str]) -> list[Participant]:
    """The phrases that hang on the predicate itself."""
    if kind == "noun":
        owner = action_nouns.get(tree.tokens[predicate].lemma.lower(), "actor")
        return list(_of_noun(tree, predicate, "object" if owner == "undergoer" else "subject", action_nouns))
    bare = bare_object(tree, predicate) if kind == "verb" else None
    children = [child for child in tree.children(predicate) if child is not bare]
    found = [p for child in children for p in _of_verb(tree, predicate, child, action_nouns)]
    if bare is not None:  # `took part in talks`: the talks are what it is about
        found += [p for child in tree.modifiers(bare.index) for p in _behind(tree, child)]
    if kind == "copula":
        found += [Participant(slot="complement", head=predicate, preposition=tree.preposition(predicate))]
        found += _modifiers(tree, predicate, 1, action_nouns)
    return found


def _behind(tree: Tree, phrase: Token) -> Iterator[Participant]:
    """A phrase that hangs on a noun which is one with its verb, as if it hung on the verb."""
    for head in tree.conjuncts(phrase.index):
        yield Participant(slot="oblique", head=head, preposition=tree.preposition(phrase.index))


def is_passive(tree: Tree, predicate: int) -> bool:
    """Whether the predicate's subject undergoes: `were arrested`, `troops deployed by Russia`."""
    if tree.children(predicate, "nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    token = tree.tokens[predicate]
    if token.deprel == "conj" and token.xpos == "VBN" and not tree.children(predicate, "nsubj", "aux", "obj"):
        return is_passive(tree, token.head)  # `were killed or wounded`
    return token.deprel == "acl" and token.xpos == "VBN"


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


def shared_participants(
    tree: Tree,
    predicate: int,
    kind: Kind,
    own: list[Participant],
    above: list[Participant],
    action_nouns: Mapping[str, str],
) -> list[Participant]:
    """Participants a predicate takes from its governor: control, conjunction, participles and relative clauses.

    `own` are the predicate's participants, `above` those of the predicate that governs it.
    """
    token = tree.tokens[predicate]
    base = token.deprel.split(":")[0]
    if kind == "noun" or token.head < 0:
        return []
    if token.deprel == "acl:relcl":
        return _from_antecedent(tree, predicate, own)
    if base == "acl":
        return _from_noun(tree, predicate, own, above, action_nouns)
    if base == "advcl" and token.index > token.head and token.lemma.lower() in SUMS_UP:
        return []
    found = _subjects(tree, predicate, own, above) if base in ("conj", "xcomp", "advcl", "parataxis") else []
    is_purpose = any(t.lemma.lower() == "to" for t in tree.children(predicate, "mark"))
    if base == "advcl" and is_passive(tree, token.head) and is_purpose:
        # Whoever did it had the purpose: `was shot by a soldier to stop him`.
        found = [_share(p.head, "subject") for p in above if p.slot == "agent" and found]
    if base == "conj" and kind == "verb":
        found += _object_of_conjunct(tree, predicate, own, above)
    return found


def _subjects(tree: Tree, predicate: int, own: list[Participant], above: list[Participant]) -> list[Participant]:
    token = tree.tokens[predicate]
    if any(p.slot == "subject" for p in own) or tree.children(predicate, "nsubj", "nsubj:pass", "expl"):
        return []
    governor = tree.tokens[token.head]
    passive_above, passive = is_passive(tree, token.head), is_passive(tree, predicate)
    slot: Slot = "object" if passive_above else "subject"
    charged = governor.lemma.lower() in CHARGES and any(
        t.lemma.lower() in ("of", "for", "with") for t in tree.children(predicate, "mark", "case")
    )
    controls = charged or (token.deprel == "xcomp" and governor.lemma.lower() in OBJECT_CONTROL)
    if controls and _has(above, "object", "indirect"):
        controllers = [p for p in above if p.slot in ("object", "indirect")]
    else:
        controllers = [p for p in above if p.slot == slot]
    controllers = [p for p in controllers if not _is_second_object(tree, p, passive_above)]
    return [_share(p.head, "object" if passive else "subject") for p in controllers]


def _is_second_object(tree: Tree, participant: Participant, passive: bool) -> bool:
    """What a passive gives besides its subject: the `$9` of `he was paid $9`."""
    return (
        passive and not participant.is_shared and tree.tokens[participant.head].deprel.split(":")[0] in ("obj", "obl")
    )


def _object_of_conjunct(
    tree: Tree, predicate: int, own: list[Participant], above: list[Participant]
) -> list[Participant]:
    """`planned and carried out the attack`: the object behind the first verb is the second's too, and the reverse."""
    if _has(own, "object") or is_passive(tree, predicate):
        return []
    return [_share(p.head, "object") for p in above if p.slot == "object" and p.head > predicate]


def _from_antecedent(tree: Tree, predicate: int, own: list[Participant]) -> list[Participant]:
    """The noun a relative clause describes stands in the slot of the relative pronoun, or in the gap."""
    nouns = _antecedents(tree, predicate)
    if any(t.lemma.lower() in ("where", "when", "why", "how") for t in tree.children(predicate, "advmod", "mark")):
        return []
    for p in own:
        if tree.tokens[p.head].lemma.lower() in RELATIVE and tree.tokens[p.head].upos in ("PRON", "SCONJ", "DET"):
            return [_share(noun, p.slot, p.preposition) for noun in nouns]
    if not _has(own, "subject") and not is_passive(tree, predicate):
        return [_share(noun, "subject") for noun in nouns]
    if _has(own, "object") or tree.tokens[nouns[0]].lemma.lower() in MANNERS:
        return []
    return [_share(noun, "object") for noun in nouns]


def _antecedents(tree: Tree, predicate: int) -> list[int]:
    """The nouns a relative clause describes: the nearest of a series, all of it where the verb is plural."""
    noun = tree.tokens[predicate].head
    series = [noun, *(i for i in tree.conjuncts(noun)[1:] if i < predicate)]
    verbs = [tree.tokens[predicate], *tree.children(predicate, "aux", "cop")]
    is_plural = any(t.xpos == "VBP" or t.text.lower() in ("are", "were", "have", "do") for t in verbs)
    return series if is_plural and tree.children(predicate, "nsubj", "nsubj:pass") else series[-1:]


def _from_noun(
    tree: Tree, predicate: int, own: list[Participant], above: list[Participant], action_nouns: Mapping[str, str]
) -> list[Participant]:
    """`helicopters carrying out missions`, `equipment made in Russia`, `Kosovo's bid to join`, `has plans to join`."""
    if _has(own, "subject"):
        return []
    token = tree.tokens[predicate]
    noun = tree.tokens[token.head]
    if token.xpos == "VBG" and not tree.children(predicate, "mark", "case"):
        return [_share(head, "subject") for head in _joined_nouns(tree, noun)]
    if token.xpos == "VBG" and noun.deprel == "obj" and tree.tokens[noun.head].lemma.lower() in CHARGES:
        return [_share(noun.index, "subject")]  # `accused the company of hiding it`
    if token.xpos == "VBN":
        return [_share(head, "object") for head in _joined_nouns(tree, noun)]
    is_act = noun.lemma.lower() in action_nouns  # `her plan to leave`, but not `her successor to lead the party`
    owners = [t.index for t in tree.children(noun.index, "nmod:poss")] if is_act else []
    if not owners and (is_light(tree, noun.head) if noun.head >= 0 else False):
        given = [p.head for p in above if p.slot == "indirect"]  # `gave the agency the authority to act`
        owners = given or [p.head for p in above if p.slot == "subject"]
    if not owners and is_act:
        owners = [t.index for t in tree.children(noun.index, "amod", "compound") if t.text[:1].isupper()]
    return [_share(head, "subject") for head in owners]


def _joined_nouns(tree: Tree, noun: Token) -> list[int]:
    """The nouns a participle describes: behind the last of a series, all of it (`jets and boats carrying aid`)."""
    return tree.conjuncts(noun.head if noun.deprel == "conj" else noun.index)


def _share(head: int, slot: Slot, preposition: str = "") -> Participant:
    return Participant(slot=slot, head=head, preposition=preposition, is_shared=True)


def _has(participants: list[Participant], *slots: str) -> bool:
    return any(p.slot in slots for p in participants)
