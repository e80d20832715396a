"""`medcloud harden`: domestic hosts to level 3 of classified protection."""

from __future__ import annotations

import click

from medcloud.cli._program import Program
from medcloud.text import Text


@click.group(
    "harden",
    cls=Program,
    package=__name__,
    short_help=Text("主机加固到等保三级", "Hosts to level 3 of MLPS"),
    help=Text(
        "主机加固：核查、预览、实施、恢复、报告。\n\n退出码：0 良好，1 有不符合或失败，2 输入有误。",
        "Hosts: audit, plan, apply, restore, report.\n\nExit: 0 good, 1 findings or failures, 2 bad input.",
    ),
)
def command() -> None:
    """The group."""
