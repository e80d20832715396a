"""Losing and regaining a hypervisor."""

import time
from datetime import datetime, timezone
from typing import Any

from labs.base.errors import LabError
from labs.openstack import procs, supervisor
from labs.openstack.api import Api, token
from labs.openstack.lab import Lab
from labs.openstack.project import Service

PATIENCE = 120  # seconds


def down(lab: Lab, host: str) -> None:
    """Kill a hypervisor's process and tell nova that it is lost, so that the scheduler knows at once."""
    supervisor.stop(lab.place.run, [f"nova-compute-{host}"], grace=0)
    force(lab, host, lost=True)


def up(lab: Lab, services: list[Service], host: str) -> None:
    """Start the process again and, once it has reported, take the word back.

    Not sooner: a server that is sent to a nova-compute that still starts is put into ERROR by it.
    """
    run, name = lab.place.run, f"nova-compute-{host}"
    mine = [s for s in services if s.name == name and name not in procs.leaders(run)]
    since = now()
    supervisor.start(run, lab.venv, mine)
    supervisor.wait_ready(run, mine, PATIENCE)
    region, admin = lab.layout.region_of(host).name, token(lab)
    until = time.monotonic() + PATIENCE
    while mine:
        supervisor.check(run, mine)
        if _has_reported(lab, region, admin, host, since):
            break
        if time.monotonic() > until:
            raise LabError(
                f"计算节点 {host} 未上线,请看日志", f"hypervisor {host} did not report", run / "log"
            )
        time.sleep(0.5)
    force(lab, host, lost=False)


def now() -> str:
    """The time as services write it: UTC, ISO 8601, whole seconds."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")


def _has_reported(lab: Lab, region: str, admin: str, host: str, since: str) -> bool:
    entries = _computes(lab, region, admin)
    return any(e["host"] == host and (e["updated_at"] or "") >= since for e in entries)


def regain(lab: Lab, region: str, admin: str) -> None:
    """Take back every forced-down mark of a region whose processes run again."""
    for entry in _computes(lab, region, admin):
        if entry["forced_down"]:
            _mark(lab, region, admin, entry["id"], lost=False)


def force(lab: Lab, host: str, *, lost: bool) -> None:
    """Set or clear nova's forced-down mark."""
    region, admin = lab.layout.region_of(host).name, token(lab)
    for entry in _computes(lab, region, admin):
        if entry["host"] == host:
            _mark(lab, region, admin, entry["id"], lost=lost)


def _nova(lab: Lab, region: str, admin: str) -> Api:
    return Api(lab.url("nova", region) + "/v2.1", admin, (("OpenStack-API-Version", "compute 2.53"),))


def _computes(lab: Lab, region: str, admin: str) -> list[dict[str, Any]]:
    found = _nova(lab, region, admin).get("/os-services?binary=nova-compute")["services"]
    return list(found)


def _mark(lab: Lab, region: str, admin: str, service: str, *, lost: bool) -> None:
    _nova(lab, region, admin).call("PUT", f"/os-services/{service}", {"forced_down": lost})
