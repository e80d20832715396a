"""Nobody is locked out: by the operator's side while it is there, by the host itself when it is not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from labs.hosts import network, toolbox
from labs.hosts.api import LabHost
from labs.hosts.digest import Digest
from tests.on_hosts.bench import PYTHONPATH, Bench, everybody_gets_in, ssh

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]


def start(bench: Bench, host: LabHost, *mark: str) -> subprocess.Popen[str]:
    words = ["-m", "tests.on_hosts.lock_out", str(bench.inventory([host])), host.name, *mark]
    return subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": PYTHONPATH},
    )


@pytest.fixture
def host(bench: Bench) -> LabHost:
    bench.deb.reset()
    return bench.deb


@pytest.fixture
def pristine(host: LabHost) -> Digest:
    return host.digest()


def test_undone_over_the_first_connection(bench: Bench, host: LabHost, pristine: Digest) -> None:
    with start(bench, host) as process:
        told, _ = process.communicate(timeout=120)
    assert "已撤销" in told
    assert everybody_gets_in(host)
    assert pristine.changes(host.digest()) == {}


def test_undone_by_the_host_alone(bench: Bench, host: LabHost, pristine: Digest, tmp_path: Path) -> None:
    mark = tmp_path / "made"
    with start(bench, host, str(mark)) as process:
        _until(mark.exists)
        assert ssh(host).returncode != 0  # shut out indeed
        os.killpg(process.pid, signal.SIGKILL)
    _until(lambda: ssh(host).returncode == 0)
    assert everybody_gets_in(host)
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0  # clears what the dead run left
    assert pristine.changes(host.digest()) == {}


def test_undone_by_a_reboot(bench: Bench, host: LabHost, pristine: Digest, tmp_path: Path) -> None:
    mark = tmp_path / "made"
    with start(bench, host, str(mark)) as process:
        _until(mark.exists)
        assert ssh(host).returncode != 0
        os.killpg(process.pid, signal.SIGKILL)
    host.reboot()
    _until(lambda: ssh(host).returncode == 0, seconds=20)  # sooner than the timer could
    assert everybody_gets_in(host)
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0
    assert pristine.changes(host.digest()) == {}


def test_undone_when_the_network_goes(bench: Bench, host: LabHost, pristine: Digest) -> None:
    port = f"v{host.address.rpartition('.')[2]}"
    folder = bench.where.host(host.name) / "upper/var/lib/medcloud/harden"
    # the family of the change that takes longest
    with bench.start("apply", "--yes", "--family", "software", "--dead-man", "30", on=[host]) as apply:
        _until(lambda: _phase(folder) in ("going", "waiting"))
        _link(bench, port, "down")
        _until(lambda: _phase(folder) == "rolledback")
        told = "".join(apply.communicate(timeout=60))  # the operator hears of it meanwhile
        _link(bench, port, "up")
    assert apply.returncode == 1
    assert "the host undoes what was changed within 30 s" in told
    assert "Traceback" not in told
    assert everybody_gets_in(host)
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0
    assert pristine.changes(host.digest()) == {}


def _link(bench: Bench, port: str, state: str) -> None:
    ip = toolbox.command(toolbox.ensure(), "ip")
    words = [*network.enter(bench.where.control), *ip, "link", "set", port, state]
    subprocess.run(words, check=True, capture_output=True)


def _phase(folder: Path) -> str:
    try:
        return next((path.read_text().strip() for path in folder.glob("*/phase")), "none")
    except FileNotFoundError:
        return "none"


def _until(true, seconds: float = 90) -> None:  # type: ignore[no-untyped-def]  # any callable
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.1)
