"""The English pipeline: places, words, sentence ends, trees, labels, and that nothing in a text can break it."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.features import shape
from tasks.core.english.lemma import Lemmatiser
from tasks.core.english.sentences import sentences
from tasks.core.english.token import Sentence
from tasks.core.english.tree import entities, heads
from tasks.core.english.words import words
from tasks.io.models import load_parser


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
    ],
)
def test_sentences_end_where_they_should(parts: list[str]) -> None:
    assert sentence_texts(" ".join(parts)) == parts


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


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(" .\n'’-\"U.S@:/n't")))))
def test_words_cover_all_but_white_space(text: str) -> None:
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    outside = "".join(text[a[1] : b[0]] for a, b in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True))
    assert not outside.strip()
    assert [i for first, end, _ in sentences(text, spans) for i in range(first, end)] == list(range(len(spans)))


@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_any_scores_give_one_tree(size: int, chance: object) -> None:
    generator = np.random.default_rng(hash(chance) % 2**32)
    found = heads(generator.normal(size=(size, size + 1)).astype(np.float32))
    assert_tree(found)


def test_the_best_tree_is_found_where_greed_fails() -> None:
    # Greed makes 0 and 1 head each other; the best tree hangs 1 from the root and 0 from 1.
    scores = np.array([[0.0, 0, 10, 0], [9.0, 10, 0, 0], [0.0, 0, 5, 0]], dtype=np.float32)
    assert heads(scores) == [1, -1, 1]


def assert_tree(found: list[int]) -> None:
    assert found.count(-1) == 1
    for start in range(len(found)):
        at, steps = start, 0
        while at >= 0:
            at, steps = found[at], steps + 1
            assert steps <= len(found)


def test_entities_are_valid_even_where_the_scores_are_not() -> None:
    labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    scores = np.array([[0.5, 0.4, 1, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 1]], dtype=np.float32)
    assert entities(scores, labels) == ["B-PER", "I-PER", "O"] or entities(scores, labels)[0] != "I-PER"


@pytest.mark.parametrize(
    ("form", "xpos", "lemma"),
    [
        ("making", "VBG", "make"), ("running", "VBG", "run"), ("ties", "NNS", "tie"), ("cities", "NNS", "city"),
        ("carried", "VBD", "carry"), ("missiles", "NNS", "missile"), ("passes", "VBZ", "pass"),
        ("announced", "VBD", "announce"), ("went", "VBD", "go"), ("was", "VBD", "be"), ("n't", "RB", "not"),
        ("larger", "JJR", "large"), ("heaviest", "JJS", "heavy"), ("us", "PRP", "we"), ("Fled", "VBD", "flee"),
    ],
)  # fmt: skip
def test_lemmas(form: str, xpos: str, lemma: str) -> None:
    assert load_parser().lemmatiser.lemma(form, "VERB", xpos) == lemma


def test_a_proper_noun_keeps_its_capitals() -> None:
    assert Lemmatiser({}, {}).lemma("Kosovo", "PROPN", "NNP") == "Kosovo"


def test_shape_tells_case_and_glue() -> None:
    assert len({shape(word, False) for word in ("led", "Led", "LED", "U.S.", "400", "3.5", "T90", "-", "MiG")}) == 9
    assert shape("led", True) != shape("led", False)


def test_the_parser_reads_a_sentence() -> None:
    text = "Officials said on Tuesday that Norway’s navy didn't leave the port of Bergen."
    sentence = load_parser().parse(text)[0]
    by_text = {token.text: token for token in sentence.tokens}
    assert sentence.root.text == "said"
    assert by_text["Officials"].deprel == "nsubj"
    assert sentence.tokens[by_text["navy"].head].text == "leave"
    assert by_text["leave"].deprel == "ccomp"
    assert by_text["did"].lemma == "do"
    assert by_text["n't"].lemma == "not"
    assert by_text["Bergen"].entity == "B-LOC"
    assert sentence.children(by_text["port"].index)
    assert by_text["Bergen"].index in sentence.subtree(by_text["port"].index)


def test_a_sentence_reads_the_same_among_others() -> None:
    parser = load_parser()
    text = "The ministry sent two ships to the coast."
    alone = parser.parse(text)[0]
    among = parser.parse(f"It rained all day.\n\n{text} Nobody knew why, of course.")[1]
    assert [(t.text, t.lemma, t.upos, t.xpos, t.head, t.deprel, t.entity) for t in alone.tokens] == [
        (t.text, t.lemma, t.upos, t.xpos, t.head, t.deprel, t.entity) for t in among.tokens
    ]
    assert (alone.paragraph, among.paragraph) == (0, 1)


@pytest.mark.parametrize(
    "text", ["", "  \n", "\x00", "\u200b\ufeff", "💥", "שלום עולם", "x" * 5000, "🇷🇸" * 300, "a-" * 600, "\ud800 a"]
)
def test_odd_texts_are_read(text: str) -> None:
    assert_well_formed(text, load_parser().parse(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(" .\n'’-\"abcXYZ09")))))
def test_any_text_gives_well_formed_sentences(text: str) -> None:
    assert_well_formed(text, load_parser().parse(text))


def assert_well_formed(text: str, parsed: list[Sentence]) -> None:
    at = 0
    for sentence in parsed:
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        assert_tree([token.head for token in sentence.tokens])
        assert [token.deprel == "root" for token in sentence.tokens] == [token.head < 0 for token in sentence.tokens]
        before = "O"
        for index, token in enumerate(sentence.tokens):
            assert token.index == index
            assert at <= token.start < token.end
            assert text[token.start : token.end] == token.text
            assert token.entity[0] != "I" or before[1:] == token.entity[1:]
            at, before = token.end, token.entity


def test_a_missing_model_is_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(FileNotFoundError, match=r"model\.onnx"):
        load_parser(tmp_path_factory.mktemp("empty"))
