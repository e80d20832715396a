"""The Merkle tree of RFC 6962 with SM3 in place of SHA-256; its leaves are the ledger's lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from medcloud.crypto import digest


def roots(lines: Sequence[bytes], sizes: Collection[int]) -> dict[int, str]:
    """For each size that there are lines for, the root over so many of the first, 64 hexadecimal digits."""
    wanted = set(sizes)
    found: dict[int, str] = {}
    whole: list[bytes] = []  # roots of the full trees that the lines so far make, the largest first
    for size, line in enumerate(lines, 1):
        node, bits = _leaf(line), size
        while not bits & 1:
            node, bits = digest(b"\1", whole.pop(), node), bits >> 1
        whole.append(node)
        if size in wanted:
            found[size] = _joined(whole).hex()
    return found


def path(lines: Sequence[bytes], index: int) -> list[tuple[str, bytes]]:
    """From a leaf to the root: the hash beside it and on which side, ``left`` or ``right``."""
    steps: list[tuple[str, bytes]] = []
    level = [_leaf(line) for line in lines]
    while len(level) > 1:  # the odd one out goes up as it is: the same tree
        beside = index ^ 1
        if beside < len(level):
            steps.append(("left" if beside < index else "right", level[beside]))
        pairs = [digest(b"\1", level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level, index = pairs + level[len(pairs) * 2 :], index // 2
    return steps


def _leaf(line: bytes) -> bytes:
    return digest(b"\0", line)


def _joined(whole: Sequence[bytes]) -> bytes:
    *left, node = whole
    for other in reversed(left):
        node = digest(b"\1", other, node)
    return node
