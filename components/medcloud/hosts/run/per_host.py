"""What is done on one host: audit, plan, apply, restore."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from medcloud.hosts.apply import transaction
from medcloud.hosts.apply.connection import Connection
from medcloud.hosts.audit.identity import with_identity
from medcloud.hosts.audit.judge import Target, audit
from medcloud.hosts.audit.plan import HostPlan, plan
from medcloud.hosts.audit.result import HostReport, Result, Status
from medcloud.hosts.inventory import HostEntry
from medcloud.hosts.run.facts import gather
from medcloud.hosts.run.request import Request
from medcloud.hosts.state import HostState
from medcloud.hosts.systems import recognise
from medcloud.text import Text


def audit_host(request: Request, entry: HostEntry, connection: Connection) -> HostReport:
    """Look, change nothing."""
    target = _target(request, entry, gather(connection))
    return _report(target, audit(target, request.controls))


def plan_host(request: Request, entry: HostEntry, connection: Connection) -> HostPlan:
    """Look, and say what would be changed."""
    return plan(_target(request, entry, gather(connection)), request.controls)


def apply_host(request: Request, entry: HostEntry, connection: Connection) -> HostReport:
    """Change what is not as wanted, as one transaction, and look again over the new connection."""
    transaction.settle(connection)
    planned = plan_host(request, entry, connection)
    if planned.empty:
        return _report(planned.target, planned.before)
    applied, second = transaction.apply(connection, planned.overlay, dead_man=request.dead_man)
    try:
        after = audit(replace(planned.target, state=gather(second)), request.controls)
    finally:
        second.close()
    results = came_of(planned, after)
    return _report(planned.target, results, tuple(map(Text.of, (f"run {applied.run}", *applied.notes))))


def restore_host(
    keep: Callable[[HostEntry, str], bool], entry: HostEntry, connection: Connection
) -> tuple[Text, ...]:
    """Undo all confirmed runs, the newest first, and say what was done.

    `keep` says for each file that was edited after hardening whether it stays as it is.
    """
    transaction.settle(connection)
    kept: list[str] = []
    runs = transaction.runs(connection)
    for run in runs:
        edited = [path for path in transaction.edited(connection, run) if path not in kept]
        kept += [path for path in edited if keep(entry, path)]
        transaction.restore(connection, run, kept)
    if not runs:
        return (Text("没有可恢复的改动", "nothing to restore"),)
    connection.fresh().close()
    return (
        *(Text(f"已恢复: {run}", f"restored: {run}") for run in runs),
        *(Text(f"保留本地修改: {path}", f"local edit kept: {path}") for path in kept),
    )


def _target(request: Request, entry: HostEntry, state: HostState) -> Target:
    system = recognise(state.os_release)
    values = with_identity(request.values, entry.identity, entry.name)
    return Target(entry.name, state, system, entry.surroundings, values, request.waivers)


def came_of(planned: HostPlan, after: Sequence[Result]) -> tuple[Result, ...]:
    """What the controls came to: fixed where they failed and pass now; else with why nothing was set."""
    return tuple(
        _came_of(b, a, planned.refused.get(b.control.id)) for b, a in zip(planned.before, after, strict=True)
    )


def _came_of(before: Result, after: Result, refused: Text | None) -> Result:
    if before.status is Status.FAIL and after.status is Status.PASS:
        return replace(after, status=Status.FIXED, findings=before.findings)
    if after.status is Status.FAIL and refused:
        return replace(after, findings=(*after.findings, refused))
    return after


def _report(target: Target, results: tuple[Result, ...], notes: tuple[Text, ...] = ()) -> HostReport:
    state, pretty = target.state, target.state.os_release.get("PRETTY_NAME", "?")
    if target.system is None:
        notes = (
            Text(
                f"未知系统，只作通用检查，不改动: {pretty}",
                f"unknown system: generic checks, never changed: {pretty}",
            ),
            *notes,
        )
    else:
        notes = (*notes, *target.system.unknown)
    return HostReport(
        name=target.name,
        system=target.system.id if target.system else "",
        pretty_name=pretty,
        isa=state.identity.get("isa", ""),
        level=target.surroundings.level,
        container=state.container,
        results=results,
        notes=notes,
    )
