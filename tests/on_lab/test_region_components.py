"""Every component on real control planes: up, looked at with openstacksdk, up again, down, nothing left.

A hand-made plan: an active centre, a recovery centre in another region, a public centre in another domain.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from openstack.connection import Connection

from medcloud.engine.placeholders import stack_secrets
from tests.cloud.plans import named, region
from tests.on_lab.stack import program
from tests.support.engine_env import CHECKOUT, Stack, engine_env
from tests.support.lab_env import Lab
from tools.stack import remains

pytestmark = pytest.mark.lab

ID = "clt"
PLAN = named(region(), ID, 6900)
LINK_KEY = "PLANTED-link-key"


@pytest.fixture(scope="module")
def up(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    scratch = tmp_path_factory.mktemp("region")
    (scratch / "images").mkdir()
    (scratch / "images" / "cloud.img").write_bytes(bytes(1 << 20))
    env = {
        **engine_env(scratch / "state"),
        **{k: v for k, v in lab.env.items() if k.startswith("OS_")},
        "MEDCLOUD_TEST_REGION": ID,
        "MEDCLOUD_TEST_FOLDER": str(scratch),
        "PYTHONPATH": str(CHECKOUT),
    }
    stack = Stack(program("tests/on_lab/region", scratch), env=env)
    stack("stack", "init")
    for key, value in {**stack_secrets(PLAN.domain.rstrip(".")), "medcloud:linkKey": LINK_KEY}.items():
        stack.set_secret(key, value)
    (scratch / "up.log").write_text(stack.up("--logtostderr", "-v=3"), encoding="utf-8")
    yield stack
    stack.destroy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OS_CLIENT_CONFIG_FILE", env["OS_CLIENT_CONFIG_FILE"])
        assert list(remains.held(PLAN)) == []
    assert stack.resources() == []


def test_each_server_is_on_a_host_of_its_own_in_its_zone(up: Stack, lab: Lab) -> None:
    for centre, cloud, place in (("c1", "private", "metro"), ("r1", "private", "remote")):
        with lab.connect(cloud, place) as connection:
            servers = [
                connection.compute.get_server(s.id)
                for s in connection.compute.servers(name=f"^{ID}-{centre}-his-")
            ]
        assert {s.status for s in servers} == {"ACTIVE"}
        assert {s.availability_zone for s in servers} == {centre}
        assert len({s.hypervisor_hostname for s in servers}) == len(servers) == 2


def test_servers_have_the_planned_addresses(up: Stack, lab: Lab) -> None:
    wanted = {h["name"]: {h["v4"], h["v6"]} for h in up.outputs()["hosts"] if h["centre"] == "c1"}
    with lab.connect() as connection:
        for name, addresses in wanted.items():
            server = connection.compute.find_server(name, ignore_missing=False)
            found = {a["addr"] for each in server.addresses.values() for a in each}
            assert found == addresses, name


def test_a_port_lets_in_what_the_plan_names_and_nothing_out(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        group = connection.network.find_security_group(f"{ID}-c1-his-sg", ignore_missing=False)
        rules = {
            (r["direction"], r["protocol"], r["port_range_min"], r["remote_ip_prefix"])
            for r in group.security_group_rules
        }
    assert rules == {("ingress", "tcp", 8443, "10.68.0.0/24")}


def test_the_vni_of_the_plan_is_the_network_s(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        network = connection.network.find_network(f"{ID}-c1-group-core", ignore_missing=False)
    assert (network.provider_network_type, network.provider_segmentation_id) == ("vxlan", 6901)


def test_a_volume_is_encrypted_with_a_key_of_its_own_in_the_key_manager(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        volume = connection.block_storage.find_volume(f"{ID}-c1-his-0-data", ignore_missing=False)
        assert volume.is_encrypted and volume.status == "in-use"
        answer = connection.block_storage.get(f"/volumes/{volume.id}/encryption", microversion="3.64")
        key_id = answer.json()["encryption_key_id"]
        key = connection.key_manager.get_secret(key_id)
        assert (key.algorithm, key.bit_length) == ("aes", 256)
        other = connection.block_storage.find_volume(f"{ID}-c1-his-1-data", ignore_missing=False)
        answer = connection.block_storage.get(f"/volumes/{other.id}/encryption", microversion="3.64")
        assert answer.json()["encryption_key_id"] != key_id


def test_a_balancer_speaks_tls_1_3_with_the_region_s_certificate(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        balancer = connection.load_balancer.find_load_balancer(f"{ID}-c1-his-lb", ignore_missing=False)
        assert (balancer.vip_address, balancer.provisioning_status) == ("10.65.0.8", "ACTIVE")
        listener = connection.load_balancer.find_listener(f"{ID}-c1-his-lb-listener", ignore_missing=False)
        assert (listener.protocol, listener.tls_versions) == ("TERMINATED_HTTPS", ["TLSv1.3"])
        pool = connection.load_balancer.find_pool(f"{ID}-c1-his-lb-pool", ignore_missing=False)
        assert pool.tls_enabled is True
        assert len(list(connection.load_balancer.members(pool))) == 2
        container = listener.default_tls_container_ref.rsplit("/", 1)[-1]
        assert connection.key_manager.get_container(container).name == f"{ID}-c1-keys"


def test_links_are_up_in_both_directions_and_share_a_key(up: Stack, lab: Lab) -> None:
    keys = {}
    for centre, peer, place in (("c1", "r1", "metro"), ("r1", "c1", "remote")):
        with lab.connect("private", place) as connection:
            link = connection.network.find_vpn_ipsec_site_connection(
                f"{ID}-{centre}-link-{peer}-v4", ignore_missing=False
            )
            keys[centre] = link.psk
            router = _outside_v4(lab, "remote" if peer == "r1" else "metro", f"{ID}-{peer}-router")
            assert link.peer_address == router
    assert keys["c1"] == keys["r1"] != LINK_KEY


def test_a_firewall_guards_the_domain_s_router_ports(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        group = connection.network.find_firewall_group(f"{ID}-c1-group-core-fw", ignore_missing=False)
        policy = connection.network.get_firewall_policy(group.ingress_firewall_policy_id)
        rules = [connection.network.get_firewall_rule(r) for r in policy.firewall_rules]
        assert [r.action for r in rules] == ["allow", "deny"]
        owners = {connection.network.get_port(p).device_owner for p in group.ports}
    assert owners == {"network:router_interface"} and len(group.ports) == 2


def test_objects_keep_versions_and_their_retention(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        container = connection.object_store.get_container_metadata(f"{ID}-c1-his-archive")
        kept = {k.lower(): v for k, v in container.metadata.items()}
    assert kept["medcloud-retention-days"] == "10950"
    assert kept["medcloud-level"] == "4"


def test_names_resolve_to_where_a_workload_is_reached(up: Stack, lab: Lab) -> None:
    floating = up.outputs()["endpoints"]["portal"]["p1"]["floating"]
    with lab.connect() as connection:
        zone = connection.dns.find_zone(PLAN.domain, ignore_missing=False)
        records = {r.name: r.records for r in connection.dns.recordsets(zone) if r.type == "A"}
    assert records[f"portal.{PLAN.domain}"] == [floating]
    assert records[f"his.{PLAN.domain}"] == ["10.65.0.8"]


def test_the_public_cloud_s_own_user_has_its_servers(up: Stack, lab: Lab) -> None:
    with lab.connect("public", "metro") as connection:
        servers = list(connection.compute.servers(name=f"^{ID}-p1-portal-"))
        assert {s.status for s in servers} == {"ACTIVE"} and len(servers) == 2
        volumes = [v for v in connection.block_storage.volumes() if v.name.startswith(f"{ID}-p1-portal-")]
        assert len(volumes) == 2 and all(v.is_encrypted for v in volumes)


def test_a_second_up_changes_nothing(up: Stack) -> None:
    up("up", "--yes", "--skip-preview", "--expect-no-changes")


def test_what_the_clouds_hold_is_what_the_state_says(up: Stack) -> None:
    """A refresh finds no drift, so that a real one stands out."""
    up("preview", "--refresh", "--expect-no-changes")


def test_a_change_made_by_hand_is_seen_and_set_back(up: Stack, lab: Lab) -> None:
    with lab.connect() as connection:
        group = connection.network.find_security_group(f"{ID}-c1-his-sg", ignore_missing=False)
        (rule,) = group.security_group_rules
        connection.network.delete_security_group_rule(rule["id"])
        assert f"{ID}-c1-his-sg-portal-4" in up("preview", "--refresh").stdout
        up.up("--refresh")
        group = connection.network.find_security_group(f"{ID}-c1-his-sg", ignore_missing=False)
        assert [r["remote_ip_prefix"] for r in group.security_group_rules] == ["10.68.0.0/24"]


def test_a_new_owner_reaches_every_label(up: Stack, lab: Lab, tmp_path: Path) -> None:
    """Labels are in descriptions too, where some types must be replaced for it, amid a running region.

    The new owner's checkout lies elsewhere: no image is made anew for that, and no server rebuilt.
    """
    shutil.copytree(up.environment["MEDCLOUD_TEST_FOLDER"] + "/images", tmp_path / "images")
    env = {**up.environment, "MEDCLOUD_TEST_OWNER": "another-hospital", "MEDCLOUD_TEST_FOLDER": str(tmp_path)}
    handed_over = replace(up, env=env)
    before = _ids(up, "images/image:Image")
    handed_over.up()
    assert _ids(up, "images/image:Image") == before
    handed_over("up", "--yes", "--skip-preview", "--expect-no-changes")
    with lab.connect() as connection:
        group = connection.network.find_security_group(f"{ID}-c1-his-sg", ignore_missing=False)
        texts = [rule["description"] for rule in group.security_group_rules] + [group.description]
        assert all("medcloud-owner=another-hospital" in text for text in texts), texts


def test_no_secret_is_in_clear_in_state_or_log(up: Stack) -> None:
    state = json.dumps(up("stack", "export").stdout)
    log = (up.folder.parent / "up.log").read_text(encoding="utf-8")
    for text in (state, log):
        assert LINK_KEY not in text
        assert "PRIVATE KEY" not in text
        assert "BEGIN CERTIFICATE" not in text
    shown = up("stack", "export", "--show-secrets").stdout
    assert "PRIVATE KEY" in shown, "the secrets are there, encrypted"
    clouds = yaml.safe_load(Path(up.environment["OS_CLIENT_CONFIG_FILE"]).read_text(encoding="utf-8"))[
        "clouds"
    ]
    for cloud in clouds.values():
        assert cloud["auth"]["password"] not in shown
        assert cloud["auth"]["password"] not in log


def _ids(up: Stack, kind: str) -> dict[str, str]:
    return {r["urn"]: r["id"] for r in up.resources() if r["type"].endswith(kind)}


def _outside_v4(lab: Lab, place: str, router: str) -> str:
    connection: Connection
    with lab.connect("private", place) as connection:
        found = connection.network.find_router(router, ignore_missing=False)
    fixed = [f["ip_address"] for f in found.external_gateway_info["external_fixed_ips"]]
    return next(str(address) for address in fixed if ":" not in address)
