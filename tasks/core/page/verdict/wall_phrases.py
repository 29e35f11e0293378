"""How walls of the world are worded: they ask for consent, for a proof of being human, for an age, for a region."""

from __future__ import annotations

from tasks.core.page.verdict.wording import phrases

# One language after the other, in small letters. What bars the way …
BLOCKED = phrases("""
just a moment|checking your browser|checking if the site connection|verify you are|verify that you are
verifying you are|verify you're|are you a human|are you human|are you a robot|not a robot|you are human
prove you|access denied|access to this page|access to this site|access blocked|access restricted
has been blocked|have been blocked|attention required|enable javascript|enable js|enable cookies|captcha
unusual traffic|unusual activity|suspicious activity|pardon our interruption|incident id|ray id|press & hold
press and hold|security check|security verification|ddos protection|automated access|automated requests
automated traffic|bot detection|ad blocker|adblock|403 forbidden|permission to access|too many requests
legal reasons|european economic area|in your country|in your region|in your location|not available to readers in
in most european|european visitors|european readers|verify your age|age verification|confirm your age
date of birth|of legal drinking age|18 or older|21 or older|18 years
nicht in ihrem land|in ihrem land nicht|in ihrer region|mindestens 18|mindestens 16 jahre|über 18
alterskontrolle|altersprüfung|altersverifikation|ungewöhnlich viele|verdächtige aktivität
automatisierte anfragen|adblocker|werbeblocker|zugriff verweigert|zugriff gesperrt|wurden blockiert
wurde blockiert|sicherheitsprüfung|sicherheitsüberprüfung|mensch sind|kein roboter|aktivieren sie javascript
dans votre pays|dans votre région|votre âge|plus de 18 ans|bloqueur de pub|trafic inhabituel
activité inhabituelle|accès bloqué|accès interdit|accès refusé|avez été bloqué|vérification de sécurité
vérification de votre navigateur|requêtes automat|n'êtes pas un robot|un être humain|activer javascript
en tu país|en su país|en tu región|en su región|mayor de edad|mayor de 18|tráfico inusual|actividad inusual
bloqueador de anuncios|acceso bloqueado|acceso restringido|acceso denegado|sido bloquead
comprobando su navegador|solicitudes automat|no eres un robot|no soy un robot|eres humano
verificación de seguridad
nel tuo paese|nella tua regione|nella tua area|maggiorenne|più di 18 anni|traffico insolito|attività insolita
accesso bloccato|accesso limitato|accesso negato|stato bloccato|verifica di sicurezza|controllo di sicurezza
richieste automat|non sei un robot|non sono un robot
no seu país|na sua região|em seu país|maior de 18|mais de 18 anos|tráfego incomum|atividade incomum
acesso bloqueado|acesso restrito|acesso negado|foi bloquead|verificação de segurança|solicitações automat
não é um robô|não sou um robô|bloqueador de anúncios
in jouw land|in uw land|in je land|18 jaar of ouder|ouder dan 18|ongebruikelijk verkeer|verdacht verkeer
toegang geblokkeerd|toegang geweigerd|bent geblokkeerd|beveiligingscontrole|geautomatiseerde|geen robot
mens bent
i ditt land|i dit land|åtkomst nekad|adgang nektet|adgang nægtet|tilgang nektet|ingen tilgang|fyllt 18|fylt 18
fyldt 18|över 18|ovanlig trafik|usædvanlig trafik|uvanlig trafikk|har blockerats|blevet blokeret|blitt blokkert
säkerhetskontroll|sikkerhetskontroll|sikkerhedstjek|inte en robot|ikke en robot|är du en människa
er du et menneske|et menneske|pääsy estetty|on estetty|et ole robotti|maassasi|tietoturvatarkistus
w twoim kraju|w twoim regionie|ukończone 18|masz 18 lat|mam 18|nietypowy ruch|dostęp zablokowany|odmowa dostępu
brak dostępu|zostałeś zablokowan|sprawdzanie przeglądarki|nie jesteś robotem|jesteś człowiekiem|potwierdź, że
ve vaší zemi|ve vašem regionu|vo vašej krajine|je vám 18|starší 18|starší než 18|neobvyklý provoz
přístup odepřen|přístup zablok|byl zablokován|kontrola prohlížeče|bezpečnostní kontrola|ověřte, že|potvrďte, že
nejste robot|nie ste robot|bezpečnostná kontrola
az ön országában|az országodban|elmúltál 18|elmúlt 18|elmúltam 18|szokatlan forgalom|hozzáférés megtagadva
letiltottuk|biztonsági ellenőrzés|igazolja, hogy|nem robot
în țara dumneavoastră|în țara ta|în regiunea|peste 18 ani|trafic neobișnuit|acces restricționat|acces blocat
acces interzis|fost blocat|verificare de securitate|serviciu de securitate|nu puteți accesa|confirmați că
nu ești un robot|nu sunteți robot
u vašoj zemlji|napunili 18|stariji od 18|pristup odbijen|pristup je blokiran|blokirani ste|sigurnosna provjera
bezbednosna provera|niste robot|у вашој земљи|приступ је|нисте робот|във вашата страна|навършили 18
проверка за сигурност|достъп отказан|достъпът е|не сте робот
в вашей стране|в вашем регионе|в вашому регіоні|у вашій країні|необычн|незвичн|заблокирован|заблоковано
проверка безопасности|перевірка безпеки|исполнилось 18|есть 18|виповнилося 18|автоматические запросы
автоматизированн|отключите блокировщик|вимкніть блокувальник|свой возраст|не робот|вы человек|ви людина
доступ ограничен|доступ запрещ|доступ обмежено|доступ заборонено|проверка браузера|проверяем ваш браузер
перевірка браузера|включите javascript|подозрительная активность|подозрительный трафик|подтвердите, что
підтвердьте, що
ülkenizde|bölgenizde|18 yaş|olağandışı|erişim kısıt|erişim engel|erişiminiz engel|güvenlik kontrol
güvenlik doğrulama|tarayıcınız|engellendiniz|reklam engelleyici|robot değil|robot olmad|insan olduğunuzu
στη χώρα σας|στην περιοχή σας|άνω των 18|ασυνήθιστη κίνηση|έχετε αποκλειστεί|έλεγχος ασφαλείας|επιβεβαιώστε ότι
δεν είστε ρομπότ|δεν είσαι ρομπότ|απαγορεύεται η πρόσβαση
במדינתך|באזורך|מעל גיל 18|תעבורה חריגה|נחסמת|הגישה נחסמה|גישה נדחתה|בדיקת אבטחה|אינך רובוט|לא רובוט|אימות אנושי
في بلدك|في منطقتك|18 عام|حركة مرور غير|نشاط غير|تم حظر|تم رفض|التحقق من المتصفح|التحقق الأمني|فحص أمني|لست روبوت
لستَ روبوت|أنك إنسان|إنسان ولست|در کشور شما|مسدود شده|بررسی امنیتی|ربات نیستید|ربات نیستم|دسترسی شما
دسترسی غیرمجاز
お住まいの地域|お住まいの国|地域からは|20歳以上|20歳未満|18歳以上|18歳未満|年齢確認|異常なアクセス
不正なアクセス|アクセスが拒否|アクセスが制限|アクセスが集中|ブロックされ|セキュリティチェック|セキュリティ確認
ロボットでは|ボットではない|人間であること|広告ブロック
귀하의 국가|해당 국가|지역에서는|비정상적인 접근|비정상적인 접속|접속이 제한|접근이 제한|접근이 차단|접속이 차단
차단되었|차단 일시|자동화된|보안 확인|보안문자|자동 입력 방지|로봇이 아|사람인지|만 19세|성인 인증|성인인증
所在的地区|所在的國家|所在地区|所在地區|访问受限|訪問受限|过于频繁|過於頻繁|存取遭拒|存取被拒|安全检查|安全檢查
安全验证|安全驗證|浏览器检查|您的ip|访问被|訪問被|拒绝访问|访问异常|滑块|验证码|驗證碼|人机验证|人機驗證
不是机器人|不是機器人|广告拦截|廣告攔截|异常流量|異常流量|正在检查|年滿18|年满18
आपके देश में|असामान्य|एक्सेस अस्वीकृत|रोबोट नहीं|di negara anda|di wilayah anda|lalu lintas tidak biasa
akses dibatasi|akses ditolak|anda diblokir|pemeriksaan keamanan|bukan robot|berusia 18|tại quốc gia
lưu lượng bất thường|kiểm tra bảo mật|không phải là robot|không phải robot|truy cập bị từ chối|ในประเทศของคุณ
ไม่ใช่หุ่นยนต์|ไม่ใช่โรบอท
""")
# … what asks for consent …
ASKED = phrases("""
not available in your|unavailable in your|not available in most european
your date of birth|over 18
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
pur abo|ohne tracking|ein mensch sind
nos partenaires|avant de continuer|tout accepter|accepter et continuer|continuer sans accepter|vos données
votre consentement|votre vie privée
utilisons des cookies|gérer mes choix|paramétrer
tu privacidad|su privacidad|aceptar todo|aceptar y continuar|aceptar cookies|aceptar las cookies
utilizamos cookies|nuestros socios|consentimiento
configurar cookies|rechazar
la tua privacy|la vostra privacy|accetta tutto|accetta e continua|accetta tutti|utilizziamo i cookie
i nostri partner|consenso
rifiuta e abbonati|a sua privacidade|sua privacidade|aceitar todos|aceitar e continuar
nossos parceiros|os nossos parceiros
usamos cookies|consentimento
jouw privacy|uw privacy|je privacy|alles accepteren|akkoord|onze partners|toestemming|cookies accepteren
plaatsen cookies
godkänn alla|godkänn|ditt samtycke|din integritet|samtycke|våra partner|använder cookies|acceptera alla
accepter alle|dit samtykke|samtykke|vores partnere|godkend alle|godta alle|personvern|våre partnere
bruker cookies|bruker informasjonskapsler
hyväksy kaikki|suostumus|evästeit|kumppani|yksityisyy
twoja prywatność|dbamy o twoją|zgodę na|zgadzam się|akceptuj|zaufani partnerzy|zaufanych partnerów
przejdź do serwisu|plików cookies|pliki cookies
vašeho soukromí|vaše soukromí|souhlas|přijmout vše|přijmout|naši partneři|soubory cookie
súhlas|súkromie|prijať všetko
adatvédelm|hozzájárul|elfogadom|partnereink|sütiket|confidențialitat
consimțământ|accept toate|acceptă tot|partenerii noștri
privatnost|pristanak|prihvati sve|prihvaćam|kolačić
приватност|колачић|прихвати
поверителност|съгласие|приемам|бисквитки|партньори
вы не робот|доступ запрещен|доступ запрещён
файлы cookie|куки
согласие на|принять все
вам есть 18|вам уже 18|ви не робот
файли cookie|згоду|прийняти всі
çerez|kişisel veri|gizliliğiniz|tümünü kabul|kabul et|onay|erişim engellendi
rızan
το απόρρητ|συγκατάθεσ|αποδοχή|συνεργάτες μας
cookies στο
הפרטיות|עוגיות|הסכמ|ملفات تعريف الارتباط|خصوصيتك|موافقت|قبول الكل
تحقق من|حریم خصوصی|کوکی
クッキー|cookieの|同意する|同意して|プライバシー|ロボットではありません
お住まいの|18歳
쿠키|개인정보|동의
访问被拒绝|訪問被拒
隐私|隱私|接受所有|请完成|請完成
गोपनीयता|कुकी|सहमति|kebijakan privasi|menggunakan cookie|terima semua
privasi anda|mitra kami|quyền riêng tư|chấp nhận
คุกกี้|ยอมรับ|ความเป็นส่วนตัว
""")
# … and beginnings of the words that small print of the kind is made of.
SMALL_PRINT = phrases("""
cookie|partner|consent|privacy|tracking|accept|personal data|legitimate interest|on a device|your choices
preferences|advertis
zustimm|einwillig|datenschutz|werbefrei|pur-abo|akzeptier|personenbezogen|endgerät|privatsphär|personalisierte
vie privée|finalit|traceur|données personnel|données à caractère|votre terminal|un terminal|consentement
partenaire|refuser|publicité ciblée
privacidad|consentim|aceptar|rechazar|dispositivo|datos personales|socios|publicidad personal|consenso|accett
profilazione|dati personali|rifiut|preferenze|terze parti
privacidade|aceit|rejeit|dados pessoais|parceiro|toestemming|akkoord|persoonsgegevens|voorkeur|adverten
accepteer
samtyck|samtykke|godkän|godkend|godta|personuppgift|personoplysning|personopplysning|integritet|annons
informasjonskapsler|eväste|suostum|hyväksy|tietosuoja|mainont|kumppan
zgod|przetwarzan|danych osobowych|dane osobowe|prywatnoś|zaufan|reklam|ustawienia|souhlas|osobní údaj
osobních údaj|soukrom|přijmout|zpracov|súhlas|osobné údaje|osobných údajov|súkrom|spracúv
hozzájárul|adatkezel|személyes adat|elfogad|adatvédel|consimț|confidențial|date personale|datelor personale
parteneri|preferințe
pristan|privol|kolačić|osobne podatke|osobnih podataka|ličnih podataka|lične podatke|suglas|saglas|privatnost
соглас|персональн|обработк|конфиденциальн|куки|съглас|бисквитк|лични данни|поверителн|згод|персональних даних
конфіденційн|партнер|колачић|приватност
çerez|kişisel veri|rıza|onay|gizlilik|kabul et|tercih|απόρρητ|ιδιωτικότητ|συγκατάθ|συναίν|προσωπικ|συνεργάτ
αποδοχ|αποδέχ|συμφων
עוגי|פרטיות|הסכמ|מידע אישי|שותפי|ملفات تعريف|خصوصي|موافق|بيانات|شركا|الإعلانات|کوکی|حریم خصوصی|رضایت
クッキー|同意|プライバシー|個人情報|個人データ|広告|쿠키|동의|개인정보|맞춤형 광고|隐私|隱私|个人信息|個人資料
接受
कुकी|सहमति|गोपनीयता|विज्ञापन|privasi|persetujuan|setuju|data pribadi|mitra|iklan|quyền riêng tư|đồng ý|คุกกี้
ยินยอม|ส่วนบุคคล
""")
