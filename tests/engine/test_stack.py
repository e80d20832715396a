"""A stack's commands, with a program in the place of `pulumi`: what is passed on, what a failure says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from medcloud.engine.errors import EngineFailed
from medcloud.engine.stack import Stack

PULUMI = """#!/bin/sh
printf '%s\\n' "$@" >"$SEEN"
cat >"$SEEN.given"
case "$*" in
  *export*) echo '{"deployment": {"resources": [{"urn": "u"}]}}' ;;
  *"config --json"*) echo '{"a:b": {"value": "1"}, "a:c": {"secret": true}}' ;;
  *import*) cp "$6" "$SEEN.file"; stat -c %a "$6" >"$SEEN.mode" ;;
  *refuse*) echo shown; echo "$REASON" >&2; exit 3 ;;
esac
"""


@pytest.fixture
def stack(tmp_path: Path) -> Stack:
    program = tmp_path / "bin" / "pulumi"
    program.parent.mkdir()
    program.write_text(PULUMI, encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}:/usr/bin:/bin"
    env = {"PATH": path, "SEEN": str(tmp_path / "seen"), "REASON": "error: because"}
    return Stack(tmp_path, "s", env)


def seen(stack: Stack, what: str = "") -> str:
    return Path(f"{stack.environment['SEEN']}{what}").read_text(encoding="utf-8")


def test_every_command_is_for_the_stack_of_the_program(stack: Stack) -> None:
    stack.ask("preview", "--refresh")
    words = ["-C", str(stack.folder), "preview", "--refresh", "--stack", "s", "--non-interactive"]
    assert seen(stack).splitlines() == words
    assert stack.show("up") == 0
    assert seen(stack).splitlines() == ["-C", str(stack.folder), "up", "--stack", "s"]


def test_a_failure_carries_what_was_said(stack: Stack) -> None:
    with pytest.raises(EngineFailed, match="error: because\nshown"):
        stack.ask("refuse")
    assert stack.run("refuse").returncode == stack.show("refuse") == 3


def test_a_secret_goes_in_by_standard_input_alone(stack: Stack) -> None:
    stack.set_secret("medcloud:linkKey", "PLANTED")
    assert "PLANTED" not in seen(stack)
    assert seen(stack, ".given") == "PLANTED"
    stack.set("medcloud:region", "region.yaml")
    assert seen(stack).splitlines()[2:7] == ["config", "set", "--plaintext", "medcloud:region", "region.yaml"]
    assert stack.settings() == {"a:b", "a:c"}


def test_a_state_is_read_and_written_for_its_owner_alone(stack: Stack) -> None:
    assert stack.resources() == [{"urn": "u"}]
    document: dict[str, Any] = {"deployment": {"resources": []}}
    stack.replace(document)
    assert json.loads(seen(stack, ".file")) == document
    assert seen(stack, ".mode").strip() == "600"


def test_a_stack_that_was_never_made_has_an_empty_state(stack: Stack) -> None:
    script = Path(stack.folder / "bin" / "pulumi")
    script.write_text("#!/bin/sh\necho \"error: no stack named 's' found\" >&2; exit 255\n", encoding="utf-8")
    assert (stack.export(), stack.resources()) == ({}, [])
    script.write_text('#!/bin/sh\necho "error: passphrase" >&2; exit 255\n', encoding="utf-8")
    with pytest.raises(EngineFailed, match="passphrase"):
        stack.export()


def test_no_engine_is_said_with_its_remedy(stack: Stack) -> None:
    nothing = Stack(stack.folder, "s", {"PATH": "/nowhere"})
    for command in (nothing.ask, nothing.show, nothing.start):
        with pytest.raises(EngineFailed, match="make engines"):
            command("preview")
