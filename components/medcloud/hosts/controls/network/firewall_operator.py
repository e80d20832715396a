"""Whoever administers the host now is let in by its firewall to come."""

import ipaddress
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting, ssh_ports
from medcloud.text import Text

_UNKNOWN = Text("清单未给出管理来源（site.admin_sources）", "the inventory names no site.admin_sources")
_REMEDY = Text("登记该来源，或从登记的来源管理", "register the prefix, or come from a registered one")


def _look(case: Case) -> Iterator[str]:
    known = [ipaddress.ip_network(prefix, strict=False) for prefix in case.surroundings.admin_sources]
    for line in case.state.lines("firewall"):
        words = line.split()
        if words[:1] != ["peer"] or int(words[1].rpartition(":")[2]) not in ssh_ports(case):
            continue
        peer = words[2].rpartition(":")[0].strip("[]").removeprefix("::ffff:").partition("%")[0]
        if not any(ipaddress.ip_address(peer) in prefix for prefix in known):
            yield f"ssh {peer}"


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if case.surroundings.admin_sources else [Manual(_UNKNOWN)]


control = Control(
    id="firewall-operator",
    clauses=("8.1.4.4-c",),
    items=("7.2.3.2-d", "7.2.2-a"),
    severity="medium",
    title=Text(
        "现有的管理连接均来自登记的管理来源", "All open administration comes from the registered prefixes"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
