"""Whether a page says that what was asked for is not, or no longer, there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.core.lazy_regex import lazy_regex
from tasks.core.page.statements import Page
from tasks.core.page.verdict.listing import has_prose
from tasks.core.page.verdict.wording import headings, lines, phrases, says, titles

_STUB, _LITTLE, _SHORT = 40, 80, 250  # words
_FIRST = 6  # lines of a page that lists others behind them
_PLAIN = 50  # code points of a title that says nothing else
_QUOTES = frozenset('«»“”„"')
_LONGEST_LINE = 220  # code points

# One language after the other, in small letters. What is gone …
_PAGES = phrases("""
page|article|story|content|this post|the post|that post|url|link|address|file|item|listing|event|site
seite|artikel|beitrag|inhalt|adresse|meldung|page|contenu|lien
página|artículo|articulo|noticia|contenido|nota|enlace|dirección|pàgina|conteúdo|matéria|notícia|artigo
endereço|ligação
pagina|articolo|contenuto|notizia|indirizzo|bericht|artikel|sida|sidan|innehåll|nyhet|side|siden|artikkel
indhold|innhold
sivu|sivua|juttu|artikkeli|sisältö|sisältöä|leht|lehte|puslapis|straipsnis|lapa|raksts
stron|artykuł|podstron|treść|stránk|článek|článok|obsah|oldal|cikk|tartalom|articolul|conținut|faqja|artikulli
stranic|članak|članka|vest|vijest|sadržaj|stran|страниц|страница|стран|членок|вест|статия|съдържание|новина
материал|стать|новост|публикаци|адрес|сторінк|матеріал|статт|публікаці|старонк|артыкул
sayfa|haber|içerik|çerik|makale|bağlantı|səhifə|xəbər|sahifa|бет|саҳифа
σελίδα|άρθρο|περιεχόμενο|הדף|דף|העמוד|עמוד|הכתבה|כתבה|התוכן|الصفحة|صفحة|المقال|الخبر|المحتوى|المادة|الرابط
صفحه|مطلب|خبر|محتوا|صفحہ|مضمون
पेज|पृष्ठ|पन्ना|खबर|ख़बर|लेख|सामग्री|পাতা|পৃষ্ঠা|খবর|பக்கம்|പേജ്|పేజీ|પેજ|पान
halaman|artikel|berita|konten|laman|trang|bài viết|nội dung|หน้า|เนื้อหา|ข่าว|บทความ
ページ|記事|コンテンツ|url|페이지|기사|콘텐츠|게시물|页面|頁面|网页|網頁|文章|新闻|新聞|内容|內容|链接|連結
notice|advert|job|auction|gallery|section|anzeige|angebot
bericht|annonce|rubrique|aviso|oferta|anuncio|galería|publicación|entrada|annuncio
offerta|sezione|anúncio|publicação|secção|advertentie|aanbieding|annons|inlägg|nettside|nettsiden|websted
opslag|ogłoszenie|wpis|inzerát|nabídka|hirdetés|bejegyzés|anunț|oglas|objava|обява|объявлени
оголошен|ilan|yazı|adres|αγγελία|διεύθυνση|σύνδεσμος|מודעה|קישור|כתובת|הקישור|הכתובת|הידיעה|ידיעה
إعلان|العنوان|الوظيفة|विज्ञापन|लिंक|वेब पता|पता|iklan|tautan|alamat|liên kết|địa chỉ|リンク|アドレス
광고|주소|링크|게시글|帖子|广告|地址
offer|offre|artiklen|artikeln|artikkelen
""")
# … and that it is.
_ARE_GONE = phrases("""
not found|not be found|n't be found|no longer available|no longer here|no longer exist|no longer online
not exist
no longer works|does not work|doesn't work|n't exist|isn't available|is not available|isn't here|is unavailable
has been removed|was removed
has been deleted|was deleted
has been moved|have been moved|has moved|may have moved|been taken down|been unpublished|been withdrawn
been archived|has expired
have expired|is missing|been retracted
nicht gefunden|nicht mehr gefunden|funktioniert nicht mehr|führt ins leere|existiert nicht
existiert leider nicht|nicht existier|nicht mehr verfügbar
nicht mehr online
nicht mehr abrufbar|nicht mehr vorhanden|nicht mehr erreichbar|nicht verfügbar|nicht vorhanden
nicht auffindbar|wurde gelöscht
gibt es nicht|gibt es leider nicht|depubliziert|wurde verschoben|wurde entfernt|nicht mehr zur verfügung
ne fonctionne plus|ne mène|introuvable|non trouvé|n'existe pas|n'existe plus|n'est plus disponible
n'est plus en ligne
n'est pas disponible|plus accessible
a été supprimé|a été retiré|a été déplacé|n'a pas été trouvé|n'a pu être trouvé|inexistant
ya no funciona|no funciona|no encontrad|no existe|ya no está|no está disponible|no se encuentra|no se encontró
no se ha encontrado
no disponible
ha sido eliminad|fue eliminad|ha sido retirad|ha sido borrad|no se ha podido encontrar|no hemos encontrado
no hemos podido encontrar
no trobad|ja no existeix|no existeix
já não funciona|não funciona mais|deixou de funcionar|não encontrad|não existe|não foi encontrad
não está disponível|não está mais disponível|foi removid
foi excluíd|foi apagad
não foi possível encontrar|indisponível
non funziona più|non trovat|non esiste|non è disponibile|non è più disponibile|non è stat|è stato rimoss
è stata rimoss
è stato cancellat
inesistente|non disponibile|stata spostata|non più disponibile
werkt niet meer|niet gevonden|bestaat niet|niet meer beschikbaar|niet beschikbaar|is verwijderd
niet worden gevonden
niet meer bestaat|niet meer te vinden
hittades inte|kunde inte hittas|kan inte hittas|finns inte|har tagits bort|är borttagen
inte längre tillgänglig|existerar inte
inte längre kvar|har flyttats|saknas
ikke fundet|findes ikke|eksisterer ikke|kunne ikke findes|ikke længere tilgængelig|er fjernet
er blevet fjernet|er slettet
ikke funnet|finnes ikke|finnes ikke lenger|ikke lenger tilgjengelig|er flyttet
ei löytynyt|ei löydy|ei ole olemassa|ei ole enää|on poistettu|ei ole saatavilla|ei leitud|nerast|nav atrast
netika atrast
nie znalezion|nie istnieje|nie została znalezion|nie została odnalezion|został usunięt|została usunięt
nie jest dostępn
nie jest już dostępn|nie odnalezion|przeniesion
nenalezen|nebyla nalezena|nebyl nalezen|neexistuje|nelze nalézt|nelze najít|byl smazán|byl odstraněn
není k dispozici|není dostupn
není již dostupn|již není dostupn|nenašla|nenašiel|nebola nájdená|bol odstránen|nie je dostupn
nem található|nem létezik|nem elérhető|nem érhető el|törölték|törölt|eltávolított
nu a fost găsit|nu exist|nu mai exist|nu este disponibil|nu mai este disponibil|a fost șters|nuk u gjet
nuk ekziston
nije pronađen|ne postoji|više ne postoji|je uklonjen|je obrisan|nije dostup|ni bilo mogoče najti|ni najden
ne obstaja
није пронађен|не постоји|не е пронајден|не е намерен|не беше намерен|не съществува|е премахнат
вече не е достъпн|не може да бъде намерен
не найден|не существует|больше не доступ|больше не существует|удалён|удален|недоступн|не можем найти|перемещен
снят с публикации
не знайден|не існує|більше не доступн|видален|більше не існує|не знойдзен|не існуе
bulunamad|mevcut değil|bulunmamakta|bulunmuyor|kaldırıl|silin|yayından|ulaşılamıyor|tapılmadı|topilmadi
табылмады|топилмади
δεν βρέθηκε|δεν υπάρχει|δεν είναι διαθέσιμ|δεν είναι πλέον|δεν μπορεί να βρεθεί|έχει αφαιρεθεί|έχει διαγραφεί
לא נמצא|אינו קיים|אינה קיימת|לא קיים|לא קיימת|הוסר|אינו זמין|אינה זמינה|לא זמין
غير موجود|غير متاح|غير متوفر|لم يتم العثور|لم نتمكن من العثور|لم يعد|لم تعد|تم حذف|حذفت|لا يمكن العثور
تعذر العثور
یافت نشد|پیدا نشد|وجود ندارد|موجود نیست|حذف شده|در دسترس نیست|موجود نہیں|نہیں ملا|نہیں ملی
नहीं मिल|उपलब्ध नहीं|मौजूद नहीं|हटा दि|हटा दी|सापडल|পাওয়া যায়নি|খুঁজে পাওয়া|இல்லை|కనుగొనబడలేదు|મળ્યું નથી
tidak ditemukan|tidak tersedia|tidak ada|tidak dapat ditemukan|telah dihapus|sudah dihapus|tidak dijumpai
tidak wujud
không tồn tại|không tìm thấy|đã bị xóa|đã bị xoá|không còn|ไม่พบ|ไม่มีอยู่|ถูกลบ|ไม่สามารถ
見つかりません|存在しません|ございません|削除され|掲載を終了|掲載期間|公開を終了|終了しました|移動した
ありません
찾을 수 없|존재하지 않|삭제되|삭제된|없는 페이지|不存在|未找到|找不到|无法找到|無法找到|已删除|已刪除|已被删除
已被刪除
已下架|不见了|不見了|已失效|已过期|走丢|走失|被移除|已移除
couldn't find|could not find|can't find|cannot find|unable to find|isn't there|is gone|no such|been pulled
is retired|taken offline|no longer active|moved or|been renamed|cannot be displayed|does not seem to
nicht finden|ist umgezogen|offline genommen|zurückgezogen|abgelaufen|ungültig|nicht aufrufbar|nicht erreichbar
gelöscht|leider weg
pas pu trouver|pas trouver|impossible de trouver|plus disponible|dépublié|a disparu|a expiré
n'est plus accessible|plus en ligne|supprimé|retiré du site|été déplacé
no podemos encontrar|no pudimos encontrar|no encontramos|no se pudo encontrar|no hallamos|caducad|expiró|venció
dada de baja|dado de baja|despublicad|cambió de dirección|ya no existe
non riusciamo a trovare|non abbiamo trovato|non è raggiungibile|è scadut|è stata cancellata|è stata eliminata
è stato eliminato|non è più online|non c'è più|è stata spostata|è stato spostato
não conseguimos encontrar|não encontramos|não foi localizad|expirou|foi retirad|foi eliminad|fora do ar
saiu do ar|não disponível|mudou de endereço|mudou de lugar|mudou de sítio
niet vinden|kan niet gevonden|is verlopen|offline gehaald|is verhuisd|verplaatst|is verwijderd
bestaat helaas niet|bestaat niet meer
hittar inte|kan inte hitta|kunde inte hitta|gick inte att hitta|går inte att hitta|avpublicera|raderats
har upphört|har flyttat|finns inte kvar|tagits bort
kan ikke finde|kunne ikke finde|blev ikke fundet|ikke blevet fundet|er udløbet|er flyttet|afpublicer
er blevet slettet|ikke længere|fant ikke|finner ikke|kunne ikke finne|avpublisert|er utløpt|ikke lenger
nie możemy znaleźć|nie udało się znaleźć|nie znaleźliśmy|wygasł|usunięto|usunięt|niedostępn|zmieniła adres
zmienił adres
nenašli jsme|nemůžeme najít|nepodařilo se najít|nelze zobrazit|byla odstraněna|byla smazána|byla přesunuta
byl přesunut|vypršel|nenašli sme|nepodarilo sa nájsť
nem találjuk|nem találtuk|nem találtunk|nem létező|megszűnt|lejárt|eltávolítottuk|nu am găsit
nu a putut fi găsit|nu putem găsi|a expirat|a fost eliminat|a fost mutat
nismo pronašli|ne možemo pronaći|nije moguće pronaći|pronađemo|uklonjen|obrisan|premješten|premešten
нисмо пронашли|уклоњен|обрисан|не успяхме да намерим|не намерихме|изтрит|преместен|изтекъл
не нашли|не удалось найти|не получилось найти|нет на сайте|перенесен|перемещён|устарел|истёк|истек|снята с
не обнаружен|не знайшли|не вдалося знайти|переміщен|застарі|знято з|прибран|не виявлен
bulamadık|bulamıyoruz|silinmiş|kaldırılmış|taşınmış|artık yok|süresi dolmuş|geçersiz
δεν βρήκαμε|δεν μπορούμε να βρούμε|δεν μπορέσαμε|μετακινηθεί|καταργήθηκε|διαγράφηκε|αφαιρέθηκε|δε βρέθηκε
δεν εντοπίστηκε|έληξε
לא מצאנו|לא הצלחנו למצוא|לא נמצאו|הוסרה|נמחק|הועבר|אינו נמצא|פג תוקפ|פג תוקף
لم نعثر|لم نجد|لا توجد|لا يوجد|تعذّر|انتهت صلاحية|نُقل|أزيل|أُزيل|حُذف|تمت إزالة|لم يعثر|ليست متاحة|ليس متاح|نقلت
नहीं मिला|नहीं मिली|नहीं मिल|खोज नहीं|हटा|नहीं रहा|नहीं रही|समाप्त
tidak bisa ditemukan|tak ditemukan|tidak menemukan|sudah tidak ada|sudah tak|tidak lagi|dipindahkan|dihapus
kedaluwarsa
見当たりません|見つけられません|存在しない|移動または|削除または|ご覧いただけません|表示できません|公開期間
掲載を終え|掲載終了|公開終了|なくなりました|リンク切れ|見つかりませんでした
찾지 못했|찾을 수가 없|존재하지|이동되었|유효하지 않|없는 기사|게재가 중단|만료되|삭제했
没有找到|沒有找到|未能找到|已不存在|不在了|已下线|已下線|已過期|被删除|被刪除|失效|无法访问|無法訪問|迷路|跑丢
不翼而飞|已撤
""")
# What says it alone.
_LOST = phrases("""
can't find the page|cannot find the page|can't find that page|can't find this page|can't seem to find
couldn't find that
couldn't find the|couldn't find what|nothing was found at this|nothing here|page you're looking for
page you are looking for
page you were looking for|page you requested|broken link|dead link|internal server error|bad gateway
service unavailable
gateway time|nothing found|oops! that page|lost your way
nichts gefunden|diese seite gibt es|die von ihnen gesuchte seite|die gewünschte seite|die angeforderte seite
die aufgerufene seite
la page que vous cherchez|la page que vous recherchez|la page demandée|page que vous avez demandée
la página que buscas
la página que estás buscando|la página solicitada|la página a la que|a página que você|a página solicitada
la pagina che cerchi
la pagina che stai cercando|la pagina richiesta|pagina die je zoekt|pagina die u zoekt|sidan du söker
sidan du letade|sidan du letar
siden du leder|siden, du leder|siden du leter|siden du prøver|siden du prøvde|fant ikke siden
vi kan ikke finde|vi hittar inte
hittar inte sidan|hakemaasi sivua|etsimääsi sivua
strona, której szukasz|szukana strona|stránka, kterou hledáte|požadovaná stránka|hledaná stránka
a keresett oldal|pagina căutată
pagina pe care o cauți|запрашиваемая страница|запрошенная страница|такой страницы|запитувана сторінка
такої сторінки
aradığınız sayfa|η σελίδα που ζητήσατε|η σελίδα που ψάχνετε|העמוד שחיפשת|הדף שחיפשת|الصفحة التي تبحث
الصفحة المطلوبة
お探しのページ|ご指定のページ|お探しの記事|요청하신 페이지|您访问的页面|您要找的|您訪問的頁面|您要查看的
抱歉，您访问|你访问的
halaman yang anda cari
something went wrong|er ging iets mis|er is iets misgegaan|etwas ist schiefgelaufen|ein fehler ist aufgetreten
une erreur est survenue|une erreur s'est produite|algo salió mal|se ha producido un error|ha ocurrido un error
qualcosa è andato storto|si è verificato un errore|algo deu errado|ocorreu um erro|något gick fel|noget gik galt
noe gikk galt|jokin meni pieleen|coś poszło nie tak|wystąpił błąd|něco se pokazilo|došlo k chybě|hiba történt
ceva nu a mers|a apărut o eroare|došlo je do greške|възникна грешка|что-то пошло не так|произошла ошибка
щось пішло не так|сталася помилка|bir şeyler ters gitti|bir hata oluştu|κάτι πήγε στραβά|παρουσιάστηκε σφάλμα
משהו השתבש|אירעה שגיאה|حدث خطأ|مشکلی پیش آمد|エラーが発生|問題が発生しました|오류가 발생|出错了|出錯了|发生错误
發生錯誤|कुछ गड़बड़|terjadi kesalahan|đã xảy ra lỗi|เกิดข้อผิดพลาด
""")
_CODE = re.compile(
    r"^[^\w\n]*(?:(?:http|error|erreur|errore|fehler|fel|fout|feil|fejl|chyba|błąd|hiba|eroare|erro|ошибка|помилка|"
    r"грешка|hata|σφάλμα|שגיאה|שגיאת|خطأ|خطای|エラー|错误|錯誤|lỗi)[^\w\n]{1,3}){1,2}(?:40[04]|410|50[0234])\b|"
    r"\b(?:http|error|erreur|fehler|ошибка|hata)[^\w\n]{1,3}(?:code[^\w\n]{1,3})?(?:404|410|50[023])\b|"
    r"\b404[^\w\n]{0,3}(?:error|not found|hiba|-es hiba|hatası|エラー|错误|錯誤)|"
    r"^[^\w\n]*(?:404|410)[^\w\n]*(?:$|[|–—:-]|page|gone)|^[^\w\n]*page not found|"
    r"^(?:sorry|oops|ups|oups)[^\w\n]*(?:404)?[^\w\n]*$",
    re.MULTILINE,
)
# No space parts the words of Chinese and Japanese, and no mark of a pattern.
_OF_PAGE = lazy_regex("|".join(page if page > "\u3000" else rf"\b{page}" for page in _PAGES))


def is_gone(page: Page, chosen: Sequence[bool], count: int) -> bool:
    """Whether the title or a heading says so, or any line of a page with hardly any text, or its first lines.

    What calls itself an article, or is long, and has prose must say nothing else in its title: books and songs have
    such names.
    """
    is_told = page.head.claims_article()
    if (is_told or count >= _SHORT) and has_prose(page.blocks, chosen):
        if page.head.article:
            return False
        plain = [line for line in titles(page) if len(line) <= _PLAIN and _QUOTES.isdisjoint(line)]
        return one_says_gone([line for line in plain if _says_more_than_sorry(line)])
    shown = lines(page.blocks)
    if count >= (_STUB if is_told else _LITTLE):
        shown = [] if is_told else shown[:_FIRST]
    return one_says_gone(headings(page) + shown)


def _says_more_than_sorry(line: str) -> bool:
    """Whether a line says more than `Oops!`, with which a notice to few readers may begin."""
    return line.strip(" .!…") not in ("oops", "ops", "ups", "oups", "sorry")


def one_says_gone(lines: Sequence[str]) -> bool:
    """Whether one of the lines in small letters says that the page is not, or no longer, there.

    >>> one_says_gone(["die gesuchte seite wurde nicht gefunden"]), one_says_gone(["the missing boat was not found"])
    (True, False)
    """
    short = [line for line in lines if len(line) <= _LONGEST_LINE]
    together = "\n".join(short)
    if _CODE.search(together) or says(together, _LOST):
        return True
    # Most pages have no line of the second kind: to ask for all of them at once is sooner done.
    return says(together, _ARE_GONE) and any(_OF_PAGE.search(line) and says(line, _ARE_GONE) for line in short)
