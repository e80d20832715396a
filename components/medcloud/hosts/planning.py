"""Plan: what would be changed on one host, as files, rights and actions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from medcloud.hosts.control import Control
from medcloud.hosts.errors import Refused
from medcloud.hosts.judge import Host, judge
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.result import Result, Status
from medcloud.hosts.state import Unknown


@dataclass(frozen=True)
class HostPlan:
    """What would be done, and how each control stands before."""

    host: Host
    before: tuple[Result, ...]
    overlay: Overlay
    changing: tuple[str, ...]
    """Ids of the controls that set something."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """Why a control sets nothing on this host, by its id; also the last of its findings."""

    @property
    def empty(self) -> bool:
        """Whether nothing would be done."""
        return self.overlay.empty


def plan(host: Host, controls: Iterable[Control]) -> HostPlan:
    """The plan; a host whose system is unknown is never changed, a waived control sets nothing."""
    overlay, results, changing = Overlay(host.state), [], []
    refused: dict[str, str] = {}
    for control in controls:
        result, findings = judge(host, control)
        if host.system is not None and result.status is Status.FAIL:
            kept, case = overlay.copy(), host.case(control)
            try:
                for finding in findings:
                    if finding.setting.settable:
                        finding.setting.set(case, overlay)
            except (Refused, Unknown) as error:
                overlay, refused[control.id] = kept, str(error)
                result = Result(control, Status.FAIL, (*result.findings, str(error)))
            if _differs(kept, overlay):
                changing.append(control.id)
        results.append(result)
    return HostPlan(host, tuple(results), overlay, tuple(changing), refused)


def _differs(before: Overlay, after: Overlay) -> bool:
    return any(
        getattr(before, part) != getattr(after, part) for part in ("files", "removed", "rights", "actions")
    )
