"""Reads one damaged address in every likely way: which gaps belong to it, and what stood there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nlargest

from tasks.core.url.host import is_public_host
from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.words import Vocabulary, likelihood

_WIDTH = 6  # readings kept at each gap
_MOST_GAPS = 24
GAP = re.compile(r"(?P<encoded>(?:%20|%0[AD9]|%C2%A0)+)|(?P<space>(?:[\s>|]*\n[\s>|]*|\s)+)", re.IGNORECASE)
_NO_URL = re.compile(r"[<>\"“”„«»‹›「」。，、；！？…]")
_TAIL = re.compile(r"[^\W_]+$")
_HEAD = re.compile(r"[^\W_]+")
_HYPHENS = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_STRUCTURE = re.compile(r"[^\W_]/[\w]|/$|[\w]=[\w]|%[0-9A-Fa-f]{2}|[\w]&[\w]|\.(?:html?|php|aspx?|shtml|cms|ece|stm)\b")
_ENDS_SENTENCE = re.compile(r"[.!?;:,)\]}'’]+$")
_FINISHED = re.compile(r"\.(?:s?html?|php|aspx?|pdf|cms|ece|stm|jsp)$", re.IGNORECASE)
_LABEL_LIKE = re.compile(r"[^\W\d_][\w-]{1,20}:$|[^\w/&?=#%.~+-]")
_SCHEMED = re.compile(r"[htpsx*]{2,8}:?//|www\.", re.IGNORECASE)
_SCHEME_PART = re.compile(r"(?:[htpsx*]{1,8}[:;]?/{0,3})?(?:www\.)?", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:[htpsx*]{2,8}[:;.,]{0,2}[/\\]{1,4}|//)*(?P<host>[^/?#\\]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an address: its text, the log10 odds against stopping at the first gap, and how it came about."""

    text: str
    score: float
    rules: tuple[str, ...]
    evidence: tuple[str, ...]
    end: int  # offset behind the last character it uses


@dataclass(frozen=True, slots=True)
class _Gap:
    start: int
    end: int
    text: str

    @property
    def is_break(self) -> bool:
        return "\n" in self.text

    @property
    def is_encoded(self) -> bool:
        return self.text.startswith("%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known around an address while its gaps are weighed."""

    is_bounded: bool  # a closing mark ends it: all text before belongs to it
    is_marked: bool  # a label, a mark, or a line of its own
    column: int  # length of the line before the address
    vocabulary: Vocabulary
    lexicon: UrlLexicon


def host_of(text: str) -> str:
    """The host of an address as it stands, damaged scheme or none."""
    match = _AUTHORITY.match(text)
    assert match is not None  # every part is optional
    return match["host"].rpartition("@")[2].partition(":")[0]


def _has_host(text: str, lexicon: UrlLexicon) -> bool:
    host = host_of(text).rstrip(".")
    return is_public_host(host, lexicon.suffixes) and host.lower() not in ("www",)


def _path_of(text: str) -> str:
    match = _AUTHORITY.match(text)
    return match["rest"] if match else ""


def _joins(left: str, right: str, gap: _Gap, situation: Situation) -> list[tuple[str, float, str, str]]:
    """Ways to close a gap: new text, log10 odds against two separate words, rule, evidence."""
    path = _path_of(left)
    rule = "line_break" if gap.is_break else "encoded_space" if gap.is_encoded else "space"
    tail, head = _TAIL.search(left), _HEAD.match(right)
    if left.endswith("-") and head and not left.endswith("--"):
        return _hyphen_joins(left, right, gap, situation)
    if not tail or not head or not path or left.endswith(("/", "=", "%")) or re.search(r"%[0-9A-Fa-f]?$", left):
        return [(left + right, 0.0, rule, "")]
    a, b = tail.group(), head.group()
    if "%" in left[-3:] or re.search(r"%[0-9A-Fa-f]{2}[^\W_]*$", left[-12:]) and not a.isalpha():
        return [(left + right, 0.0, rule, "")]
    words, lexicon = situation.vocabulary, situation.lexicon
    apart = likelihood(a, words, lexicon) + likelihood(b, words, lexicon)
    joined = likelihood(a + b, words, lexicon) - apart
    options = [(left + right, joined, rule, f"`{a} {b}` read as `{a + b}`" + _where(a + b, words))]
    adjacent = 1.5 if (a.lower(), b.lower()) in words.pairs else 0.0
    whole = path.partition("?")[0] + right
    style = "-" if _HYPHENS.search(whole) or "_" not in whole else "_"
    lost = adjacent - (0.3 if _HYPHENS.search(whole) else 1.0) - (0.5 if gap.is_break else 0.0)
    if a.isdigit() and b.isdigit():
        lost -= 1.5
    options.append(
        (
            f"{left}{style}{right}",
            lost,
            "lost_hyphen" if style == "-" else "lost_underscore",
            f"`{a}` and `{b}` are separate words" + (", side by side in the title" if adjacent else ""),
        )
    )
    if gap.is_encoded:
        kept = 0.0 if not _HYPHENS.search(whole) or "?" in left else -1.5
        options.append((f"{left}%20{right}", kept, "", f"`{a}` and `{b}` are separate words"))
    return options


def _where(word: str, vocabulary: Vocabulary) -> str:
    if word.lower() in vocabulary.title_set:
        return ", a word of the title"
    return ", a word of the text" if word.lower() in vocabulary.text else ""


def _hyphen_joins(left: str, right: str, gap: _Gap, situation: Situation) -> list[tuple[str, float, str, str]]:
    rule = "line_break" if gap.is_break else "space"
    tail, head = _TAIL.search(left[:-1]), _HEAD.match(right)
    options = [(left + right, 0.3, rule, "")]
    if tail and head:
        a, b = tail.group(), head.group()
        words, lexicon = situation.vocabulary, situation.lexicon
        apart = likelihood(a, words, lexicon) + likelihood(b, words, lexicon)
        adjacent = 1.5 if (a.lower(), b.lower()) in words.pairs else 0.0
        options = [(left + right, 0.3 + adjacent, rule, f"`{a}` and `{b}` are separate words")]
        gain = likelihood(a + b, words, lexicon) - apart - (0.0 if gap.is_break else 1.0)
        options.append((left[:-1] + right, gain, "added_hyphen", f"`{a}-{b}` read as `{a + b}`" + _where(a + b, words)))
    return options


def _odds_of_going_on(left: str, right: str, rest: str, gap: _Gap, situation: Situation) -> float:
    """Log10 odds that the piece behind a gap still belongs to the address, words aside."""
    if not _has_host(left, situation.lexicon):
        return 8.0
    if situation.is_bounded or gap.is_encoded:
        return 8.0
    if _SCHEMED.match(right) or _LABEL_LIKE.match(right):
        return -9.0
    odds = -0.5 if situation.is_marked else -2.0
    hyphens = len(_HYPHENS.findall(right))
    odds += min(hyphens, 3) if "/" not in right else 0
    if _STRUCTURE.search(right):
        odds += 3.0
    if "_" in right:
        odds += 1.5
    if left.endswith(("-", "_", "=", "&", "?", "%", "~", "+")):
        odds += 3.0
    if _FINISHED.search(left):
        odds -= 3.0
    if right[:1].isupper() and not any(map(str.isupper, _path_of(left))):
        odds -= 1.5
    line = rest.partition("\n")[0].split()
    if not line:
        odds += 1.0
    elif len(line) >= 3 and not any("-" in word or "/" in word for word in line[:3]):
        odds -= 1.5
    if gap.is_break:
        odds += (0.7 if situation.column + len(left) >= 60 else 0.0) - (1.0 if line else 0.0)
    if _ENDS_SENTENCE.search(left):
        odds -= 2.0
    return odds


def _cut(piece: str) -> tuple[str, bool]:
    """A piece up to the first character no address has, and whether that ends the address."""
    match = _NO_URL.search(piece)
    return (piece[: match.start()], True) if match else (piece, False)


def readings(text: str, start: int, end: int, situation: Situation) -> list[Reading]:
    """Readings of the address that begins at `start` and reaches `end` at most, likeliest first."""
    gaps, end = _gaps(text, start, end)
    first_end = gaps[0].start if gaps else end
    piece, is_closed = _cut(text[start:first_end])
    going = [Reading(piece, 0.0, (), (), start + len(piece))]
    done: list[Reading] = []
    for i, gap in enumerate([] if is_closed else gaps):
        next_start = gaps[i + 1].start if i + 1 < len(gaps) else end
        piece, is_closed = _cut(text[gap.end : next_start])
        done += going
        going = nlargest(
            _WIDTH, _extend(going, piece, gap, text[next_start : next_start + 120], situation), key=lambda r: r.score
        )
        if not going or is_closed or max(r.score for r in done) - 6 > going[0].score:
            break
    return nlargest(_WIDTH, [*done, *going], key=lambda r: r.score)


def _extend(going: list[Reading], piece: str, gap: _Gap, rest: str, situation: Situation) -> list[Reading]:
    if not piece:
        return []
    extended = []
    for reading in going:
        odds = _odds_of_going_on(reading.text, piece, rest, gap, situation)
        if odds <= -9:
            continue
        for joined, gain, rule, why in _joins(reading.text, piece, gap, situation):
            rules = reading.rules if not rule or rule in reading.rules else (*reading.rules, rule)
            evidence = (*reading.evidence, why) if why else reading.evidence
            extended.append(Reading(joined, reading.score + odds + gain, rules, evidence, gap.end + len(piece)))
    return extended


def _gaps(text: str, start: int, end: int) -> tuple[list[_Gap], int]:
    """Gaps inside the region, and where it ends: at an empty line, or where gaps become too many."""
    gaps: list[_Gap] = []
    for match in GAP.finditer(text, start, end):
        if match.group().count("\n") > 1 or len(gaps) == _MOST_GAPS:
            return gaps, match.start()
        gaps.append(_Gap(match.start(), match.end(), match.group()))
    return gaps, end
