"""Who and what a predicate shares with the one above it: control, conjunction, participles and relative clauses."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.core.english.token import Token
from tasks.core.facts.clause.clause import Participant, Slot
from tasks.core.facts.clause.participants import DONE_TO, is_passive
from tasks.core.facts.clause.predicates import Kind, Tree, is_light

# Verbs whose object, not subject, does what the infinitive says, however it hangs: `asked Bush to name`.
MOVES_OTHERS = {
    "ask", "urge", "order", "tell", "force", "allow", "help", "send", "persuade", "invite", "enable", "compel",
    "permit", "require", "encourage", "convince", "pressure", "press", "inspire", "motivate", "challenge", "task",
    "hire", "recruit", "appoint", "elect", "train", "advise", "tempt", "entice", "lure", "empower", "trust",
    "commission", "remind", "beg", "prompt", "warn", "instruct", "command", "authorize", "authorise", "oblige",
    "obligate", "bind", "entitle", "push", "lobby", "exhort", "implore", "entreat", "counsel",
}  # fmt: skip
# Verbs of which that holds where the infinitive completes them: `made Bush leave`, but `left the house to buy milk`.
OBJECT_CONTROL = MOVES_OTHERS | {
    "want", "let", "make", "see", "show", "expect", "choose", "pick", "teach", "drive", "bring", "demand", "insist",
    "suggest", "propose", "hear", "feel", "notice", "find", "catch", "keep", "leave", "get", "cause", "lead", "have",
    "watch", "like", "prefer", "consider", "believe", "know", "intend", "mean",
}  # fmt: skip
# Verbs that ask for a deed, whoever does it: `called for closing the port`.
ASKS_FOR = {"call", "push", "argue", "advocate", "press", "campaign", "lobby", "vote"}
# Verbs that keep their object from something: `warned Mali against leaving`.
KEPT = {
    "warn",
    "advise",
    "caution",
    "prevent",
    "stop",
    "ban",
    "bar",
    "block",
    "keep",
    "discourage",
    "deter",
    "dissuade",
}
# Verbs whose form in -ing tells what others may do or not: `bans selling beer`, `allows parking`.
RULES = {"prohibit", "forbid", "ban", "outlaw", "criminalize", "criminalise", "allow", "permit", "legalize", "legalise"}
# Verbs that ask somebody by a preposition: `called on Mali to leave`.
ASKED_BY = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "count": ("on",), "rely": ("on",)}
# Verbs whose object is said to have done what stands behind `of` or `for`: `accused Bush of lying`.
CHARGES = {"accuse", "blame", "suspect", "convict", "acquit", "condemn", "criticize", "criticise", "thank", "praise"}
CHARGES |= {"arrest", "charge", "fine", "jail", "punish", "prosecute", "rebuke", "scold", "sue", "warn"}
# Participles behind a clause that say something of all of it: `she left, marking the end of an era`.
SUMS_UP = {"reflect", "mark", "signal", "underline", "underscore", "highlight", "mean", "suggest", "indicate", "spark"}
SUMS_UP |= {"contradict", "confirm", "echo", "prompt", "fuel"}
# Nouns that tell when, how or why in the relative clause behind them: `the day he left`, `the way they vote`.
MANNERS = {"day", "time", "moment", "year", "month", "week", "night", "morning", "way", "reason", "manner", "extent"}
RELATIVE = {"who", "which", "that", "whom"}


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
    if base == "advcl" and token.xpos == "VBG" and token.lemma.lower() in DONE_TO and not _has(own, "object"):
        return []  # `Leeds is quiet after shooting`
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
    marks = {t.lemma.lower() for t in tree.children(predicate, "mark", "case")}
    lemma = governor.lemma.lower()
    charged = lemma in CHARGES and bool(marks & {"of", "for", "with"})
    charged = charged or (lemma in KEPT and bool(marks & {"from", "against"}))
    charged = charged or (lemma == "guilty" and governor.deprel in ("xcomp", "ccomp"))  # `found her guilty of lying`
    if lemma in RULES and token.deprel == "xcomp" and token.xpos == "VBG" and not _has(above, "object"):
        return []
    if lemma in ASKS_FOR and "for" in marks and not _has(above, "object"):
        return []
    controls = charged or (token.deprel == "xcomp" and lemma in OBJECT_CONTROL)
    controls = controls or (lemma in MOVES_OTHERS and "to" in marks)
    asked = ASKED_BY.get(governor.lemma.lower(), ()) if tree.children(predicate, "mark") else ()
    called_on = [p for p in above if p.slot == "oblique" and p.preposition in asked and p.head < predicate]
    if called_on:
        controllers = called_on
    elif controls and _has(above, "object", "indirect"):
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
    if any(t.lemma.lower() == "whose" for p in own for t in tree.children(p.head, "nmod:poss")):
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
