"""What a preview needs in place of a cloud's address, a certificate and a key: values that open nothing."""

from __future__ import annotations

import datetime
import json
import secrets
from collections.abc import Iterable

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NOWHERE = "http://127.0.0.1:1/v3"
"""An address that nobody listens on: a preview that calls the cloud fails instead of asking a wrong one."""
_VALID = datetime.timedelta(days=90)


def clouds(names: Iterable[str], password: str = "") -> str:
    """A clouds.yaml (as JSON) with these entries; `password` is nobody's."""
    auth = {
        "auth_url": NOWHERE,
        "username": "nobody",
        "password": password,
        "project_name": "nowhere",
        "user_domain_name": "Default",
        "project_domain_name": "Default",
    }
    return json.dumps({"clouds": {name: {"auth": auth} for name in sorted(names)}})


def stack_secrets(domain: str) -> dict[str, str]:
    """The secret settings of a region's stack."""
    certificate, key = self_signed(domain)
    return {
        "medcloud:certificate": certificate,
        "medcloud:certificateKey": key,
        "medcloud:linkKey": secrets.token_urlsafe(32),
    }


def self_signed(domain: str) -> tuple[str, str]:
    """Certificate and private key (PEM) for `*.domain`, ECDSA P-256."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "medcloud placeholder")])
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
