"""`medcloud harden plan`."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from medcloud.cli._bilingual import Command
from medcloud.cli.harden._go import loaded, name_failed, run
from medcloud.cli.harden._options import read, selection
from medcloud.hosts.audit.diff import diff
from medcloud.hosts.audit.plan import HostPlan
from medcloud.text import Text


@click.command(
    "plan",
    short_help=Text("预览每一处改动", "show each change as a diff"),
    cls=Command,
    help=Text("预览每一处改动，不实施", "Show each change as a diff; nothing is done."),
)
@selection
def command(*, parallel: int, **options: Any) -> None:
    """Show each change as a diff; nothing is done."""
    given = read(**options)
    work = loaded()

    good, failed = run(
        given.hosts, partial(work.plan_host, given.request), parallel=parallel, say=lambda _, p: told(p)
    )
    show(good)
    name_failed(failed)
    raise SystemExit(1 if failed or any(not planned.empty for planned in good.values()) else 0)


def show(plans: dict[str, HostPlan]) -> None:
    """All plans, host by host."""
    for name, planned in plans.items():
        click.echo(f"== {name}")
        if planned.empty:
            click.echo(Text("无改动", "nothing to change"))
        for line in diff(planned.overlay):
            click.echo(line)


def told(planned: HostPlan) -> str:
    """One line on a plan."""
    overlay = planned.overlay
    return str(
        Text(
            f"控制项 {len(planned.changing)}，文件 {len(overlay.files) + len(overlay.removed)}，"
            f"权限 {len(overlay.rights)}，动作 {len(overlay.actions)}",
            f"controls {len(planned.changing)}, files "
            f"{len(overlay.files) + len(overlay.removed)}, rights {len(overlay.rights)}, actions "
            f"{len(overlay.actions)}",
        )
    )
