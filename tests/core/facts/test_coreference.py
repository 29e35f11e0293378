"""References: what stands for what was named, and what is left alone because it could be several."""

from __future__ import annotations

import pytest

from tests.core.facts.names import cases, found_in

# Case, the referring words (their last occurrence), and the entity they stand for; None where it is not safe.
REFERENCES = [
    ("georgia_country", "its", "country:RUS"),
    ("country", "the country", "country:PER"),
    ("ministry", "The ministry", "org:LVA-defense-ministry"),
    ("description", "The military alliance", "org:NATO"),
    ("description", "its", "org:NATO"),
    ("surname", "Lopez", "person:maria-lopez"),
    ("surname", "she", "person:maria-lopez"),
    ("acronym", "UFF", "org:union-of-free-fishers"),
    ("company", "Acme", "org:acme-holdings-inc"),
    ("company", "the company", "org:acme-holdings-inc"),
    ("gender", "She", "person:sarah-miller"),
    ("halves", "Qandil", "person:saeb-qandil"),
    ("junior", "Molino", "person:patrick-w-molino-jr"),
    ("surname_tag", "Cleve", "person:nick-cleve"),
    # Another gender, two antecedents, none, or the wrong side of the verb.
    ("wrong_gender", "He", None),
    ("two", "they", None),
    ("weather", "It", None),
    ("weather", "it", None),
    ("bound", "it", None),
    # Somebody else stands between; the subject is only understood; the word stands for a clause; the gender differs.
    ("contested", "his", None),
    ("understood", "him", None),
    ("announced", "it", None),
    ("both_genders", "he", None),
    ("both_genders", "She", "person:ilma-radek"),
    # Another bloc, another title; a company that nothing tells to be one, but that spoke just before.
    ("modified", "bloc", None),
    ("vice", "president", None),
    ("medium", "company", None),
    ("justices", "justices", None),
    ("khan", "She", None),
    ("untold_company", "company", "org:veltrix"),
    # Of two with a surname, who stood before it; nobody, where only a relative follows.
    ("relatives", "Poole", "person:donald-poole"),
    ("relatives", "praised Radek", None),
    # A county is not its court.
    ("county", "Dover County", None),
    # What a company sells is named later, and is not the company.
    ("apart", "Lumina", None),
]


@pytest.mark.parametrize(("case", "words", "entity"), REFERENCES, ids=lambda value: str(value))
def test_reference(case: str, words: str, entity: str | None) -> None:
    text, sentences = cases()[case]
    end = text.rindex(words) + len(words)
    found = [f for f in found_in(text, sentences) if f.end == end and f.finder.startswith("coreference:")]
    assert [f.entity_id for f in found] == ([entity] if entity else [])


def test_a_person_keeps_the_sector_of_the_title() -> None:
    text, sentences = cases()["surname"]
    found = [f for f in found_in(text, sentences) if f.entity_id == "person:maria-lopez"]
    assert len(found) == 3
    assert {f.sector for f in found} == {"GOV"}


def test_what_is_not_resolved_stays() -> None:
    text, sentences = cases()["title"]
    surfaces = [text[f.start : f.end] for f in found_in(text, sentences)]
    assert surfaces == ["Norwegian Defense Minister", "Anna Berg", "officials", "Estonian government", "Tallinn"]
