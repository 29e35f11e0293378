"""What is known of actors before reading: countries, organisations, agents (kinds of actor) and the cues of acting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tasks.core.facts.name import NameIndex, key_of, slug
from tasks.tables.values import MentionKind

Row = Mapping[str, str]
_AGENT_KINDS: dict[str, MentionKind | None] = {
    "organisation": "organisation",
    "role": "role",
    "title": "role",
    "none": None,
}
Sense = Literal["name", "adjective", "people", "capital", "organisation", "region"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own."""

    code: str
    name: str
    neighbours: frozenset[str]
    latitude: float
    longitude: float
    geonames_id: int


@dataclass(frozen=True, slots=True)
class Known:
    """One spelling of a known actor: `form` as listed, and in which sense it names `entity_id`.

    `is_shared` where the form is a common word or other names too, so that the parser has to see an organisation.
    """

    form: str
    sense: Sense
    entity_id: str
    name: str
    country: str | None
    sector: str | None
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Agent:
    """A kind of actor: `spokesman`, `defense ministry`; `is_title` where it stands before a person's name.

    `kind` is None for words that look like an actor and are none: `jet fighter`.
    """

    words: str
    kind: MentionKind | None
    sector: str | None
    is_title: bool


class ActorLexicon:
    """The reference tables of actors, indexed."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """`tables`: rows of countries, organisations, organisation_heads, agents, regions, given_names,
        government_cues, descriptions."""
        self.countries = {row["code"]: _country(row) for row in tables["countries"]}
        self.known = NameIndex((known.form, known) for known in _known(tables))
        self.agents = NameIndex((form, agent) for row in tables["agents"] for form, agent in _agent(row))
        self.given_names = frozenset(row["name"] for row in tables["given_names"])
        self.genders = {key_of(row["name"]): row["gender"] for row in tables["given_names"] if row["gender"]}
        self.namesakes = frozenset(f"country:{row['code']}" for row in tables["countries"] if row["namesakes"])
        self.state_forms = frozenset(
            form
            for row in tables["regions"]
            if row["codes"]
            for form in (row["name"], *_forms(row, "spellings", "codes"))
        )
        # `open`: an `of` may follow; `closed`: the name ends there; `owned`: an owner's name stands before it.
        self.heads = {row["word"]: row["kind"] for row in tables["organisation_heads"]}
        self._cues = {(row["lemma"], row["kind"]) for row in tables["government_cues"]}
        self.descriptions = NameIndex(
            (row["description"], frozenset(row["antecedents"].split("|"))) for row in tables["descriptions"]
        )

    def is_cue(self, lemma: str, kind: str) -> bool:
        """Whether a lemma of this kind (verb, object, noun, preposition) shows that a capital means its government."""
        return (lemma, kind) in self._cues


def _country(row: Row) -> Country:
    neighbours = frozenset(_forms(row, "neighbours"))
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    return Country(row["code"], row["name"], neighbours, latitude, longitude, int(row["geonames_id"]))


def _known(tables: Mapping[str, Sequence[Row]]) -> Iterator[Known]:
    for row in tables["countries"]:
        senses: tuple[tuple[Sense, tuple[str, ...]], ...] = (
            ("name", (row["name"], *_forms(row, "spellings"))),
            ("adjective", _forms(row, "adjectives")),
            ("people", _forms(row, "people")),
            ("capital", _forms(row, "capitals")),
        )
        for sense, forms in senses:
            sector = "GOV" if sense == "capital" else None
            for form in forms:
                yield Known(form, sense, f"country:{row['code']}", row["name"], row["code"], sector)
    for row in tables["organisations"]:
        for form in {row["name"], *_forms(row, "spellings")}:
            named = (f"org:{row['id']}", row["name"], row["country"] or None, row["sector"])
            yield Known(form.rstrip("*"), "organisation", *named, form.endswith("*"))
    for row in tables["regions"]:
        for form in {row["name"], *_forms(row, "spellings")}:
            yield Known(form, "region", f"region:{slug(row['name'])}", row["name"], row["country"] or None, None)


def _forms(row: Row, *columns: str) -> tuple[str, ...]:
    return tuple(form for column in columns for form in row[column].split("|") if form)


def _agent(row: Row) -> Iterable[tuple[str, Agent]]:
    kind = _AGENT_KINDS[row["kind"]]
    agent = Agent(row["words"], kind, row["sector"] or None, row["kind"] == "title")
    return [(form, agent) for form in {row["words"], plural(row["words"])}]


def plural(words: str) -> str:
    """The plural of a noun phrase, at its head noun.

    >>> plural("member of parliament"), plural("defense ministry"), plural("policeman")
    ('members of parliament', 'defense ministries', 'policemen')
    """
    head, of, rest = words.partition(" of ")
    if head.endswith("man"):
        head = head[:-3] + "men"
    elif head.endswith("y") and head[-2:-1] not in "aeou":
        head = head[:-1] + "ies"
    elif head.endswith(("s", "x", "ch", "sh")):
        head += "es"
    else:
        head += "s"
    return head + of + rest
