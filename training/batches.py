"""Turn annotated sentences into padded batches, with a little augmentation towards the look of news."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from names import Names
from tokenizers import Tokenizer
from torch import Tensor
from treebank import Annotated

from tasks.core.english.features import encode

IGNORE = -100


@dataclass
class Batch:
    """Tensors of sentences of like length; labels are IGNORE where a word is padding or unlabelled."""

    ids: Tensor
    shapes: Tensor
    firsts: Tensor
    mask: Tensor
    words: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprels: Tensor
    entities: Tensor
    is_partial: Tensor


def vocabulary(sentences: Sequence[Annotated]) -> dict[str, list[str]]:
    """The labels of each head, in a fixed order: entities start with "O", deprels with "root"."""
    kinds = ("PER", "ORG", "LOC", "EVENT", "OBJ")
    return {
        "upos": sorted({tag for s in sentences for tag in s.upos}),
        "xpos": sorted({tag for s in sentences for tag in s.xpos}),
        "deprel": ["root", *sorted({rel for s in sentences for rel in s.deprels} - {"root"})],
        "entity": ["O", *(f"{place}-{kind}" for kind in kinds for place in "BI")],
    }


def augment(sentence: Annotated, names: Names, chance: random.Random) -> Annotated:
    """Now and then the sentence with other names; as a headline, in capitals or small letters, or without its stop."""
    if chance.random() < 0.3 and set(sentence.entities) - {"O", "?"}:
        sentence = names.swap(sentence, chance)
    dice = chance.random()
    if dice < 0.04 and len(sentence.words) > 3:
        small = {"ADP", "DET", "CCONJ", "PART", "PUNCT"}
        pairs = zip(sentence.words, sentence.upos, strict=True)
        return replace(sentence, words=[w if tag in small else w[:1].upper() + w[1:] for w, tag in pairs])
    if dice < 0.06:
        return replace(sentence, words=[word.upper() for word in sentence.words])
    if dice < 0.075:
        return replace(sentence, words=[word.lower() for word in sentence.words])
    if dice < 0.105 and sentence.words[-1] == "." and len(sentence.words) > 3:
        return _without_last(sentence)
    return sentence


def _without_last(sentence: Annotated) -> Annotated:
    if len(sentence.words) in sentence.heads:
        return sentence
    names = ("words", "lemmas", "upos", "xpos", "heads", "deprels", "glued", "entities")
    return replace(sentence, **{name: getattr(sentence, name)[:-1] for name in names})


class Encoded:
    """One sentence as lists of numbers."""

    def __init__(self, sentence: Annotated, tokenizer: Tokenizer, index: Mapping[str, Mapping[str, int]]) -> None:
        self.ids, self.shapes, self.firsts = encode(sentence.words, sentence.glued, tokenizer)
        self.upos = [index["upos"].get(tag, IGNORE) for tag in sentence.upos]
        self.xpos = [index["xpos"].get(tag, IGNORE) for tag in sentence.xpos]
        self.heads = sentence.heads
        self.deprels = [index["deprel"].get(rel, IGNORE) for rel in sentence.deprels]
        self.entities = [index["entity"].get(label, IGNORE) for label in sentence.entities]
        self.is_partial = sentence.is_partial


def batches(sentences: Sequence[Encoded], chance: random.Random | None, limit: int = 1000) -> Iterator[Batch]:
    """Batches of at most `limit` padded subwords; shuffled where `chance` is given, else in order of length."""
    jitter = chance.random if chance else lambda: 0.0
    ordered = sorted(sentences, key=lambda s: len(s.ids) * (1 + 0.15 * jitter()))
    groups: list[list[Encoded]] = [[]]
    for sentence in ordered:
        longest = max((len(s.ids) for s in groups[-1]), default=0)
        if groups[-1] and (len(groups[-1]) + 1) * max(len(sentence.ids), longest) > limit:
            groups.append([])
        groups[-1].append(sentence)
    if chance:
        chance.shuffle(groups)
    yield from map(collate, groups)


def collate(group: Sequence[Encoded]) -> Batch:
    """Pad a group of sentences into one batch."""

    def pad(name: str, value: int) -> Tensor:
        rows = [torch.tensor(getattr(sentence, name)) for sentence in group]
        return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)

    ids = pad("ids", 0)
    lengths = torch.tensor([len(sentence.ids) for sentence in group])
    hidden = torch.arange(ids.shape[1])[None] >= lengths[:, None]
    mask = torch.zeros(ids.shape).masked_fill(hidden, -1e4)[:, None, None]
    upos = pad("upos", -1)
    counts = torch.tensor([len(sentence.firsts) for sentence in group])
    words = torch.arange(upos.shape[1])[None] < counts[:, None]
    return Batch(
        ids, pad("shapes", 0), pad("firsts", 0), mask, words, upos.masked_fill(upos < 0, IGNORE),
        pad("xpos", IGNORE), pad("heads", 0), pad("deprels", IGNORE), pad("entities", IGNORE),
        torch.tensor([sentence.is_partial for sentence in group]),
    )  # fmt: skip
