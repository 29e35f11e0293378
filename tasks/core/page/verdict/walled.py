"""Whether a page asks for consent, a proof of being human, an age or a region before it shows anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.page.markup.elements import BUTTON
from tasks.core.page.statements import Page
from tasks.core.page.verdict.listing import has_prose
from tasks.core.page.verdict.wall_phrases import ASKED, BLOCKED, SMALL_PRINT
from tasks.core.page.verdict.wording import Phrases, headings, how_many, lines, says, small, titles

_STUB, _SHORT = 40, 120  # words
_BARE = 3  # blocks of a page that holds nothing but a script at most
_PRINT, _MUCH_PRINT = 3, 5  # words of small print in a wall, and in one that has the site's name as its title
_ABOUT = 0.25  # of a title's words stand in the text below it
_ASKING = Phrases([*BLOCKED, *ASKED])
_WORD = re.compile(r"\w{4,}")
_STEM = 5  # letters
# What the makers of such checks call their scripts.
_CHECKING = re.compile(
    rb"_Incapsula_Resource|/cdn-cgi/challenge-platform/h/|captcha-delivery\.com|px-captcha|window\.rbzns|"
    rb"AwsWafIntegration\.|ddos-guard\.net|__qrator|sucuri_cloudproxy|\bbobcmn\b|/_sec/cp_challenge|"
    rb"distil_r_captcha|_guard/(?:auto|html|slide)\.js"
)


def is_wall(page: Page, chosen: Sequence[bool], text: str, count: int) -> bool:
    """Whether this stands in the article's place: a text of less than a page that bars the way or asks for consent.

    Walls keep the head of the page behind them: what calls itself an article is one where its text is about its title.
    """
    if count < _STUB and len(page.blocks) <= _BARE and _CHECKING.search(page.html):
        return True
    is_told, words = page.head.claims_article(), small(text)
    if not is_told and says("\n".join(headings(page, "h3")), _ASKING):
        return not has_prose(page.blocks, chosen) or says(words, _ASKING)
    if not is_told and count < _STUB:
        return how_many("\n".join(lines(page.blocks)), _ASKING) > 1
    if (is_told or has_prose(page.blocks, chosen)) and _is_about(small(page.title), words):
        return not is_told and how_many(words, SMALL_PRINT) >= _MUCH_PRINT
    blocked = how_many(words, BLOCKED) + (is_told and count < _SHORT)
    return blocked > 1 or how_many(words, SMALL_PRINT) >= _PRINT


def is_headed_anew(page: Page, text: str) -> bool:
    """Whether a headline about consent, and a text about it, stand in the place of what the head states."""
    stated = page.head.meta("og:title", "twitter:title")
    if stated is None or page.title in stated[1] or stated[1] in page.title:
        return False
    words = small(text)
    if _is_about(small(stated[1]), words):
        return False
    return says("\n".join(titles(page)), SMALL_PRINT) and how_many(words, SMALL_PRINT) >= _MUCH_PRINT


def is_choice(page: Page, text: str) -> bool:
    """Whether a page that states no article is, however long, about what its buttons ask consent for."""
    if page.head.claims_article() or page.head.metas.get("og:title"):
        return False
    buttons = "\n".join(small(block.text) for block in page.blocks if block.frame.flags & BUTTON)
    is_headed = says("\n".join([*titles(page), *headings(page)]), SMALL_PRINT)
    return is_headed and says(buttons, _ASKING) and how_many(small(text), SMALL_PRINT) >= _MUCH_PRINT


def bars_the_way(page: Page) -> bool:
    """Whether a heading does: `This content is not available in your country` tells of no lost page."""
    return says("\n".join(headings(page)), BLOCKED)


def _is_about(title: str, text: str) -> bool:
    """Whether words of the title, or pairs of its signs in scripts without spaces, stand in the text."""
    stems = {word[:_STEM] for word in _WORD.findall(title) if word.isascii() or word < "\u3000"}
    stems = stems or {title[at : at + 2] for at in range(len(title) - 1)}
    return sum(stem in text for stem in stems) >= max(1, _ABOUT * len(stems))
