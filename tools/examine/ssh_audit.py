"""ssh-audit (PyPI), from outside, in a venv of its own in the cache."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from labs.base import cache
from labs.hosts import network
from labs.hosts.api import LabHost
from tools.examine.score import Objection, Score

VERSION = "3.9.0"
_LISTS = ("kex", "key", "enc", "mac")


def program() -> Path:
    """ssh-audit, installed if it is not there."""
    venv = cache.root() / "ssh-audit" / VERSION
    found = venv / "bin/ssh-audit"
    if not found.exists():
        uv, python = str(Path(sys.executable).with_name("uv")), str(venv / "bin/python")
        subprocess.run([uv, "venv", "-q", "--clear", str(venv)], check=True)
        subprocess.run([uv, "pip", "install", "-q", "--python", python, f"ssh-audit=={VERSION}"], check=True)
    return found


def examine(host: LabHost) -> Score:
    """The algorithms offered that have neither failure nor warning; each of those is a finding."""
    words = [*network.enter(host.place.control), str(program()), "-j", "--skip-rate-test", host.address]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    report = json.loads(done.stdout)
    findings, offered = [], 0
    bad: dict[str, float] = {}
    for kind in _LISTS:
        for row in report.get(kind, ()):
            notes = row.get("notes", {})
            offered += 1
            if notes.get("fail") or notes.get("warn"):
                bad[f"{kind}:{row['algorithm']}"] = 1
            for severity in ("fail", "warn"):
                findings += [
                    Objection(f"{kind}:{row['algorithm']}", text, severity)
                    for text in notes.get(severity, ())
                ]
    counts = {severity: sum(f.severity == severity for f in findings) for severity in ("fail", "warn")}
    return Score(
        "ssh-audit",
        VERSION,
        offered - len(bad),
        offered,
        "algorithms",
        {**counts, "offered": offered},
        tuple(findings),
        bad,
    )
