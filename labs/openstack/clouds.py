"""clouds.yaml and the environment for clients."""

import json
import os
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
    """What `env` prints. Clients written in Python would go to 127.0.0.1 by the caller's proxy."""
    direct = [*filter(None, [os.environ.get("no_proxy") or os.environ.get("NO_PROXY")]), "127.0.0.1"]
    return {
        **dict.fromkeys(("no_proxy", "NO_PROXY"), ",".join(direct)),
        "OS_CLIENT_CONFIG_FILE": str(lab.place.clouds),
        "MEDCLOUD_LAB_DNS": f"127.0.0.1:{lab.port('designate-mdns')}",
    }
