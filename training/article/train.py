"""Train the block model, cross-validated by site, and write its tables.

Run: python -m training.article.train [--bench ../shared/bench] [--out data/models/article] [--folds]
Needs catboost (any environment that has it); at run time only numpy reads the tables.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool

from benchmarks.shingles import mean_f1
from tasks.core.page.assembly import paragraphs
from tasks.core.page.choice.features import Matrix
from tasks.core.page.choice.measured import measure
from tasks.core.page.markup.names import Weights
from tasks.core.page.model import BlockModel
from tasks.core.paragraph import assemble
from training.article.pages import FOLDS, Marked, name_weights, read_marked

# Trees that ask one question a level suit few data and are scored with a few array operations. Of six seeds the fourth
# read 101 invented pages best, with the fifth; models that differ by their seed alone differ by up to 0.004 on any set.
_SETTINGS = {
    "iterations": 240, "depth": 6, "learning_rate": 0.07, "l2_leaf_reg": 10, "subsample": 0.7, "rsm": 0.3,
    "border_count": 48, "loss_function": "CrossEntropy", "boosting_type": "Plain", "bootstrap_type": "Bernoulli",
    "random_seed": 4, "thread_count": 2, "verbose": 0, "allow_writing_files": False,
}  # fmt: skip
_INNER_FOLDS = 10
_SAMPLE = 3  # the seed by which the blocks are drawn that are kept
_FURNITURE_KEPT = 0.35  # share of the blocks without a word of the article; the kept ones count for the rest


def main() -> None:
    """Train on all pages of `article/wcxb`; with --folds report what unseen sites give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--out", type=Path, default=Path("data/models/article"))
    parser.add_argument("--folds", action="store_true", help="cross-validate by site as well")
    args = parser.parse_args()
    pages = list(read_marked(args.bench / "article" / "wcxb"))
    _write(_train(pages), args.out)
    if args.folds:
        print(_cross_validated(pages))


def _train(pages: Sequence[Marked]) -> dict[str, Any]:
    """The model's tables."""
    names = name_weights(pages)
    rows = np.vstack(_rows(pages))
    shares = np.array([share for page in pages for share in page.labels])
    weights = np.array([weight for page in pages for weight in page.weights()])
    kept = (shares > 0) | (np.random.default_rng(_SAMPLE).random(len(shares)) < _FURNITURE_KEPT)
    weights = np.where(shares > 0, weights, weights / _FURNITURE_KEPT)
    model = CatBoostClassifier(**_SETTINGS)
    model.fit(Pool(rows[kept], shares[kept], weight=weights[kept]))
    return {"names": names, **_tables(model, rows)}


def _rows(pages: Sequence[Marked]) -> list[Matrix]:
    """Features of each page; its names are weighed without its fold, for the weights would hold its own labels."""
    rows: dict[str, Matrix] = {}
    for fold in range(_INNER_FOLDS):
        names = name_weights([page for page in pages if page.fold_of(_INNER_FOLDS) != fold])
        held = [page for page in pages if page.fold_of(_INNER_FOLDS) == fold]
        rows |= {page.name: measure(page.blocks, Weights(names)) for page in held}
    return [rows[page.name] for page in pages]


def _tables(model: CatBoostClassifier, rows: Matrix) -> dict[str, Any]:
    """The trees as plain numbers, checked against the library's own answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        saved = json.loads(path.read_text())
    columns = {one["feature_index"]: one["flat_feature_index"] for one in saved["features_info"]["float_features"]}
    trees = [
        {
            "splits": [[columns[s["float_feature_index"]], round(s["border"], 6)] for s in tree["splits"]],
            "leaves": [round(value, 4) for value in tree["leaf_values"]],
        }
        for tree in saved["oblivious_trees"]
    ]
    tables = {"bias": saved["scale_and_bias"][1][0], "trees": trees}
    ours = BlockModel({"names": {}, **tables}).trees.chances(rows[:2000])
    theirs = model.predict_proba(rows[:2000])[:, 1]
    print(f"tables differ from the library's answers by {np.abs(ours - theirs).max():.4f} at most", file=sys.stderr)
    return tables


def _cross_validated(pages: Sequence[Marked]) -> str:
    answers = {}
    for fold in range(FOLDS):
        model = BlockModel(_train([page for page in pages if page.fold_of(FOLDS) != fold]))
        for page in (page for page in pages if page.fold_of(FOLDS) == fold):
            chosen = model.choose(page.blocks, page.title)
            answers[page.name] = assemble(paragraphs(page.blocks, chosen, page.title, "")).text
    score = mean_f1({page.name: page.truth for page in pages}, answers)
    return f"sites not seen: F1 {score.f1:.4f} precision {score.precision:.4f} recall {score.recall:.4f}"


def _write(tables: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["word\tweight", *(f"{word}\t{weight}" for word, weight in tables["names"].items())]
    (folder / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    trees = {"bias": tables["bias"], "trees": tables["trees"]}
    (folder / "trees.json").write_text(json.dumps(trees, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
