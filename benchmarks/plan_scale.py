"""How the plan's time grows: 10, 100, 1,000 and 10,000 workloads in three centres, each with three callers.

Run ``python benchmarks/plan_scale.py``; linear growth is a ratio of about 10 from one row to the next.
Times are the best of some runs, of the process's own CPU, so that a busy machine does not show.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from medcloud.model import Region, parse
from medcloud.plan import allocate, derive
from medcloud.plan.lock import dump, parse as parse_lock

SIZES = (10, 100, 1_000, 10_000)
GOAL = 11.0
SAMPLE = Path(__file__).parents[1] / "examples" / "panyu" / "region.yaml"
KINDS = (("his", 4), ("lis", 3), ("pacs", 4), ("oa", 2), ("ai", 3))
T = TypeVar("T")


def region(workloads: int) -> Region:
    """The sample's places with that many workloads, for 20 tenants, in blocks that hold them."""
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    data["networks"] = {"ipv4": "10.0.0.0/8", "vni": {"first": 5000, "last": 9999}}
    data["pools"]["general"]["hosts"] = max(2, workloads // 10)
    data["tenants"] = {f"t{n}": {"name": f"T{n}"} for n in range(20)}
    data["workloads"] = {f"w{n}": _workload(n, workloads) for n in range(workloads)}
    return parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")


def _workload(number: int, count: int) -> dict[str, object]:
    kind, level = KINDS[number % len(KINDS)]
    callers = sorted({(number + step) % count for step in (1, 7, 31)} - {number})
    return {
        "kind": kind,
        "level": level,
        "pool": "general",
        "tenant": f"t{number % 20}",
        "size": {"instances": 2, "vcpus": 2, "memory_gib": 8, "data_gib": 10},
        "port": 8443,
        "callers": [f"w{n}" for n in callers],
        "pseudonymised": [f"w{n}" for n in callers if level > 3 and KINDS[n % len(KINDS)][0] == "ai"],
    }


def timed(work: Callable[[], T], runs: int) -> tuple[float, T]:
    """Least CPU seconds of some runs, and what the work gives."""
    best, result = float("inf"), work()
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def main() -> int:
    """Prints the table; the exit code is 1 when the plan grows faster than the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(
        f"{'workloads':>9}  {'numbers s':>9}  {'plan s':>9}  {'lock file s':>11}  {'sum s':>9}  {'ratio':>6}"
    )
    previous, worst = 0.0, 0.0
    for size in options.sizes:
        subject = region(size)
        numbers, lock = timed(lambda s=subject: allocate(s, None), options.runs)  # type: ignore[misc]  # bound now
        plan, _ = timed(lambda s=subject, k=lock: derive(s, k), options.runs)  # type: ignore[misc]  # bound now
        file, _ = timed(lambda k=lock: parse_lock(dump(k), "x"), options.runs)  # type: ignore[misc]  # bound now
        total = numbers + plan + file
        ratio = total / previous if previous else 0.0
        worst, previous = max(worst, ratio), total
        shown = f"{ratio:.1f}" if ratio else "-"
        print(
            f"{size:>9,}  {numbers:>9.4f}  {plan:>9.4f}  {file:>11.4f}  {total:>9.4f}  {shown:>6}", flush=True
        )
    print(f"worst ratio {worst:.1f}, goal {GOAL:.0f}")
    return int(worst > GOAL)


if __name__ == "__main__":
    sys.exit(main())
