"""Joins clauses to attributions: which clause cites, which is cited, and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.finding import Finding
from tasks.core.facts.speech.attribution import Attributed

SEAT = re.compile(r"\b(?:in|at|from|near|of)(?: the)? $")
# What carries a message but is not who gives it.
MEDIA = {"footage", "video", "videos", "statement", "statements", "report", "reports", "data", "document", "documents"}
MEDIA |= {
    "photo", "photos", "image", "images", "letter", "tweet", "post", "release", "figures", "statistics", "poll",
    "survey",
}  # fmt: skip
MEDIA |= {"website", "account", "memo", "study", "analysis", "records", "map", "broadcast", "filing", "press release"}


def is_cue(sentence: Sentence, clause: Clause, attributions: Sequence[Attributed]) -> bool:
    """Whether a clause only says who speaks: its subject is the source, its predicate stands outside the content."""
    at = sentence.tokens[clause.predicate].start
    subjects = [sentence.tokens[p.head].start for p in clause.slots("subject", "agent")]
    return any(
        not (a.content_start <= at < a.content_end)
        and a.source_start is not None
        and a.source_end is not None
        and any(a.source_start <= s < a.source_end for s in subjects)
        for a in attributions
    )


def citing(sentence: Sentence, clause: Clause, attributions: Sequence[Attributed]) -> Attributed | None:
    """The innermost attribution whose content holds the clause's predicate."""
    at = sentence.tokens[clause.predicate].start
    holding = [a for a in attributions if a.content_start <= at < a.content_end]
    return min(holding, key=lambda a: a.content_end - a.content_start, default=None)


def words_of_source(cited: Attributed | None) -> tuple[int, int] | None:
    """Offsets of the words that name who is cited."""
    if cited is None or cited.source_start is None or cited.source_end is None:
        return None
    return cited.source_start, cited.source_end


def join_source(span: tuple[int, int], sentence: Sentence, cited: Attributed | None) -> tuple[int, int]:
    """The evidence together with the words that name its source, where they stand in the same sentence."""
    if cited is None or cited.source_start is None or cited.source_end is None:
        return span
    if not sentence.start <= cited.source_start < sentence.end:
        return span
    end = cited.source_end
    cue = next((t for t in sentence.tokens if t.start >= end and t.upos not in ("PUNCT", "ADV", "AUX")), None)
    if cue is not None and cited.cue is not None and cited.cue.split(" ")[0] in (cue.text, cue.lemma):
        end = cue.end  # `..., officials said`
    return min(span[0], cited.source_start), max(span[1], end)


def who_is_cited(text: str, findings: Findings, cited: Attributed | None) -> Finding | None:
    """The finding that names the source: the longest within its words, else the one that covers them.

    Where the source sits is not the source: of `the ministry in Berlin` the ministry is.
    """
    if cited is None or cited.source_start is None or cited.source_end is None:
        return None
    within = findings.within(cited.source_start, cited.source_end)
    named = [f for f in within if f.kind in ("person", "organisation", "place", "role")]
    named = [f for f in named if not (f.kind == "place" and SEAT.search(text, cited.source_start, f.start))]
    if named:
        return max(named, key=lambda f: (f.entity_id is not None, f.end - f.start))
    covering = findings.at(cited.source_start)
    return covering if covering and covering.kind in ("person", "organisation", "place", "role") else None


def source_words(text: str, cited: Attributed | None, source: Finding | None) -> str | None:
    """Who is cited, in the text's words; of `the ministry's footage` only the ministry."""
    if cited is None or cited.source_start is None or cited.source_end is None:
        return None
    words = text[cited.source_start : cited.source_end]
    if source is not None and words.rsplit(" ", 1)[-1].lower() in MEDIA and source.start >= cited.source_start:
        return text[source.start : source.end]
    return words
