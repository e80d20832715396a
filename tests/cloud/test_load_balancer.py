import pytest

from medcloud.cloud import LoadBalancer
from medcloud.standard import conventions
from tests.cloud.parts import balancer
from tests.cloud.recorder import Deployment, deploy


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: LoadBalancer("panyu-c1-his-lb", balancer()))


@pytest.mark.item("7.2.1-b")
def test_clients_speak_tls_1_3_or_nothing(made: Deployment) -> None:
    listener = made.one("Listener")
    assert listener.inputs["protocol"] == "TERMINATED_HTTPS"
    assert listener.inputs["tlsVersions"] == ["TLSv1.3"]
    assert listener.inputs["defaultTlsContainerRef"].endswith("/tls")


def test_members_are_spoken_to_in_tls_and_watched(made: Deployment) -> None:
    assert made.one("Pool").inputs["tlsEnabled"] is True
    assert made.one("Monitor").inputs["type"] == "HTTPS"
    assert made.one("Member").inputs["address"] == "10.64.1.20"


@pytest.mark.item("7.2.1-b")
def test_a_further_port_passes_tls_through() -> None:
    more = [{"name": "images", "protocol": "tls", "port": 2762, "member_port": 2762}]
    made = deploy(lambda: LoadBalancer("lb", {**balancer(), "more": more}))  # type: ignore[typeddict-item]  # a literal
    listener, pool = made.one("Listener", "lb-images-listener"), made.one("Pool", "lb-images-pool")
    assert (listener.inputs["protocol"], pool.inputs["protocol"]) == ("HTTPS", "HTTPS")
    assert "defaultTlsContainerRef" not in listener.inputs
    assert made.one("Monitor", "lb-images-monitor").inputs["type"] == "TLS-HELLO"
    assert made.one("Member", "lb-images-panyu-c1-his-0").inputs["protocolPort"] == 2762
    assert {m.urn for m in made.of("Listener") if m is not listener} <= set(listener.depends_on)


def test_no_floating_address_unless_asked(made: Deployment) -> None:
    assert not made.of("FloatingIp")
    exposed = deploy(lambda: LoadBalancer("lb", {**balancer(), "floating_pool": "external"}))
    assert exposed.one("FloatingIp").inputs["pool"] == "external"
    assert exposed.outputs_of("LoadBalancer")["floatingAddress"] == "198.51.100.7"


def test_every_part_that_can_carries_the_labels(made: Deployment) -> None:
    for part in made.made:
        if part.type.startswith("openstack:") and not part.type.endswith(":Monitor"):
            assert conventions.read(part.inputs)["workload"] == "his", part
