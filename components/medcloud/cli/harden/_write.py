"""Where results go."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import option
from medcloud.evidence import ledger
from medcloud.hosts.audit.result import HostReport
from medcloud.hosts.errors import HardenError
from medcloud.hosts.report.data import data, record
from medcloud.hosts.report.text import lines
from medcloud.report.as_json import text as json_text, write as write_json
from medcloud.text import Text, spoken

_OUT = click.Path(dir_okay=False, path_type=Path, writable=True)


@dataclass(frozen=True)
class Outputs:
    """Files to write; JSON may go to standard output."""

    as_json: bool
    html: Path | None
    sarif: Path | None
    xccdf: Path | None
    ledger: Path | None


def outputs(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json, --html, --sarif, --xccdf, --ledger; they come in as `to`."""

    @option("--json", "as_json", is_flag=True, help=Text("JSON 到标准输出", "JSON on standard output"))
    @option("--html", type=_OUT, metavar="FILE", help=Text("网页报告", "a page for people"))
    @click.option("--sarif", type=_OUT, metavar="FILE", help="SARIF 2.1.0")
    @click.option("--xccdf", type=_OUT, metavar="FILE", help="XCCDF 1.2")
    @option(
        "--ledger",
        "ledger_folder",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help=Text("记入证据账本", "append a record to the ledger"),
    )
    @wraps(command)
    def wrapped(
        *,
        as_json: bool,
        html: Path | None,
        sarif: Path | None,
        xccdf: Path | None,
        ledger_folder: Path | None,
        **rest: Any,
    ) -> Any:
        for path in filter(None, (html, sarif, xccdf)):
            _writable(path)
        return command(to=Outputs(as_json, html, sarif, xccdf, ledger_folder), **rest)

    return wrapped


def _writable(path: Path) -> None:
    """Said before a host is touched, not when its report is lost."""
    if not os.access(path.parent, os.W_OK):
        raise HardenError(
            Text(f"{path.parent}: 目录不存在或不可写", f"{path.parent}: is not there or cannot be written")
        )


def finish(reports: Sequence[HostReport], to: Outputs) -> None:
    """Print or write all forms that were asked for."""
    report = data(reports)
    if not to.as_json:
        for host in reports:
            click.echo("\n".join(lines(host)))
    write(report, to)


def write(report: Mapping[str, Any], to: Outputs) -> None:
    """The forms made from data."""
    from medcloud.hosts.report.html import html  # noqa: PLC0415  # jinja2 only where it is asked for
    from medcloud.hosts.report.sarif import sarif  # noqa: PLC0415
    from medcloud.hosts.report.xccdf import xccdf  # noqa: PLC0415

    if to.as_json:
        write_json(report, sys.stdout)
    if to.html:
        to.html.write_text(html(report, spoken()), "utf-8")
    if to.sarif:
        to.sarif.write_text(json_text(sarif(report)), "utf-8")
    if to.xccdf:
        to.xccdf.write_bytes(xccdf(report))
    if to.ledger:
        entry = ledger.append(to.ledger, "harden", record(report))
        click.echo(Text(f"账本: {entry.n} {entry.hash}", f"ledger: {entry.n} {entry.hash}"), err=True)
