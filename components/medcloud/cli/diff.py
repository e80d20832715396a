"""``medcloud diff``: what a change of a region file does."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._environment import environment
from medcloud.diff import compare
from medcloud.diff.render import as_json, as_markdown, as_text
from medcloud.region_files import Side, in_revision, on_disk
from medcloud.text import Text, spoken


@click.command(
    name="diff",
    short_help=Text("两个版本之间改变了什么", "What a change of a region file does"),
    help=Text(
        "说明改动的后果：新增、移除、重建、丢失数据、换地址、迁移、谁能访问谁、保护变化。"
        "OLD、NEW 为区域文件（锁文件在旁），或 修订:路径。只给一个文件时与 --from 的修订比较，"
        "默认为最近一次提交。退出码：0 已比较，1 某一方的文件不通过，2 无法读取。",
        "What a change does: what is added, removed, rebuilt, renumbered, moved, which data go, who can reach"
        " what, what is protected otherwise. OLD and NEW are region files (their locks beside them) or"
        " REVISION:PATH. One file alone is compared with its revision --from, by default the last commit."
        " Exit: 0 compared, 1 a file is refused, 2 cannot be read.",
    ),
    cls=Command,
)
@click.argument("old")
@click.argument("new", required=False)
@option("--from", "before", metavar="REV", help=Text("旧的 git 修订", "the git revision to compare with"))
@option("--to", "after", metavar="REV", help=Text("新的 git 修订", "the git revision that is compared"))
@option("--json", "form", flag_value="json", help=Text("以 JSON 输出", "Print JSON."))
@option("--markdown", "form", flag_value="markdown", help=Text("以 Markdown 输出", "Print Markdown."))
@environment
def command(
    *,
    old: str,
    new: str | None,
    before: str | None,
    after: str | None,
    form: str | None,
    environment: str | None,
) -> None:
    """Compare both sides and print what the change does."""
    if new is not None and (before or after):
        raise click.UsageError(str(Text("给了 NEW 就不要 --from、--to", "leave out NEW, or --from and --to")))
    if new is None:
        file = Path(old)
        first = in_revision(file, before or "HEAD", environment)
        sides = first, in_revision(file, after, environment) if after else on_disk(file, environment)
    else:
        sides = _side(old, environment), _side(new, environment)
    click.echo(_written(*sides, form), nl=form is None)


def _written(old: Side, new: Side, form: str | None) -> str:
    changes = compare(old.plan, new.plan)
    names = old.name, new.name
    if form == "json":
        return as_json(old.plan, new.plan, changes, names)
    if form == "markdown":
        return "".join(as_markdown(old.plan, new.plan, changes, spoken()))
    return as_text(old.plan, new.plan, changes, names)


def _side(named: str, environment: str | None) -> Side:
    """A file; where there is none of that name, ``REVISION:PATH``, the path from the folder one stands in."""
    revision, colon, path = named.partition(":")
    if Path(named).exists() or not (colon and revision and path):
        return on_disk(Path(named), environment)
    return in_revision(Path(path), revision, environment)
