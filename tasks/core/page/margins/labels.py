"""What outlets everywhere write above and before links to other pages: `Lire aussi`, `Читайте также`, `関連記事`."""

from __future__ import annotations

import re

from tasks.core.text import bare

_PARTED = re.compile(r"[:：|｜»>】\]]|[–—-](?=\s)")
_LONGEST = 40  # code points
_LONGEST_LINE = 200

# One language after the other, labels parted by commas; compared without marks, in small letters.
_LABELS = """
read, read also, also read, must read, read more, see also, related, related story, related stories, related article,
people are also reading, people also read, what others are reading, readers also read, you may also like,
you might also like, more on this story, more on this topic, related articles, related news, related coverage,
related information, more on this, further reading, next story, list of updates, latest updates,
continue reading, keep reading, seguir leyendo, sigue leyendo, continuar leyendo, lire la suite,
weiterlesen, continua a leggere, tonton juga, tonton juga video, simak juga video,
you might like, você pode gostar, você também pode gostar, quizás te guste,
lesen sie auch, lesen sie hier, lesen sie mehr, mehr zum thema, zum thema, auch interessant, ähnliche artikel,
das könnte sie auch interessieren, das könnte dich auch interessieren, weitere artikel, weitere themen, meistgelesen,
lire aussi, à lire aussi, a lire aussi, à lire également, à lire, sur le même sujet, sur le même thème, voir aussi,
articles liés, articles similaires, les plus lus, notre sélection,
lee también, lea también, lee además, leer más, leer también, te recomendamos, le recomendamos, te puede interesar,
le puede interesar, te podría interesar, también te puede interesar, noticias relacionadas, notas relacionadas,
relacionadas, relacionados, lo más leído, lo más visto, más información, ver también, ver más, mira también,
leia também, leia mais, veja também, veja mais, saiba mais, notícias relacionadas, matérias relacionadas, mais lidas,
leggi anche, leggi di più, vedi anche, ti potrebbe interessare, potrebbe interessarti, articoli correlati, i più letti,
lees ook, lees meer, lees verder, gerelateerd, gerelateerde artikelen,
läs också, läs även, läs mer, les også, les mer, læs også, læs mere, relaterede artikler,
lue myös, lue lisää, lisää aiheesta, loe ka, lasi arī, lasiet arī, skaitykite taip pat, taip pat skaitykite,
polecane oferty, materiały promocyjne partnera,
czytaj także, czytaj też, czytaj również, czytaj więcej, zobacz także, zobacz też, zobacz również, przeczytaj także,
przeczytaj też, powiązane artykuły, polecamy, čtěte také, čtěte více, přečtěte si, přečtěte si také, přečtěte si více,
související, související články, mohlo by vás zajímat, čítajte aj, čítajte tiež, prečítajte si, prečítajte si aj,
prečítajte si tiež, súvisiace články, citește și, citeşte şi, citiți și, citeşte mai mult, articole similare,
olvassa el ezt is, olvasta már, kapcsolódó, kapcsolódó cikk, kapcsolódó cikkek, ajánljuk, ezt is ajánljuk,
ezek is érdekelhetnek, ezt ne hagyja ki, ilgili haberler, ilginizi çekebilir, bunlar da ilginizi çekebilir,
baca juga, baca selengkapnya, baca, berita terkait, artikel terkait, lihat juga, simak juga, basahin, lexo edhe,
lexoni edhe, lexo gjithashtu, të ngjashme,
читайте также, читайте еще, читайте ещё, читайте по теме, читать также, смотрите также, по теме, еще по теме,
ещё по теме, материалы по теме, новости по теме,
другие новости по теме, другие новости, см также, читайте також, читайте ще, до теми, за темою, по темі,
дивіться також, чытайце таксама, прочетете още, прочетете и, вижте още, вижте и, още по темата, свързани новини,
прочитајте и, прочитајте још, прочитај и, прочитај повеќе, pročitajte i, pročitajte još, pročitajte više,
pročitaj još, čitajte još, povezane vijesti, povezane vesti, preberite tudi, preberite še,
διαβάστε επίσης, διαβάστε ακόμα, διαβάστε ακόμη, διαβάστε περισσότερα, διαβάστε σχετικά, δείτε επίσης, δείτε ακόμα,
اقرأ أيضا, اقرأ أيضاً, إقرأ أيضا, إقرأ أيضاً, اقرأ ايضا, اقرأ المزيد, مواضيع ذات صلة, أخبار ذات صلة, شاهد أيضا,
شاهد أيضاً, قد يعجبك أيضا, الموضوعات المتعلقة, موضوعات متعلقة, بیشتر بخوانید, بیشتر بخوانيد, همچنین بخوانید,
مطالب مرتبط, اخبار مرتبط, خبرهای مرتبط, یہ بھی پڑھیں, مزید پڑھیں, متعلقہ خبریں,
קראו גם, קראו עוד, עוד בנושא, כתבות נוספות,
यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, संबंधित खबरें, हेही वाचा, આ પણ વાંચો, আরও পড়ুন, আরো পড়ুন, இதையும் படிக்க,
इसे भी पढे, पनि पढ्नुहोस्, यो पनि पढ्नुहोस्, xem thêm, đọc thêm, tin liên quan, bài liên quan, อ่านเพิ่มเติม, ข่าวที่เกี่ยวข้อง,
関連記事, 関連リンク, あわせて読みたい, おすすめ記事, 続きを読む, 관련기사, 관련 기사, 관련뉴스, 관련 뉴스,
相關新聞, 相關閱讀, 相關文章, 相關報導, 相关新闻, 相关阅读, 相关文章, 相关报道, 延伸閱讀, 延伸阅读,
latest news, senaste nytt, siste nytt, seneste nyt, ultime notizie, últimas noticias, últimas notícias,
dernières actualités, neueste nachrichten, laatste nieuws, najnowsze wiadomości, последние новости, останні новини,
share this article, share article, deel artikel, deel dit artikel, deel dit bericht, artikel teilen,
diesen artikel teilen, beitrag teilen, partager, partager l'article, partager cet article, compartir,
compartir artículo, compartilhe, compartilhar, condividi, condividi l'articolo, udostępnij, udostępnij artykuł,
dela artikeln, dela artikel, del artikel, del artikkelen, del saken, jaa artikkeli, sdílet, sdílet článek, zdieľať,
megosztás, distribuie, поделиться, поделиться новостью, поділитися, bagikan, bagikan artikel, paylaş, chia sẻ,
공유하기, 기사 공유, シェアする, この記事をシェア, 分享, 分享文章, شارك, شارك المقال, مشاركة,
推薦閱讀, 推荐阅读, 更多新聞, 更多新闻, 熱門點閱, 熱門新聞, 猜你喜欢, 猜你喜歡,
請繼續往下閱讀, 请继续往下阅读, 繼續閱讀全文, 继续阅读全文, 點我看更多, 點我看更多新聞,
更多相關新聞, 更多報導, 更多报道, 更多相關報導, 看更多, 更多閱讀, 更多阅读,
您可能感兴趣的文章, 您可能感兴趣, 你可能感兴趣, 你可能喜欢, 您可能喜欢,
你可能会喜欢, 你可能也喜歡,
相关推荐, 相關推薦, 热点推荐, 精彩推荐, 热门推荐,
相关资讯, 热点排行, 热门文章, 热门排行, 精彩图集
"""


_EACH = [" ".join(label.split()) for label in _LABELS.split(",")]
LABELS = frozenset(map(bare, _EACH))
_SPACED = tuple(sorted((label for label in _EACH if " " in label), key=len, reverse=True))
_SHORTEST_TITLE = 10  # code points


def is_label(text: str) -> bool:
    """Whether a line says nothing but that other pages follow.

    >>> is_label("À lire aussi :"), is_label("Lire entre les lignes")
    (True, False)
    """
    return len(text) <= _LONGEST and bare(text) in LABELS


def begins_with_label(text: str) -> bool:
    """Whether a line leads to another page by its first words, set off by a mark.

    >>> begins_with_label("Читайте также: Десять кораблей у Мальты"), begins_with_label("Related to him: nobody")
    (True, False)
    """
    if len(text) > _LONGEST_LINE:
        return False
    mark = _PARTED.search(text, 2, _LONGEST)
    return mark is not None and mark.end() < len(text) and bare(text[: mark.start()]) in LABELS


def is_bare_call(text: str) -> bool:
    """Whether a link is a label of several words and, with no mark between them, the headline it leads to.

    >>> is_bare_call("Lesen Sie auchZehn Schiffe vor Malta"), is_bare_call("Read more about ten ships.")
    (True, False)
    """
    small = text[:_LONGEST].replace("İ", "i").lower()
    if not small.startswith(_SPACED):  # as nearly all links: one question for all labels
        return False
    label = next(filter(small.startswith, _SPACED))
    title = text[len(label) :].lstrip()
    return len(title) >= _SHORTEST_TITLE and not title[0].islower() and title[-1] != "."
