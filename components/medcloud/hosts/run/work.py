"""What is done on one host: audit, plan, apply, restore."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from medcloud.hosts.apply import transaction
from medcloud.hosts.apply.link import Link
from medcloud.hosts.inventory import HostEntry
from medcloud.hosts.judge import Host, audit
from medcloud.hosts.order import Order
from medcloud.hosts.planning import HostPlan, plan
from medcloud.hosts.result import HostReport, Result, Status
from medcloud.hosts.run.facts import gather
from medcloud.hosts.state import HostState
from medcloud.hosts.systems import recognise


def audit_host(order: Order, entry: HostEntry, link: Link) -> HostReport:
    """Look, change nothing."""
    host = _host(order, entry, gather(link))
    return _report(host, audit(host, order.controls))


def plan_host(order: Order, entry: HostEntry, link: Link) -> HostPlan:
    """Look, and say what would be changed."""
    return plan(_host(order, entry, gather(link)), order.controls)


def apply_host(order: Order, entry: HostEntry, link: Link) -> HostReport:
    """Change what is not as wanted, as one transaction, and look again over the new connection."""
    transaction.settle(link)
    planned = plan_host(order, entry, link)
    if planned.empty:
        return _report(planned.host, planned.before)
    applied, second = transaction.apply(link, planned.overlay, dead_man=order.dead_man)
    try:
        after = audit(replace(planned.host, state=gather(second)), order.controls)
    finally:
        second.close()
    results = came_of(planned, after)
    return _report(planned.host, results, (f"run {applied.run}", *applied.notes))


def restore_host(keep: Callable[[HostEntry, str], bool], entry: HostEntry, link: Link) -> tuple[str, ...]:
    """Undo all confirmed runs, the newest first, and say what was done.

    `keep` says for each file that was edited after hardening whether it stays as it is.
    """
    transaction.settle(link)
    kept: list[str] = []
    runs = transaction.runs(link)
    for run in runs:
        edited = [path for path in transaction.edited(link, run) if path not in kept]
        kept += [path for path in edited if keep(entry, path)]
        transaction.restore(link, run, kept)
    if not runs:
        return ("没有可恢复的改动 / nothing to restore",)
    link.fresh().close()
    return (
        *(f"已恢复 / restored: {run}" for run in runs),
        *(f"保留本地修改 / local edit kept: {path}" for path in kept),
    )


def _host(order: Order, entry: HostEntry, state: HostState) -> Host:
    return Host(entry.name, state, recognise(state.os_release), entry.site, order.values, order.waivers)


def came_of(planned: HostPlan, after: Sequence[Result]) -> tuple[Result, ...]:
    """What the controls came to: fixed where they failed and pass now; else with why nothing was set."""
    return tuple(
        _came_of(b, a, planned.refused.get(b.control.id)) for b, a in zip(planned.before, after, strict=True)
    )


def _came_of(before: Result, after: Result, refused: str | None) -> Result:
    if before.status is Status.FAIL and after.status is Status.PASS:
        return replace(after, status=Status.FIXED, findings=before.findings)
    if after.status is Status.FAIL and refused:
        return replace(after, findings=(*after.findings, refused))
    return after


def _report(host: Host, results: tuple[Result, ...], notes: tuple[str, ...] = ()) -> HostReport:
    state, pretty = host.state, host.state.os_release.get("PRETTY_NAME", "?")
    if host.system is None:
        notes = (
            f"未知系统，只作通用检查，不改动 / unknown system: generic checks, never changed: {pretty}",
            *notes,
        )
    else:
        notes = (*notes, *map(str, host.system.unknown))
    return HostReport(
        name=host.name,
        system=host.system.id if host.system else "",
        pretty_name=pretty,
        isa=state.identity.get("isa", ""),
        level=host.site.level,
        container=state.container,
        results=results,
        notes=notes,
    )
