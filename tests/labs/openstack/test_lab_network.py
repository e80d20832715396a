"""octavia's TLS listener, the external network, VPN and names, of the running lab."""

import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import openstack.exceptions
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from openstack.connection import Connection

from tests.support.lab_env import Lab

pytestmark = pytest.mark.lab
REGIONS = ("metro", "remote")


def tag() -> str:
    return f"lt-{uuid.uuid4().hex[:8]}"


def until(wanted: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.5)


def certificate() -> tuple[str, str]:
    """A certificate and its private key in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "www.lab.example")])
    now = datetime.now(timezone.utc)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    signed = builder.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(30))
    pem = signed.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return pem.decode(), private.decode()


def container(cloud: Connection) -> tuple[Any, list[Any]]:
    """A certificate container in barbican and its secrets."""
    keys, secrets = cloud.key_manager, []
    for kind, payload in zip(("certificate", "private"), certificate(), strict=True):
        secrets.append(
            keys.create_secret(
                name=tag(), payload=payload, payload_content_type="text/plain", secret_type=kind
            )
        )
    names = ("certificate", "private_key")
    refs = [{"name": n, "secret_ref": s.secret_ref} for n, s in zip(names, secrets, strict=True)]
    return keys.create_container(name=tag(), type="certificate", secret_refs=refs), secrets


@pytest.mark.parametrize("region", REGIONS)
def test_a_member_s_balancer_ends_tls_with_a_certificate_of_barbican(lab: Lab, region: str) -> None:
    cloud = lab.connect("private-member", region)
    balancers, keys = cloud.load_balancer, cloud.key_manager
    network = cloud.network.create_network(name=tag())
    subnet = cloud.network.create_subnet(network_id=network.id, cidr="10.78.0.0/24", ip_version=4)
    made, secrets = container(cloud)
    balancer = balancers.create_load_balancer(name=tag(), vip_subnet_id=subnet.id, provider="amphora")

    def active() -> bool:
        return bool(balancers.get_load_balancer(balancer.id).provisioning_status == "ACTIVE")

    try:
        until(active)
        tls = {
            "load_balancer_id": balancer.id,
            "protocol": "TERMINATED_HTTPS",
            "default_tls_container_ref": made.container_ref,
        }
        listener = balancers.create_listener(protocol_port=443, tls_versions=["TLSv1.3"], **tls)
        until(active)
        found = balancers.get_listener(listener.id)
        assert (found.tls_versions, found.operating_status) == (["TLSv1.3"], "ONLINE")
        with pytest.raises(openstack.exceptions.BadRequestException, match="minimum"):
            balancers.create_listener(protocol_port=444, tls_versions=["TLSv1"], **tls)
    finally:
        until(active)
        balancers.delete_load_balancer(balancer.id, cascade=True)
        until(lambda: balancers.find_load_balancer(balancer.id, ignore_missing=True) is None)
        keys.delete_container(made.container_ref.rsplit("/", 1)[1])
        for secret in secrets:
            keys.delete_secret(secret.secret_ref.rsplit("/", 1)[1])
        cloud.network.delete_network(network)


@pytest.mark.parametrize(("region", "prefix"), [("metro", "198.51.100."), ("remote", "203.0.113.")])
def test_a_tunnel_starts_from_the_external_network(lab: Lab, region: str, prefix: str) -> None:
    network = lab.connect("private-member", region).network
    external = network.find_network("external", ignore_missing=False)
    assert external.is_router_external
    router = network.create_router(name=tag(), external_gateway_info={"network_id": external.id})
    service = network.create_vpn_service(name=tag(), router_id=router.id)
    try:
        until(lambda: network.get_vpn_service(service.id).status == "ACTIVE")
        found = network.get_vpn_service(service.id)
        assert found.external_v4_ip.startswith(prefix)
        assert found.external_v6_ip.startswith("2001:db8:")
    finally:
        network.delete_vpn_service(service.id)
        network.delete_router(router)


def test_a_zone_s_records_become_active(lab: Lab) -> None:
    names = lab.connect("private-member").dns
    zone = names.create_zone(name=f"{tag()}.example.", email="admin@lab.example", ttl=300)
    try:
        record = names.create_recordset(zone, name=f"www.{zone.name}", type="A", records=["10.1.1.1"])
        until(lambda: names.get_recordset(record.id, zone).status == "ACTIVE")
    finally:
        names.delete_zone(zone)
        until(lambda: names.find_zone(zone.id, ignore_missing=True) is None)
