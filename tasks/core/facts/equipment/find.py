"""Military equipment of a document as findings: known designations, unknown ones by shape, plain class words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.core.english.token import Sentence
from tasks.core.facts.equipment.lexicon import Designation, EquipmentLexicon, normal
from tasks.core.facts.finding import Finding

_WORD = re.compile(r"(?<![\w-])(?:[A-Z0-9][\w/+]*(?:[-–‑.’'][\w/+]+)*|[a-z]+)")
_NEXT = re.compile(r"[\s-]([\w/+]+(?:[-–‑][\w/+]+)*)")
_SHAPE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,6}[-–]\d{1,4}[A-Za-z0-9]{0,5}|[A-Z]{1,4}\d{1,4}[A-Z]{0,3}\d?|\d[A-Z]\d{1,3}[A-Z]?)$"
)
_SHIP = re.compile(
    r"(?P<fleet>USS|HMS|HMAS|HMCS|HMNZS|INS|ROKS|JS|TCG|BRP|USNS|RFA|USCGC)\s+(?P<name>(?:[A-Z][\w.'’-]*\s?){1,3})"
)
_FLEETS = {
    "USS": "USA", "USNS": "USA", "USCGC": "USA", "HMS": "GBR", "RFA": "GBR", "HMAS": "AUS", "HMCS": "CAN",
    "HMNZS": "NZL", "ROKS": "KOR", "JS": "JPN", "TCG": "TUR", "BRP": "PHL", "INS": None,
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n\n")
_NAME_BEFORE, _NAME_BEHIND = re.compile(r"\b[A-Z][a-z]+\s$"), re.compile(r"s?\s[A-Z]")
_CONTEXT = 60
SHORT, ARMS_APART = 400, 1500  # characters: of a short text, and between words of war on an average


def find_equipment(text: str, sentences: Sequence[Sentence], lexicon: EquipmentLexicon) -> list[Finding]:
    """Every piece of equipment of the text, in order; no two overlap.

    `name` is the designation, `of` the class, `country` the country of make. A span takes in the class words behind the
    designation ("T-72 main battle tank"). Plain class words ("two warships") have no name and a lower score.
    """
    is_armed = _tells_of_arms(text, lexicon)
    verbs = {t.start for s in sentences for t in s.tokens if t.upos == "VERB"}
    found: list[Finding] = []
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        finding = _at(text, word, lexicon)
        if finding is not None and not is_armed and _needs_arms(text, finding, lexicon):
            continue
        # "Threatened to bomb", "to rocket": a plain class word that the parse takes for a verb is none.
        if finding is not None and not (finding.finder == "class_word" and finding.start in verbs):
            found.append(finding)
            done = finding.end
    return found


def _tells_of_arms(text: str, lexicon: EquipmentLexicon) -> bool:
    """Whether enough words of war and crime stand in a text; a short one has no room for them."""
    return len(text) < SHORT or len(lexicon.arms.findall(text)) * ARMS_APART >= len(text)


def _needs_arms(text: str, finding: Finding, lexicon: EquipmentLexicon) -> bool:
    """Whether a finding may as well be a rain tank, a team or a trade mark: one bare word without a figure."""
    surface = text[finding.start : finding.end].lower()
    if finding.finder == "class_word":
        return bool({surface, surface.removesuffix("s"), surface.removesuffix("es")} & lexicon.unsure)
    is_bare = " " not in surface and "-" not in surface and not any(c.isdigit() for c in surface)
    return finding.finder == "designation" and is_bare and finding.of != "airliner"


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
    for form, end, is_whole in _readings(text, word):
        for entry in lexicon.index.get(form, ()):
            last = _rest(text, end, entry)
            if last is None:
                continue
            surface = text[word.start() : last]
            is_spelled = is_whole and _is_same(surface, entry.spelling)
            if (is_spelled and not entry.is_unsure) or lexicon.tail.match(text, last):
                return _named(text, word.start(), last, entry, lexicon)
            if is_spelled and _has_cue(text, word.start(), last, lexicon):
                return _named(text, word.start(), last, entry, lexicon)
    return None


def _readings(text: str, word: re.Match[str]) -> Iterator[tuple[str, int, bool]]:
    """Normal forms that may begin a designation: the word, without a plural or a suffix, or joined with the next."""
    whole, start = word[0], word.start()
    yield normal(whole), word.end(), True
    for ending in ("'s", "’s", "s"):
        if whole.endswith(ending):
            # The plural belongs to the name's span, the possessive does not.
            yield normal(whole.removesuffix(ending)), word.end() - (len(ending) if ending != "s" else 0), True
    if "-" in whole:
        head = whole.rpartition("-")[0]
        yield normal(head), start + len(head), True
        first = whole.partition("-")[0]
        if first != head:
            yield normal(first), start + len(first), True
    if "/" in whole:
        head = whole.partition("/")[0]
        yield normal(head), start + len(head), True
    following = _NEXT.match(text, word.end())
    if following and len(whole) <= 4 and whole[-1:].isalpha() and following[1][0].isdigit():
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
    """A class word in the same sentence, near by, and no other name on either side: Typhoon Haiyan, Ford Taurus."""
    before = _SENTENCE_END.split(text[max(0, start - _CONTEXT) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CONTEXT])[0]
    if _NAME_BEFORE.search(before) or _NAME_BEHIND.match(after):
        return False
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
        start=word.start(),
        end=tail.end(),
        kind="equipment",
        finder="shape",
        name=word[0].removesuffix("s"),
        of=kind,
        score=0.8,
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
    """Attack helicopters, a submarine: what it is without which one; capitals are for names, as in Cannon County."""
    phrase = lexicon.phrase.match(text, word.start())
    if phrase is None or phrase["noun"].lower() not in lexicon.alone:
        return None
    refused = lexicon.alone[phrase["noun"].lower()]
    if refused is not None and refused.search(text[max(0, phrase.start() - 24) : phrase.start()]):
        return None
    if phrase[0][0].isupper() and not phrase[0].isupper() and not _opens_sentence(text, phrase):
        return None
    return Finding(
        start=phrase.start(),
        end=phrase.end(),
        kind="equipment",
        finder="class_word",
        of=_kind(phrase["noun"], lexicon),
        score=0.5,
    )


def _opens_sentence(text: str, phrase: re.Match[str]) -> bool:
    before = text[max(0, phrase.start() - 3) : phrase.start()].rstrip(' "“')
    return (not before or before[-1] in ".!?\n") and not re.match(r"\s[A-Z]", text[phrase.end() : phrase.end() + 2])
