"""What a preview needs in place of a cloud's address, a certificate and a key: values that open nothing."""

from __future__ import annotations

import datetime
import json
import secrets
from collections.abc import Iterable

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from medcloud.plan.shapes import RegionPlan

NOWHERE = "http://127.0.0.1:1/v3"
"""An address that nobody listens on: a preview that calls the cloud fails instead of asking a wrong one."""
_VALID = datetime.timedelta(days=90)


def cloud_names(plan: RegionPlan) -> set[str]:
    """The entries of clouds.yaml that the region file names."""
    return {name for centre in plan.centres for name in (centre.location.cloud, centre.location.admin)}


def clouds(names: Iterable[str]) -> str:
    """A clouds.yaml (as JSON) with these entries."""
    auth = {
        "auth_url": NOWHERE,
        "username": "review",
        "password": "",
        "project_name": "review",
        "user_domain_name": "Default",
        "project_domain_name": "Default",
    }
    return json.dumps({"clouds": {name: {"auth": auth} for name in sorted(names)}})


def stack_secrets(domain: str) -> dict[str, str]:
    """The stack's secret settings, made for one preview and thrown away with it."""
    certificate, key = _self_signed(domain)
    return {
        "medcloud:certificate": certificate,
        "medcloud:certificateKey": key,
        "medcloud:linkKey": secrets.token_urlsafe(32),
    }


def _self_signed(domain: str) -> tuple[str, str]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "medcloud review")])
    now = datetime.datetime.now(datetime.timezone.utc)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + _VALID)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(f"*.{domain}")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signed.public_bytes(serialization.Encoding.PEM).decode(), private.decode()
