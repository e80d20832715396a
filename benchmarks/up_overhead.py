"""How much an `up` costs through components and policy pack, beside the same resources raw, on the lab.

The region comes up in the lab and its resources are written down from its state; it goes down, and `raw/`
registers the same ones with plain pulumi_openstack, without components and without a pack. In turn, as many
rounds as asked for; medians of CPU seconds by part and of the wall are printed, with their ratios. The
control plane's own CPU is not counted, its time is in the wall. Options: --region FILE, --rounds N.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.preview_overhead import RAW, measured, report

from medcloud.engine.stack import Stack
from medcloud.region_files import open_plan
from tools.stack.session import PACK, ROOT, configure, exports, open_aside, provide_secrets, tool

SMALL = ROOT / "tests" / "on_lab" / "fault_region"
GOAL = 1.1


def region(folder: Path, given: Path | None) -> Path:
    """The region file with its images, in a folder of its own."""
    if given:
        return given.resolve()
    shutil.copytree(SMALL, folder / "region")
    (folder / "region" / "images").mkdir()
    (folder / "region" / "images" / "cloud.img").write_bytes(bytes(1 << 20))
    return folder / "region" / "region.yaml"


def up(stack: Stack, *words: str) -> dict[str, float]:
    """What one `up` from nothing takes."""
    more = ("--yes", "--skip-preview", "--suppress-progress", *words)
    return measured(stack, "up", *more, variables={"BENCH_LOG": str(stack.folder / "log")})


def down(stack: Stack) -> None:
    """Destroy what is up."""
    stack.ask("destroy", "--yes", "--skip-preview")


def written_down(stack: Stack, path: Path) -> int:
    """Write its providers and resources with their secrets, for the owner alone; how many resources."""
    resources: list[dict[str, Any]] = stack.export(show_secrets=True)["deployment"]["resources"]
    own = [r for r in resources if "openstack" in r["type"]]
    path.touch(mode=0o600)
    path.write_text(json.dumps(own), encoding="utf-8")
    return sum(not r["type"].startswith("pulumi:") for r in own)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--region", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    tool("labs.openstack", "up")
    os.environ.update(exports(tool("labs.openstack", "env")))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        region_file = region(folder, options.region)
        stack = open_aside("bench", folder)
        configure(stack, region_file)
        provide_secrets(stack, open_plan(region_file, write=False).domain.rstrip("."))
        plainly = folder / "raw"
        plainly.mkdir()
        os.environ["BENCH_RESOURCES"] = str(folder / "resources.json")
        raw = open_aside("bench-raw", plainly, RAW)
        ours: list[dict[str, float]] = []
        plain: list[dict[str, float]] = []
        count = 0
        for _ in range(options.rounds):
            try:
                ours.append(up(stack, "--policy-pack", str(PACK)))
                count = written_down(stack, folder / "resources.json")
            finally:
                down(stack)
            try:
                plain.append(up(raw))
            finally:
                down(raw)
        report(count, plain, ours, GOAL)


if __name__ == "__main__":
    main()
