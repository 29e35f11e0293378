"""Reads the reference data of `data/reference`, each file once; how it is used is the core's business."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header; lines that begin with `#` are remarks, missing cells are empty."""
    lines = (line for line in (REFERENCE / name).read_text("utf-8").splitlines() if line and not line.startswith("#"))
    header = next(lines).split("\t")
    return [dict(zip(header, line.split("\t") + [""] * len(header), strict=False)) for line in lines]


OTHER_WORD = -4.0  # log10 probability given to a frequent word of another language, for want of counts


@cache
def load_words() -> dict[str, float]:
    """English words with the log10 of their probability in books, and frequent words of other languages."""
    other = (REFERENCE / "words_other.tsv").read_text("utf-8").splitlines()
    lists = [line.partition("\t")[2].split() for line in other if not line.startswith("#")]
    words = {word: OTHER_WORD for group in lists for word in group}
    for line in (REFERENCE / "words_en.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            tenths, _, group = line.partition("\t")
            words.update(dict.fromkeys(group.split(" "), int(tenths) / -10))
    return words


@cache
def load_letters() -> dict[str, dict[str, float]]:
    """Log10 probability of the next letter of an English word, given the two before; `^` pads, `$` ends."""
    alphabet = "abcdefghijklmnopqrstuvwxyz$"
    table = {}
    for line in (REFERENCE / "letters_en.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            table[line[:2]] = {letter: (33 - ord(code)) / 20 for letter, code in zip(alphabet, line[3:], strict=True)}
    return table


@cache
def load_publishers() -> dict[str, str]:
    """Names of news publishers by host, without `www.`."""
    return {row["host"]: row["name"] for row in read_rows("publishers.tsv")}


@cache
def load_publisher_countries() -> dict[str, str]:
    """Countries of news publishers (ISO 3166-1 alpha-3) by host, without `www.`."""
    return {row["host"]: row["country"] for row in read_rows("publishers.tsv") if row["country"]}


@cache
def load_action_nouns() -> dict[str, str]:
    """Nouns that name an action, with what their possessor is to it: `actor` or `undergoer`."""
    return {row["noun"]: row["possessor"] for row in read_rows("action_nouns.tsv")}


@cache
def load_verb_phrases() -> list[dict[str, str]]:
    """Verbs of several words, and the prepositions by which verbs take what they are about."""
    return read_rows("verb_phrases.tsv")


@cache
def load_suffixes() -> frozenset[str]:
    """The public suffix list's rules (https://publicsuffix.org), the snapshot inside tldextract, also in Punycode."""
    # Importing tldextract costs 0.3 s because it brings requests; only its data file is needed.
    spec = find_spec("tldextract")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("tldextract carries the public suffix list: install it")
    text = (Path(spec.submodule_search_locations[0]) / ".tld_set_snapshot").read_text("utf-8")
    text = text.partition("===BEGIN PRIVATE DOMAINS===")[0]
    rules = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("//")]
    foreign = [rule.encode("idna").decode() for rule in rules if not rule.isascii()]
    return frozenset([*rules, *foreign])


@dataclass(frozen=True, eq=False, slots=True, kw_only=True, weakref_slot=True)
class UrlData:
    """What `tasks.core.url.lexicon.UrlLexicon` asks for; compared by identity, so that caches can hang on it."""

    words: dict[str, float]
    letters: dict[str, dict[str, float]]
    suffixes: frozenset[str]
    publishers: dict[str, str]
    tracking: dict[str, frozenset[str]]
    wrappers: tuple[tuple[str, str, tuple[str, ...]], ...]
    short_links: frozenset[str]
    label_heads: frozenset[str]
    label_words: frozenset[str]


@cache
def load_url_lexicon() -> UrlData:
    """Everything the repair of addresses needs to know."""
    tracking: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_rows("tracking_parameters.tsv"):
        tracking[row["host"]].add(row["parameter"])
    labels = read_rows("labels.tsv")
    return UrlData(
        words=load_words(),
        letters=load_letters(),
        suffixes=load_suffixes(),
        publishers=load_publishers(),
        tracking={host: frozenset(names) for host, names in tracking.items()},
        wrappers=tuple((r["host"], r["path"], tuple(r["parameters"].split())) for r in read_rows("wrappers.tsv")),
        short_links=frozenset(row["host"] for row in read_rows("short_links.tsv")),
        label_heads=frozenset(row["word"] for row in labels if row["kind"] == "head"),
        label_words=frozenset(row["word"] for row in labels),
    )
