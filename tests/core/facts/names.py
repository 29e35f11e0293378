"""Parsed texts that name actors and places, and what the finders make of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tasks.core.english.token import Sentence, Token
from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.coreference.resolve import resolve_references
from tasks.core.facts.finding import Finding
from tasks.core.facts.place.find import Context, find_places
from tasks.core.facts.place.gazetteer import Gazetteer
from tasks.io.gazetteer import load_actors, load_gazetteer

CASES = Path(__file__).parents[2] / "cases" / "facts" / "names.conllu"


@cache
def lexicon() -> ActorLexicon:
    """The shipped tables of actors."""
    return ActorLexicon(load_actors())


@cache
def gazetteer() -> Gazetteer:
    """The shipped places."""
    return Gazetteer(*load_gazetteer())


@cache
def cases() -> dict[str, tuple[str, tuple[Sentence, ...]]]:
    """Text and sentences by the id of the case, as the shipped parser read them."""
    found = {}
    for block in CASES.read_text("utf-8").split("# id = ")[1:]:
        name, text, *rows = block.split("\n")
        trees = "\n".join(rows).strip().split("\n\n")
        found[name] = (text.removeprefix("# text = "), tuple(_sentence(tree.split("\n")) for tree in trees))
    return found


def found_in(text: str, sentences: tuple[Sentence, ...]) -> list[Finding]:
    """What all three finders give."""
    actors = find_actors(text, sentences, lexicon())
    places = find_places(text, sentences, gazetteer(), Context(actors))
    return resolve_references(text, sentences, [*actors, *places], lexicon())


def _sentence(rows: list[str]) -> Sentence:
    tokens = []
    for row in rows:
        index, form, lemma, upos, xpos, head, relation, entity, start = row.split("\t")
        end = int(start) + len(form)
        tokens.append(Token(int(index) - 1, form, int(start), end, lemma, upos, xpos, int(head) - 1, relation, entity))
    return Sentence(tuple(tokens), tokens[0].start, tokens[-1].end, 0)
