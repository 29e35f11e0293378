"""Which role a phrase has in its clause: by its slot, its preposition, what it names and what happens."""

from __future__ import annotations

from tasks.core.facts.clause.clause import Clause, Participant
from tasks.core.facts.clause.governed import is_governed
from tasks.core.facts.clause.phrase import Phrase
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.finding import Finding
from tasks.tables.values import EventType

ACTORS = {"person", "organisation", "place", "role"}
THINGS = ACTORS | {"equipment", "event"}
# Verbs whose `to` and `from` lead to a house rather than to somebody: `was taken to hospital`, `took to the site`.
MOTION = {
    "take", "go", "come", "return", "travel", "move", "drive", "fly", "bring", "rush", "run", "walk", "head", "carry",
    "transfer", "flee", "arrive", "climb", "ride", "sail", "march", "admit",
    "transport", "airlift",
}  # fmt: skip
SPEAKER_WORDS = {"i", "me", "myself", "we", "us", "ourselves"}
NO_PARTY = {"VERB", "AUX", "ADV", "SCONJ", "CCONJ", "ADP", "PART", "INTJ", "PUNCT"}
TOWARDS = {"with", "against", "to", "from", "for", "toward", "towards", "alongside"}
# These name the party of an event only (`imposed sanctions on Iran`); elsewhere they name a place or topic.
TOWARDS_IN_EVENTS = TOWARDS | {""} | {"on", "upon", "of", "behind", "by", "into", "between", "among"}
TOWARDS_IN_STRIFE = TOWARDS_IN_EVENTS | {"at", "over", "about"}  # `fired at`, but `met at` a house
SCENES = {"at", "over", "about", "on", "into", "between"}  # before a town or a sea they tell where
TALKS = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "MOBILIZE", "CONCEDE", "RETREAT", "AID"}
# What these nouns name comes from who does it: `criticism from the opposition`, but `withdrawal from Chad`.
COMES_FROM = {"SUPPORT", "AID", "ACCUSE", "REJECT", "REQUEST", "AGREE", "CONCEDE"}
# What these nouns name can be done to nobody: `resignation of the mayor`.
UNDONE = {
    "resignation", "abdication", "arrival", "departure", "escape", "defection", "retreat", "participation", "death",
    "suicide", "disappearance",
}  # fmt: skip
# Verbs by which somebody has something of somebody: `bought it from Chad`.
TAKES_FROM = {
    "buy", "get", "receive", "obtain", "take", "learn", "hear", "borrow", "inherit", "win", "steal", "purchase",
    "order", "loot", "take over", "pick up", "demand", "request", "seek", "accept", "collect", "rent", "acquire",
    "import", "draw", "extract", "secure", "want",
    "expect", "need", "raise", "gain", "earn", "solicit", "protect", "save", "rescue", "free", "shield", "differ",
    "separate", "divorce", "defect", "split", "come", "benefit", "suffer", "recover", "face", "find", "attract",
    "elicit", "grab", "seize", "lease", "recruit", "keep", "hide", "escape", "distance", "differentiate",
}  # fmt: skip
# For what somebody is accused or punished: `was charged with child abuse`, `was blamed for Chad's defeat`.
GROUNDS = {(event, word) for event in ("ACCUSE", "COERCE") for word in ("with", "of", "for")}
# Whom a blow helps is not whom it strikes: `carried out strikes in support of Chad`.
ASIDE_OF = {"support", "defense", "defence", "behalf"}
LEANS_ON = {"on", "upon", "behind"}  # `relies on Chad`, but `wrote on` a site
# Where something is said is no part of what it is about: `in an interview with the paper`.
UTTERANCES = {"interview", "statement", "speech", "article", "report"}
OWNING = {"", "of", "for", "from", "by"}
# The role of what a predicate takes by a preposition of its own, of anything else none.
ABOUT = "about"
PARTNER_OF = {"", "of", "to", "with", "against"}  # `is an ally of Chad`


def role_name(
    tree: Tree, clause: Clause, participant: Participant, phrase: Phrase, event_type: EventType | None
) -> str | None:
    """`actor`, `recipient`, `object`, `equipment` or `event`; None where the phrase takes no part that is sure."""
    finding, slot = phrase.finding, participant.slot
    if finding is not None and finding.kind in ("equipment", "event") and not _only_names(phrase):
        return finding.kind
    if slot in ("subject", "agent") or (participant.preposition == "of" and clause.lemma in UNDONE):
        return "actor"
    if slot in ("object", "indirect"):
        return "recipient" if finding is not None and finding.kind in ACTORS else "object"
    if slot == "complement":
        return None if clause.kind == "copula" and _is_named(tree, participant, phrase) else "object"
    if _is_absolute(tree, participant):
        return None
    is_about = is_governed(participant)
    if is_about and participant.is_shared and clause.deed:
        return "object"  # what is done in what the clause is about: `accused Chad of bombing Togo`
    if finding is None or (tree.tokens[participant.head].upos == "PRON" and finding.entity_id is None):
        return "object" if is_about else None
    if slot == "modifier" and clause.kind == "noun" and not participant.preposition:
        return "actor"
    if participant.preposition == "for" and _is_office(tree, participant, finding):
        return "object" if is_about else None  # `ran for president`
    if event_type is not None or clause.kind == "noun":
        named = _in_event(tree, clause, participant, finding, event_type)
    elif clause.kind == "copula":
        named = _of_copula(tree, clause, participant, phrase, finding)
    else:
        named = _of_verb(tree, clause, participant, phrase, finding)
    if named == ABOUT:
        return "object" if is_about else None
    return named


def _in_event(
    tree: Tree,
    clause: Clause,
    participant: Participant,
    finding: Finding,
    event_type: EventType | None,
) -> str | None:
    """The role in an event of a known type, or in what a noun names."""
    if _is_deep(tree, clause, participant, finding):
        return None
    if (side := _side(clause, participant, finding, event_type)) is not None:
        return side
    if _is_beside(tree, clause, participant, event_type):
        return ABOUT
    if event_type == "AID" and participant.preposition == "from" and clause.kind == "verb":
        return ABOUT  # `flew people out from Chad`: nobody there was given aid
    towards = TOWARDS_IN_EVENTS if event_type in TALKS else TOWARDS_IN_STRIFE
    if participant.slot == "possessor" and event_type in TALKS and _is_house(tree, participant):
        return None
    if finding.kind not in ACTORS or (participant.preposition in SCENES and not _may_be_struck(finding)):
        return None
    if participant.slot == "modifier" and participant.preposition == "from" and not _may_be_struck(finding):
        return None  # `arrested a man from Leeds`
    return "recipient" if participant.slot == "possessor" or participant.preposition in towards else ABOUT


def _of_copula(tree: Tree, clause: Clause, participant: Participant, phrase: Phrase, finding: Finding) -> str | None:
    if participant.slot in ("possessor", "modifier") and _holder(tree, participant.head) != clause.predicate:
        return None
    if finding.start <= tree.tokens[clause.predicate].start < finding.end:
        return None  # the finding is the complement itself: `is the ambassador of Chad`
    return "recipient" if participant.preposition in PARTNER_OF and not phrase.is_owner else ABOUT


def _of_verb(tree: Tree, clause: Clause, participant: Participant, phrase: Phrase, finding: Finding) -> str | None:
    """The role of a phrase of a verb that is no event of a known type."""
    slot = participant.slot
    if slot == "possessor" or (slot == "modifier" and participant.preposition == "from"):
        return None
    if participant.preposition in LEANS_ON:
        return "recipient" if finding.kind != "organisation" or phrase.is_owner else None
    if slot == "oblique" and participant.preposition == "with" and clause.slots("object"):
        return ABOUT  # `dug a well with a friend`
    if slot == "modifier" and not _is_of_object(tree, clause, participant):
        return None  # `came under fire in a raid against rebels`: the raid met them
    if clause.lemma.split(" ")[0] in MOTION and finding.kind == "organisation":
        return None
    if participant.preposition == "from" and clause.lemma not in TAKES_FROM:
        return ABOUT  # `rang a bell from the church`
    is_party = finding.kind == "person" or is_power(finding)
    return "recipient" if is_party and participant.preposition in TOWARDS else ABOUT


def _side(clause: Clause, participant: Participant, finding: Finding, event_type: EventType | None) -> str | None:
    """Which side a noun's phrase is: `criticism from the opposition`, `talks between Chad and Togo`."""
    if clause.kind != "noun" or finding.kind not in ACTORS or clause.slots("subject", "agent"):
        return None
    if participant.preposition == "from" and event_type in COMES_FROM:
        return "actor"
    if participant.preposition != "between" or event_type is None:
        return None
    first = next(p.head for p in clause.participants if p.preposition == "between")
    return "actor" if participant.head == first else "recipient"


def _is_beside(tree: Tree, clause: Clause, participant: Participant, event_type: EventType | None) -> bool:
    """Whether a phrase tells whom an act helps or what it is a punishment for, not whom it meets."""
    if event_type not in TALKS and tree.tokens[_holder(tree, participant.head)].lemma.lower() in ASIDE_OF:
        return True
    is_done = clause.is_passive or participant.is_governed
    return is_done and participant.slot == "oblique" and (event_type, participant.preposition) in GROUNDS


def _is_named(tree: Tree, participant: Participant, phrase: Phrase) -> bool:
    """Whether the predicate's name already says all of a complement: `is unfit`, `is at risk`."""
    token = tree.tokens[participant.head]
    is_word = (
        bool(participant.preposition)
        and token.upos == "NOUN"
        and (phrase.start, phrase.end) == (token.start, token.end)
    )
    return token.upos == "ADJ" or is_word


def _is_absolute(tree: Tree, participant: Participant) -> bool:
    """Whether a phrase with its participle tells of something beside: `with people seeking food`."""
    below = tree.children(participant.head, "acl")
    is_with = participant.slot == "oblique" and participant.preposition == "with"
    return is_with and any(t.xpos == "VBG" and not tree.children(t.index, "nsubj") for t in below)


def _is_deep(tree: Tree, clause: Clause, participant: Participant, finding: Finding) -> bool:
    """Whether a phrase only tells whose a thing is that itself stands aside: `held liable for acts of his aides`.

    What belongs to a country or an organisation may stand for it: `hacked into computers of the bank`.
    """
    holder = _holder(tree, participant.head)
    if participant.slot not in ("modifier", "possessor") or holder not in {p.head for p in clause.slots("oblique")}:
        return False
    if tree.tokens[holder].lemma.lower() in UTTERANCES:
        return True
    if clause.slots("object") and any(p.head == holder for p in clause.participants if is_governed(p)):
        return True  # `accused Chad of attacks on Togo` accuses Chad alone
    is_owner = participant.preposition in OWNING and (finding.kind == "role" or not is_power(finding))
    return is_owner and clause.kind != "noun"


def _is_of_object(tree: Tree, clause: Clause, participant: Participant) -> bool:
    """Whether a modifier hangs on an object of the verb itself, or on a noun joined to one."""
    objects = {p.head for p in clause.slots("object", "indirect", "complement")}
    return _holder(tree, participant.head) in objects


def _is_house(tree: Tree, participant: Participant) -> bool:
    """Whether a thing only tells where: the owner of `talks at his ministry` is not whom they are held with."""
    return tree.preposition(_holder(tree, participant.head)) in ("at", "in", "near", "outside", "inside")


def _holder(tree: Tree, at: int) -> int:
    """What a phrase hangs on, also where it does so as one of a series."""
    token = tree.tokens[at]
    return tree.tokens[token.head].head if token.deprel == "conj" else token.head


def _is_office(tree: Tree, participant: Participant, finding: Finding) -> bool:
    """Whether a phrase names an office that anybody may hold rather than who holds it."""
    is_bare = not tree.children(participant.head, "det", "nmod:poss", "nummod")
    return finding.kind == "role" and is_bare and tree.tokens[participant.head].xpos == "NN"


def is_power(finding: Finding) -> bool:
    """Whether what belongs to it may act for it: a country or an organisation, not a person or a town."""
    return finding.kind in ("organisation", "role") or (finding.entity_id or "").startswith("country:")


def _only_names(phrase: Phrase) -> bool:
    """Whether a class of things only tells what another thing is about: `the submarine deal`."""
    return phrase.is_owner and phrase.finding is not None and phrase.finding.name is None


def _may_be_struck(finding: Finding) -> bool:
    """Whether `at` or `over` can name a party: somebody or a country, but no town, sea or region."""
    return finding.kind == "person" or is_power(finding)
