"""CPU of `pulumi up` and `destroy` by number of resources, with the engine's journal and without.

The resources are networks and security group rules of the real provider; their cloud is a stand-in
(`scale/cloud.py`) whose work for one object is always the same, and whose CPU is not counted. For each size
the stack is brought up, brought up again unchanged, and destroyed; then, up to `--without`, once more with
PULUMI_DISABLE_JOURNALING=true, which is how the engine writes a state by itself. Printed: CPU seconds of
engine, provider and program, milliseconds a resource, and their ratios (goal: at 4,000 at most 1.2 x that at
1,000). Options: --sizes N N, --without N.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import cpu
from tools.stack.session import ROOT, exports, tool

PROGRAM = ROOT / "benchmarks" / "scale"
STEPS = {"up": ["up"], "up again": ["up", "--expect-no-changes"], "destroy": ["destroy"]}


@contextmanager
def cloud() -> Iterator[str]:
    """The address of a running stand-in."""
    running = subprocess.Popen([sys.executable, str(PROGRAM / "cloud.py")], stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout
        yield running.stdout.readline().strip()
    finally:
        running.kill()
        running.wait()


def steps(size: int, journal: bool) -> Iterator[tuple[str, dict[str, float]]]:
    """Each step's CPU seconds by part."""
    with cloud() as address, tempfile.TemporaryDirectory() as scratch:
        env = {
            **os.environ,
            **exports(tool("tools.engines", "env")),
            "PULUMI_BACKEND_URL": f"file://{scratch}",
            "PULUMI_CONFIG_PASSPHRASE": "bench",
            "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS": "true",
            "PULUMI_DISABLE_JOURNALING": "" if journal else "true",
            "SCALE": str(size),
            "SCALE_CLOUD": address,
            "BENCH_LOG": str(Path(scratch) / "log"),
        }
        words = ["pulumi", "-C", str(PROGRAM)]
        subprocess.run([*words, "stack", "init", "bench"], env=env, check=True, capture_output=True)
        more = ["--yes", "--skip-preview", "--suppress-progress", "--stack", "bench"]
        for name, command in STEPS.items():
            yield name, cpu.measure([*words, *command, *more], env)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--without", type=int, default=1000)
    options = parser.parse_args()
    first: dict[tuple[str, bool], float] = {}
    print(
        "journal  step       resources    engine  provider   program       all  ms each   ratio", flush=True
    )
    for journal in (True, False):
        for size in options.sizes:
            if not journal and size > options.without:
                continue
            for name, spent in steps(size, journal):
                each = 1000 * spent["all"] / size
                ratio = each / first.setdefault((name, journal), each)
                parts = "".join(f"{spent.get(p, 0):10.1f}" for p in ("engine", "provider", "program", "all"))
                said = "yes" if journal else "no"
                print(f"{said:<8} {name:<10}{size:>10}{parts}{each:>9.1f}{ratio:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
