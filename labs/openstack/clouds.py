"""clouds.yaml and the environment for clients."""

import json
from typing import Any

from labs.openstack import ini
from labs.openstack.identity import PEOPLE
from labs.openstack.lab import Lab


def write(lab: Lab) -> None:
    """Write clouds.yaml, for its owner only."""
    ini.write_text(lab.place.clouds, json.dumps({"clouds": clouds(lab)}, indent=2) + "\n")  # JSON is YAML


def clouds(lab: Lab) -> dict[str, Any]:
    """The clouds by name: `private` is the administrator's."""
    found = {"private": _cloud(lab, "Default", "private", "admin", lab.secrets["admin"])}
    for cloud, (domain, project, user, _) in PEOPLE.items():
        found[cloud] = _cloud(lab, domain, project, user, lab.secrets[cloud])
    return found


def _cloud(lab: Lab, domain: str, project: str, user: str, password: str) -> dict[str, Any]:
    return {
        "auth": {
            "auth_url": lab.keystone,
            "username": user,
            "password": password,
            "project_name": project,
            "user_domain_name": domain,
            "project_domain_name": domain,
        },
        "region_name": lab.layout.main.name,
        "regions": [{"name": region.name, "values": {}} for region in lab.layout.regions],
        "interface": "public",
        "identity_api_version": "3",
    }


def exports(lab: Lab) -> dict[str, str]:
    """What `env` prints."""
    return {
        "OS_CLIENT_CONFIG_FILE": str(lab.place.clouds),
        "MEDCLOUD_LAB_DNS": f"127.0.0.1:{lab.port('designate-mdns')}",
    }
