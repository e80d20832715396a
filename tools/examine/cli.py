"""python -m tools.examine HOST...: scores before and after `medcloud harden apply --yes`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from labs.base.errors import LabError
from labs.hosts import api
from labs.hosts.api import LabHost
from medcloud.text import Text
from tools.examine import lynis, openscap, report, ssh_audit
from tools.examine.harden import harden
from tools.examine.reasons import Reasons, load
from tools.examine.score import Score


def examine(host: LabHost) -> list[Score]:
    """All that have something to say of this host, said as they come: user-mode Linux takes its time."""
    found = []
    for examiner in (openscap, ssh_audit, lynis):
        if score := examiner.examine(host):
            text = f"{score.raw:g} % ({score.good:g}/{score.of:g} {score.unit}) {score.counts}"
            print(f"examine: {host.name} {score.examiner}: {text}", file=sys.stderr, flush=True)
            found.append(score)
    return found


def rounds(host: LabHost, *, before: bool, after: bool) -> dict[str, list[Score]]:
    """Scores by when they were taken."""
    found = {"before": examine(host)} if before else {}
    if after:
        harden(host)
        found["after"] = examine(host)
    return found


def main(words: Sequence[str] | None = None) -> int:
    """0: each finding of the last round has a reason; 1: some have none; 2: refused or failed, as said."""
    args = _parser().parse_args(words)
    try:
        reasons = load()
        made = [
            report.data(host, rounds(host, before=not args.after, after=not args.before), reasons)
            for host in map(api.host, args.hosts)
        ]
    except (LabError, ValueError) as error:
        print(f"examine: {error}", file=sys.stderr)
        return 2
    if args.json:
        args.json.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(report.table(made))
    return verdict(made, reasons)


def verdict(made: Sequence[dict[str, Any]], reasons: Reasons) -> int:
    """Say what has no reason, and which reasons were for nothing; 1 when there is anything without."""
    for entry in report.idle(made, reasons):
        print(
            Text(f"examine: 理由无所对应: {entry}", f"examine: a reason for nothing that was found: {entry}"),
            file=sys.stderr,
        )
    left = [line for one in made for line in report.open_findings(one)]
    for line in left:
        print(line)
    if left:
        print(
            Text(f"examine: {len(left)} 项无理由", f"examine: {len(left)} findings without a reason"),
            file=sys.stderr,
        )
    return 1 if left else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.examine", description=__doc__)
    parser.add_argument(
        "hosts", nargs="+", metavar="HOST", help=str(Text("实验环境中的主机", "hosts of the host lab"))
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--before", action="store_true", help=str(Text("只测现状", "as it is, nothing is changed"))
    )
    which.add_argument(
        "--after", action="store_true", help=str(Text("先加固", "harden first, no score before"))
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help=str(Text("全部结果", "everything")))
    return parser
