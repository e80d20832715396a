"""The stack's secrets, where the operator has given none: a lab certificate and a link key."""

from __future__ import annotations

import datetime
import json
import secrets
import subprocess

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tools.stack.session import Session, StackFailed

VALID = datetime.timedelta(days=90)


def self_signed(domain: str) -> tuple[str, str]:
    """Certificate and private key (PEM) for `*.domain`, ECDSA P-256; for the lab only."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"*.{domain}")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(f"*.{domain}")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return certificate.public_bytes(serialization.Encoding.PEM).decode(), private.decode()


def provide(session: Session, domain: str) -> None:
    """Set what the stack's configuration still lacks; secrets go in by standard input, never as a word."""
    have = json.loads(session.ask("config", "--json", "--stack", session.stack))
    if "medcloud:certificate" not in have:
        certificate, key = self_signed(domain)
        _set(session, "medcloud:certificate", certificate)
        _set(session, "medcloud:certificateKey", key)
    if "medcloud:linkKey" not in have:
        _set(session, "medcloud:linkKey", secrets.token_urlsafe(32))


def _set(session: Session, key: str, value: str) -> None:
    done = subprocess.run(
        ["pulumi", "-C", str(session.project), "config", "set", "--secret", key, "--stack", session.stack],
        input=value,
        env=session.env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StackFailed(f"{key}: {done.stderr.strip()}")
