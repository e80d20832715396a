"""`medcloud drift`: what was changed by hand and a refresh alone would not set back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from medcloud.cli._stack import stack_options
from medcloud.engine.stack import Stack
from medcloud.recover import drift


@click.command(help=__doc__)
@stack_options
@click.option(
    "--repair",
    is_flag=True,
    help="删除外来规则，其余由下一次 up 恢复 / delete foreign rules, have the next up set back the rest",
)
@click.option("--json", "as_json", is_flag=True, help="JSON")
def command(*, stack: str, program: Path, repair: bool, as_json: bool) -> None:
    """Exit code 0 when there is none or it is being repaired, 1 when there is some."""
    found = drift(Stack(program.resolve(), stack), repair=repair)
    if as_json:
        click.echo(json.dumps([vars(d) for d in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(f"漂移 / drift: {d}" for d in found) or "无此类漂移 / no such drift")
        if found and repair:
            click.echo("下一步 / next: pulumi up")
    raise SystemExit(1 if found and not repair else 0)
