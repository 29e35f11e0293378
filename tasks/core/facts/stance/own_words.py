"""How a clause is meant by its own words: auxiliaries, conjunctions, attributes, and the order of its words."""

from __future__ import annotations

from tasks.core.english.token import Token
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.tables.values import Modality

Found = tuple[Modality, str]

FINITE = {"VBD", "VBZ", "VBP"}
NEGATIONS = ("not", "n't", "never")
POLITE = ("please", "do", "not", "n't", "just", "never", "always", "so", "and", "but", "then")
OPENING = ("“", '"', "''", "``", "‘", ":")
DOUBTING = ("doubt", "fear", "wonder", "worry")
INVERTED = ("had", "should", "were")


def own_modality(tree: StanceTree, index: int, is_reported: bool) -> Found | None:
    """What the words of the clause itself say; `is_reported` where somebody's words are retold, not quoted."""
    token = tree.tokens[index]
    inverted = _inverted(tree, token)
    if inverted is not None:
        return inverted
    for child in tree.children(index):
        found = _by_word(tree, token, child, is_reported)
        if found is not None:
            return found
    return _anybodys(tree, token) or _to_come(tree, token) or _bare(tree, token)


def _by_word(tree: StanceTree, token: Token, child: Token, is_reported: bool) -> Found | None:
    base, lemma, text = child.deprel.split(":")[0], child.lemma.lower(), child.text.lower()
    if base == "mark":
        return _mark(tree, token, child)
    if base == "aux":
        return _auxiliary(tree, token, lemma, text, is_reported)
    if base in ("advmod", "amod") and text in tree.words.attributes and not tree.children(child.index, "xcomp"):
        return tree.words.attributes[text], f"modality:{text}"
    return None


def _mark(tree: StanceTree, token: Token, mark: Token) -> Found | None:
    lemma = mark.lemma.lower()
    phrase = " ".join([lemma, *(t.text.lower() for t in tree.children(mark.index, "fixed"))])
    if lemma in tree.words.conditions or phrase in tree.words.conditions:
        return "hypothetical", f"modality:{phrase}"
    if lemma == "to" and any(t.lemma.lower() == "be" and t.xpos in FINITE for t in tree.children(token.index, "aux")):
        is_missed = any(t.lemma.lower() == "have" for t in tree.children(token.index, "aux"))
        # `he was to meet them`; who was to have met them did not.
        return ("hypothetical", "modality:be to have") if is_missed else ("planned", "modality:be to")
    if lemma == "to" and _is_purpose(tree, token):
        return "planned", "modality:purpose"
    return ("possible", "modality:whether") if lemma == "whether" else None


def _is_purpose(tree: StanceTree, token: Token) -> bool:
    """`sent troops to fight`, but not `went on to win`, `scored twice to win`, or `too weak to fight`."""
    if token.deprel != "advcl" or token.xpos != "VB":
        return False
    above = tree.tokens[token.head]
    if any(t.lemma.lower() in ("on", "too", "enough") for t in tree.children(above.index, "compound", "advmod")):
        return False
    if above.lemma.lower() in tree.words.asking:
        return False
    is_done = above.xpos in ("VBD", "VBN", "VBG") and above.lemma.lower() not in tree.words.governors["planned"]
    return not (is_done and token.lemma.lower() in tree.words.results)


def _auxiliary(tree: StanceTree, token: Token, lemma: str, text: str, is_reported: bool) -> Found | None:
    if text in ("'d", "’d") and (token.xpos == "VBN" or lemma not in ("would", "will")):
        return None  # `she'd seen them`
    if text in ("would", "'d", "’d"):
        return _would(tree, token, is_reported)
    if text in ("could", "can", "ca") and _is_fulfilled(tree, token):
        return None
    modality = tree.words.auxiliaries.get(text) or tree.words.auxiliaries.get(lemma)
    return (modality, f"modality:{text}") if modality else None


def _is_fulfilled(tree: StanceTree, token: Token) -> bool:
    """What could not be done was not done; who could be seen standing there was seen."""
    if _is_negated(tree, token):
        return True
    is_seen = token.lemma.lower() in ("see", "hear") and bool(tree.children(token.index, "aux:pass"))
    return is_seen and any(t.xpos == "VBG" for t in tree.children(token.index, "xcomp", "advcl"))


def _is_negated(tree: StanceTree, token: Token) -> bool:
    return any(t.lemma.lower() in NEGATIONS for t in tree.children(token.index, "advmod"))


def _would(tree: StanceTree, token: Token, is_reported: bool) -> Found | None:
    """`said it would meet` plans; with a condition, or in the perfect, it is only thought of."""
    conditions = (t for c in tree.children(token.index, "advcl") for t in tree.children(c.index, "mark"))
    is_perfect = any(t.lemma.lower() == "have" for t in tree.children(token.index, "aux"))
    spoken = is_reported or (token.head >= 0 and tree.tokens[token.head].lemma.lower() in tree.words.speech)
    if any(t.lemma.lower() in tree.words.repeating for t in tree.children(token.index, "advmod")):
        return "historical", "modality:would, often"
    if is_perfect or any(t.lemma.lower() in tree.words.conditions for t in conditions):
        return "hypothetical", "modality:would"
    if token.head >= 0 and tree.tokens[token.head].lemma.lower() in DOUBTING:
        return None  # the governor decides
    if spoken:
        return "planned", "modality:would, cited"
    if token.lemma.lower() in tree.words.refusable and _is_negated(tree, token):
        return None  # `officials would not comment`: they refused
    return "hypothetical", "modality:would"


def _inverted(tree: StanceTree, token: Token) -> Found | None:
    """`Had they attacked, …`, `Should they attack, …`: a condition by the order of the words."""
    if token.deprel in ("root", "conj", "acl"):
        return None
    first = tree.children(token.index, "aux", "cop")[:1]
    if token.deprel != "advcl" and not (first and first[0].text == "should" and token.head >= 0):
        return None
    subjects = tree.children(token.index, "nsubj")
    if not first or not subjects or tree.children(token.index, "mark"):
        return None
    is_before = first[0].index < min(tree.sentence.subtree(subjects[0].index))
    return ("hypothetical", "modality:inversion") if is_before and first[0].text.lower() in INVERTED else None


def _to_come(tree: StanceTree, token: Token) -> Found | None:
    """`will speak when it opens`: what opens then is to come; `when a ship sinks` tells of whenever one does."""
    if token.deprel != "advcl" or (token.index > token.head and tree.children(token.head, "cop")):
        return None  # `this is the time when they vote`
    marks = {t.lemma.lower() for t in tree.children(token.index, "mark", "advmod") if t.index < token.index}
    finite = [token, *tree.children(token.index, "aux", "aux:pass", "cop")]
    if not any(t.xpos in ("VBZ", "VBP") for t in finite):
        return None
    above = {t.lemma.lower() for t in tree.children(token.head, "aux")}
    if marks & tree.words.until and (above & tree.words.auxiliaries.keys() or tree.tokens[token.head].xpos == "VB"):
        return "planned", "modality:when, to come"
    return ("hypothetical", "modality:whenever") if marks & {"when", "whenever"} else None


def _anybodys(tree: StanceTree, token: Token) -> Found | None:
    """`anyone who breaks the law`: what is told of whoever does it is not told to be done."""
    subjects = tree.children(token.index, "nsubj") if token.xpos == "VBG" else []
    if any(d.lemma.lower() == "any" for s in subjects for d in tree.children(s.index, "det")):
        return "hypothetical", "modality:any"  # `the difficulty of any party winning`
    if token.deprel not in ("acl:relcl", "acl") or token.head < 0:
        return None
    above = tree.tokens[token.head]
    dets = [above.lemma.lower(), *(t.lemma.lower() for t in tree.children(above.index, "det"))]
    return ("hypothetical", "modality:any") if any(d in tree.words.anybody for d in dets) else None


def _bare(tree: StanceTree, token: Token) -> Found | None:
    """`Stop the war`: a verb in its bare form that begins a sentence or a quotation asks somebody to do it."""
    if token.xpos != "VB" or token.upos != "VERB" or token.deprel not in ("root", "ccomp", "parataxis"):
        return None
    words = [tree.tokens[i] for i in tree.sentence.subtree(token.index) if i < token.index]
    leading = [t for t in words if t.upos not in ("PUNCT", "INTJ") and t.lemma.lower() not in POLITE]
    first = words[0].index if words else token.index
    is_first = (
        token.deprel == "root"
        or (first > 0 and tree.tokens[first - 1].text in OPENING)
        or (bool(words) and words[0].text in OPENING)
    )
    return ("demanded", "modality:imperative") if is_first and not leading else None
