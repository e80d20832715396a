"""Losing and regaining a hypervisor."""

from typing import Any

from tools.lab import supervisor
from tools.lab.api import Api, token
from tools.lab.lab import Lab
from tools.lab.project import Service


def down(lab: Lab, host: str) -> None:
    """Kill a hypervisor's process and tell nova that it is lost, so that the scheduler knows at once."""
    supervisor.stop(lab.place.run, [f"nova-compute-{host}"], grace=0)
    force(lab, host, lost=True)


def up(lab: Lab, services: list[Service], host: str) -> None:
    """Start the process again and take the word back."""
    name = f"nova-compute-{host}"
    mine = [s for s in services if s.name == name]
    supervisor.start(lab.place.run, lab.venv, mine)
    supervisor.wait_ready(lab.place.run, mine, 60)
    force(lab, host, lost=False)


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
