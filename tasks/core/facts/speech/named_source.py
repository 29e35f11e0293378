"""Who is cited: the words that name a source, and the finding that knows who that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.finding import Finding
from tasks.core.facts.speech.attributed import Attributed

LOST = "\ufffd"  # a quotation mark whose encoding was lost
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
# What tells of somebody behind their name: `Ann Berg, who …`, `Ann Berg, outside the court on Monday`.
RELATIVE = re.compile(
    r",? (?:who|whom|which|whose|where|when|citing|quoting)\b|"
    r", (?:in|at|on|outside|inside|during|after|before|while|speaking|writing|standing|referring)\b"
)


def words_of_source(cited: Attributed | None) -> tuple[int, int] | None:
    """Offsets of the words that name who is cited."""
    if cited is None or cited.source_start is None or cited.source_end is None:
        return None
    return cited.speaker[:2] if cited.speaker else (cited.source_start, cited.source_end)


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
    """Offsets of who is cited, without what is told of them behind a comma; of `its footage` only the owner."""
    span = words_of_source(cited)
    if span is None:
        return None
    if source is None and text[slice(*span)].lower() in OWNERS:
        return None  # `their claim`: nobody is named
    lost = len(text[slice(*span)]) - len(text[slice(*span)].lstrip(LOST))
    span = span[0] + lost, span[1]
    words = RELATIVE.split(text[slice(*span)])[0].rstrip(" ," + LOST)
    if not words:
        return None
    if len(words) > MAX_WORDS and source is not None and span[0] <= source.start < source.end <= span[0] + MAX_WORDS:
        words = text[span[0] : source.end]  # a subject as long as that was not read right
    is_owned = source is not None and source.entity_id is not None and words.rsplit(" ", 1)[-1].lower() in MEDIA
    if source is not None and is_owned and source.start >= span[0]:
        return source.start, source.end
    return span[0], span[0] + len(words)
