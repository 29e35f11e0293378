"""The ways to close one gap inside an address, each weighed by the words it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tasks.core.url.lexicon import UrlLexicon
from tasks.core.url.view import View, decoded, view
from tasks.core.url.words import Vocabulary, likelihood

_HEAD = re.compile(r"[^\W_]+")
_HYPHEN = re.compile(r"[^\W_]-(?=[^\W_])")
_HALF_ESCAPE = re.compile(r"%[0-9A-Fa-f]?$")
_HEX = re.compile(r"[0-9A-F]{2}")
_LONE_MARK = re.compile(r"[&+~]-\w")
_DAY_MISSING = re.compile(r"(?:19|20)\d\d-[01]\d$")
_IDENTIFIER = re.compile(r"\d{4,}$|^(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{8,}$")
_MIXED = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d")
# Log10 odds of each damage against a plain stray space or line break.
_LOST_HYPHEN = -0.3
_LOST_HYPHEN_AT_BREAK = -0.8  # a line breaks behind its hyphen, which then stays
_LOST_HYPHEN_WITHOUT_OTHERS = -1.2  # the address has no hyphen elsewhere
_LOST_HYPHEN_IN_HOST = -2.5
_LOST_HYPHEN_IN_HYPHENED_HOST = -1.0
_LOST_HYPHEN_BETWEEN_HOST_WORDS = -0.2  # few hosts have hyphens, but a stray space seldom stands just between words
_LOST_HYPHEN_IN_NUMBER = -1.5
_LOST_HYPHEN_IN_QUERY = -1.0
_KEPT_HYPHEN = 0.3
_KEPT_HYPHEN_WITHOUT_OTHERS = -0.5
_ADDED_HYPHEN_IN_LINE = -2.0
_ADDED_HYPHEN_IN_HOST = 1.5  # few hosts have hyphens; those that do, between words
_ADDED_HYPHEN_IN_NUMBER = -2.0  # nobody divides numbers
_WORD_IN_IDENTIFIER = -1.0  # letters behind a long number
_KEPT_SPACE = -1.5  # `%20` that belongs, in an address that otherwise has hyphens
_NEIGHBOURS = 1.5  # the two words stand side by side in the text


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two pieces of an address."""

    start: int
    end: int
    text: str

    @property
    def is_break(self) -> bool:
        """Whether a line ends here."""
        return "\n" in self.text

    @property
    def is_encoded(self) -> bool:
        """Whether the space is written as `%20`."""
        return self.text.startswith("%") and not self.is_break

    @property
    def is_dash(self) -> bool:
        """Whether a typographic dash stands here."""
        return self.text in "–—−‒―"

    @property
    def rule(self) -> str:
        """The rule that closes it without a trace."""
        return "line_break" if self.is_break else "encoded_space" if self.is_encoded else "space"


@dataclass(frozen=True, slots=True)
class Join:
    """One way to close a gap: the text it makes, log10 odds against two separate words, its rule and its reason."""

    text: str
    odds: float
    rule: str
    evidence: str


def joins(left: str, right: str, gap: Gap, vocabulary: Vocabulary, lexicon: UrlLexicon) -> list[Join]:
    """Every way to close a gap between what was read so far and the next piece."""
    if gap.is_dash:
        return _dash_joins(left, right, gap)
    plain = Join(left + right, 0.0, gap.rule, "")
    if left.endswith("=") and gap.is_break:
        return _soft_break_joins(left, right, plain)
    if _HALF_ESCAPE.search(left):
        return [plain]
    seen, head = view(left), _HEAD.match(decoded(right))
    if _LONE_MARK.match(right) and seen.tail:
        return [plain, Join(f"{left}-{right}", 1.0, "lost_hyphen", f"`{right[0]}` stands between hyphens")]
    if head is None:
        return [plain]
    if seen.is_proofpoint and left.endswith("-"):  # its `-` begins an escape, or was added
        return [plain if _HEX.match(right) else Join(left[:-1] + right, 0.0, "added_hyphen", "")]
    if left.endswith("-") and (before := view(left[:-1])).tail:
        return _hyphen_joins(left, right, gap, _Pair(before.tail, head.group(), vocabulary, lexicon), before)
    if not seen.tail:
        return [plain]
    return _word_joins(left, right, gap, _Pair(seen.tail, head.group(), vocabulary, lexicon), seen)


class _Pair:
    """The words on both sides of a gap, and what is known of them together."""

    __slots__ = ("a", "are_listed", "b", "gain", "joined_where", "neighbours")

    def __init__(self, a: str, b: str, vocabulary: Vocabulary, lexicon: UrlLexicon) -> None:
        self.a, self.b = a, b
        apart = likelihood(a, vocabulary, lexicon) + likelihood(b, vocabulary, lexicon)
        self.gain = likelihood(a + b, vocabulary, lexicon) - apart
        self.neighbours = _NEIGHBOURS if (a.lower(), b.lower()) in vocabulary.pairs else 0.0
        self.are_listed = min(len(a), len(b)) > 2 and a.lower() in lexicon.words and b.lower() in lexicon.words
        word = (a + b).lower()
        self.joined_where = (
            ", a word of the title" if word in vocabulary.title
            else ", a word of the text" if word in vocabulary.text
            else ", a listed word" if word in lexicon.words
            else ""
        )  # fmt: skip

    @property
    def as_one(self) -> str:
        return f"`{self.a} {self.b}` reads `{self.a}{self.b}`{self.joined_where}"

    @property
    def as_two(self) -> str:
        return f"`{self.a}` and `{self.b}` are two words" + (", side by side in the text" if self.neighbours else "")


def _word_joins(left: str, right: str, gap: Gap, pair: _Pair, seen: View) -> list[Join]:
    segment = _segment(seen, right)
    has_hyphens = _HYPHEN.search(segment) is not None
    gain = pair.gain if seen.path else 0.0  # hosts glue words freely
    if pair.b.isalpha() and _IDENTIFIER.search(pair.a):
        gain = min(gain, _WORD_IN_IDENTIFIER)
    found = [Join(left + right, gain, gap.rule, pair.as_one)]
    mark = "_" if "_" in segment and not has_hyphens and seen.path else "-"
    rule = "lost_hyphen" if mark == "-" else "lost_underscore"
    written = "-2D" if seen.is_proofpoint else mark
    found.append(Join(left + written + right, _lost(gap, pair, seen, has_hyphens or mark == "_"), rule, pair.as_two))
    if gap.is_encoded:
        kept = _KEPT_SPACE if seen.is_name or (has_hyphens and not seen.is_query) else 0.0
        found.append(Join(left + gap.text + right, kept + min(0.0, -pair.gain), "", pair.as_two))
    return found


def _segment(seen: View, right: str) -> str:
    """The part of the path, or the label of the host, in which a gap stands."""
    before = re.split(r"[/?&=#]", seen.path)[-1] if seen.path else seen.host.rpartition(".")[2]
    return before + re.split(r"[/?&=#]" if seen.path else r"[./?#]", decoded(right), maxsplit=1)[0]


def _lost(gap: Gap, pair: _Pair, seen: View, is_usual: bool) -> float:
    """Log10 odds that a hyphen or an underscore was lost here."""
    odds = _LOST_HYPHEN_AT_BREAK if gap.is_break else _LOST_HYPHEN
    if not seen.path:
        if pair.are_listed or "xn--" in seen.host:
            return _LOST_HYPHEN_BETWEEN_HOST_WORDS
        return _LOST_HYPHEN_IN_HYPHENED_HOST if is_usual else odds + _LOST_HYPHEN_IN_HOST
    if not is_usual:
        odds += _LOST_HYPHEN_WITHOUT_OTHERS
    if seen.is_query:
        odds += _LOST_HYPHEN_IN_QUERY
    if pair.b.isdigit() and len(pair.b) <= 2 and _DAY_MISSING.search(seen.path):
        return odds + 3.0
    if (pair.a[-1].isdigit() and pair.b[0].isdigit()) or _MIXED.search(pair.a) or _MIXED.search(pair.b):
        odds += _LOST_HYPHEN_IN_NUMBER
    return odds + pair.neighbours


def _hyphen_joins(left: str, right: str, gap: Gap, pair: _Pair, seen: View) -> list[Join]:
    """The hyphen before a gap is the address's own, or was added when the line was broken."""
    has_hyphens = _HYPHEN.search(_segment(seen, right)) is not None
    kept = _KEPT_HYPHEN if has_hyphens or pair.neighbours else _KEPT_HYPHEN_WITHOUT_OTHERS
    added = pair.gain
    if not seen.path:  # words prove little in a host: a hyphen between listed words is as likely its own
        kept = _KEPT_HYPHEN
        is_own = pair.are_listed or has_hyphens or "xn--" in seen.host
        added = kept - 0.1 if is_own and not pair.joined_where else _ADDED_HYPHEN_IN_HOST
    if pair.a[-1].isdigit() and pair.b[0].isdigit():
        added += _ADDED_HYPHEN_IN_NUMBER
    added += 0.0 if gap.is_break else _ADDED_HYPHEN_IN_LINE
    return [
        Join(left + right, kept + pair.neighbours, gap.rule, pair.as_two),
        Join(left[:-1] + right, added, "added_hyphen", pair.as_one),
    ]


def _soft_break_joins(left: str, right: str, plain: Join) -> list[Join]:
    """The `=` before a line break is a parameter's own, or the soft line break of a mail's encoding."""
    if _HALF_ESCAPE.search(left[:-1]):
        return [Join(left[:-1] + right, 0.0, "quoted_printable", "")]
    parameter = view(left[:-1]).path.partition("?")[2].rpartition("&")[2]
    is_own = bool(parameter) and "=" not in parameter
    return [plain, Join(left[:-1] + right, -1.5 if is_own else 1.5, "quoted_printable", "")]


def _dash_joins(left: str, right: str, gap: Gap) -> list[Join]:
    """A word processor turned a hyphen, or two, into a dash; between hyphens or letters of its own it may belong."""
    belongs = left.endswith("-") or right.startswith("-") or not left[-1:].isascii()
    kept = Join(left + gap.text + right, 1.0 if belongs else -1.0, "", "")
    hyphen = Join(f"{left}-{right}", 0.0, "typographic_dash", f"`{gap.text}` was typed as a hyphen")
    return [kept, hyphen, Join(f"{left}--{right}", -1.2, "typographic_dash", f"`{gap.text}` was typed as two hyphens")]
