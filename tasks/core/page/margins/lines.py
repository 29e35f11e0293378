"""Lines that are what they are wherever they stand: calls to other pages, credits of pictures, quoted posts."""

from __future__ import annotations

import re

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.margins.labels import begins_with_label, is_bare_call, is_label
from tasks.core.page.markup.block import Block
from tasks.core.page.markup.elements import FIGURE, HIDDEN
from tasks.core.page.markup.frames import Frame, around

_MORE = re.compile(
    r"(?:read more|read also|also read|related|see also|see more|more|don[’']t miss|watch|recommended|must[ -]read|"
    r"up next|next|previous)\b[^.]{0,25}[:|]",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?:also on|don[’']t miss|read also|also read|must[ -]read|see also|you may also)\b", re.IGNORECASE)
# Headings of lists of other pages, and of what readers are asked to do.
_LABEL = re.compile(
    r"\W*(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|don[’']t miss|"
    r"(?:read|see|watch) (?:more|next|also)|also(?: read)?|"
    r"related(?: (?:stories|articles|posts|coverage|news|content|topics|reading|links))?|"
    r"more (?:stories|news|articles|from .{0,20}|on this (?:story|topic))|trending(?: now| stories)?|"
    r"recommended(?: for you| stories| articles| reading)?|most (?:read|popular|viewed)|up next|"
    r"(?:like|enjoy(?:ed)?) this (?:story|article|post)\b.{0,40}|share this.{0,20}|(?:\d+ )?comments?|"
    r"leave a (?:comment|reply)|(?:read )?more (?:about|on) .{0,50}:|"
    # of the page's own parts, which the links below lead to
    r"(?:table of )?contents|in this (?:article|guide|story|post)|on this page|jump to|inhalt(?:sverzeichnis)?|"
    r"in diesem (?:artikel|beitrag)|sommaire|dans cet article|índice|en este artículo|neste artigo|in questo articolo|"
    r"in dit artikel|spis treści|w tym artykule|содержание|зміст)\W*",
    re.IGNORECASE,
)
_NO_PROSE = ('{"', "This advertisement has not loaded yet")
_FEW, _MOST = 0.1, 0.45  # shares of a line: letters of one size in words of the other, capitals among other signs
# The address of a post that is shown where a browser runs scripts.
_POST = re.compile(
    r"https?://(?:www\.|m\.)?(?:(?:twitter|x|facebook|instagram|tiktok|youtube)\.com|youtu\.be|t\.me|fb\.watch)/\S+"
)
# What stands where an advertisement was.
_ADVERTISEMENT = re.compile(
    r"\W*(?:(?:(?:story|article|scroll|text|video|report)s? )?continue[sd]? (?:reading )?(?:below|after)"
    r"(?: (?:this|the|our))?(?: (?:advertisement|ad|advert|promotion))?|advert(?:ise?ment)?|"
    r"advertisement ?(?:- (?:scroll|story) .{0,30}|skip advertisement)|publicidade?|"
    r"dalsza część (?:materiału|artykułu|tekstu) .{0,30}|(?:weiterlesen|lesen sie weiter) (?:nach|unter) .{3,20}|"
    r"(?:der )?artikel geht .{0,25}weiter|(?:de )?tekst gaat (?:verder|door) .{0,25}|"
    r"l[’']articolo (?:continua|prosegue) .{0,25}|"
    r"(?:artikkelen|saken|artikeln|artiklen) forts[aeæä]tt?er .{0,25}|(?:juttu|artikkeli) jatkuu .{0,25}|"
    r"(?:článek|článok) pokračuje .{0,25}|haberin devamı .{0,25}|artikel berlanjut .{0,25}|"
    r"continua después de la publicidad|publicité|la suite après cette publicité|anzeige|werbung|pubblicità|"
    r"scroll down for (?:more|video)s?.{0,20}|sharing is caring|"
    r"price at (?:the )?time of publi(?:cation|shing)|mainos (?:alkaa|päättyy)|"
    r"list (?:\d+ )?of \d+(?: items)?|end of list|swipe to scroll horizontally|"  # what is read out to the blind
    r"pr|广告|廣告|реклама|iklan|διαφήμιση|تبلیغات|quảng cáo|โฆษณา|বিজ্ঞাপন|"
    r"advertentie|reklama?|annonse?|hirdetés|mainos|広告|광고|إعلان|विज्ञापन)\W*",
    re.IGNORECASE,
)
# `Audio: Ten ships off Malta (3 Min)`
_PLAYER = re.compile(r"(?:audio|video|podcast)\b.{3,120}\(\d{1,3}(?::\d\d)?\s?min(?:ute[ns])?\.?\)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_CELLS = frozenset(("td", "th"))
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+Z-]+")
_CREDITED = re.compile(
    r"\((?:image|photo|picture|pic|foto|source|credit)s?\s?(?:by|credit|courtesy|:|/)[^()]{0,60}\)$", re.IGNORECASE
)
_BRACKETED = re.compile(r".{20,}\[[A-Z]\w+\.\w+/[A-Z][\w. ]+\]")  # `Ships off Malta. [Grain.example/Ada Byron]`
_PICTURES = ("oto", "mage", "redit", "©", "HOTO", "icture", "llustration", "Bild", "etty", "orítókép", "otó: ", "uva: ")
# `Photo: J. Kowal`, `© J. Kowal`, `FILE PHOTO: Ships`, `Ships. — Foto: J. Kowal`; `© 2021` speaks of the text.
_CREDIT = re.compile(
    r"\W*(?:(?:photo|image|picture|foto|fotó|kuva|borítókép|bild|credit|photograph|illustration)s?"
    r"(?: credits?| courtesy)?(?: of)?(?:\s?[:/]|\sby\s)|file photo\b|getty images\b|©\s?(?!\s?\d{4})\w)|"
    r".{10,}[.)\]—–|-]\s?(?:foto|fotó|kuva|photo|image|picture|credit)s?(?: by| credit)?\s?:\s[^:]{2,60}$|"
    r"(?-i:[^.!?:,]{2,40}[^\W\d_]Getty Images\W*$)",  # `Ada ByronGetty Images`, of two elements
    re.IGNORECASE,
)
# The same in other scripts: `木匠在修窗。沈浩 摄`, `（资料图片）`, `… 있다. /김도윤 기자`, `그래픽=한빛`, `… / عکس: …`;
# and `渡し場の人々＝11日、三輪浦町`, where and when behind a sign, as papers of Japan caption their pictures.
_OTHER_PICTURES = re.compile("[＝摄攝影资資供写画图圖자사그عتФфẢảภצ]")  # one of these stands in every such line
_OTHER_CREDIT = lazy_regex(
    r".*(?:(?:摄|攝|撮影|摄影|攝影)|[（(][^（()）]{0,10}?(?:资料图片?|資料圖片?|資料写真|撮影|提供|供图|供圖)[^）)]{0,20})[）)\]]?\W{0,2}$|"
    r"(?:.*\W)?(?:사진|그래픽)\s?[=:/|]\s?[^.]{2,40}$|.{5,}[/=]\s?[가-힣]{2,5} ?기자\W?$|"
    r".*[（(](?:圖|图|圖文|資料圖|照片|攝)片?\s?(?:[／/:：]|來源|来源|翻攝|翻拍|取自)[^（()）]{1,40}[）)]$|"
    r"\W{0,3}(?:图|圖)(?:片|表)?\s?[:：]|图为(?!什么).{2,60}$|.{2,80}[|｜／/]\s?(?:摄影|攝影|摄|攝)\s?[:：]\s?[^，。]{2,20}$|"
    r"\W{0,3}(?:写真|画像|عکس|تصوير|фото|ảnh|ภาพ|צילום)\s?[:：]|"
    r"[^。＝▽▼◇◆・①]{8,120}＝(?:[^。＝]{0,20}\d日[^。＝]{0,30}|[^。＝]{1,30}(?:[都府県市区町村港駅館内]|で|提供|撮影|共同))$|"
    r".{10,}[.)\]—–|/»-]\s?(?:عکس|تصوير|фото|ảnh|ภาพ|צילום)\s?:\s?[^:]{2,60}$",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"(?:share|tweet|facebook|twitter|x|linkedin|e-?mail|whats ?app|pinterest|reddit|telegram|print|copy link|"
    r"messenger|flipboard|tumblr|threads|bluesky|google|on|to|via|this|and|\W)+",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")  # of a gallery's pictures
_COUNTED = 8  # code points
_LONGEST_LABEL = 60  # code points
_LINE = 25  # code points; shorter ones may be the name of a section
_LONGEST_CAPTION = 250  # code points
# Names that the networks' own markup for quoted posts carries; what it holds is the post's words, its author and day.
_POSTS = ("twitter-tweet", "twitter-video", "bluesky-embed")


def is_call(block: Block) -> bool:
    """Whether a block leads elsewhere, speaks to machines or parts others.

    `Read more:` links, linked lines in capitals, addresses, labels of advertisements, rules drawn of signs.

    On 792 marked pages one such line in twenty was its article's.
    """
    text = block.text
    if begins_with_label(text) or text.startswith(_NO_PROSE) or (block.frame.flags & HIDDEN and _is_scrambled(text)):
        return True
    if ("acebook" in text and _SHARES.fullmatch(text)) or (len(text) < _COUNTED and _COUNTER.fullmatch(text)):
        return not _is_cell(block)
    if not (_WORD.search(text) or _is_cell(block)) or (len(text) < _LONGEST_LABEL and _ADVERTISEMENT.fullmatch(text)):
        return True
    if block.linked * 2 > len(text):
        if text.startswith("http") and _POST.fullmatch(text):
            return True
        if block.anchors and block.anchors[-1][1] == len(text) and is_bare_call(text):
            return True
        in_capitals = len(text) > _LINE and block.linked * 10 > 9 * len(text) and text.isupper()
        return in_capitals or _MORE.match(text) is not None or _ALSO.match(text) is not None
    if text[-1] == ")" and _PLAYER.fullmatch(text):
        return True
    is_one = " " not in text
    if is_one and (text.startswith(("http://", "https://", "www.")) or _INSTANT.fullmatch(text)):
        return True
    return not (is_one and text.isascii()) and is_credited(block)


def _is_scrambled(text: str) -> bool:
    """Whether a hidden line is of signs that only the browsers of subscribers turn into words.

    >>> _is_scrambled("%96 `h`` DA2? DHF?8 @A6? 2E ei`a 2]>] 7@C 2 E@H @7 7:7E66? 8C2:? 32C86D]")
    True
    >>> _is_scrambled("THE 1911 SPAN SWUNG OPEN AT 6:12 A.M."), _is_scrambled("1,540 1,320 2,911 2,774 858")
    (False, False)
    """
    if len(text) <= _LINE or not text.isascii():
        return False
    small, great = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return small < _FEW * len(text) < great < _MOST * len(text)


def _is_cell(block: Block) -> bool:
    return any(frame.tag in _CELLS for frame in around(block.frame))


def heads_others(block: Block) -> bool:
    """Whether a block is the heading of a list of other pages: `You may also like`."""
    return len(block.text) < _LONGEST_LABEL and (is_label(block.text) or _LABEL.fullmatch(block.text) is not None)


def is_credited(block: Block) -> bool:
    """Whether a block is a caption by its first or last words: `Photo: J. Kowal`, `Ships off Malta (Image: Navy)`."""
    text = block.text
    if len(text) < _LONGEST_CAPTION:
        for word in _PICTURES:  # a loop: `any` takes three times as long, for every short paragraph
            if word in text:
                return _CREDIT.match(text) is not None or (text.endswith(")") and _CREDITED.search(text) is not None)
        if text[-1] == "]" and _BRACKETED.fullmatch(text):
            return True
        if not text.isascii():
            return _OTHER_PICTURES.search(text) is not None and _OTHER_CREDIT.match(text) is not None
    return False


def captioned(block: Block) -> Frame | None:
    """The `figcaption` a block stands in."""
    if not block.frame.flags & FIGURE:
        return None
    return next((frame for frame in around(block.frame) if frame.tag == "figcaption"), None)


def is_quoted_post(block: Block) -> bool:
    """Whether a block belongs to a post of a social network set as a quotation."""
    quote = next((frame for frame in around(block.frame) if frame.tag == "blockquote"), None)
    return quote is not None and any(name in quote.names for name in _POSTS)
