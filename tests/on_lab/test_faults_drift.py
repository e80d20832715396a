"""Changes made by hand behind the state's back: seen by a preview with refresh, and set back."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from openstack.connection import Connection

from tests.on_lab.fault_stack import APART, apart_stack, converged, orphans
from tests.on_lab.stack import MEDCLOUD, LabStack
from tests.support.lab_env import Lab
from tests.support.second_try import second_try

pytestmark = [pytest.mark.lab, pytest.mark.engine]


@pytest.fixture(scope="module")
def deployed(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabStack]:
    made = apart_stack(tmp_path_factory.mktemp("drift"))
    try:
        made.up()
        yield made
    finally:
        made.take_down()
    assert orphans(made, lab, APART) == {}, "left behind after destroy"


@pytest.fixture
def stack(deployed: LabStack, request: pytest.FixtureRequest) -> LabStack:
    if second_try(request):  # what the first changed by hand may still stand
        drift(deployed, "--repair")
        deployed.up("--refresh")
    return deployed


@pytest.fixture
def cloud(lab: Lab) -> Iterator[Connection]:
    with lab.connect() as connection:
        yield connection


def drift(stack: LabStack, *more: str) -> subprocess.CompletedProcess[str]:
    words = [str(MEDCLOUD), "drift", "--stack", stack.name, "-C", str(stack.folder), *more]
    return subprocess.run(words, env=stack.environment, capture_output=True, text=True, check=False)


def seen(stack: LabStack) -> str:
    return stack("preview", "--refresh", "--diff").stdout


def test_second_up_changes_nothing(stack: LabStack, lab: Lab) -> None:
    converged(stack, lab, APART)


def test_renamed_network_is_seen_and_named_again(stack: LabStack, cloud: Connection) -> None:
    name = f"{APART}c1-his-net"
    network = cloud.network.find_network(name, ignore_missing=False)
    cloud.network.update_network(network, name="by-hand")
    assert f'"{name}" => "by-hand"' in seen(stack)
    stack.up("--refresh")
    assert cloud.network.get_network(network.id).name == name
    stack.unchanged()


def test_removed_rule_is_seen_and_made_again(stack: LabStack, cloud: Connection) -> None:
    group = cloud.network.find_security_group(f"{APART}c1-his-sg", ignore_missing=False)
    (rule,) = cloud.network.security_group_rules(security_group_id=group.id)
    cloud.network.delete_security_group_rule(rule)
    assert "SecGroupRule: (create)" in seen(stack)
    stack.up("--refresh")
    (again,) = cloud.network.security_group_rules(security_group_id=group.id)
    assert (again.port_range_min, again.remote_ip_prefix) == (443, "10.93.0.0/24")
    stack.unchanged()


def test_changed_server_metadata_is_seen_and_set_back(stack: LabStack, cloud: Connection) -> None:
    """The provider reads metadata back under another name: a refresh shows the change but repairs nothing."""
    server = next(s for s in cloud.compute.servers() if s.name == f"{APART}c1-his-0")
    cloud.compute.set_server_metadata(server, **{"medcloud-workload": "other", "extra": "1"})
    assert '"his" => "other"' in seen(stack)
    assert drift(stack).returncode == 1
    assert drift(stack, "--repair").returncode == 0
    stack.up()
    assert cloud.compute.get_server(server.id).metadata == {"medcloud-workload": "his"}
    assert drift(stack).returncode == 0


def test_foreign_rule_is_reported_and_removed(stack: LabStack, cloud: Connection) -> None:
    """A rule that is nobody's resource: no refresh sees it."""
    group = cloud.network.find_security_group(f"{APART}c1-his-sg", ignore_missing=False)
    hole = cloud.network.create_security_group_rule(
        security_group_id=group.id,
        direction="ingress",
        ether_type="IPv4",
        protocol="tcp",
        port_range_min=22,
        port_range_max=22,
        remote_ip_prefix="0.0.0.0/0",
    )
    report = drift(stack)
    assert report.returncode == 1
    assert hole.id in report.stdout
    assert "remote_ip_prefix=0.0.0.0/0" in report.stdout
    assert drift(stack, "--repair").returncode == 0
    assert [r.port_range_min for r in cloud.network.security_group_rules(security_group_id=group.id)] == [443]
    stack.unchanged()
