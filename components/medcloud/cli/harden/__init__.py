"""`medcloud harden`: domestic hosts to level 3 of classified protection."""

from __future__ import annotations

import importlib

import click

_NAMES = ("audit", "plan", "apply", "restore", "report", "controls", "clauses")


class _Group(click.Group):
    """A group whose subcommands are the modules beside this one; each pays only for what it uses."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use."""
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of a name."""
        if cmd_name not in _NAMES:
            return None
        found = importlib.import_module(f"{__package__}.{cmd_name}").command
        return found if isinstance(found, click.Command) else None


@click.group(
    "harden",
    cls=_Group,
    short_help="主机加固到等保三级 / Hosts to level 3 of MLPS",
    help="主机加固：核查、预览、实施、恢复 / Hosts: audit, plan, apply, restore, report.\n\n"
    "退出码 / exit: 0 良好 / good, 1 有不符合或失败 / findings or failures, 2 输入有误 / bad input.",
)
def command() -> None:
    """The group."""
