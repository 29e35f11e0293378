"""The top fact of news articles beside who, what, when and where as people marked them.

    python -m benchmarks.facts_fivew [BENCH] [--quiet]

Printed for each article: the top fact and the people's answers, to be judged by reading. The figures at the end are
lenient: an answer counts as right where it shares a word with any of theirs, or a day. `answered` is the share of
articles in which the top fact fills the field; precision is over those for which people gave an answer.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tasks.annotate import load_reader
from tasks.core.facts.main_fact import main_fact
from tasks.core.facts.reading import Reader, read_facts
from tasks.core.facts.salience import stems
from tasks.tables.records import Fact

FIELDS = ("who", "what", "when", "where")


def top_fact(article: Mapping[str, Any], reader: Reader) -> Fact | None:
    """The fact that tells best what an article is about."""
    published = article["published"] or ""
    published_on = date.fromisoformat(published[:10]) if published[:4].isdigit() else None
    facts = read_facts("article", 1, article["text"], published_on, reader).facts
    return main_fact(facts, article["title"])


def answers(fact: Fact) -> dict[str, str]:
    """Who, what, when and where of a fact in words; empty where it does not say."""
    surfaces = {role: [a.surface for a in fact.arguments if a.role == role] for role in ("actor", "object", "event")}
    did = [fact.predicate, *surfaces["object"], *surfaces["event"], fact.recipient or ""]
    undergoer = fact.recipient or "" if fact.actor is None else ""
    return {
        "who": " / ".join(filter(None, [fact.actor, undergoer])),
        "what": " ".join(filter(None, did)),
        "when": fact.time_text or "",
        "where": ", ".join(filter(None, [fact.place, *(a.surface for a in fact.arguments if a.role == "place")])),
    }


def is_near(name: str, answer: str, fact: Fact, marked: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an answer shares a word with one that people gave, or a day."""
    if any(stems(answer) & stems(m["text"]) for m in marked):
        return True
    days = [date.fromisoformat(m["parsed"]) for m in marked if m.get("parsed")]
    if name != "when" or fact.starts_on is None:
        return False
    return any(fact.starts_on <= day <= (fact.ends_on or day) for day in days)


def show(article: Mapping[str, Any], fact: Fact, said: Mapping[str, str], near: Mapping[str, bool]) -> Iterator[str]:
    yield f"\n{article['title']}\n  {fact.evidence}  [score {fact.score}]"
    for name in FIELDS:
        marked = " | ".join(m["text"] for m in article["gold"].get(name, []))
        yield f"    {name:6s}{'+' if near[name] else '-' if said[name] and marked else ' '} {said[name]}  <<  {marked}"


def main(bench: Path, quiet: bool) -> None:
    reader, articles = load_reader(), json.loads((bench / "fivew/articles.json").read_text("utf-8"))
    answered, asked, right = Counter[str](), Counter[str](), Counter[str]()
    for article in articles:
        fact = top_fact(article, reader)
        if fact is None:
            continue
        said, gold = answers(fact), article["gold"]
        near = {n: bool(said[n]) and is_near(n, said[n], fact, gold.get(n, [])) for n in FIELDS}
        for name in FIELDS:
            answered[name] += bool(said[name])
            asked[name] += bool(said[name] and gold.get(name))
            right[name] += near[name]
        if not quiet:
            print("\n".join(show(article, fact, said, near)))
    print(f"\nTop facts of {len(articles)} articles, lenient precision (bar 0.75 by reading)")
    for name in FIELDS:
        precision, share = right[name] / max(1, asked[name]), answered[name] / len(articles)
        print(f"  {name:6s} {precision:.3f}  ({right[name]} of {asked[name]}; answered {share:.2f})")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--quiet", action="store_true")
    given = parser.parse_args()
    main(given.bench, given.quiet)
