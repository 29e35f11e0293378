"""Train the English pipeline: `python training/train.py --treebank DIR --minilm DIR --out DIR`."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from batches import IGNORE, Batch, Encoded, augment, batches, vocabulary  # noqa: E402 - the path comes first
from names import Names  # noqa: E402  # the path is set above
from network import Pipeline  # noqa: E402  # the path is set above
from treebank import Annotated, load  # noqa: E402  # the path is set above

from tasks.core.english.features import SHAPE_COUNT  # noqa: E402  # the path is set above

WARM_UP = 120


def build(labels: dict[str, list[str]], minilm: Path) -> Pipeline:
    """The network with MiniLM's weights in its encoder."""
    model = Pipeline(SHAPE_COUNT, *(len(labels[name]) for name in ("upos", "xpos", "deprel", "entity")))
    model.encoder.load_minilm(minilm / "model.safetensors")
    return model


def loss_of(model: Pipeline, batch: Batch) -> Tensor:
    """Arc + label + half of the tags + entities, each a mean over words."""
    with torch.autocast("cpu", torch.bfloat16, enabled=USE_BF16):
        pooled = model.pool(batch.ids, batch.shapes, batch.firsts, batch.mask).float()
    upos, xpos, entities = model.tags(pooled)
    real = torch.cat([torch.ones(len(batch.words), 1, dtype=torch.bool), batch.words], 1)
    arcs = model.arcs(pooled).masked_fill(~real[:, None], -1e4)
    heads = batch.heads.masked_fill(~batch.words, IGNORE)
    tags = _cross_entropy(upos, batch.upos) + _cross_entropy(xpos, batch.xpos)
    labels = _cross_entropy(model.labels_of(pooled, batch.heads), batch.deprels)
    return _cross_entropy(arcs, heads) + labels + 0.5 * tags + _entity_loss(entities, batch)


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)


def _entity_loss(scores: Tensor, batch: Batch) -> Tensor:
    # Where the treebank names no events and objects, O means "none, or an event, or an object": the sum counts.
    wide = torch.logsumexp(torch.cat([scores[..., :1], scores[..., 7:]], -1), -1)
    outside = torch.where(batch.is_partial[:, None], wide, scores[..., 0])
    chosen = scores.gather(-1, batch.entities.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    chosen = torch.where(batch.entities == 0, outside, chosen)
    loss = torch.logsumexp(scores, -1) - chosen
    known = batch.entities != IGNORE
    return (loss * known).sum() / known.sum().clamp(min=1)


@torch.no_grad()
def score(model: Pipeline, sentences: list[Encoded]) -> dict[str, float]:
    """Greedy per-word accuracy of heads, labelled heads and tags, in per cent."""
    model.eval()
    right, total = torch.zeros(5), 0
    for batch in batches(sentences, None):
        pooled = model.pool(batch.ids, batch.shapes, batch.firsts, batch.mask)
        real = torch.cat([torch.ones(len(batch.words), 1, dtype=torch.bool), batch.words], 1)
        heads = model.arcs(pooled).masked_fill(~real[:, None], -1e4).argmax(-1)
        upos, xpos, entities = (scores.argmax(-1) for scores in model.tags(pooled))
        labels = model.labels_of(pooled, heads).argmax(-1)
        hit = heads == batch.heads
        found = [hit, hit & (labels == batch.deprels), upos == batch.upos, xpos == batch.xpos,
                 entities == batch.entities]  # fmt: skip
        right += torch.stack([(match & batch.words).sum() for match in found])
        total += int(batch.words.sum())
    names = ("uas", "las", "upos", "xpos", "entity words")
    return {name: round(100 * float(count) / total, 2) for name, count in zip(names, right, strict=True)}


def optimiser(
    model: Pipeline, steps: int, scale: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW: a small rate for the encoder, a larger for what starts from nothing; linear warm-up and decay."""
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    fresh = {"encoder.mix", "encoder.shapes.weight"}
    fast = [p for n, p in model.named_parameters() if n in fresh or not n.startswith("encoder.")]
    slow = [p for p in slow if all(p is not q for q in fast)]
    adam = torch.optim.AdamW(
        [{"params": slow, "lr": scale * 2e-4}, {"params": fast, "lr": scale * 1e-3}], weight_decay=0.01
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda step: min((step + 1) / WARM_UP, max(0.0, (steps - step) / max(1, steps - WARM_UP)))
    )
    return adam, rate


def train(model: Pipeline, data: list[Annotated], dev: list[list[Encoded]], tools: Tools) -> None:
    """Run the epochs; a checkpoint and its figures after each."""
    chance, names = random.Random(tools.seed), Names(data)
    plain = [Encoded(sentence, tools.tokenizer, tools.index) for sentence in data]
    steps = sum(1 for _ in batches(plain, random.Random(0))) * tools.epochs
    adam, rate = optimiser(model, steps, tools.rate)
    for epoch in range(1, tools.epochs + 1):
        began, total, count = time.time(), 0.0, 0
        model.train()
        looks = [augment(sentence, names, chance) for sentence in data]
        encoded = [kept if look is given else Encoded(look, tools.tokenizer, tools.index)
                   for look, given, kept in zip(looks, data, plain, strict=True)]  # fmt: skip
        for batch in batches(encoded, chance):
            adam.zero_grad(set_to_none=True)
            loss = loss_of(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            adam.step()
            rate.step()
            total, count = total + float(loss.detach()), count + 1
            if count % 50 == 0:
                print(f"epoch {epoch} step {count} loss {total / count:.3f} {time.time() - began:.0f} s", flush=True)
        torch.save(model.state_dict(), tools.out / "pipeline.pt")
        figures = [score(model, part) for part in dev]
        print(f"epoch {epoch} loss {total / count:.3f} {time.time() - began:.0f} s dev {figures}", flush=True)


class Tools:
    """What a run was asked for."""

    def __init__(self, arguments: argparse.Namespace, labels: dict[str, list[str]]) -> None:
        self.tokenizer = Tokenizer.from_file(str(arguments.minilm / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        self.epochs, self.seed, self.out = arguments.epochs, arguments.seed, arguments.out
        self.rate = 0.5 if arguments.start else 1.0


def main() -> None:
    """Read the treebanks, train, and leave pipeline.pt and labels.json in the output folder."""
    global USE_BF16
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("treebank", "minilm", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--start", type=Path, help="a pipeline.pt to go on from, with half the rates")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    USE_BF16 = arguments.bf16
    arguments.out.mkdir(parents=True, exist_ok=True)
    data = load(arguments.treebank, "train")
    labels = vocabulary(data)
    (arguments.out / "labels.json").write_text(json.dumps(labels, indent=1))
    tools = Tools(arguments, labels)
    development = load(arguments.treebank, "dev")
    dev = [[Encoded(s, tools.tokenizer, tools.index) for s in development if s.is_partial is kind]
           for kind in (True, False)]  # fmt: skip
    model = build(labels, arguments.minilm)
    if arguments.start:
        model.load_state_dict(torch.load(arguments.start))
    train(model, data, dev, tools)


USE_BF16 = False

if __name__ == "__main__":
    main()
