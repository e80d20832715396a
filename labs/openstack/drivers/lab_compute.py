"""Simulated hypervisors for nova-compute: servers are entries in a dictionary, the rest is nova's own.

Imported before the fork by serve.py, so that a hypervisor costs little more than its own data.
"""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

import importlib
import json
import os
from pathlib import Path

importlib.import_module("nova.cmd.compute")  # first: it chooses between eventlet and threads

from nova import context, objects  # noqa: E402
from nova.objects import fields  # noqa: E402
from nova.virt import fake, node  # noqa: E402

for _name in (
    "nova.compute.manager",
    "nova.network.neutron",
    "nova.scheduler.client.report",
    "nova.volume.cinder",
    "oslo_messaging._drivers.impl_rabbit",
):
    importlib.import_module(_name)

RATIOS = {"MEMORY_MB": 1.0, "DISK_GB": 1.0, "PCPU": 1.0}
MIB_PAGES = 2  # size of the huge pages that half of the memory is made of


class LabDriver(fake.FakeDriver):
    """nova's fake driver, with a host's facts of its own and a memory of its servers over a restart."""

    capabilities = {  # noqa: RUF012 - as the parent has it
        **fake.FakeDriver.capabilities,
        "supports_pcpus": True,
        "supports_remote_managed_ports": False,
        "supports_image_type_qcow2": True,
    }

    def init_host(self, host):
        """Called once, when nova-compute starts on `host`: read its servers back."""
        super().init_host(host)
        self.facts = json.loads(Path(os.environ["LAB_HOSTS"]).read_text(encoding="utf-8"))[host]
        for server in objects.InstanceList.get_by_host(context.get_admin_context(), host):
            self.instances[server.uuid] = fake.FakeInstance(server.name, server.power_state, server.uuid)

    def get_available_resource(self, nodename):
        """Size, architecture, NUMA cells; the uuid is kept in state_path over a restart."""
        facts = self.facts
        arch = facts["arch"]
        kinds = (fields.HVType.KVM, fields.HVType.QEMU, fields.HVType.FAKE)
        return {
            **super().get_available_resource(nodename),
            "uuid": node.get_local_node_uuid(),
            "vcpus": facts["cpus"],
            "vcpus_used": 0,
            "memory_mb": facts["memory_gib"] * 1024,
            "memory_mb_used": 0,
            "local_gb": facts["disk_gib"],
            "local_gb_used": 0,
            "disk_available_least": facts["disk_gib"],
            "cpu_info": json.dumps(cpu_info(facts)),
            "supported_instances": [(arch, kind, fields.VMMode.HVM) for kind in kinds] if arch else [],
            "numa_topology": objects.NUMATopology(cells=cells(facts))._to_json(),
        }

    def get_nodenames_by_uuid(self, refresh=False):
        """One node, under the uuid that it keeps."""
        return {node.get_local_node_uuid(): name for name in self.get_available_nodes()}

    def update_provider_tree(self, provider_tree, nodename, allocations=None):
        """Inventory and traits for placement."""
        facts = self.facts
        totals = {
            "VCPU": facts["cpus"] - facts["dedicated"],
            "PCPU": facts["dedicated"],
            "MEMORY_MB": facts["memory_gib"] * 1024,
            "DISK_GB": facts["disk_gib"],
        }
        inventory = {
            name: {
                "total": total,
                "min_unit": 1,
                "max_unit": total,
                "step_size": 1,
                "reserved": 0,
                "allocation_ratio": RATIOS.get(name, facts["overcommit"]),
            }
            for name, total in totals.items()
        }
        provider_tree.update_inventory(nodename, inventory)
        provider_tree.add_traits(nodename, *facts["traits"])


def cpu_info(facts):
    """The processor as os-hypervisors shows it."""
    cores = facts["cpus"] // facts["threads"] // 2
    return {
        "arch": facts["arch"] or facts["isa"],
        "model": facts["model"],
        "vendor": facts["vendor"],
        "features": [],
        "topology": {"sockets": 2, "cores": cores, "threads": facts["threads"]},
    }


def cells(facts):
    """NUMA cells of equal size; in each, the last CPUs are the dedicated ones."""
    count = facts["numa_nodes"]
    return [_cell(i, facts["cpus"] // count, facts["dedicated"] // count, facts) for i in range(count)]


def _cell(number, cpus, dedicated, facts):
    first = number * cpus
    split, last = first + cpus - dedicated, first + cpus
    threads = facts["threads"]
    memory = facts["memory_gib"] * 1024 // facts["numa_nodes"]
    huge = memory // 2 // MIB_PAGES
    pages = (4, memory // 2 * 256), (MIB_PAGES * 1024, huge)
    return objects.NUMACell(
        id=number,
        socket=number * 2 // facts["numa_nodes"],
        cpuset=set(range(first, split)),
        pcpuset=set(range(split, last)),
        memory=memory,
        cpu_usage=0,
        memory_usage=0,
        pinned_cpus=set(),
        siblings=[set(range(cpu, cpu + threads)) for cpu in range(first, last, threads)],
        mempages=[objects.NUMAPagesTopology(size_kb=size, total=total, used=0) for size, total in pages],
        network_metadata=objects.NetworkMetadata(physnets=set(), tunneled=False),
    )


fake.LabDriver = LabDriver  # nova looks for compute_driver in nova.virt only
