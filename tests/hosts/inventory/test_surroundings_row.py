"""What a hosts file says of surroundings: refused with the host and the field, before anything is reached."""

import json
from pathlib import Path

import pytest

from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory import HostEntry, read_hosts

FLOW = {"direction": "ingress", "protocol": "tcp", "port": 443, "remote": "10.0.0.0/8"}


def read(tmp_path: Path, site: object, user: str | None = "ops") -> HostEntry:
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps([{"name": "web", "address": "10.0.0.1", "user": user, "site": site}]))
    (entry,) = read_hosts(path)
    return entry


@pytest.mark.parametrize(
    ("site", "words"),
    [
        ("none", "web: site: .* must be a mapping"),
        ({"ntp": []}, "web: site: .* unknown fields: ntp"),
        ({"operators": "ops"}, "web: site.operators: .* must be a list of texts"),
        ({"time_sources": [1]}, "web: site.time_sources"),
        ({"admin_sources": ["10.0.0.0/33"]}, "web: site.admin_sources.0: .* is no prefix"),
        ({"log_receiver": "logs"}, "web: site.log_receiver: .* must be host:port"),
        ({"log_receiver": "logs:70000"}, "web: site.log_receiver"),
        ({"flows": ["any"]}, "web: site.flows.0: .* must be a mapping: 'any'"),
        ({"flows": [{**FLOW, "to": "x"}]}, "web: site.flows.0: .* unknown fields: to"),
        ({"flows": [{**FLOW, "direction": "in"}]}, "web: site.flows.0.direction"),
        ({"flows": [{**FLOW, "protocol": "6"}]}, "web: site.flows.0.protocol"),
        ({"flows": [{**FLOW, "port": 0}]}, "web: site.flows.0.port"),
        ({"flows": [{**FLOW, "port": "443"}]}, "web: site.flows.0.port"),
        ({"flows": [{**FLOW, "remote": "intranet"}]}, "web: site.flows.0.remote: .* is no prefix"),
    ],
)
def test_refused(tmp_path: Path, site: object, words: str) -> None:
    with pytest.raises(HardenError, match=words):
        read(tmp_path, site)


def test_taken(tmp_path: Path) -> None:
    given = {
        "time_sources": ["ntp.example"],
        "log_receiver": "[fd00::9]:6514",
        "flows": [FLOW, {**FLOW, "protocol": "icmp", "port": None, "remote": "::/0"}],
    }
    site = read(tmp_path, given).surroundings
    assert site.log_receiver == "[fd00::9]:6514"
    assert [flow.remote for flow in site.flows] == ["10.0.0.0/8", "::/0"]
    assert site.operators == ()


@pytest.mark.parametrize(
    ("user", "operators"), [("ops", ("li", "ops")), ("li", ("li",)), (None, ("li", "root"))]
)
def test_who_hardens_is_an_operator(tmp_path: Path, user: str | None, operators: tuple[str, ...]) -> None:
    assert read(tmp_path, {"operators": ["li"]}, user).surroundings.operators == operators
