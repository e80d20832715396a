"""Host states out of test data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.hosts.audit.judge import Target
from medcloud.hosts.case.surroundings import Flow, Surroundings
from medcloud.hosts.controls import catalogue
from medcloud.hosts.state import HostFile, HostState, Section
from medcloud.hosts.systems import system

_BASE = {
    "identity": "uid 0\nuser root\nname test\ntime 1700000000\ncontainer none",
    "pam_modules": "\n".join(
        f"pam_{name}.so"
        for name in (
            "unix",
            "faillock",
            "pwquality",
            "pwhistory",
            "wheel",
            "umask",
            "limits",
            "access",
            "tty_audit",
        )
    ),
    "hashes": "yescrypt\nsha512",
    "units": "file /usr/lib/systemd/system/ssh.service \nunit ssh.service loaded active",
}
"""What every host has; a case's own sections come instead."""


def state(data: Mapping[str, Any]) -> HostState:
    """A state: `files` by path, `rights` by path as "f 644 root root", any other key a probe's output."""
    texts = {**_BASE, **{k: v for k, v in data.items() if k not in ("files", "rights")}}
    sections = {name: Section(tuple(str(text).splitlines())) for name, text in texts.items()}
    rights = data.get("rights", {})
    sections["rights"] = Section(tuple(f"{what} {path}" for path, what in rights.items()))
    return HostState(sections, {path: _file(text) for path, text in data.get("files", {}).items()})


def host(case: Mapping[str, Any], control: str) -> Target:
    """The host of a case."""
    given = dict(case.get("site", {}))
    flows = tuple(Flow(**flow) for flow in given.pop("flows", ()))
    words: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    site = Surroundings(flows=flows, **words)
    values = {control: case.get("parameters", {})}
    named = case.get("system", "uos-desktop-20")
    return Target("test", state(case.get("state", {})), system(named) if named else None, site, values)


def globs() -> tuple[str, ...]:
    """What the script reads on a host."""
    return catalogue.reads()[0]


def _file(text: str | Mapping[str, str]) -> HostFile:
    """A text, or {link: target}, or {hex: bytes}."""
    if isinstance(text, str):
        return HostFile(text.encode())
    if "link" in text:
        return HostFile(b"", target=text["link"])
    return HostFile(bytes.fromhex(text["hex"]))
