"""Export a trained pipeline to int8 ONNX: `python training/export.py --run DIR... --minilm DIR --out DIR`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from network import Pipeline  # noqa: E402 - the path comes first

from tasks.core.english.features import SHAPE_COUNT  # noqa: E402  # the path is set above

OUTPUTS = ("upos", "xpos", "arcs", "labels", "entities")


class Wrapper(nn.Module):
    """One sentence in, what the runtime decodes out; the label of every possible arc is already chosen."""

    def __init__(self, model: Pipeline) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """(subwords), (subwords), (words) to tags (words), arcs and labels (words, 1 + words), entity scores."""
        pooled = self.model.pool(ids[None], shapes[None], firsts[None], None)
        upos, xpos, entities = self.model.tags(pooled)
        # Label 0 is "root": it belongs to column 0 alone, which the runtime knows.
        labels = self.model.all_labels(pooled)[:, :, 1:].argmax(2) + 1
        return upos.argmax(-1)[0], xpos.argmax(-1)[0], self.model.arcs(pooled)[0], labels[0], entities[0]


def export(model: Pipeline, out: Path) -> None:
    """Write the float model."""
    inputs = (torch.arange(1, 9), torch.zeros(8, dtype=torch.long), torch.arange(1, 7))
    names = ("ids", "shapes", "firsts")
    axes = {"ids": {0: "subwords"}, "shapes": {0: "subwords"}, "firsts": {0: "words"}}
    torch.onnx.export(
        Wrapper(model).eval(), inputs, str(out), input_names=names, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def average(runs: list[Path]) -> dict[str, Tensor]:
    """The mean of the runs' weights: runs that start from one another lie in one valley, and its middle is best."""
    states = [torch.load(run / "pipeline.pt") for run in runs]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def quantize(whole: Path, out: Path) -> None:
    """Weights of the float model to int8, one scale a column; the scales of what flows are found at run time."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        kinds = ["MatMul", "Gather"]
        quantize_dynamic(str(ready), str(out), kinds, per_channel=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(out))


def main() -> None:
    """Read pipeline.pt, write model.onnx, tokenizer.json and labels.json, and model.float.onnx beside the last run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, nargs="+", help="several are averaged")
    for name in ("minilm", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    last: Path = arguments.run[-1]
    labels = json.loads((last / "labels.json").read_text())
    model = Pipeline(SHAPE_COUNT, *(len(labels[name]) for name in ("upos", "xpos", "deprel", "entity")))
    model.load_state_dict(average(arguments.run))
    arguments.out.mkdir(parents=True, exist_ok=True)
    export(model.eval(), last / "model.float.onnx")
    quantize(last / "model.float.onnx", arguments.out / "model.onnx")
    tokenizer = Tokenizer.from_file(str(arguments.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    (arguments.out / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    shutil.copy(last / "labels.json", arguments.out / "labels.json")


if __name__ == "__main__":
    main()
