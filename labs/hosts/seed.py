"""What only one host has: its name, keys and passwords. The topmost lower layer of its root."""

from __future__ import annotations

import functools
import json
import os
import secrets
import shutil
import subprocess
import uuid
from collections.abc import Sequence
from pathlib import Path

from labs.hosts.place import Folders
from labs.hosts.spec import Spec

KEY_TYPES = ("ed25519", "ecdsa", "rsa")
USERS = {"root": (0, "/root"), "ops": (1000, "/home/ops")}  # those who log in with the lab's key


def credentials(where: Folders) -> dict[str, str]:
    """The lab's key and passwords by user, made once a lab; readable by its owner only."""
    where.published.mkdir(parents=True, exist_ok=True)
    where.published.chmod(0o700)
    key, kept = where.published / "key", where.published / "passwords.json"
    if not key.exists():
        _keygen("ed25519", key, "medcloud host lab")
    if not kept.exists():
        made = {user: f"Lab-{secrets.token_urlsafe(12)}-7z" for user in ("root", "ops", "clerk")}
        scratch = kept.with_name(f".{kept.name}.{os.getpid()}")
        scratch.touch(mode=0o600)
        scratch.write_text(json.dumps(made), encoding="utf-8")
        scratch.replace(kept)
    read: dict[str, str] = json.loads(kept.read_text("utf-8"))
    return read


def make(where: Folders, host: Spec, lower: Sequence[Path], neighbours: Sequence[Spec]) -> Path:
    """The host's seed layer over `lower` (topmost first); the same until the lab is taken down."""
    folder = where.host(host.name) / "seed"
    if (folder / "etc/hosts").exists():
        return folder
    passwords = credentials(where)
    public = (where.published / "key.pub").read_text(encoding="ascii")
    put = _Writer(folder, lower)
    put("etc/hostname", f"{host.name}\n")
    put("etc/machine-id", f"{uuid.uuid4().hex}\n", mode=0o444)
    put("etc/shadow", _shadow(_lowest(lower, "etc/shadow"), lower[-1], passwords), mode=0o640, gid=42)
    for kind in KEY_TYPES:
        path = folder / f"etc/ssh/ssh_host_{kind}_key"
        put(f"etc/ssh/ssh_host_{kind}_key", "")
        path.unlink()
        _keygen(kind, path, f"root@{host.name}")
    for uid, home in USERS.values():
        put(f"{home[1:]}/.ssh/authorized_keys", public, mode=0o600, uid=uid, gid=uid)
        os.chown(folder / home[1:] / ".ssh", uid, uid)
        (folder / home[1:] / ".ssh").chmod(0o700)
    names = "".join(f"{h.address} {h.name}\n{h.address6} {h.name}\n" for h in neighbours)
    put("etc/hosts", f"127.0.0.1 localhost\n::1 localhost ip6-localhost\n{names}")
    return folder


class _Writer:
    """Writes files into a layer; folders above them look as they do below."""

    def __init__(self, layer: Path, lower: Sequence[Path]) -> None:
        self.layer, self.lower = layer, lower

    def __call__(self, name: str, text: str, mode: int = 0o644, uid: int = 0, gid: int = 0) -> None:
        self._folder(Path(name).parent)
        path = self.layer / name
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        os.chown(path, uid, gid)

    def _folder(self, name: Path) -> None:
        path = self.layer / name
        if path.is_dir():
            return
        if name != Path():
            self._folder(name.parent)
        path.mkdir(exist_ok=True, parents=name == Path())
        below = next((layer / name for layer in self.lower if (layer / name).is_dir()), None)
        if below:
            shutil.copystat(below, path)
            os.chown(path, below.stat().st_uid, below.stat().st_gid)


def _lowest(lower: Sequence[Path], name: str) -> str:
    return next(layer / name for layer in lower if (layer / name).exists()).read_text("utf-8")


def _shadow(text: str, base: Path, passwords: dict[str, str]) -> str:
    """shadow(5) with the passwords."""
    lines = []
    for line in text.splitlines():
        fields = line.split(":")
        if fields[0] in passwords:
            fields[1] = _hash(base, passwords[fields[0]])
        lines.append(":".join(fields))
    return "\n".join(lines) + "\n"


@functools.cache  # the hosts of a lab share their passwords
def _hash(base: Path, password: str) -> str:
    """A password as the base's own libcrypt writes it (yescrypt)."""
    script = f"import crypt; print(crypt.crypt(input(), '$y$j9T${secrets.token_hex(8)}$'))"
    command = ["chroot", str(base), "python3", "-I", "-W", "ignore", "-c", script]
    done = subprocess.run(command, input=password, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _keygen(kind: str, path: Path, comment: str) -> None:
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", comment, "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
