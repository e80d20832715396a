"""The option ``--lang`` of every command; the environment variable MEDCLOUD_LANG is its default."""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Option
from medcloud.text import LANGUAGES, Language, Text, speak

_HELP = Text("输出的语言", "Language of what is said.")


def _speak(_ctx: click.Context, _param: click.Parameter, value: Language | None) -> None:
    if value:
        speak(value)


def language_of_program() -> Option:
    """The program's own option: what is spoken unless a command is told otherwise."""
    return Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        default="both",
        show_default=True,
        envvar="MEDCLOUD_LANG",
        show_envvar=True,
        callback=_speak,
        expose_value=False,
        is_eager=True,
        help=_HELP,
    )


def with_language(command: click.Command) -> click.Command:
    """The command with ``--lang``, and so every command that is written below it."""
    if not any("--lang" in option.opts for option in command.params):
        option = Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            callback=_speak,
            expose_value=False,
            is_eager=True,
            help=_HELP,
        )
        command.params.append(option)
    if isinstance(command, click.Group):
        for below in command.commands.values():
            with_language(below)
    return command
