"""OpenSSL's command as the independent party."""

from __future__ import annotations

import subprocess
from pathlib import Path

ID = "distid:1234567812345678"


def openssl(*args: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run it; the result is not checked."""
    return subprocess.run(["openssl", *map(str, args)], cwd=cwd, capture_output=True, check=False)


def made(*args: str | Path, cwd: Path) -> bytes:
    """What it writes to standard output; it must succeed."""
    done = openssl(*args, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def says_good(message: Path, signature: Path, certificate: Path) -> bool:
    """Whether OpenSSL finds that the first key of a PEM chain signed the message."""
    folder = message.parent
    (folder / "public.pem").write_bytes(made("x509", "-in", certificate, "-pubkey", "-noout", cwd=folder))
    args = ("-sigopt", ID, "-verify", "public.pem", "-signature", signature, message)
    return openssl("dgst", "-sm3", *args, cwd=folder).stdout.strip() == b"Verified OK"
