"""Tells running prose from page furniture, and parts sentences that were run together with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.core.english.token import Sentence, Token

# Words of captions, credits, teasers and embedded posts; no newspaper sentence is about them.
FURNITURE = re.compile(
    r"https?://\S*|\bwww\.\S*|\bpic\.twitter\S*|\(@\w+\)(?: \w+ \d{1,2}, \d{4})?|(?<![\w.])@\w{3,}|(?<!\w)#[A-Za-z]\w+|"
    r"\||\b\d+/\d+(?= [A-Z]|\s*\Z)|"
    r"\b(?:Getty Images|AP Photo|(?:Image|Media|Photo) (?:caption|copyright|credit)|File photo|Read [Mm]ore|"
    r"READ MORE|Related (?:stories|articles|content|topics)|[Ss]how all|Click here|Sign up|Share this|"
    r"Click to|Opens in (?:a )?new window|Get daily updates|Thank you for subscribing|Invalid [Ee]mail|"
    r"try again later|directly to your inbox|Full Screen|View Photos|Buy Photo|Close Skip Ad|"
    r"Media playback(?: is (?:not supported|unsupported) on (?:this|your) device)?|"
    r"Watch (?:now|live|the video|more)|Sign in|Log in to|Subscribe (?:to|now)|"
    r"Continue reading|Scroll down|Advertisement|"
    r"may not be (?:re)?(?:published|produced), (?:re)?(?:broadcast|written|distributed|published)[^.!?\n]*|"
    r"[Aa]ll rights reserved)\b\)?"
)
PICTURE_NUMBER = re.compile(r"[A-Za-z:] \d{1,2} [A-Z]\w+ [A-Za-z]")  # `... AP 9 Smith waves PA 9 Smith leaves`
MAX_HEADLINE = 25  # tokens of a line without a full stop that may still be one headline
CREDIT = re.compile(r"\(?[^()\n]{3,60}\) (?=[A-Z“\"'])")  # `(Ann Lee/City News) The mayor ...`
# A credit in the midst of words, behind which the article goes on: `the tram (Ann Lee) Mayor Jo Hall said`.
# Behind a word in lower case only, since behind a name brackets tell of it: `Hall (New York) Times`.
CREDIT_INSIDE = re.compile(
    r"(?:\b[a-z][\w’'-]*|[.!?\"”)]) \((?:"
    r"(?:Photo|Image|Picture|Credit|Video)s?(?: by)?:? ?[^()\n]{2,40}|"
    r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: ?/ ?[\w ]{2,30})?|"
    r"(?:AP|AFP|PA|EPA|REX|BBC|ITN|ITV|CNN|UPI|PTI|SWNS|Reuters|Getty)(?: ?/ ?[\w ]{2,30})?"
    r") ?\) (?=[A-Z“\"])"
)
SOLE_CREDITS = {"GETTY", "ALAMY", "SHUTTERSTOCK", "SWNS", "REX"}  # nobody's name but an agency's
# A credit before a caption: `GETTY Ann Lee waves`; what other bodies are called too only before a person's name.
CREDIT_BEFORE = re.compile(
    r"(?:(?:GETTY|ALAMY|SHUTTERSTOCK|SWNS|REUTERS|REX|AFP|AP|PA|EPA|PTI|UPI|BBC|ITV|SKY|TWITTER|FACEBOOK|INSTAGRAM)"
    r"(?: ?[/*·|–-] ?| ))+(?=[A-Z][a-z])"
)
MAX_TOKENS = 75  # 1 in 500 sentences of edited news is longer; the parser seldom gets those right
CLOSED = {"DET", "PRON", "ADP", "SCONJ", "CCONJ", "AUX"}
STOPS = tuple(".!?…\"”’')]:;")


def part_sentences(
    text: str, sentences: Iterable[Sentence], parse: Callable[[str], list[Sentence]]
) -> Iterator[Sentence]:
    """The sentences, but those that two texts were run together in parsed anew, piece by piece."""
    for sentence in sentences:
        cuts = _cuts(text, sentence)
        if not cuts:
            yield sentence
            continue
        for start, end in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True):
            if FURNITURE.search(text, start, end):  # it will state nothing, so it needs no tree
                yield from _flat([t for t in sentence.tokens if start <= t.start < end], sentence.paragraph)
                continue
            pieces = (_moved(piece, start, sentence.paragraph) for piece in parse(text[start:end]))
            yield from part_sentences(text, pieces, parse)


def is_prose(text: str, sentence: Sentence) -> bool:
    """Whether the sentence reads as one sentence of prose; what is parsed of anything else states nothing sure.

    `text` is the document's. Refused are sentences with the words of captions and embedded posts, with three words in
    capitals in a row or numbered pictures, and those too long to be one.
    """
    words = text[sentence.start : sentence.end]
    if len(sentence.tokens) > MAX_TOKENS or len(PICTURE_NUMBER.findall(words)) > 1:
        return False
    if FURNITURE.search(words) or _shouts(sentence.tokens):
        return False
    return len(sentence.tokens) <= MAX_HEADLINE or words.rstrip().endswith(STOPS)


def _cuts(text: str, sentence: Sentence) -> list[int]:
    """Offsets at which something new begins: behind furniture, and before a new beginning."""
    tokens = sentence.tokens
    cuts = {t.start for i, t in enumerate(tokens) if 0 < i < len(tokens) - 1 and _begins_anew(tokens, i)}
    credit = CREDIT.match(text, sentence.start, sentence.end)
    cuts |= {credit.end()} if credit else set()
    before = CREDIT_BEFORE.match(text, sentence.start, sentence.end)
    cuts |= {before.end()} if before and _is_credit(tokens, before) else set()
    for pattern in (FURNITURE, CREDIT_INSIDE):
        cuts |= {m.end() for m in pattern.finditer(text, sentence.start, sentence.end)}
    return sorted(c for c in cuts if text[sentence.start : c].strip() and text[c : sentence.end].strip(" .”\"'"))


def _is_credit(tokens: Sequence[Token], found: re.Match[str]) -> bool:
    """Whether the words at the beginning credit a picture: its agency is named alone, or runs into a person's name."""
    behind = next((t for t in tokens if t.start >= found.end()), tokens[-1])
    return found[0].split()[0] in SOLE_CREDITS or behind.entity.endswith("PER")


def _flat(tokens: Sequence[Token], paragraph: int) -> Iterator[Sentence]:
    """The tokens as a sentence of their own in which all hang on the first."""
    if tokens:
        hung = (replace(t, index=i, head=0, deprel="dep") for i, t in enumerate(tokens[1:], start=1))
        first = replace(tokens[0], index=0, head=-1, deprel="root")
        yield Sentence((first, *hung), first.start, tokens[-1].end, paragraph)


def _moved(sentence: Sentence, by: int, paragraph: int) -> Sentence:
    tokens = tuple(replace(t, start=t.start + by, end=t.end + by) for t in sentence.tokens)
    return Sentence(tokens, sentence.start + by, sentence.end + by, paragraph)


def _shouts(tokens: tuple[Token, ...]) -> bool:
    run = 0
    for token in tokens:
        word = token.text.strip("'’")
        run = run + 1 if len(word) > 1 and word.isalpha() and word.isupper() else run * (not word.isalpha())
        if run >= 3:
            return True
    return False


def _begins_anew(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word no name begins with has a capital between words in lower case, as only a new sentence begins.

    Names hold such words too, but before a capital (`in The Hague`); a colon or a quotation mark announces them.
    """
    before, token, after = tokens[at - 1], tokens[at], tokens[at + 1]
    if token.upos not in CLOSED and not _is_crowd(before, token):
        return False
    if not token.text.istitle() or token.text == "I" or token.entity != "O":
        return False
    return before.text[-1:].isalnum() and after.text[:1].islower() and after.upos != "PART"


def _is_crowd(before: Token, token: Token) -> bool:
    """`fell into a well Dozens of people ran`: no common noun with a capital follows another noun."""
    return token.xpos == "NNS" and token.upos == "NOUN" and before.upos in ("NOUN", "ADV") and before.text.islower()
