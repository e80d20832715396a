"""Typed views over the text of sections."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping

from medcloud.hosts.state.facts import Account, Module, Mount, Rights, Scan, Socket, Unit


def pairs(lines: Iterable[str]) -> dict[str, str]:
    """First word and the rest of each line."""
    return {key: value.strip() for key, _, value in (line.partition(" ") for line in lines) if key}


def os_release(lines: Iterable[str]) -> dict[str, str]:
    """Fields as the shell would read them."""
    found = {}
    for line in lines:
        key, mark, value = line.strip().partition("=")
        if mark and not key.startswith("#"):
            try:
                found[key] = "".join(shlex.split(value))
            except ValueError:
                found[key] = value
    return found


def grouped(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Lists of second words by first word."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        key, _, value = line.partition(" ")
        found[key] = (*found.get(key, ()), value.strip())
    return found


def sshd(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What sshd -T prints, keywords in lower case."""
    return {key.lower(): values for key, values in grouped(line for line in lines if line).items()}


def sysctl(lines: Iterable[str]) -> dict[str, str]:
    """Value by key; tabs between numbers become one space."""
    found = {}
    for line in lines:
        key, mark, value = line.partition("=")
        if mark:
            found[key.strip()] = " ".join(value.split())
    return found


def account(line: str) -> Account:
    """One account of the probe's own form."""
    name, uid, gid, home, shell, kind, locked, *days = line.split(":")
    changed, least, most, warn, inactive, expires = (
        int(d) if d.lstrip("-").isdigit() else None for d in days
    )
    return Account(
        name,
        int(uid),
        int(gid),
        home,
        shell,
        kind,
        locked == "1",
        changed,
        least,
        most,
        warn,
        inactive,
        expires,
    )


def groups(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Members by group."""
    rows = (line.split(":") for line in lines if line.count(":") >= 3)
    return {row[0]: tuple(filter(None, row[3].split(","))) for row in rows}


def units(lines: Iterable[str]) -> dict[str, Unit]:
    """Units with the state of their file, as `systemctl is-enabled` would tell it, and their own."""
    enabled: dict[str, str] = {}
    active: dict[str, str] = {}
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "file":
            path, _, target = rest.partition(" ")
            name, state = _unit_file(path, target)
            if _RANK[state] > _RANK.get(enabled.get(name, ""), -1):
                enabled[name] = state
        elif word == "unit" and rest.count(" ") >= 2:
            name, _, state = rest.split(" ")[:3]
            active[name] = state
    return {n: Unit(enabled.get(n, ""), active.get(n, "inactive")) for n in {*enabled, *active}}


_RANK = {"": -1, "alias": 0, "disabled": 1, "enabled": 2, "masked": 3}


def _unit_file(path: str, target: str) -> tuple[str, str]:
    """The unit that a path under systemd's folders is about, and what it says of it."""
    folder, _, name = path.rpartition("/")
    if target == "/dev/null":
        return name, "masked"
    if folder.endswith((".wants", ".requires")):
        return name, "enabled"
    real = target.rpartition("/")[2]
    return name, "alias" if real and real != name else "disabled"


def packages(lines: Iterable[str]) -> dict[str, str]:
    """Versions by name, of what is installed; where both databases are, the rpm one counts as well."""
    rows = (line.split() for line in lines)
    return {row[1]: row[2] for row in rows if len(row) > 3 and row[3].startswith("ii")}


def modules(lines: Iterable[str]) -> dict[str, Module]:
    """Modules by name with underscores."""
    loaded, install = set(), {}
    for line in lines:
        word, _, rest = line.partition(" ")
        name, _, command = rest.partition(" ")
        name = name.replace("-", "_")
        if word == "loaded":
            loaded.add(name)
        elif word == "install":
            install[name] = command.strip()
    return {n: Module(n in loaded, install.get(n, "")) for n in {*loaded, *install}}


def mounts(lines: Iterable[str]) -> dict[str, Mount]:
    """Mounts by point, octal escapes undone."""
    found = {}
    for line in lines:
        words = line.split()
        if len(words) >= 4:
            point = words[1].replace("\\040", " ").replace("\\011", "\t")
            found[point] = Mount(words[0], words[2], tuple(words[3].split(",")))
    return found


def scan(line: str) -> Scan:
    """One hit of the walk."""
    why, mode, user, group, path = line.split(" ", 4)
    return Scan(why, int(mode, 8), user, group, path)


def rights(lines: Iterable[str]) -> Mapping[str, Rights]:
    """Rights by path."""
    found = {}
    for line in lines:
        words = line.split(" ", 4)
        if len(words) == 5:
            found[words[4]] = Rights(words[0], int(words[1], 8), words[2], words[3])
    return found


def socket(line: str) -> Socket | None:
    """One line of ss."""
    words = line.split()
    if len(words) < 5:
        return None
    address, _, port = words[4].rpartition(":")
    return (
        Socket(words[0], address.strip("[]"), int(port), words[6] if len(words) > 6 else "")
        if port.isdigit()
        else None
    )
