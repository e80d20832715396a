"""``medcloud lock``: the lock file beside a region file."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Group, option
from medcloud.cli._environment import environment
from medcloud.region_files import import_lock, resolve
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


@command.command(
    name="import",
    short_help=Text("取用另一区域的编号", "Take over another region's numbers"),
    help=Text(
        "两个区域并为一个：取用另一区域锁文件 OTHER 中的编号、网段与出生名，只取已写入区域文件 FILE 的。"
        "本锁文件的编号不变；冲突一次列出，且不写。加 --write 才写锁文件。",
        "Two regions become one: take over the numbers, prefixes and names at birth in OTHER, the lock of"
        " the other region, of whatever stands in the region file FILE now. Nothing in its own lock moves;"
        " conflicts are listed at once, and then nothing is written. Only --write writes the lock file.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("other", type=click.Path(path_type=Path))
@option(
    "--write/--no-write",
    default=False,
    help=Text("写锁文件  [默认: --no-write]", "Write the lock file.  [default: --no-write]"),
)
@environment
def import_command(file: Path, other: Path, *, write: bool, environment: str | None) -> None:
    """Say what is taken over, and write it when asked to."""
    result = import_lock(file, other, write=write, environment=environment)
    for entry, value in result.taken.items():
        click.echo(f"+ {entry}: {value}")
    count = len(result.taken)
    if not count:
        click.echo(Text(f"{other}: 没有可取用的", f"{other}: nothing to take over"))
    elif result.written:
        click.echo(Text(f"{result.lock_file}: 已写 (+{count})", f"{result.lock_file}: written (+{count})"))
    else:
        click.echo(
            Text(
                f"{result.lock_file}: 未写，加 --write 取用 (+{count})",
                f"{result.lock_file}: not written; take them over with --write (+{count})",
            )
        )
