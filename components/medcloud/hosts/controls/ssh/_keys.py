"""Keys that are too short for the standard."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.standard import number

_BITS = int(number("7.2.1-c", "rsa_key").to("bit"))
_FIELDS = 4


def weak(case: Case, whose: str) -> Iterator[str]:
    """Keys of the host or of a user (`whose`) that are DSA, or RSA of too few bits."""
    for line in case.state.lines("ssh_keys"):
        words = line.split()
        if len(words) < _FIELDS or words[0] != whose:
            continue
        _, place, bits, kind = words[:_FIELDS]
        if kind == "(DSA)" or (kind == "(RSA)" and int(bits) < _BITS):
            yield f"{place} {bits} {kind}"
