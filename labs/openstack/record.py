"""What a lab remembers: its ports beside the run directory; passwords and what is set up inside it."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any

from labs.openstack import environment, ini, layout, place, ports, snapshot
from labs.openstack.identity import PEOPLE
from labs.openstack.lab import PROFILES, Lab


@dataclass
class Record:
    """run/lab.json: passwords by user, the profile, and the names of the projects that are set up."""

    secrets: dict[str, str]
    profile: str
    done: list[str]

    def save(self, where: place.Folders) -> None:
        """Write it for its owner only."""
        ini.write_text(where.run / "lab.json", json.dumps(vars(self)))


def load(where: place.Folders) -> Record | None:
    """The record of a lab that has been set up, at least in part."""
    file = where.run / "lab.json"
    return Record(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def new(profile: str) -> Record:
    """A record with fresh passwords."""
    names = ("admin", "database", "messages", "object-hash", *PROFILES["all"], *PEOPLE)
    passwords = {name: password() for name in names}
    passwords["key-encryption-key"] = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return Record(passwords, profile, [])


def password() -> str:
    """A random password that fits keystone's rules and needs no quoting in a URL or a configuration file."""
    return f"Lab-{secrets.token_hex(12)}-0"


def port_base(where: place.Folders, *, running: bool) -> int:
    """First port of this checkout's block: the remembered one, unless somebody else took it meanwhile."""
    file = where.home / "ports.json"
    if file.exists():
        base = int(json.loads(file.read_text(encoding="ascii"))["base"])
        if running or all(ports.is_free(base + i) for i in range(ports.BLOCK)):
            return base
    base = ports.choose(str(where.home))
    ini.write_text(file, json.dumps({"base": base}))
    return base


def lab(where: place.Folders, record: Record, base: int) -> Lab:
    """The lab of a record; makes the services' environment if it is missing."""
    plan = layout.load()
    table = ports.table(base, [region.name for region in plan.regions])
    venv = environment.ensure(where.home / "install.log")
    return Lab(where, venv, plan, table, record.secrets, record.profile)


def digest(base: int, profile: str) -> str:
    """What a snapshot depends on: the lab's sources, the pins, the ports, the profile."""
    parts: list[Any] = [base, profile, *(file.read_bytes() for file in snapshot.SOURCES)]
    return hashlib.sha256(b"\0".join(str(p).encode() for p in parts)).hexdigest()[:12]
