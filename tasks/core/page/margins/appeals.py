"""Lines that ask readers to follow, subscribe, write or download, in the languages of the press."""

from __future__ import annotations

import re

from tasks.core.lazy_regex import lazy_regex

LONGEST = 330  # code points
# What such lines name.
_STEMS = (
    "witter", "acebook", "nstagram", "elegram", "hatsApp", "hatsapp", "ewsletter", "inbox", "@", "oogle", " app", "App",
    "omments", "ell us", "ell the", "us know", "our say", "hannel", "canal", "Canal", "kanal", "канал", "еграм", "tip?",
    "us:", "or more ", "latest ", "onsider", "reading", "redac",
    "redak", "ember", "overage", "live blog", "oletín", "lettre", "غرام", "جرام", "يسبوك",
    "قناة", "اتساب", "Ctrl", "ติดตาม", "下載", "下载",
    "关注", "關注", "ідтрим", "оддерж", "езалежн", "езависим", "在看", "维码", "維碼", "ziękujemy", "or le",
    "per aver letto", "rs lesen", "ous lire",
)  # fmt: skip
_WHERE = (
    r"(?:twitter|facebook|instagram|telegram|whatsapp|viber|youtube|tiktok|linkedin|google (?:news|noti\w+|actu\w*)|"
    r"app\b|newsletters?|inbox|boletín|lettre|canale?\b|kanal|channel|телеграм|канал|дзен|вконтакте|تلغرام|تليجرام|"
    r"فيسبوك|واتساب|قناة|aplika\w+|aplica\w+|applicat?ion)"
)
_SUBSCRIBE = (
    r"(?:suscr[ií]be|s[ií]gue|[úu]nete|recibe|descarga|inscreva|siga|assine|receba|participe|baixe|acompanhe|"
    r"entre no|clique aqui|abonnez|suivez|inscrivez|recevez|téléchargez|rejoignez|iscriviti|seguici|segui|abbonati|"
    r"ricevi|scarica|abonnieren|folgen sie|folge uns|jetzt .{0,20}anmelden|laden sie|подпи[сш]|підпи[сш]|следите|"
    r"читайте нас|стежте|слідкуйте|"
    r"(?:puedes|puede|podéis|podés|você pode|vous pouvez|puoi|potete|je kunt|u kunt|możesz|"
    r"můžete|можете|sie können|du kannst) (?:\w+ )?(?:segui\w*|suscri\w*|suivre|acompanhar|assinar|iscriv\w*|volgen|"
    r"obserwować|śledzić|sledovat|подписаться|читать|uns)|folgt uns|"
    r"хотите .{0,60}получать|присоединяйтесь|zapisz się|śledź|obserwuj|polub|dołącz|pobierz|ikuti|gabung|dapatkan|"
    r"simak|unduh|urmăr|abon|takip ed|ακολουθ|تابعونا|تابعوا|اشترك|لمتابعة)"
    rf".{{0,130}}{_WHERE}"
)
_APPEAL = lazy_regex(
    r"^\W*(?:"
    # to follow
    rf"(?:please |you can |and |also )*(?:like and )?(?:follow|join)\b.{{0,70}}\b{_WHERE}|"
    r"please (?:follow|like)\b.{0,30}\bus\b|"
    rf"(?:follow|like) us\b|follow\b.{{0,60}}\s@\w|"
    # to subscribe
    r"(?:get|receive|have) .{0,90}\b(?:inbox|newsletters?)\b|"
    r"(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|inbox|channel)\b|"
    r"support (?:local|independent|quality|our) (?:journalism|newsrooms?|reporting)\b.{0,99}\b(?:subscri|donat|member)|"
    # to give
    r"(?:like|love|enjoy(?:ed|ing)?|value) (?:what|our|this)\b.{0,150}\b(?:member|donat\w+|support\w*|subscri\w+)\b|"
    r"(?:thanks|thank you) for (?:reading|subscribing)\b|dziękujemy,? że przeczyta|gracias por leer|obrigado por ler|"
    r"grazie per aver letto|merci de nous (?:lire|avoir lus?)|danke fürs lesen|bedankt voor het lezen|"
    r"(?:send|skicka|stuur|schick\w*|senden|envoyez|env[ií]a\w*|mande|invia\w*|wyślij|sende|присылайте|надсилайте)\b"
    r".{0,100}(?:\S@\w|whatsapp|telegram|\d{2}\s?\d{3})|"
    # to read on
    r"(?:follow|read|see|catch|track|check out|click here for) (?:all )?(?:of )?(?:our|the) "
    r".{0,60}\b(?:coverage|live blog)\b.{0,50}(?:here|below)\W*$|"
    r"for (?:more|all the latest|the latest) (?:\w+ ){0,4}(?:news|stories|coverage|updates|headlines)\b.{0,60}"
    r"\b(?:click|visit|follow|go to|head to|download|subscribe|sign up)\b|"
    r"follow (?:\S+ ){0,3}coverage\b.{0,80}\bhttps?:|"
    # to write
    r"(?:have|got|do you have) (?:a|any|an) (?:news )?(?:tip|tips|story|story tip)\b.{0,20}\?|"
    r"(?:contact|reach|e-?mail|write to|message|tweet)\b.{0,60}\bat\b.{0,40}[\w.]+@\w|"
    # to download
    rf"download (?:the|our|your)\b.{{0,60}}\bapp\b|"
    # in other languages
    r"(?:станьте|підтримайте|поддержите)\b.{0,160}(?:підтримк|підтримайте|поддержк|незалежн|независим|журналіст|журналист)|"
    rf"{_SUBSCRIBE})",
    re.IGNORECASE | re.DOTALL,
)
# What is said behind other words, by what stands in all such lines, in small letters.
_FURTHER = {
    "sign up": r".{0,80}\bsign up for .{0,60}\bnewsletter\b",
    "consider": r"[^.!?]{0,120}\bconsider (?:making an? (?:\w+ )?(?:donation|contribution|gift)|donating|"
    r"supporting (?:us|our|the)|becoming an? (?:\w+ ){0,3}(?:member|subscriber|supporter|patron)|subscribing)\b",
    "@": r".{0,220}\b(?:reach|contact|e-?mail|follow) (?:him|her|them|me)\b.{0,60}\s\(?@?[\w.]+@\w|"
    r"[^.]{5,60} (?:may|can) be reached (?:at|via|on|by)\b.{0,40}@|we(?:’|')?d love to (?:hear|get)\b.{0,60}@",
    "?": r"[^.!?]{5,120}\?\s(?:please |why not )?(?:tell us|let us know|share your|have your say|get in touch|"
    r"comment below)\b"
    r".{0,100}(?:\bcomments?\b|@|\be-?mail)|"
    r"(?:[^.!?]{5,120}\?\s){1,2}(?:écrivez|contactez|schreib\w*|mailen|mail|stuur|laat het|tipsa|tips|"
    r"skriv|kirjoita|lähetä|írjon|napište|napíšte|scrie|escr[ií]b\w+|escrev\w+|scriv\w+|napisz\w*|piš\w*|"
    r"напишите|пишите|hubungi)\b.{0,100}(?:\S@\w|whatsapp|telegram|redac\w+|redak\w+|rédaction|redazione|\d{3})|"
    r"[^.!?]{0,40}\b(?:wrong|errors?|mistakes?|typos?)\b[^.!?]{0,20} (?:this|the|our) "
    r"(?:story|article|page|report)\?\s(?:tell|let|contact|e-?mail) (?:us|the (?:desk|editors?|newsroom))\b"
    r"(?: know)?\W*$|"
    rf"[^.!?]{{5,120}}\?\s{_SUBSCRIBE}",
    "ctrl": r"[^.!]{0,120}\bctrl\s?\+\s?enter\b",
    "google": r"[^.]{0,80}google (?:news|haberler)\b.{0,20}(?:takip|abone)",
    "ติดตาม": r"ติดตาม.{0,80}(?:google|line|facebook|youtube|tiktok|เฟซบุ๊ก|ไลน์)",
    "app": r".{0,60}下[載载]\s?app\b",
    "关注": r".{0,40}关注(?:我们|本号|(?:本)?公众号)",
    "關注": r".{0,40}關注(?:我們|本號|(?:本)?公眾號)",
    "在看": r".{0,30}点个?\W?在看",
    "维码": r".{0,40}(?:扫|长按|识别).{0,12}二维码",
    "維碼": r".{0,40}(?:掃|長按|識別).{0,12}二維碼",
    "чита": rf".{{0,40}}\bчита(?:ти|ть) нас\b.{{0,130}}{_WHERE}",
}
_SAID = [(stem, lazy_regex(rf"\W*(?:{said})", re.IGNORECASE | re.DOTALL)) for stem, said in _FURTHER.items()]


def is_appeal(text: str) -> bool:
    """Whether a line asks its readers for something.

    >>> is_appeal("Follow the Grain on Twitter and Facebook."), is_appeal("He followed her on Twitter.")
    (True, False)
    >>> is_appeal("Подписывайтесь на наш канал в Телеграме"), is_appeal("Write to Ada Byron at ada@grain.example")
    (True, True)
    """
    if len(text) > LONGEST:
        return False
    small = text.lower()
    return _APPEAL.match(text) is not None or any(stem in small and said.match(text) for stem, said in _SAID)


def may_appeal(text: str) -> bool:
    """Whether any line of a text can be an appeal, which is sooner told."""
    return any(stem in text for stem in _STEMS)
