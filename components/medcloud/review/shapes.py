"""What a review holds: frozen, without values of properties, so that nothing in it can be a secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from medcloud.diff import Change as Effect, Judgement
from medcloud.plan.region import RegionPlan
from medcloud.text import Place, Text

Kind = Literal["policy", "waived", "undecided", "confirm", "region", "engine"]
State = Literal["violated", "advised", "waived", "undecided", "judged", "none"]
SEVERITIES = ("critical", "high", "medium", "low")


@dataclass(frozen=True)
class Change:
    """What happens to one resource."""

    urn: str
    type: str
    """Type token, e.g. ``openstack:compute/instance:Instance``."""
    name: str
    op: str
    """``create``, ``update``, ``replace``, ``delete``, ``read``, ``import`` or ``same``."""
    labels: Mapping[str, str]
    """Of docs/conventions.md, without the prefix."""
    properties: tuple[str, ...]
    """Names (never values) of what changes, for an update or a replacement."""


@dataclass(frozen=True)
class Remark:
    """One thing that is refused, advised, undecided or broken."""

    kind: Kind
    """By a policy, a signed waiver, undecided, to be confirmed, in the region file, of the engine."""
    blocking: bool
    rule: str
    """The policy's name; ``change-confirmed``, ``region-file`` or ``engine`` for the other kinds."""
    pack: str
    severity: str
    """``critical``, ``high``, ``medium`` or ``low``."""
    items: tuple[str, ...]
    """Clause items of T/GYJS 014-2025; empty when the finding has none."""
    title: Text
    what: Text
    """What was found; what looks like a secret is left out."""
    remedy: Text
    place: Place
    """Where a person mends it: in the region file, else in the project's; line and column are known."""
    urn: str = ""
    type: str = ""
    name: str = ""
    whose: str = ""
    """Workload, tenant and centre with what people call them; empty where they have no display names."""

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.place.file}:{self.place.line}"


@dataclass(frozen=True)
class RuleCount:
    """What one rule had to say in this run."""

    id: str
    pack: str
    severity: str
    items: tuple[str, ...]
    title: Text
    resources: int
    """Resources of the types that it judges."""
    refused: int = 0
    advised: int = 0
    waived: int = 0
    undecided: int = 0


@dataclass(frozen=True)
class Clause:
    """What this run says of one clause item."""

    id: str
    obligation: str
    """应, 宜 or 可."""
    title: Text
    state: State
    rules: tuple[str, ...]
    """The rules behind the state."""


@dataclass(frozen=True)
class Effects:
    """What the change does to the region, beside its base."""

    base: str
    """As the person named it: a revision or a file."""
    old: RegionPlan
    changes: tuple[Effect, ...]
    judgement: Judgement
    """Which of them were confirmed."""
    remarks: tuple[Remark, ...] = ()
    """What nobody has confirmed, and what is wrong with the confirmations."""


@dataclass(frozen=True)
class Review:
    """A preview as its readers need it."""

    project: str
    stack: str
    changes: tuple[Change, ...]
    findings: tuple[Remark, ...]
    """The worst first, then by rule and resource."""
    rules: tuple[RuleCount, ...]
    clauses: tuple[Clause, ...]
    """All 156, in the standard's order."""
    finished: bool
    """Whether the engine came to the end of its preview."""
    plan: RegionPlan | None
    """The region, when a region file stands behind the stack and is good."""
    effects: Effects | None = None
    """What the change does to it; None without a base, or where the region is new."""

    @property
    def refused(self) -> tuple[Remark, ...]:
        """What policies refuse, and changes that nobody has confirmed."""
        return tuple(f for f in self.findings if f.kind not in ("region", "engine") and f.blocking)

    @property
    def advised(self) -> tuple[Remark, ...]:
        """What policies advise against, and confirmations that confirm nothing."""
        return tuple(f for f in self.findings if f.kind in ("policy", "confirm") and not f.blocking)

    @property
    def waived(self) -> tuple[Remark, ...]:
        """What a signed waiver excuses."""
        return tuple(f for f in self.findings if f.kind == "waived" and not f.blocking)

    @property
    def undecided(self) -> tuple[Remark, ...]:
        """What a preview cannot know yet."""
        return tuple(f for f in self.findings if f.kind == "undecided" and not f.blocking)

    @property
    def broken(self) -> tuple[Remark, ...]:
        """Why the review is not whole: errors of the region file, the program or the engine."""
        return tuple(f for f in self.findings if f.kind in ("region", "engine"))

    @property
    def code(self) -> int:
        """Exit code: 0 good, 1 refused or not confirmed, 2 could not run."""
        if self.refused:
            return 1
        return 2 if self.broken or not self.finished else 0

    @property
    def counts(self) -> Mapping[str, int]:
        """Resources by operation, without those that stay as they are."""
        found: dict[str, int] = {}
        for change in self.changes:
            if change.op != "same":
                found[change.op] = found.get(change.op, 0) + 1
        return found
