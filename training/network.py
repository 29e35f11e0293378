"""The network: a BERT encoder with a shape embedding, and heads for tags, arcs, labels and entities."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    """One transformer layer of BERT: attention, then the inner map, each normalised after its residual."""

    def __init__(self) -> None:
        super().__init__()
        self.projection = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, subwords, HIDDEN) in and out; the mask is added to the attention scores."""
        batch, length, _ = x.shape
        query, key, value = (
            part.reshape(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in self.projection(x).split(HIDDEN, -1)
        )
        if self.training:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=0.1)
        else:
            scores = query @ key.transpose(2, 3) * (HIDDEN // ATTENTION_HEADS) ** -0.5
            mixed = (scores if mask is None else scores + mask).softmax(-1) @ value
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))
        x = self.attention_norm(x + self.dropout(mixed))
        return self.norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """MiniLM with an embedding of word shapes at its input; gives a learned mix of its layers."""

    def __init__(self, shapes: int, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, subwords) ids and shapes to (batch, subwords, HIDDEN)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(positions) + self.shapes(shapes)))
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        weights = self.mix.softmax(0)
        return torch.stack([weights[i] * state for i, state in enumerate(states)]).sum(0)

    def load_minilm(self, path: Path) -> None:
        """Take the weights of all-MiniLM-L6-v2; the type embedding of segment 0 is folded into the positions."""
        weights = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
        self.words.weight.data = weights["embeddings.word_embeddings.weight"]
        types = weights["embeddings.token_type_embeddings.weight"][0]
        self.positions.weight.data = weights["embeddings.position_embeddings.weight"] + types
        _copy(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            name = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                parts = [weights[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                getattr(layer.projection, part).data = torch.cat(parts)
            _copy(layer.output, weights, f"{name}attention.output.dense")
            _copy(layer.attention_norm, weights, f"{name}attention.output.LayerNorm")
            _copy(layer.inner, weights, f"{name}intermediate.dense")
            _copy(layer.outer, weights, f"{name}output.dense")
            _copy(layer.norm, weights, f"{name}output.LayerNorm")


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.data = weights[f"{name}.weight"].clone()
    module.bias.data = weights[f"{name}.bias"].clone()


def _perceptron(size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(HIDDEN, size), nn.ReLU(), nn.Dropout(0.33))


class Pipeline(nn.Module):
    """Encoder and heads. Position 0 of the pooled words is [CLS], which stands for the root."""

    def __init__(self, shapes: int, upos: int, xpos: int, deprels: int, entities: int) -> None:
        super().__init__()
        self.encoder = Encoder(shapes)
        self.dropout = nn.Dropout(0.33)
        self.upos, self.xpos, self.entities = (nn.Linear(HIDDEN, count) for count in (upos, xpos, entities))
        self.arc_dependent, self.arc_head = _perceptron(192), _perceptron(192)
        self.label_dependent, self.label_head = _perceptron(96), _perceptron(96)
        self.arc = nn.Parameter(torch.zeros(193, 192))
        self.label = nn.Parameter(torch.zeros(97, deprels, 97))
        nn.init.normal_(self.arc, std=0.01)
        nn.init.normal_(self.label, std=0.01)

    def pool(self, ids: Tensor, shapes: Tensor, firsts: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, 1 + words, HIDDEN): the states of [CLS] and of each word's first piece."""
        states = self.encoder(ids, shapes, mask)
        index = functional.pad(firsts, (1, 0)).unsqueeze(-1).expand(-1, -1, HIDDEN)
        return self.dropout(states.gather(1, index))

    def tags(self, pooled: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of UPOS, XPOS and entity labels: (batch, words, labels)."""
        words = pooled[:, 1:]
        return self.upos(words), self.xpos(words), self.entities(words)

    def arcs(self, pooled: Tensor) -> Tensor:
        """(batch, words, 1 + words): how well each position would head each word."""
        dependents = functional.pad(self.arc_dependent(pooled[:, 1:]), (0, 1), value=1.0)
        return dependents @ self.arc @ self.arc_head(pooled).transpose(1, 2)

    def labels_of(self, pooled: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, deprels) for the given heads (0 is the root)."""
        dependents = functional.pad(self.label_dependent(pooled[:, 1:]), (0, 1), value=1.0)
        chosen = functional.pad(self.label_head(pooled), (0, 1), value=1.0)
        chosen = chosen.gather(1, heads.unsqueeze(-1).expand(-1, -1, 97))
        batch, words, _ = dependents.shape
        left = (dependents @ self.label.reshape(97, -1)).reshape(batch, words, -1, 97)
        return (left * chosen.unsqueeze(2)).sum(-1)

    def all_labels(self, pooled: Tensor) -> Tensor:
        """(batch, words, deprels, 1 + words): label scores for every possible head."""
        dependents = functional.pad(self.label_dependent(pooled[:, 1:]), (0, 1), value=1.0)
        heads = functional.pad(self.label_head(pooled), (0, 1), value=1.0)
        batch, words, _ = dependents.shape
        left = (dependents @ self.label.reshape(97, -1)).reshape(batch, -1, 97)
        return (left @ heads.transpose(1, 2)).reshape(batch, words, -1, heads.shape[1])
