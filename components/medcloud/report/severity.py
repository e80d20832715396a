"""How bad something is, for people and for code-scanning tools."""

from __future__ import annotations

from typing import NamedTuple

from medcloud.text import Text


class Severity(NamedTuple):
    """One degree."""

    words: Text
    level: str
    """As SARIF has it."""
    score: str
    """``security-severity`` of code-scanning tools, 0 to 10."""


SEVERITIES = {
    "critical": Severity(Text("严重", "critical"), "error", "9.5"),
    "high": Severity(Text("高", "high"), "error", "8.0"),
    "medium": Severity(Text("中", "medium"), "warning", "5.5"),
    "low": Severity(Text("低", "low"), "note", "3.0"),
}
"""The worst first."""
