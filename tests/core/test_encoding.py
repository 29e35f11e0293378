"""Bytes of every kind of page decoded as the WHATWG encoding standard reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.encoding import decode

RUSSIAN = "Министры подписали соглашение о зерне в среду вечером после долгих переговоров"


@pytest.mark.parametrize(
    ("payload", "label", "text", "encoding"),
    [
        pytest.param("naïve".encode(), "utf-8", "naïve", "utf-8 (declared)", id="utf-8"),
        pytest.param("naïve".encode(), "iso-8859-1", "naïve", "utf-8 (valid; declared windows-1252)",
                     id="wrong label"),
        pytest.param(b"plain", None, "plain", "utf-8 (plain ASCII)", id="ascii"),
        pytest.param("“x”".encode("cp1252"), "latin1", "“x”", "windows-1252 (declared)", id="latin-1 is windows-1252"),
        pytest.param(RUSSIAN.encode("cp1251"), None, RUSSIAN, "windows-1251 (detected; declared nothing)",
                     id="no label"),
        pytest.param(RUSSIAN.encode("cp1251"), "iso-8859-1", RUSSIAN, "windows-1251 (detected; declared windows-1252)",
                     id="Cyrillic under a Latin label"),
        pytest.param(RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN, "koi8-r (declared)", id="koi8-r"),
        pytest.param(b"<meta charset=windows-1251>" + "да".encode("cp1251"), None, "<meta charset=windows-1251>да",
                     "windows-1251 (declared)", id="declared in the page"),
        pytest.param(RUSSIAN.encode("utf-16"), None, RUSSIAN, "utf-16 (byte order mark)", id="utf-16 with mark"),
        pytest.param("<p>ten ships</p>".encode("utf-16-be"), None, "<p>ten ships</p>", "utf-16-be (detected)",
                     id="utf-16 without mark"),
        pytest.param(RUSSIAN.encode("utf-16-le"), None, RUSSIAN, "utf-16-le (detected)", id="Cyrillic utf-16, no mark"),
        pytest.param(RUSSIAN.encode("utf-16-be"), None, RUSSIAN, "utf-16-be (detected)", id="the same, big end first"),
        pytest.param(b"<p>ten\0 ships</p>" * 9, None, "<p>ten\0 ships</p>" * 9, "utf-8 (plain ASCII)",
                     id="null characters in a page"),
        pytest.param("Žižek, žena".encode("cp1250"), "windows-1250", "Žižek, žena", "windows-1250 (declared)",
                     id="bytes two Latin pages share"),
        pytest.param("日本の首相は".encode("shift_jis"), "x-sjis", "日本の首相は", "shift_jis (declared)",
                     id="shift_jis"),
        pytest.param("日本の首相は".encode("iso2022_jp"), None, "日本の首相は",
                     "iso-2022-jp (escape sequences)", id="jis"),
        pytest.param("中国外交部".encode("gb18030"), "gb2312", "中国外交部", "gbk (declared)", id="gb2312 is gb18030"),
        pytest.param("é".encode() * 40 + b"\xff", "utf-8", "é" * 40 + "\ufffd", "utf-8 (damaged)", id="one bad byte"),
        pytest.param("café".encode("cp1252"), "no-such-label", "café", "windows-1252 (detected; declared nothing)",
                     id="unknown label"),
        pytest.param(b"", None, "", "utf-8 (plain ASCII)", id="empty"),
        pytest.param(b"<meta charset=utf-16>caf\xe9", None, "<meta charset=utf-16>café",
                     "windows-1252 (detected; declared utf-8)", id="bytes that say they are no bytes"),
        pytest.param(b"\x1b(I12\x1b(B ten", "iso-2022-jp", "ｱｲ ten", "iso-2022-jp (escape sequences)",
                     id="jis, narrow letters"),
        pytest.param("é".encode() * 40 + b"\xff", None, "é" * 40 + "\ufffd", "utf-8 (damaged)", id="one, no label"),
        pytest.param("é".encode() * 6 + b"\xff" * 5, "utf-8", "é" * 6 + "\ufffd" * 5, "utf-8 (damaged)",
                     id="half of the bytes bad, labelled UTF-8"),
        pytest.param("é".encode() * 20 + b"\x80" + "é".encode() * 20, "utf-8", "é" * 20 + "€" + "é" * 20,
                     "utf-8 (damaged)", id="a currency of windows-1252"),
        pytest.param("Žižek".encode("cp1250"), "windows-1250", "Žižek", "windows-1250 (declared)", id="few letters"),
        pytest.param("日本の首相は".encode("shift_jis") * 9, "euc-jp", "日本の首相は" * 9,
                     "shift_jis (detected; declared euc_jp)", id="a label that gives replacement characters"),
        pytest.param("«ten» – §5".encode("cp1252"), None, "«ten» – §5", "windows-1252 (detected; declared nothing)",
                     id="marks of print alone"),
        pytest.param("да".encode("koi8-r"), "koi8-r", "да", "koi8-r (declared)", id="few Cyrillic letters"),
        pytest.param(RUSSIAN.encode("koi8-r"), None, RUSSIAN, "koi8-r (detected; declared nothing)",
                     id="Russian, not Ukrainian"),
        pytest.param(RUSSIAN.upper().encode("koi8-r"), "koi8-r", RUSSIAN.upper(), "koi8-r (declared)", id="capitals"),
    ],
)  # fmt: skip
def test_decision(payload: bytes, label: str | None, text: str, encoding: str) -> None:
    decoded = decode(payload, label)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.utf8 == text.encode()


SPOKEN = {
    "uk": "Міністри двох країн підписали угоду про зерно після довгої ночі переговорів, її чекали фермери",
    "el": "Οι υπουργοί των δύο χωρών υπέγραψαν συμφωνία για τα σιτηρά μετά από μια μακρά νύχτα",
    "tr": "İki ülkenin bakanları, başkentte süren uzun görüşmelerin ardından tahıl anlaşmasını imzaladı",
    "pl": "Ministrowie obu krajów podpisali umowę zbożową po długiej nocy rozmów, ponieważ ceny wciąż rosły",
    "cs": "Ministři obou zemí podepsali dohodu o obilí po dlouhé noci jednání v hlavním městě, řekl mluvčí",
    "hu": "A két ország miniszterei aláírták a gabonaegyezményt a fővárosban, közölte a szóvivő, aki szerint nőtt",
    "ro": "Miniştrii celor două ţări au semnat un acord privind cerealele după o noapte lungă de discuţii",
    "lt": "Abiejų šalių ministrai po ilgos derybų nakties sostinėje pasirašė grūdų susitarimą, ūkininkai prašė",
    "lv": "Abu valstu ministri pēc garas sarunu nakts galvaspilsētā parakstīja graudu līgumu, zemnieki lūguši",
    "de": "Die Minister beider Länder unterzeichneten nach einer langen Nacht ein Abkommen, für das Bauern kämpften",
    "fr": "Les ministres des deux pays ont signé un accord sur les céréales, a déclaré le président dès l’été",
    "he": "שרי שתי המדינות חתמו על הסכם התבואה לאחר לילה ארוך של שיחות בבירה",
    "ar": "وقع وزراء البلدين اتفاقا بشأن الحبوب بعد ليلة طويلة من المحادثات في العاصمة",
    "th": "รัฐมนตรีของทั้งสองประเทศลงนามในข้อตกลงธัญพืชหลังการเจรจาอันยาวนาน",
    "ko": "양국 장관들은 수도에서 긴 밤 협상 끝에 곡물 협정에 서명했다. 농민들은 요구해 왔다",
    "zh": "两国部长在首都经过一夜漫长的谈判后签署了粮食协议。农民几个月来一直要求达成这样的协议。",
}
PAGES = [
    ("uk", "windows-1251"), ("uk", "koi8-u"), ("el", "windows-1253"), ("tr", "windows-1254"), ("pl", "windows-1250"),
    ("pl", "iso-8859-2"), ("cs", "windows-1250"), ("cs", "iso-8859-2"), ("hu", "iso-8859-2"), ("ro", "windows-1250"),
    ("lt", "windows-1257"), ("lv", "windows-1257"), ("de", "windows-1252"), ("de", "mac-roman"), ("fr", "windows-1252"),
    ("he", "windows-1255"), ("ar", "windows-1256"), ("th", "cp874"), ("ko", "euc-kr"), ("zh", "gb18030"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "page"), PAGES, ids=lambda value: str(value))
@pytest.mark.parametrize("label", [None, "utf-8", "iso-8859-1"], ids=["no label", "labelled UTF-8", "labelled Latin-1"])
def test_code_pages_without_a_true_label(language: str, page: str, label: str | None) -> None:
    html = b'<div class="story"><p>' + SPOKEN[language].encode(page) + b"</p></div>"
    assert SPOKEN[language] in decode(html, label).text


@pytest.mark.parametrize(
    ("payload", "text", "why"),
    [
        pytest.param("It’s Łódź, “café”".encode().decode("latin-1").encode(), "It’s Łódź, “café”",
                     "utf-8 (declared; encoded twice)", id="encoded twice"),
        pytest.param("Ñandú â 80".encode(), "Ñandú â 80", "utf-8 (declared)", id="letters that begin such runs"),
        pytest.param("é".encode() * 30 + b" it\x92s \x96 so", "é" * 30 + " it’s – so", "utf-8 (damaged)",
                     id="marks of windows-1252 amid UTF-8"),
        pytest.param("Список".encode("mac_cyrillic"), "Список", "x-mac-cyrillic (declared)", id="Mac"),
    ],
)  # fmt: skip
def test_repairs(payload: bytes, text: str, why: str) -> None:
    decoded = decode(payload, "x-mac-cyrillic" if "mac" in why else "utf-8")
    assert (decoded.text, decoded.encoding) == (text, why)


@given(
    st.binary(max_size=300), st.sampled_from([None, "", "utf-8", "utf-16", "gbk", "x-user-defined", "Ÿ", "iso-2022-kr"])
)
def test_any_bytes_under_any_label(payload: bytes, label: str | None) -> None:
    assert isinstance(decode(payload, label).text, str)
