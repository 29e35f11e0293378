"""How likely a careful reader is to sign a fact, as measured on facts that were read one by one."""

from __future__ import annotations

LONG, SHORT = 30, 8  # words of evidence


def score_of(evidence: str, *, has_recipient: bool, is_cited: bool, is_actual: bool) -> float:
    """The share of facts of this kind that a reader signed, every filled field being true to the text.

    Set by hand on 194 facts of 20 news articles, of which 63 % were signed: short ones more often (78 % of those of up
    to 8 words, 47 % of those of more than 32), those with a recipient less often than those without (51 % and 70 %),
    those under a source less often than the outlet's own (55 % and 67 %), plans and possibilities less often than what
    is so (54 % and 64 %). Between 0.35 and 0.85; a rough guide for sorting, not a probability of each fact.

    >>> score_of("Norway closed the border", has_recipient=False, is_cited=False, is_actual=True)
    0.85
    """
    words = len(evidence.split())
    score = 0.75 + 0.1 * (words <= SHORT) - 0.1 * (words > LONG)
    score -= 0.15 * has_recipient + 0.1 * is_cited + 0.05 * (not is_actual)
    return round(max(score, 0.35), 2)
