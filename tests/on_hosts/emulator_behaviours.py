"""What a hardened host does that only a distribution's own kernel can show: True when it does."""

from __future__ import annotations

from collections.abc import Callable

from labs.hosts.api import LabHost
from tests.on_hosts.bench import Bench
from tests.on_hosts.uml_behaviours import PERSON

_COUNT = """
import ctypes, struct
# the time that it takes itself, in the kernel too
asked = ctypes.create_string_buffer(struct.pack("IIQ", 1, 64, 1) + bytes(48))
print(ctypes.CDLL(None).syscall(298, asked, 0, -1, -1, 0))
"""


def lets_nobody_watch_the_kernel(_bench: Bench, host: LabHost) -> bool:
    """An ordinary user counts an event of the kernel."""
    return host.run(["python3", "-c", _COUNT], user=PERSON, check=True).stdout.strip() == "-1"


SHOWS: dict[Callable[[Bench, LabHost], bool], tuple[str, ...]] = {
    lets_nobody_watch_the_kernel: ("kernel-perf",),
}
