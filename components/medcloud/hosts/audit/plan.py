"""Plan: what would be changed on one host, as files, rights and actions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from medcloud.hosts.audit.judge import Target, judge
from medcloud.hosts.audit.result import Result, Status
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import Refused
from medcloud.hosts.state import Unknown
from medcloud.text import Text


@dataclass(frozen=True)
class HostPlan:
    """What would be done, and how each control stands before."""

    target: Target
    before: tuple[Result, ...]
    overlay: Overlay
    changing: tuple[str, ...]
    """Ids of the controls that set something."""
    refused: Mapping[str, Text] = field(default_factory=dict)
    """Why a control sets nothing on this host, by its id; also the last of its findings."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be done."""
        return self.overlay.empty


def plan(target: Target, controls: Iterable[Control]) -> HostPlan:
    """The plan; a host whose system is unknown is never changed, a waived control sets nothing."""
    overlay, results, changing = Overlay(target.state), [], []
    refused: dict[str, Text] = {}
    for control in controls:
        result, findings = judge(target, control)
        if target.system is not None and result.status is Status.FAIL:
            kept, case = overlay.copy(), target.case(control)
            try:
                for finding in findings:
                    if finding.setting.settable:
                        finding.setting.set(case, overlay)
            except (Refused, Unknown) as error:
                overlay, refused[control.id] = kept, error.text
                result = Result(control, Status.FAIL, (*result.findings, error.text))
            if _differs(kept, overlay):
                changing.append(control.id)
        results.append(result)
    return HostPlan(target, tuple(results), overlay, tuple(changing), refused)


def _differs(before: Overlay, after: Overlay) -> bool:
    return any(
        getattr(before, part) != getattr(after, part) for part in ("files", "removed", "rights", "actions")
    )
