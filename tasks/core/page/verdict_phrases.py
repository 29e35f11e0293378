"""How pages and addresses word that there is no article: gone, walled, paid, live, a list of others."""

from __future__ import annotations

import re

GONE = re.compile(
    r"^\W*(?:(?:error|erreur|errore|fehler)\W{1,3})?(?:404|410)\W*(?:$|[|–—:-]|error|not found|page|gone)|"
    r"\berror\W{1,3}(?:code\W{1,3})?(?:404|410)\b|page n[’']existe (?:pas|plus)|"
    r"\bpage\W{1,3}(?:\w+\W+){0,4}?"
    r"(?:no longer|does(?:n[’']t| not) exist|(?:has been |was )?(?:removed|deleted|moved))|"
    r"\b(?:the|this|that|requested)\W(?:article|story|content|file)\W{1,3}(?:\w+\W+){0,4}?"
    r"(?:not be found|no longer (?:available|exists?)|does(?:n[’']t| not) exist|has been (?:removed|deleted))|"
    r"(?:page|article|story|content|file)\W{1,3}not (?:be )?found|(?:seite|artikel)\W(?:\w+\W+){0,4}?nicht gefunden|"
    r"can[’']?(?:no)?t (?:seem to )?find (?:the|that|this) page|"
    r"(?:page|article|contenu)\b.{0,40}\bintrouvable|página no (?:encontrada|existe)|"
    r"pagina non trovata|"
    r"página não encontrada|страница не найдена|сторінку не знайдено|страницата не е намерена|nie znaleziono strony",
    re.IGNORECASE | re.MULTILINE,
)
WALL = re.compile(
    r"before you continue|we value your privacy|your privacy (?:choices|matters)|(?:your|cookie|manage) consent|"
    r"cookies? (?:settings|policy|preferences)|we and our (?:\d+ )?partners|"
    r"accept (?:all )?cookies|are you (?:a )?(?:human|robot)|verify (?:that )?you(?:[’']re| are) (?:a )?human|"
    r"just a moment|access (?:to this page has been )?denied|attention required|enable (?:javascript|cookies)|captcha|"
    r"unusual traffic|pardon our interruption|incident id|datenschutz(?:einstellungen|erklärung|hinweise)|"
    r"(?:ihrer?|ohne) zustimmung|zustimmen und|einwilligung|nos partenaires|avant de continuer",
    re.IGNORECASE,
)
PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up)\b.{0,40}\b(?:to (?:continue|keep|read)|"
    r"for (?:full|unlimited) access)|to (?:continue|keep) reading|"
    r"continue reading (?:your|this|the) (?:article|story)|to read the full (?:story|article)|"
    r"subscribers? only|for subscribers|already a (?:subscriber|member)|premium (?:article|content)|"
    r"this (?:article|content|story) is (?:reserved|only|exclusive)|you(?:[’']ve| have) (?:reached|read) your|"
    r"réservé (?:aux|à nos) abonnés|abonnez-vous pour|"
    r"il vous reste \d+\s?% de cet article|nur für abonnenten|für abonnenten|weiterlesen mit|"
    r"solo para suscriptores|exclusivo para (?:as)?suscriptores|riservato agli abbonati|exclusivo para assinantes|"
    r"unlock (?:this|the) (?:article|story)",
    re.IGNORECASE,
)
LIVE_URL = re.compile(
    r"/(?:live-?blogs?|live-updates|live-?ticker|live-news|live-coverage)(?:/|-|$)|"
    r"-live-(?:updates|blog|coverage)\b",
    re.IGNORECASE,
)
LIVE_SECTION = re.compile(r"/(?:live|ticker)/", re.IGNORECASE)
LIVE_TITLE = re.compile(
    r"\blive (?:updates?|blog)\b|\blive ?blog\b|\bas it happened\b|\bliveticker\b|(?:^|\W)live:|онлайн-трансляц",
    re.IGNORECASE,
)
INDEX_PATH = re.compile(
    r"^/?(?:index\.\w+|home|en|news|category/.*|tag/.*|topics?/.*|author/.*|search(?:/.*)?|section/.*|page/\d+)?/?$",
    re.IGNORECASE,
)
