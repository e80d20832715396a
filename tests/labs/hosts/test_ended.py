"""A host that ends while it is waited for is noticed at once, and its console's last lines are told."""

import os
import pty
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from labs.base.errors import LabError
from labs.base.last_lines import last_lines
from labs.hosts import console, launch, lifecycle, members, namespaces, network, place, serial
from labs.hosts.errors import HostEnded
from labs.hosts.place import Folders
from labs.hosts.spec import Spec

AT_ONCE = 60  # seconds: what waits in vain waits LONG, and a busy machine is slow
LONG = 240
PANIC = "Kernel panic - not syncing: Attempted to kill init!"


@contextmanager
def noticed_at_once(error: type[LabError], words: str) -> Iterator[None]:
    begun = time.monotonic()
    with pytest.raises(error, match=words):
        yield
    assert time.monotonic() - begun < AT_ONCE


def later(act: Callable[[], object], seconds: float = 0.5) -> None:
    threading.Timer(seconds, act).start()


def test_last_lines_are_text(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(
        b"".join(b"line %d\r\n" % at for at in range(50)) + b"\x1b[0;31mdied\x1b[0m \xff\r\n\r\n\a"
    )
    assert last_lines(log).splitlines()[1:] == [
        *(f"  | line {at}" for at in range(39, 50)),
        "  | died \ufffd",
    ]
    assert last_lines(tmp_path / "none") == " -"


def test_a_command_over_the_serial_line(tmp_path: Path) -> None:
    folder = tmp_path / "uml-anolis-8-1"
    folder.mkdir()
    (folder / "log").write_text(f"booting\n{PANIC}\n")
    for name in ("line.in", "line.out"):
        os.mkfifo(folder / name)
    end = time.monotonic() + 0.5
    with noticed_at_once(HostEnded, f"uml-anolis-8-1(.|\n)*has ended(.|\n)*{PANIC}"):
        serial.run(folder, ["sleep", "1"], b"", LONG, lambda: time.monotonic() < end)


def test_a_login_at_a_terminal() -> None:
    master, slave = pty.openpty()
    later(lambda: os.write(master, b"one login: "), 0.3)
    later(lambda: os.close(master), 1)
    with noticed_at_once(console.Closed, "one login: "):
        console.at_terminal(Path(os.ttyname(slave)), "clerk", "x", "id", LONG)
    os.close(slave)


def test_a_login_at_a_socket(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "tty"))
        server.listen()

        def hang_up() -> None:
            server.accept()[0].close()

        later(hang_up)
        with noticed_at_once(console.Closed, "has closed"):
            console.at_socket(tmp_path / "tty", "clerk", "x", "id", LONG)


def test_a_login_by_a_program() -> None:
    with noticed_at_once(console.Closed, "login: "):
        console.at_program(["sh", "-c", "printf 'login: '; sleep 0.5"], "clerk", "x", "id", LONG)


def test_a_command_in_namespaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where, host = place.of(tmp_path), Spec("anolis-8-1", "anolis-8", "namespace", 1)
    monkeypatch.setattr(place, "shared", lambda: tmp_path)
    leaders = iter([10, None])
    monkeypatch.setattr(members, "leader", lambda _net: next(leaders))
    monkeypatch.setattr(namespaces, "inside", lambda *_: ["sh", "-c", "kill -9 $$", "sh"])
    with noticed_at_once(HostEnded, "anolis-8-1"):
        namespaces.run(where, host, ["sleep", "60"], None, LONG)


@pytest.fixture
def lab(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., tuple[Folders, list[Spec]]]]:
    """Hosts that are shell commands, each in a network of its own."""
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path))
    where, nets = place.of(tmp_path / "checkout"), []

    def start(*scripts: str) -> tuple[Folders, list[Spec]]:
        hosts = [Spec(f"uml-{at}", "anolis-8", "uml", at) for at in range(1, 1 + len(scripts))]
        nets.extend([where.control, *(where.net(host.name) for host in hosts)])
        for net in nets:
            net.parent.mkdir(parents=True, exist_ok=True)
            net.touch()
            subprocess.run(["unshare", f"--net={net}", "true"], check=True)
        for host, script in zip(hosts, scripts, strict=True):
            launch.launch(where, host, ["sh", "-c", script])
        return where, hosts

    yield start
    for net in nets:
        network.remove(net)


@pytest.mark.hostlab("uml")
def test_while_its_greeting_is_waited_for(lab: Callable[..., tuple[Folders, list[Spec]]]) -> None:
    where, hosts = lab(f"echo '{PANIC}'; sleep 0.5")
    assert members.of(where.net("uml-1")), "it is in its network when launch returns"
    with noticed_at_once(HostEnded, PANIC):
        lifecycle.ready(where, *hosts)


@pytest.mark.hostlab("uml")
def test_while_another_ones_greeting_is_waited_for(lab: Callable[..., tuple[Folders, list[Spec]]]) -> None:
    where, hosts = lab("sleep 60", f"echo '{PANIC}'; sleep 0.5")
    with noticed_at_once(HostEnded, f"uml-2(.|\n)*{PANIC}"):
        lifecycle.ready(where, *hosts)


@pytest.mark.hostlab("uml")
def test_one_that_cannot_even_start(lab: Callable[..., tuple[Folders, list[Spec]]]) -> None:
    where, hosts = lab("exec /no/such/kernel")
    with noticed_at_once(HostEnded, "/no/such/kernel"):
        lifecycle.ready(where, *hosts)
