"""`medcloud harden apply`."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import Any

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli.harden._go import loaded, name_failed, reports, run
from medcloud.cli.harden._options import read, selection
from medcloud.cli.harden._write import finish, outputs
from medcloud.cli.harden.plan import show, told
from medcloud.hosts.apply.transaction import DEAD_MAN
from medcloud.hosts.report.text import summary
from medcloud.text import Text


@click.command(
    "apply",
    short_help=Text("实施，可自动撤销", "make the changes, undone by the host if you are locked out"),
    cls=Command,
    help=Text("实施改动，每台主机一次事务", "Make the changes, one transaction a host."),
)
@selection
@outputs
@option("--yes", is_flag=True, help=Text("不再询问", "do not ask"))
@option(
    "--dead-man",
    type=click.IntRange(30, 3600),
    default=DEAD_MAN,
    show_default=True,
    help=Text("未确认则主机自行撤销的秒数", "seconds after which the host undoes what was not confirmed"),
)
def command(*, parallel: int, to: Any, yes: bool, dead_man: int, **options: Any) -> None:
    """Make the changes, one transaction a host."""
    given = read(**options)
    work = loaded()

    request = replace(given.request, dead_man=dead_man)
    if not yes:
        plans, _ = run(
            given.hosts, partial(work.plan_host, request), parallel=parallel, say=lambda _, p: told(p)
        )
        show(plans)
        if all(planned.empty for planned in plans.values()):
            click.echo(Text("无改动", "nothing to change"), err=True)
        else:
            click.confirm(
                str(Text(f"对 {len(plans)} 台主机实施？", f"apply to {len(plans)} hosts?")),
                abort=True,
                err=True,
            )
    try:
        good, failed = run(
            given.hosts, partial(work.apply_host, request), parallel=parallel, say=lambda _, r: summary(r)
        )
    except KeyboardInterrupt:
        click.echo(
            Text(
                f"已中断：未确认的改动由主机在 {dead_man} 秒内自行撤销，余下的由下一次 apply 或 restore 清理",
                f"interrupted: hosts undo within {dead_man} s what was not confirmed; the next apply or "
                "restore clears what is left",
            ),
            err=True,
        )
        os._exit(1)  # else connections would each be waited for, and complain
    finish(reports(given.hosts, good, failed), to)
    name_failed(failed)
    raise SystemExit(0 if not failed and all(report.good for report in good.values()) else 1)
