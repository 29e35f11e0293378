"""Words that stand beside a date and say nothing but when: weekdays, `published on`, zones, in many languages."""

from __future__ import annotations

import re
import unicodedata

from tasks.core.text import vocabulary

# After the Unicode CLDR's calendars, a language after the other; a word two languages share stands once.
_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
понедельник вторник среда четверг пятница суббота воскресенье
понеділок вівторок середа четвер пʼятниця субота неділя
панядзелак аўторак серада чацвер пятніца нядзеля
понеделник сряда четвъртък петък събота неделя
понедељак уторак четвртак петак недеља
ponedeljak utorak sreda četvrtak petak subota nedelja
ponedjeljak srijeda nedjelja
ponedeljek torek četrtek petek sobota
четврток петок сабота недела
poniedziałek wtorek środa czwartek piątek niedziela
pondělí úterý středa čtvrtek pátek neděle
pondelok utorok streda štvrtok piatok nedeľa
luni marți miercuri joi vineri sâmbătă duminică
hétfő kedd szerda csütörtök péntek szombat vasárnap
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
pazartesi salı çarşamba perşembe cuma cumartesi pazar
bazar ertəsi çərşənbə axşamı cümə şənbə
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag lørdag søndag
maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntai maanantai tiistai keskiviikko torstai
perjantai lauantai
esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
dilluns dimarts dimecres dijous divendres dissabte diumenge
luns mércores xoves venres
astelehena asteartea asteazkena osteguna ostirala larunbata igandea
mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur
dydd llun mawrth mercher iau gwener sadwrn sul
senin selasa rabu kamis jumat sabtu minggu
isnin khamis jumaat ahad
miyerkules huwebes biyernes sabado linggo
thứ hai ba tư năm sáu bảy chủ nhật
jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili
isniin talaado arbaco khamiis jimco sabti axad
litinin talata laraba alhamis jummaʼa asabar lahadi
vrydag saterdag sondag
e hënë martë mërkurë enjte premte shtunë diel
ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
יום שני שלישי רביעי חמישי שישי שבת ראשון
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار
دونۍ درېنۍ څلرنۍ پينځنۍ اونۍ يونۍ
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
मंगळवार
सोमबार मङ्गलबार बुधबार बिहिबार शुक्रबार शनिबार आइतबार
સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર
ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨਿੱਚਰਵਾਰ ਐਤਵਾਰ
ସୋମବାର ମଙ୍ଗଳବାର ବୁଧବାର ଗୁରୁବାର ଶୁକ୍ରବାର ଶନିବାର ରବିବାର
திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு
సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం
ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ ಭಾನುವಾರ
തിങ്കളാഴ്ച ചൊവ്വാഴ്ച ബുധനാഴ്ച വ്യാഴാഴ്ച വെള്ളിയാഴ്ച ശനിയാഴ്ച ഞായറാഴ്ച
සඳුදා අඟහරුවාදා බදාදා බ්රහස්පතින්දා සිකුරාදා සෙනසුරාදා ඉරිදා
วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์
ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ ວັນອາທິດ
ច័ន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍ អាទិត្យ ចន្ទ
တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ စနေ တနင်္ဂနွေ
дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби
dushanba seshanba chorshanba payshanba juma shanba yakshanba
даваа мягмар лхагва пүрэв баасан бямба ням
星期一 星期二 星期三 星期四 星期五 星期六 星期日
月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
월요일 화요일 수요일 목요일 금요일 토요일 일요일
ሰኞ ማክሰኞ ረቡዕ ሐሙስ ዓርብ ቅዳሜ እሑድ
sun mon tue tues wed thu thur thurs fri sat mo di mi do fr sa so lun mar mer jeu ven sam dim mié jue vie sáb dom
пн вт ср чт пт сб вс нд pon wto śro czw pią sob nie pzt çar per cum cmt paz الإثنين الاربعاء الثلثاء الاحد
thứ hai ba tư năm sáu bảy chủ nhật jumat segunda terça quarta quinta sexta feira أحد اثنين ثلاثاء أربعاء خميس جمعة سبت
tysdag laurdag sundag teisipäev թ یکشنبه سهشنبه سه پنج چهار یک دو شنبه
"""
_BESIDE = """
first published publish posted updated update modified last date dated created added submitted issued release released
written on at the of and am pm a.m p.m a.m. p.m. um uhr le à el il a las alle ore ore: den dnia dne o godz kl klo
klokken saat yayın tarihi
publié publicado publicada publicação pubblicato veröffentlicht gepubliceerd geplaatst stand opublikowano dodano
utworzono objavljeno
publikováno zveřejněno vydáno publicat publicerad publicerat publisert offentliggjort julkaistu avaldatud paskelbta
publicēts
közzétéve megjelent yayınlanma yayınlandı eklenme giriş опубликовано опубліковано публикувано објављено дата дата:
время час в г г. года р р. року
δημοσίευση δημοσιεύτηκε ημερομηνία تاريخ النشر نشر في نُشر تم بتاريخ يوم الساعة م تاریخ انتشار ساعت منتشر شده تاریخِ
פורסם בתאריך תאריך יום
प्रकाशित प्रकाशन तिथि प्रकाश প্রকাশ প্রকাশিত প্রকাশঃ ngày lúc đăng diterbitkan dipublikasikan tayang wib wita wit
pukul
datum fecha data tarih d às u ที่ วันพุธที่ วันจันทร์ที่ วันอังคารที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่
วันอาทิตย์ที่ เวลา น tarih vrijeme vreme ura hrs hours h uur hod hodin
est edt et cst cdt ct mst mdt mt pst pdt pt ist bst msk мск cet cest eet eest gmt utc jst kst aest aedt sgt hkt pkt
"""
WEEKDAYS = frozenset(unicodedata.normalize("NFC", word) for word in vocabulary(_WEEKDAYS))
QUIET = WEEKDAYS | {unicodedata.normalize("NFC", word) for word in vocabulary(_BESIDE)}
# Words by which a page says that it was changed, not published.
CHANGED = re.compile(
    r"\b(?:updat|modifi|revis|review|amended|edited|last\b|aktualis|aktualiz|geändert|mis(?:e)? à jour|mis à jour|"
    r"actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|päivitetty|обновл|оновл|güncelle|"
    r"zmodyf|upravené|ažuriran|diperbarui|cập nhật)|עודכן|عدل|تحديث|به‌روز|अपडेट|আপডেট|更新|수정|업데이트",
    re.IGNORECASE,
)
