"""Which stack of which program a command is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def stack_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --stack and -C (as `program`)."""
    stack = click.option("--stack", required=True, help="栈名 / name of the stack")
    program = click.option(
        "-C",
        "--cwd",
        "program",
        default="stacks/region",
        show_default=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="含 Pulumi.yaml 的目录 / folder with Pulumi.yaml",
    )
    return stack(program(command))
