"""``medcloud lock``: the lock file beside a region file."""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Group
from medcloud.cli._environment import environment
from medcloud.region_files import resolve
from medcloud.text import Text


@click.group(
    name="lock",
    short_help=Text("锁文件", "The lock file"),
    help=Text("区域文件旁的锁文件：已分配的编号。", "The lock file beside a region file: numbers given out."),
    cls=Group,
)
def command() -> None:
    """Group of what can be done with a lock file."""


@command.command(
    name="resolve",
    short_help=Text("解决合并冲突", "Mend after a merge"),
    help=Text(
        "解决锁文件的合并冲突：本分支的编号不变，另一分支只重排冲突的编号。FILE 为区域文件或锁文件。",
        "Mend a lock file after a merge: this branch keeps its numbers, the other only gets new"
        " ones where they clash. FILE is the region file or its lock file.",
    ),
)
@click.argument("file")
@environment
def resolve_command(file: str, environment: str | None) -> None:
    """Mend the file and say what was renumbered."""
    result = resolve(file, environment)
    for key in result.renumbered:
        click.echo(Text(f"重新编号: {key}", f"renumbered: {key}"))
    click.echo(Text(f"{result.lock_file}: 已解决", f"{result.lock_file}: resolved"))
    if result.planned:
        click.echo(f"  → git add {result.lock_file}")
    else:
        mend = Text(
            "区域文件尚不可读：改好后运行 medcloud plan --write，再 git add",
            "the region file cannot be read yet: mend it, run medcloud plan --write, then git add",
        )
        click.echo(f"  → {mend}")
