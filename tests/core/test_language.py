"""Telling languages: the library's own answers, however its weights are read."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tasks.core import language

TEXTS = {
    "en": "The council of the river town voted on Tuesday to rebuild the old bridge before winter.",
    "fr": "Le conseil de la ville a décidé mardi de reconstruire le vieux pont avant l'hiver prochain.",
    "sr": "Градско веће је у уторак одлучило да обнови стари мост пре зиме, а радови почињу одмах.",
    "ja": "市議会は火曜日、冬が来る前に古い橋を建て直すことを決めた。工事は来週始まる予定だ。",
    "ar": "قرر مجلس المدينة يوم الثلاثاء إعادة بناء الجسر القديم قبل حلول فصل الشتاء",
}


@pytest.fixture(scope="module")
def theirs() -> dict[str, float]:
    """What the library itself says of each text."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return {code: round(float(identifier.classify(text)[1]), 4) for code, text in TEXTS.items()}


@pytest.mark.parametrize("kept", [1 << 15, 200], ids=["all weights kept", "no room for more"])
def test_weights_kept_change_no_answer(monkeypatch: pytest.MonkeyPatch, theirs: dict[str, float], kept: int) -> None:
    monkeypatch.setattr(language, "_MET", kept)
    language._loaded.cache_clear()
    try:
        for _ in range(2):  # features met for the first time, and again
            found = {code: language.detect_language(text) for code, text in TEXTS.items()}
            assert {code: answer[0] for code, answer in found.items()} == {code: code for code in TEXTS}
            assert {code: answer[1] for code, answer in found.items()} == theirs
    finally:
        language._loaded.cache_clear()


def test_texts_read_at_once_keep_each_its_weights() -> None:
    language._loaded.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(language.detect_language, [*TEXTS.values()] * 40))
    assert found == [language.detect_language(text) for text in [*TEXTS.values()] * 40]
    assert [code for code, _ in found] == [*TEXTS] * 40


def test_model_is_loaded_once_however_many_ask_for_it() -> None:
    language._loaded.cache_clear()
    for _ in range(2):
        language.start_loading()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(language.detect_language, [TEXTS["fr"]] * 8)) == {language.detect_language(TEXTS["fr"])}
    assert language._loaded.cache_info().misses == 1


@pytest.mark.parametrize("text", ["", "2019 - 11", "Ada Byron"], ids=["empty", "numbers", "a name"])
def test_too_few_letters_tell_no_language(text: str) -> None:
    assert language.detect_language(text) == (None, None)
