"""What a region needs once its services run: its hypervisors known, in their zones; an external network."""

import time
from collections.abc import Callable
from typing import Any

from labs.base.errors import LabError
from labs.openstack.api import Api
from labs.openstack.lab import Lab
from labs.openstack.layout import Region

EXTERNAL = "external"  # the network's name in every region
PATIENCE = 180  # seconds


def finish(lab: Lab, region: Region, token: str, since: str, check: Callable[[], None]) -> None:
    """Bring a region's data to what the layout says; nothing is made twice.

    `since` (UTC, ISO 8601): hypervisors and volume backends must have reported after it.
    `check`: called while waiting for them; it raises when waiting is no use.
    """
    external_network(Api(lab.url("neutron", region.name), token), region)
    nova = Api(lab.url("nova", region.name) + "/v2.1", token, (("OpenStack-API-Version", "compute 2.53"),))
    wait_hosts(nova, region, since, check)
    zones(nova, region)
    wait_volumes(Api(lab.url("cinder", region.name) + "/v3", token), region, since, check)


def external_network(neutron: Api, region: Region) -> None:
    """A network named `external`, shared, with the region's external prefixes."""
    path = f"/v2.0/networks?name={EXTERNAL}"
    found = neutron.get(path)["networks"]
    network = found[0] if found else neutron.post("/v2.0/networks", {"network": _network()})["network"]
    have = {s["cidr"] for s in neutron.get(f"/v2.0/subnets?network_id={network['id']}")["subnets"]}
    for prefix in region.external:
        if prefix not in have:
            neutron.post("/v2.0/subnets", {"subnet": _subnet(network["id"], prefix)})


def _network() -> dict[str, object]:
    return {
        "name": EXTERNAL,
        "shared": True,
        "router:external": True,
        "provider:network_type": "flat",
        "provider:physical_network": EXTERNAL,
    }


def _subnet(network: str, prefix: str) -> dict[str, object]:
    version = 6 if ":" in prefix else 4
    subnet = {"network_id": network, "cidr": prefix, "ip_version": version, "enable_dhcp": False}
    return {**subnet, "name": f"{EXTERNAL}-v{version}"}


def wait_hosts(nova: Api, region: Region, since: str, check: Callable[[], None]) -> None:
    """Wait until the scheduler knows every hypervisor; it looks for new ones every 5 s."""
    until = time.monotonic() + PATIENCE
    while True:
        check()
        services = nova.get("/os-services?binary=nova-compute")["services"]
        up = {s["host"] for s in services if _is_up(s, since)}
        known = {h["hypervisor_hostname"] for h in nova.get("/os-hypervisors")["hypervisors"]}
        missing = sorted(set(region.hosts) - (up & known))
        if not missing:
            return
        if time.monotonic() > until:
            raise LabError(
                f"计算节点 {missing} 未注册,请看其日志后重新运行 make lab",
                f"hypervisors {missing} did not register; see their logs, then `make lab`",
            )
        time.sleep(0.5)


def zones(nova: Api, region: Region) -> None:
    """An aggregate a zone, with its hypervisors."""
    have = {a["name"]: a for a in nova.get("/os-aggregates")["aggregates"]}
    for zone, hosts in region.zones.items():
        body = {"aggregate": {"name": zone, "availability_zone": zone}}
        aggregate = have[zone] if zone in have else nova.post("/os-aggregates", body)["aggregate"]
        for host in hosts:
            if host not in (aggregate.get("hosts") or []):
                nova.post(f"/os-aggregates/{aggregate['id']}/action", {"add_host": {"host": host}})


def wait_volumes(cinder: Api, region: Region, since: str, check: Callable[[], None]) -> None:
    """Wait until every zone's backend reports itself."""
    until = time.monotonic() + PATIENCE
    while True:
        check()
        services = cinder.get("/os-services?binary=cinder-volume")["services"]
        up = {s["host"].split("@")[-1] for s in services if _is_up(s, since)}
        missing = sorted(set(region.zones) - up)
        if not missing:
            return
        if time.monotonic() > until:
            raise LabError(f"存储后端 {missing} 未上线", f"volume backends {missing} did not come up")
        time.sleep(0.5)


def _is_up(service: dict[str, Any], since: str) -> bool:
    return service["state"] == "up" and (service["updated_at"] or "") >= since
