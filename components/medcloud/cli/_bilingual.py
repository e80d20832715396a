"""Commands and options that tell of themselves in the language that is spoken when somebody asks."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from medcloud.text import Text, spoken


class Command(click.Command):
    """A command whose help is a Text: what it says must wait for ``--lang``."""

    def __init__(self, *args: Any, help: Text, short_help: Text | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self._help, self._short_help = help, short_help or help

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help; in both languages a paragraph each."""
        both = spoken() == "both"
        self.help = "\n\n".join(self._help) if both else str(self._help)
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands."""
        self.short_help = str(self._short_help)
        return super().get_short_help_str(limit)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


class Option(click.Option):
    """An option whose help is a Text."""

    def __init__(self, *args: Any, help: Text, **more: Any) -> None:
        super().__init__(*args, **more)
        self._help = help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line in the list of options."""
        self.help = str(self._help)
        return super().get_help_record(ctx)


option = partial(click.option, cls=Option)
