"""The comment at a merge request: made once, then changed; what goes wrong is said in a line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.review import forges
from tests.support.engine_env import CHECKOUT

SCRIPT = CHECKOUT / "examples/ci/comment.py"
CHANGED = {
    "gitlab": ("PUT", "/api/v4/projects/7/merge_requests/12/notes/40"),
    "gitea": ("PATCH", "/api/v1/repos/it/demo/issues/comments/40"),
}


def variables(forge: str, address: str) -> dict[str, str]:
    return {"TOKEN": "the-token", "PULL_REQUEST": "12", **forges.own_variables(forge, address)}


def comment(file: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(file)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("forge", sorted(CHANGED))
def test_the_second_run_changes_the_first_ones_comment(forge: str, tmp_path: Path) -> None:
    file = tmp_path / "comment.md"
    with forges.listening() as (address, came):
        for text in ("# 第一次 / first", "# 第二次 / second"):
            file.write_text(text, "utf-8")
            done = comment(file, variables(forge, address))
            assert done.returncode == 0, done.stderr
        methods = [str(request["method"]) for request in came]
    assert methods == ["POST", CHANGED[forge][0]]
    assert came[1]["path"] == CHANGED[forge][1]
    assert forges.body_of(came[1]).endswith("# 第二次 / second")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text("x")
    env = variables("gitea", "http://127.0.0.1:1")
    for name in ("TOKEN", "PULL_REQUEST", "GITHUB_SERVER_URL"):
        done = comment(tmp_path / "c.md", {key: value for key, value in env.items() if key != name})
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert name in done.stderr


@pytest.mark.parametrize("forge", sorted(CHANGED))
def test_a_forge_that_does_not_answer_is_said_in_a_line(forge: str, tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text("x")
    done = comment(tmp_path / "c.md", variables(forge, "http://127.0.0.1:1"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "no comment was made" in done.stderr


def test_a_text_that_is_not_there_is_said_in_a_line(tmp_path: Path) -> None:
    done = comment(tmp_path / "none.md", variables("gitea", "http://127.0.0.1:1"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "none.md" in done.stderr
