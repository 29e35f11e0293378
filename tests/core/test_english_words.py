"""Words and sentence ends of English UD in raw text, and that cutting takes linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.sentences import sentences
from tasks.core.english.words import words


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def sentence_texts(text: str) -> list[str]:
    spans = words(text)
    return [text[spans[first][0] : spans[end - 1][1]] for first, end, _ in sentences(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Clitics are words of their own, under either apostrophe.
        ("don't", "do n't"),
        ("Serbia’s", "Serbia ’s"),
        ("they'd've", "they 'd 've"),
        ("cannot", "can not"),
        ("the soldiers' camp", "the soldiers ' camp"),
        ("O'Brien's o'clock", "O'Brien 's o'clock"),
        ("its IM", "its IM"),
        # Compounds are cut at the hyphen, prefixed words are not.
        ("U.S.-led", "U.S. - led"),
        ("MiG-29 and S-400", "MiG - 29 and S - 400"),
        ("anti-tank, mid-1990s", "anti-tank , mid-1990s"),
        ("state-of-the-art", "state - of - the - art"),
        # Numbers keep their inner marks and leave their units.
        ("1,200 at 10:30pm", "1,200 at 10:30 pm"),
        ("$3.5bn (40%)", "$ 3.5 bn ( 40 % )"),
        ("the 24th, 24-29 Oct.", "the 24th , 24 - 29 Oct."),
        ("on 9/11 in the '90s", "on 9/11 in the '90s"),
        # Stops belong to abbreviations and initials, not to the last word.
        ("Gen. J. Smith left.", "Gen. J. Smith left ."),
        ("at 5 p.m. today", "at 5 p.m. today"),
        ("Wait... what?!", "Wait ... what ?!"),
        # Addresses are one word.
        ("see https://a.example/b?c=1.", "see https://a.example/b?c=1 ."),
        ("ask me@mail.example.org, or news.com", "ask me@mail.example.org , or news.com"),
        ("“Go—now,” she said", "“ Go — now , ” she said"),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_words_are_those_of_english_ud(text: str, expected: str) -> None:
    assert " ".join(split(text)) == expected


@pytest.mark.parametrize(
    "parts",
    [
        ["The drills ran on Oct. 24-29 near Nis.", "They ended well."],
        ["Gen. Smith met U.S. troops.", "He left."],
        ["They came from the U.S.", "The others stayed."],
        ["It began at 6 a.m. on Monday.", "Nobody slept."],
        ["Mr. J. R. Jones, Jr. spoke.", "Dr. No did not."],
        ['He said: "We will go."', "Nobody did."],
        ["“Will you stay?” he asked.", "She did not answer."],
        ["(The ministry denied it.)", "Talks go on."],
        ["Is it true?", "It is!", "Well..."],
        ["It rose 3.5 percent in No. 10.", "Then it fell."],
        ["It was cold. [4]", "The river froze."],
        ["Acme Inc. shares fell.", "Others rose."],
        # A dateline stands alone; a dash within a sentence does not end it.
        ["LISBON (Reuters) -", "Talks began."],
        ["LVIV, Ukraine, Nov. 3 (AP) —", "Talks began."],
        ["TARTU -", "Talks began."],
        ["ST. MARY'S, N.S. --", "The talks began."],
        ["Salem, Ohio —", "Talks began."],
        ["Basra, Iraq (CNN) --", "Talks began."],
        ["OAK RIDGE, Tenn. (AP)", "Police left."],
        ["OSLO (May 2, 2017) —", "Talks began."],
        ["Oslo, May 2, 2017 (GLOBE NEWSWIRE) --", "Talks began."],
        ["OSLO, May 2, 2017 /PRNewswire/ --", "Talks began."],
        ["OSLO  (NRK) --", "Talks began."],
        ["The U.S. - Mexico border is closed."],
        ["NATO - the alliance - met."],
        ["UNICEF — the agency — met."],
    ],
)
def test_sentences_end_where_they_should(parts: list[str]) -> None:
    assert sentence_texts(" ".join(parts)) == parts


def test_a_dateline_may_have_lost_its_dash() -> None:
    assert sentence_texts("OAK RIDGE  Local police left.") == ["OAK RIDGE", "Local police left."]


def test_a_blank_line_always_ends_a_sentence() -> None:
    text = "A headline without a stop\n\nThe text, which\nis wrapped at a width of some fifty letters,\nbegins."
    spans = words(text)
    assert [paragraph for _, _, paragraph in sentences(text, spans)] == [0, 1]


def test_a_sentence_without_end_is_cut() -> None:
    text = "and so on, " * 500
    spans = words(text)
    parts = list(sentences(text, spans))
    assert all(end - first <= 200 for first, end, _ in parts)
    assert sum(end - first for first, end, _ in parts) == len(spans)


@pytest.mark.parametrize("unit", ['"', "a", "'s", ". ", "-", "9", "a.", "\u0301", "\n\n", "x@", "re-", "!\n"])
def test_cutting_a_text_takes_linear_time(unit: str) -> None:
    text = unit * 100_000
    began = time.process_time()
    spans = words(text)
    list(sentences(text, spans))
    assert time.process_time() - began < 5


@settings(deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(" .\n'’-\"U.S@:/n't")))))
def test_words_cover_all_but_white_space(text: str) -> None:
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    outside = "".join(text[a[1] : b[0]] for a, b in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True))
    assert not outside.strip()
    assert [i for first, end, _ in sentences(text, spans) for i in range(first, end)] == list(range(len(spans)))
