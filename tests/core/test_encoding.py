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
        pytest.param("日本の首相は".encode("shift_jis"), "x-sjis", "日本の首相は", "shift_jis (declared)",
                     id="shift_jis"),
        pytest.param("日本の首相は".encode("iso2022_jp"), None, "日本の首相は",
                     "iso-2022-jp (escape sequences)", id="jis"),
        pytest.param("中国外交部".encode("gb18030"), "gb2312", "中国外交部", "gbk (declared)", id="gb2312 is gb18030"),
        pytest.param("é".encode() * 40 + b"\xff", "utf-8", "é" * 40 + "\ufffd", "utf-8 (damaged)", id="one bad byte"),
        pytest.param("café".encode("cp1252"), "no-such-label", "café", "windows-1252 (detected; declared nothing)",
                     id="unknown label"),
        pytest.param(b"", None, "", "utf-8 (plain ASCII)", id="empty"),
    ],
)  # fmt: skip
def test_decision(payload: bytes, label: str | None, text: str, encoding: str) -> None:
    decoded = decode(payload, label)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@given(
    st.binary(max_size=300), st.sampled_from([None, "", "utf-8", "utf-16", "gbk", "x-user-defined", "Ÿ", "iso-2022-kr"])
)
def test_any_bytes_under_any_label(payload: bytes, label: str | None) -> None:
    assert isinstance(decode(payload, label).text, str)
