"""`medcloud harden controls`."""

from __future__ import annotations

import click

from medcloud.cli.harden._options import known_controls


@click.command("controls", short_help="列出或说明控制项 / list or explain controls")
@click.argument("ids", nargs=-1, metavar="[ID]...")
def command(ids: tuple[str, ...]) -> None:
    """列出控制项；给出编号则详细说明 / List controls; explain those that are named."""
    for control in known_controls(ids):
        click.echo(f"{control.id}  {control.severity}  [{' '.join(control.clauses)}]  {control.title}")
        if ids:
            click.echo(f"  条款 / items: {' '.join(control.items)}")
            click.echo(f"  影响 / may break: {control.breaks}")
            click.echo(f"  证明 / proof: {control.proof} ({control.host_kind})")
            for p in control.parameters:
                sign = "≤" if p.stricter == "lower" else "≥"
                click.echo(f"  参数 / parameter: {control.id}.{p.name} {sign} {p.default}: {p.about}")
