"""Network namespaces: one with the bridge, one a host. They are files here, not names that could collide."""

from __future__ import annotations

import subprocess
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts import members, toolbox
from labs.hosts.place import Folders
from labs.hosts.spec import GATEWAY, GATEWAY6, NETWORK, NETWORK6, Spec


def control(where: Folders, tools: Path) -> None:
    """The namespace with the bridge, made if it is not there."""
    if _create(where.control):
        _ip(tools, where.control, "link set lo up")
        _ip(tools, where.control, "link add br0 type bridge")
        _ip(tools, where.control, f"addr add {GATEWAY}/{NETWORK.prefixlen} dev br0")
        _ip(tools, where.control, f"addr add {GATEWAY6}/{NETWORK6.prefixlen} dev br0 nodad")
        _ip(tools, where.control, "link set br0 up")


def join(where: Folders, tools: Path, host: Spec) -> Path:
    """A host's namespace with its eth0 on the bridge. The address is there before the host boots.

    It is a new one: the firewall's rules and the sysctls of an earlier life are gone, as at a real boot.
    """
    net, port = where.net(host.name), f"v{host.index}"
    if not _create(net):
        # a namespace ends some time after its last process, and its port with it
        _ip(tools, where.control, f"link del {port}", must=False)
        remove(net)
        _create(net)
    _ip(tools, net, "link set lo up")
    _ip(tools, net, f"link add eth0 type veth peer name {port} netns", str(where.control))
    _ip(tools, where.control, f"link set {port} master br0 up")
    _ip(tools, net, f"addr add {host.address}/{NETWORK.prefixlen} dev eth0")
    _ip(tools, net, f"addr add {host.address6}/{NETWORK6.prefixlen} dev eth0 nodad")
    _ip(tools, net, "link set eth0 up")
    _ip(tools, net, f"route add default via {GATEWAY}")
    _ip(tools, net, f"route add default via {GATEWAY6}")
    return net


def tap(where: Folders, tools: Path, host: Spec) -> str:
    """A host's namespace for a kernel of its own: a tap that is bridged to the others; its name."""
    net = where.net(host.name)
    if _create(net):
        port = f"v{host.index}"
        _ip(tools, net, "link set lo up")
        _ip(tools, net, "link add br0 type bridge")
        _ip(tools, net, f"link add eth0 type veth peer name {port} netns", str(where.control))
        _ip(tools, where.control, f"link set {port} master br0 up")
        _ip(tools, net, "tuntap add tap0 mode tap")
        for link in ("eth0", "tap0"):
            _ip(tools, net, f"link set {link} master br0 up")
        _ip(tools, net, "link set br0 up")
    return "tap0"


def enter(net: Path) -> list[str]:
    """The words that run what follows in a namespace."""
    return ["nsenter", f"--net={net}", "--"]


def remove(net: Path) -> None:
    """End the namespace and all that runs in it."""
    members.end(net)
    if net.exists():
        subprocess.run(["umount", "--lazy", str(net)], capture_output=True, check=False)
        net.unlink()


def _create(net: Path) -> bool:
    """False if the namespace is there; a file that a restart of the machine left is none."""
    if net.is_mount() or (net.exists() and _mounted(net)):
        return False
    net.parent.mkdir(parents=True, exist_ok=True)
    net.touch()
    _run(["unshare", f"--net={net}", "true"])
    return True


def _mounted(net: Path) -> bool:
    return any(line.split()[4] == str(net) for line in Path("/proc/self/mountinfo").read_text().splitlines())


def _ip(tools: Path, net: Path, words: str, *more: str, must: bool = True) -> None:
    _run([*enter(net), *toolbox.command(tools, "ip"), *words.split(), *more], must=must)


def _run(command: list[str], *, must: bool = True) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if must and done.returncode:
        raise LabError(
            f"建立网络命名空间失败:{done.stderr.strip()}",
            f"making a network namespace failed: {' '.join(command[-6:])}",
        )
