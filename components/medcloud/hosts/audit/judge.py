"""Audit: one host's state against controls. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from medcloud.hosts.audit.result import Result, Status
from medcloud.hosts.case import Case
from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings import Setting
from medcloud.hosts.settings.check import Check, Verdict
from medcloud.hosts.state import HostState, Unknown
from medcloud.hosts.systems import System
from medcloud.text import NOTHING, Text
from medcloud.waivers import NONE, Use, Waivers


@dataclass(frozen=True)
class Target:
    """A host and all that judging it takes."""

    name: str
    state: HostState
    system: System | None
    surroundings: Surroundings = field(default_factory=Surroundings)
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Chosen parameters by control."""
    waivers: Waivers = NONE

    def case(self, control: Control) -> Case:
        """The host as one control sees it."""
        chosen = self.values.get(control.id, {})
        values = {p.name: chosen.get(p.name, p.default) for p in control.parameters}
        return Case(self.name, self.state, self.system, self.surroundings, values)

    def excuse(self, control: Control) -> tuple[Use, ...]:
        """The waivers that excuse the host from the control."""
        return self.waivers.cover_rule(control.items, urn(control.id, self.name), self.surroundings.level)


@dataclass(frozen=True)
class Mismatch:
    """One setting that is not as wanted."""

    setting: Setting
    check: Check


def urn(control: str, host: str) -> str:
    """How waivers name a control on a host: ``medcloud:hosts/ssh-root-login:Control::web-1``."""
    return f"urn:pulumi:hosts::medcloud::medcloud:hosts/{control}:Control::{host}"


def audit(target: Target, controls: Iterable[Control]) -> tuple[Result, ...]:
    """The result of each control; one that cannot be decided is an error of its own."""
    return tuple(judge(target, control)[0] for control in controls)


def judge(target: Target, control: Control) -> tuple[Result, tuple[Mismatch, ...]]:
    """One control's result and what could be set."""
    if reason := _not_for(target, control):
        return Result(control, Status.NOT_APPLICABLE, (reason,)), ()
    case = target.case(control)
    findings: list[Mismatch] = []
    try:
        findings = [Mismatch(setting, _check(setting, case)) for setting in control.settings(case)]
    except (Unknown, Refused) as error:
        return Result(control, Status.ERROR, (error.text,)), ()
    return _result(target, control, findings), tuple(f for f in findings if f.check.verdict is Verdict.BAD)


def _check(setting: Setting, case: Case) -> Check:
    try:
        return setting.check(case)
    except Unknown as unknown:
        return Check(Verdict.UNKNOWN, unknown.text)
    except Refused as refused:
        return Check(Verdict.UNKNOWN, refused.text)


def _not_for(target: Target, control: Control) -> Text:
    """Why the control says nothing of this host."""
    if target.system is None:
        generic = Text("系统未知，只作通用检查", "the system is unknown: generic checks only")
        return NOTHING if control.generic else generic
    return NOTHING if target.system.family in control.layouts else target.system.title


def _result(target: Target, control: Control, findings: list[Mismatch]) -> Result:
    def told(verdict: Verdict) -> tuple[Text, ...]:
        return tuple(dict.fromkeys(Text.of(f.check.what) for f in findings if f.check.verdict is verdict))

    seen = {finding.check.verdict for finding in findings}
    if Verdict.BAD in seen:
        if uses := target.excuse(control):
            return Result(control, Status.WAIVED, told(Verdict.BAD), uses)
        return Result(control, Status.FAIL, told(Verdict.BAD))
    if Verdict.UNKNOWN in seen:
        return Result(control, Status.ERROR, told(Verdict.UNKNOWN))
    if Verdict.MANUAL in seen:
        return Result(control, Status.MANUAL, told(Verdict.MANUAL))
    if Verdict.GOOD in seen:
        return Result(control, Status.PASS)
    return Result(control, Status.NOT_APPLICABLE, told(Verdict.ABSENT))
