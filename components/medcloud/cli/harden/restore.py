"""`medcloud harden restore`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli.harden._go import loaded, name_failed, run
from medcloud.cli.harden._options import only
from medcloud.hosts.inventory import HostEntry, read_hosts
from medcloud.hosts.run.request import PARALLEL
from medcloud.text import Text


@click.command(
    "restore",
    short_help=Text("恢复到加固之前", "back to what was before"),
    cls=Command,
    help=Text(
        "恢复文件、权限、服务、内核参数与软件包", "Bring back files, rights, services, sysctls, packages."
    ),
)
@option("-i", "--hosts", "hosts_file", type=click.Path(dir_okay=False, path_type=Path), required=True,
              metavar="FILE", help=Text("主机清单 JSON", "hosts, JSON"))  # fmt: skip
@option(
    "--host", "names", multiple=True, metavar="NAME", help=Text("只此主机或组", "only this host or group")
)
@option(
    "--parallel",
    type=click.IntRange(1, 200),
    default=PARALLEL,
    show_default=True,
    help=Text("同时的主机数", "hosts at a time"),
)
@option("--yes", is_flag=True, help=Text("不再询问", "do not ask"))
@option(
    "--edits",
    type=click.Choice(["ask", "keep", "overwrite"]),
    default="ask",
    show_default=True,
    help=Text("加固后本地改过的文件", "files edited after hardening (--yes: keep)"),
)
def command(*, hosts_file: Path, names: tuple[str, ...], parallel: int, yes: bool, edits: str) -> None:
    """Bring back files, rights, services, sysctls, packages."""
    hosts = only(read_hosts(hosts_file), names)
    if not yes:
        click.confirm(
            str(Text(f"恢复 {len(hosts)} 台主机？", f"restore {len(hosts)} hosts?")), abort=True, err=True
        )
    work = loaded()

    ask = edits == "ask" and not yes
    keep = partial(_ask) if ask else partial(_fixed, edits != "overwrite")
    _, failed = run(hosts, partial(work.restore_host, keep), parallel=1 if ask else parallel, say=_told)
    name_failed(failed)
    raise SystemExit(1 if failed else 0)


def _ask(entry: HostEntry, path: str) -> bool:
    return click.confirm(
        str(Text(f"{entry.name}: {path} 加固后被修改，保留？", f"{entry.name}: {path} was edited, keep it?")),
        default=True,
        err=True,
    )


def _fixed(answer: bool, _entry: HostEntry, _path: str) -> bool:
    return answer


def _told(_entry: HostEntry, done: Any) -> str:
    return str(Text.join("; ", done))
