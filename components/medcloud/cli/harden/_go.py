"""Running a request on all hosts with progress for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import ModuleType
from typing import TypeVar

import click

from medcloud.hosts.apply.connection import Connection
from medcloud.hosts.audit.result import HostReport
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.inventory import HostEntry
from medcloud.text import Text

T = TypeVar("T")


def run(
    hosts: Sequence[HostEntry],
    work: Callable[[HostEntry, Connection], T],
    *,
    parallel: int,
    say: Callable[[HostEntry, T], str],
) -> tuple[dict[str, T], dict[str, Text]]:
    """What came of each host and why others failed, both by name, in the inventory's order."""
    from medcloud.hosts.run.parallel import each  # noqa: PLC0415  # see `loaded`

    good: dict[str, T] = {}
    failed: dict[str, Text] = {}

    def done(entry: HostEntry, result: T | HostFailed, seconds: float) -> None:
        if isinstance(result, HostFailed):
            why = failed[entry.name] = result.text
            text = str(Text(f"失败: {why.zh}", f"failed: {why.en}"))
        else:
            good[entry.name] = result
            text = say(entry, result)
        click.echo(f"[{len(good) + len(failed)}/{len(hosts)}] {entry.name} {seconds:.1f} s  {text}", err=True)

    each(hosts, work, done, parallel=parallel)
    order = [host.name for host in hosts]
    return {n: good[n] for n in order if n in good}, {n: failed[n] for n in order if n in failed}


def reports(
    hosts: Sequence[HostEntry], good: dict[str, HostReport], failed: dict[str, Text]
) -> tuple[HostReport, ...]:
    """One report a host, failed ones among them."""
    blank = {host.name: HostReport(host.name, level=host.surroundings.level) for host in hosts}
    return tuple(good.get(name) or replace(report, failed=failed[name]) for name, report in blank.items())


def name_failed(failed: dict[str, Text]) -> None:
    """Say at the end which hosts were not done."""
    for name, reason in failed.items():
        click.echo(Text(f"未完成: {name}: {reason.zh}", f"not done: {name}: {reason.en}"), err=True)


def loaded() -> ModuleType:
    """What is done on a host (medcloud.hosts.run.per_host), with sockets that yield to other hosts.

    Patched here, because a library must not do that to its importer, and before paramiko is first
    imported: patched after it, its proxy command spins for ever.
    """
    from gevent import get_hub, monkey  # type: ignore[import-untyped]  # noqa: PLC0415

    monkey.patch_all()
    hub = get_hub()  # who interrupts wants no traceback of each host
    hub.NOT_ERROR = (*hub.NOT_ERROR, KeyboardInterrupt)
    from medcloud.hosts.run import per_host  # noqa: PLC0415

    return per_host
