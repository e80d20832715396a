"""Debug messages of a program: sent where the engine shows them, dropped where nobody would see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pulumi import log

from tests.support.engine_env import Stack, engine, new_stack
from tools.engines.launchers import medcloud_debug

__all__ = ["engine", "new_stack"]
New = Callable[..., Stack]


@pytest.mark.parametrize(
    "word", ["--debug", "--debug=true", "-d", "-yd", "-v=9", "-v9", "--verbose=3", "--logtostderr"]
)
def test_words_that_ask(word: str) -> None:
    assert medcloud_debug.ASKED.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["up", "--yes", "-y", "-C", "/srv/dev", "--stack", "dev", "--diff", "-s=dev"]
)
def test_words_that_do_not(word: str) -> None:
    assert not medcloud_debug.ASKED.fullmatch(word)


@pytest.mark.parametrize(
    "name", ["PULUMI_OPTION_DEBUG", "PULUMI_OPTION_VERBOSE", "PULUMI_OPTION_LOGTOSTDERR"]
)
def test_variables_that_ask(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert medcloud_debug.asked()


@pytest.mark.parametrize("asked", [True, False])
def test_dropped_unless_asked(monkeypatch: pytest.MonkeyPatch, asked: bool) -> None:
    before = log.debug
    monkeypatch.setattr(log, "debug", before)  # put back at the end
    monkeypatch.setattr(medcloud_debug, "asked", lambda: asked)
    medcloud_debug.only_if_asked()
    assert (log.debug is before) is asked


@pytest.mark.engine
def test_a_debugging_engine_shows_them(new_stack: New) -> None:
    stack = new_stack("import pulumi\npulumi.log.debug('seen-7Kq')\nprint(pulumi.log.debug.__name__)\n")
    said = stack("preview", "--debug").stdout
    assert "seen-7Kq" in said
    said = stack("preview").stdout
    assert "_dropped" in said
    assert "seen-7Kq" not in said
