"""``medcloud doctor``: what is there, what is missing, and the line that mends it."""

from __future__ import annotations

import dataclasses

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._json import print_json
from medcloud.doctor import examine
from medcloud.text import Text


@click.command(
    name="doctor",
    short_help=Text("检查本机", "Examine this machine"),
    help=Text(
        "检查本机有什么、缺什么、怎样一行补上。退出码：0 可用，1 有缺失。",
        "What is there, what is missing, and the one line that mends it. Exit: 0 ready, 1 something"
        " is missing.",
    ),
    cls=Command,
)
@option("--json", "as_json", is_flag=True, help=Text("以 JSON 输出", "Print JSON."))
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Examine and print."""
    findings = examine()
    ready = all(finding.good for finding in findings if finding.needed)
    if as_json:
        report = {"ready": ready, "findings": [dataclasses.asdict(finding) for finding in findings]}
        print_json("medcloud-doctor/1", report)
        ctx.exit(int(not ready))
    for finding in findings:
        mark = "✓" if finding.good else ("✗" if finding.needed else "-")
        click.echo(f"{mark} {finding.name:<24} {finding.text}")
        if not finding.good:
            click.echo(f"  → {finding.remedy}")
    ctx.exit(int(not ready))
