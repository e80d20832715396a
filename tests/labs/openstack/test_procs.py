"""Starting, losing and ending processes, with dummies in place of services."""

import signal
import sys
import time
from collections.abc import Iterator
from os import kill
from pathlib import Path

import pytest

from labs.base.errors import LabError
from labs.openstack import api, ports, procs, regions, supervisor
from labs.openstack.layout import Region
from labs.openstack.project import Service

VENV = Path(sys.prefix)
LISTEN = "import socket,time; s=socket.create_server(('127.0.0.1', {port})); time.sleep(600)"
WITH_CHILD = "import subprocess,time; subprocess.Popen(['sleep', '600']); time.sleep(600)"
STUBBORN = "import signal,time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"


def dummy(name: str, code: str, port: int = 0) -> Service:
    return Service(name, command=(sys.executable, "-c", code), port=port)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "log").mkdir()
    yield tmp_path
    supervisor.stop_all(tmp_path)


def wait_for(size: int, run: Path) -> None:
    until = time.monotonic() + 10
    while len(procs.scan(run)) != size and time.monotonic() < until:
        time.sleep(0.05)
    assert len(procs.scan(run)) == size


def test_a_service_is_ready_when_its_port_answers(run: Path) -> None:
    port = ports.choose(str(run))
    service = dummy("listener", LISTEN.format(port=port), port)
    supervisor.start(run, VENV, [service])
    supervisor.wait_ready(run, [service], 20)
    assert ports.answers(port)
    assert list(procs.leaders(run)) == ["listener"]


def test_a_killed_service_leaves_orphans_that_the_next_start_ends(run: Path) -> None:
    service = dummy("parent", WITH_CHILD)
    supervisor.start(run, VENV, [service])
    wait_for(2, run)
    kill(procs.leaders(run)["parent"], signal.SIGKILL)
    wait_for(1, run)
    assert procs.leaders(run) == {}
    orphans = {p.pid for p in procs.scan(run)}
    supervisor.start(run, VENV, [service])
    wait_for(2, run)
    assert not orphans & {p.pid for p in procs.scan(run)}


def test_stop_ends_one_service_and_its_children_only(run: Path) -> None:
    supervisor.start(run, VENV, [dummy("one", WITH_CHILD), dummy("other", STUBBORN)])
    wait_for(3, run)
    supervisor.stop(run, ["one"])
    assert list(procs.leaders(run)) == ["other"]
    assert len(procs.scan(run)) == 1


def test_stop_all_leaves_nothing_even_of_what_ignores_sigterm(run: Path) -> None:
    supervisor.start(run, VENV, [dummy("one", WITH_CHILD), dummy("two", STUBBORN)])
    wait_for(3, run)
    supervisor.stop_all(run)
    assert procs.scan(run) == []


def test_a_service_that_dies_is_named_with_its_log(run: Path) -> None:
    service = dummy("broken", "raise SystemExit('no such option')")
    supervisor.start(run, VENV, [service])
    wait_for(0, run)
    with pytest.raises(LabError, match=r"(?s)broken died.*\| no such option.*broken\.out"):
        supervisor.check(run, [service])
    with pytest.raises(LabError, match="broken died"):
        supervisor.wait_ready(run, [service], 20)
    assert "no such option" in (run / "log" / "broken.out").read_text(encoding="utf-8")


def test_an_api_that_has_died_is_named_by_its_address(run: Path) -> None:
    url = f"http://127.0.0.1:{ports.choose(str(run))}"
    with pytest.raises(LabError, match=f"{url}.*does not answer"):
        api.request("GET", url)


def test_hypervisors_are_not_waited_for_when_their_api_has_died() -> None:
    def check() -> None:
        raise LabError("死", "nova-api-metro died")

    nova = api.Api("http://127.0.0.1:1", "token")
    region = Region("metro", external=(), zones={"c1": ("c1-h1",)}, isa={"c1-h1": "c86"})
    for wait in (regions.wait_hosts, regions.wait_volumes):
        with pytest.raises(LabError, match="nova-api-metro died"):
            wait(nova, region, "", check)


def test_a_service_that_never_answers_is_named(run: Path) -> None:
    service = dummy("silent", WITH_CHILD, ports.choose(str(run)))
    supervisor.start(run, VENV, [service])
    with pytest.raises(LabError, match="silent did not answer in 1 s"):
        supervisor.wait_ready(run, [service], 1)


def test_pid_files_of_another_life_are_not_believed(run: Path) -> None:
    (run / "pid").mkdir()
    (run / "pid" / "ghost").write_text("1", encoding="ascii")
    assert procs.leaders(run) == {}
    assert procs.of_service(run, "ghost") == []


def test_two_labs_do_not_see_each_other(run: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "log").mkdir()
    supervisor.start(run, VENV, [dummy("mine", STUBBORN)])
    supervisor.start(other, VENV, [dummy("theirs", STUBBORN)])
    wait_for(1, other)
    supervisor.stop_all(other)
    wait_for(1, run)
    assert list(procs.leaders(run)) == ["mine"]


def test_services_with_a_fork_in_common_become_services_of_their_own(run: Path) -> None:
    members = [Service(name, script="signal:pause", fork="json") for name in ("left", "right")]
    supervisor.start(run, VENV, members)
    supervisor.wait_ready(run, members, 20)
    wait_for(2, run)
    left, right = (procs.leaders(run)[name] for name in ("left", "right"))
    assert procs.of_service(run, "left") == [left]
    supervisor.stop(run, ["left"])
    assert procs.leaders(run) == {"right": right}
    assert (run / "log" / "left.out").exists()


def test_memory_of_a_process_is_counted(run: Path) -> None:
    supervisor.start(run, VENV, [dummy("one", STUBBORN)])
    wait_for(1, run)
    until = time.monotonic() + 10
    # Right after its exec an interpreter has a few pages only.
    while procs.memory(p.pid for p in procs.scan(run)) < 1000 and time.monotonic() < until:
        time.sleep(0.05)
    assert procs.memory(p.pid for p in procs.scan(run)) >= 1000
    assert procs.memory([0]) == 0
