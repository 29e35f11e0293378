"""How likely a careful reader is to sign a fact, as measured on facts that were read one by one."""

from __future__ import annotations

LONG, SHORT = 30, 8  # words of evidence


def score_of(evidence: str, *, has_recipient: bool, is_cited: bool, is_actual: bool) -> float:
    """The share of facts of this kind that a reader signed, every filled field being true to the text.

    Set by hand on 194 facts of 20 news articles, read one by one. Of the facts now scored below 0.5 a reader signed 2
    of 6, from 0.5 to 0.65 59 %, to 0.75 67 %, of those at 0.75 82 % and above 80 %: on the facts it was set on. Short
    evidence is right more often, a recipient, a source or a plan adds what may be wrong. It sorts, no more.

    >>> score_of("Norway closed the border", has_recipient=False, is_cited=False, is_actual=True)
    0.85
    """
    words = len(evidence.split())
    score = 0.75 + 0.1 * (words <= SHORT) - 0.1 * (words > LONG)
    score -= 0.15 * has_recipient + 0.1 * is_cited + 0.05 * (not is_actual)
    return round(max(score, 0.35), 2)
