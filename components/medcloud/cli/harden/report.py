"""`medcloud harden report`."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command
from medcloud.cli.harden._write import Outputs, outputs, write
from medcloud.hosts.errors import HardenError
from medcloud.hosts.report.data import checked
from medcloud.text import Text
from medcloud.text.reading.json_text import json_data
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.source import Unreadable, read

_KIND = Kind(
    Text("加固报告", "a report of hardening"),
    Text("由 medcloud harden audit --json 写出", "medcloud harden audit --json writes one"),
    largest=1024 * 1024 * 1024,
    piped=True,
)


@click.command(
    "report",
    short_help=Text("由 JSON 结果作报告", "reports out of JSON results"),
    cls=Command,
    help=Text(
        "由 audit/apply 的 --json 结果作报告", "Make reports out of what audit or apply wrote with --json."
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@outputs
def command(file: Path, to: Outputs) -> None:
    """Make reports out of what audit or apply wrote with --json."""
    try:
        report = checked(json_data(read(file, _KIND), str(file)), str(file))
    except Unreadable as error:
        raise HardenError(*error.findings) from None
    if not any((to.as_json, to.html, to.sarif, to.xccdf, to.ledger)):
        raise HardenError(Text("未指定输出", "name an output: --html, --sarif, --xccdf, --json, --ledger"))
    write(report, to)
