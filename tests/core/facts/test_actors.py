"""Actors of a text: countries, organisations, roles and persons, each with country and sector."""

from __future__ import annotations

import pytest

from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.finding import Finding
from tests.core.facts.names import cases, lexicon

# Case, words, which of their occurrences, and the columns they must have; None for words that are no actor.
ACTORS = [
    # A capital that says, is told or has a policy is its government; one where people meet is a place.
    ("capital_acts", "Belgrade", {"entity_id": "country:SRB", "sector": "GOV", "finder": "country:capital"}),
    ("capital_told", "Moscow", {"entity_id": "country:RUS", "sector": "GOV"}),
    ("capital_told", "Tehran", {"entity_id": "country:IRN", "sector": "GOV"}),
    ("capital_place", "Belgrade", None),
    ("capital_dateline", "TALLINN", None),
    # Who acts, acts through its government; also the second of two.
    ("two", "Peru", {"entity_id": "country:PER", "sector": "GOV"}),
    ("capital_place", "Serbia", {"entity_id": "country:SRB", "sector": None}),
    # The country beside an agent belongs to its words.
    ("possessive", "Latvia's foreign ministry", {"entity_id": "org:LVA-foreign-ministry", "sector": "GOV"}),
    ("possessive", "Belarusian ambassador", {"kind": "role", "country": "BLR", "sector": "GOV"}),
    ("title", "Estonian government", {"entity_id": "org:EST-government", "country": "EST"}),
    ("apposition", "president of Norway", {"kind": "role", "country": "NOR", "sector": "GOV"}),
    # A person is what the title before the name or the apposition behind it says.
    ("title", "Anna Berg", {"kind": "person", "entity_id": "person:anna-berg", "country": "NOR", "sector": "GOV"}),
    ("apposition", "Anna Berg", {"country": "NOR", "sector": "GOV"}),
    ("employer", "director", {"country": "USA", "sector": "COP"}),
    ("employer", "spokesman", {"country": "PSE", "sector": "REB"}),
    # Adjectives and peoples.
    ("people", "Danes", {"kind": "role", "country": "DNK", "finder": "demonym:people"}),
    ("people", "Swedish rescuers", {"kind": "role", "country": "SWE"}),
    ("american", "American market", None),
    ("language", "French", None),
    ("language", "Danish", {"country": "DNK"}),
    ("dane", "Danes", {"country": "DNK"}),
    ("doctor", "Kenyan Prime Minister", {"kind": "role", "country": "KEN", "sector": "GOV"}),
    # Names that countries share, and words that only look like actors.
    ("georgia_country", "Georgia", {"entity_id": "country:GEO"}),
    ("georgia_state", "Georgia", None),
    ("georgia_beside", "Georgia", {"entity_id": "country:GEO"}),
    ("jordan_town", "Jordan", None),
    ("capitals_only", "WHO", None),
    ("jets", "fighters", None),
    ("jets", "rebels", {"kind": "role", "sector": "REB"}),
    ("police", "Springfield Police Department", {"kind": "organisation", "sector": "COP"}),
    ("company", "Acme Holdings, Inc.", {"kind": "organisation", "sector": "BUS"}),
    # A name is whole: by the shape of an organisation, by the tree, by a company's suffix.
    ("unit", "Joint Harbor Smuggling Team", {"kind": "organisation", "finder": "organisation:shape"}),
    ("institute", "Wexler Institute for Rural Economics", {"kind": "organisation", "sector": "EDU"}),
    ("suffix", "Globex, Inc.", {"kind": "organisation", "sector": "BUS"}),
    ("halves", "Saeb Qandil", {"kind": "person", "country": "PSE", "sector": "GOV"}),
    # What stands before a listed name is no other body; what stands between a country and a kind of actor makes one.
    ("listed_party", "Britain's Conservative Party", {"entity_id": "org:TORIES"}),
    ("small_word", "Fatah", {"entity_id": "org:FATAH"}),
    ("harbor", "U.S. Harbor Police", {"entity_id": "org:us-harbor-police", "country": "USA", "sector": "COP"}),
    ("transport", "British Transport Police", {"entity_id": "org:british-transport-police", "country": "GBR"}),
    ("square", "Union", None),
    ("shop", "Moody's", {"kind": "organisation"}),
    ("article", "The Lantern", {"kind": "organisation", "entity_id": "org:lantern"}),
    ("spelt_out", "LCWA", {"entity_id": "org:lake-county-water-authority"}),
    # A law does nothing; two tags in a row are one name; an owner in full owns what is understood.
    ("law", "Clean Voter Act", None),
    ("law", "Voter", None),
    ("adjacent", "Noor Fayez Qandil", {"kind": "person"}),
    ("elliptic", "Donald Poole", {"kind": "person"}),
    # Letters for small words name nobody, unless the words are a body's; a carrier is no country.
    ("spelt_small", "HPD", None),
    ("spelt_body", "NOC", {"kind": "organisation"}),
    ("carrier", "Emirates", {"kind": "organisation", "entity_id": "org:EMIRATESAIRLINE"}),
    ("carrier_head", "Tom Cole", {"kind": "person", "sector": "BUS"}),
    ("vague", "representatives", {"kind": "role", "sector": None}),
    ("vague", "captain", {"kind": "role", "sector": None}),
    # A name ends before a day and before a title; a letter is none.
    ("day", "Dover Council", {"kind": "organisation"}),
    ("chamber", "Dover Chamber of Commerce", {"kind": "organisation", "sector": "BUS"}),
    ("letter", "D", None),
    # Capitals are a surname's too, and a first name's where nothing else stands.
    ("interview", "WALLACE", {"kind": "person"}),
    ("signature", "RICK", {"kind": "person"}),
    # An owner's name before a shop, owners in the plural; one of many that bear the name is not who gave it.
    ("owner", "Ray's Pizza", {"kind": "organisation"}),
    ("hospital", "Cook Children's Research Hospital", {"kind": "organisation", "sector": "MED"}),
    ("one_of_many", "Mazda", None),
    ("mazda", "spokesman", {"country": "JPN", "sector": "BUS"}),
    # A common word names a listed company only where the parser sees one; a thing is none.
    ("shared_name", "Apple", {"entity_id": "org:APPLE", "country": "USA", "sector": "BUS"}),
    ("shared_word", "Target", None),
    ("thing", "iPhone", None),
    # No person: a storm, a party with its state, a capital; no state: a team, a company's president.
    ("state_tag", "D-Minn.", None),
    ("tagged_capital", "Washington", {"entity_id": "country:USA", "sector": "GOV"}),
    ("score", "Spain", {"entity_id": "country:ESP", "sector": None}),
    ("any_president", "Dana Poole", {"kind": "person", "sector": "BUS"}),
    ("mayor", "Ann Cole", {"kind": "person", "sector": "GOV"}),
    ("brigade", "spokesman", {"sector": "GOV"}),
    # A country before a title is the title's.
    ("us_president", "administration", {"country": None}),
    ("us_president", "Anna Berg", {"country": "USA", "sector": "GOV"}),
]


def actor(case: str, words: str) -> Finding | None:
    text, sentences = cases()[case]
    start = text.index(words)
    found = find_actors(text, sentences, lexicon())
    return next(
        (f for f in found if f.start <= start < f.end and (f.start, f.end) == (start, start + len(words))), None
    )


@pytest.mark.parametrize(("case", "words", "columns"), ACTORS, ids=lambda value: str(value)[:40])
def test_actor(case: str, words: str, columns: dict[str, object] | None) -> None:
    found = actor(case, words)
    if columns is None:
        assert found is None
    else:
        assert found is not None
        assert {name: getattr(found, name) for name in columns} == columns


def test_the_first_of_two_americans_is_a_continent() -> None:
    text, sentences = cases()["american"]
    found = [f for f in find_actors(text, sentences, lexicon()) if f.country == "USA"]
    assert [f.start for f in found] == [text.rindex("American")]


def test_a_first_name_is_nobody_s_people() -> None:
    text, sentences = cases()["dane"]
    danes = [f for f in find_actors(text, sentences, lexicon()) if f.country == "DNK"]
    assert [text[f.start : f.end] for f in danes] == ["Danes"]


def test_a_storm_is_nobody() -> None:
    text, sentences = cases()["storm"]
    assert not [f for f in find_actors(text, sentences, lexicon()) if f.start == text.rindex("Rita")]


def test_a_country_has_its_coordinates() -> None:
    found = actor("capital_acts", "Serbia")
    assert found is not None
    assert (found.latitude, found.longitude, found.geonames_id) == (44.017, 21.006, 6290252)
