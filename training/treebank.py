"""Read the treebanks and their entity annotation into sentences of words with labels."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "object": "OBJ"}


@dataclass
class Annotated:
    """One treebank sentence; heads are 0 for the root, else 1-based."""

    text: str = ""
    is_paragraph: bool = False
    is_document: bool = False
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    # EWT's entities name persons, organisations and places only: an O there may still be an event or an object.
    is_partial: bool = False
    misc: list[str] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[Annotated]:
    """Sentences of a gzipped CoNLL-U file, multiword tokens opened, empty nodes left out."""
    for block in gzip.decompress(path.read_bytes()).decode().split("\n\n"):
        sentence = _sentence(block.splitlines())
        if sentence.words:
            yield sentence


def _sentence(lines: list[str]) -> Annotated:
    sentence = Annotated()
    is_glued, inside, last = False, 0, ""
    for line in lines:
        if line.startswith("#"):
            sentence.is_paragraph |= line.startswith("# newpar")
            sentence.is_document |= line.startswith("# newdoc")
            if line.startswith("# text = "):
                sentence.text = line[len("# text = ") :]
            continue
        columns = line.split("\t")
        if "." in columns[0]:
            continue
        if "-" in columns[0]:
            inside, last = int(columns[0].split("-")[1]), columns[9]
            continue
        _append(sentence, columns, is_glued)
        number = int(columns[0])
        is_glued = number < inside or "SpaceAfter=No" in (last if number == inside else columns[9])
    return sentence


def _append(sentence: Annotated, columns: list[str], is_glued: bool) -> None:
    sentence.words.append(columns[1])
    sentence.lemmas.append(columns[2])
    sentence.upos.append(columns[3])
    sentence.xpos.append(columns[4])
    sentence.heads.append(int(columns[6]))
    sentence.deprels.append(columns[7])
    sentence.glued.append(is_glued)
    sentence.entities.append("O")
    sentence.misc.append(columns[9])


def add_uner(sentences: list[Annotated], path: Path) -> None:
    """Put UNER's labels on the EWT sentences of the same split that have the same words.

    UNER follows another release of EWT, in another order: the few sentences that differ get the label "?" (unknown).
    """
    labels = {}
    for block in gzip.decompress(path.read_bytes()).decode().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        names = [row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O" for row in rows]
        labels[tuple(row[1] for row in rows)] = names
    for sentence in sentences:
        sentence.entities = labels.get(tuple(sentence.words), ["?"] * len(sentence.words))
        sentence.is_partial = True


def add_gum(sentence: Annotated) -> None:
    """Label the names in GUM's entity spans: the run of name words about a proper-noun head, outer spans first."""
    for start, end, kind in sorted(_spans(sentence), key=lambda span: span[0] - span[1]):
        head = next((i for i in range(start, end) if not start <= sentence.heads[i] - 1 < end), start)
        if kind not in GUM_TYPES or sentence.upos[head] != "PROPN" or _is_people(sentence, kind, head):
            continue
        first, last = _name(sentence, start, end, head)
        if all(label == "O" for label in sentence.entities[first:last]):
            label = GUM_TYPES[kind]
            sentence.entities[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)


def _is_people(sentence: Annotated, kind: str, head: int) -> bool:
    """Whether the name is a people ("Muslims"), which UNER does not count among persons."""
    return kind == "person" and sentence.xpos[head] == "NNPS"


def _spans(sentence: Annotated) -> list[tuple[int, int, str]]:
    spans, opened = [], {}
    for index, misc in enumerate(sentence.misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", found[1] if found else ""):
            key, _, rest = mark.strip("()").partition("-")
            if mark.startswith("("):
                opened[key] = [*opened.get(key, []), (index, rest.split("-")[0])]
            if mark.endswith(")") and opened.get(key):
                start, kind = opened[key].pop()
                spans.append((start, index + 1, kind))
    return spans


def _name(sentence: Annotated, start: int, end: int, head: int) -> tuple[int, int]:
    names = [_is_name(sentence, i) for i in range(start, end)]
    joints = [word.lower() in ("of", "the", "for", "-", "–", "&") for word in sentence.words[start:end]]
    first = last = head - start
    for i in range(first - 1, -1, -1):
        if names[i]:
            first = i
        elif not joints[i]:
            break
    for i in range(last + 1, end - start):
        if names[i] or (i == last + 1 and sentence.upos[start + i] == "NUM"):
            last = i
        elif not joints[i]:
            break
    return start + first, start + last + 1


def _is_name(sentence: Annotated, i: int) -> bool:
    if sentence.deprels[i] == "nmod:desc":
        return False
    is_content = sentence.upos[i] in ("ADJ", "ADV", "NOUN", "NUM", "VERB") and sentence.words[i][:1].isupper()
    return is_content or sentence.upos[i] == "PROPN" or sentence.xpos[i].startswith("NNP")


def load(folder: Path, split: str) -> list[Annotated]:
    """EWT, then GUM, of one split ("train", "dev", "test"), with entities."""
    ewt = list(read_conllu(folder / f"ewt-{split}.conllu.gz"))
    add_uner(ewt, folder / f"uner-ewt-{split}.iob2.gz")
    gum = list(read_conllu(folder / f"gum-open-{split}.conllu.gz"))
    for sentence in gum:
        add_gum(sentence)
    return ewt + gum
