"""Lines below a text that are none of it: who edited it, initials, end marks, numbers of pages, notices of cookies."""

from __future__ import annotations

import re

from tasks.core.lazy_regex import lazy_regex

_LONGEST = 160  # code points
_CLOSING = lazy_regex(
    # `（责编：周敏）`, `校對/陳明`, `Editor: Ada Byron`
    r"\W*(?:来源|來源|稿源|(?:本文)?(?:原标题|原標題)|责任编辑|责任校对|責任編輯|責任編集|责编|責編|编辑|編輯|校对|校對|审核|審核|编校|监制|監製|编审|編審|"
    r"editor|editors|editing|editor in charge|redaktor|redaktör|редактор|redaktur|editör|edited by|"
    r"biên tập|संपादन|संपादक)\s?[:：/／]\s?[^.!?。]{1,60}|"
    # `(bgp/wsa)`, `(abc)`
    r"[(\[（][a-z]{2,5}(?:\s?[/,-]\s?[a-z]{2,5}){0,3}[)\]）]|"
    # `Ada Byron ada@grain.example`, as reporters of Korea and elsewhere sign
    r"(?:[^\d@.!?]{2,40}[\s(/|=]{1,3})?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*|"
    # `이용민 기자`, and the rights that papers of Korea and elsewhere reserve below each text
    r"(?-i:[가-힣]{2,4})\s?(?:기자|특파원|객원기자|인턴기자)(?:\s?=?\s?[\w.+-]+@[\w.-]+)?\W*|"
    r"\W?저작권자?\W.{0,40}(?:금지|reserved)\W*|\W*(?:무단\s?전재|재배포\s?금지|무단\s?복제).{0,40}|\W*제보는\s.{0,40}|"
    r"(?:©?\s?riproduzione riservata).{0,30}|.{0,20}версия для печати\W*|"
    r"(?:©|\(c\) copyright|copyright)\s(?-i:[A-Z])[^.!?]{2,50}\b(?:19|20)\d\d\W*|"
    r"(?:未经授权|未經授權|版权所有|版權所有|著作權所有)[^。]{0,50}。?|"
    # whose words or pictures it holds: `本文来源：推罗晚报 责任编辑：周敏`
    r"\W*(?:本文|信息|文章|图片|圖片)(?:来源|來源)\s?[:：]\s?[^.!?。，“”]{1,60}|"
    # what a text was called where it first appeared, where its pictures are from, and what can be done with the page
    r"[（(]原[题題][为為]?[《：:][^（()）]{2,80}[)）]|(?:图片|圖片)均?(?:来自|来源于|來自)[^。]{2,20}。?|"
    r"\W*(?:打印|列印)(?:本[页頁])?\W{0,4}(?:关闭|關閉)?(?:窗口|視窗|本[页頁])?\W*|"
    # whose words it holds: `(With inputs from agencies)`, `Źródło: PAP`
    r"\(with (?:additional |agency )?inputs? from [^()]{2,60}\)\.?|"
    r"with (?:additional |agency )?inputs? from (?:[\w&]+\s?){1,3}\.?|"
    r"(?:source|quelle|fuente|fonte|źródło|zdroj|forrás|kaynak|kilde|källa|bron|izvor|sursa|πηγή|источник|джерело|"
    r"المصدر)\s?[:：]\s?(?-i:(?![a-z]))[^!?:]{2,60}|"
    # end marks of agencies, which number what they send
    r"\W*(?:انتهای پیام|پایان پیام|انتهى|the end|ends|end|fin|конец)(?:\W+\w{1,6})?\W*|"
    # the pages of a text: `Page 1 2 3 Next`
    r"(?:[^\W\d]{3,10}\W{1,3})?\d{1,2}(?:[\s|·•]{1,3}\d{1,2})+(?:\W{1,3}[^\W\d]{3,12}){0,2}\W*|"
    # what a form below asks for, and what can be done with the page
    r"(?:post|leave|write|add|submit) (?:your|a) (?:comments?|reply)\W*|enter (?:the )?(?:code|captcha)\W*|"
    r"display name\b.{0,30}|(?:your )?e-?mail[ -](?:id|address)\W*|"
    r"(?:ottieni|get|copy)(?: the| il)? (?:codice )?embed(?: code)?|"
    r"\W*(?:stock )?quotes? (?:are )?delayed\b.{0,60}|our standards:.{0,60}|"
    r".{0,60}\b(?:order|subscribe|sign up|download|join|register|buy) now[\s!»›>→)\]]*|"
    r"(?:download )?(?:the )?[^.!?,]{3,40}\bapp(?: for [^.!?,]{3,40})?|"
    # what it is filed under: `Filed under: Ports |`
    r"\W*(?:(?:related )?topics|tags|filed under)\W*|"
    r"\W*(?:filed (?:under|in)|posted in|categor(?:y|ies)|tags?|tagged(?: (?:as|with|in))?|key ?words?|topics?|"
    r"etiquetas|palabras clave|palavras-chave|mots[- ]clés|schlagw[oö]rte(?:r|n)?|schlagworte|trefwoorden|"
    r"słowa kluczowe|теги|метки|ключевые слова|标签|標籤|关键词|關鍵字|キーワード|الكلمات المفتاحية)"
    r"\s?[:：][^.!?。]{1,100}|"
    # where more can be read
    r"więcej (?:takich |podobnych )?(?:historii|informacji|artykułów|tekstów|wiadomości|materiałów)\b.{0,40}"
    r"(?:znajdziesz|znajdziecie|przeczytasz|przeczytacie)\b[^!?]{2,70}|"
    # where it was broadcast or printed
    r"(?:dieses thema im programm|über dieses thema berichteten?)\b.*|"
    r"(?:this (?:article|story|post|piece) (?:first |originally )*(?:appeared|was (?:first |originally )*published)|"
    r"(?:dieser|der) (?:artikel|text|beitrag) (?:erschien|ist .{0,40}erschienen|stammt)|"
    r"cet article (?:est paru|a été publié|est extrait)|este (?:artículo|texto|artigo) (?:se publicó|apareció|"
    r"fue publicado|foi publicado)|questo articolo è (?:apparso|uscito|stato pubblicato)|"
    r"dit artikel (?:verscheen|stond|is eerder))\b"
    r"[^.]{0,80}(?:\d\. [^.]{0,60}){0,2}[^.]{0,40}\.?|"
    # what is shown where a text cannot: `[Gambas:Video]`
    r"\[(?:gambas|video|embed|foto|photo|audio)\b[^\]]{0,40}\]",
    re.IGNORECASE,
)

# `We use cookies to …`, where a notice is the last of a page.
_NOTICE = re.compile(
    r"[^.]{0,60}\b(?:use[sd]?|using|verwende\w*|nutz\w*|utilis\w*|utiliz\w*|usiamo|usamos|použív\w*|používá\w*|używ\w*|"
    r"gebruik\w*|använder|bruker|bruger|käyt\w*|использ\w*|використ\w*|koristi\w*|menggunakan|sử dụng)\b"
    r".{0,30}\bcookies?\b|[^.]{0,30}ใช้(?:งาน)?คุกกี้|[^.]{0,60}çerez\w* kullan|"
    r".{0,30}(?:クッキー|cookie).{0,10}(?:使用|利用)|.{0,30}쿠키를 사용|"
    r".{0,30}使用.{0,5}cookie|.{0,40}ملفات تعريف الارتباط|.{0,40}कुकीज़? का",
    re.IGNORECASE,
)
# `免责声明：本文仅代表作者本人观点`, how sites of China disclaim what they reprint.
_DISCLAIMER = lazy_regex(
    r"\W{0,2}(?:(?:免责|免責|特别|特別|版权|版權|郑重|鄭重)[声聲]明|(?:风险|風險)提示)\W.*"
    r"(?:[不仅僅]代表|仅供参考|僅供參考|版权归|版權歸|转载|轉載|侵权|侵權|概不负责|概不負責|存储服务|不构成|不構成|自担|自負|需谨慎)"
)
# `Ada Byron contributed to this report.`
_HELPED = lazy_regex(
    r"(?:[^.!?]|\b[A-Z]\.){0,180}\b[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+ "
    r"contributed (?:reporting|to this (?:report|story|article))\b[^.!?]{0,60}\.?"
)
_LONGEST_NOTICE = 250  # code points


def is_closing(text: str) -> bool:
    """Whether a line below a text closes it and says nothing of its subject.

    >>> is_closing("（责编：周敏、方婷）"), is_closing("(bgp/wsa)"), is_closing("Halaman 1 2 3 Selanjutnya")
    (True, True, True)
    >>> is_closing("Editors met in Tyre."), is_closing("(Ships met off Malta)"), is_closing("We use cookies to count.")
    (False, False, True)
    """
    if len(text) <= _LONGEST and _CLOSING.fullmatch(text):
        return True
    if "contributed" in text and _HELPED.fullmatch(text):
        return True
    return len(text) <= _LONGEST_NOTICE and (_NOTICE.match(text) or _DISCLAIMER.match(text)) is not None
