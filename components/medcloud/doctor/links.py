"""Run in a network namespace of its own: make links of these kinds (bridge, veth, tap), or say what failed.

Rtnetlink and /dev/net/tun are asked directly, for `ip` may not be installed.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import sys

NEWLINK, MAKE = 16, 0x605  # RTM_NEWLINK; REQUEST, ACK, CREATE, EXCL
INFO_KIND, LINKINFO = 1, 18  # IFLA_INFO_KIND, IFLA_LINKINFO
TUNSETIFF, TAP_NO_PI = 0x400454CA, 0x1002


def attribute(number: int, content: bytes) -> bytes:
    """A netlink attribute, padded to four bytes."""
    return struct.pack("=HH", 4 + len(content), number) + content + b"\0" * (-len(content) % 4)


def add(kind: str) -> None:
    """Make a link by rtnetlink; OSError when the kernel refuses."""
    link = attribute(LINKINFO, attribute(INFO_KIND, kind.encode() + b"\0"))
    body = struct.pack("=BxHiII", 0, 0, 0, 0, 0) + link
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        kernel.send(struct.pack("=IHHII", 16 + len(body), NEWLINK, MAKE, 1, 0) + body)
        (code,) = struct.unpack("=i", kernel.recv(4096)[16:20])
    if code:
        raise OSError(-code, os.strerror(-code))


def tap() -> None:
    """Make a tap; OSError when it cannot be."""
    line = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(line, TUNSETIFF, struct.pack("16sH22x", b"probe", TAP_NO_PI))
    os.close(line)


def main() -> None:
    """Make each."""
    for kind in sys.argv[1:]:
        try:
            if kind == "tap":
                tap()
            else:
                add(kind)
        except OSError as error:
            sys.exit(f"{kind}: {error}")


if __name__ == "__main__":
    main()
