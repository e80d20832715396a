import pulumi
import pytest

from medcloud.cloud import SiteLink
from medcloud.cloud.site_link import SiteLinkArgs
from medcloud.standard import conventions
from tests.cloud.parts import LABELS
from tests.cloud.recorder import Deployment, deploy


def link() -> SiteLinkArgs:
    return {
        "router_id": "router",
        "local_subnet_ids": ["subnet4"],
        "peer_address": "203.0.113.9",
        "peer_cidrs": ["10.67.0.0/16"],
        "psk": "PSK",
        "ike_encryption": "aes-256",
        "ike_integrity": "sha256",
        "esp_encryption": "aes-256",
        "esp_integrity": "sha384",
        "group": "group14",
        "lifetime_seconds": 3600,
        "labels": LABELS,
    }


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: SiteLink("panyu-c1-link-r1", link()))


def test_the_shared_key_is_a_secret(made: Deployment) -> None:
    connection = made.one("SiteConnection")
    assert "psk" in connection.secrets and "psk" in connection.secret_outputs


@pytest.mark.item("7.2.1-b")
def test_keys_are_exchanged_by_ikev2_with_the_plan_s_strength(made: Deployment) -> None:
    ike = made.one("IkePolicy").inputs
    assert (ike["ikeVersion"], ike["encryptionAlgorithm"], ike["authAlgorithm"]) == (
        "v2",
        "aes-256",
        "sha256",
    )
    assert ike["lifetimes"] == [{"units": "seconds", "value": 3600}]


@pytest.mark.item("7.2.1-b")
def test_traffic_is_encrypted_with_forward_secrecy(made: Deployment) -> None:
    esp = made.one("IpSecPolicy").inputs
    assert (esp["transformProtocol"], esp["pfs"], esp["authAlgorithm"]) == ("esp", "group14", "sha384")


def test_both_ends_name_their_prefixes(made: Deployment) -> None:
    assert made.one("EndpointGroup", "panyu-c1-link-r1-local").inputs["endpoints"] == ["subnet4"]
    assert made.one("EndpointGroup", "panyu-c1-link-r1-peer").inputs["endpoints"] == ["10.67.0.0/16"]


def test_a_service_that_is_there_is_used() -> None:
    args = link()
    del args["router_id"]
    made = deploy(lambda: SiteLink("l", {**args, "service_id": "vpn"}))
    assert not made.of("Service")
    assert made.one("SiteConnection").inputs["vpnserviceId"] == "vpn"


@pytest.mark.item("7.2.1-b")
def test_without_router_and_service_it_is_refused() -> None:
    args = link()
    del args["router_id"]
    with pytest.raises(pulumi.RunError, match="service_id"):
        deploy(lambda: SiteLink("l", args))


def test_every_part_carries_the_labels(made: Deployment) -> None:
    for part in made.made:
        if part.type.startswith("openstack:"):
            assert conventions.read(part.inputs)["centre"] == "c1", part
