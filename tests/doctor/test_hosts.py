"""Which kinds of hosts can run here is tried: on this machine as it is, and on what it is made to lack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from medcloud.doctor import hosts

KINDS = ("namespace", "uml", "emulator")
ASK = "import sys; from medcloud.doctor import hosts; print(*map(hosts.lacking, sys.argv[1:]), sep='\\n')"


def asked(before: str, cache: Path) -> dict[str, str]:
    """Kind -> why it cannot run, asked after a shell command has changed what is seen of this machine."""
    ask = [sys.executable, "-c", ASK, *KINDS]
    words = ["unshare", "-m", "sh", "-euc", f'{before} "$@"', "sh", *ask]
    env = {**os.environ, "MEDCLOUD_CACHE": str(cache)}
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    return dict(zip(KINDS, done.stdout.splitlines(), strict=True))


@pytest.mark.hostlab(*KINDS)
def test_this_machine_can_carry_all(tmp_path: Path) -> None:
    assert asked("", tmp_path / "a b/cache") == dict.fromkeys(KINDS, "None")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.hostlab(*KINDS)
@pytest.mark.parametrize(
    ("before", "without", "words"),
    [
        ("mount -t tmpfs -o noexec none {cache};", KINDS, "overlay"),
        ("mount -t tmpfs -o ro none {cache};", KINDS, "Read-only file system"),
        ("setpriv --bounding-set=-sys_admin", KINDS, "namespaces cannot be made"),
        ("setpriv --bounding-set=-net_admin", KINDS, "network links cannot be made"),
        ("mount -t tmpfs none /sys/fs;", ("namespace",), "cgroup v2"),
        ("mount -t tmpfs none /dev/net;", ("uml", "emulator"), "a tap cannot be made"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, before: str, without: tuple[str, ...], words: str) -> None:
    found = asked(before.format(cache=tmp_path), tmp_path)
    assert {kind for kind, said in found.items() if said != "None"} == set(without)
    assert all(words in found[kind] for kind in without), found


def test_another_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    (reason,) = {hosts.lacking(kind) for kind in KINDS}
    assert reason
    assert "root is needed" in reason.text


def test_another_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert all("aarch64" in finding.text and not finding.good for finding in hosts.findings())


def test_a_path_that_an_overlay_cannot_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(hosts, "_fails", lambda *_: "")
    monkeypatch.setattr(hosts, "PROGRAMS", ())
    reason = hosts.lacking("uml", {"MEDCLOUD_CACHE": str(tmp_path / "a:b")})
    assert reason
    assert "':'" in reason.text


def test_what_is_missing_is_no_fault_of_the_machine() -> None:
    assert not any(finding.needed for finding in hosts.findings())
