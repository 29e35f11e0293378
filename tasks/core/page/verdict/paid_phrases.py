"""How the press of the world words that the rest of a text is for those who pay, subscribe or sign in."""

from __future__ import annotations

from tasks.core.page.verdict.wording import phrases

# One language after the other, in small letters. What says that this text is withheld …
WITHHELD = phrases("""
subscribe to continue|subscribe to read|subscribe to keep|subscribe for full access|subscribe for unlimited
subscribe to unlock|subscribe to access|sign in to continue|sign in to read|sign in to keep|log in to continue
log in to read|login to continue|login to read|register to continue|register to read|register to keep
register for free to|for free to access this|account to access this|log in to access this|sign in to access this
register to access this|sign up to access this
sign up to continue|sign up to read|sign up to keep|create a free account to
create an account to continue|create an account to read|to continue reading|to keep reading
continue reading with|continue reading your|continue reading this|continue reading the|continue reading for
to read the full|to read the rest|to read this article|to read this story|read the full story with
read the full article with|read the rest of this|subscribers only|subscriber only|subscriber-only
subscriber exclusive|only for subscribers|only available to subscribers|available to subscribers
exclusive to subscribers|exclusive for subscribers|exclusive to members|members only|member-only|premium article
premium content|this article is reserved|article is only|this article is exclusive|content is exclusive
story is exclusive|is for subscribers|is for paying|is reserved for|you've reached your|you have reached your
you've read your|you have read your|free article left|your last free article|unlock this|unlock the rest
unlock the full|behind a paywall
nur für abonnenten|nur für abonnent|für abonnenten|für abonnentinnen|exklusiv für abonnent|weiterlesen mit
jetzt weiterlesen|um weiterzulesen|weiter lesen mit|sofort weiterlesen|mit abo lesen|mit abo weiterlesen
lesen sie diesen artikel mit|den ganzen artikel lesen|den ganzen artikel und|den vollständigen artikel
zum weiterlesen|dieser artikel ist exklusiv|dieser artikel ist nur|dieser artikel ist kostenpflichtig
dieser inhalt ist exklusiv|dieser inhalt ist nur|lesen sie mit unserem|registrieren sie sich, um
melden sie sich an, um|möchten sie weiterlesen|wollen sie weiterlesen
réservé aux abonnés|réservé à nos abonnés|réservée aux abonnés|réservée à nos abonnés|réservé aux membres
abonnez-vous pour|la suite est réservée|pour lire la suite|lire la suite de cet article|pour continuer à lire
pour continuer la lecture|pour poursuivre|la lecture de cet article|article abonné|connectez-vous pour lire
identifiez-vous pour lire|pour accéder à cet article|pour accéder à la suite|pour accéder à l'intégralité
pour lire l'article|pour lire cet article|débloquez cet article
solo para suscriptores|sólo para suscriptores|exclusivo para suscriptores|exclusiva para suscriptores
exclusivo para socios|exclusivo para asuscriptores|suscríbete para|suscríbase para|suscríbete y sigue
para seguir leyendo|para continuar leyendo|sigue leyendo con|continúa leyendo con|contenido exclusivo para
contenido premium|inicia sesión para|regístrate para|regístrate gratis para|seguir leyendo este
este contenido es|este artículo es|lee sin límites|noticia exclusiva|contingut exclusiu|subscriu-te per
riservato agli abbonati|riservata agli abbonati|riservato ai nostri|abbonati per|abbònati per
per continuare a leggere|per continuare la lettura|per leggere l'articolo|per leggere questo|per leggere tutto
continua a leggere con|contenuto premium|contenuto riservato|contenuto esclusivo per|articolo riservato
registrati per|accedi per
exclusivo para assinantes|exclusivo para subscritores|exclusivo para quem|exclusiva para assinantes
só para assinantes|apenas para assinantes|assine para|para continuar lendo|para continuar a ler
continue lendo com|continue a ler com|conteúdo exclusivo para|leia esta matéria|para ler a matéria|para ler esta
faça login para|artigo exclusivo|para ler o artigo|cadastre-se para|registe-se para
alleen voor abonnees|exclusief voor abonnees|voor abonnees|lees verder met|om verder te lezen|om dit artikel
dit artikel verder|verder lezen?|wil je verder lezen|wilt u verder lezen|premium artikel|inloggen om|log in om
maak een account aan om|maak gratis een account
endast för prenumeranter|för prenumeranter|bara för prenumeranter|för att läsa|för att fortsätta läsa
läs vidare med|låst artikel|endast för inloggade|logga in för att|exklusivt för|vill du läsa hela
vill du läsa vidare
kun for abonnenter|for abonnenter|forbeholdt abonnenter|for å lese|fortsett å lese|les videre med|for at læse
læs videre med|log ind for at|logg inn for å|denne artikel er kun|denne artikel er for|denne artikkelen er
kun for medlemmer|vil du lese|vil du læse|få adgang til hele|abonnentartikel|plussak
vain tilaajille|tilaajille|jatka lukemista|jatkaaksesi|lukeaksesi|tilaajana|prenumeratoriams|abonentiem
tellijale|ainult tellijatele|edasi lugemiseks
dla prenumeratorów|dla subskrybentów|aby czytać dalej|żeby czytać dalej|chcesz czytać dalej|pozostało jeszcze
aby przeczytać|dostęp do artykułu|dostęp do tego artykułu|pełny dostęp do|zaloguj się, aby|treść premium
artykuł premium|dostępny tylko|uzyskaj dostęp do|treść dostępna
pro předplatitele|předplatitelům|pro přečtení|pokračovat ve čtení|pokračování článku|odemknout článek|odemkněte
tento článek je|pre predplatiteľov|pokračovať v čítaní|pokračovanie článku|odomknúť|tento článok je
csak előfizetőknek|előfizetőknek|előfizetőink|a cikk folytatás|tovább olvasás|továbbolvas|a teljes cikk elolvas
csak előfizetői|doar pentru abonați|pentru abonați|rezervat abonaților|pentru a citi|continuă lectura
articol premium|conținut premium|vetëm për abonent
samo za pretplatnike|za pretplatnike|za čitanje|pretplatite se i|nastavite čitati|nastavite sa čitanjem
samo za članove|za naročnike|za branje|само за претплат|за претплатнике|наставите са читањем|само за абонати
за абонати|за да прочетете|за да продължите|целия текст е
только для подписчиков|доступно подписчикам|доступен подписчикам|доступна подписчикам|для подписчиков
доступно по подписке|доступен по подписке|доступна по подписке|только по подписке|оформите подписку, чтобы
чтобы читать|чтобы продолжить|чтобы прочитать|чтобы дочитать|полный текст доступ|полная версия|купить доступ
платный доступ|для зарегистрированных|подпишитесь, чтобы|платного контента|материал доступен|статья доступна
лише для передплатників|тільки для передплатників|для передплатників|для підписників|за передплатою
оформіть передплату, щоб|щоб читати|щоб продовжити|щоб прочитати|щоб дочитати|повний текст доступ
передплатіть, щоб|матеріал доступний|для чытання
sadece abonelere|abonelere özel|aboneler için|abonelerimize|devamını okumak|okumaya devam etmek|yazının devamı
haberin devamı için|üyelere özel|tamamını okumak|premium içerik|abunəçilər üçün
για συνδρομητές|σε συνδρομητές|μόνο για συνδρομητ|για να συνεχίσετε|για να διαβάσετε|για τη συνέχεια|αποκλειστικά για
למנויים בלבד|למנויים|להמשך קריאה|המשך הקריאה|להמשך הקריאה|לקריאת הכתבה המלאה|כדי להמשיך לקרוא|לקריאת המשך
للمشتركين|المشتركين فقط|اشترك لقراءة|اشترك للاستمرار|لمتابعة القراءة|لمواصلة القراءة|لإكمال القراءة
لقراءة المقال|لقراءة بقية|محتوى حصري|محتوى مدفوع|ویژه مشترکان|مخصوص مشترک|برای خواندن ادامه|برای ادامه مطالعه
اشتراک ویژه|سبسکرائبرز
会員限定|この記事は会員|この記事は有料|続きを読むには|続きをお読み|ログインして読む|有料記事|続きをご覧
読者会員|会員登録すると|残り文字数
유료 회원|유료회원|구독자 전용|구독자만|회원 전용|회원전용|유료기사|유료 기사|로그인 후|이어서 읽|계속 읽으
전문을 보|구독하고|구독 후|프리미엄 콘텐츠|멤버십 전용
订阅后|訂閱後|订阅会员|訂閱會員|仅限会员|僅限會員|会员专享|會員專享|會員專屬|会员专属|订阅以|訂閱以|付费阅读
付費閱讀|付费内容|登录后|登入後|登录以|登入以|购买全文|余下全文|剩余内容|订户专享|訂戶專享|付费后|解锁全文
解鎖全文|閱讀完整內容|限會員
सब्सक्राइब करके|सब्सक्राइबर|सदस्यों के लिए|पूरी खबर पढ़ने के लिए|पूरा लेख पढ़ने के लिए|आगे पढ़ने के लिए|लॉगिन करके
लॉग इन करें और|गाहकों के लिए|গ্রাহকদের জন্য|সাবস্ক্রাইব করে
khusus pelanggan|hanya untuk pelanggan|untuk pelanggan|untuk lanjut membaca|melanjutkan membaca|konten premium
artikel premium|masuk untuk membaca|đăng ký để đọc|đăng nhập để đọc|dành cho hội viên|dành cho thành viên
เฉพาะสมาชิก|สมัครสมาชิกเพื่อ
registered users|registered readers|part of our premium|paid content|members-only|paying members
paid subscribers|paying subscribers|this post is for|rest of this post|rest of this article|rest of the article
left to read|free stories this|articles remaining|keep reading with|read on with|read on for|premium subscribers
this is a subscriber|subscriber-exclusive|buy this article|purchase this article|sign in or subscribe
subscribe or sign in|log in or subscribe|limit reached|monthly limit|article limit|free articles this
premium members
registrierten nutzern|registrierte nutzer|kostenfreier registrierung|kostenloser registrierung
vollständiger beitrag|kostenpflichtig|freischalten|artikel kaufen|exklusiver inhalt|dieser artikel ist teil
nur mit abo|nur im abo|plus abonnent|plus-abonnent|digitalabonnent|weiter mit plus|weiterlesen für
contenu réservé|article réservé|contenu payant|déverrouill|débloque|article payant|lire la suite en
poursuivez votre lecture|poursuivre votre lecture|continuez votre lecture|lisez la suite|dont vous avez lu
créez un compte pour|inscrivez-vous pour|% de l'article|acheter cet article|réservé aux lecteurs|aux abonnés
registrate gratis|registrate para|registrarse para|registrarte para|suscribite para|suscríbete y lee
siga leyendo|desbloque|solo suscriptores|para suscriptores|has alcanzado|alcanzaste|llegaste al límite|ya leíste
notas este mes|límite de artículos|límite de notas|crea tu cuenta para|creá tu cuenta|contenido de pago
contenido reservado|comprar este artículo|lee el artículo completo|lee la nota completa
contenuto a pagamento|sblocca|registrati gratis|per i nostri abbonati|solo per abbonati|solo per gli abbonati
per abbonati|per gli abbonati|resta da leggere|acquista questo articolo|ti resta|prosegui la lettura
continua la lettura
conteúdo pago|desbloqueie|só para membros|reservado a assinantes|reservado a subscritores|você atingiu
atingiu o limite|limite de matérias|matérias gratuitas|artigos gratuitos|crie uma conta para|crie sua conta
continue a leitura|continue lendo|matéria exclusiva|reportagem exclusiva|leia o artigo completo|para assinantes
aos assinantes
lees verder voor|direct verder lezen|verder lezen met|exclusief voor leden|ontgrendel|premium-artikel
geregistreerde gebruikers|artikelen gelezen|dit is een premium|alleen voor leden
lees het hele artikel|lees het volledige artikel met
läs vidare för|plusinnehåll|lås upp|köp och läs|för inloggade|kvar att läsa|les videre for|lås opp|pluss-sak
for pluss|denne saken er for|eksklusivt for|låst indhold|læs videre for|lås op|lås artiklen op|betalt indhold
betalingsartikel|les hele saken|få tilgang til|adgang til resten|resten af artiklen|resten av saken
avaa artikkeli|tilaajille tarkoitettu|tilaa ja lue
płatny dostęp|treści płatne|zostało ci|zostało do przeczytania|do przeczytania pozostało|odblokuj
czytaj dalej za|czytaj bez limitu|artykuł dostępny|tylko dla zalogowanych|dla zalogowanych|kup subskrypcję
kup prenumeratę|artykuł płatny|% tekstu|% artykułu|dla abonentów
placeného obsahu|placený obsah|zbývá vám|zbývá přečíst|odemkn|předplatným|přečtěte si celý|dočtěte
plateného obsahu|zostáva vám|odomknite|predplatným|len pre|jen pro přihlášené
folytatáshoz|előfizetői tartalom|regisztráció után|csak regisztrált|olvasná tovább|olvasnád tovább|előfizetéssel
articol rezervat|continuă să citești|deblochează|conținut exclusiv|ești abonat
otključaj|ostatak teksta|ostatak članka|pročitajte cijeli|sadržaj je dostupan|откључај|преостали део
садржај је доступан|платено съдържание|само за регистрирани|целия материал
разблок|осталось прочитать|вы прочитали|% материала|% статьи|только для зарегистрированных|продолжить чтение
закрытый материал|доступно только|доступен только|доступна только
розблок|залишилось прочитати|залишилося прочитати|продовжити читання|читати далі за|доступно лише|доступний лише
тільки для зареєстрованих|для спільноти|для учасників
içeriğe erişmek|okumak için giriş|okumak için üye|okumak için abone|kilidini aç|sınırsız oku|yazının tamamı
haberin tamamı|tamamı aboneler|kalan ücretsiz|ücretsiz haber hakkı|ücretsiz okuma hakkı
ξεκλειδώστε|συνδρομητικό|υπόλοιπο του άρθρου|υπόλοιπο άρθρο|αποκτήστε πρόσβαση|όλο το άρθρο
תוכן למנויים|רק למנויים|לקרוא את הכתבה המלאה|לקריאה מלאה|גישה מלאה לכתבה|נותרו לך
للأعضاء|للمسجلين|تبقى لك|بقية المقال|لفتح المقال|مادة للمشتركين|للاطلاع على المقال|لإكمال المقال|فقط برای مشترک
ویژه اعضا
有料会員|会員だけ|会員のみ|会員なら|会員になると|登録して続き|ログインして続き|プレミアム会員|無料会員|購読者限定
購読すると|続きを読みたい|ここから先は
구독자에게|유료 구독|로그인하면|로그인하시면|가입 후|구독자용|프리미엄 회원|전체 기사를 보|나머지 기사|회원만
文限|畅读|暢讀|您已阅读|您已閱讀|全文约|全文約|单篇购买|單篇購買|购买本文|購買本文|付费会员|付費會員|登入會員
登录会员|會員文章|会员文章|订阅用户|訂閱用戶|尚未閱讀|升级会员|升級會員|解锁|解鎖
प्रीमियम लेख|पूरा पढ़ने के लिए|लॉग इन कर|सदस्यता ले|अनलॉक
buka kunci|langganan untuk|berlangganan untuk|khusus member|khusus anggota|để đọc tiếp|đọc toàn bộ bài|mở khóa
เพื่ออ่านต่อ
""")
# … and what is offered beside such a text, and beside whole ones as well.
OFFERS = phrases("""
already a subscriber|already a member|already subscribed|already have a subscription|have a subscription
start your free trial|start your trial|become a subscriber|subscribe now|cancel anytime|free articles
bereits abonnent|bereits abonniert|sie sind bereits|schon abonnent|sie haben bereits ein|haben sie bereits ein
jetzt testen|probemonat|probeabo|jetzt abonnieren|monatlich kündbar|alle artikel lesen|vollen zugriff|mit plus
déjà abonné|je m'abonne|s'abonner|sans engagement|tous nos articles|tester pour 1
ya eres suscriptor|ya soy suscriptor|ya es suscriptor|ya estás suscrito|hazte suscriptor|suscribirme
artículos gratis
sei già abbonato|già abbonato|hai già un abbonamento|disdici quando|abbonati ora
já é assinante|já sou assinante|já é subscritor|cancele quando|assine já|assine agora|seja assinante
al abonnee|bent u abonnee|ben je al abonnee|heb je al een abonnement|word abonnee|word lid|onbeperkt toegang
neem een abonnement|kies je abonnement|maandelijks opzegbaar
redan prenumerant|är du prenumerant|bli prenumerant|avsluta när du vill|allerede abonnent|er du abonnent
bli abonnent|bliv abonnent|har du allerede|kjøp tilgang|ingen binding|oletko jo tilaaja|kirjaudu sisään
masz już|prenumerat|wykup dostęp|kup dostęp|wykup subskrypcję|zaloguj się|předplatné|předplaťte
už máte předplatné|predplatné|predplaťte|már előfizető|fizessen elő|fizess elő|előfizetés|ești deja abonat
abonează-te|pretplatite se|već ste pretplat|naročite se|претплатите се|абонирайте се|абонамент
оформить подписку|оформите подписку|уже подписаны|уже есть подписка|оформіть передплату|оформити передплату
вже передплатник|вже маєте передплату|abone ol|zaten abone|üye girişi|συνδρομή|εγγραφείτε|συνδεθείτε
כבר מנוי|לרכישת מינוי|הצטרפו למנויים|לרכוש מינוי|עשו מינוי|اشترك الآن|هل أنت مشترك|سجل الدخول|تسجيل الدخول
خرید اشتراک
会員の方|無料登録|会員登録|購読する|ログイン|구독하기|로그인|已是会员|已经是會員|已訂閱|已订阅|开通会员|成为会员
成為會員|加入會員|立即订阅|立即訂閱|सब्सक्राइब करें|लॉगिन करें|sudah berlangganan|berlangganan sekarang
đăng ký ngay|สมัครสมาชิก
redan kund|köp och läs|ingen bindningstid|logga in|allerede kunde|log ind|logg inn|har du en konto
al een account|inloggen|¿ya tenés cuenta|iniciá sesión|inicia sesión|¿ya tienes cuenta|ingresar|accedi|fai login
entrar|faça login|connectez-vous|se connecter|anmelden|einloggen|sign in|log in
přihlaste se|přihlásit|prihláste sa|jelentkezzen be|bejelentkezés|autentifică-te|prijavite se|пријавите се
влезте|войти|войдите|увійти|увійдіть|giriş yap|התחברו|התחברות|登录|登入|請登入|masuk|đăng nhập
""")
