"""Kills builds at random moments and builds on: does the lake end as an undisturbed one, and does no reader see half?

    python benchmarks/faults.py [--kills 200] [--seed 1]

Each round is a lake with one release, some builds of other and of the same documents killed by SIGKILL, one build to
its end; beside them a reader reads the newest release all the time.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tasks.io.store import Lake
from tests import faults
from tests.faults import Job

FIRST = Job(tuple(range(12)))
OTHER = Job(tuple(range(50, 62)), ends=False)
SECOND = Job(tuple(range(4, 24)), edition=2, version="v2")
EACH = 8  # kills a round


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun, kills, bad = time.monotonic(), 0, []
        base, calm, root = (Path(folder) / name for name in ("base", "calm", "killed"))
        faults.undisturbed(base, [FIRST])
        wanted, spent = faults.undisturbed(faults.copy(base, calm), [SECOND])
        looks = 0
        while kills < given.kills:
            faults.copy(base, root)
            with faults.reading(root) as wrong:
                kills += faults.disturb(root, [OTHER, SECOND], EACH, spent, given.seed + kills)
            looks += 1
            bad += wrong + faults.proved(root)
            if faults.told(root) != wanted or [r.release for r in Lake(root).releases()] != [1, 2]:
                bad.append(f"after {kills} kills the lake is not the undisturbed one")
            print(f"{kills} kills, {len(bad)} things wrong", flush=True)
    print(f"{kills} kills in {looks} lakes, {time.monotonic() - begun:.0f} s; wrong: {bad or 'nothing'}")


if __name__ == "__main__":
    main()
