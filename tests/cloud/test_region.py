"""A whole region: three centres on two clouds in two regions, against mocks."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pulumi
import pytest

from medcloud.cloud import Region, Settings
from medcloud.plan.region import RegionPlan
from medcloud.standard import conventions
from medcloud.text import urns
from tests.cloud.plans import NUMBERS, region, thin
from tests.cloud.recorder import Deployment, Made, deploy

UNLABELLED = (
    "RouterInterface",
    "ServerGroup",
    "VolumeAttach",
    "QosV3",
    "QosAssociationV3",
    "VolumeTypeEncryption",
    "ContainerV1",
    "Monitor",
)
"""Types with no room for a label (docs/conventions.md)."""


def secrets() -> Settings:
    return Settings(
        certificate=pulumi.Output.secret("CERT"),
        certificate_key=pulumi.Output.secret("KEY"),
        link_key=pulumi.Output.secret("LINK"),
    )


def up(plan: RegionPlan, folder: Path) -> Deployment:
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "cloud.img").touch()
    return deploy(lambda: Region(plan, folder, secrets()))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    return up(region(), tmp_path_factory.mktemp("region"))


def own(made: Deployment) -> list[Made]:
    return [m for m in made.made if not m.type.startswith(("medcloud:index:", "pulumi:providers:"))]


def test_no_two_resources_share_a_urn(made: Deployment) -> None:
    twice = [urn for urn, count in Counter(m.urn for m in made.made).items() if count > 1]
    assert twice == []


def test_one_provider_for_each_cloud_and_region(made: Deployment) -> None:
    providers = {m.name: m.inputs for m in made.made if m.type == "pulumi:providers:openstack"}
    assert set(providers) == {"panyu-private-metro", "panyu-private-remote", "panyu-public-metro"}
    assert {k for inputs in providers.values() for k in inputs} <= {"cloud", "region", "version"}


def test_each_resource_is_on_its_centre_s_cloud(made: Deployment) -> None:
    for server in made.of("Instance"):
        wanted = {"c1": "panyu-private-metro", "r1": "panyu-private-remote", "p1": "panyu-public-metro"}
        assert f"::{wanted[server.name.split('-')[1]]}::" in server.provider


def test_every_resource_has_an_explicit_provider(made: Deployment) -> None:
    assert [m.urn for m in own(made) if m.type.startswith("openstack:") and not m.provider] == []


def test_an_administrator_makes_flavors_and_volume_types_of_the_public_cloud(made: Deployment) -> None:
    for kind in ("Flavor", "VolumeTypeV3", "QosV3"):
        there = [m for m in made.of(kind) if "-p1-" in m.name]
        assert there and all("::panyu-private-metro::" in m.provider for m in there)
    assert "::panyu-public-metro::" in made.one("Image", "panyu-p1-core-kylin-v10").provider


def test_a_vni_is_set_only_where_networks_are_made_with_administrator_rights(made: Deployment) -> None:
    assert made.one("Network", "panyu-c1-group-core").inputs["segments"][0]["segmentationId"] == 5001
    assert "segments" not in made.one("Network", "panyu-p1-group-core").inputs


def test_a_balancer_that_nobody_calls_lets_nobody_in(made: Deployment) -> None:
    assert made.one("Listener", "panyu-c1-his-lb-listener").inputs["allowedCidrs"] == ["10.65.0.8/32"]


def test_everything_that_can_carries_the_labels(made: Deployment) -> None:
    bare = [
        m.urn
        for m in own(made)
        if not m.type.endswith(UNLABELLED) and "region" not in conventions.read(m.inputs)
    ]
    assert bare == []


def test_everything_of_a_workload_carries_its_level(made: Deployment) -> None:
    parts = [m for kind in ("Instance", "Volume", "Port", "Container", "Listener") for m in made.of(kind)]
    assert {conventions.read(m.inputs)["level"] for m in parts} == {"4"}


def test_names_begin_as_the_region_does(made: Deployment) -> None:
    named = [m for m in own(made) if "name" in m.inputs and not m.type.endswith((":Zone", ":RecordSet"))]
    assert [m.urn for m in named if not m.inputs["name"].startswith("panyu-")] == []


@pytest.mark.item("7.2.1-b")
def test_both_sides_of_a_link_share_a_key_that_no_other_link_has(made: Deployment) -> None:
    keys = {c.name: c.inputs["psk"] for c in made.of("SiteConnection")}
    assert set(keys) == {"panyu-c1-link-r1-v4", "panyu-r1-link-c1-v4"}
    assert len(set(keys.values())) == 1
    assert "LINK" not in keys.values()
    assert all("psk" in c.secrets for c in made.of("SiteConnection"))


@pytest.mark.item("7.2.1-b")
def test_a_link_leads_to_the_other_router(made: Deployment) -> None:
    router = made.one("Router", "panyu-r1-router")
    connection = made.one("SiteConnection", "panyu-c1-link-r1-v4")
    assert connection.inputs["peerAddress"] == f"203.0.113.{len(router.name)}"
    assert len(made.of("Service")) == 2


def test_one_router_a_centre_and_one_lookup_of_its_external_network(made: Deployment) -> None:
    assert {r.name for r in made.of("Router")} == {"panyu-c1-router", "panyu-r1-router", "panyu-p1-router"}
    assert len([token for token, _ in made.asked if "getNetwork" in token]) == len(NUMBERS)


def test_a_name_of_an_exposed_workload_resolves_to_its_floating_address(made: Deployment) -> None:
    assert made.one("RecordSet", "portal.panyu.example-A").inputs["records"] == ["198.51.100.7"]
    assert made.one("RecordSet", "his.panyu.example-A").inputs["records"] == ["10.65.0.8"]


def test_outputs_say_what_runs_where(made: Deployment) -> None:
    outputs = made.outputs_of("Region")
    assert outputs["addresses"]["his"]["c1"][:2] == ["10.65.0.48", "fd14:2025:1::30"]
    assert outputs["endpoints"]["portal"]["p1"]["floating"] == "198.51.100.7"
    host = next(h for h in outputs["hosts"] if h["name"] == "panyu-r1-his-1")
    assert (host["role"], host["isa"], host["system"], host["level"]) == ("recovery", "c86", "kylin-v10", 4)
    assert host["site"]["flows"]
    assert {flow["direction"] for flow in host["site"]["flows"]} <= {"ingress", "egress"}


def test_every_component_registers_its_outputs(made: Deployment) -> None:
    assert [c.urn for c in made.components() if c.urn not in made.outputs] == []


def test_taking_a_workload_out_of_the_middle_renames_nothing(tmp_path: Path) -> None:
    whole = thin()
    before = {m.urn for m in up(whole, tmp_path).made}
    after = {m.urn for m in up(replace(whole, workloads=whole.workloads[1:]), tmp_path).made}
    assert after < before
    assert {urns.split(urn).name.split("-")[2] for urn in before - after} == {"his"}


@pytest.mark.item("6.3.2-c")
def test_what_others_depend_on_comes_up_first_wherever_it_stands_in_the_file(tmp_path: Path) -> None:
    plan = thin()
    first, *rest = plan.workloads
    needed = rest[0].placements[0]
    waiting = replace(first, placements=(replace(first.placements[0], after=(needed.name,)),))
    made = up(replace(plan, workloads=(waiting, *rest)), tmp_path)
    before = {m.urn for m in made.of("Instance") if m.name.startswith(needed.name)}
    servers = [m for m in made.of("Instance") if m.name.startswith(first.placements[0].name)]
    assert before and servers and all(before <= set(server.depends_on) for server in servers[:1])
    assert not {s.urn for s in servers} & {
        u for m in made.of("Instance") if m.urn in before for u in m.depends_on
    }


def test_a_tenant_s_project_has_its_own_provider_router_and_networks(tmp_path: Path) -> None:
    plan = thin()
    centre = replace(plan.centres[0], projects=MappingProxyType({"group": "group-project"}))
    made = up(replace(plan, centres=(centre,)), tmp_path)
    for kind in ("Network", "Router", "Instance", "Volume"):
        assert all("::panyu-group-project-metro::" in m.provider for m in made.of(kind)), kind
    assert made.one("Image").inputs["visibility"] == "shared"
    access = made.one("ImageAccess")
    assert access.inputs["status"] == "accepted"
    assert "::panyu-private-metro::" in access.provider  # the administrator's


def test_existing_things_are_looked_up_and_not_made(tmp_path: Path) -> None:
    plan = thin()
    centre = plan.centres[0]
    pool = centre.pools[0]
    centre = replace(
        centre,
        domains=(replace(centre.domains[0], existing="hospital-core"),),
        pools=(
            replace(
                pool,
                flavors=(replace(pool.flavors[0], existing="m2"),),
                image=replace(pool.image, existing="golden"),
            ),
        ),
        tiers=(replace(centre.tiers[0], existing="ssd"),),
    )
    workloads = tuple(
        replace(w, placements=tuple(replace(p, key_pair="ops") for p in w.placements)) for w in plan.workloads
    )
    made = deploy(
        lambda: Region(replace(plan, centres=(centre,), workloads=workloads), tmp_path, secrets()),
        found={"getKeypair": {"name": "ops"}},
    )
    for kind in ("Network", "Subnet", "Router", "RouterInterface", "Flavor", "Image", "VolumeTypeV3"):
        assert not made.of(kind), kind
    assert {s.inputs["imageId"] for s in made.of("Instance")} == {"existing-golden"}
    assert len(made.asked) == len({(token, str(args)) for token, args in made.asked})


def refusal(plan: RegionPlan, folder: Path, settings: Settings) -> tuple[str, list[Made]]:
    seen: list[str] = []

    def program() -> None:
        try:
            Region(plan, folder, settings)
        except pulumi.RunError as error:
            seen.append(str(error))

    made = deploy(program)
    (message,) = seen
    return message, made.made


@pytest.mark.item("7.2.1-b")
def test_what_is_lacking_is_said_at_once_and_before_any_resource(tmp_path: Path) -> None:
    message, made = refusal(region(), tmp_path, Settings())
    assert made == []
    for lacking in ("medcloud:certificate", "medcloud:linkKey", "images/cloud.img"):
        assert lacking in message


def test_an_offline_preview_asks_no_cloud_and_needs_no_image_file(tmp_path: Path) -> None:
    made = deploy(
        lambda: Region(region(), tmp_path, secrets()), config={"medcloud:offline": "true"}, preview=True
    )
    assert made.asked == []
    assert len(made.of("Instance")) == 6


def test_several_clouds_keep_the_same_names(made: Deployment, tmp_path: Path) -> None:
    twice = up(replace(region(), named_in=("c1", "r1")), tmp_path)
    first = {m.name: m.provider for m in made.of("RecordSet") + made.of("Zone")}
    both = {m.name: m.provider for m in twice.of("RecordSet") + twice.of("Zone")}
    assert first.items() <= both.items(), "what stood stays as it was"
    further = both.keys() - first.keys()
    assert further == {f"{record.name.rstrip('.')}-{record.type}-r1" for record in region().records} | {
        "panyu-names-r1-zone"
    }
    assert not {*first.values()} & {both[name] for name in further}
    assert len({m.urn for m in twice.made}) == len(twice.made)
