"""A host that is no router forwards nothing."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import NotHere, Setting, Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_KEYS = ("net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding", "net.ipv6.conf.all.forwarding")
_ROUTERS = (
    "docker",
    "containerd",
    "kubelet",
    "podman",
    "libvirtd",
    "openvswitch",
    "strongswan",
    "keepalived",
)
_REASON = Text(
    "本机承担转发（容器、虚拟化或 VPN）", "it forwards by design: containers, virtual machines or a VPN"
)


def _settings(case: Case) -> list[Setting]:
    units = case.state.units
    if any(f"{name}.service" in units and units[f"{name}.service"].active == "active" for name in _ROUTERS):
        return [NotHere(_REASON)]
    return [Sysctl(key, exactly(0)) for key in _KEYS]


control = Control(
    id="net-forwarding",
    clauses=("8.1.3.1-a", "8.1.4.4-b"),
    items=("7.2.2-a", "6.5-c"),
    severity="medium",
    title=Text("非路由主机不转发报文", "A host that is no router forwards nothing"),
    breaks=Text(
        "容器、虚拟机与 VPN 主机（识别到则不改）",
        "Container, virtual machine and VPN hosts (left alone when recognised)",
    ),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
