"""``--json``: the document of a command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from medcloud.report.as_json import document, text


def print_json(format_: str, content: Mapping[str, Any]) -> None:
    """Print the content as a document of its format."""
    click.echo(text(document(format_, content)), nl=False)
