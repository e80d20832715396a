"""What a region gives a host besides its address, in the lab's terms: a hosts file for `medcloud harden`.

Of what is named here only the operators' network is there: chrony and rsyslog keep trying the others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from labs.hosts import published
from labs.hosts.api import LabHost
from labs.hosts.spec import GATEWAY, NETWORK, NETWORK6

LEVEL = 3  # of the data on it
PARAMETERS = (
    # OpenSCAP's profile asks for these; the standard for less
    "password-quality.length=14",
    "password-quality.classes=4",
    # and lynis for these
    "ssh-idle.seconds=300",
    "ssh-tries.tries=3",
    "ssh-sessions.sessions=2",
)
"""Stricter figures than our own, as a region may choose them."""


def site(host: LabHost) -> dict[str, Any]:
    """Time source, log receiver, administrators, and flows of a service and of names."""
    return {
        "time_sources": [str(GATEWAY)],
        "log_receiver": f"{GATEWAY}:6514",
        "admin_sources": [str(NETWORK), str(NETWORK6)],
        "operators": [host.user],
        "flows": [
            {"direction": "ingress", "protocol": "tcp", "port": 443, "remote": str(NETWORK)},
            {"direction": "ingress", "protocol": "tcp", "port": 443, "remote": str(NETWORK6)},
            {"direction": "egress", "protocol": "udp", "port": 53, "remote": f"{GATEWAY}/32"},
        ],
    }


def inventory(host: LabHost) -> Path:
    """The hosts file with this host alone, beside the lab's own."""
    row = next(row for row in published.read(host.place) if row["name"] == host.name)
    path = host.place.published.with_name("examine") / f"{host.name}.json"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(json.dumps([{**row, "level": LEVEL, "site": site(host)}], indent=2) + "\n", "utf-8")
    return path
