"""What only shows between fields: references, rings, overlaps, look-alikes."""

from typing import Any

import pytest
import yaml

from tests.model.sample import SAMPLE, changed, findings

PAIRS: tuple[Any, ...] = (
    # path, good, bad, the finding's path
    ("centres/c1/site", "shiqiao", "nowhere", "centres.c1.site"),
    ("workloads/his/pool", "general", "cor", "workloads.his.pool"),
    ("workloads/ai/tenant", "group", "nobody", "workloads.ai.tenant"),
    ("workloads/ai/domain", "business", "vault", "workloads.ai.domain"),
    pytest.param(
        "workloads/ai/domain", "business", "core", "workloads.ai.domain", marks=pytest.mark.item("7.2.2-a")
    ),
    ("workloads/ai/callers", ["his", "intranet"], ["his", "hsi"], "workloads.ai.callers[1]"),
    ("workloads/ai/callers", ["his"], ["ai"], "workloads.ai.callers[0]"),
    ("workloads/ai/callers", ["his"], ["his", "his"], "workloads.ai.callers[1]"),
    ("workloads/ai/ports", {"a": {"port": 9443}}, {"a": {"port": 8443}}, "workloads.ai.ports.a"),
    ("workloads/ai/ports", {"a": {"service": "dicom"}}, {"a": {"service": "hl7"}}, "workloads.ai.ports.a"),
    ("workloads/ai/ports", {"a": {"port": 9443}}, {"main": {"port": 9443}}, "workloads.ai.ports.main"),
    (
        "workloads/ai/ports",
        {"a": {"service": "dicom", "balance": "none"}},
        {"a": {"service": "postgresql", "balance": "tls"}},
        "workloads.ai.ports.a.balance",
    ),
    (
        "workloads/ai/ports",
        {"a": {"port": 9443, "health": "/ready"}},
        {"a": {"service": "dicom", "health": "/ready"}},
        "workloads.ai.ports.a.health",
    ),
    (
        "workloads/ai/ports",
        {"a": {"port": 9443, "callers": ["emr"]}},
        {"a": {"port": 9443, "callers": ["ai"]}},
        "workloads.ai.ports.a.callers[0]",
    ),
    ("workloads/ai/port", 9443, None, "workloads.ai"),
    ("workloads/his/depends_on", ["emr"], ["his"], "workloads.his.depends_on[0]"),
    ("workloads/his/depends_on", ["emr"], ["internet"], "workloads.his.depends_on[0]"),
    ("pools/core/centres", ["c1", "c2", "r1"], ["c1", "c2", "r1", "c9"], "pools.core.centres[3]"),
    ("centres/c1/ipv4", "10.128.0.0/16", "10.128.0.0/25", "centres.c1.ipv4"),
    ("centres/c1/ipv6", "fd99::/48", "fd99::/64", "centres.c1.ipv6"),
    ("centres/e1/prefix_length", 16, 15, "centres.e1.prefix_length"),
    ("centres/e1/prefix_length", 24, 25, "centres.e1.prefix_length"),
    ("networks/ipv4", "10.64.0.0/20", "10.64.0.0/21", "networks.ipv4"),
    ("networks/ipv6", "fd14::/56", "fd14::/60", "networks.ipv6"),
    ("networks/ipv4", "172.16.0.0/12", "172.16.0.1/12", "networks.ipv4"),
    ("networks/ipv4", "172.16.0.0/12", "224.0.0.0/12", "networks.ipv4"),
    ("networks/ipv4", "172.16.0.0/12", "127.0.0.0/8", "networks.ipv4"),
    ("networks/reserved", ["192.168.0.0/16", "10.65.0.0/16"], ["10.64.0.0/12"], "networks.reserved[0]"),
    ("networks/reserved", ["10.0.0.0/16"], ["10.0.0.0/16", "10.0.1.0/24"], "networks.reserved[1]"),
    ("workloads/x1", None, {"level": 1}, "workloads.x1"),
    ("images/uos-20", {"existing": "u"}, {"existing": "u", "file": "f"}, "images.uos-20"),
    ("images/uos-20", {"file": "u"}, {}, "images.uos-20"),
    ("pools/edge/flavors", {"2x4": {"existing": "f"}}, {"s": {"existing": "f"}}, "pools.edge.flavors.s"),
    ("region/name", "番禺 “云”", "番\u202e禺", "region.name"),
    ("region/domain", "xn--fiqs8s.example", "番禺.example", "region.domain"),
    ("centres/p1/external", "ext", None, "workloads.portal.exposure"),
)  # fmt: skip


@pytest.mark.parametrize(("path", "good", "bad", "where"), PAIRS)
def test_pair(path: str, good: Any, bad: Any, where: str) -> None:
    if good is not None:
        assert findings(changed(path, good)) == ()
    assert where in {finding.place.path.removesuffix(".kind") for finding in findings(changed(path, bad))}


def test_mutual_calls_are_fine_but_a_ring_of_dependencies_is_named() -> None:
    text = changed("workloads/his/depends_on", ["lis"])
    assert findings(text) == ()  # though his and lis call each other
    ring = text.replace("      data_gib: 50", "      data_gib: 50\n    depends_on: [emr]", 1)
    ring = ring.replace("    kind: emr", "    depends_on: [his]\n    kind: emr")
    (finding,) = findings(ring)
    assert finding.message.en in {
        f"dependencies go round: {' → '.join(way)}"
        for way in (["his", "lis", "emr", "his"], ["lis", "emr", "his", "lis"], ["emr", "his", "lis", "emr"])
    }


def test_two_rings_are_both_named() -> None:
    text = changed("workloads/his/depends_on", ["his"]).replace(
        "    kind: emr", "    depends_on: [emr]\n    kind: emr"
    )
    assert [finding.place.path for finding in findings(text)] == [
        "workloads.his.depends_on[0]",
        "workloads.emr.depends_on[0]",
    ]


NESTED = (
    ("10.130.0.0/16", "10.130.0.0/16"),
    ("10.130.0.0/16", "10.130.4.0/22"),
    ("10.130.4.0/22", "10.130.0.0/16"),
)


@pytest.mark.parametrize(("one", "other"), NESTED)
def test_overlapping_centres(one: str, other: str) -> None:
    text = changed("centres/c1/ipv4", one).replace(
        "    role: recovery", f"    role: recovery\n    ipv4: {other}"
    )
    (finding,) = findings(text)
    assert finding.place.path == "centres.r1.ipv4"
    assert "centres.c1.ipv4" in finding.message.en


@pytest.mark.parametrize(("first", "second"), [("ward1", "wardl"), ("lab0", "labo"), ("l00", "loo")])
def test_identifiers_that_look_alike(first: str, second: str) -> None:
    site = {"name": "x", "city": "foshan"}
    text = changed("sites/" + first, site).replace(
        f"  {first}:", f"  {second}: {{name: y, city: foshan}}\n  {first}:"
    )
    (finding,) = findings(text)
    assert finding.place.path == f"sites.{first}"
    assert second in finding.message.en


def test_cities_that_look_alike_are_no_two_cities() -> None:
    (finding,) = findings(changed("sites/shaoguan/city", "guangzh0u"))
    assert finding.place.path == "sites.shaoguan.city"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("HIS2", "his2"), ("ｈｉｓ２", "his2"), ("сore", "core"), ("a_b", "a-b"), ("Core Ward", "core-ward")],
)
def test_the_identifier_that_was_meant_is_proposed(written: str, meant: str) -> None:
    (finding,) = findings(changed(f"sites/{written}", {"name": "x", "city": "foshan"}))
    assert finding.remedy.en == f"write {meant}"


@pytest.mark.parametrize(
    ("written", "meant"), [("callres", "callers"), ("Level", "level"), ("exposurе", "exposure")]
)
def test_the_key_that_was_meant_is_proposed(written: str, meant: str) -> None:
    found = findings(changed(f"workloads/ai/{written}", 1))
    assert f"write {meant}" in {finding.remedy.en for finding in found}


def test_a_block_is_cut_for_sixteen_centres() -> None:
    data = yaml.safe_load(SAMPLE)
    for number in range(12):
        data["centres"][f"x{number + 20}"] = {**data["centres"]["e1"], "zone": f"x{number}"}
    paths = [finding.place.path for finding in findings(yaml.safe_dump(data))]
    assert paths == ["networks.ipv4", "networks.ipv6"]
    data["centres"]["x20"] |= {"ipv4": "172.16.0.0/16", "ipv6": "fd99::/48"}
    assert findings(yaml.safe_dump(data)) == ()
    del data["centres"]["x20"]["ipv4"], data["centres"]["x20"]["ipv6"]
    data["centres"]["x20"]["prefix_length"] = 24
    assert findings(yaml.safe_dump(data)) == ()
    data["centres"]["x20"]["ipv4"] = "172.16.0.0/16"
    (finding,) = findings(yaml.safe_dump(data))
    assert finding.remedy.en == "remove prefix_length"


def test_the_outside_is_no_workload() -> None:
    text = SAMPLE.replace("  gateway: {", "  internet: {")
    assert [finding.place.path for finding in findings(text)] == ["workloads.internet"]
