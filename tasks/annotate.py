"""annotate: reads documents for mentions and facts, each pointing at its words."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import cache

from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.clause.verb_lexicon import build_verb_lexicon
from tasks.core.facts.equipment.lexicon import build_equipment
from tasks.core.facts.event.lexicon import build_event_lexicon
from tasks.core.facts.place.gazetteer import Gazetteer
from tasks.core.facts.quantity.measures import build_measures
from tasks.core.facts.reading import Reader, read_facts
from tasks.core.facts.speech.cue_lexicon import build_cue_lexicon
from tasks.core.facts.stance.lexicon import build_stance_lexicon
from tasks.core.url.host import parted, publisher_of
from tasks.io.events import load_cues, load_events, load_stance
from tasks.io.gazetteer import load_actors, load_gazetteer
from tasks.io.lexicons import load_action_nouns, load_publisher_countries, load_verb_phrases
from tasks.io.measures import load_equipment, load_measures
from tasks.io.models import load_parser
from tasks.tables.records import Coverage, Document, Fact, Mention
from tasks.tables.values import CoverageStatus

LANGUAGES = {"en"}
WITHOUT_ARTICLE = {"consent", "soft_404", "index"}  # pages whose words state nothing
FEW = 8  # documents; below it starting processes costs more than they save


@dataclass
class Annotated:
    """Rows that a batch of documents gave."""

    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)


def annotate(documents: Sequence[Document], version: str, pool: Executor | None = None) -> Annotated:
    """Mentions, facts and coverage of documents; read by `pool` where there are enough of them."""
    made = Annotated()
    if pool is not None and len(documents) >= FEW:
        parts = list(pool.map(annotate_one, documents, [version] * len(documents), chunksize=FEW // 2))
    else:
        parts = [annotate_one(document, version) for document in documents]
    for part in parts:
        made.mentions += part.mentions
        made.facts += part.facts
        made.coverage += part.coverage
    return made


def annotate_one(document: Document, version: str) -> Annotated:
    """Rows of one document; a text in a language we cannot read, or of no article, is counted and left alone."""
    status = status_of(document)
    if status != "annotated":
        return Annotated(coverage=[_coverage(document, status, version, 0, 0, 0, 0, 0)])
    key = (document.document_id, document.revision)
    home = publisher_of(parted(document.url or "").hostname or "", load_publisher_countries())
    reading = read_facts(*key, document.text, document.published_on, load_reader(), home)
    covered = sum(end - start for start, end in reading.sentences)
    counts = (len(reading.sentences), reading.sentences_without_facts, len(reading.mentions), len(reading.facts))
    return Annotated(
        list(reading.mentions), list(reading.facts), [_coverage(document, status, version, covered, *counts)]
    )


def status_of(document: Document) -> CoverageStatus:
    """Whether a document is read for facts, else why not."""
    if not document.text.strip():
        return "empty_text"
    if document.verdict in WITHOUT_ARTICLE:
        return "not_an_article"
    return "annotated" if document.language in LANGUAGES else "unsupported_language"


@cache
def load_reader() -> Reader:
    """Parser and reference data, once per process."""
    events, measures, equipment = load_events(), load_measures(), load_equipment()
    return Reader(
        parse=load_parser().parse,
        actors=ActorLexicon(load_actors()),
        gazetteer=Gazetteer(*load_gazetteer()),
        equipment=build_equipment(equipment.designations, equipment.classes),
        measures=build_measures(measures.units, measures.currencies),
        events=build_event_lexicon(events.triggers, events.classes, events.effects, events.contexts),
        cues=build_cue_lexicon(load_cues(), build_stance_lexicon(load_stance())),
        action_nouns=load_action_nouns(),
        verbs=build_verb_lexicon(load_verb_phrases()),
    )


def _coverage(
    document: Document,
    status: CoverageStatus,
    version: str,
    characters: int,
    sentences: int,
    silent: int,
    mentions: int,
    facts: int,
) -> Coverage:
    return Coverage(
        document_id=document.document_id,
        revision=document.revision,
        status=status,
        characters=characters,
        sentences=sentences,
        sentences_without_facts=silent,
        mentions=mentions,
        facts=facts,
        fingerprint=version,
    )
