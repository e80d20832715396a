"""Locks and processes of engines that are gone; real processes, real sockets."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from medcloud.engine.stack import Stack
from medcloud.recover import RecoverFailed, recover
from medcloud.recover.core import leftover_processes
from medcloud.recover.core.locks import locks


@pytest.fixture
def pulumi(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is called pulumi."""
    program = tmp_path / "pulumi"
    shutil.copy(shutil.which("sleep") or "", program)
    running = subprocess.Popen([str(program), "60"])
    while b"pulumi" not in Path(f"/proc/{running.pid}/cmdline").read_bytes():
        time.sleep(0.01)
    yield running
    running.kill()
    running.wait()


def locked(tmp_path: Path, pid: int, host: str = "") -> str:
    folder = tmp_path / "state/.pulumi/locks/organization/p/s"
    folder.mkdir(parents=True)
    content = {"pid": pid, "hostname": host or socket.gethostname(), "username": "u", "timestamp": "t"}
    (folder / "x.json").write_text(json.dumps(content))
    return f"file://{tmp_path / 'state'}"


def test_lock_of_a_live_engine(tmp_path: Path, pulumi: subprocess.Popen[bytes]) -> None:
    (holder,) = locks(locked(tmp_path, pulumi.pid), "p", "s")
    assert holder.alive is True
    pulumi.kill()
    pulumi.wait()
    assert holder.alive is False


def test_lock_whose_pid_is_another_program_now(tmp_path: Path) -> None:
    (holder,) = locks(locked(tmp_path, os.getpid()), "p", "s")
    assert holder.alive is False


def test_lock_of_another_host_is_not_judged(tmp_path: Path) -> None:
    (holder,) = locks(locked(tmp_path, 1, "elsewhere"), "p", "s")
    assert holder.alive is None


def test_other_backends_and_stacks_show_none(tmp_path: Path) -> None:
    assert list(locks(locked(tmp_path, 1), "p", "other")) == []
    assert list(locks("s3://bucket", "p", "s")) == []


def test_recover_stands_back_from_a_live_engine(
    tmp_path: Path, pulumi: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Pulumi.yaml").write_text("name: p\n")
    monkeypatch.setenv("PULUMI_BACKEND_URL", locked(tmp_path, pulumi.pid))
    with pytest.raises(RecoverFailed, match=f"in use.*pid {pulumi.pid}"):
        recover(Stack(tmp_path, "s"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_only_providers_of_dead_engines_in_this_folder_are_ended(tmp_path: Path) -> None:
    plugin = tmp_path / "pulumi-resource-x"
    plugin.write_text("#!/bin/sh\nsleep 60\n")
    plugin.chmod(0o755)
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as engine, socket.create_server(("127.0.0.1", 0)) as gone:
        alive, dead = (f"127.0.0.1:{s.getsockname()[1]}" for s in (engine, gone))
        gone.close()
        started = {
            name: subprocess.Popen([str(plugin), address], cwd=folder)
            for name, address, folder in (("left", dead, here), ("used", alive, here), ("else", dead, there))
        }
        try:
            time.sleep(0.3)
            assert leftover_processes.end(here, patience=1) == 1
            assert {name: child.poll() is None for name, child in started.items()} == {
                "left": False,
                "used": True,
                "else": True,
            }
        finally:
            for child in started.values():
                child.kill()
                child.wait()
