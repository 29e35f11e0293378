"""What a stage is due to work on, and what is settled."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from flows.build import build
from flows.due import annotate_version, due_annotations, due_extractions, due_fetches, extract_version
from tasks.io.store import Lake

TEXT = "Ferry sails again\n\nMay 16, 2024\n\nThe ferry to Bornholm sailed again on Thursday.\n\nSource: https://example.org/ferry\n"


def test_a_second_reference_to_a_document_is_settled_once(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "one.md").write_text(TEXT)
    (given / "two.md").write_text(TEXT + "\nClipped twice.\n")
    lake = tmp_path / "lake"
    assert build([str(given)], str(lake), {"offline": True}, 1)[0] is not None
    rejections = pd.read_parquet(lake / "releases" / "latest" / "rejections")
    assert rejections["reason"].tolist() == ["duplicate"]
    opened = Lake(lake)
    assert len(due_fetches(opened, None)) == 2  # offline captures are tried again
    assert due_extractions(opened, extract_version()) == []
    assert due_annotations(opened, annotate_version()) == []
    assert len(due_extractions(opened, "another version")) == 1
    assert build([str(given)], str(lake), {"offline": True}, 1)[0] is None


def test_a_reference_with_neither_address_nor_text_is_refused_once(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("https://example.org/2024/05/ferry-line-reo...\nhttps://example.org/ferry\n")
    lake = tmp_path / "lake"
    assert build([str(tmp_path / "list.txt")], str(lake), {"offline": True}, 1)[0] is not None
    rejections = pd.read_parquet(lake / "releases" / "latest" / "rejections")
    assert sorted(zip(rejections["stage"], rejections["reason"], strict=True)) == [
        ("extract", "not_fetched"),  # of the whole address: it can still be fetched
        ("fetch", "unrecoverable_address"),
    ]
