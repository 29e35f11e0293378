"""Whether most of an article is withheld from who does not pay, subscribe or sign in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.page.blocks import Block
from tasks.core.page.head import Head
from tasks.core.page.statements import Page
from tasks.core.page.wording import ELSEWHERE, phrases, says, small

_SHORT = 120  # words
_LINE = 400  # code points
_LAST = 4  # blocks of the text in which a page may ask to pay
_BEHIND = 8  # blocks below the text in which a page asks to pay
_NOT_FREE, _FREE = ("false", "locked", "metered", "0", "no"), ("true", "free", "1", "yes")
# Words that stand in for a text withheld.
_FILLER = re.compile(
    r"\b(?:lorem|ipsum|ipsam|voluptat\w+|voluptas|quia|dolor(?:em|es|um)?|consequatur|repella\w+|rerum|quisquam)\b"
)
_FILLERS = 6

_REST = re.compile(
    r"il vous reste .{1,20} de cet article|pozostało .{1,20} artykułu|残り.{1,20}文字|noch .{1,20} % des artikels"
)

# One language after the other, in small letters.
_PAID = phrases("""
subscribe to continue|subscribe to read|subscribe to keep|subscribe for full|subscribe for unlimited
subscribe to unlock
subscribe to access|sign in to continue|sign in to read|sign in to keep|log in to continue|log in to read
login to continue|login to read
register to continue|register to read|register to keep|register for free to|sign up to continue
sign up to read|sign up to keep|create a free account to
create an account to|to continue reading|to keep reading|continue reading with|continue reading your
continue reading this|continue reading the
continue reading for|to read the full|to read the rest|to read this article|to read this story
read the full story with|read the rest of this
subscribers only|subscriber only|subscriber-only|subscriber exclusive|only for subscribers|for subscribers
exclusive to subscribers|exclusive to members
members only|member-only|already a subscriber|already a member|already subscribed|already have a subscription
have a subscription|premium article|premium content|this article is reserved
article is only|this article is exclusive|content is exclusive|story is exclusive|is for subscribers
is for paying|you've reached your|you have reached your|you've read your
you have read your|free articles|free article left|unlock this|unlock the|start your free trial
start your trial|behind a paywall|become a member to|become a subscriber
nur für abonnenten|für abonnenten|nur für abonnent|exklusiv für|weiterlesen mit|jetzt weiterlesen
um weiterzulesen|weiter lesen mit|artikel weiterlesen|mit abo lesen|lesen sie diesen artikel
den ganzen artikel|den vollständigen artikel|vollen zugriff|alle artikel lesen|bereits abonnent
sie sind bereits|schon abonnent|sie haben bereits ein|haben sie bereits ein|jetzt testen|probemonat|probeabo
jetzt abonnieren|zum weiterlesen|mit einem abo|dieser artikel ist exklusiv|dieser inhalt ist|plus-artikel
mit plus
réservé aux abonnés|réservé à nos abonnés|réservée aux abonnés|réservée à nos abonnés|réservé aux membres
abonnez-vous pour|la suite est réservée|pour lire la suite
lire la suite de cet article
pour continuer à lire|pour poursuivre|déjà abonné|pour accéder à|je m'abonne|s'abonner pour
la lecture de cet article|article abonné|connectez-vous pour lire|identifiez-vous pour|tous nos articles
solo para suscriptores|sólo para suscriptores|exclusivo para|suscríbete para|suscríbase para|suscríbete y
para seguir leyendo|para continuar leyendo|sigue leyendo con|continúa leyendo con|ya eres suscriptor
ya soy suscriptor
ya es suscriptor|¿ya estás suscrito|ya estás suscrito|hazte suscriptor|contenido exclusivo|contenido premium
inicia sesión para|regístrate para|regístrate gratis para|seguir leyendo este|este contenido es
artículos gratis|lee sin límites|noticia exclusiva|contingut exclusiu|subscriu-te per
riservato agli abbonati|riservata agli abbonati|riservato ai nostri|abbonati per|per continuare a leggere
per leggere|continua a leggere con|sei già abbonato|già abbonato|hai già un abbonamento|contenuto premium
contenuto riservato
contenuto esclusivo|articolo riservato|registrati per|accedi per
exclusivo para assinantes|exclusivo para subscritores|exclusiva para assinantes|só para assinantes|assine para
para continuar lendo|para continuar a ler|continue lendo|continue a ler|já é assinante|já sou assinante
já é subscritor|conteúdo exclusivo
leia esta matéria|para ler a matéria|faça login para|artigo exclusivo|para ler o artigo
alleen voor abonnees|exclusief voor abonnees|voor abonnees|verder lezen|lees verder met|lees dit artikel
dit artikel lezen|om verder te|om dit artikel|al abonnee|bent u abonnee|ben je al abonnee
heb je al een abonnement|word abonnee|word lid|onbeperkt toegang|premium artikel|neem een abonnement
kies je abonnement|inloggen om
endast för prenumeranter|för prenumeranter|bara för prenumeranter|för att läsa|för att fortsätta läsa
fortsätt läsa|läs vidare med|läs hela artikeln|redan prenumerant|är du prenumerant|bli prenumerant
låst artikel|endast för inloggade|logga in för att|plusartikel|exklusivt för
kun for abonnenter|for abonnenter|forbeholdt abonnenter|for å lese|fortsett å lese|les videre med
allerede abonnent|er du abonnent|bli abonnent|for at læse|læs videre|læs hele artiklen|bliv abonnent
log ind for at|logg inn for å|har du allerede|denne artikel er|denne artikkelen er|kun for medlemmer
kjøp tilgang|få adgang til
vain tilaajille|tilaajille|jatka lukemista|lue koko juttu|tilaa ja|oletko jo tilaaja|kirjaudu sisään|tilaajana
prenumeratoriams|abonentiem|tellijale|ainult tellijatele
tylko dla prenumeratorów|dla prenumeratorów|tylko dla subskrybentów|dla subskrybentów|aby czytać dalej
czytaj dalej|pozostało jeszcze|przeczytaj cały|dostęp do artykułu|pełny dostęp
wykup dostęp|kup dostęp|masz już|zaloguj się, aby|zaloguj się i|treść premium|artykuł premium|prenumerat
wykup subskrypcję|uzyskaj dostęp
pouze pro předplatitele|jen pro předplatitele|pro předplatitele|předplatitelé|předplaťte|pro přečtení
pokračovat ve čtení|celý článek|zakoupit předplatné|předplatné|odemknout|odemkněte|už máte předplatné
len pre predplatiteľov|predplatné|predplaťte|pokračovať v čítaní|celý článok
csak előfizetőknek|előfizetőknek|előfizetőink|előfizetéssel|a cikk folytatás|tovább olvasás|teljes cikk
már előfizető|fizessen elő|fizess elő|doar pentru abonați|pentru abonați|abonează-te|pentru a citi
continuă lectura|ești deja abonat|articol premium|conținut premium|citește integral
samo za pretplatnike|za pretplatnike|pretplatite se|pretplati se|nastavite čitati|nastavak teksta
već ste pretplat|samo za članove|za naročnike|naročite se|само за претплат|претплатите се|само за абонати
за абонати|абонирайте се|за да прочетете|целия текст|абонамент
только для подписчиков|доступно подписчикам|доступен подписчикам|доступна подписчикам|для подписчиков
по подписке|оформите подписку|оформить подписку|чтобы читать|чтобы продолжить|чтобы прочитать|читать далее по
полный текст|полная версия|уже подписаны|уже есть подписка|купить доступ|платный доступ|для зарегистрированных
подпишитесь, чтобы|платного контента|материал доступен
лише для передплатників|тільки для передплатників|для передплатників|для підписників|за передплатою
оформіть передплату|оформити передплату|щоб читати|щоб продовжити|щоб прочитати|повний текст|вже передплатник
вже маєте передплату|передплатіть
sadece abonelere|abonelere özel|aboneler için|abonelerimize|devamını okumak|okumaya devam|abone olun|abone ol
zaten abone|üye girişi|üyelere özel|tamamını okumak|premium içerik|abunəçilər
μόνο για συνδρομητές|για συνδρομητές|συνδρομητ|για να συνεχίσετε|για να διαβάσετε|συνέχεια ανάγνωσης
εγγραφείτε
למנויים בלבד|למנויים|כבר מנוי|להמשך קריאה|המשך הקריאה|לקריאת הכתבה|לרכישת מינוי|הצטרפו למנויים|לרכוש מינוי
עשו מינוי
للمشتركين|المشتركين فقط|اشترك لقراءة|اشترك الآن|اشترك للاستمرار|لمتابعة القراءة|لمواصلة القراءة|لقراءة المقال
سجل الدخول|هل أنت مشترك|محتوى حصري|محتوى مدفوع|ویژه مشترکان|مخصوص مشترک|برای خواندن|برای ادامه|اشتراک ویژه
خرید اشتراک
有料会員|会員限定|この記事は会員|続きを読むには|ログインして|無料登録|会員登録|購読|有料記事
続きをご覧|全文を読む|読者会員|会員の方
유료 회원|유료회원|구독자 전용|구독자만|회원 전용|회원전용|유료기사|유료 기사|로그인 후|이어서 읽|계속 읽으
전문을 보|구독하고|구독 후|프리미엄 콘텐츠|멤버십
订阅后|訂閱後|订阅会员|訂閱會員|仅限会员|僅限會員|会员专享|會員專享|會員專屬|会员专属|订阅以|訂閱以|付费阅读
付費閱讀|付费内容|继续阅读|繼續閱讀|阅读全文|閱讀全文|登录后|登入後|登录以|已是会员|已經是會員|已订阅|已訂閱
开通会员|购买全文|成为会员|成為會員|加入會員|余下全文|剩余内容|订户专享
सब्सक्राइब कर|सब्सक्राइबर|सदस्यता|पूरी खबर पढ़|पूरा लेख पढ़|आगे पढ़ने|प्रीमियम|लॉगिन कर|गाहकों के लिए|সাবস্ক্রা|গ্রাহকদের
khusus pelanggan|hanya untuk pelanggan|untuk pelanggan|berlangganan|lanjut membaca|melanjutkan membaca
konten premium|artikel premium|sudah berlangganan|masuk untuk|đăng ký để|dành cho hội viên|đọc tiếp
สมัครสมาชิก|เฉพาะสมาชิก|อ่านต่อ
""")


def is_paid(page: Page, chosen: Sequence[bool], text: str, count: int) -> bool:
    """Whether the page asks to pay beside a short text, or a very short one is not free.

    A page that says it is free is believed; one that says it is not often shows all of a short text all the same.
    """
    stated = price_of(page.head)
    if stated in _FREE:
        return False
    if count < _SHORT and stated in _NOT_FREE:
        return True
    asks = "\n".join(block.text for block in _beside(page.blocks, chosen))
    return (
        says(small(asks), _PAID)
        or _REST.search(small(asks)) is not None
        or len(_FILLER.findall(small(text))) >= _FILLERS
    )


def price_of(head: Head) -> str:
    """What a page says of its being free: `isAccessibleForFree` of any of its own nodes, or a meta element."""
    for node in (head.article, *head.own):
        value = node.get("isAccessibleForFree")
        if value is not None:
            return str(value).lower().rpartition("/")[2]
    return head.metas.get("article:content_tier", "").lower()


def _beside(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[Block]:
    """The short blocks at the end of the text and those left out of it and below it; of a page without text all."""
    places = [index for index, is_chosen in enumerate(chosen) if is_chosen] or [0, len(blocks)]
    within = range(places[0], min(places[-1] + _BEHIND, len(blocks)))
    near = [blocks[index] for index in within if not chosen[index] or index > places[-1] - _LAST]
    return [block for block in near if len(block.text) < _LINE and not block.frame.flags & ELSEWHERE]
