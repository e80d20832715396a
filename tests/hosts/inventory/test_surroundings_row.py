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
        ("none", r"site  .*web: “none” cannot be used.*write a mapping"),
        ({"ntp": []}, r"site\.ntp  .*web: unknown key ntp.*one of: flows, time_sources"),
        ({"operators": "ops"}, r"site\.operators  .*web: “ops” cannot be used.*write a list"),
        ({"time_sources": [1]}, r"site\.time_sources\[0\]  .*web: “1” cannot be used.*write text"),
        ({"admin_sources": ["10.0.0.0/33"]}, r"site\.admin_sources\[0\]  .*web: .*is no prefix"),
        ({"log_receiver": "logs"}, r"site\.log_receiver  .*web: logs is not host:port"),
        ({"log_receiver": "logs:70000"}, r"site\.log_receiver  .*web: logs:70000 is not host:port"),
        ({"flows": ["any"]}, r"site\.flows\[0\]  .*web: “any” cannot be used.*write a mapping"),
        ({"flows": [{**FLOW, "to": "x"}]}, r"site\.flows\[0\]\.to  .*web: unknown key to"),
        (
            {"flows": [{**FLOW, "direction": "in"}]},
            r"site\.flows\[0\]\.direction  .*one of ingress, egress",
        ),
        (
            {"flows": [{**FLOW, "protocol": "6"}]},
            r"site\.flows\[0\]\.protocol  .*one of tcp, udp, icmp",
        ),
        ({"flows": [{**FLOW, "port": 0}]}, r"site\.flows\[0\]\.port  .*web: 0 is out of range"),
        ({"flows": [{**FLOW, "port": "443"}]}, r"site\.flows\[0\]\.port  .*web: “443” is quoted"),
        (
            {"flows": [{**FLOW, "remote": "intranet"}]},
            r"site\.flows\[0\]\.remote  .*intranet is no prefix",
        ),
    ],
)
def test_refused(tmp_path: Path, site: object, words: str) -> None:
    with pytest.raises(HardenError, match=f"(?s){words}"):
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
