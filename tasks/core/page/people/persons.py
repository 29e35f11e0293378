"""The people a byline names: told by how names are written, whatever stands around them."""

from __future__ import annotations

import re

from tasks.core.date.beside import WEEKDAYS
from tasks.core.date.months import month_number
from tasks.core.lazy_regex import lazy_regex
from tasks.core.text import mend, one_line, vocabulary

_BYLINE = re.compile(
    r"^[\s|•·–—-]*(?:(?:(?:this\s)?(?:(?:guest\s)?post|article|story|piece)\s(?:(?:was|is)\s)?(?:written|authored|contributed)\s+by|"
    r"(?:written|words|story|reported|report|text|posted|published|article|interview|created|analysis|"
    r"opinion|review|guest post)\s+by|dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)|"
    r"propos recueillis par|una información de|publié par|publicado por|postado por|pubblicato da|"
    # without a colon only in a short line that is no sentence: `Escrito por Ada Byron`
    r"(?:écrit par|rédigé par|escrito por|redactado por|scritto da|geschrieben von|geschreven door|szerzők?|"
    r"kirjoittajat?|toimittajat?)(?=\s?:|[^.!?,\d]{2,50}$)|"
    r"eingestellt von|veröffentlicht von|oprac|by|von|par|por|di|od|af|av|door|nga|piše|автор(?:ы)?|текст|"
    r"autor(?:es|as?|i|iu?s|ė|iai|zy|ky|e)?|autoři|"
    r"auteurs?|authors?|author\(s\)|autore|penulis|oleh|yazar|tekst|reporter|skrevet a[fv]|teksti|text(?=\s?:)|"
    r"كتبت?|بقلم|מאת|기자명|โดย)\b\s*:?|(?:เรื่อง|ผู้เขียน|รายงานโดย|作者|撰文|采写|採訪|文|tác giả)\s?[:：/／|｜]|"
    r"kontributor\b(?:\s[^,:]{2,30},)?|"  # in Indonesia of a town: `Kontributor Bogor, …`
    r"(?-i:By(?=[A-Z][a-z])))\s*:?\s*",
    re.IGNORECASE,
)
# What may stand before those words, and their first three letters. Of 130,000 lines of news pages fewer than a thousand
# begin so; nearly all others are told by three letters, in a tenth of the time.
_BEFORE = " |•·–—-"
_BEGINNINGS = vocabulary(
    "thi gue pos art sto pie wri wor rep tex pub int cre ana opi rev by von par por di od af av doo nga piš авт тек "
    "aut pen ole una dal yaz tek skr كتب بقل מאת pro ein ver opr 기자명 โดย เรื ผู้ 作者 撰文 采写 採訪 "
    "文： 文: 文/ 文／ 文｜ 文| ราย tác écr réd esc red scr ges sze kir toi kon"
)
# `José Volta e Pinto` is one person: what joins two in Spanish and Portuguese stands in names as well.
_BETWEEN = re.compile(
    r"\s*(?:[,;/&\n•⋅]|(?<![\u3400-\u9fff])·|·(?![\u3400-\u9fff])|\s[–—-]\s|(?<![\w-])(?:and|und|et|och|og|és|ja|un|ir|ve|și|şi|dhe|dan|with|και|та|и|і)(?![\w-])|"
    r"\b[aeiy]\b(?=\s+[^\s,]+\s+[^\s,])|"
    r"[^\s、]{0,8}(?:记者|記者)(?=\s)|通讯员|通訊員|实习生|實習生|\s{2,})\s*"
)
# Where a name ends: at a date or number, at what else a line of the kind says.
_END = re.compile(
    r"\d|\b(?:updated|published|posted|reviewed|medically|fact[- ]checked|edited|follow|view|read|share|comments?|"
    r"photographs?|photos?|more\s(?:by|from|stories|articles)|for\s|in\s[A-Z]|on\s|at\s|is\s|last\s|min\b|contact|"
    r"e-?mail|profile)|(?-i:\s[\u4e00-\u9fff]{2,5}[:：])",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s+(?:(?:senior|staff|chief|managing|associate|assistant|deputy|special|guest|freelance|political|national|"
    r"contributing|executive|former|lead|head|co-?founder|founder|editor|reporter|writer|correspondent|contributor|"
    r"columnist|director|manager|professor|president|producer|analyst|journalist|publisher|photographer|opinion|"
    r"expert|specialist|marketing|content|view|attorney|gardener|trial|ceo|cto|cfo|md|phd|the|(?:ap|afp|dpa|reuters|"
    r"associated press|canadian press|bloomberg|usa today|cnn|bbc)(?=\s|$))\b.*|\(.*)$",
    re.IGNORECASE,
)
# Words no person is called by: trades, outlets, what else stands where a name might.
_NOT_NAMES = r"""
staff team desk editors? editorial local democracy political politics crime health education environment climate
transport economics science national regional newsroom redaktion redacción redação rédaction redazione редакция
reporters? correspondents? writers? contributors? agency agencies agence agencia agência agenzia business insider cnn
bbc fox radio tv television broadcasting jornal giornale sports? news press reuters afp associated bloomberg tass
interfax dpa ansa efe pti xinhua admin administrator webmaster utilisateur usuario benutzer superuser
guest anonymous unknown media magazine times post daily journal tribune gazette herald network online digital group
inc llc ltd gmbh company published updated minutes? read share follow subscribe director manager professor president
chief institute cent(?:er|re) university college
school hotels? studio foundation association society clinic hospital experts? founder type today store shop blogs?
uncategorized categories case services? solutions software technologies marketing department ministry bureau council
committee newsletter privacy policy profile password e-?mail logout home about contact now full bio library records
code register tips forum the your our with from this more all view articles? of to at for on is
ब्यूरो डेस्क ব্যুরো ডেস্ক ڈیسک senior analyst columnist attorney
gardener grader licensed official limited private sponsored journalism reviewe?d? developed created zeitung
nachrichten presse polizei feuerwehr verlag société actualité télé información noticias noticia diario periódico
prensa revista televisión ediciones folha correio notícias corriere notizie quotidiano wiadomości haber haberleri
gazetesi users? ajansı berita alle meldungen beiträge todos todas tutti tous voir ritzau ntb belga новости вести
газета агентство пресс συντακτικη συντακτική ομαδα ομάδα լուրեր خبرگزاری خبرنگاران اخبار أخبار نيوز نت وكالة صحيفة
جريدة قناة شبكة t[oò]a\ssoạn ban\sbiên\stập redakce redakcia redakcja redakcija redakcijos szerkesztő szerkesztőség
toimitus редакција редакцията редакції екип σύνταξη تصوير संवाददाता প্রতিবেদক প্রতিনিধি
"""
_NO_PERSON = re.compile(
    r"https?:|www\.|[@{}()<>=\"\[\]:;!?*#+_：；！？（）【】《》]|\d|\.(?:com|org|net)\b|編集部|編輯部|编辑部|コラム|通信|新聞|新闻|事務所|新华社|뉴스|"
    r"ドットコム|deutsche welle|(?:ministerium|fraktion|verband|verein|stiftung)\b|"
    r"(?-i:^(?:der|die) |^(?:Der|Die) [A-Z]{3,}$)|"
    # companies; `Index.example` without its form
    r"(?-i:\s(?:Zrt|Kft|Nyrt|SRL|Srl|S\.r\.l|SpA|S\.p\.A|Sp\. ?z ?o\. ?o|SARL|GmbH|Oyj?|ApS|ASA|UAB|OÜ|E?OOD|"
    r"d\.o\.o|Ltda|PLC|Е?ООД|ООО|ЗАО|ТОО)\.?$|[a-zà-ž]{3}\.(?!ssa|dr|ing|med|phil|sc|jur|rer|nat|de|da)[a-z]{2,3}$)|"
    r"(?-i:[a-zà-ÿ]{5}[A-Z])|"  # the end of one label and the beginning of the next
    # No \b: vowel signs end words of Indic scripts and are no letters to it.
    rf"(?<!\w)(?:{'|'.join(_NOT_NAMES.split())})(?!\w)",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|sir|dame|mag|avv|ing|rechtsanw[aä]lt(?:in)?)\b\.?\s+)+(?=\S+\s)", re.IGNORECASE
)
_DEGREE = re.compile(r"(?:[A-Z][A-Z.]{1,7}|[MBPD][a-z]?\.?[A-Z][a-z]?\.?(?:[A-Z]\.?)?|Jr\.?|CFP®|CPA®)$")
_REPORTER = re.compile(
    # at the name without a comma; in Korea with the place: `정선=홍길동 기자`
    r"^(?:记者|記者|文/)\s?|^[\uac00-\ud7af]{1,8}=(?=[\uac00-\ud7af]{2,4}\s?(?:기자|특파원))|"
    r"\s?(?:기자|특파원|記者|记者)(?:입력|승인|등록)?$"
)
TRADE = (  # as it stands beside a name
    r"(?:editor|reporter(?:in)?|writer|correspond[ae]nt[es]?|columnist|journalist(?:e|in)?|producer|contributor|"
    r"photographer|redakt(?:eur(?:in)?|or|orka|ør|ör)|redact(?:eur|rice|ora?)|korrespondent(?:in)?|corresponsal|"
    r"periodista|giornalista|inviat[oa]|jornalista|repórter|verslag(?:gever|geefster)|dziennikar(?:z|ka)|toimittaja|"
    r"журналист(?:ка)?|корреспондент|muhabir)"
)
# `Local Democracy Reporter Ada Byron`, `Senior Writer Ada Byron`
_BEHIND_TRADE = re.compile(rf"(?P<before>(?:\S+\s+){{0,4}}?){TRADE}\s+(?P<name>\S+\s+\S.*)", re.IGNORECASE)
# `Ada Byron, Political Editor | Karl Roe, Data Reporter`
_WITH_TRADE = re.compile(rf",\s[^,|]{{0,40}}\b{TRADE}\b", re.IGNORECASE)
_STAFF = re.compile(r"\s(?:staff|team|desk|editors)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[(<\[|]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?")
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)$", re.I
)
# Scripts that write a name without a space in it.
_UNSPACED = lazy_regex("[·\u1000-\u109f\u0e00-\u0eff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,12}$")
_SMALL = re.compile(r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ter|ten|zu|y|e|af|av|ben)$")
# A date or role that follows a name without a space, as text taken from neighbouring elements does.
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:Updated|Published|Posted|Founder|Journal|Business|"
    r"Editor|Senior|Writer|Reporter|Staff|Contributor|Sponsored|The|In)\b)"
)
_AT = frozenset(("en", "às", "à", "a", "um", "alle", "di", "о", "o", "в"))  # `Publicado por Ada Byron en 9:41`
_PARTED = re.compile(r"\s+[|•·–—-]\s+")
_PREPOSITION = re.compile(r"^(?:(?:by|von|par|por|di|do|da|af|av|from|the)\s)+")  # `Do UOL`: from the outlet
_ARTICLED = re.compile(r"(?:el|la|los|las|le|les|il|lo|the|der|die|das)\s", re.IGNORECASE)  # as papers are called
_AGENCY = re.compile(r"(?:Do|Da|De|Della|Dal|From|Von|Par|do|da|de|della|dal|from|von|par) [A-Z]{2,6}")
_NICKNAME = re.compile(r"(?<=\w)\s[\"“][^\"“”]{2,20}[\"”]\s(?=\w)")  # `Ada "the Countess" Byron`
_COMMAS = " ,،"
_LONGEST, _READ = 60, 400


def is_signed(line: str) -> bool:
    """Whether a line without white space to spare begins as those that say who wrote a text.

    >>> is_signed("| Written by Ada Byron"), is_signed("Bystanders saw ten ships")
    (True, False)
    """
    start = line.lstrip(_BEFORE)[:3].lower()
    return (start in _BEGINNINGS or start[:2] in _BEGINNINGS) and _BYLINE.match(line) is not None


def people_of(text: str, publisher: str | None = None) -> list[str]:
    """The people a byline names; what is named behind them (papers, places) is left out.

    >>> people_of("By Ada Byron and Carl Gauss, Reuters Staff")
    ['Ada Byron', 'Carl Gauss']
    >>> people_of("Written by Dr. Ada Byron, PhD, Senior Writer | March 3, 2021")
    ['Ada Byron']
    """
    line = _BYLINE.sub("", _GLUED.sub(" ", mend(one_line(text[:_READ]))))
    line = _ADDRESS.sub("", line) if "@" in line else line
    outlet, parts = (publisher or "").casefold(), _PARTED.split((publisher or "").casefold())
    people: list[str] = []
    for number, said in enumerate(_without_date(line).split("|")):
        if number and people and not _WITH_TRADE.search(said):  # `Ada Byron | The Daily Wave`: the paper
            break
        for part in map(str.strip, _BETWEEN.split(said)):
            if not (name := _plain(part)):
                continue
            if is_person(name):
                is_outlet = outlet in (_bare(part), _bare(name)) or (name != part and _bare(part) in parts)
                is_outlet = is_outlet or (outlet != "" and _STAFF.search(part) is not None and outlet in _bare(name))
                if is_outlet or _is_of_outlet(name, outlet, is_behind=bool(people)):
                    if people:  # what follows is where it appeared
                        return people
                    continue
                people.append(name)
            elif is_person(before := _before(name, outlet)):  # `Ada Byron Grain.example Archive`
                return [*people, before]
            elif (people and not _DEGREE.match(name)) or name[0].islower():
                break
    return people


def _before(name: str, outlet: str) -> str:
    """What stands before the outlet's name, where that is a domain, else nothing."""
    at = name.casefold().find(f" {outlet} ") if "." in outlet else -1
    return name[:at] if at > 0 else ""


def _is_of_outlet(name: str, outlet: str, *, is_behind: bool) -> bool:
    """Whether words are a part of the outlet's name with its article, or hold it whole behind a person's name."""
    said, whole = f" {name.casefold()} ", f" {outlet} "
    return (_ARTICLED.match(name) is not None and said in whole) or (is_behind and len(whole) > 2 and whole in said)


def _bare(name: str) -> str:
    return _PREPOSITION.sub("", name.strip(" .•·⋅●-–—*").casefold())


def is_person(name: str) -> bool:
    """Whether words look like one person's name: two to five, each with a capital; or one in a script without them."""
    name = _NICKNAME.sub(" ", name) if '"' in name or "“" in name else name
    words = name.split()
    if not words or len(name) > _LONGEST or _NO_PERSON.search(name) or _AGENCY.fullmatch(name):
        return False
    if len(words) == 1:
        return _UNSPACED.match(name) is not None
    return len(words) <= 5 and name[0].isalpha() and _is_capital(words[-1]) and all(_is_part(word) for word in words)


def _is_part(word: str) -> bool:
    return _is_capital(word) or _SMALL.match(word) is not None or word[:2] in ("l'", "l’")


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, at its beginning or as in `d'Arc`."""
    return not word[0].islower() or (word[:2] in ("d'", "d’") and word[2:3].isupper())


def _without_date(line: str) -> str:
    """The line up to its first number or word that ends a name, without the weekday and month before the number."""
    end = _END.search(line, 1) if line else None
    if end is None:
        return line
    before = line[: end.start()].rstrip(_COMMAS)
    while end[0].isdigit():
        head, _, last = before.rpartition(" ")
        # Weekdays are names of people, too: of most languages those in small letters count.
        is_weekday = (last == last.lower() and last in WEEKDAYS) or _WEEKDAY.match(last) is not None
        if not (last in _AT or is_weekday or (len(last) > 2 and month_number(last) is not None)):
            break
        before = head.rstrip(_COMMAS)
    return before


def _plain(part: str) -> str:
    """A name without titles before it and degrees and roles behind it."""
    name = _TITLES.sub("", _REPORTER.sub("", part.strip(" .•·⋅●-–—*")))
    behind = _BEHIND_TRADE.match(name)
    if behind and not is_person(behind["before"]) and is_person(behind["name"]):
        return behind["name"]
    name = _ROLE.sub("", name).strip(" .,") if len(name.split()) > 2 else name
    words = name.split()
    if len(words) in (4, 6) and words[: len(words) // 2] == words[len(words) // 2 :]:
        words = words[: len(words) // 2]  # a picture's text, then the link's
    while len(words) > 2 and not words[0].isupper() and _DEGREE.match(words[-1]):
        words.pop()
    return " ".join(words)
