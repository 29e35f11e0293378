"""How a clause is meant by the word that governs it: `plans to`, `denied that`, `is said to have`."""

from __future__ import annotations

from tasks.core.english.token import Token
from tasks.core.facts.clause.predicates import is_light
from tasks.core.facts.speech.rejected_claims import is_false, is_rejected
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.core.facts.stance.polarity import is_negated
from tasks.tables.values import Modality

Found = tuple[Modality, str]


def modality_from_governor(tree: StanceTree, index: int) -> Found | None:
    """What the governing word says of a clause, where it governs how it is meant."""
    token = tree.tokens[index]
    if token.head < 0:
        return None
    is_untrue = is_rejected(tree, token.head) or is_false(tree, token.head)
    is_claimed = _is_governed(tree, token) or bool(tree.children(index, "nsubj", "nsubj:pass"))
    if is_untrue and token.deprel != "acl:relcl" and is_claimed:
        return "denied", f"modality:rejected {tree.tokens[token.head].lemma.lower()}"
    if token.deprel == "acl:relcl":
        return None
    governor = tree.tokens[token.head]
    lemma = governor.lemma.lower()
    if is_rejected(tree, index):
        return "denied", f"modality:{lemma} {token.lemma.lower()}"
    found = _special(tree, token, governor) or (_listed(tree, token, governor) if _is_governed(tree, token) else None)
    return found or _below_noun(tree, token, governor)


def _special(tree: StanceTree, token: Token, governor: Token) -> Found | None:
    """Verbs whose form or company decides."""
    lemma, base = governor.lemma.lower(), token.deprel.split(":")[0]
    is_vouching = base in ("ccomp", "acl") and lemma in tree.words.vouching
    if is_vouching and _has_clause(tree, token) and is_negated(tree, governor.index):
        return "possible", f"modality:not {lemma}"  # who does not confirm it need not doubt it
    is_passive = _is_passive(tree, governor)
    if base == "xcomp" and lemma == "go" and governor.xpos == "VBG":
        return "planned", "modality:going to"
    if base == "xcomp" and lemma == "use" and governor.xpos == "VBD":
        return "historical", "modality:used to"
    if base == "xcomp" and lemma == "have" and _is_due(tree, token, governor):
        return "demanded", "modality:have to"
    if base == "xcomp" and lemma == "ought":
        return "demanded", "modality:ought"
    is_hoped = base == "ccomp" and lemma in tree.words.hoping
    if is_hoped and token.xpos in ("VBZ", "VBP", "VB") and not _has_helper(tree, token):
        return "possible", f"modality:{lemma}"
    if base == "ccomp" and lemma == "wish" and governor.upos == "VERB" and _is_past(tree, token):
        return "hypothetical", "modality:wish"  # `we wish they were here`
    if base == "xcomp" and is_passive and lemma in tree.words.hearsay and tree.children(token.index, "mark"):
        return "possible", f"modality:be {lemma} to"
    if token.xpos == "VBG" and base in ("advcl", "acl") and _is_against(tree, token):
        return "demanded", f"modality:{lemma} against"
    charge = _charge(tree, token, governor) or _charged_with(tree, token, governor)
    if charge:
        return "possible", f"modality:be {charge}"
    if token.xpos == "VBG" and _is_pondered(tree, token, lemma):
        return "possible", f"modality:{lemma} about"
    is_bare_gerund = token.xpos == "VBG" and not tree.children(token.index, "aux", "nsubj")
    if is_bare_gerund and base in ("xcomp", "ccomp") and lemma in tree.words.weighing:
        return "possible", f"modality:{lemma}"
    is_let = token.xpos == "VB" and base in ("xcomp", "ccomp", "advcl") and lemma in tree.words.letting
    if is_let and governor.xpos in ("VB", "VBZ", "VBP", "VBG"):
        return "possible", f"modality:{lemma} to"
    if (
        base in ("advcl", "xcomp")
        and token.xpos == "VB"
        and lemma in tree.words.asking
        and _is_asked(tree, token, governor)
    ):
        return "demanded", f"modality:{lemma} on to"
    return None


def _is_passive(tree: StanceTree, verb: Token) -> bool:
    """`is accused of bombing`, and `the men accused of bombing`."""
    is_attribute = verb.deprel == "acl" and verb.xpos == "VBN"
    return is_attribute or bool(tree.children(verb.index, "aux:pass", "nsubj:pass"))


def _is_against(tree: StanceTree, token: Token) -> bool:
    return any(t.lemma.lower() == "against" for t in tree.children(token.index, "mark", "case"))


def _has_helper(tree: StanceTree, token: Token) -> bool:
    return bool(tree.children(token.index, "aux"))


def _is_past(tree: StanceTree, token: Token) -> bool:
    return "VBD" in {token.xpos, *(t.xpos for t in tree.children(token.index, "aux", "aux:pass", "cop"))}


def _has_clause(tree: StanceTree, token: Token) -> bool:
    """`did not say that they left`; how they left is another matter: they did."""
    asks = any(t.xpos == "WRB" for t in tree.children(token.index, "advmod", "mark"))
    return not asks and bool(tree.children(token.index, "nsubj", "nsubj:pass", "csubj", "expl"))


def _is_asked(tree: StanceTree, token: Token, governor: Token) -> bool:
    """`called on them to leave`, `called for them to leave`, but not `called to say so`."""
    whom = (t for t in tree.children(governor.index, "obl") if governor.index < t.index < token.index)
    is_for = any(t.lemma.lower() == "for" for t in tree.children(token.index, "mark"))
    return is_for or any(tree.preposition(t.index) in ("on", "upon", "to", "with") for t in whom)


def _charge(tree: StanceTree, token: Token, governor: Token) -> str:
    """The verb of `accused of firing`, `accused him of firing`; not of `arrested after firing`."""
    marks = {t.lemma.lower() for t in tree.children(token.index, "mark", "case")}
    if token.xpos != "VBG" or not marks & {"of", "for", "with"}:
        return ""
    is_object = token.deprel == "acl" and governor.deprel == "obj"
    verb = tree.tokens[governor.head] if is_object else governor
    is_charged = verb.lemma.lower() in tree.words.charging and (is_object or token.deprel.startswith("advcl"))
    return verb.lemma.lower() if is_charged else ""


def _is_pondered(tree: StanceTree, token: Token, lemma: str) -> bool:
    """`talked about leaving`, `a choice between leaving and staying`, `issues like leaving`."""
    marks = {t.lemma.lower() for t in tree.children(token.index, "mark", "case")}
    is_aim = ("at" in marks and lemma == "aim") or ("to" in marks and lemma in tree.words.heading)
    return is_aim or bool(marks & {"between", "like"}) or ("about" in marks and lemma in tree.words.pondering)


def _charged_with(tree: StanceTree, noun: Token, governor: Token) -> str:
    """The verb of `accused of fraud`, `warned of an attack`, but not of `arrested for the attack`, which was."""
    lemma = governor.lemma.lower()
    if noun.upos != "NOUN" or noun.deprel != "obl" or lemma not in tree.words.charging:
        return ""
    is_known = any(t.lemma.lower() not in ("a", "another") for t in tree.children(noun.index, "det", "nmod:poss"))
    return "" if is_known or tree.preposition(noun.index) not in ("of", "with", "for") else lemma


def _is_due(tree: StanceTree, token: Token, governor: Token) -> bool:
    """`has to leave`; who had to leave left, and who has yet to leave did not."""
    is_to = any(t.lemma.lower() == "to" for t in tree.children(token.index, "mark"))
    is_plain = governor.xpos in ("VBZ", "VBP") and not tree.children(governor.index, "advmod", "aux")
    return is_to and is_plain


def _listed(tree: StanceTree, token: Token, governor: Token) -> Found | None:
    lemma, base = governor.lemma.lower(), token.deprel.split(":")[0]
    if lemma == "wonder" and governor.upos == "NOUN":
        return None  # `no wonder that they left`
    if base == "xcomp" and lemma in tree.words.governors["demanded"] and not _asks_another(tree, governor.index):
        return ("planned", f"modality:{lemma}") if lemma == "want" else None
    for modality, lemmas in tree.words.governors.items():
        if modality == "denied" and _is_right(tree, token):
            continue
        is_named = lemma == "call" and base == "obj"  # `called the attack a crime`
        if modality == "demanded" and (is_named or tree.children(governor.index, "compound:prt")):
            continue  # `called off the visit` asks for nothing
        if lemma in lemmas and not _only_reports(tree, modality, lemma, token):
            if modality == "denied" and _is_negated(tree, governor.index):
                return "possible", f"modality:not {lemma}"  # what they do not deny may be so
            return modality, f"modality:{lemma}"
    return None


def _below_noun(tree: StanceTree, token: Token, governor: Token) -> Found | None:
    """What is only claimed, where nobody is said to claim it, and what an infinitive on a noun makes possible.

    `claims that they left`, `claims of fraud`; `a way to leave`, but not `the first to leave`.
    """
    lemma = governor.lemma.lower()
    if governor.upos != "NOUN" or is_rejected(tree, governor.index) or is_false(tree, governor.index):
        return None
    if lemma in tree.words.claims and _is_governed(tree, token) and not _has_owner(tree, governor):
        return "possible", f"modality:{lemma}"
    marks = {t.lemma.lower() for t in tree.children(token.index, "mark")}
    if token.deprel == "acl" and token.xpos == "VBG" and "for" in marks and lemma not in tree.words.repaying:
        return "possible", f"modality:{lemma} for"
    if token.deprel != "acl" or token.xpos != "VB" or not _is_right(tree, token) or lemma in tree.words.undoing:
        return None
    if token.lemma.lower() in tree.words.results:
        return None  # `drove at his best to win`
    attributes = {t.lemma.lower() for t in tree.children(governor.index, "amod", "nummod", "advmod")}
    is_singled = bool(attributes & tree.words.singling) or any(
        t.xpos == "JJS" for t in tree.children(governor.index, "amod")
    )
    is_named = governor.deprel == "obj" and is_light(tree, governor.head)  # `have the right to leave` names the right
    return None if is_singled or is_named else ("possible", f"modality:{lemma} to")


def _has_owner(tree: StanceTree, noun: Token) -> bool:
    """`the mayor's claim`, `a report by monitors`, `a Reuters report`."""
    names = [t for t in tree.children(noun.index, "compound") if t.upos == "PROPN"]
    return bool(names or tree.children(noun.index, "nmod:poss")) or any(
        tree.preposition(t.index) in ("by", "from") for t in tree.children(noun.index, "nmod")
    )


def _is_right(tree: StanceTree, token: Token) -> bool:
    """`denied them the right to speak`: what an infinitive tells is refused, not said to be untrue."""
    return any(t.lemma.lower() == "to" for t in tree.children(token.index, "mark"))


def _is_negated(tree: StanceTree, index: int) -> bool:
    return any(t.lemma.lower() in ("not", "n't", "never") for t in tree.children(index, "advmod"))


def _asks_another(tree: StanceTree, index: int) -> bool:
    """`wants them to leave`, `were told to leave`; not `wants to leave`."""
    token = tree.tokens[index]
    is_participle = token.xpos in ("VBN", "VBD") and token.deprel != "root" and not tree.children(index, "aux", "nsubj")
    is_asked = is_participle and token.deprel.split(":")[0] in ("advcl", "acl")  # `asked to leave, they stayed`
    return is_asked or bool(tree.children(index, "obj", "iobj", "nsubj:pass", "aux:pass"))


def _only_reports(tree: StanceTree, modality: Modality, lemma: str, token: Token) -> bool:
    """`told them that he left` asks for nothing, `agreed that he left` plans nothing; `demands that he leave` does."""
    base = token.deprel.split(":")[0]
    if base not in ("ccomp", "acl", "csubj") or (base == "acl" and not _has_that(tree, token.index)):
        return False
    if modality == "demanded":
        return lemma not in tree.words.demanding and (token.xpos != "VB" or bool(tree.children(token.index, "aux")))
    return modality in ("planned", "announced")


def _has_that(tree: StanceTree, index: int) -> bool:
    return any(t.lemma.lower() == "that" for t in tree.children(index, "mark"))


def _is_governed(tree: StanceTree, token: Token) -> bool:
    """Whether the governor says how this predicate is meant: complements, and the objects of wishes and denials."""
    base = token.deprel.split(":")[0]
    if base in ("xcomp", "ccomp", "csubj"):
        return True
    if base == "acl":
        return any(t.lemma.lower() in ("to", "that", "of") for t in tree.children(token.index, "mark"))
    if token.upos == "NOUN" and base in ("obj", "obl", "nmod"):
        preposition = tree.preposition(token.index)
        return base == "obj" or preposition in ("for", "of")
    return base == "advcl" and any(t.lemma.lower() == "of" for t in tree.children(token.index, "mark"))
