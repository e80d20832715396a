import pulumi
import pytest

from medcloud.cloud import Workload
from medcloud.standard import conventions
from tests.cloud.parts import LABELS, workload
from tests.cloud.recorder import Deployment, deploy


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: Workload("panyu-c1-his", workload()))


def test_each_server_needs_a_host_of_its_own(made: Deployment) -> None:
    assert made.one("ServerGroup").inputs["policies"] == "anti-affinity"
    hints = [s.inputs["schedulerHints"] for s in made.of("Instance")]
    assert hints == [[{"group": "panyu-c1-his-group-id"}]] * 2


def test_servers_of_a_group_start_one_after_another(made: Deployment) -> None:
    first, second = made.of("Instance")
    assert first.urn in second.depends_on
    assert second.urn not in first.depends_on


@pytest.mark.item("6.3.2-c")
@pytest.mark.parametrize("apart", [True, False])
def test_servers_wait_for_what_they_depend_on(apart: bool) -> None:
    def program() -> None:
        first = Workload("lis", workload("lis"))
        Workload("his", {**workload("his"), "anti_affinity": apart}, after=[first])

    made = deploy(program)
    needed = {server.urn for server in made.of("Instance") if server.name.startswith("lis")}
    waiting = [server for server in made.of("Instance") if server.name.startswith("his")]
    assert len(needed) == len(waiting) == 2
    assert needed <= set(waiting[0].depends_on)
    assert apart or needed <= set(waiting[1].depends_on), "of a group, each waits for the one before it"


def test_no_group_where_none_is_wanted() -> None:
    made = deploy(lambda: Workload("w", {**workload(), "anti_affinity": False}))
    assert not made.of("ServerGroup")
    first, second = made.of("Instance")
    assert first.urn not in second.depends_on
    assert all("schedulerHints" not in s.inputs for s in made.of("Instance"))


def test_addresses_are_the_plan_s(made: Deployment) -> None:
    port = made.one("Port", "panyu-c1-his-1-port")
    assert port.inputs["fixedIps"] == [
        {"subnetId": "subnet4", "ipAddress": "10.64.1.21"},
        {"subnetId": "subnet6", "ipAddress": "fd14:2025:1::15"},
    ]
    assert port.inputs["securityGroupIds"] == ["group"]


@pytest.mark.item("6.2.1-c")
def test_data_volumes_are_typed_zoned_and_never_replaced_for_a_new_type(made: Deployment) -> None:
    for volume in made.of("Volume"):
        assert volume.inputs["volumeType"] == "database-encrypted"
        assert volume.inputs["availabilityZone"] == "c1"
        assert volume.inputs["volumeRetypePolicy"] == "on-demand"
        assert volume.inputs["enableOnlineResize"] is True
        assert not volume.protect
    assert len(made.of("VolumeAttach")) == 2


def test_data_volumes_are_protected_when_asked() -> None:
    made = deploy(lambda: Workload("w", {**workload(), "protect_data": True}))
    assert all(v.protect for v in made.of("Volume"))
    assert not any(s.protect for s in made.of("Instance"))


def test_everything_is_inside_the_component(made: Deployment) -> None:
    mine = {c.urn for c in made.components()}
    assert all(m.parent in mine for m in made.made if m.type != "medcloud:index:Workload")


def test_servers_volumes_and_ports_carry_the_labels(made: Deployment) -> None:
    for part in [*made.of("Instance"), *made.of("Volume"), *made.of("Port")]:
        assert conventions.read(part.inputs) == LABELS


def test_names_follow_the_servers_not_their_place_in_a_list() -> None:
    args = workload()
    args["instances"] = args["instances"][1:]
    names = {m.name for m in deploy(lambda: Workload("panyu-c1-his", args)).of("Volume")}
    assert names == {"panyu-c1-his-1-data"}


def test_an_address_outside_the_subnets_is_refused() -> None:
    args = workload()
    args["instances"][0]["v4"] = "10.65.0.9"
    with pytest.raises(pulumi.RunError, match=r"10\.65\.0\.9"):
        deploy(lambda: Workload("w", args))
