"""Where a page tells its readers when it was published: the date line at the headline, dates elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tasks.core.date.beside import CHANGED
from tasks.core.date.instant import Moment, moment_of, read_moment
from tasks.core.date.line import YEAR, find_days, read_day
from tasks.core.date.order import DayFirst
from tasks.core.date.relative import days_ago
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import ARTICLE, FOOTER, HEADER, HEADINGS, MAIN, NAV
from tasks.core.page.markup.frames import around
from tasks.core.page.markup.names import BYLINE, COMMENT, RELATED, SIDE, name_flags
from tasks.core.page.statements import Page, Statement, is_of_other

_NAME = re.compile(
    r"dat(?:e|um|a|ed)|time|publi|post(?:ed|ing|ed-?on)|byline|meta|info|fecha|дата|created|stamp|data$", re.IGNORECASE
)
_MEMBER = re.compile(r"^(?:joined|join date|member since|registered|registriert|inscrit)\b", re.IGNORECASE)
NEAR_TITLE = 14  # blocks around the headline in which a date line is looked for
_BELOW, _ABOVE = range(7), range(-5, 0)  # where a line that is a date alone is the headline's
LONGEST = 160
_LABEL, _KICKER = 25, 40  # code points
_TEASER = 3  # lines of one, its heading the first
_BESIDE, _FAR = RELATED | SIDE | NAV | FOOTER, 8


def header_moment(page: Page) -> Moment | None:
    """What the one line at the headline that is a date alone says; None where several such lines disagree.

    A line above counts where it is the next one and no list of dated headlines ends there, or stands in the same
    `article` with no more than labels between.
    """
    at = page.headline
    below = _plain_dates(page, at, _BELOW)
    above = {} if below else _plain_dates(page, at, _ABOVE)
    found = below or above
    if len(found) != 1:
        return None
    ((step, day),) = found.items()
    if above and step != -1 and not _is_in_one_article(page.blocks[at + step : at + 1]):
        return None
    return _moment(page.blocks[at + step].text, page.day_first) or Moment(day, None, "day")


def _is_in_one_article(blocks: Sequence[Block]) -> bool:
    """Whether a line and the headline stand in one `article`, and no more than labels between them."""
    article = next((frame for frame in around(blocks[0].frame) if frame.tag == "article"), None)
    return article in list(around(blocks[-1].frame)) and all(len(block.text) <= _KICKER for block in blocks[1:-1])


def _plain_dates(page: Page, at: int, steps: range) -> dict[int, date]:
    """Lines that are a date alone and tell of no change, by their distance from the headline; one of each day."""
    found: dict[date, int] = {}
    for step in steps:
        place = at + step
        text = page.blocks[place].text if 0 <= place < len(page.blocks) else ""
        day = read_day(text, page.day_first)
        if day is None or is_of_others(page.blocks, at, place) or _is_beside(page.blocks, at, place):
            continue
        if not (CHANGED.search(text) or _is_changes_label(page.blocks[place - 1].text if place else "")):
            found[day] = step if step < 0 else found.get(day, step)
    return {step: day for day, step in found.items()}


def _is_changes_label(line: str) -> bool:
    """Whether a line is a label of its own for the day of a change in the next one: `Last updated`."""
    return len(line) <= _LABEL and CHANGED.search(line) is not None and not any(map(str.isdigit, line))


def date_lines(page: Page) -> Iterator[Statement]:
    """Date lines around the headline, the nearest first, lines of changes last."""
    blocks, day_first = page.blocks, page.day_first
    at = page.headline
    near = sorted(range(max(0, at - 5), min(len(blocks), at + NEAR_TITLE)), key=lambda i: _distance(blocks, at, i))
    changed: list[Statement] = []
    for index in near:
        text = blocks[index].text
        may_be = _may_be_date_line(blocks[index], day_first) and not is_of_others(blocks, at, index)
        if may_be and (moment := _moment(text, day_first)):
            if not _is_published(text, day_first):
                changed.append(("changed_line", moment))
            else:
                yield "date_line", moment
    yield from changed


def told_from_today(page: Page, latest: date | None) -> Iterator[Statement]:
    """The day a line at the headline tells from today, which the site's header shows, or on which it was fetched."""
    blocks, at = page.blocks, page.headline
    near = [
        at + step
        for step in (*_BELOW, *_ABOVE)
        if 0 <= at + step < len(blocks) and not is_of_others(blocks, at, at + step)
    ]
    ago = (days_ago(blocks[index].text) for index in near if not CHANGED.search(blocks[index].text))
    days = next((found for found in ago if found is not None), None)
    today = _today(page, at) or latest
    if days is not None and today is not None:
        yield "relative", Moment(today - timedelta(days), None, "day")


def _today(page: Page, at: int) -> date | None:
    """The date that stands alone in the site's header."""
    heads = (
        block for block in page.blocks[:at] if block.frame.flags & HEADER and not block.frame.flags & (ARTICLE | MAIN)
    )
    return next((day for block in heads if (day := read_day(block.text, page.day_first))), None)


def time_elements(page: Page) -> Iterator[Statement]:
    """The first `time` elements that are not other articles'."""
    for node in page.head.times[:3]:
        if is_of_other(node, page.title):
            continue
        if moment := read_moment(node.attributes.get("datetime") or "", page.day_first):
            yield "time_element", moment


def named_elements(page: Page) -> Iterator[Statement]:
    """Short elements named after dates, but for those of comments."""
    own = page.blocks[page.headline].frame.flags if page.blocks else 0
    for index, block in enumerate(page.blocks):
        may_be = len(block.text) <= 120 and YEAR.search(block.text) and _NAME.search(block.frame.names)
        if not may_be or _is_below_teaser(page, index) or block.frame.flags & ~own & COMMENT:
            continue
        if moment := _moment(block.text, page.day_first):
            yield "named_element", moment


def in_text(page: Page) -> Iterator[Statement]:
    """Dates at the beginning of any block from the headline on."""
    at = page.headline
    for index in range(at, len(page.blocks)):
        block = page.blocks[index]
        if not is_of_others(page.blocks, at, index) and (moment := _moment(block.text[:300], page.day_first)):
            yield "text", moment


def _is_below_teaser(page: Page, index: int) -> bool:
    """Whether the heading just above a line is a link and not the page's own."""
    above = page.blocks[max(0, index - _TEASER) : index]
    heading = next((block for block in reversed(above) if block.frame.tag in HEADINGS), None)
    return heading is not None and 2 * heading.linked > len(heading.text) and heading.text != page.title


def _may_be_date_line(block: Block, day_first: DayFirst) -> bool:
    """Short, and no heading that says more than a date."""
    is_heading = block.frame.tag in HEADINGS
    return len(block.text) <= LONGEST and not (is_heading and read_day(block.text, day_first) is None)


def is_of_others(blocks: Sequence[Block], at: int, index: int) -> bool:
    """Whether a date is not the article's: today's above it, the site's below, a comment's, when a member joined."""
    flags = blocks[index].frame.flags & ~blocks[at].frame.flags
    if flags & COMMENT or (flags & (HEADER if index < at else FOOTER) and not flags & (ARTICLE | MAIN)):
        return True
    above = blocks[index - 1].text if index else ""
    return bool(_MEMBER.match(above) or _MEMBER.match(blocks[index].text))


def _distance(blocks: Sequence[Block], at: int, index: int) -> float:
    """How far a line is from the headline: further above it, in a sentence, or beside the article."""
    far = _FAR if _is_beside(blocks, at, index) else 0
    return (index - at if index >= at else 3 + 2 * (at - index)) + len(blocks[index].text) / 30 + far


def _is_beside(blocks: Sequence[Block], at: int, index: int) -> bool:
    """Whether a line stands in what is named after other pages, as the headline does not, and not after dates too."""
    frame = blocks[index].frame
    flags = frame.flags & _BESIDE & ~blocks[at].frame.flags
    own = (name_flags(outer.names) for outer in around(frame)) if flags else ()
    return flags != 0 and not any(names & flags and names & BYLINE for names in own)  # `meta-list`


def _days(text: str, day_first: DayFirst) -> list[tuple[int, int, date]]:
    """Days in order of place; those behind a word of change after the others."""
    found = sorted(find_days(text, day_first))
    return sorted(found, key=lambda place: is_change(text, found, place))


def is_change(text: str, found: list[tuple[int, int, date]], place: tuple[int, int, date]) -> bool:
    return CHANGED.search(text, behind_others(found, place), place[0]) is not None


def behind_others(found: Sequence[tuple[int, int, date]], place: tuple[int, int, date]) -> int:
    """Where the last of the other days before one ends."""
    return max((end for _, end, _ in found if end <= place[0]), default=0)


def _is_published(text: str, day_first: DayFirst) -> bool:
    """Whether a line gives a day that no word of change stands before."""
    found = sorted(find_days(text, day_first))
    return any(not is_change(text, found, place) for place in found)


def _moment(text: str, day_first: DayFirst) -> Moment | None:
    """What a line says of its first day, by no other day's clock and none behind a word of change."""
    if not YEAR.search(text):  # as nearly all lines; the rest would take twice as long to find that out
        return None
    days = _days(text, day_first)
    for start, end, day in days[:1]:
        above = behind_others(days, (start, end, day))
        change = CHANGED.search(text, end)
        below = min([change.start() if change else len(text), *(begin for begin, _, _ in days if begin >= end)])
        return moment_of(day, text[above:below], start - above, end - above)
    return None
