"""Decides which clauses of a sentence state a fact of their own, and joins those that state one together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.governed import with_preposition
from tasks.core.facts.clause.predicates import Tree, is_light
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.tables.values import EventType

LED = "infinitive led by a verb"


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that states a fact, with the lemma of the whole predicate and the rule that kept it."""

    clause: Clause
    predicate: str
    rule: str


def statements_of(
    tree: StanceTree, clauses: Sequence[Clause], cues: Collection[int], coded: Mapping[int, EventType]
) -> list[Statement]:
    """Clauses of one sentence that state a fact.

    `cues` are predicates that only cite what another clause states; `coded` are the events of a known type: one of
    a type of its own states something also where an infinitive completes it (`threatened to leave`).
    """
    by_predicate = {c.predicate: c for c in clauses}
    infinitives = {c.predicate: _infinitive(tree, c, by_predicate) for c in clauses}
    absorbed = {i.predicate for p, i in infinitives.items() if i is not None and by_predicate[p].kind == "noun"}
    pairs = [(by_predicate[p], i) for p, i in infinitives.items() if i is not None]
    led = {i.predicate: clause for clause, i in pairs if not _says_itself(tree, clause, i, coded)}
    leads = {p: lead for p, clause in led.items() if (lead := _lead(tree, clause, by_predicate[p]))}
    leads |= {c.predicate: lead for c in clauses if (lead := _lead_of_joined(tree, c, leads))}
    kept = []
    for clause in clauses:
        statement = _statement(tree, clause, infinitives[clause.predicate], clause.predicate in cues, leads)
        if statement is not None and clause.predicate not in absorbed:
            kept.append(statement)
    return kept


def scene_of(statement: Statement, clause: Clause) -> int:
    """The clause that tells when and where a statement is so: of `decided on Friday to leave` the verb that leads."""
    is_led = statement.rule == LED and clause.governor is not None
    return clause.governor if is_led and clause.governor is not None else clause.predicate


def _says_itself(tree: StanceTree, clause: Clause, infinitive: Clause, coded: Mapping[int, EventType]) -> bool:
    """Whether a verb is an event apart from the one its infinitive tells of."""
    own, lemma = coded.get(clause.predicate), clause.lemma.removeprefix("be ")
    return own is not None and own != coded.get(infinitive.predicate) and lemma not in tree.words.catenative


def _statement(
    tree: StanceTree, clause: Clause, infinitive: Clause | None, is_cue: bool, leads: Mapping[int, str]
) -> Statement | None:
    if is_cue and not any(p.slot == "oblique" for p in clause.participants):
        return None  # a citing clause tells more than who speaks only with a time or place: `said on Thursday`
    if infinitive is not None and clause.kind == "noun":
        name = _noun_phrase(tree, clause.lemma, infinitive)
        return Statement(_absorb(clause, infinitive), name, "noun with infinitive")
    if infinitive is not None and infinitive.predicate in leads:
        return None  # the infinitive's clause shares its subject and says what happens
    if _only_prepares(tree, clause, infinitive):
        return None
    if clause.predicate in leads:
        return Statement(clause, with_preposition(clause, leads[clause.predicate]), LED)
    if infinitive is not None and _is_caused(tree, clause, infinitive):
        link = "to " if _has_to(tree, infinitive) else ""
        return Statement(clause, f"{clause.lemma} {link}{infinitive.lemma}", "cause of a deed")
    return Statement(clause, with_preposition(clause, clause.lemma), f"{clause.kind} clause")


def _is_caused(tree: StanceTree, clause: Clause, infinitive: Clause) -> bool:
    """`caused prices to rise`, `made prices rise`, but not `made a pledge to rise`."""
    is_right = _has_to(tree, infinitive) == (clause.lemma not in ("make", "let"))
    return is_right and clause.lemma in tree.words.causing and _is_of_object(clause, infinitive)


def _has_to(tree: Tree, infinitive: Clause) -> bool:
    return any(t.lemma.lower() == "to" for t in tree.children(infinitive.predicate, "mark"))


def _only_prepares(tree: StanceTree, clause: Clause, infinitive: Clause | None) -> bool:
    """Whether what a clause leads on to tells all: `avoided leaving`, `stopped short of leaving`, `saw her leave`."""
    if infinitive is not None and (clause.lemma == "avoid" or clause.lemma in tree.words.raised):
        return clause.lemma == "avoid" or clause.is_passive or _is_of_object(clause, infinitive)
    short = [t for t in tree.children(clause.predicate, "advmod") if t.lemma.lower() == "short"]
    below = [t for s in short for t in tree.children(s.index, "advcl")] + tree.children(clause.predicate, "advcl")
    return bool(short) and any(tree.children(t.index, "mark") and t.xpos == "VBG" for t in below)


def _infinitive(tree: Tree, clause: Clause, by_predicate: Mapping[int, Clause]) -> Clause | None:
    """The infinitive that completes a clause: of the verb itself, of its light verb's noun, or of the noun."""
    for i in tree.dependents[clause.predicate]:
        token = tree.tokens[i]
        is_completing = (
            token.deprel == "acl" and _is_content(tree, i) if clause.kind == "noun" else token.deprel == "xcomp"
        )
        if i in by_predicate and is_completing:
            return by_predicate[i]
        if clause.kind == "verb" and token.deprel == "obj" and is_light(tree, clause.predicate):
            below = [j for j in tree.dependents[i] if tree.tokens[j].deprel == "acl" and tree.children(j, "mark")]
            if below and below[0] in by_predicate:
                return by_predicate[below[0]]
    return None


def _is_content(tree: Tree, predicate: int) -> bool:
    """Whether a clause on a noun tells what the noun is about: `its bid to join`, `its history of joining`."""
    marks = {t.lemma.lower() for t in tree.children(predicate, "mark", "case")}
    return "to" in marks or (tree.tokens[predicate].xpos == "VBG" and bool(marks & {"of", "in", "for", "at"}))


def _noun_phrase(tree: Tree, noun: str, infinitive: Clause) -> str:
    """`bid to join`, `history of joining`."""
    marks = [t.lemma.lower() for t in tree.children(infinitive.predicate, "mark", "case")]
    is_gerund = bool(marks) and tree.tokens[infinitive.predicate].xpos == "VBG"
    if "to" in marks or not is_gerund:
        return f"{noun} to {infinitive.lemma}"
    return f"{noun} {marks[0]} {tree.tokens[infinitive.predicate].text.lower()}"


def _lead(tree: StanceTree, clause: Clause, infinitive: Clause) -> str:
    """The whole predicate of an infinitive that tells what happens: `aim to hit`, `plan to join` for `has plans to`.

    A verb leads on to it that only prepares it, or that has the same subject and no more to say (`decided to sell`).
    """
    if clause.kind == "noun":
        return ""
    token = tree.tokens[infinitive.predicate]
    is_to = _has_to(tree, infinitive)
    if token.deprel == "acl":
        noun = tree.tokens[token.head].lemma.lower()  # `did nothing to help`: did not help
        return infinitive.lemma if noun in tree.words.nobody else _noun_phrase(tree, noun, infinitive)
    verb = tree.tokens[clause.predicate]
    lemma = clause.lemma if clause.kind == "copula" else verb.lemma.lower()
    if is_to and verb.lemma.lower() in tree.words.undoing and _is_shared(clause, infinitive):
        return infinitive.lemma  # `failed to leave`: did not leave
    if is_to and lemma == "go" and verb.xpos == "VBG":
        return infinitive.lemma  # `is going to` only tells that it is to come
    if is_to and lemma == "have" and any(t.lemma == "yet" for t in tree.children(clause.predicate, "advmod")):
        return infinitive.lemma  # `has yet to rule`
    if clause.is_passive and is_to and _is_raised(clause, infinitive):
        return f"be {tree.tokens[clause.predicate].text.lower()} to {infinitive.lemma}"
    is_shared = _is_shared(clause, infinitive)
    if not is_shared and (not is_to or lemma not in tree.words.catenative or _is_of_object(clause, infinitive)):
        return ""
    if lemma not in tree.words.catenative and not is_to and lemma not in tree.words.bare_leads:
        return ""
    gerund = " ".join([token.text.lower(), *infinitive.lemma.split(" ")[1:]])
    return f"{lemma} to {infinitive.lemma}" if is_to else f"{lemma} {gerund}"


def _lead_of_joined(tree: Tree, clause: Clause, leads: Mapping[int, str]) -> str:
    """What leads an infinitive leads what is joined to it: `needs to sell it and tell more`."""
    token = tree.tokens[clause.predicate]
    lead = leads.get(token.head, "") if token.deprel == "conj" and token.xpos == "VB" else ""
    if not lead or tree.children(clause.predicate, "nsubj", "nsubj:pass", "aux"):
        return ""
    words = lead.split(" ")
    return f"{' '.join(words[: words.index('to') + 1])} {clause.lemma}" if "to" in words else ""


def _is_raised(clause: Clause, infinitive: Clause) -> bool:
    """Whether the subject of a passive is the infinitive's: `was supposed to leave`."""
    subjects = {p.head for p in clause.slots("object")}
    return any(p.is_shared and p.head in subjects for p in infinitive.participants)


def _is_of_object(clause: Clause, infinitive: Clause) -> bool:
    """Whether the object of the verb does what the infinitive says: `wants him to leave`."""
    objects = {p.head for p in clause.slots("object", "indirect")}
    return any(p.is_shared and p.head in objects for p in infinitive.participants)


def _is_shared(clause: Clause, infinitive: Clause) -> bool:
    """Whether the infinitive's subject is the subject of its verb, which then says nothing of anybody else."""
    if clause.is_passive or clause.slots("object", "indirect"):
        return False
    subjects = {p.head for p in clause.slots("subject")}
    return any(p.is_shared and p.head in subjects for p in infinitive.participants)


def _absorb(clause: Clause, infinitive: Clause) -> Clause:
    """`Kosovo's bid to join the United Nations` is one statement: the bid, with what the joining is about."""
    taken = [p for p in infinitive.participants if not p.is_shared]
    known = {(p.slot, p.head) for p in clause.participants}
    added: list[Participant] = [p for p in taken if (p.slot, p.head) not in known]
    return replace(
        clause,
        participants=clause.participants + tuple(added),
        tokens=tuple(sorted({*clause.tokens, *infinitive.tokens})),
    )
