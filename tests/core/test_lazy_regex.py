"""A lazy regular expression answers as a compiled one does, and is compiled once, when it is asked."""

from __future__ import annotations

import copy
import re

import pytest

from tasks.core.lazy_regex import lazy_regex


def test_answers_as_a_compiled_one() -> None:
    pattern = lazy_regex(r"(?P<year>\d{4})-\d\d", re.ASCII)
    assert [match["year"] for match in pattern.finditer("2025-11, 2026-12")] == ["2025", "2026"]
    assert pattern.sub("…", "on 2026-11") == "on …"
    assert (pattern.pattern, pattern.groups, bool(pattern.flags & re.ASCII)) == (r"(?P<year>\d{4})-\d\d", 1, True)


def test_bytes() -> None:
    assert lazy_regex(rb"<b>").search(b"<i><b>") is not None


def test_is_compiled_once_and_not_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr("tasks.core.lazy_regex.re.compile", counted)
    pattern = lazy_regex("ten ships")
    assert compiled == []
    assert pattern.search("ten ships")
    assert pattern.match("nine ships") is None
    assert compiled == ["ten ships"]


def test_a_wrong_pattern_is_told_at_the_first_question() -> None:
    pattern = lazy_regex("(")
    with pytest.raises(re.error):
        pattern.search("(")


@pytest.mark.parametrize("name", ["seek", "_seek"])
def test_unknown_questions_are_refused(name: str) -> None:
    with pytest.raises(AttributeError):
        getattr(lazy_regex("a"), name)
    assert copy.copy(lazy_regex("a")).search("a")
