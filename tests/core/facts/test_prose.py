"""What is prose and what is page furniture, and where texts that were run together are parted."""

from __future__ import annotations

import pytest

from tasks.annotate import load_reader
from tasks.core.facts.prose import is_prose, part_sentences

# Each case: what it shows, the text, and whether all of it is prose.
CASES = [
    ("a sentence", "Norway closed the border on Monday.", True),
    ("a headline", "Norway closes border with Ghana", True),
    ("a name with a function word", "She lives in The Hague and reads The Times.", True),
    ("an acronym or two", "NATO and the UN met in Oslo.", True),
    ("a shout", "WHAT WE KNOW Norway closed the border.", False),
    ("a notice", "This material may not be published, broadcast, rewritten or redistributed.", False),
    ("a ban", "The names may not be published, Norway said.", True),
    ("an address", "Norway closed the border, see https://example.org/story", False),
    ("numbered pictures", "A man walks AP 9 Anna Hall waves to the crowd PA 9 Anna Hall leaves the house.", False),
    ("a text that never ends", " ".join(["Norway and Ghana and"] * 10), False),
]  # fmt: skip

# Each case: what it shows, the text, and its pieces.
PARTED = [
    ("a new beginning", "They left this morning The mayor said so.", ["They left this morning", "The mayor said so."]),
    ("a credit", "A street Getty Images Norway met Ghana.", ["A street Getty Images", "Norway met Ghana."]),
    ("a credit in brackets", "(Ann Lee/City News) Norway met Ghana.", ["(Ann Lee/City News)", "Norway met Ghana."]),
    ("a credit within", "The tram (Ann Lee) Norway met Ghana.", ["The tram (Ann Lee)", "Norway met Ghana."]),
    ("a signed picture", "He ran (Photo: PA) She met us.", ["He ran (Photo: PA)", "She met us."]),
    ("brackets behind a name", "He met Jo Hall (New York) Times staff.", ["He met Jo Hall (New York) Times staff."]),
    ("a crowd", "A boy fell into a well Dozens of people ran.", ["A boy fell into a well", "Dozens of people ran."]),
    ("an offer", "Get daily updates Norway met Ghana.", ["Get daily updates", "Norway met Ghana."]),
    ("nothing to part", "Norway met Ghana in The Hague.", ["Norway met Ghana in The Hague."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_prose(text: str, expected: bool) -> None:
    assert all(is_prose(text, sentence) for sentence in load_reader().parse(text)) is expected


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PARTED], ids=[c[0] for c in PARTED])
def test_parting(text: str, expected: list[str]) -> None:
    parse = load_reader().parse
    found = list(part_sentences(text, parse(text), parse))
    assert [text[s.start : s.end] for s in found] == expected
    assert all(text[t.start : t.end] == t.text for s in found for t in s.tokens)
    assert all(sum(t.head < 0 for t in s.tokens) == 1 for s in found)
