"""`medcloud harden controls`."""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._search import has_word
from medcloud.cli.harden._options import known_controls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text


@click.command(
    "controls",
    short_help=Text("列出或说明控制项", "list or explain controls"),
    cls=Command,
    help=Text("列出控制项；给出编号则详细说明", "List controls; explain those that are named."),
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@option(
    "--grep",
    "word",
    help=Text("只列出提到此词的控制项", "Only controls whose id, items or texts have this word."),
)
def command(ids: tuple[str, ...], word: str | None) -> None:
    """List controls; explain those that are named."""
    found = [control for control in known_controls(ids) if word is None or has_word(_texts(control), word)]
    if not found:
        click.echo(Text("没有这样的控制项", "no such control"), err=True)
    for control in found:
        click.echo(f"{control.id}  {control.severity}  [{' '.join(control.clauses)}]  {control.title}")
        if ids:
            click.echo(Text(f"  条款: {' '.join(control.items)}", f"  items: {' '.join(control.items)}"))
            click.echo(Text(f"  影响: {control.breaks}", f"  may break: {control.breaks}"))
            click.echo(
                Text(
                    f"  证明: {control.proof} ({control.host_kind})",
                    f"  proof: {control.proof} ({control.host_kind})",
                )
            )
            for p in control.parameters:
                sign = "≤" if p.stricter == "lower" else "≥"
                click.echo(
                    Text(
                        f"  参数: {control.id}.{p.name} {sign} {p.default}: {p.about}",
                        f"  parameter: {control.id}.{p.name} {sign} {p.default}: {p.about}",
                    )
                )


def _texts(control: Control) -> str:
    about = " ".join(str(parameter.about) for parameter in control.parameters)
    ids = " ".join((control.id, control.family, *control.clauses, *control.items))
    return f"{ids} {control.title} {control.breaks} {about}"
