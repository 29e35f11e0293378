"""What a section may be called: no name that stands on every page of a site, and as the page prints it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.core.page.markup.block import Block
from tasks.core.text import unaccented, words

# Steps on the way to every page of a site.
_STEPS = """
home, homepage, home page, start, startseite, accueil, inicio, início, página inicial, strona główna, ana sayfa,
forside, etusivu, hjem, hem, главная, головна, начало, početna, beranda, ホーム, トップ, 首页, 首頁, 홈, الرئيسية,
portada, inici, hasiera, homepagina, startsida, forsíða, pradžia, titulinis, sākums, sākumlapa, esileht, avaleht,
hlavní strana, titulní strana, domů, domov, úvod, főoldal, címlap, kezdőlap, nyitólap, acasă, prima pagină, naslovnica,
naslovna, početna stranica, насловна, почетна, начална страница, главная страница, головна сторінка, басты бет,
αρχική, αρχική σελίδα, ראשי, דף הבית, עמוד הבית, الصفحة الرئيسية, خانه, صفحه اصلی, صفحه نخست, صفحہ اول, होम,
मुख्य पृष्ठ, गृहपृष्ठ, হোম, প্রচ্ছদ, முகப்பு, หน้าแรก, หน้าหลัก, trang chủ, laman utama, anasayfa, ana səhifə, მთავარი, գլխավոր,
トップページ, 記事, 메인,
news, all news, latest news, latest, featured, top stories, headlines, breaking news, blog, blogs, our blog, article,
articles, stories, all stories, posts, popular, trending, uncategorized,
live, back, sign in, log in, login, register, subscribe, search,
sign up, create account, my account, more, menu, learn more, read more, email, print, share,
nachrichten, nieuws, noticias, notícias, notizie, actualités, nyheter, nyheder, uutiset, wiadomości, zprávy, správy,
vijesti, vesti, hírek, știri, haberler, berita, новости, новини, ニュース, 新闻, 新聞, 뉴스, أخبار, الأخبار, naujienos,
ziņas, uudised, fréttir, lajme, вести, ειδήσεις, νέα, חדשות, اخبار, خبریں, समाचार, खबरें, ताज़ा खबर, খবর, ข่าว, tin tức
"""
EVERYWHERE = frozenset(map(str.strip, _STEPS.replace("\n", " ").split(",")))
_LONGEST = 5  # words
_CRUMB = 25  # code points by which the name of a step is told to be the page's headline


def is_name(name: str) -> bool:
    """Whether words may be a section's name.

    >>> is_name("Ports"), is_name("2021"), is_name("Home"), is_name("Ten ships have left the old port")
    (True, False, False, False)
    """
    is_word = name[:1].isalnum() and not name.isdigit()
    return is_word and len(name.split()) <= _LONGEST and name.lower() not in EVERYWHERE


def begins_with(title: str, name: str) -> bool:
    """Whether the name of a step, or of a label, is the headline's beginning."""
    return title[:_CRUMB].lower().startswith(name[:_CRUMB].lower())


def as_printed(name: str, blocks: Sequence[Block]) -> str:
    """A name in small letters as a link of the page spells it: `belfold` as `Belföld`, `india-news` as `India News`."""
    if not (name.isascii() and name.islower()):
        return name
    said = words(name)
    links = (block.text[start:end].strip() for block in blocks for start, end, _ in block.anchors)
    printed = (text for text in links if len(text) < 2 * len(name) and text[-1:].isalnum() and text[:1].isalnum())
    cased = (text for text in printed if not (text.islower() or text.isupper()))
    return next((text for text in cased if words(unaccented(text).lower()) == said), name)
