"""How much a preview costs through the components and the policy pack, beside the same resources raw.

A region of about 1,000 OpenStack resources is previewed once and its resources are written down; `raw/`
registers the same ones with plain pulumi_openstack. Then both previews run in turn; their medians are printed
by part, with the ratios of wall and CPU. No cloud is needed. Options: --workloads N, --rounds N.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks import cpu
from medcloud.engine import placeholders
from medcloud.engine.stack import Stack
from medcloud.region_files import open_plan
from tools.stack.session import PACK, ROOT, configure, open_aside, provide_secrets

WITHOUT_STATE = {"PULUMI_SKIP_CHECKPOINTS": "true"}
RAW = ROOT / "benchmarks" / "raw"
PARTS = ("engine", "provider", "program", "pack", "all", "wall")


def region(folder: Path, workloads: int) -> Path:
    """The sample region with this many workloads, in a folder of its own."""
    sample = ROOT / "examples" / "panyu"
    data = yaml.safe_load((sample / "region.yaml").read_text(encoding="utf-8"))
    model = data["workloads"]["lis"]
    for pool in data["pools"].values():
        pool["hosts"] = 4
    for number in range(workloads):
        data["workloads"][f"w{number:04d}"] = copy.deepcopy(model)
    path = folder / "region.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "images").symlink_to(sample / "images")
    return path


def resources(stack: Stack) -> list[dict[str, Any]]:
    """What a preview would make: type, name, inputs, and which inputs come from which resource."""
    text = stack.ask("preview", "--json", variables=WITHOUT_STATE)
    steps = json.loads(text)["steps"]
    made = [step["newState"] for step in steps if step["op"] == "create"]
    return [state for state in made if state["type"].startswith("openstack:")]


def measured(stack: Stack, *words: str, variables: Mapping[str, str]) -> dict[str, float]:
    """Seconds of one command ("wall") and its CPU seconds by part."""
    began = time.monotonic()
    command = ["pulumi", "-C", str(stack.folder), *words, "--non-interactive", "--stack", stack.name]
    spent = cpu.measure(command, {**stack.environment, **variables})
    return spent | {"wall": time.monotonic() - began}


def preview(stack: Stack, *words: str) -> dict[str, float]:
    """What one preview takes."""
    return measured(stack, "preview", *words, variables=WITHOUT_STATE)


def report(count: int, plain: list[dict[str, float]], ours: list[dict[str, float]], goal: float) -> None:
    """Medians by part, and the ratios of wall and CPU."""
    print(f"resources {count}, rounds {len(plain)}, medians in seconds:")
    print(f"{'':<22}" + "".join(f"{part:>10}" for part in PARTS))
    medians = []
    for name, runs in (("raw, no pack", plain), ("components and pack", ours)):
        medians.append({part: statistics.median(run.get(part, 0) for run in runs) for part in PARTS})
        print(f"{name:<22}" + "".join(f"{medians[-1][part]:>10.2f}" for part in PARTS))
    raw, full = medians
    wall, spent = (full[part] / raw[part] for part in ("wall", "all"))
    print(f"ratio of wall {wall:.2f}, of CPU {spent:.2f} (goal: at most {goal})")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workloads", type=int, default=35)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        region_file = region(folder, options.workloads)
        plan = open_plan(region_file, write=False)
        clouds = folder / "clouds.yaml"
        clouds.write_text(placeholders.clouds(plan.clouds), encoding="utf-8")
        os.environ["OS_CLIENT_CONFIG_FILE"] = str(clouds)
        stack = open_aside("bench", folder)
        configure(stack, region_file)
        stack.set("medcloud:offline", "true")
        provide_secrets(stack, plan.domain.rstrip("."))
        listed = resources(stack)
        (folder / "resources.json").write_text(json.dumps(listed), encoding="utf-8")
        plainly = folder / "raw"
        plainly.mkdir()
        os.environ["BENCH_RESOURCES"] = str(folder / "resources.json")
        raw = open_aside("bench-raw", plainly, RAW)
        ours: list[dict[str, float]] = []
        plain: list[dict[str, float]] = []
        for _ in range(options.rounds):
            plain.append(preview(raw))
            ours.append(preview(stack, "--policy-pack", str(PACK)))
        report(len(listed), plain, ours, 1.3)


if __name__ == "__main__":
    main()
