"""oslo.config and paste files, and the sections that most services share."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from labs.openstack.lab import Lab

Value = str | int | bool | Sequence[str]
Sections = Mapping[str, Mapping[str, Value]]

QUIET: dict[str, Value] = {"driver": "noop"}
POOL: dict[str, Value] = {"max_pool_size": 5, "max_overflow": 20}


def render(sections: Sections) -> str:
    """Text of an ini file. A list is an option given several times."""
    lines = []
    for section, options in sections.items():
        lines.append(f"[{section}]")
        for name, value in options.items():
            values = [value] if isinstance(value, (str, int, bool)) else value
            lines += [f"{name} = {_text(v)}" for v in values]
    return "\n".join(lines) + "\n"


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def write(path: Path, sections: Sections) -> None:
    """Write an ini file that only its owner can read: it holds passwords."""
    write_text(path, render(sections))


def write_text(path: Path, text: str) -> None:
    """Write a file for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def default(lab: Lab, project: str, region: str) -> dict[str, Value]:
    """[DEFAULT] of a service with a message queue."""
    return {
        **logging(lab, f"{project}-{region}"),
        "transport_url": lab.messages(region),
        "state_path": str(lab.state(f"{project}-{region}")),
        "my_ip": "127.0.0.1",
        "host": "lab",
    }


def logging(lab: Lab, name: str) -> dict[str, Value]:
    """Options of oslo.log."""
    return {"use_stderr": False, "log_file": str(lab.place.log / f"{name}.log")}


def sql(lab: Lab, name: str) -> dict[str, Value]:
    """[database]"""
    return {**POOL, "connection": lab.database(name)}


def login(lab: Lab, user: str, region: str) -> dict[str, Value]:
    """How a service signs in to keystone to call another one."""
    return {
        "auth_url": lab.keystone,
        "auth_type": "password",
        "username": user,
        "password": lab.secrets[user],
        "project_name": "service",
        "user_domain_id": "default",
        "project_domain_id": "default",
        "region_name": region,
    }


def authtoken(lab: Lab, user: str, region: str) -> dict[str, Value]:
    """[keystone_authtoken]"""
    return {
        **login(lab, user, region),
        "www_authenticate_uri": lab.keystone,
        "service_token_roles_required": True,
        "service_token_roles": "admin",
    }


def locks(lab: Lab) -> dict[str, Value]:
    """[oslo_concurrency]"""
    return {"lock_path": str(lab.state("lock"))}


def keys(lab: Lab, region: str) -> dict[str, dict[str, Value]]:
    """How nova and cinder reach the region's barbican."""
    return {
        "key_manager": {"backend": "barbican"},
        "barbican": {
            "barbican_endpoint": lab.url("barbican", region),
            "auth_endpoint": lab.keystone,
            "barbican_region_name": region,
            "barbican_endpoint_type": "public",
        },
    }
