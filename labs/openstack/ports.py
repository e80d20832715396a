"""Which ports a lab uses: a block of its own, chosen from the checkout's path, below the ephemeral range."""

import hashlib
import socket

LOWEST, HIGHEST = 15000, 32768  # from 32768 on the kernel lends ports to outgoing connections
SHARED = ("keystone", "rabbitmq", "rabbitmq-dist", "epmd", "mariadb", "designate", "designate-mdns", "manila")
REGIONAL = (
    "placement",
    "glance",
    "neutron",
    "nova",
    "cinder",
    "barbican",
    "octavia",
    "swift",
    "swift-account",
    "swift-container",
    "swift-object",
)
BLOCK = 48


def names(regions: list[str]) -> list[str]:
    """The name of each port, in the order of the block: "keystone", "nova@metro"."""
    return [*SHARED, *(f"{name}@{region}" for region in regions for name in REGIONAL)]


def table(base: int, regions: list[str]) -> dict[str, int]:
    """Port numbers by name for the block that begins at base."""
    all_names = names(regions)
    if len(all_names) > BLOCK:
        raise ValueError(f"{len(all_names)} ports do not fit into a block of {BLOCK}")
    return {name: base + i for i, name in enumerate(all_names)}


def choose(seed: str) -> int:
    """First port of a free block. The same seed begins its search at the same block."""
    blocks = (HIGHEST - LOWEST) // BLOCK
    first = int(hashlib.sha256(seed.encode()).hexdigest(), 16) % blocks
    for step in range(blocks):
        base = LOWEST + (first + step) % blocks * BLOCK
        if all(is_free(base + i) for i in range(BLOCK)):
            return base
    raise OSError("no free block of ports")


def is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1:port."""
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    """Whether something listens on 127.0.0.1:port."""
    with socket.socket() as s:
        s.settimeout(1)
        return s.connect_ex(("127.0.0.1", port)) == 0
