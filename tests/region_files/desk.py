"""A folder with a region file in it, and git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.plan import sample

LINE = (
    "{{kind: oa, level: 2, pool: general, port: 8443, "
    "size: {{instances: {n}, vcpus: 1, memory_gib: 2, data_gib: 5}}}}"
)


def region_file(folder: Path) -> Path:
    """The sample region in a folder of its own, without a lock."""
    file = folder / "region.yaml"
    file.write_text(sample.FILE.read_text(encoding="utf-8"), encoding="utf-8")
    return file


def add_workload(file: Path, name: str, *, before: str, instances: int = 2) -> None:
    """Adds a workload above another one."""
    text = file.read_text(encoding="utf-8")
    old = f"\n  {before}: {{kind"
    assert old in text
    line = f"\n  {name}: " + LINE.format(n=instances)
    file.write_text(text.replace(old, line + old), encoding="utf-8")


def git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs git in a folder, with a name of its own."""
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", "-C", str(folder), *who, *words], check=check, capture_output=True, text=True
    )
