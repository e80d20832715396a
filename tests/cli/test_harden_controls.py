"""`medcloud harden controls`: does it exist already?"""

import pytest
from click.testing import CliRunner

from medcloud.cli.harden.controls import command


@pytest.mark.parametrize("word", ["faillock", "FAILLOCK", "锁定", "8.1.4.1-b"])
def test_grep_finds_by_id_text_and_clause(word: str) -> None:
    every = CliRunner().invoke(command).output.splitlines()
    found = CliRunner().invoke(command, ["--grep", word]).output.splitlines()
    assert 0 < len(found) < len(every)
    assert set(found) < set(every)


def test_grep_says_when_there_is_none() -> None:
    assert "no such control" in CliRunner().invoke(command, ["--grep", "hovercraft"]).output
