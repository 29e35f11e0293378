"""Who says what: direct, indirect and mixed quotation, the source before, inside and after, denials, topics."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.token import Sentence
from tasks.core.facts.speech.attribution import find_attributions
from tasks.core.facts.speech.cue_lexicon import CueLexicon, build_cue_lexicon
from tasks.core.facts.speech.quote import find_quotes
from tasks.core.facts.stance.lexicon import build_stance_lexicon
from tasks.io.events import load_cues, load_stance
from tests.core.facts.parsed import parsed, trees

# The case, and for each entry how it is vouched for, the source's words, the content's words.
CASES = [
    ("a-indirect", [("said", "The ministry", "the bridge was closed")]),
    ("a-according", [("said", "the ministry", "The bridge was closed")]),
    ("a-aside", [("said", "the mayor", "The bridge"), ("said", "the mayor", "was closed")]),
    ("a-after", [("quoted", "Anna Berg, the mayor", '"The bridge is closed,"')]),
    ("a-mixed", [("said", "The mayor", 'the bridge was "a danger to all."')]),
    ("a-parted", [("quoted", "she", '"The bridge is closed,"'), ("quoted", "she", '"and it stays so."')]),
    (
        "a-goes-on",
        [("quoted", "the mayor", '"The bridge is closed,"'), ("quoted", "the mayor", '"It stays so until May."')],
    ),
    (
        "a-chain",
        [
            ("said", "The paper", "that the mayor said the bridge was closed"),
            ("said", "the mayor", "the bridge was closed"),
        ],
    ),
    ("a-reportedly", [("said", None, "The bridge was"), ("said", None, "closed")]),
    ("a-deny", [("denied", "The mayor", "that the bridge was closed")]),
    ("a-noun", [("said", None, "that the bridge was closed")]),
    ("a-claims", [("denied", "Mali", "that its army attacked the village")]),
    ("a-accuse", [("said", "Mali", "of shelling the village")]),
    ("a-demand", []),
    ("a-asked", [("quoted", "the mayor", '"Why is the bridge closed?"')]),
    ("a-wants", []),
    ("a-topic", []),
    ("a-show", [("said", "The report", "that the bridge was unsafe")]),
]  # fmt: skip

QUOTES = [
    ("curly, nested", "He said “a ‘b’ c”.", ["“a ‘b’ c”", "‘b’"]),
    ("straight", 'He said "yes," and "no."', ['"yes,"', '"no."']),
    ("two apostrophes", "''It is so,'' he said.", ["''It is so,''"]),
    ("closing mark opens", "”It is so.” — Ann", ["”It is so.”"]),
    ("paragraphs that go on", "“One.\n\n“Two.” he said", ["“One.", "“Two.”"]),
    ("apostrophes", "the workers' rights don't count", []),
    ("single, straight", "'Don't go,' he said.", ["'Don't go,'"]),
    ("low and angled", "„Ja“ und «oui»", ["„Ja“", "«oui»"]),
    ("feet and inches", "a 5'10\" man", []),
    ("never closed", "“One.\n\nTwo.", []),
    ("empty", "", []),
]


CUES = build_cue_lexicon(load_cues(), build_stance_lexicon(load_stance()))


@pytest.fixture
def cues() -> CueLexicon:
    return CUES


@pytest.mark.parametrize(("case", "expected"), CASES)
def test_attributes(cues: CueLexicon, case: str, expected: list[tuple[str, str | None, str]]) -> None:
    text, sentences = parsed()[case]
    found = find_attributions(text, sentences, cues)
    assert [
        (a.attribution, text[a.source_start : a.source_end] if a.source_start is not None else None,
         text[a.content_start : a.content_end])
        for a in found
    ] == expected  # fmt: skip


@pytest.mark.parametrize("case", ["a-wants", "a-topic"])
def test_topics_and_wishes_are_kept_on_demand(cues: CueLexicon, case: str) -> None:
    text, sentences = parsed()[case]
    (found,) = find_attributions(text, sentences, cues, with_topics=True)
    assert not found.is_claim
    assert text[found.source_start : found.source_end] == "The mayor"


def test_a_signed_quotation_names_its_speaker(cues: CueLexicon) -> None:
    text = "“We all want a new bridge here.” ― Anna Berg"
    (found,) = find_attributions(text, [], cues)
    assert text[found.source_start : found.source_end] == "Anna Berg"


def test_a_transcript_names_its_speakers(cues: CueLexicon) -> None:
    text = "BERG: It is closed.\n\nHOLM: Since when?\n\nBERG: Since May.\n\nHOLM: I see."
    found = find_attributions(text, [], cues)
    assert [text[a.source_start : a.source_end] for a in found] == ["BERG", "HOLM", "BERG", "HOLM"]


def test_letters_before_a_line_name_nobody(cues: CueLexicon) -> None:
    text = "Q: Is it closed?\n\nA: It is closed.\n\nQ: Since when?\n\nA: Since May."
    found = find_attributions(text, [], cues)
    assert [(a.attribution, a.source_start) for a in found] == [("quoted", None)] * 4


@pytest.mark.parametrize(("label", "text", "expected"), QUOTES)
def test_finds_quotations(label: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == expected, label


@given(st.text(alphabet="ab .,\n“”\"'‘’«»", max_size=60))
def test_quotations_lie_in_the_text_and_nest(text: str) -> None:
    found = find_quotes(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(b[0] >= a[1] or b[1] <= a[1] for i, a in enumerate(found) for b in found[i + 1 :])


@given(st.text(alphabet='ab.: -―A“”\n"', max_size=80))
def test_never_raises_on_text_without_parse(text: str) -> None:
    for found in find_attributions(text, [], CUES):
        assert 0 <= found.content_start < found.content_end <= len(text)


@settings(max_examples=100, deadline=None)
@given(trees())
def test_contents_are_words_of_the_text(sentence: Sentence) -> None:
    text = " ".join(token.text for token in sentence.tokens)
    for found in find_attributions(text, [sentence], CUES, with_topics=True):
        assert text[found.content_start : found.content_end].strip()
        assert found.source_start is None or text[found.source_start : found.source_end].strip()


def test_refuses_rows_it_cannot_read() -> None:
    row = {"cue": "say", "pos": "verb", "takes": "clause", "attribution": "sung", "kind": "claim"}
    with pytest.raises(ValueError, match="sung"):
        build_cue_lexicon([row], CUES.stance)


def test_refuses_stances_it_cannot_read() -> None:
    row = {"class": "governor", "modality": "sung", "words": "sing", "meaning": ""}
    with pytest.raises(ValueError, match="sung"):
        build_stance_lexicon([row])
