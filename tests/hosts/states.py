"""Host states out of test data."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from medcloud.hosts.audit.judge import Target
from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.controls import catalogue
from medcloud.hosts.state import HostFile, HostState, Section, covered
from medcloud.hosts.systems import system
from medcloud.plan.hosts import HostFlow

_BASE = {
    "identity": "uid 0\nuser root\nname test\nisa x86_64\ntime 1700000000\ncontainer none",
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
    "mounts": "/dev/vda1 / ext4 rw,relatime 0 0",
    "os_release": "NAME=test",
    "there": "",
    "fixed": "",
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
    files = {path: _file(text) for path, text in data.get("files", {}).items()}
    _only_asked(files, rights)
    return HostState(sections, files, catalogue.asked())


def host(case: Mapping[str, Any], control: str) -> Target:
    """The host of a case."""
    given = dict(case.get("site", {}))
    flows = tuple(HostFlow(**flow) for flow in given.pop("flows", ()))
    words: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    site = Surroundings(flows=flows, **words)
    values = {control: case.get("parameters", {})}
    named = case.get("system", "uos-desktop-20")
    return Target("test", state(case.get("state", {})), system(named) if named else None, site, values)


def _only_asked(files: Mapping[str, HostFile], rights: Iterable[str]) -> None:
    """A case has no more than the script would bring from a host."""
    asked = catalogue.asked()
    ends = {posixpath.normpath(posixpath.join(posixpath.dirname(p), f.target)) for p, f in files.items()}
    assert not [path for path in files if path not in ends and not covered(path, asked.reads)]
    assert not [path for path in rights if not covered(path, asked.rights)]


def _file(text: str | Mapping[str, str]) -> HostFile:
    """A text, or {link: target}, or {hex: bytes}."""
    if isinstance(text, str):
        return HostFile(text.encode())
    if "link" in text:
        return HostFile(b"", target=text["link"])
    return HostFile(bytes.fromhex(text["hex"]))
