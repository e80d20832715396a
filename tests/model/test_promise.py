"""What is refused before anything is planned: by place and item, alone, and its remedy is possible."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, NamedTuple

import pytest
import yaml

from medcloud.standard import ports
from medcloud_policies.core.resource import Resource
from medcloud_policies.core.verdict import judge
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.ch7_2 import management_port, plaintext_port
from tests.model.sample import SAMPLE, findings


class Case(NamedTuple):
    """What is set in the sample by path, what it is refused for, and what mends it."""

    given: Mapping[str, Any]
    place: str
    item: str
    mended: Mapping[str, Any]


_CORE = {"hosts": 2, "cores": 64, "memory_gib": 1024, "storage_gbps": 25, "numa_nodes": 4}
_FAR = {"role": "active", "site": "far", "cloud": "far", "region": "far", "zone": "far", "external": "x"}

_ARM = {"centres": ["c1", "c2", "r1"], "isa": "arm64", "os": "openeuler-24.03"}
_LIS = {"kind": "lis", "port": 8443, "size": {"instances": 1, "vcpus": 1, "memory_gib": 1, "data_gib": 1}}

CASES: dict[str, Case] = {
    # what the pack refuses
    "level 3 exposed": Case(
        {
            "workloads/portal/level": 3,
            "pools/public/isa": "c86",
            "domains/dmz/levels": [1, 3],
            "domains/business/levels": [2, 3],
            "workloads/lis/domain": "business",
            "workloads/ai/domain": "business",
        },
        "workloads.portal.exposure",
        "7.2.2-a",
        {
            "workloads/portal/exposure": "internal",
            "workloads/portal/callers": [],
            "workloads/portal/domain": "business",
        },
    ),
    "level 2 exposed in a domain of another name": Case(
        {
            "domains": {
                "core": {"levels": [4, 5]},
                "business": {"levels": [2, 3]},
                "outer": {"levels": [1, 2], "exposed": True},
            },
            "workloads/portal/level": 2,
            "workloads/portal/domain": "outer",
        },
        "workloads.portal.exposure",
        "7.2.2-a",
        {
            "domains/dmz": {"levels": [2], "exposed": True},
            "workloads/portal/domain": "dmz",
            "workloads/gateway/domain": "business",
        },
    ),
    "public at another port": Case(
        {"workloads/portal/port": 8443}, "workloads.portal.port", "6.5-b", {"workloads/portal/port": 443}
    ),
    "plaintext": Case(
        {"workloads/lis/port": 2575}, "workloads.lis.port", "7.2.1-b", {"workloads/lis/port": 8443}
    ),
    "plaintext in public": Case(
        {"workloads/portal/port": 80}, "workloads.portal.port", "7.2.1-b", {"workloads/portal/port": 443}
    ),
    "SSH from the intranet": Case(
        {"workloads/ai/port": 22, "workloads/ai/callers": ["intranet"]},
        "workloads.ai.port",
        "7.2.2-a",
        {"networks/intranet": ["192.168.7.0/24"]},
    ),
    "SSH from a large network": Case(
        {
            "workloads/lis/port": 22,
            "centres/c1/networks": {
                "group/core": {"existing": "n", "ipv4": "10.32.0.0/16", "ipv6": "fd20::/64"}
            },
        },
        "workloads.lis.port",
        "7.2.2-a",
        {"workloads/lis/port": 8443},
    ),
    "public v4 block": Case(
        {"networks/ipv4": "61.0.0.0/12"}, "networks.ipv4", "7.2.2-a", {"networks/ipv4": "10.64.0.0/12"}
    ),
    "global v6 block": Case(
        {"networks/ipv6": "2400:3200::/32"}, "networks.ipv6", "7.2.2-a", {"networks/ipv6": "fd14:2025::/32"}
    ),
    "public block of a centre": Case(
        {"centres/c1/ipv4": "61.0.0.0/16"}, "centres.c1.ipv4", "7.2.2-a", {"centres/c1/ipv4": "10.32.0.0/16"}
    ),
    "public network that exists": Case(
        {"centres/c1/networks": {"group/core": {"existing": "n", "ipv4": "61.0.0.0/24"}}},
        "centres.c1.networks.group/core.ipv4",
        "7.2.2-a",
        {"centres/c1/networks/group~core/ipv4": "192.168.2.0/24"},
    ),
    "intranet that is the world": Case(
        {"networks/intranet": ["12.0.0.0/8", "13.0.0.0/8"], "workloads/his/callers": ["intranet"]},
        "networks.intranet[0]",
        "7.2.2-a",
        {"networks/intranet": ["12.0.0.0/8"]},
    ),
    "reserved that is the world": Case(
        {"networks/reserved": ["192.168.0.0/16", "2400::/16"], "workloads/his/callers": ["intranet"]},
        "networks.reserved[1]",
        "7.2.2-a",
        {"networks/intranet": ["192.168.0.0/16"]},
    ),
    "one volume type for plain and encrypted": Case(
        {"storage/block/type": {"existing": "t"}, "storage/block/encrypted_type": {"existing": "t"}},
        "storage.block.encrypted_type.existing",
        "7.2.1-b",
        {"storage/block/encrypted_type": {"existing": "t-luks"}},
    ),
    "a core kind alone": Case(
        {
            "pools/alone": {"centres": ["c1"], "isa": "c86", "os": "kylin-v10", **_CORE},
            "workloads/ai": {**_LIS, "level": 2, "pool": "alone"},
        },
        "workloads.ai.size.instances",
        "7.3.2.3-a",
        {"workloads/ai/pool": "core"},
    ),
    "a zone that names a host": Case(
        {"centres/c1/zone": "c1:host7"}, "centres.c1.zone", "6.2.1-b", {"centres/c1/zone": "c1"}
    ),
    # what nobody refused
    "active centres at one site": Case(
        {"centres/c2/site": "shiqiao"}, "centres.c2.site", "7.3.2.4-a", {"centres/c2/site": "dashi"}
    ),
    "a level 4 pool with its active centres in two cities": Case(
        {
            "sites/far": {"name": "x", "city": "foshan"},
            "centres/c9": _FAR,
            "pools/core/centres": ["c1", "c9", "r1"],
        },
        "pools.core.centres",
        "7.3.2.4-a",
        {"pools/core/centres": ["c1", "c2", "r1", "c9"]},
    ),
    "level 3 with one instance in one centre": Case(
        {
            "pools/alone": {"centres": ["c1"], "isa": "c86", "os": "kylin-v10", **_CORE},
            "workloads/ai/pool": "alone",
        },
        "workloads.ai.size.instances",
        "7.3.2.3-a",
        {"workloads/ai/size/instances": 2},
    ),
    "more whole processors than cores": Case(
        {"workloads/his/size/vcpus": 60}, "pools.core.hosts", "7.3.1.2-a", {"pools/core/hosts": 3}
    ),
    "databases on mechanical disks": Case(
        {"storage/database/media": "hdd"},
        "storage.database.media",
        "7.3.2.2-a",
        {"storage/database/media": "ssd"},
    ),
    "HIS on mechanical disks": Case(
        {"storage/block/media": "hdd"}, "storage.block.media", "7.3.2.2-b", {"storage/block/media": "ssd"}
    ),
    "one image for two architectures": Case(
        {"pools/general/os": "kylin-v10"},
        "images.kylin-v10",
        "7.5.1-c",
        {"images/kylin-v10~arm64": {"file": "images/arm.img"}},
    ),
    "level 5 on hosts that another pool shares": Case(
        {
            "pools/second": {**_ARM, **_CORE},
            "pools/general": {**_ARM, **_CORE},
            "workloads/archive/level": 5,
            "storage/archive/sm4": "hardware",
        },
        "pools.second.trait",
        "6.1.3-b",
        {"pools/second/trait": "CUSTOM_B", "pools/general/trait": "CUSTOM_A"},
    ),
    "two pools that say different things of the same hosts": Case(
        {"pools/second": {**_ARM, **_CORE, "cores": 128}},
        "pools.second.trait",
        "7.1.1.4-c",
        {"pools/second/trait": "CUSTOM_B", "pools/general/trait": "CUSTOM_A"},
    ),
    "level 3 on a foreign processor": Case(
        {"pools/general/isa": "x86_64"}, "pools.general.isa", "7.1.1.2-a", {"pools/general/isa": "c86"}
    ),
}


def _text(*changes: Mapping[str, Any]) -> str:
    data = yaml.safe_load(SAMPLE)
    for path, value in (pair for change in changes for pair in change.items()):
        *way, last = (step.replace("~", "/") for step in path.split("/"))
        node = data
        for step in way:
            node = node.setdefault(step, {})
        node[last] = deepcopy(value)
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=name, marks=pytest.mark.item(case.item)) for name, case in CASES.items()]
)
def test_it_is_refused_alone_and_its_remedy_is_possible(case: Case) -> None:
    (finding,) = findings(_text(case.given))
    assert (finding.place.path, finding.item) == (case.place, case.item)
    assert finding.place.line > 1
    assert finding.remedy.zh and finding.remedy.en
    assert findings(_text(case.given, case.mended)) == ()


@pytest.mark.item("7.2.1-b", "7.2.2-a")
def test_the_check_refuses_each_port_that_the_pack_refuses() -> None:
    closed = {port for port in range(1, 65536) if _refused_by_the_pack(port)}
    assert closed == {*ports.PLAINTEXT, *ports.MANAGEMENT}
    for port in sorted(closed):
        refused = findings(_text({"workloads/ai/port": port, "workloads/ai/callers": ["intranet"]}))
        assert [f.place.path for f in refused] == ["workloads.ai.port"], port
    assert findings(_text({"workloads/ai/callers": ["intranet"]})) == ()


def _refused_by_the_pack(port: int) -> bool:
    opened = Resource(
        tokens.NETWORKING_SEC_GROUP_RULE,
        {
            "direction": "ingress",
            "protocol": "tcp",
            "portRangeMin": port,
            "portRangeMax": port,
            "remoteIpPrefix": "10.0.0.0/8",
        },
        name="rule",
        urn="rule",
    )
    return any(judge(rule.RULE, opened).findings for rule in (management_port, plaintext_port))


@pytest.mark.parametrize(
    "file",
    [
        "$(id)",
        "a;b",
        "`x`",
        "a|b",
        "a\\b",
        "/etc/passwd",
        "../x.img",
        "a/../../x",
        "a//b",
        "-rf",
        "a/-rf",
        "~/x",
        "a*",
        "a\tb",
        "",
        ".",
        "a/",
        "https://x/y",
    ],
)
def test_image_files_lie_beside_the_region_file(file: str) -> None:
    (finding,) = findings(_text({"images/uos-20": {"file": file}}))
    assert finding.place.path == "images.uos-20.file"
    assert findings(_text({"images/uos-20": {"file": "images/云 24.03_a+b.qcow2"}})) == ()


@pytest.mark.parametrize("cloud", ["a;b", "$(id)", "../x", "a/b", "-x", "a`b", "a'b", "a::b"])
def test_names_of_clouds_carry_no_commands_and_no_paths(cloud: str) -> None:
    for field in ("cloud", "admin"):
        (finding,) = findings(_text({f"centres/e1/{field}": cloud}))
        assert finding.place.path == f"centres.e1.{field}"
    assert findings(_text({"centres/e1/cloud": "私有云 2.east_a"})) == ()


def test_keys_that_begin_with_x_hold_anchors_and_nothing_else() -> None:
    size = "{instances: 2, vcpus: 8, memory_gib: 32, data_gib: 200}"
    text = SAMPLE.replace("sites:", f"x-sizes:\n  big: &big {size}\nsites:", 1)
    text = text.replace(f"core, size: {size}", "core, size: *big")
    assert text.count("*big") == 2
    assert findings(text) == ()
    (finding,) = findings(_text({"workloads/his/x-note": "y"}))
    assert finding.place.path == "workloads.his.x-note"


@pytest.mark.parametrize("trait", ["CUSTOM_ISA_ARM64", "HW_CPU", "CUSTOM_", "CUSTOM_a", "custom_x"])
def test_traits_are_of_ones_own(trait: str) -> None:
    (finding,) = findings(_text({"pools/core/trait": trait}))
    assert finding.place.path == "pools.core.trait"


@pytest.mark.item("6.1.3-b")
def test_one_trait_for_both_keeps_nothing_apart() -> None:
    same = {"pools/second/trait": "CUSTOM_A", "pools/general/trait": "CUSTOM_A"}
    case = CASES["level 5 on hosts that another pool shares"]
    assert [f.item for f in findings(_text(case.given, same))] == ["6.1.3-b"]
    one = {"pools/second/trait": "CUSTOM_A"}
    assert [f.item for f in findings(_text(case.given, one))] == ["6.1.3-b"]
