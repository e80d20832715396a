"""python -m tools.campaign NAME [--count N] [--seed S] [--summary FILE]."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from medcloud.text import Text
from tools.campaign.summary import summary
from tools.campaign.table import CAMPAIGNS, Row

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = ("-m", "rounds", "--reruns", "0")
"""No second try: a round that fails is what is looked for."""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    known = "\n".join(f"  {name:13} {Text(row.zh, row.en)} ({row.count})" for name, row in CAMPAIGNS.items())
    top = argparse.ArgumentParser(
        prog="python -m tools.campaign",
        description=str(Text(f"战役:\n{known}", f"campaigns:\n{known}")),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("name", choices=sorted(CAMPAIGNS))
    top.add_argument("--count", type=int, help=str(Text("轮数", "rounds")))
    top.add_argument("--seed", type=int, help=str(Text("种子，重复一次", "seed, repeats a run")))
    top.add_argument(
        "--summary", type=Path, metavar="FILE", help=str(Text("另存小结", "also write the summary there"))
    )
    return top


def main(words: list[str] | None = None) -> int:
    """Run one; pytest's own exit code."""
    args = parser().parse_args(words)
    row = CAMPAIGNS[args.name]
    count = args.count if args.count is not None else row.count
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(10**6)
    if count < 1:
        print(Text("轮数至少为 1: --count", "at least one round: --count"), file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "rounds.jsonl"
        began = time.monotonic()
        code = _run(row, count, seed, log)
        rounds = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    head: dict[Text, object] = {
        Text("战役", "campaign"): Text(f"{args.name}: {row.zh}", f"{args.name}: {row.en}"),
        Text("轮数，种子", "rounds, seed"): f"{count}, {seed}",
        Text("代码，日期", "commit, date"): f"{_commit()}, {time.strftime('%Y-%m-%d', time.gmtime())}",
        Text("结果", "result"): Text("通过", "passed") if code == 0 else Text("未通过", "failed"),
        Text("用时", "took"): f"{time.monotonic() - began:.0f} s",
    }
    text = summary(head, rounds)
    print(text)
    if args.summary:
        args.summary.write_text(text, encoding="utf-8")
    return code


def _run(row: Row, count: int, seed: int, log: Path) -> int:
    env = {
        **os.environ,
        "MEDCLOUD_CAMPAIGN_COUNT": str(count),
        "MEDCLOUD_CAMPAIGN_SEED": str(seed),
        "MEDCLOUD_CAMPAIGN_LOG": str(log),
    }
    command = [sys.executable, "-m", "pytest", *OPTIONS, row.tests]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def _commit() -> str:
    words = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "?"


if __name__ == "__main__":
    sys.exit(main())
