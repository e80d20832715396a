"""python -m tools.examine HOST: scores before and after `medcloud harden apply --yes`, as table and JSON."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tools.examine import lynis, openscap, ssh_audit
from tools.examine.reasons import reason
from tools.examine.score import Score
from tools.hostlab import api
from tools.hostlab.api import LabHost
from tools.hostlab.errors import HostLabError


def examine(host: LabHost) -> list[Score]:
    """All that have something to say of this host."""
    found = [openscap.examine(host), lynis.examine(host), ssh_audit.examine(host)]
    return [score for score in found if score]


def harden(host: LabHost) -> None:
    """`medcloud harden apply --yes` on this host; its findings are no failure here."""
    program = str(Path(sys.executable).with_name("medcloud"))
    inventory = str(host.place.published / "hosts.json")
    words = [program, "harden", "apply", "-i", inventory, "--host", host.name, "--yes"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "未完成" in done.stderr:
        raise HostLabError(f"加固 {host.name} 失败", f"hardening failed: {done.stderr.strip()[-400:]}")


def data(host: LabHost, rounds: dict[str, list[Score]]) -> dict[str, Any]:
    """Everything, with the reason of each finding; `open`: those that have none."""
    out: dict[str, Any] = {"host": host.name, "system": host.system, "kind": host.kind, "rounds": {}}
    for when, scores in rounds.items():
        out["rounds"][when] = [_with_reasons(host, score) for score in scores]
    return out


def _with_reasons(host: LabHost, score: Score) -> dict[str, Any]:
    row = asdict(score)
    for finding in row["findings"]:
        found = reason(score.examiner, finding["id"], host.kind)
        finding["reason"] = found._asdict() if found else None
    row["open"] = sum(finding["reason"] is None for finding in row["findings"])
    return row


def table(report: dict[str, Any]) -> str:
    """For people."""
    lines = [
        "| host | examiner | when | score | left | of them open |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    name = f"{report['host']} ({report['kind']})"
    for when, scores in report["rounds"].items():
        for row in scores:
            score = f"{row['value']:g} {row['unit']}"
            cells = (name, row["examiner"], when, score, str(len(row["findings"])), str(row["open"]))
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    """0: examined; 1: refused or failed, one line says why."""
    parser = argparse.ArgumentParser(prog="python -m tools.examine", description=__doc__)
    parser.add_argument("host", help="实验环境中的主机 / a host of the host lab")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--before", action="store_true", help="只测现状 / as it is, nothing is changed")
    which.add_argument("--after", action="store_true", help="先加固 / harden first, no score before")
    parser.add_argument("--json", type=Path, metavar="FILE", help="全部结果 / everything")
    parser.add_argument("--open", action="store_true", help="列出无理由的 / list what has no reason")
    args = parser.parse_args(words)
    try:
        host = api.host(args.host)
        rounds = {} if args.after else {"before": examine(host)}
        if not args.before:
            harden(host)
            rounds["after"] = examine(host)
    except HostLabError as error:
        print(f"examine: {error}", file=sys.stderr)
        return 1
    report = data(host, rounds)
    if args.json:
        args.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(table(report))
    if args.open:
        for row in list(report["rounds"].values())[-1]:
            for finding in row["findings"]:
                if finding["reason"] is None:
                    print(f"{row['examiner']}\t{finding['severity']}\t{finding['id']}\t{finding['text']}")
    return 0
