"""Every command has --lang and obeys it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.text import speak

CHINESE = re.compile(r"[\u4e00-\u9fff]")
BAD = "version: 1\nregion: {}\nclouds: 3\n"


@pytest.fixture(autouse=True)
def both_afterwards() -> Iterator[None]:
    yield
    speak("both")


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        assert found is not None
        yield " ".join((*path, name)), found
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))


def test_every_command_has_it() -> None:
    found = dict(commands(main))
    assert len(found) > 25
    assert [n for n, c in found.items() if not any("--lang" in p.opts for p in c.params)] == []


def run(tmp_path: Path, *words: str, **env: str) -> str:
    file = tmp_path / "region.yaml"
    file.write_text(BAD, encoding="utf-8")
    words = tuple(str(file) if word == "FILE" else word for word in words)
    return CliRunner().invoke(main, words, env=env).output


@pytest.mark.parametrize("name", ["check", "plan"])
def test_a_refused_file_is_told_in_one_language(tmp_path: Path, name: str) -> None:
    english = run(tmp_path, name, "FILE", "--lang", "en")
    assert not CHINESE.search(english) and "→" in english
    chinese = run(tmp_path, "--lang", "zh", name, "FILE")
    assert CHINESE.search(chinese) and "is missing" not in chinese
    both = run(tmp_path, name, "FILE")
    assert CHINESE.search(both) and "is missing" in both


def test_the_environment_names_a_default_that_an_option_beats(tmp_path: Path) -> None:
    assert not CHINESE.search(run(tmp_path, "plan", "FILE", MEDCLOUD_LANG="en"))
    assert CHINESE.search(run(tmp_path, "--lang", "zh", "plan", "FILE", MEDCLOUD_LANG="en"))
    assert CHINESE.search(run(tmp_path, "plan", "FILE", "--lang", "zh", MEDCLOUD_LANG="en"))
