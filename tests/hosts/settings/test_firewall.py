"""The firewall never shuts out who administers the host now."""

from __future__ import annotations

import pytest

from medcloud.hosts.audit.plan import plan
from medcloud.hosts.controls import catalogue
from tests.hosts.states import host

_ID = "firewall-default-deny"


@pytest.mark.parametrize(
    ("firewall", "planned"),
    [
        ("can inet\npeer 10.1.0.9:22 10.1.0.77:51000", True),
        ("can inet\npeer [fd00::9]:22 [fd00::77]:51000", True),
        ("can inet\npeer 10.1.0.9:443 172.16.0.1:51000", True),
        ("can inet\npeer 10.1.0.9:22 172.16.0.1:51000", False),
        ("can inet\npeer [::ffff:10.1.0.9]:22 [::ffff:172.16.0.1]:51000", False),
        ("can iptables-legacy\npeer 10.1.0.9:22 172.16.0.1:51000", False),
        ("can iptables-legacy\npeer 10.1.0.9:22 10.1.0.77:51000", True),
    ],
)
def test_a_peer_outside_of_the_prefixes_stops_it(firewall: str, planned: bool) -> None:
    case = {
        "site": {"admin_sources": ["10.1.0.0/16", "fd00::/64"]},
        "state": {"sshd": "port 22", "firewall": firewall},
    }
    made = plan(host(case, _ID), [catalogue.control(_ID)])
    assert made.overlay.empty is not planned
    assert ("site.admin_sources" in str(made.before[0].findings)) is not planned


def test_iptables_drop_what_is_left_in_both_families() -> None:
    case = {
        "site": {"admin_sources": ["10.1.0.0/16", "fd00::/64"]},
        "state": {"sshd": "port 22", "firewall": "can iptables-legacy"},
    }
    made = plan(host(case, _ID), [catalogue.control(_ID)]).overlay.read("/etc/medcloud/firewall.iptables")
    lines = (made or b"").decode().splitlines()
    for tool, source in (("iptables", "10.1.0.0/16"), ("ip6tables", "fd00::/64")):
        ours = [line for line in lines if line.startswith(f"{tool}-legacy -A MEDCLOUD-IN ")]
        assert ours[-1] == f"{tool}-legacy -A MEDCLOUD-IN -j DROP || exit 1"
        assert any(f"-s {source} -p tcp -m tcp --dport 22 -j ACCEPT" in line for line in ours)
