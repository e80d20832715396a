"""``medcloud new``: a good region file out of a few answers."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.model import Answers, parse, starter, trouble
from medcloud.text import Text

_ASKED = {
    "id": (Text("区域标识", "region id"), "region"),
    "name": (Text("区域名称", "region name"), "区域医疗云"),
    "owner": (Text("责任单位标识", "owner id"), "health-bureau"),
    "domain": (Text("内部域名", "DNS zone"), "region.example"),
    "city": (Text("双活中心所在城市", "city of the active centres"), "guangzhou"),
    "recovery_city": (Text("灾备中心所在城市", "city of the recovery centre"), "shaoguan"),
    "cloud": (Text("clouds.yaml 条目", "entry of clouds.yaml"), "private"),
}


@click.command(
    name="new",
    short_help=Text("新建区域文件", "Write a region file"),
    help=Text(
        "回答几个问题（或用选项），写出一份通过校验的区域文件。",
        "Write a region file that passes `medcloud check`, from a few answers or from options.",
    ),
    cls=Command,
)
@click.argument("file", default="region.yaml")
@option("--id", help=_ASKED["id"][0])
@option("--name", help=_ASKED["name"][0])
@option("--owner", help=_ASKED["owner"][0])
@option("--domain", help=_ASKED["domain"][0])
@option("--city", help=_ASKED["city"][0])
@option("--recovery-city", help=_ASKED["recovery_city"][0])
@option("--cloud", help=_ASKED["cloud"][0])
@option("--yes", is_flag=True, help=Text("不提问，其余取缺省值", "Ask nothing; defaults for the rest."))
@option("--force", is_flag=True, help=Text("覆盖已有文件", "Overwrite a file that exists."))
def command(file: str, yes: bool, force: bool, **given: str | None) -> None:
    """Gather the answers, write the file."""
    path = Path(file)
    if path.exists() and not force:
        raise click.ClickException(
            str(Text(f"{file}: 已存在，用 --force 覆盖", f"{file}: exists already; --force overwrites it"))
        )
    text = starter(Answers(**{field: _answer(field, given[field], yes) for field in _ASKED}))
    parse(text, file)  # refuses, before anything is written, what only goes wrong together
    path.write_text(text, encoding="utf-8")
    click.echo(
        Text(
            f"{file}: 已写好；校验: medcloud check {file}",
            f"{file}: written; check it: medcloud check {file}",
        )
    )


def _answer(field: str, given: str | None, yes: bool) -> str:
    """A good answer: the option's, the default, or what is typed; a bad option ends the command."""
    label, default = _ASKED[field]
    if given is not None or yes:
        value = default if given is None else given
        if words := trouble(field, value):
            flag = f"--{field.replace('_', '-')}"
            raise click.ClickException(f"{flag}: {words.message}  → {words.remedy}")
        return value
    while words := trouble(field, value := click.prompt(str(label), default=default, type=str)):
        click.echo(f"{words.message}  → {words.remedy}", err=True)
    return value
