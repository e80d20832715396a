"""The policy pack beside conftest: rules of equal meaning, the same files, in turn in one run.

Verdicts are compared first (every example of those rules, then the large files). Then each judges a file of
1,000 and one of 10,000 resources as a program of its own: conftest its rules, the pack the same rules, and
the whole pack; and the whole pack as the engine asks it, beside one that does nothing.
Options: --rounds N, --sizes N,N.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.conftest import inputs, program, served
from benchmarks.conftest.judge import verdicts

from medcloud_policies.core import pack

TIMES = 10  # as many rules as the pack has, when conftest's are taken so often
NAMES = (
    "conftest",
    f"conftest, rules ×{TIMES}",
    "pack, the same rules",
    "pack, whole",
    "pack, whole, by the engine",
    "the engine's protocol alone",
)
EMPTY = 0  # a file of no resource: what starting costs


class Run(NamedTuple):
    """Seconds of one run."""

    wall: float
    cpu: float
    judging: float
    """CPU without the program's start."""


Times = dict[int, list[Run]]
"""The rounds by size of file."""


def compiled(folder: Path) -> None:
    """Let Python keep its byte code, as where a package is installed: conftest is compiled too."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def ours(file: Path, rules: Sequence[str]) -> list[str]:
    """The words with which the pack judges a file."""
    return [sys.executable, "-m", "benchmarks.conftest.judge", str(file), *rules]


def compare(file: Path) -> int:
    """How many violations both find in a file; SystemExit when they differ."""
    document = json.loads(file.read_text("utf-8"))
    mine = set(verdicts(document, [rule for rule in pack.rules() if rule.id in program.RULES]))
    theirs = program.verdicts(file)
    if mine != theirs:
        raise SystemExit(f"{file.name}: verdicts differ\n  {sorted(mine ^ theirs)[:20]}")
    return len(mine)


def timed(words: Sequence[str], start: float) -> Run:
    """One run of a program; `start` is the CPU of its start when it does not say what it spent on judging."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, float(done.stderr) if done.stderr else cpu - start)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each column."""
    return Run(*(statistics.median(column) for column in zip(*runs, strict=True)))


def measure(files: Mapping[int, Path], more: Path, rounds: int) -> dict[str, Times]:
    """All of them in turn, round by round, so that what else the machine does falls on each alike."""
    found: dict[str, Times] = {name: {size: [] for size in files if size} for name in NAMES}
    start = middle([timed(program.command(files[EMPTY]), 0.0) for _ in range(rounds)]).cpu
    start_more = middle([timed(program.command(files[EMPTY], more), 0.0) for _ in range(rounds)]).cpu
    for _ in range(rounds):
        for size, file in files.items():
            if size:
                document = json.loads(file.read_text("utf-8"))
                runs = (
                    timed(program.command(file), start),
                    timed(program.command(file, more), start_more),
                    timed(ours(file, program.RULES), 0.0),
                    timed(ours(file, ()), 0.0),
                    Run(*served.judging(document)),
                    Run(*served.judging(document, served.NOTHING)),
                )
                for name, run in zip(NAMES, runs, strict=True):
                    found[name][size].append(run)
    return found


def report(times: Mapping[str, Times], sizes: Sequence[int]) -> None:
    """A line a program and size, with conftest's seconds over its own; then how each grows."""
    head = ("wall", "CPU", "judging")
    print(f"{'':<28} {'':>7}  {'seconds, medians':<26} conftest / this")
    print(f"{'':<28} {'':>7} " + "".join(f"{word:>9}" for word in head * 2))
    for name in NAMES:
        for size in sizes:
            mine, theirs = middle(times[name][size]), middle(times[NAMES[0]][size])
            ratios = [f"{a / b:9.2f}" if b else "" for a, b in zip(theirs, mine, strict=True)]
            print(f"{name:<28} {size:>7,} " + "".join(f"{t:9.2f}" for t in mine) + "".join(ratios))
    for size in sizes:
        many, whole = middle(times[NAMES[1]][size]), middle(times[NAMES[3]][size])
        count = len(program.RULES) * TIMES
        print(
            f"{size:,}: judging, conftest with {count} rules over the whole pack with {len(pack.rules())}: "
            f"{many.judging / whole.judging:.1f}"
        )
    for name in NAMES:
        low, high = (middle(times[name][size]).judging for size in (sizes[0], sizes[-1]))
        print(f"judging grows ×{high / low:.1f} for ×{sizes[-1] / sizes[0]:.0f} resources: {name}")


def main() -> None:
    """Compare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="1000,10000")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        compiled(folder)
        good, bad = inputs.region(), inputs.examples("bad")
        files = {size: folder / f"{size}.json" for size in (EMPTY, *sizes)}
        for size, file in files.items():
            file.write_text(json.dumps(inputs.many(good, bad, size)), "utf-8")
        examples = folder / "examples.json"
        examples.write_text(json.dumps({"resources": bad + inputs.examples("good")}), "utf-8")
        print(f"{len(program.RULES)} rules of equal meaning; the whole pack: {len(pack.rules())} rules")
        for file in (examples, *(files[size] for size in sizes)):
            print(f"  verdicts equal on {file.name}: {compare(file)} violations")
        more = folder / "more"
        more.mkdir()
        report(measure(files, program.multiplied(more, TIMES), options.rounds), sizes)


if __name__ == "__main__":
    main()
