"""nova of the running lab: zones, instruction sets, pairs of hosts, dedicated CPUs, a lost host."""

import uuid
from collections.abc import Iterator
from typing import Any

import openstack.exceptions
import pytest
from openstack.connection import Connection

from tests.support.lab_env import Lab

pytestmark = pytest.mark.lab


class Bench:
    """Makes servers and removes what it made."""

    def __init__(self, cloud: Connection) -> None:
        self.cloud = cloud
        self.tag = "lt-" + uuid.uuid4().hex[:8]
        self.servers: list[Any] = []
        self.flavors: list[Any] = []
        self.groups: list[Any] = []
        self.image: Any = cloud.create_image(
            self.tag, data=b"\0" * 1024, container_format="bare", disk_format="raw", wait=True
        )
        self.network = cloud.network.create_network(name=self.tag)
        cloud.network.create_subnet(network_id=self.network.id, cidr="10.77.0.0/24", ip_version=4)

    def flavor(self, specs: dict[str, str] | None = None, vcpus: int = 1) -> Any:
        made = self.cloud.compute.create_flavor(
            name=f"{self.tag}-{len(self.flavors)}", ram=1024, vcpus=vcpus, disk=1
        )
        self.flavors.append(made)
        if specs:
            made.create_extra_specs(self.cloud.compute, specs)
        return made

    def group(self) -> Any:
        made = self.cloud.compute.create_server_group(name=self.tag, policy="anti-affinity")
        self.groups.append(made)
        return made

    def server(self, flavor: Any, zone: str, group: Any = None) -> Any:
        """An ACTIVE server; ResourceFailure when no host would have it."""
        hints = {"scheduler_hints": {"group": group.id}} if group else {}
        made = self.cloud.compute.create_server(
            name=f"{self.tag}-{len(self.servers)}",
            flavor_id=flavor.id,
            image_id=self.image.id,
            networks=[{"uuid": self.network.id}],
            availability_zone=zone,
            **hints,
        )
        self.servers.append(made)
        return self.cloud.compute.wait_for_server(made, wait=120, interval=1)

    def reason(self, server: Any) -> str:
        return str(self.cloud.compute.get_server(server.id).fault["message"])

    def clear(self) -> None:
        compute = self.cloud.compute
        for server in self.servers:
            compute.delete_server(server, ignore_missing=True)
        for server in self.servers:
            compute.wait_for_delete(server, wait=120, interval=1)
        for group in self.groups:
            compute.delete_server_group(group)
        for flavor in self.flavors:
            compute.delete_flavor(flavor)
        self.cloud.network.delete_network(self.network)
        self.cloud.delete_image(self.image.id)


@pytest.fixture
def bench(lab: Lab) -> Iterator[Bench]:
    made = Bench(lab.connect())
    yield made
    made.clear()


def test_the_third_server_of_an_anti_affinity_group_is_refused(bench: Bench) -> None:
    group, flavor = bench.group(), bench.flavor({"trait:CUSTOM_ISA_C86": "required"})
    hosts = {bench.server(flavor, "c2", group).hypervisor_hostname for _ in range(2)}
    assert hosts == {"c2-h1", "c2-h2"}
    with pytest.raises(openstack.exceptions.ResourceFailure):
        bench.server(flavor, "c2", group)
    assert "No valid host was found" in bench.reason(bench.servers[-1])


def test_a_flavor_lands_on_its_instruction_set_or_nowhere(bench: Bench) -> None:
    arm = bench.flavor({"trait:CUSTOM_ISA_ARM64": "required"})
    assert bench.server(arm, "c1").hypervisor_hostname in {"c1-h3", "c1-h4"}
    with pytest.raises(openstack.exceptions.ResourceFailure):
        bench.server(arm, "p1")
    loong = bench.flavor({"trait:CUSTOM_ISA_LOONGARCH64": "required"})
    assert bench.server(loong, "e1").hypervisor_hostname in {"e1-h1", "e1-h2"}


def test_dedicated_cpus_are_placed_within_numa_cells(bench: Bench) -> None:
    pinned = {"hw:cpu_policy": "dedicated", "trait:CUSTOM_ISA_C86": "required"}
    fits = bench.flavor({**pinned, "hw:numa_nodes": "1"}, vcpus=24)  # a cell has 24 dedicated CPUs
    server = bench.server(fits, "c1")
    provider = bench.cloud.placement.get(f"/allocations/{server.id}").json()["allocations"]
    assert [entry["resources"]["PCPU"] for entry in provider.values()] == [24]
    too_wide = bench.flavor({**pinned, "hw:numa_nodes": "1"}, vcpus=32)
    with pytest.raises(openstack.exceptions.ResourceFailure):
        bench.server(too_wide, "c1")
    spread = bench.flavor({**pinned, "hw:numa_nodes": "2"}, vcpus=32)
    assert bench.server(spread, "c1").status == "ACTIVE"


def test_a_lost_host_is_refused_at_once_and_taken_again(lab: Lab, bench: Bench) -> None:
    flavor = bench.flavor({"trait:CUSTOM_ISA_X86_64": "required"})
    try:
        lab.command("host", "down", "p1-h1")
        assert {bench.server(flavor, "p1").hypervisor_hostname for _ in range(3)} == {"p1-h2"}
        group = bench.group()
        bench.server(flavor, "p1", group)
        with pytest.raises(openstack.exceptions.ResourceFailure):
            bench.server(flavor, "p1", group)
        assert "No valid host was found" in bench.reason(bench.servers[-1])
    finally:
        lab.command("host", "up", "p1-h1")
    assert bench.server(flavor, "p1", group).hypervisor_hostname == "p1-h1"


def test_an_unknown_zone_is_refused(bench: Bench) -> None:
    with pytest.raises(openstack.exceptions.BadRequestException, match="availability zone"):
        bench.server(bench.flavor(), "nowhere")
