"""For each field of the region language one change of it: what test_every_field.py shows to matter.

A new field needs a row here.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

_E = {"existing": "other"}
_JUMP = {
    "workloads/jump": {
        "kind": "jump",
        "level": 2,
        "pool": "general",
        "size": {"instances": 1, "vcpus": 2, "memory_gib": 4, "data_gib": 10},
        "port": 8443,
        "manages": {"servers": ["all"]},
    }
}
_MORE = {
    "workloads/ai/size/instances": 2,
    "workloads/ai/ports/more/port": 9443,
}
_MODELS = {
    "pools/core/baseline": "Dhyana",
    "pools/core/models/new": {"hosts": {"c1": 2}, "cores": 128, "memory_gib": 2048, "storage_gbps": 100},
}
_NPU = {
    "pools/general/accelerators": {
        "npu": {"alias": "ascend", "per_host": 4},
        "share": {"resource": "VGPU", "per_host": 8},
    },
    "workloads/ai/size/accelerators": {"npu": 2, "share": 1},
}
_PARTNER = {
    "partners/sms": {"name": "短信", "prefixes": ["203.0.113.8/32"], "by": "line", "ports": {"a": 9443}}
}
_SMS = {**_PARTNER, "workloads/his/calls": ["sms"]}
_SHARED = {"database": "array", "block": "fast", "general": "fast", "image": "slow", "archive": "slow"}
_BACKENDS = {f"centres/{centre}/backends": _SHARED for centre in ("c1", "c2", "r1", "p1", "e1")}
_ARRAY = {
    "storage/block/backend": "centralised",
    **{way: {**_SHARED, "block": "array"} for way in _BACKENDS},
}
_SMS_VPN = {**_SMS, "partners/sms/by": "vpn", "partners/sms/gateway": "203.0.113.10"}
_LAN = {
    "tenants/county/lan": {"prefixes": ["172.20.0.0/24"]},
    "workloads/ai/callers": ["intranet"],
}
_LAN_VPN = {**_LAN, "tenants/county/lan/by": "vpn", "tenants/county/lan/gateway": "203.0.113.10"}
_BACKUP = {"workloads/lis/backup": {"every": "1h", "keep": "30d"}}


@dataclass(frozen=True)
class Change:
    """One value set (None: left out), in the sample as `given` makes it."""

    path: str
    value: Any
    given: Mapping[str, Any] = field(default_factory=dict)
    refused: str = ""
    """The item by which the check refuses it; `-`: for another place of the file that needs it."""
    new: bool = False
    """Whether the region is a new one: what is up keeps the prefixes of its lock."""


_QUOTA = {"tenants/county/project": _E, "tenants/county/quota": {"cores": 99, "memory_gib": 998}}
_TIERS = {
    "Archive": "storage/archive",
    "Block": "storage/block",
    "Database": "storage/database",
    "General": "storage/general",
    "Image": "storage/image",
}

_UNCOPIED = {f"storage/{tier}/copies": None for tier in ("image", "archive")}


def _of_tiers(name: str, value: Any, refused: str = "", **given: Any) -> dict[str, Change]:
    """The same change of every tier, of which the sample uses all but the database's."""
    changes = {}
    for tier, path in _TIERS.items():
        around = {"workloads/his/storage": "database"} if tier == "Database" else {}
        around |= {f"{path}/{key}": each for key, each in given.items()}
        changes[f"{tier}.{name}"] = Change(f"{path}/{name}", value, around, refused)
    return changes


CHANGES: Mapping[str, Change] = {
    **_of_tiers("sm4", "software"),
    **{
        f"{tier}.erasure": Change(f"{path}/erasure", {"data": 4, "parity": 2}, _UNCOPIED)
        for tier, path in _TIERS.items()
        if tier != "Database"
    },
    "Database.erasure": Change("storage/database/erasure", {"data": 4, "parity": 2}, refused="7.3.2.5-a"),
    "Erasure.data": Change(
        "storage/block/erasure/data", 8, {"storage/block/erasure": {"data": 4, "parity": 2}}
    ),
    "Erasure.parity": Change(
        "storage/block/erasure/parity", 3, {"storage/block/erasure": {"data": 4, "parity": 2}}
    ),
    **_of_tiers("capacity", "90TiB", capacity="80TiB"),
    **_of_tiers("stored", {"c1": "9TiB"}, capacity="80TiB"),
    **_of_tiers("growth", "9TiB", capacity="80TiB"),
    **_of_tiers("lasts_years", 5, capacity="80TiB", growth="9TiB"),
    "About.id": Change("region/id", "other"),
    "About.name": Change("region/name", "别名"),
    "About.owner": Change("region/owner", "other"),
    "About.describe": Change("region/describe", True),
    "About.domain": Change("region/domain", "other.example"),
    "About.zone": Change("region/zone", _E),
    "Accelerator.alias": Change("pools/general/accelerators/npu/alias", "other", _NPU),
    "Accelerator.per_host": Change("pools/general/accelerators/npu/per_host", 1, _NPU, refused="6.1.1-b"),
    "Accelerator.resource": Change("pools/general/accelerators/share/resource", "CUSTOM_B", _NPU),
    "Archive.backend": Change("storage/archive/backend", "centralised", _BACKENDS, refused="7.3.2.5-a"),
    "Archive.copies": Change("storage/archive/copies", 1, refused="7.5.1-a"),
    "Archive.encrypted_type": Change("storage/archive/encrypted_type", _E),
    "Archive.iops": Change("storage/archive/iops", 100),
    "Archive.media": Change("storage/archive/media", "ssd", _BACKENDS, refused="6.1.2-a"),
    "Archive.retention_years": Change("storage/archive/retention_years", 50),
    "Archive.type": Change("storage/archive/type", _E, {"workloads/archive/level": 2}),
    "Archive.worm": Change("storage/archive/worm", False, refused="7.3.2.4-c"),
    "Backup.every": Change("workloads/lis/backup/every", "30min", _BACKUP),
    "Backup.full": Change("workloads/lis/backup/full", "1d", _BACKUP),
    "Backup.keep": Change("workloads/lis/backup/keep", "60d", _BACKUP),
    "Backup.method": Change("workloads/lis/backup/method", "differential", _BACKUP),
    "Backup.place": Change("workloads/lis/backup/place", "p1", _BACKUP),
    "Backup.tested": Change("workloads/lis/backup/tested", "90d", _BACKUP),
    "Block.backend": Change("storage/block/backend", "centralised", _BACKENDS, refused="7.3.2.5-a"),
    "Block.copies": Change("storage/block/copies", 1, refused="7.5.1-a"),
    "Block.encrypted_type": Change("storage/block/encrypted_type", _E),
    "Block.iops": Change("storage/block/iops", 100),
    "Block.media": Change("storage/block/media", "hdd", _BACKENDS, refused="6.1.2-a"),
    "Block.type": Change("storage/block/type", _E, {"workloads/portal/storage": "block"}),
    "Centre.admin": Change("centres/p1/admin", "other"),
    "Centre.backends": Change("centres/c1/backends/block", "other", _BACKENDS),
    "Centre.cloud": Change("centres/c1/cloud", "other"),
    "Centre.dns": Change("centres/r1/dns", True),
    "Centre.external": Change("centres/c1/external", "other"),
    "Centre.ipv4": Change("centres/c1/ipv4", "10.120.0.0/16", new=True),
    "Centre.ipv6": Change("centres/c1/ipv6", "fd15:1::/40", new=True),
    "Centre.name": Change("centres/c1/name", "一号机房"),
    "Centre.networks": Change("centres/c1/networks", {"group/core": {**_E, "ipv4": "10.201.0.0/24"}}),
    "Centre.prefix_length": Change("centres/e1/prefix_length", 24, new=True),
    "Centre.region": Change("centres/c1/region", "other"),
    "Centre.role": Change("centres/c2/role", "recovery", refused="7.3.2.4-a"),
    "Centre.site": Change("centres/c2/site", "shiqiao", refused="7.3.2.4-a"),
    "Centre.vpn": Change("centres/p1/vpn", False, refused="7.2.1-b"),
    "Centre.zone": Change("centres/c1/zone", "other"),
    "Database.backend": Change("storage/database/backend", "distributed", refused="7.3.2.2-a"),
    "Database.copies": Change("storage/database/copies", 1, refused="7.5.1-a"),
    "Database.encrypted_type": Change(
        "storage/database/encrypted_type", _E, {"workloads/his/storage": "database"}
    ),
    "Database.iops": Change("storage/database/iops", 100, {"workloads/his/storage": "database"}),
    "Database.media": Change("storage/database/media", "hdd", _ARRAY, refused="6.1.2-a"),
    "Database.type": Change(
        "storage/database/type", _E, {"workloads/lis/storage": "database", "workloads/lis/level": 2}
    ),
    "Domain.exposed": Change("domains/dmz/exposed", False, refused="6.5-b"),
    "Domain.levels": Change("domains/business/levels", [3], refused="-"),
    "Domain.name": Change("domains/core/name", "核心"),
    "Domain.was": Change("domains/core/was", "vault"),
    "Existing.existing": Change("region/zone/existing", "other", {"region/zone": {"existing": "one"}}),
    "ExistingNetwork.existing": Change(
        "centres/c1/networks/core/existing",
        "other",
        {"centres/c1/networks": {"core": {"existing": "one", "ipv4": "10.201.0.0/24"}}},
    ),
    "ExistingNetwork.ipv4": Change(
        "centres/c1/networks/core/ipv4",
        "10.202.0.0/24",
        {"centres/c1/networks": {"core": {"existing": "one", "ipv4": "10.201.0.0/24"}}},
    ),
    "ExistingNetwork.ipv6": Change(
        "centres/c1/networks/core/ipv6",
        "fd15:2::/64",
        {"centres/c1/networks": {"core": {"existing": "one", "ipv4": "10.201.0.0/24"}}},
    ),
    "General.backend": Change("storage/general/backend", "centralised", _BACKENDS, refused="7.3.2.5-a"),
    "General.copies": Change("storage/general/copies", 1, refused="7.5.1-a"),
    "General.encrypted_type": Change("storage/general/encrypted_type", _E),
    "General.iops": Change("storage/general/iops", 100),
    "General.media": Change("storage/general/media", "hdd", _BACKENDS, refused="6.1.2-a"),
    "General.type": Change("storage/general/type", _E),
    "Gpu.alias": Change(
        "pools/general/gpu/alias",
        "other",
        {"pools/general/gpu": {"alias": "one", "per_host": 2}, "workloads/ai/size/gpus": 1},
    ),
    "Gpu.per_host": Change(
        "pools/general/gpu/per_host",
        1,
        {"pools/general/gpu": {"alias": "one", "per_host": 2}, "workloads/ai/size/gpus": 2},
        refused="-",
    ),
    "HostModel.accelerators": Change(
        "pools/core/models/new/accelerators",
        {"gpu": 2},
        {
            **_MODELS,
            "pools/core/gpu": {"alias": "one", "per_host": 2},
            "pools/core/models/new/accelerators": {},
        },
    ),
    "HostModel.cores": Change("pools/core/models/new/cores", 96, _MODELS),
    "HostModel.hosts": Change("pools/core/models/new/hosts", {"c1": 2, "r1": 1}, _MODELS),
    "HostModel.memory_gib": Change("pools/core/models/new/memory_gib", 4096, _MODELS),
    "HostModel.memory_max_gib": Change("pools/core/models/new/memory_max_gib", 512, _MODELS, refused="-"),
    "HostModel.numa_nodes": Change("pools/core/models/new/numa_nodes", 8, _MODELS),
    "HostModel.storage_gbps": Change("pools/core/models/new/storage_gbps", 1, _MODELS, refused="6.1.1-c"),
    "Identity.lockout_failures": Change("identity/lockout_failures", 4),
    "Identity.lockout_minutes": Change("identity/lockout_minutes", 45),
    "Identity.mfa": Change("identity/mfa", False, refused="7.2.3.2-a"),
    "Identity.password_days": Change("identity/password_days", 60),
    "Identity.session_minutes": Change("identity/session_minutes", 60),
    "Identity.sessions": Change("identity/sessions", 2, refused="7.2.3.4.2-a"),
    "Image.backend": Change("storage/image/backend", "centralised", _BACKENDS, refused="7.3.2.5-a"),
    "Image.copies": Change("storage/image/copies", 1, refused="7.5.1-a"),
    "Image.encrypted_type": Change("storage/image/encrypted_type", _E),
    "Image.existing": Change("images/kylin-v10", {"existing": "other"}),
    "Image.file": Change("images/kylin-v10/file", "other.img"),
    "Image.iops": Change("storage/image/iops", 100),
    "Image.media": Change("storage/image/media", "ssd", _BACKENDS, refused="6.1.2-a"),
    "Image.type": Change(
        "storage/image/type", _E, {"workloads/ai/storage": "image", "workloads/ai/level": 2}
    ),
    "Networks.ipv4": Change("networks/ipv4", "10.128.0.0/12", new=True),
    "Networks.intranet": Change(
        "networks/intranet", ["192.168.0.0/16"], {"workloads/his/callers": ["intranet"]}
    ),
    "Networks.ipv6": Change("networks/ipv6", "fd15:2025::/32", new=True),
    "Networks.reserved": Change("networks/reserved", ["10.64.0.0/13"], refused="-"),
    "Lan.prefixes": Change("tenants/county/lan/prefixes", ["172.20.1.0/24"], _LAN),
    "Lan.by": Change("tenants/county/lan/by", "vpn", _LAN, refused="7.2.1-b"),
    "Lan.gateway": Change("tenants/county/lan/gateway", "203.0.113.11", _LAN_VPN),
    "Manage.ports": Change("workloads/jump/manages/ports", [22, 9100], _JUMP),
    "Manage.servers": Change("workloads/jump/manages/servers", ["kind:his"], _JUMP),
    "Partner.by": Change("partners/sms/by", "internet", _SMS, refused="6.5-b"),
    "Partner.gateway": Change("partners/sms/gateway", "203.0.113.11", _SMS_VPN),
    "Partner.name": Change("partners/sms/name", "别名", _SMS),
    "Partner.names": Change("partners/sms/names", {"api.sms.test": ["203.0.113.8"]}, _SMS),
    "Partner.ports": Change("partners/sms/ports/a", 9444, _SMS),
    "Partner.prefixes": Change("partners/sms/prefixes", ["203.0.113.9/32"], _SMS),
    "Pool.accelerators": Change("pools/general/accelerators", {}, _NPU, refused="6.1.1-b"),
    "Pool.baseline": Change("pools/core/baseline", "Dhyana"),
    "Pool.centres": Change("pools/general/centres", ["c1", "c2"], refused="A.5-b"),
    "Pool.cores": Change("pools/core/cores", 128),
    "Pool.ecc": Change("pools/core/ecc", False, refused="6.1.1-c"),
    "Pool.flavors": Change("pools/core/flavors", {"8x32": _E}),
    "Pool.gpu": Change(
        "pools/general/gpu",
        None,
        {"pools/general/gpu": {"alias": "one", "per_host": 2}, "workloads/ai/size/gpus": 1},
        refused="-",
    ),
    "Pool.hosts": Change("pools/core/hosts", {"c1": 3, "c2": 3, "r1": 2}),
    "Pool.isa": Change("pools/core/isa", "x86_64", refused="7.1.1.2-a"),
    "Pool.memory_gib": Change("pools/core/memory_gib", 2048),
    "Pool.memory_max_gib": Change("pools/core/memory_max_gib", 512, refused="-"),
    "Pool.numa_nodes": Change("pools/core/numa_nodes", 16),
    "Pool.nvme": Change("pools/core/nvme", False, refused="6.1.1-c"),
    "Pool.os": Change("pools/core/os", "openeuler-22.03", {"images/openeuler-22.03": {"existing": "one"}}),
    "Pool.storage_gbps": Change("pools/core/storage_gbps", 1, refused="6.1.1-c"),
    "Pool.trait": Change("pools/core/trait", "CUSTOM_CORE"),
    **{
        f"Quota.{field}": Change(f"tenants/county/quota/{field}", 999, _QUOTA)
        for field in ("cores", "instances", "memory_gib", "volumes", "volumes_gib")
    },
    "Recovery.rpo": Change("workloads/lis/recovery", {"rpo": "30min"}),
    "Recovery.rto": Change("workloads/lis/recovery", {"rto": "5min"}),
    "Region.data": Change("data", "made-up", refused="C.3-c"),
    "Region.groups": Change(
        "groups/all",
        ["group"],
        {"groups/all": ["county"], "workloads/lis/callers": ["group:all"]},
    ),
    "Region.interpretation": Change("interpretation", ["encrypt_every_level"]),
    "Region.version": Change("version", 2, refused="-"),
    "ServicePort.balance": Change("workloads/ai/ports/more/balance", "none", _MORE),
    "ServicePort.callers": Change("workloads/ai/ports/more/callers", ["his"], _MORE),
    "ServicePort.health": Change("workloads/ai/ports/more/health", "/ready", _MORE),
    "ServicePort.members": Change("workloads/ai/ports/more/members", "region", _MORE),
    "ServicePort.port": Change("workloads/ai/ports/more/port", 9444, _MORE),
    "ServicePort.service": Change("workloads/ai/ports/more/service", "dicom", _MORE),
    "Site.city": Change("sites/shaoguan/city", "guangzhou", refused="A.5-b"),
    "Site.name": Change("sites/shiqiao/name", "别名"),
    "Size.accelerators": Change("workloads/ai/size/accelerators/npu", 3, _NPU),
    "Size.data_gib": Change("workloads/his/size/data_gib", 300),
    "Size.gpus": Change("workloads/ai/size/gpus", 1, {"pools/general/gpu": {"alias": "one", "per_host": 2}}),
    "Size.instances": Change("workloads/ai/size/instances", 2),
    "Size.memory_gib": Change("workloads/his/size/memory_gib", 64),
    "Size.system_gib": Change("workloads/his/size/system_gib", 50),
    "Size.vcpus": Change("workloads/his/size/vcpus", 16),
    "Tenant.ip": Change("tenants/group/ip", "both"),
    "Tenant.name": Change("tenants/group/name", "别名"),
    "Tenant.project": Change("tenants/group/project", _E),
    "Tenant.was": Change("tenants/group/was", "union"),
    "VniRange.first": Change("networks/vni/first", 6000, refused="-"),
    "VniRange.last": Change("networks/vni/last", 5001, refused="-"),
    "VniRange.segments": Change("networks/vni/segments", False),
    "Workload.accepts": Change(
        "workloads/pacs/accepts",
        [],
        {"workloads/pacs/accepts": ["kind:lis"], "workloads/lis/calls": ["pacs"]},
        refused="7.2.2-c",
    ),
    "Workload.calls": Change("workloads/lis/calls", ["pacs"], {"workloads/pacs/accepts": ["kind:lis"]}),
    "Workload.callers": Change("workloads/his/callers", ["portal"]),
    "Workload.centres": Change("workloads/lis/centres", ["c1", "c2"]),
    "Workload.certificate": Change("workloads/his/certificate", _E),
    "Workload.depends_on": Change("workloads/his/depends_on", ["emr"]),
    "Workload.domain": Change("workloads/gateway/domain", "core", refused="-"),
    "Workload.exposure": Change("workloads/portal/exposure", "internal", refused="6.5-b"),
    "Workload.home": Change("workloads/lis/home", ["c2"]),
    "Workload.key": Change("workloads/his/key", _E),
    "Workload.kind": Change("workloads/lis/kind", "emr"),
    "Workload.level": Change("workloads/his/level", 5, {"storage/block/sm4": "hardware"}),
    "Workload.local": Change("workloads/lis/local", True),
    "Workload.name": Change("workloads/his/name", "别名"),
    "Workload.masked": Change(
        "workloads/emr/masked",
        ["ai"],
        {"workloads/emr/masked": ["pacs"]},
    ),
    "Workload.os": Change("workloads/lis/os", "anolis-23.1", {"images/anolis-23.1": {"existing": "one"}}),
    "Workload.pool": Change("workloads/ai/pool", "core"),
    "Workload.port": Change("workloads/his/port", 9443),
    "Workload.ports": Change("workloads/his/ports", {"images": {"service": "dicom"}}),
    "Workload.pseudonymised": Change("workloads/emr/pseudonymised", ["ai"]),
    "Workload.size": Change("workloads/his/size/vcpus", 16),
    "Workload.standby": Change("workloads/lis/standby", ["c2"]),
    "Workload.storage": Change("workloads/his/storage", "database"),
    "Workload.tenant": Change("workloads/his/tenant", "county"),
    "Workload.retire": Change("workloads/gateway/retire", True),
    "Volume.gib": Change("workloads/lis/volumes/logs/gib", 60, {"workloads/lis/volumes/logs/gib": 50}),
    "Volume.tier": Change(
        "workloads/lis/volumes/logs/tier", "database", {"workloads/lis/volumes/logs/gib": 50}
    ),
    "Workload.volumes": Change("workloads/lis/volumes", {"logs": {"gib": 50}}),
    "Workload.was": Change("workloads/his/was", "hospital"),
}


def put(data: Any, path: str, value: Any) -> None:
    """Set a value at a path of the sample's data; None: leave it out."""
    *way, last = path.split("/")
    for step in way:
        data = data.setdefault(step, {})
    if value is None:
        del data[last]
    else:
        data[last] = deepcopy(value)
