"""Records reach the site's receiver over TLS, and what is altered on the host is seen there."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from labs.hosts.api import LabHost
from tests.on_hosts.bench import Bench, ssh_password
from tests.on_hosts.log_receiver import PORT, WIRE, Receiver

pytestmark = [pytest.mark.lab, pytest.mark.hostlab, pytest.mark.item("7.2.2-a", "7.2.3.2-e")]
_LOG = "/var/log/secure"
_FAILED = "Failed password for clerk"
_PLAIN = "<13>Nov 27 00:00:00 anolis-8-1 lab: in the clear"


@pytest.fixture(scope="module")
def receiver(bench: Bench) -> Iterator[Receiver]:
    """debian-12 receives; anolis-8 was asked before it was hardened, and sent nothing."""
    receiver = Receiver(bench.hosts["debian-12"], bench.rpm)
    for host in (receiver.host, receiver.sender):
        host.reset()
    receiver.make_certificates()
    receiver.start()
    receiver.sender.run("logger -p user.notice lab-before", check=True)
    assert "lab-before" in receiver.sender.run("cat /var/log/messages", check=True).stdout
    assert not receiver.received("lab-before", 2), "a host that was not hardened sends nothing"
    bench.site = {"log_receiver": receiver.address}
    try:
        statuses = bench.statuses("apply", "--yes", "--family", "logs", on=[receiver.sender])
        assert statuses[receiver.sender.name]["log-forwarding"] == "fixed"
        assert _ready(receiver), receiver.sender.run("cat /var/log/messages; systemctl status rsyslog").stdout
        yield receiver
    finally:
        receiver.stop()
        bench.site = {}


def test_a_failed_login_reaches_the_receiver_and_nobody_reads_it_on_the_way(receiver: Receiver) -> None:
    receiver.capture()
    assert ssh_password(receiver.sender, "clerk", "wrong").returncode != 0
    assert receiver.received(_FAILED)
    assert _FAILED in receiver.sender.run(["cat", _LOG], check=True).stdout
    receiver.sender.run(f"timeout 3 nc -N {receiver.host.name} {PORT}", stdin=f"{_PLAIN}\n")
    wire = receiver.host.run(["cat", WIRE], check=True).stdout
    seen, read = _PLAIN in wire, _FAILED in wire
    assert seen, "what is sent in the clear is seen on the wire"
    assert not read
    assert not receiver.received("in the clear", 2), "and is not taken"


def test_what_is_altered_on_the_host_is_seen_at_the_receiver(receiver: Receiver) -> None:
    assert ssh_password(receiver.sender, "clerk", "wrong").returncode != 0
    assert receiver.received(_FAILED)
    assert receiver.gone(_LOG) == []
    receiver.sender.run(f"sed -i '/{_FAILED}/d' {_LOG}", check=True)
    gone = receiver.gone(_LOG)
    assert gone and all(_FAILED in record for record in gone)


def test_a_false_receiver_is_told_nothing_and_the_true_one_gets_it_later(receiver: Receiver) -> None:
    receiver.start("other-pair")
    receiver.sender.run("logger -p user.notice lab-secret", check=True)
    assert _says(receiver.sender, "not permitted to talk to peer"), "it was reached, and refused"
    assert not receiver.received("lab-secret", 1)
    receiver.start()
    assert receiver.received("lab-secret", 60), "kept until the receiver is back"


def _ready(receiver: Receiver) -> bool:
    """Whether the first records come; on a busy machine a log service takes its time to start."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        receiver.sender.run("logger -p user.notice lab-ready", check=True)
        if receiver.received("lab-ready", 3):
            return True
    return False


def _says(host: LabHost, text: str) -> bool:
    until = time.monotonic() + 60
    while not (found := text in host.run("cat /var/log/messages").stdout) and time.monotonic() < until:
        time.sleep(0.5)
    return found
