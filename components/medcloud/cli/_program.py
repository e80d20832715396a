"""The program ``medcloud``: finds its commands, and turns errors into messages and exit codes."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import sys
from typing import Any

import click

import medcloud
from medcloud.cli._bilingual import Group, Option
from medcloud.cli._language import language_of_program, with_language
from medcloud.text import Refusal, Text

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_HELP = {"help_option_names": ["-h", "--help"]}


class Program(Group):
    """A group whose commands are the modules of a package; each is imported when it is meant."""

    def __init__(self, *args: Any, package: str = "medcloud.cli", **more: Any) -> None:
        super().__init__(*args, **more)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands; each is imported to see whether it is one."""
        package = importlib.import_module(self._package)
        names = (module.name for module in pkgutil.iter_modules(package.__path__))
        found = [name.replace("_", "-") for name in names if not name.startswith("_")]
        return sorted(name for name in found if self.get_command(ctx, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, importing only its module; None when there is none."""
        module = f"{self._package}.{cmd_name.replace('-', '_')}"
        if not _NAME.fullmatch(cmd_name):
            return None
        try:
            found = getattr(importlib.import_module(module), "command", None)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            return None
        return with_language(found) if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong becomes one message and an exit code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("MEDCLOUD_DEBUG"):
                raise
            ctx.exit(_explain(error))


def _explain(error: Exception) -> int:
    """Say what went wrong; the exit code that belongs to it."""
    if isinstance(error, Refusal):
        click.echo(str(error) if error.findings else f"medcloud: {error}", err=True)
        return error.exit_code
    if isinstance(error, OSError):
        click.echo(f"medcloud: {error.filename or ''}: {error.strerror or error}", err=True)
        return 1
    click.echo(
        Text(
            f"medcloud: 程序内部错误: {type(error).__name__}: {error}\n  → 设 MEDCLOUD_DEBUG=1 "
            "再运行可见细节，请附上后报告",
            f"medcloud: internal error: {type(error).__name__}: {error}\n  → run again with "
            "MEDCLOUD_DEBUG=1 for details, and report them",
        ),
        err=True,
    )
    return 70


@click.group(
    cls=Program,
    context_settings=_HELP,
    params=[language_of_program()],
    help=Text(
        "区域医疗混合云：一份区域文件，建成、校验、留证。",
        "Regional medical hybrid clouds by T/GYJS 014-2025: one region file, built, checked, proven.",
    ),
)
@click.version_option(
    medcloud.__version__, prog_name="medcloud", cls=Option, help=Text("显示版本", "Show the version.")
)
def main() -> None:
    """Entry point of the command line."""
    for stream in (sys.stdout, sys.stderr):  # Chinese in a C locale must not end in an error
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
