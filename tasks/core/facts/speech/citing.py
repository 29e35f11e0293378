"""Joins clauses to attributions: which clause cites, which is cited, and by whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.clause.statement import CATENATIVES
from tasks.core.facts.finding import Finding
from tasks.core.facts.speech.attribution import Attributed

SEAT = re.compile(r"\b(?:in|at|from|near|of)(?: the)? $")
MAX_WORDS = 120  # characters of a source; an office held adds some words to a name
NAMED = ("person", "organisation", "place", "role")
OWNERS = {"his", "her", "its", "their", "my", "our", "your"}
# What carries a message but is not who gives it.
MEDIA = {"footage", "video", "videos", "statement", "statements", "report", "reports", "data", "document", "documents"}
MEDIA |= {
    "photo", "photos", "image", "images", "letter", "tweet", "post", "release", "figures", "statistics", "poll",
    "survey",
}  # fmt: skip
MEDIA |= {"website", "account", "memo", "study", "analysis", "records", "map", "broadcast", "filing", "press release"}


SHOWING = {"show", "demonstrate", "prove", "illustrate", "document", "establish"}
# What shows something but has no voice: of `police said indications suggest it` the police are the source.
SIGNS = {
    "indication", "sign", "evidence", "finding", "figure", "datum", "data", "result", "number", "fact", "test",
    "experience", "history", "event", "move", "incident", "thing", "something", "everything", "research",
}  # fmt: skip
ASKED = {"ask", "press", "question", "quiz"}
# Who speaks for somebody: what they say, that party says.
VOICES = {
    "spokesman", "spokeswoman", "spokesperson", "spokespeople", "official", "officials", "representative",
    "representatives", "officer", "officers", "source", "sources",
}  # fmt: skip
# `the chief, police captain Ann Berg`, but not `the brother of Ann Berg`
BY = re.compile(r"[\w’'-]+ (?:written |signed |filed |sent )?(?:by|from|of) (?:[\w.]+ )?")
OF = re.compile(
    r"[\w’'-]+ (?:(?:written |signed |filed |sent |issued |released |posted )?by|for|of|at|from|with|in|inside|within) "
    r"(?:[\w’'-]+ ){0,3}"
)
PAGE = re.compile(r"['’]s (?:\w+ ){0,2}(?:page|website|site|account|feed|blog)\b")
APPOSED = re.compile(
    r"[\w’'-]+(?:, (?:(?!(?:of|for|to|by|with|from|and|or) )[\w-]+ ){0,4}| "
    r"(?:and (?:(?!(?:of|for|to|by|with|from|at|in|on|or) )[\w’'-]+ ){1,4})?)"
)
RELATIVE = re.compile(r",? (?:who|whom|which|whose|where|when|citing|quoting)\b")


def is_cue(sentence: Sentence, clause: Clause, attributions: Sequence[Attributed]) -> bool:
    """Whether a clause only says who speaks: its predicate cites, or leads on to what cites: `went on to say`.

    So does the question that an answer is given to: `Asked why, he said ...`.
    """
    token = sentence.tokens[clause.predicate]
    if token.lemma.lower() == "cite" and token.xpos == "VBG":
        return True  # `Reuters reported, citing officials`
    if token.lemma.lower() in ASKED and token.xpos in ("VBN", "VBD") and token.deprel == "advcl":
        return not any(t.head == token.index and t.deprel.startswith(("aux", "nsubj")) for t in sentence.tokens)
    led = {clause.predicate, *_led_by(sentence, clause.predicate)}
    places = {sentence.tokens[i].start for i in led}
    at = sentence.tokens[clause.predicate].start
    named = [a for a in attributions if a.source_start is not None]  # `are asked to leave` tells of who is asked
    return any(a.cue_at in places and not a.content_start <= at < a.content_end for a in named)


def _led_by(sentence: Sentence, predicate: int) -> list[int]:
    """What the predicate only prepares: `is quoted as saying`, `continued to argue`."""
    lemma = sentence.tokens[predicate].lemma.lower()
    label = "advcl" if lemma in ("quote", "cite") else "xcomp"
    if label == "xcomp" and lemma not in CATENATIVES:
        return []
    return [t.index for t in sentence.tokens if t.head == predicate and t.deprel == label]


def citing(sentence: Sentence, clause: Clause, attributions: Sequence[Attributed]) -> Attributed | None:
    """The innermost attribution whose content holds the clause's predicate; one that names who speaks comes first."""
    at = sentence.tokens[clause.predicate].start
    nouns = [t for t in sentence.tokens if t.upos == "NOUN" and t.entity == "O"]
    mute = {t.start for t in nouns if t.lemma.lower() in SIGNS}
    shown = {t.start for t in nouns}  # `the case shows`, said by somebody, is his
    # The writer's own `I think` is the outlet's.
    own = {t.start for t in sentence.tokens if t.text in ("I", "we", "We")}
    holding = [
        a
        for a in attributions
        if a.content_start <= at < a.content_end and not (a.attribution == "said" and a.source_start in own)
    ]
    return min(
        holding,
        key=lambda a: (_is_mute(a, shown if a.cue in SHOWING else mute), a.content_end - a.content_start),
        default=None,
    )


def _is_mute(attributed: Attributed, mute: Collection[int]) -> bool:
    """Whether the text names no source, or names what cannot speak."""
    return attributed.source_start is None or (attributed.speaker is not None and attributed.speaker[2] in mute)


def words_of_source(cited: Attributed | None) -> tuple[int, int] | None:
    """Offsets of the words that name who is cited."""
    if cited is None or cited.source_start is None or cited.source_end is None:
        return None
    return cited.speaker[:2] if cited.speaker else (cited.source_start, cited.source_end)


def speaks_of_itself(sentence: Sentence, clause: Clause) -> bool:
    """Whether the source takes part in what it says by sharing its subject: `Mali denied closing the road`."""
    shares = any(p.is_shared for p in clause.slots("subject", "object"))
    return shares and sentence.tokens[clause.predicate].deprel == "xcomp"


def join_source(span: tuple[int, int], sentence: Sentence, cited: Attributed | None) -> tuple[int, int]:
    """The evidence together with the words that name its source, where they stand in the same sentence."""
    words = words_of_source(cited)
    if cited is None or words is None or not sentence.start <= words[0] < sentence.end:
        return span
    end = words[1]
    cue = next((t for t in sentence.tokens if t.start >= end and t.upos not in ("PUNCT", "ADV", "AUX")), None)
    if cue is not None and cited.cue is not None and cited.cue.split(" ")[0] in (cue.text, cue.lemma):
        end = cue.end  # `..., officials said`
    return min(span[0], words[0]), max(span[1], end)


def who_is_cited(text: str, findings: Findings, cited: Attributed | None) -> Finding | None:
    """The finding that names the source: the one at its head, the name beside the head, or whom the head speaks for.

    Where the source sits is not the source: of `the ministry in Berlin` the ministry is.
    """
    words = words_of_source(cited)
    if cited is None or words is None:
        return None
    named = [f for f in findings.within(*words) if f.kind in NAMED and not _is_seat(text, words[0], f)]
    if cited.speaker is not None:
        named = _of_head(text, cited.speaker, named)
    if named:
        return max(named, key=lambda f: (f.entity_id is not None, f.end - f.start))
    covering = findings.at(words[0] if cited.speaker is None else cited.speaker[2])
    return covering if covering and covering.kind in NAMED else None


def _is_seat(text: str, start: int, finding: Finding) -> bool:
    return finding.kind == "place" and bool(SEAT.search(text, start, finding.start))


def _of_head(text: str, speaker: tuple[int, int, int], named: Sequence[Finding]) -> list[Finding]:
    head = speaker[2]
    at = [f for f in named if f.start <= head < f.end]
    beside = [f for f in named if f.kind == "person" and APPOSED.fullmatch(text, head, f.start)]
    word = text[head : speaker[1]].split(" ")[0].strip(",.").lower()
    voiced = [f for f in named if word in VOICES | MEDIA and _owns(text, head, f)]
    return [f for f in at if f.entity_id] or beside or voiced or at


def _owns(text: str, head: int, finding: Finding) -> bool:
    """Whether what a message or a spokesman says, somebody says; a person only whose own it is: `Berg's letter`."""
    if text[finding.start : finding.end].lower() in OWNERS:
        return False
    if finding.kind != "person":
        is_page = PAGE.match(text[finding.end : finding.end + 40]) is not None
        return finding.start < head or is_page or bool(OF.fullmatch(text, head, finding.start))
    return text[finding.end : head].strip() in ("'s", "’s") or bool(BY.fullmatch(text, head, finding.start))


def named_source(text: str, cited: Attributed | None, source: Finding | None) -> tuple[int, int] | None:
    """Offsets of who is cited, without what a relative clause tells of them; of `its footage` only the owner."""
    span = words_of_source(cited)
    if span is None:
        return None
    if source is None and text[slice(*span)].lower() in OWNERS:
        return None  # `their claim`: nobody is named
    words = RELATIVE.split(text[slice(*span)])[0].rstrip(" ,")
    if len(words) > MAX_WORDS and source is not None and span[0] <= source.start < source.end <= span[0] + MAX_WORDS:
        words = text[span[0] : source.end]  # a subject as long as that was not read right
    is_owned = source is not None and source.entity_id is not None and words.rsplit(" ", 1)[-1].lower() in MEDIA
    if source is not None and is_owned and source.start >= span[0]:
        return source.start, source.end
    return span[0], span[0] + len(words)
