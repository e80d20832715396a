"""A file with one of everything that issue 5 names: each is found, in one go, at its line."""

from medcloud.model import RegionRefused, parse

TEXT = """\
version: 1
region: {id: Ｐanyu, name: x, owner: panyu, domain: panyu.example}
networks:
  vni: {first: 1, last: 99999999}
  reserved: [10.0.0.0/16, 10.0.1.0/24]
sites:
  a: {name: a, city: guangzhou}
  b: {name: b, city: guangzhou}
tenants:
  医院: {name: x}
centres:
  c1: {role: active, site: a, cloud: c, region: r, zone: a}
  r1: {role: recovery, site: b, cloud: c, region: r, zone: b}
  p1: {role: public, site: b, cloud: p, region: r, zone: c}
pools:
  core: {centres: [c1, r1], isa: c86, os: kylin-v10, hosts: 2, cores: 31, memory_gib: 1024, storage_gbps: 25}
  out: {centres: [p1], isa: c86, os: kylin-v10, hosts: 2, cores: 64, memory_gib: 1024, storage_gbps: 25}
images: {kylin-v10: {existing: k}}
workloads:
  gene: {kind: ai, level: 5, pool: out, size: {instances: 2, vcpus: 1, memory_gib: 1, data_gib: 1}, port: 443}
  one: {kind: ai, level: 1, pool: out, size: {instances: 2, vcpus: 1, memory_gib: 1, data_gib: 1}, port: 443,
    depends_on: [two], colour: red}
  two: {kind: ai, level: 1, pool: out, size: {instances: 2, vcpus: 1, memory_gib: 1, data_gib: 1}, port: 443,
    depends_on: [one]}
  two: {}
"""
EXPECTED = {
    (2, "region.id", ""),
    (4, "networks.vni.last", "6.1.3-d"),
    (5, "networks.reserved[1]", ""),
    (10, "tenants.医院", ""),
    (11, "centres", "7.3.2.4-a"),
    (13, "centres.r1.site", "A.5-b"),
    (16, "pools.core.cores", "6.1.1-c"),
    (20, "workloads.gene.level", "C.2-a"),
    (20, "workloads.gene.pool", "A.1-b"),
    (22, "workloads.one.colour", ""),
    (22, "workloads.one.depends_on[0]", ""),
    (25, "workloads.two", ""),
}


def test_everything_is_found_at_once_and_nothing_else() -> None:
    try:
        parse(TEXT, "region.yaml")
    except RegionRefused as error:
        found = {(finding.place.line, finding.place.path, finding.item) for finding in error.findings}
        lines = [finding.place.line for finding in error.findings]
    assert found == EXPECTED
    assert lines == sorted(lines)
