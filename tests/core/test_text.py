"""Text made regular: the short cuts give what the whole way gives."""

from __future__ import annotations

import ftfy.badness
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core.text import mend, regular

PRINT = "aB1 .,-!?'\"()/|&$%\u00a0‘’“”–—…\n"


@given(st.text(PRINT))
def test_signs_of_print_alone_never_look_damaged(text: str) -> None:
    assert not ftfy.badness.is_bad(text)
    assert mend(text) == text


@given(st.text(sorted({*ftfy.badness.BADNESS_RE.pattern, *PRINT}), max_size=6))
def test_mending_takes_no_damage_for_sound(text: str) -> None:
    assert mend(text) == (ftfy.fix_encoding(text) if ftfy.badness.is_bad(text) else text)


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [("Itâ€™s", "It’s"), ("rÃ©sumÃ©", "résumé"), ("“Ã¼ber”", "“über”"), ("СЃРµР№С‡Р°СЃ", "сейчас")],
)
def test_damage_is_mended(damaged: str, meant: str) -> None:
    assert mend(damaged) == meant


@pytest.mark.parametrize("sign", "\r\x00\x0b\x0c\x1b\x7f\x85\x9f\u00ad\u200b\u200e\u2028\u2029\u202a\u2066\ufeff")
def test_no_irregular_sign_is_left(sign: str) -> None:
    assert sign not in regular(f"é{sign}é")


@given(st.text())
def test_regular_text_stays(text: str) -> None:
    assert regular(regular(text)) == regular(text)
