"""`medcloud harden` refuses what is wrong with code 2, before any host is reached."""

import json
import os
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_commands import PROGRAM, ROOT, run


@pytest.fixture
def hosts(tmp_path: Path) -> Path:
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps([{"name": "web", "address": "127.0.0.1", "port": 1, "key": "/no/key"}]))
    return path


@pytest.mark.parametrize("form", ["--html", "--sarif", "--xccdf"])
def test_a_report_that_could_not_be_written_is_said_first(hosts: Path, form: str) -> None:
    done = run("harden", "apply", "--yes", "-i", str(hosts), form, str(hosts.parent / "none/report"))
    assert done.returncode == 2
    assert f"{hosts.parent / 'none'}: 目录不存在" in done.stderr
    assert "web" not in done.stderr


@pytest.mark.parametrize("text", [None, "{}", "waivers: []\n"])
def test_waivers_that_are_not_there_or_not_signed(hosts: Path, text: str | None) -> None:
    file = hosts.parent / "waivers.yaml"
    if text is not None:
        file.write_text(text)
    done = run("harden", "audit", "-i", str(hosts), "--waivers", str(file))
    assert done.returncode == 2
    assert str(file) in done.stderr
    assert "internal error" not in done.stderr


def test_a_key_file_that_is_not_there_is_named(hosts: Path) -> None:
    done = run("harden", "audit", "-i", str(hosts), "--control", "ssh-tries")
    assert done.returncode == 1
    assert "密钥文件不可用 / " in done.stderr
    assert "the key file cannot be used: No such private key file: /no/key" in done.stderr


@pytest.mark.flaky(reruns=1)  # where exactly the signal finds a busy process is chance
def test_who_interrupts_is_told_what_becomes_of_the_hosts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:  # a host that answers nothing
        server.settimeout(60)
        path = tmp_path / "hosts.json"
        path.write_text(
            json.dumps([{"name": "web", "address": "127.0.0.1", "port": server.getsockname()[1]}])
        )
        words = [*PROGRAM, "harden", "apply", "--yes", "--dead-man", "77", "-i", str(path)]
        process = subprocess.Popen(words, cwd=ROOT, env=dict(os.environ), stderr=subprocess.PIPE, text=True)
        try:
            peer, _ = server.accept()
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
            peer.close()
        finally:
            process.kill()
            process.wait()
    assert process.returncode == 1
    assert "hosts undo within 77 s what was not confirmed" in told
    assert "Traceback" not in told
