"""Where agencies and the press of Asia and Russia name reporters: in a text's first words, its last, a line below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.markup.block import Block
from tasks.core.page.people.persons import is_person
from tasks.core.page.people.surnames import is_listed

# `(Reporting by Ada Byron in London; editing by Carl Gauss)`: how agencies sign below a text.
_REPORTED = lazy_regex(r"\(?(?:Reporting|Writing) by\s+([^;()]+)")
_REPORTS = ("Reporting by", "(Reporting by", "Writing by", "(Writing by")
# `本报湖州电（记者 周敏 通讯员 陆一鸣）`, `〔記者王小明／台北報導〕`: how the press of China signs in its first line.
_DISPATCH = lazy_regex(
    r"[（(〔【\[][^（()）\]】〕]{0,10}?(?:记者|記者)(?![会會])[\s：:]*([^（()）\]】〕]{2,40})[)）\]】〕]"
)
# `澎湃新闻记者 段彦 廖艳`: in a line of its own.
_REPORTERS = lazy_regex(
    r"(?:采写|採訪|文)?[：:/｜|]?[^\s，。：:]{0,10}(?:记者|記者)[\s：:｜|/]+([\u4e00-\u9fff\s、，/]{2,20})"
)
# `(여수=연합뉴스) 홍길동 기자 =`: how that of Korea does, and `ВОЛОГДА, 14 мар - РИА Новости, Анна Котова.` in Russia.
_OTHER_DISPATCH = lazy_regex(
    r"[(\[][^()\[\]=]{0,12}=[^()\[\]]{1,12}[)\]]\s*((?:[\uac00-\ud7af]{2,4}\s+){1,4})(?:기자|특파원)\s*=|"
    r"[А-ЯЁ][А-ЯЁ /-]+(?: \([^()]*\))?, \d{1,2} [а-я]{3,8}\.? [–—-] [^,.]{3,25}, "
    r"((?:[А-ЯЁ][а-яё-]+(?:, | и )?\b ?){2,6})\."
)
# `（長岡支社・樋口真央）`: how that of Japan does below a text.
_DESK = r"(?:支社|支局|総局|本社|通信部|社会部|経済部|政治部|文化部|運動部|取材班|特派員|記者)[・\s＝=]"
_SIGNED = lazy_regex(
    rf"[（(][^（()）]{{0,10}}{_DESK}"
    r"([\u3040-\u30ff\u3005\u4e00-\u9fff]{3,6})[)）]"
)
# `…と話した。【三浦沙織】`: and at the end of one.
_SIGNED_PARAGRAPH = lazy_regex(
    rf"。【(?:[^【】]{{0,10}}{_DESK})?(?!写真|動画|関連|特集|記事|随時)"
    r"(?![^】]{0,3}(?:更新|速報|掲載|配信|訂正|提供|連載))"
    r"([\u4e00-\u9fff][\u3005\u3040-\u309f\u4e00-\u9fff]{2,4})】$"
)
_SIGNED_SENTENCE = lazy_regex(rf"。(?:{_SIGNED.pattern})$")  # `…という。（長岡支社・樋口真央）`
# `Hoài Vũ - Trương Khánh Ly`: how that of Vietnam does below a text, whose letters tell it from others; and what else
# stands there: `Theo Tuổi Trẻ`, `Nguồn: TTXVN`, `Tổng hợp`.
_VIETNAMESE = re.compile("[đơưĐƠƯ\u1ea0-\u1ef9]")
_NO_NAMES = re.compile(r"(?:theo|nguồn|tổng hợp|bình luận|chia sẻ|ảnh|video|xem|tin|bài)\b", re.IGNORECASE)
_DISPATCHED = 80  # code points
_LONGEST_SIGNATURE = 24  # code points with the stop before it
_BESIDE_REPORTERS = re.compile(r"(?:特约|見習|见习)?(?:记者|記者)|通讯员|通訊員|实习生|實習生|[\s、,，/／]+")
_SPACED_NAME = lazy_regex(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_NO_REPORTER = re.compile(r".|.*(?:报道|報導|報道|报导|电|電|讯|訊|文|摄|攝|图|圖)|.{5,}")
_LINES = frozenset(("p", "div", "span"))
_PARTED = re.compile(" - |, ")
_NO_KOREAN = re.compile(r"인턴|수습|전문|선임|객원|.*[부팀]")  # `인턴 기자`, `경제부`: a trade, a desk
_PARAGRAPH = 40  # code points
_FIRST_LINES = 25
_LONGEST_NAME = 45


def signature(blocks: Sequence[Block]) -> str:
    """What names those who reported this, below the text."""
    signed = (_REPORTED.match(block.text) for block in reversed(blocks) if block.text.startswith(_REPORTS))
    return next((match[1] for match in signed if match), "") or _in_brackets(blocks) or _alone(blocks)


def _in_brackets(blocks: Sequence[Block]) -> str:
    """The name that closes the last line which ends with one in brackets."""
    for block in reversed(blocks):
        text = block.text
        if text[-1] in "）)】":
            end = max(0, len(text) - _LONGEST_SIGNATURE)
            signed = _SIGNED.fullmatch(text) if len(text) < _LONGEST_NAME else None
            if match := signed or _SIGNED_PARAGRAPH.search(text, end) or _SIGNED_SENTENCE.search(text, end):
                return match[1]
    return ""


def _alone(blocks: Sequence[Block]) -> str:
    """The last line that is nothing but names, below a paragraph in the same element."""
    below = reversed(range(1, len(blocks)))
    return next((blocks[place].text for place in below if is_signature(blocks, place)), "")


def is_signature(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line below a paragraph, in the same element, is nothing but names as they are written in Vietnam."""
    text, above = blocks[place].text, blocks[place - 1]
    if not (place and len(text) <= _LONGEST_NAME and _VIETNAMESE.search(text)) or _NO_NAMES.match(text):
        return False
    is_line = blocks[place].frame.tag in _LINES and not blocks[place].anchors
    is_below = _goes_on(above, blocks[place]) and above.text[-1] in '.!?…”"'
    return is_line and is_below and all(map(is_person, _PARTED.split(text)))


def dispatched(blocks: Sequence[Block], headline: int) -> list[str]:
    """The reporters that the first line of a text names, mostly in brackets."""
    for block in blocks[headline : headline + _FIRST_LINES]:
        if block.text.isascii():
            continue
        if match := _OTHER_DISPATCH.match(block.text):
            return [name for name in match[1].split() if not _NO_KOREAN.fullmatch(name)] if match[1] else [match[2]]
        if match := _DISPATCH.search(block.text, 0, _DISPATCHED):
            parts = _BESIDE_REPORTERS.split(_SPACED_NAME.sub(r"\1\2", match[1]))
            if names := [name for name in parts if not _NO_REPORTER.fullmatch(name) and name]:
                return names
    return []


def reported(blocks: Sequence[Block], headline: int) -> list[str]:
    """The reporters that have a line of their own near the headline, or below a paragraph further down."""
    first = (reporters(block.text) for block in blocks[headline : headline + _FIRST_LINES])
    rest = pairwise(blocks[headline + _FIRST_LINES - 1 :])
    last = (reporters(below.text) for above, below in rest if _goes_on(above, below))
    return next(filter(None, (*first, *last)), [])


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a line stands right below a paragraph, in an element of the same kind beside it."""
    is_beside = above.frame.parent is below.frame.parent and above.frame.tag == below.frame.tag
    return is_beside and len(above.text) > _PARAGRAPH


def reporters(text: str) -> list[str]:
    """The names in a line that holds what reporters of China are called and their names, else none."""
    if len(text) >= _LONGEST_NAME or text.isascii() or not ("记者" in text or "記者" in text):
        return []
    match = _REPORTERS.fullmatch(text)
    names = [name for name in _BESIDE_REPORTERS.split(match[1]) if name] if match else []
    return names if all(map(is_listed, names)) else []
