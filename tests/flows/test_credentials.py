"""A lake on object storage whose credentials stand in a Prefect block, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import boto3
import pytest
from prefect.blocks.system import Secret

from flows.build import build
from flows.credentials import credentials_of, variables_of
from flows.maintain import maintain
from tasks.io.store import Lake
from tests.bucket import bucket_server

SAMPLE = Path(__file__).parents[2] / "data" / "samples" / "ferry-strike.txt"


def test_a_lake_is_built_and_kept_with_the_credentials_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    with bucket_server() as variables:
        endpoint = variables["AWS_ENDPOINT_URL"]
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "us-east-1"}
        boto3.client("s3", endpoint_url=endpoint, **keys).create_bucket(Bucket="clippings")
        Secret(value=variables).save("lake-credentials", overwrite=True)
        root = "s3://clippings/lake"
        release, _ = build([str(SAMPLE)], root, {"offline": True}, 1, "lake-credentials")
        maintain(root, 3, "lake-credentials")
        assert "AWS_ACCESS_KEY_ID" not in os.environ
        with credentials_of("lake-credentials"):
            assert [r.release for r in Lake(root).releases()] == [1]
    assert release is not None


@pytest.mark.parametrize("value", ["no JSON", "[1]", {"AWS_REGION": 1}, None])
def test_a_block_of_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="block 'lake': expected a JSON object"):
        variables_of(value, "lake")
