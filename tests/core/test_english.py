"""The English pipeline: trees, labels, lemmas, places, and that nothing in a text can break it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.core.english.features import shape
from tasks.core.english.lemma import Lemmatiser
from tasks.core.english.token import Sentence
from tasks.core.english.tree import entities, heads
from tasks.io.models import load_parser
from tasks.io.spacy_parser import SpacyParser


@settings(deadline=None)
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
    assert Lemmatiser({}, {}, {"free"}).lemma("freed", "VERB", "VBN") == "free"
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
    "text",
    [
        "",
        "  \n",
        "\x00",
        "\u200b\ufeff",
        "💥",
        "שלום עולם",
        "x" * 5000,
        "🇷🇸" * 300,
        "a-" * 600,
        "\ud800 a",
        "a" * 200_000 + "Z",
    ],
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


class _FakeWord:
    """As much of a spaCy token as the adapter reads."""

    def __init__(self, i: int, idx: int, text: str, **said: str) -> None:
        self.i, self.idx, self.text, self.head = i, idx, text, self
        self.is_space = not text.strip()
        self.pos_, self.tag_, self.dep_ = said["pos"], "X", said["dep"]
        self.lemma_, self.ent_type_, self.ent_iob_ = text, said.get("kind", ""), "B" if "kind" in said else "O"


def test_a_spacy_pipeline_gives_the_same_records() -> None:
    town = _FakeWord(0, 0, "Bergen", pos="PROPN", dep="nsubj", kind="GPE")
    space = _FakeWord(1, 6, "\n", pos="SPACE", dep="dep")
    verb = _FakeWord(2, 7, "Slept", pos="VERB", dep="ROOT")
    town.head = space.head = verb
    document = type("Document", (), {"sents": [[town, space, verb]]})
    sentence = SpacyParser(lambda text: document).parse("Bergen\nSlept")[0]
    assert_well_formed("Bergen\nSlept", [sentence])
    assert [(t.lemma, t.head, t.deprel, t.entity) for t in sentence.tokens] == [
        ("Bergen", 1, "nsubj", "B-LOC"), ("slept", -1, "root", "O"),
    ]  # fmt: skip


def test_a_missing_model_is_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(FileNotFoundError, match=r"model\.onnx"):
        load_parser(tmp_path_factory.mktemp("empty"))
