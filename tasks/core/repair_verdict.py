"""Whether the page that was fetched bears out the repaired address."""

from __future__ import annotations

from tasks.core.article.record import Article
from tasks.core.similarity import containment
from tasks.tables.records import Reference
from tasks.tables.values import RepairVerdict

_SAME = 0.5  # share of the pasted text the page must hold; an edited article keeps more than half of its words
_OTHER = 0.1  # below it the page is another article
_ENOUGH_WORDS = 30  # a shorter pasted text proves too little on its own


def judge_repair(reference: Reference, article: Article, match: float | None) -> RepairVerdict:
    """`confirmed` by the text or title the reference gives, `contradicted` where both speak of something else.

    A lost page contradicts the address; a wall, or a text too short to compare, says nothing of it: `unverified`.
    """
    if article.verdict in ("consent", "soft_404"):
        return "contradicted" if article.verdict == "soft_404" else "unverified"
    titles = containment(reference.title, article.title) if reference.title and article.title else None
    if (match or 0) >= _SAME or (titles or 0) >= _SAME:
        return "confirmed"
    doubts = [score for score in (match, titles) if score is not None]
    enough = len((reference.body or "").split()) >= _ENOUGH_WORDS
    if enough and match is not None and max(doubts) < _OTHER:
        return "contradicted" if article.verdict == "article" else "unverified"
    return "unverified"
