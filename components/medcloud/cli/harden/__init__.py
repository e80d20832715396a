"""`medcloud harden`: domestic hosts to level 3 of classified protection."""

from __future__ import annotations

import click

from medcloud.cli._program import Program


@click.group(
    "harden",
    cls=Program,
    package=__name__,
    short_help="主机加固到等保三级 / Hosts to level 3 of MLPS",
    help="主机加固：核查、预览、实施、恢复 / Hosts: audit, plan, apply, restore, report.\n\n"
    "退出码 / exit: 0 良好 / good, 1 有不符合或失败 / findings or failures, 2 输入有误 / bad input.",
)
def command() -> None:
    """The group."""
