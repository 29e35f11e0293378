"""Reads a document for facts: parses it, finds mentions, and states what each clause says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import compress

from tasks.core.english.mend import mend
from tasks.core.english.token import Sentence
from tasks.core.facts.actor.find import find_actors
from tasks.core.facts.actor.lexicon import ActorLexicon
from tasks.core.facts.assemble import Context, assemble, mention_id
from tasks.core.facts.clause.carried import Scene, carry
from tasks.core.facts.clause.clause import Clause
from tasks.core.facts.clause.clauses import read_clauses
from tasks.core.facts.clause.event_place import places_of, places_there
from tasks.core.facts.clause.event_time import times_of
from tasks.core.facts.clause.evidence import evidence_span
from tasks.core.facts.clause.governed import governing
from tasks.core.facts.clause.phrase import Findings
from tasks.core.facts.clause.predicates import Tree
from tasks.core.facts.clause.roles import roles_of, with_scene
from tasks.core.facts.clause.statement import LED, Statement, scene_of, statements_of
from tasks.core.facts.clause.substance import says_something
from tasks.core.facts.clause.verb_lexicon import VerbLexicon
from tasks.core.facts.coreference.resolve import resolve_references
from tasks.core.facts.equipment.find import find_equipment
from tasks.core.facts.equipment.lexicon import EquipmentLexicon
from tasks.core.facts.event.classify import NO_EVENT, Event, classify_event
from tasks.core.facts.event.lexicon import EventLexicon
from tasks.core.facts.event.reading import HAPPEN, EventReader
from tasks.core.facts.event.repeated import repeats
from tasks.core.facts.event.topic import topics_of
from tasks.core.facts.event.undergone import UNDERGONE, happening, turned, with_accuser
from tasks.core.facts.finding import Finding
from tasks.core.facts.named_event import find_named_events
from tasks.core.facts.overlap import settle
from tasks.core.facts.place.find import Context as PlaceContext
from tasks.core.facts.place.find import find_places
from tasks.core.facts.place.gazetteer import Gazetteer
from tasks.core.facts.place.organisations import lend_countries
from tasks.core.facts.prose import is_prose, part_sentences
from tasks.core.facts.quantity.find import find_quantities
from tasks.core.facts.quantity.measures import Measures
from tasks.core.facts.speech.attributed import Attributed
from tasks.core.facts.speech.attribution import find_attributions
from tasks.core.facts.speech.citing import citing, is_cue, join_source, speaker_above, speaks_of_itself
from tasks.core.facts.speech.cue_lexicon import CueLexicon
from tasks.core.facts.speech.named_source import who_is_cited, words_of_source
from tasks.core.facts.speech.quote import find_quotes
from tasks.core.facts.stance.lexicon import StanceTree
from tasks.core.facts.time.find import find_times
from tasks.tables.records import Fact, Mention
from tasks.tables.values import EventType


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs: a parser and the reference data."""

    parse: Callable[[str], list[Sentence]]
    actors: ActorLexicon
    gazetteer: Gazetteer
    equipment: EquipmentLexicon
    measures: Measures
    events: EventLexicon
    cues: CueLexicon
    action_nouns: Mapping[str, str]
    verbs: VerbLexicon


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text gave: sentences with their offsets, mentions and facts."""

    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    sentences_without_facts: int


def read_facts(
    document_id: str,
    revision: int,
    text: str,
    published_on: date | None,
    reader: Reader,
    home_country: str | None = None,
) -> Reading:
    """Mentions and facts of a text; every offset counts code points of `text`.

    `home_country` is that of the outlet: where a name may mean many places, its own are likelier.
    """
    sentences = [mend(sentence) for sentence in part_sentences(text, reader.parse(text), reader.parse)]
    found = find_all(text, sentences, published_on, reader, home_country)
    mentions = [_mention(document_id, revision, text, finding) for finding in found]
    ids = {(m.start, m.end): m.mention_id for m in mentions}
    context = Context(document_id, revision, text, published_on, ids, find_quotes(text))
    findings = Findings(found)
    is_read = [is_prose(text, sentence) for sentence in sentences]
    cited = find_attributions(text, list(compress(sentences, is_read)), reader.cues)
    topics = topics_of(sentences, reader.events)
    facts, silent = [], 0
    for number, sentence in enumerate(sentences):
        stated = _facts_of(context, number, sentence, findings, cited, reader, topics) if is_read[number] else []
        facts += stated
        silent += not stated
    spans = tuple((s.start, s.end) for s in sentences)
    return Reading(spans, tuple(mentions), tuple(facts), silent)


def find_all(
    text: str, sentences: Sequence[Sentence], published_on: date | None, reader: Reader, home_country: str | None = None
) -> list[Finding]:
    """The findings of every finder, settled among themselves, then what refers back to them."""
    times = find_times(text, sentences, published_on)
    found = [
        *times,
        *find_quantities(text, sentences, reader.measures, times),
        *find_equipment(text, sentences, reader.equipment),
        *find_named_events(text, sentences),
        *find_actors(text, sentences, reader.actors),
    ]
    named = settle(found)
    # Places come last, since what the names before them say of countries decides which place is meant.
    places = find_places(text, sentences, reader.gazetteer, PlaceContext(named, home_country))
    named = lend_countries(text, named, places, reader.gazetteer)
    return settle(resolve_references(text, sentences, settle([*named, *places]), reader.actors))


def _facts_of(
    context: Context,
    number: int,
    sentence: Sentence,
    findings: Findings,
    cited: Sequence[Attributed],
    reader: Reader,
    topics: frozenset[str],
) -> list[Fact]:
    tree, words = StanceTree(sentence, reader.cues.stance), EventReader(sentence, reader.events, topics)
    here = [a for a in cited if a.content_start < sentence.end and sentence.start < a.content_end]
    clauses = read_clauses(number, sentence, reader.action_nouns, reader.verbs)
    events = {c.predicate: classify_event(sentence, c, reader.events, words) for c in clauses}
    clauses = [governing(tree, c, findings, reader.verbs) for c in clauses]
    verbal = {c.predicate for c in clauses if c.kind != "noun"}
    coded = {predicate: event.event_type for predicate, event in events.items() if event.event_type is not None}
    cues = {c.predicate for c in clauses if is_cue(tree, c, here) and not _is_act(c, coded)}
    statements = statements_of(tree, clauses, cues, coded)
    own = {c.predicate: _scene(tree, c, findings, events[c.predicate]) for c in clauses}
    scenes = carry(tree, clauses, own, cues)
    facts: dict[int, Fact] = {}
    lent: dict[int, tuple[int, ...]] = {}  # words of nouns that state nothing, by the clause above
    for statement in sorted(statements, key=lambda s: (s.clause.kind != "noun", -s.clause.predicate)):
        clause = _with_words(statement.clause, lent)
        event = _event_of(statement, events)
        if clause.kind == "noun":  # it may have taken an infinitive in
            event = classify_event(sentence, clause, reader.events, words)
        source = None if clause.predicate in cues else citing(sentence, clause, here)
        who = who_is_cited(context.text, findings, source)
        if source is not None and (who is None or who.name is None):
            source = speaker_above(sentence, source, here)
            who = who_is_cited(context.text, findings, source)
        speaker = who if source is not None and source.attribution == "quoted" else None
        spoken = None if speaks_of_itself(sentence, clause) else words_of_source(source)
        if event.turn == HAPPEN and any(p.head in facts for p in clause.slots("subject")):
            event = NO_EVENT  # the noun tells it
        acting = turned(tree, clause) if event.turn in UNDERGONE and not clause.is_passive else clause
        roles = roles_of(tree, acting, findings, event.event_type, reader.action_nouns, spoken, speaker)
        roles = with_accuser(roles, who) if event.turn == "impute" else roles
        scene = scenes[scene_of(statement, clause)]
        scene = scene if scene.places else replace(scene, places=tuple(places_there(tree, clause, findings)))
        roles = with_scene(roles, scene, spoken)
        if says_something(tree, statement, event.event_type, roles, clause.predicate in cues):
            roles = happening(tree, clause, roles) if event.turn == HAPPEN else roles
            repeated = [n for n in _nouns_of(clause, statements) if n in facts and repeats(facts[n], event, roles)]
            for noun in repeated:
                del facts[noun]
            clause = _with_words(clause, {clause.predicate: tuple(_words_of(repeated, clauses))})
            span = join_source(evidence_span(tree, clause, verbal), sentence, source)
            facts[clause.predicate] = assemble(context, number, tree, statement, event, roles, span, source, who)
        elif clause.kind == "noun" and clause.governor is not None:
            lent[clause.governor] = (*lent.get(clause.governor, ()), *clause.tokens)
    return [fact for _, fact in sorted(facts.items())]


def _scene(tree: Tree, clause: Clause, findings: Findings, event: Event) -> Scene:
    """When and where a clause happens by its own words."""
    times = times_of(tree, clause, findings)
    return Scene(tuple(times), tuple(places_of(tree, clause, findings, event.event_type)))


def _event_of(statement: Statement, events: Mapping[int, Event]) -> Event:
    """The event a statement tells of; what is ended is told by the verb that ends it: `stopped funding schools`."""
    lead = events.get(-1 if statement.clause.governor is None else statement.clause.governor)
    if statement.rule == LED and lead and lead.rule.split(" < ")[0].endswith("=undo"):
        return lead
    return events[statement.clause.predicate]


def _is_act(clause: Clause, coded: Mapping[int, EventType]) -> bool:
    """Whether what cites also does something to somebody: `accused Chad of lying`, but not `alleged that it lied`."""
    return clause.predicate in coded and bool(clause.slots("object", "indirect", "oblique"))


def _nouns_of(clause: Clause, statements: Sequence[Statement]) -> list[int]:
    """The nouns that tell an act of their own directly below a verb."""
    nouns = (s.clause for s in statements if s.clause.kind == "noun" and clause.kind != "noun")
    return [noun.predicate for noun in nouns if noun.governor == clause.predicate]


def _words_of(predicates: Sequence[int], clauses: Sequence[Clause]) -> Iterator[int]:
    return (i for c in clauses if c.predicate in predicates for i in c.tokens)


def _with_words(clause: Clause, lent: Mapping[int, tuple[int, ...]]) -> Clause:
    """The clause with the words of the nouns below it that state nothing of their own."""
    taken = lent.get(clause.predicate)
    return replace(clause, tokens=tuple(sorted({*clause.tokens, *taken}))) if taken else clause


def _mention(document_id: str, revision: int, text: str, finding: Finding) -> Mention:
    values = {f.name: getattr(finding, f.name) for f in fields(finding)}
    return Mention(
        mention_id=mention_id(document_id, revision, finding),
        document_id=document_id,
        revision=revision,
        surface=text[finding.start : finding.end],
        **values,
    )
