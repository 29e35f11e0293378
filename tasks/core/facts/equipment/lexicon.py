"""Designations and class words of military equipment, made ready to be found in text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Rows = Iterable[Mapping[str, str]]
# Words that may stand between a designation and the noun that says what it is.
_BETWEEN = [
    "missile", "missiles", "defense", "defence", "air", "anti-aircraft", "jet", "fighter", "transport", "attack",
    "combat", "battle", "main", "self-propelled", "surface-to-air", "ballistic", "cruise", "rocket", "stealth",
    "military", "reconnaissance", "surveillance", "multi-role", "multirole", "supersonic", "hypersonic", "strategic",
    "armed", "unmanned", "aerial", "long-range", "short-range", "medium-range", "anti-tank", "anti-ship",
    "anti-missile", "guided", "launch", "artillery", "infantry", "fighting", "armored", "armoured", "amphibious",
    "assault", "patrol", "nuclear", "nuclear-capable", "heavy", "light", "mobile", "ground", "spy", "training",
    "semi-automatic", "automatic", "bolt-action", "multiple", "tactical", "advanced", "advance", "new", "modern",
    "utility", "cargo", "maritime", "naval", "shoulder-fired", "man-portable", "precision", "intercept",
]  # fmt: skip
_MORE_NOUNS = [
    "system", "systems", "battery", "batteries", "launcher", "launchers", "complex", "complexes", "unit", "units",
    "regiment", "division", "variant", "family", "interceptor", "interceptors", "vehicle", "vehicles", "gun", "guns",
    "aircraft", "plane", "planes", "ship", "vessel", "boat", "platform", "weapon", "weapons", "munition", "munitions",
    "shell", "shells", "squadron", "battalion", "installation", "installations", "class", "carrier", "carriers",
    "crew", "hull", "missile",
]  # fmt: skip
# Where these are many the text tells of arms: a tank is no rain tank, Predators are no team.
_ARMS = [
    "military", "army", "navy", "air force", "troops", "soldiers?", "weapons?", "weaponry", "missiles?", "warheads?",
    "wars?", "rebels?", "militants?", "militia", "insurgents?", "police", "gunm[ae]n", "arrest(?:s|ed)?", "killed",
    "wounded", "bomb(?:ed|ing|ings)", "terror(?:ism|ist|ists)?", "nato", "pentagon", "defen[cs]e minist(?:ry|er)",
    "ceasefire", "invasion", "warplanes?", "air ?strikes?", "murder(?:ed)?", "robbery", "suspects?", "hostages?",
    "sanctions?", "nuclear", "artillery", "shelling", "combat",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Designation:
    """One spelling of a designation: the words behind the first, in normal form, and what it stands for."""

    rest: tuple[str, ...]
    spelling: str
    is_unsure: bool
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class EquipmentLexicon:
    """`index` by the first word's normal form, longest spelling first; `kinds` by class noun in the singular.

    `alone` holds the nouns that are mentions by themselves, with the words they must not follow ("suicide bomber");
    those in `unsure` are so only where `arms` finds other words of war and crime.
    """

    index: dict[str, tuple[Designation, ...]]
    kinds: dict[str, str]
    alone: dict[str, re.Pattern[str] | None]
    unsure: frozenset[str]
    arms: re.Pattern[str]
    tail: re.Pattern[str]
    cue: re.Pattern[str]
    phrase: re.Pattern[str]
    first_words: frozenset[str]


def normal(word: str) -> str:
    """The form in which spellings are compared: no hyphens, no case.

    >>> normal("MiG-29")
    'MIG29'
    """
    return re.sub(r"[-–‑’']", "", word).upper()


def build_equipment(designations: Rows, classes: Sequence[Mapping[str, str]]) -> EquipmentLexicon:
    """A lexicon from the rows of `equipment.csv` and `equipment_classes.csv`."""
    index: defaultdict[str, list[Designation]] = defaultdict(list)
    for row in designations:
        unsure = set(row["unsure"].split("|"))
        for spelling in dict.fromkeys([row["designation"], *row["spellings"].split("|")]):
            if spelling:
                first, *rest = (normal(word) for word in spelling.split())
                index[first].append(
                    Designation(
                        tuple(rest),
                        spelling,
                        spelling in unsure,
                        row["designation"],
                        row["class"],
                        row["country"] or None,
                    )
                )
    kinds, alone = _kinds(classes)
    nouns = "|".join(sorted({re.escape(p) for p in kinds} | set(_MORE_NOUNS), key=len, reverse=True))
    spoken = "|".join(sorted((re.escape(p) for p in kinds), key=len, reverse=True))
    between = "|".join(sorted(_BETWEEN, key=len, reverse=True))
    return EquipmentLexicon(
        index={first: tuple(sorted(found, key=lambda d: -len(d.rest))) for first, found in index.items()},
        kinds=kinds,
        alone=alone,
        unsure=frozenset(p.lower() for r in classes if r["alone"] == "context" for p in r["phrases"].split("|")),
        arms=re.compile(rf"\b(?:{'|'.join(_ARMS)})\b", re.IGNORECASE),
        tail=re.compile(rf"(?:[\s-](?:{between}))*[\s-](?P<noun>{nouns})(?:s|es)?(?![\w])", re.IGNORECASE),
        cue=re.compile(rf"(?<![\w-])(?:{nouns})(?:s|es)?(?![\w])", re.IGNORECASE),
        phrase=re.compile(rf"(?P<noun>{spoken})(?:s|es)?(?![\w-])", re.IGNORECASE),
        first_words=frozenset(re.match(r"[a-z]+", p.lower())[0] for p in kinds if re.match(r"[a-z]+", p.lower())),  # type: ignore[index]  # matched before
    )


def _kinds(classes: Rows) -> tuple[dict[str, str], dict[str, re.Pattern[str] | None]]:
    """Class by each of its words, and the words that are mentions by themselves."""
    kinds: dict[str, str] = {}
    alone: dict[str, re.Pattern[str] | None] = {}
    for row in classes:
        for phrase in row["phrases"].split("|"):
            kinds.setdefault(phrase.lower(), row["class"])
            if row["alone"] != "no":
                refused = row["not_after"]
                alone[phrase.lower()] = re.compile(rf"\b(?:{refused})[\s-]$", re.IGNORECASE) if refused else None
    return kinds, alone
