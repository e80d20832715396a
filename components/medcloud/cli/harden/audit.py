"""`medcloud harden audit`."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from medcloud.cli._bilingual import Command
from medcloud.cli.harden._go import loaded, name_failed, reports, run
from medcloud.cli.harden._options import read, selection
from medcloud.cli.harden._write import finish, outputs
from medcloud.hosts.report.text import summary
from medcloud.text import Text


@click.command(
    "audit",
    short_help=Text("核查，不作任何改动", "look, change nothing"),
    cls=Command,
    help=Text("核查主机，不作任何改动", "Look at hosts and change nothing."),
)
@selection
@outputs
def command(*, parallel: int, to: Any, **options: Any) -> None:
    """Look at hosts and change nothing."""
    given = read(**options)
    work = loaded()

    good, failed = run(
        given.hosts, partial(work.audit_host, given.request), parallel=parallel, say=lambda _, r: summary(r)
    )
    finish(reports(given.hosts, good, failed), to)
    name_failed(failed)
    raise SystemExit(0 if not failed and all(report.good for report in good.values()) else 1)
