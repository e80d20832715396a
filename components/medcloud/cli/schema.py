"""``medcloud schema``: what an editor completes and checks region files from."""

from __future__ import annotations

import json

import click

from medcloud.cli._bilingual import Command, option
from medcloud.model.expansion import file_schema
from medcloud.text import Text


@click.command(
    name="schema",
    short_help=Text("输出区域文件的 JSON Schema", "Print the JSON Schema of region files"),
    help=Text(
        "输出区域文件的 JSON Schema（2020-12），供编辑器补全与校验。",
        "Print the JSON Schema (2020-12) of region files, for editors. Each figure of the standard"
        " has its item as x-item. What spans several fields only `medcloud check` sees.",
    ),
    cls=Command,
)
@option(
    "--included",
    is_flag=True,
    help=Text("输出被包含文件的", "Print that of files that a region file includes."),
)
def command(*, included: bool) -> None:
    """Print the schema."""
    click.echo(json.dumps(file_schema(included=included), ensure_ascii=False, indent=2))
