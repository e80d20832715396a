"""`medcloud drift`: what was changed by hand and a refresh alone would not set back."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._json import print_json
from medcloud.cli._stack import stack_options
from medcloud.engine.stack import Stack
from medcloud.recover import drift
from medcloud.text import Text


@click.command(
    short_help=Text("手工改动", "What was changed by hand"),
    help=Text(
        "列出手工改动中单靠刷新不能恢复的。退出码：0 无或正在恢复，1 有。",
        "What was changed by hand and a refresh alone would not set back. "
        "Exit: 0 none, or it is being repaired, 1 some.",
    ),
    cls=Command,
)
@stack_options
@option(
    "--repair",
    is_flag=True,
    help=Text(
        "删除外来规则，其余由下一次 up 恢复", "delete foreign rules, have the next up set back the rest"
    ),
)
@click.option("--json", "as_json", is_flag=True, help="JSON")
def command(*, stack: str, program: Path, repair: bool, as_json: bool) -> None:
    """Exit code 0 when there is none or it is being repaired, 1 when there is some."""
    found = drift(Stack(program.resolve(), stack), repair=repair)
    if as_json:
        print_json("medcloud-drift/1", {"repaired": repair, "drift": [vars(d) for d in found]})
    else:
        click.echo(
            "\n".join(str(Text(f"漂移: {d}", f"drift: {d}")) for d in found)
            or Text("无此类漂移", "no such drift")
        )
        if found and repair:
            click.echo(Text("下一步: pulumi up", "next: pulumi up"))
    raise SystemExit(1 if found and not repair else 0)
