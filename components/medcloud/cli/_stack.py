"""Which stack of which program a command is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import option
from medcloud.text import Text


def stack_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --stack and -C (as `program`)."""
    stack = option("--stack", required=True, help=Text("栈名", "name of the stack"))
    program = option(
        "-C",
        "--cwd",
        "program",
        default="stacks/region",
        show_default=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help=Text("含 Pulumi.yaml 的目录", "folder with Pulumi.yaml"),
    )
    return stack(program(command))
