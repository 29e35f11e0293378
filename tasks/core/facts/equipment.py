"""Military equipment of a document as findings: known designations, unknown ones by shape and context, plain class words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.equipment_lexicon import Designation, EquipmentLexicon, normal
from tasks.core.facts.finding import Finding

_WORD = re.compile(r"(?<![\w-])(?:[A-Z0-9][\w/+]*(?:[-–‑.’'][\w/+]+)*|[a-z]+)")
_NEXT = re.compile(r"[\s-]([\w/+]+(?:[-–‑][\w/+]+)*)")
_SHAPE = re.compile(r"(?:[A-Z][A-Za-z]{0,6}[-–]\d{1,4}[A-Za-z0-9]{0,5}|[A-Z]{1,4}\d{1,4}[A-Z]{0,3}\d?|\d[A-Z]\d{1,3}[A-Z]?)$")
_SHIP = re.compile(r"(?P<fleet>USS|HMS|HMAS|HMCS|HMNZS|INS|ROKS|JS|TCG|BRP|USNS|RFA|USCGC)\s+(?P<name>(?:[A-Z][\w.'’-]*\s?){1,3})")
_FLEETS = {
    "USS": "USA", "USNS": "USA", "USCGC": "USA", "HMS": "GBR", "RFA": "GBR", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL",
    "ROKS": "KOR", "JS": "JPN", "TCG": "TUR", "BRP": "PHL", "INS": None,
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n\n")
_CONTEXT = 90


def find_equipment(text: str, sentences: Sequence[Sentence], lexicon: EquipmentLexicon) -> list[Finding]:
    """Every piece of equipment of the text, in order; no two overlap.

    `name` is the designation, `of` the class, `country` the country of make. A span takes in the class words behind the
    designation ("S-400 missile defense system"). Plain class words ("two warships") have no name and a lower score.
    """
    del sentences  # designations and class words stand out without a parse
    found: list[Finding] = []
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        finding = _at(text, word, lexicon)
        if finding is not None:
            found.append(finding)
            done = finding.end
    return found


def _at(text: str, word: re.Match[str], lexicon: EquipmentLexicon) -> Finding | None:
    if word[0][0].islower():
        return _class_words(text, word, lexicon) if word[0] in lexicon.first_words else None
    return (
        _designation(text, word, lexicon)
        or _ship(text, word.start(), lexicon)
        or _by_shape(text, word, lexicon)
        or (_class_words(text, word, lexicon) if word[0].lower() in lexicon.first_words else None)
    )


def _designation(text: str, word: re.Match[str], lexicon: EquipmentLexicon) -> Finding | None:
    for form, end, is_sure in _readings(text, word):
        for entry in lexicon.index.get(form, ()):
            last = _rest(text, end, entry)
            if last is None:
                continue
            surface = text[word.start() : last]
            is_exact = is_sure and not entry.is_unsure and _is_same(surface, entry.spelling)
            if is_exact or _has_cue(text, word.start(), last, lexicon):
                return _named(text, word.start(), last, entry, lexicon)
    return None


def _readings(text: str, word: re.Match[str]) -> Iterator[tuple[str, int, bool]]:
    """Normal forms that may begin a designation: the word, without a plural or a suffix, or joined with the next."""
    whole, start = word[0], word.start()
    yield normal(whole), word.end(), True
    for ending in ("'s", "’s", "s"):
        if whole.endswith(ending):
            yield normal(whole.removesuffix(ending)), word.end() - len(ending), True
    if "-" in whole:
        head = whole.rpartition("-")[0]
        yield normal(head), start + len(head), True
        first = whole.partition("-")[0]
        if first != head:
            yield normal(first), start + len(first), True
    following = _NEXT.match(text, word.end())
    if following and len(whole) <= 4 and following[1][0].isdigit():
        yield normal(whole + following[1]), following.end(), False


def _rest(text: str, end: int, entry: Designation) -> int | None:
    """Where the spelling ends if its other words follow."""
    for wanted in entry.rest:
        following = _NEXT.match(text, end)
        if following is None:
            return None
        given = normal(following[1])
        if given != wanted and given.removesuffix("S") != wanted:
            return None
        end = following.end()
    return end


def _is_same(surface: str, spelling: str) -> bool:
    """A designation written without its hyphen (A10) or in capitals is less sure."""
    a, b = (re.sub(r"[–‑]", "-", s).replace("’", "'") for s in (surface, spelling))
    return a == b or a.removesuffix("s") == b or (a.upper() == b.upper() and "-" in a)


def _has_cue(text: str, start: int, end: int, lexicon: EquipmentLexicon) -> bool:
    """A class word in the same sentence, not far away."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    before = _SENTENCE_END.split(before)[-1]
    after = _SENTENCE_END.split(after)[0]
    return bool(lexicon.cue.search(before) or lexicon.cue.search(after))


def _named(text: str, start: int, end: int, entry: Designation, lexicon: EquipmentLexicon) -> Finding:
    return Finding(
        start=start, end=_with_class_words(text, end, lexicon), kind="equipment", finder="designation", name=entry.name,
        entity_id=f"equipment:{entry.name}", of=entry.kind, country=entry.country,
    )  # fmt: skip


def _with_class_words(text: str, end: int, lexicon: EquipmentLexicon) -> int:
    tail = lexicon.tail.match(text, end)
    return tail.end() if tail else end


def _by_shape(text: str, word: re.Match[str], lexicon: EquipmentLexicon) -> Finding | None:
    """The new XYZ-12 howitzers: letters and figures with a class noun close behind."""
    if not _SHAPE.match(word[0].removesuffix("s")):
        return None
    tail = lexicon.tail.match(text, word.end())
    kind = _kind(tail["noun"], lexicon) if tail else None
    if tail is None or kind is None:
        return None
    return Finding(
        start=word.start(), end=tail.end(), kind="equipment", finder="shape", name=word[0].removesuffix("s"), of=kind, score=0.8
    )


def _kind(noun: str, lexicon: EquipmentLexicon) -> str | None:
    lower = noun.lower()
    return lexicon.kinds.get(lower) or lexicon.kinds.get(lower.removesuffix("s"))


def _ship(text: str, start: int, lexicon: EquipmentLexicon) -> Finding | None:
    """A warship by its fleet's prefix."""
    ship = _SHIP.match(text, start)
    if ship is None:
        return None
    surface = ship[0].rstrip(" .'’")
    return Finding(
        start=start, end=start + len(surface), kind="equipment", finder="ship_prefix", name=surface, of="warship",
        country=_FLEETS[ship["fleet"]], score=0.9,
    )  # fmt: skip


def _class_words(text: str, word: re.Match[str], lexicon: EquipmentLexicon) -> Finding | None:
    """Attack helicopters, a submarine: what it is without which one."""
    phrase = lexicon.phrase.match(text, word.start())
    if phrase is None or phrase["noun"].lower() not in lexicon.alone:
        return None
    return Finding(
        start=phrase.start(), end=phrase.end(), kind="equipment", finder="class_word", of=_kind(phrase["noun"], lexicon), score=0.5
    )
