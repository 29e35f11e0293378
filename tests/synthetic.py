"""Documents made up for tests and benchmarks of the lake: every row of every table follows from a document's number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa

from tasks.io.store import Lake
from tasks.tables.schema import schema_of

SEEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ACTORS = [("Ruritanian Army", "RUR", "MIL"), ("Ministry of Tides", "GRA", "GOV"), ("Harbour Union", "GRA", "LAB")]
VERBS = [("shell", "ASSAULT"), ("sign", "AGREE"), ("blame", "ACCUSE"), ("march", "PROTEST"), ("send", "AID")]
PLACES = [("Strelsau", 50.1, 14.4), ("Zenda", 49.7, 13.4), ("Hentzau", 48.9, 12.2)]

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(numbers: Iterable[int], facts_each: int = 4, edition: int = 1, version: str = "v1") -> Rows:
    """Rows of some documents; another `edition` changes what each document says, another `version` only who read it."""
    made: Rows = {t: [] for t in ("references", "captures", "documents", "mentions", "facts", "coverage")}
    for n in numbers:
        sentences = [_sentence(n, k, edition) for k in range(facts_each)]
        text = "\n\n".join(sentences)
        ids = {"document_id": _id("document", n), "revision": edition}
        made["references"].append(_reference(n))
        made["captures"].append(_capture(n, text))
        made["documents"].append({**ids, **_document(n, text, edition), "fingerprint": version})
        start = 0
        for k, sentence in enumerate(sentences):
            made["mentions"].append({**ids, **_mention(n, k, edition, start, sentence)})
            made["facts"].append({**ids, **_fact(n, k, edition, start, sentence)})
            start += len(sentence) + 2
        made["coverage"].append({**ids, **_coverage(text, facts_each), "fingerprint": version})
    return made


def tables_of(rows: Rows) -> dict[str, pa.Table]:
    """The rows as Arrow tables; columns not given are null or empty."""
    return {name: _table(name, given) for name, given in rows.items()}


def put_all(lake: Lake, tables: dict[str, pa.Table], pause: Any = lambda: None) -> None:
    """Write one batch as the stages do, in their order; `pause` is called between two commits."""
    documents = tables["documents"]["document_id"].to_pylist()
    for name in ("references", "captures", "documents", "mentions", "facts", "coverage"):
        ours = None if name in ("references", "captures") else ("document_id", documents)
        lake.put(name, tables[name], replacing=ours)
        pause()


def content(lake_or_folder: Any, tables: Sequence[str]) -> dict[str, list[Row]]:
    """Rows of a lake, sorted, to compare one lake with another."""
    return {t: sorted(lake_or_folder.read(t).to_pylist(), key=repr) for t in tables}


def _table(name: str, rows: list[Row]) -> pa.Table:
    schema = schema_of(name)
    columns = [_column(field, rows) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _column(field: pa.Field, rows: list[Row]) -> pa.Array:
    default: Any = [] if pa.types.is_list(field.type) else None
    return pa.array([row.get(field.name, default) for row in rows], field.type)


def _id(kind: str, *parts: object) -> str:
    return hashlib.sha256(f"{kind}:{parts}".encode()).hexdigest()[:24]


def _day(n: int) -> date:
    return date(2024, 1, 1) + timedelta(days=n % 700)


def _sentence(n: int, k: int, edition: int) -> str:
    actor, verb, place = ACTORS[(n + k) % 3][0], VERBS[(n * 7 + k) % 5][0], PLACES[(n + 2 * k) % 3][0]
    return f"{actor} will {verb} {n + k} wagons near {place}, edition {edition} of report {n} said – “nothing new”."


def _reference(n: int) -> Row:
    url = f"https://news{n % 50}.example/2025/{n}"
    return {
        "reference_id": _id("reference", n),
        "source": f"clippings/{n}.md",
        "position": 0,
        "raw": f"Report {n}\n\nOriginal url: {url[:12]} {url[12:]}",
        "raw_url": f"{url[:12]} {url[12:]}",
        "url": url,
        "url_status": "repaired",
        "candidates": [{"url": url, "rules": ["gap"], "score": 0.9, "evidence": [f"the slug spells report {n}"]}],
        "title": f"Report {n}",
        "published_on": _day(n),
        "collected_at": SEEN,
    }


def _capture(n: int, text: str) -> Row:
    return {
        "capture_id": _id("capture", n, text),
        "reference_id": _id("reference", n),
        "requested_url": f"https://news{n % 50}.example/2025/{n}",
        "fetched_at": SEEN,
        "outcome": "ok",
        "status": 200,
        "media_type": "text/html",
        "payload_digest": hashlib.sha256(text.encode()).hexdigest(),
        "elapsed_ms": 120,
        "attempts": 1,
    }


def _document(n: int, text: str, edition: int) -> Row:
    return {
        "reference_id": _id("reference", n),
        "capture_id": _id("capture", n, text),
        "url": f"https://news{n % 50}.example/2025/{n}",
        "title": f"Report {n}",
        "authors": [f"Reporter {n % 40}"],
        "published_on": _day(n),
        "language": "en",
        "language_score": 0.99,
        "text": text,
        "text_source": "page",
        "text_digest": hashlib.sha256(text.encode()).hexdigest(),
        "words": len(text.split()),
        "verdict": "article",
        "repair_verdict": "confirmed",
    }


def _mention(n: int, k: int, edition: int, start: int, sentence: str) -> Row:
    name, country, sector = ACTORS[(n + k) % 3]
    return {
        "mention_id": _id("mention", n, k, edition),
        "start": start,
        "end": start + len(name),
        "surface": sentence[: len(name)],
        "kind": "organisation",
        "entity_id": f"agent:{name}",
        "name": name,
        "country": country,
        "sector": sector,
        "finder": "synthetic",
        "score": 0.8,
    }


def _fact(n: int, k: int, edition: int, start: int, sentence: str) -> Row:
    (actor, country, sector), (verb, event) = ACTORS[(n + k) % 3], VERBS[(n * 7 + k) % 5]
    place, latitude, longitude = PLACES[(n + 2 * k) % 3]
    argument = {"role": "actor", "surface": actor, "start": start, "end": start + len(actor)}
    return {
        "fact_id": _id("fact", n, k, edition),
        "sentence": k,
        "start": start,
        "end": start + len(sentence),
        "evidence": sentence,
        "predicate": verb,
        "event_type": event,
        "actor": actor,
        "actor_country": country,
        "actor_sector": sector,
        "arguments": [{**argument, "mention_id": _id("mention", n, k, edition), "entity_id": f"agent:{actor}"}],
        "place": place,
        "place_country": "RUR",
        "latitude": latitude,
        "longitude": longitude,
        "starts_on": _day(n),
        "ends_on": _day(n),
        "time_precision": "day",
        "polarity": "affirmed",
        "modality": "planned",
        "attribution": "said",
        "score": 0.7,
        "rules": ["synthetic"],
    }


def _coverage(text: str, facts: int) -> Row:
    return {
        "status": "annotated",
        "characters": len(text),
        "sentences": facts,
        "sentences_without_facts": 0,
        "mentions": facts,
        "facts": facts,
    }
