"""The ledger of judgements, when a stack names one: `medcloud:ledger`, a folder (docs/evidence.md).

What is refused and what is waived is appended as it is judged, since an engine that stops at a refusal asks
for nothing more; a run that is judged whole ends with its figures. Values of properties are never kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medcloud_policies.core.rule import Rule, Violation

if TYPE_CHECKING:
    from medcloud.waivers import Use

FOLDER = "medcloud:ledger"


class Ledger:
    """Appends judgements of one run; does nothing without a folder."""

    def __init__(self, config: Mapping[str, str], run: Mapping[str, Any]) -> None:
        """`run` says which stack this is and whether it is a preview."""
        self._folder = Path(config[FOLDER]) if FOLDER in config else None
        self._run = dict(run)
        self._counts: Counter[str] = Counter()

    def refused(self, rule: Rule, finding: Violation, level: str) -> None:
        """A violation that stands; `level` is how it is enforced."""
        self._count("refused" if level == "mandatory" else "advised")
        data = {"rule": rule.id, "items": list(finding.items), "resource": finding.urn, "level": level}
        self._append("policy-violation", data)

    def used(self, rule: Rule, use: Use) -> None:
        """A waiver that excused a violation."""
        self._count("waived")
        self._append("waiver-used", {"rule": rule.id, **use.record()})

    def undecided(self) -> None:
        """A rule that could not be judged yet."""
        self._count("undecided")

    def ended(self, rules: int, resources: int) -> None:
        """A run that was judged to its end."""
        names = ("refused", "advised", "waived", "undecided")
        counts = {name: self._counts[name] for name in names}
        self._append("policy-run", {"rules": rules, "resources": resources, **counts})

    def _count(self, name: str) -> None:
        self._counts[name] += 1

    def _append(self, kind: str, data: dict[str, Any]) -> None:
        if self._folder is None:
            return
        from medcloud.evidence.ledger import append  # noqa: PLC0415  # a pack without a ledger does not wait for it

        append(self._folder, kind, {**self._run, **data})
