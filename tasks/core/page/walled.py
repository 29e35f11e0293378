"""Whether a page asks for consent, a proof of being human, an age or a region before it shows anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.page.head import Head
from tasks.core.page.listing import prose
from tasks.core.page.statements import Page
from tasks.core.page.wording import headings, how_many, lines, phrases, says, small

_STUB, _SHORT = 40, 120  # words
_BARE = 3  # blocks of a page that holds nothing but a script at most

# One language after the other, in small letters.
_WALL = phrases("""
just a moment|checking your browser|checking if the site connection|verify you are|verify that you are
verifying you are
verify you're|are you a human|are you human|are you a robot|not a robot|you are human|prove you|access denied
access to this page
access to this site|access blocked|has been blocked|have been blocked|attention required|enable javascript
enable js|enable cookies
captcha|unusual traffic|unusual activity|suspicious activity|pardon our interruption|incident id|ray id
press & hold|press and hold
security check|security verification|ddos protection|automated access|automated requests|automated traffic
bot detection
ad blocker|adblock|403 forbidden|permission to access|too many requests|legal reasons|european economic area
not available in your|unavailable in your|not available to readers in|not available in most european
european visitors|european readers
verify your age|age verification|confirm your age|your date of birth|of legal drinking age|over 18|18 or older
18 years
before you continue|value your privacy|your privacy choices|privacy matters|your consent|cookie consent
manage consent|privacy settings
cookie settings|cookie policy|cookie preferences|use cookies|uses cookies|our partners|accept all
accept cookies|agree and continue
store and/or access|information on a device|legitimate interest|reject all|with advertising|without tracking
personalised ads
personalized ads|manage options|third-party vendors
datenschutzeinstellungen|datenschutzerklärung|datenschutzhinweise|ihre zustimmung|ihrer zustimmung
ohne zustimmung|ihre einwilligung
zustimmen und|einwilligung|alle akzeptieren|alle cookies|verwenden cookies|unsere partner|mit werbung weiter
werbefrei|pur-abo
pur abo|ohne tracking|sicherheitsüberprüfung|kein roboter|ein mensch sind|zugriff verweigert|zugriff gesperrt
werbeblocker|aktivieren sie javascript
nos partenaires|avant de continuer|tout accepter|accepter et continuer|continuer sans accepter|vos données
votre consentement|votre vie privée
utilisons des cookies|gérer mes choix|paramétrer|accès refusé|n'êtes pas un robot|un être humain
vérification de sécurité|activer javascript
tu privacidad|su privacidad|aceptar todo|aceptar y continuar|aceptar cookies|aceptar las cookies
utilizamos cookies|nuestros socios|consentimiento
acceso denegado|no eres un robot|no soy un robot|eres humano|configurar cookies|rechazar
la tua privacy|la vostra privacy|accetta tutto|accetta e continua|accetta tutti|utilizziamo i cookie
i nostri partner|consenso|accesso negato
non sei un robot|rifiuta e abbonati|a sua privacidade|sua privacidade|aceitar todos|aceitar e continuar
nossos parceiros|os nossos parceiros
usamos cookies|consentimento|acesso negado|não é um robô|não sou um robô
jouw privacy|uw privacy|je privacy|alles accepteren|akkoord|onze partners|toestemming|cookies accepteren
toegang geweigerd|geen robot|plaatsen cookies
godkänn alla|godkänn|ditt samtycke|din integritet|samtycke|våra partner|använder cookies|acceptera alla
åtkomst nekad|inte en robot
accepter alle|dit samtykke|samtykke|vores partnere|godkend alle|godta alle|personvern|våre partnere
bruker cookies|bruker informasjonskapsler|adgang nægtet|ingen tilgang
ikke en robot|hyväksy kaikki|suostumus|evästeit|kumppani|yksityisyy
twoja prywatność|dbamy o twoją|zgodę na|zgadzam się|akceptuj|zaufani partnerzy|zaufanych partnerów
przejdź do serwisu|plików cookies|pliki cookies
odmowa dostępu|nie jesteś robotem|brak dostępu|jesteś człowiekiem
vašeho soukromí|vaše soukromí|souhlas|přijmout vše|přijmout|naši partneři|soubory cookie|přístup odepřen
nejste robot|súhlas|súkromie|prijať všetko
adatvédelm|hozzájárul|elfogadom|partnereink|sütiket|hozzáférés megtagadva|nem robot|confidențialitat
consimțământ|accept toate|acceptă tot|partenerii noștri
acces interzis|nu ești un robot|privatnost|pristanak|prihvati sve|prihvaćam|kolačić|pristup odbijen
niste robot|приватност|колачић|прихвати
поверителност|съгласие|приемам|бисквитки|партньори|достъп отказан|не сте робот
вы не робот|не робот|вы человек|подтвердите, что|доступ ограничен|доступ запрещен|доступ запрещён
проверка браузера|проверяем ваш браузер|файлы cookie|куки
согласие на|принять все|включите javascript|подозрительная активность|подозрительный трафик
автоматические запросы|вам есть 18|вам уже 18|ви не робот
підтвердьте, що|доступ обмежено|доступ заборонено|перевірка браузера|файли cookie|згоду|прийняти всі
çerez|kişisel veri|gizliliğiniz|tümünü kabul|kabul et|onay|erişim engellendi|robot değil|robot olmad
insan olduğunuzu|rızan
το απόρρητ|συγκατάθεσ|αποδοχή|συνεργάτες μας|δεν είστε ρομπότ|δεν είσαι ρομπότ|απαγορεύεται η πρόσβαση
cookies στο
הפרטיות|עוגיות|הסכמ|אינך רובוט|לא רובוט|הגישה נחסמה|גישה נדחתה|ملفات تعريف الارتباط|خصوصيتك|موافقت|قبول الكل
لست روبوت|لستَ روبوت|تم رفض|تم حظر|أنك إنسان|إنسان ولست
تحقق من|حریم خصوصی|کوکی|ربات نیستید|دسترسی شما|دسترسی غیرمجاز
クッキー|cookieの|同意する|同意して|プライバシー|ロボットではありません|ロボットでは|アクセスが拒否
アクセスが制限|お住まいの|人間であること|年齢確認|18歳
쿠키|개인정보|동의|로봇이 아|사람인지|접근이 차단|접속이 차단|자동 입력 방지|성인 인증
验证码|驗證碼|人机验证|人機驗證|安全验证|安全驗證|访问被拒绝|访问异常|訪問被拒|拒绝访问|存取被拒|不是机器人
不是機器人|隐私|隱私|接受所有|异常流量|異常流量|正在检查|请完成|請完成|年满18|年滿18
गोपनीयता|कुकी|सहमति|रोबोट नहीं|एक्सेस अस्वीकृत|kebijakan privasi|menggunakan cookie|terima semua|bukan robot
akses ditolak|privasi anda|mitra kami|quyền riêng tư|chấp nhận|không phải là robot|truy cập bị từ chối
คุกกี้|ยอมรับ|ความเป็นส่วนตัว|ไม่ใช่หุ่นยนต์|ไม่ใช่โรบอท
""")
# What the makers of such checks call their scripts.
_CHECKING = re.compile(
    rb"_Incapsula_Resource|/cdn-cgi/challenge-platform|captcha-delivery\.com|px-captcha|window\.rbzns|awswaf\.com|"
    rb"AwsWafIntegration|ddos-guard\.net|__qrator|sucuri_cloudproxy|\bbobcmn\b|/_sec/cp_challenge|hcaptcha\.com/1/api|"
    rb"turnstile/v0|kpsdk|distil_r_captcha|_guard/(?:auto|html|slide)\.js|recaptcha/api\.js"
)


def is_wall(page: Page, chosen: Sequence[bool], text: str, count: int) -> bool:
    """Whether this stands in the article's place.

    What calls itself an article, or has prose of its own, may name such things in its heading; small print alone must
    ask more than once.
    """
    if count < _STUB and len(page.blocks) <= _BARE and _CHECKING.search(page.html):
        return True
    if count >= _SHORT or _is_told(page.head):
        return False
    if says("\n".join(headings(page)), _WALL):
        return not prose(page.blocks, chosen) or says(small(text), _WALL)
    return how_many(small(text) if count >= _STUB else "\n".join(lines(page.blocks)), _WALL) > 1


def _is_told(head: Head) -> bool:
    """Whether a page calls itself an article."""
    return bool(head.article) or head.metas.get("og:type", "").lower() == "article"
