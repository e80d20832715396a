"""A service stopped midway, a hypervisor lost: said in words, the state kept, and a rerun converges."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.on_lab.fault_stack import APART, apart_stack, converged, orphans
from tests.on_lab.stack import PATIENCE, LabStack
from tests.support.lab_env import Lab

pytestmark = [pytest.mark.lab, pytest.mark.engine]

HOST = "c1-h1"


@pytest.fixture
def stack(lab: Lab, tmp_path: Path) -> Iterator[LabStack]:
    made = apart_stack(tmp_path)
    yield made
    made.take_down()
    assert orphans(made, lab, APART) == {}, "left behind after destroy"


def advice(report: dict[str, list[dict[str, str]]]) -> str:
    return "\n".join(f"{said['zh']}\n{said['en']}" for said in report["advice"])


@pytest.mark.parametrize("service", ["nova-api-metro", "neutron-api-metro", "cinder-api-metro"])
def test_service_stopped_midway(stack: LabStack, lab: Lab, tmp_path: Path, service: str) -> None:
    events = tmp_path / "events.json"
    engine = stack.start("up", "--yes", "--skip-preview", "--event-log", str(events))
    made = threading.Event()
    said: list[str] = []
    reader = threading.Thread(target=_read, args=(engine, said, made))
    reader.start()
    assert made.wait(PATIENCE), "".join(said)
    try:
        lab.command("stop", service)
        assert engine.wait(PATIENCE) != 0, "".join(said)
    finally:
        lab.command("start", service)
    reader.join()
    assert re.search("connection refused|connection reset|EOF", "".join(said)), "".join(said)
    kept = {r["urn"] for r in stack.resources()}
    report = stack.recover("--events", str(events))
    assert "a service of this cloud does not answer" in advice(report)
    assert orphans(stack, lab, APART) == {}, "debris of failed creations"
    stack.up()
    assert kept <= {r["urn"] for r in stack.resources()}
    converged(stack, lab, APART)


def _read(engine: subprocess.Popen[str], said: list[str], made: threading.Event) -> None:
    for line in engine.stdout or ():
        said.append(line)
        if "openstack:" in line and " created (" in line:
            made.set()


def test_lost_hypervisor_is_said_in_words(stack: LabStack, lab: Lab, tmp_path: Path) -> None:
    events = tmp_path / "events.json"
    try:
        lab.command("host", "down", HOST)
        stack.failing_up(events)
        words = advice(stack.recover("--events", str(events)))
    finally:
        lab.command("host", "up", HOST)
    assert "flta-c1-his-" in words
    assert "centre c1, workload his" in words
    assert "the scheduler found no host" in words or "not enough hosts" in words
    assert "可用的物理主机" in words or "空闲的主机不够" in words
    assert "zone c1; flavor flta-c1-his-flavor; ISA CUSTOM_ISA_C86" in words
    assert "anti-affinity group flta-c1-his-group" in words
    stack.up()
    converged(stack, lab, APART)
    with lab.connect() as connection:
        servers = [s for s in connection.compute.servers(details=True) if s.name.startswith(APART)]
        hosts = {s.hypervisor_hostname for s in servers}
    assert [s.status for s in servers] == ["ACTIVE", "ACTIVE"]
    assert len(hosts) == 2
