"""Waivers: the signed exceptions that a stack names in its configuration (docs/evidence.md).

`medcloud:waivers` is the file and `medcloud:trust` the trust folder (left out: `evidence/trust` beside the
file); relative paths start at the program's folder. A violation whose every item is waived for the
resource is reported and does not block. A file with any fault stops the run before anything is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medcloud.standard.today import today
from medcloud.text import Refusal, Text
from medcloud_policies.core.resource import Resource
from medcloud_policies.core.rule import Rule, Violation
from medcloud_policies.core.values import UnknownValue

if TYPE_CHECKING:
    from medcloud.waivers import Made, Use, Waivers

FILE = "medcloud:waivers"
TRUST = "medcloud:trust"


class WaiversRefused(Refusal):
    """The file of waivers, or its trust folder, cannot be relied on; says every fault."""


class Waived:
    """What the waivers of one stack excuse, and what they did excuse in this run."""

    def __init__(self, waivers: Waivers | None = None) -> None:
        self._waivers = waivers
        self._used: list[tuple[Rule, Violation, Use]] = []

    def excuse(self, rule: Rule, finding: Violation) -> tuple[Use, ...]:
        """The waivers that excuse a finding, which is noted; none when it stands."""
        resource = finding.resource
        if self._waivers is None or resource is None:
            return ()
        try:
            level = resource.level
        except UnknownValue:
            return ()
        uses = self._waivers.cover_rule(finding.items, resource.urn, level, _made_of(resource))
        self._used += [(rule, finding, use) for use in uses]
        return uses

    def overdone(self, urns: Sequence[str]) -> list[tuple[Rule, Violation, str]]:
        """What was excused by waivers that turn out to be for all resources of a type, and why not."""
        if self._waivers is None:
            return []
        broad = {fault.place: str(fault) for fault in self._waivers.too_broad(urns)}
        return [
            (rule, found, broad[use.waiver.place])
            for rule, found, use in self._used
            if use.waiver.place in broad
        ]


def _made_of(resource: Resource) -> Made:
    """The workload of the region file that a resource serves, by its labels."""
    from medcloud.waivers import Made  # noqa: PLC0415  # as in load

    labels = resource.labels
    workload = labels.get("workload", "")
    return Made(labels.get("region", ""), f"workloads.{workload}" if workload else "")


def load(config: Mapping[str, str], day: date | None = None) -> Waived:
    """The waivers of a stack's configuration; WaiversRefused when there is anything wrong with them."""
    if FILE not in config:
        return Waived()
    # Signatures need libraries that a pack without waivers does not wait for.
    from medcloud.waivers import load_waivers  # noqa: PLC0415  # reason above

    path = Path(config[FILE])
    trust = Path(config[TRUST]) if TRUST in config else path.parent / "evidence" / "trust"
    try:
        found = load_waivers(path, trust=trust, today=day or today())
    except Refusal as error:
        raise WaiversRefused(str(error)) from None
    except OSError as error:
        raise WaiversRefused(
            Text(
                f"{FILE} = {path}: 读不到：{error.strerror}；改正路径或删去此项",
                f"{FILE} = {path}: cannot be read: {error.strerror}; mend the path or remove the setting",
            )
        ) from None
    return Waived(found)


def in_words(uses: Sequence[Use]) -> Text:
    """Waivers in words, for the person who reads the run."""
    return Text(
        "；".join(
            f"已豁免：{use.waiver.id}（{use.waiver.item}，{use.waiver.approved_by}，"
            f"至 {use.waiver.until}）：{use.waiver.reason}"
            for use in uses
        ),
        "; ".join(
            f"waived by {use.waiver.id} ({use.waiver.item}, {use.waiver.approved_by}, "
            f"until {use.waiver.until}): {use.waiver.reason}"
            for use in uses
        ),
    )
