"""conftest, built from its Go module into the cache that the engines are built into."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tools.engines.build import ensure
from tools.engines.table import Row

HERE = Path(__file__).parent
POLICY = HERE / "policy"
RULES = tuple(sorted(p.stem.replace("_", "-") for p in POLICY.glob("*_*.rego")))
"""Ids of the rules of our pack that stand in Rego too."""
_ROW = Row(
    name="conftest",
    program="conftest",
    version="0.70.1",
    kind="tool",
    source=HERE.name,
    package="github.com/open-policy-agent/conftest",
    ldflags="-s -w",
    minutes=5,
)

Found = set[tuple[str, str]]
"""Verdicts: (rule, resource) of each violation."""


def program() -> Path:
    """The program; its first build takes some minutes."""
    return ensure(_ROW, HERE.parent) / _ROW.program


def command(file: Path, policy: Path = POLICY) -> list[str]:
    """The words that judge a file."""
    words = ["--policy", str(policy), "--output", "json", "--no-fail", "--all-namespaces"]
    return [str(program()), "test", *words, str(file)]


def multiplied(folder: Path, times: int) -> Path:
    """A policy folder with each rule so many times, each time in a package of its own."""
    for file in POLICY.glob("*.rego"):
        text = file.read_text("utf-8")
        copies = range(times if "package main" in text else 1)
        for copy in copies:
            named = text.replace("package main", f"package copy_{copy}")
            (folder / f"{file.stem}-{copy}.rego").write_text(named, "utf-8")
    return folder


def found(output: str) -> Found:
    """The verdicts in its output."""
    told = [failure["metadata"] for result in json.loads(output) for failure in result.get("failures") or ()]
    return {(about["rule"], about["resource"]) for about in told}


def verdicts(file: Path) -> Found:
    """Its verdicts on a file."""
    done = subprocess.run(command(file), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"conftest: {done.stderr}{done.stdout[-2000:]}")
    return found(done.stdout)
