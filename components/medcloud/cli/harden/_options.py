"""Options that the subcommands share, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from medcloud.cli._bilingual import option
from medcloud.hosts.audit.choose import choose, parameters
from medcloud.hosts.audit.identity import with_identity
from medcloud.hosts.controls import catalogue
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory import HostEntry, read_hosts
from medcloud.hosts.run.request import PARALLEL, Request
from medcloud.standard.today import today
from medcloud.text import Text
from medcloud.waivers import NONE, WaiverRefused, Waivers, load_waivers

_FILE = click.Path(dir_okay=False, path_type=Path)
_SEVERITIES = ("low", "medium", "high", "critical")


@dataclass(frozen=True)
class Given:
    """Hosts and request, checked."""

    hosts: tuple[HostEntry, ...]
    request: Request


def selection(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose hosts and controls."""
    for added in reversed(
        (
            option(
                "-i",
                "--hosts",
                "hosts_file",
                type=_FILE,
                required=True,
                metavar="FILE",
                help=Text("主机清单 JSON（或栈输出 hosts）", "hosts, JSON (or the stack's output)"),
            ),
            option(
                "--host",
                "names",
                multiple=True,
                metavar="NAME",
                help=Text("只此主机或组", "only this host or group"),
            ),
            option(
                "--control", "ids", multiple=True, metavar="ID", help=Text("只此控制项", "only this control")
            ),
            option(
                "--family", "families", multiple=True, metavar="NAME", help=Text("只此族", "only this family")
            ),
            option("--severity", type=click.Choice(_SEVERITIES), help=Text("此级及以上", "this and above")),
            option(
                "--parameter",
                "given",
                multiple=True,
                metavar="ID.NAME=N",
                help=Text("更严的参数", "a stricter figure"),
            ),
            option(
                "--waivers",
                "waivers_file",
                type=_FILE,
                metavar="FILE",
                help=Text("已签名的豁免", "signed waivers (docs/evidence.md)"),
            ),
            option(
                "--trust",
                type=click.Path(file_okay=False, path_type=Path),
                metavar="FOLDER",
                help=Text("信任目录，随 --waivers", "trust folder, with --waivers"),
            ),
            option(
                "--parallel",
                type=click.IntRange(1, 200),
                default=PARALLEL,
                show_default=True,
                help=Text("同时的主机数", "hosts at a time"),
            ),
        )
    ):
        command = added(command)
    return command


def read(
    *,
    hosts_file: Path,
    names: Sequence[str],
    ids: Sequence[str],
    families: Sequence[str],
    severity: str | None,
    given: Sequence[str],
    waivers_file: Path | None,
    trust: Path | None,
) -> Given:
    """The hosts and the request; HardenError names what is wrong."""
    hosts = only(read_hosts(hosts_file), names)
    controls = choose(ids=ids, families=families, severity=severity)
    waivers = _waivers(waivers_file, trust)
    for host in hosts:  # refused before any is touched
        with_identity({}, host.identity, f"{hosts_file}: {host.name}")
    return Given(hosts, Request(controls, parameters(given, waivers, [h.name for h in hosts]), waivers))


def known_controls(ids: Sequence[str]) -> tuple[Control, ...]:
    """Controls by id, all when none is named."""
    return tuple(catalogue.control(id_) for id_ in ids) or tuple(catalogue.controls().values())


def only(all_: tuple[HostEntry, ...], names: Sequence[str]) -> tuple[HostEntry, ...]:
    """The hosts of some names or groups; HardenError when one is unknown."""
    known = {word for host in all_ for word in (host.name, *host.groups)}
    if unknown := [name for name in names if name not in known]:
        raise HardenError(
            Text(
                f"{', '.join(unknown)}: 清单中没有；已有: {', '.join(sorted(known))}",
                f"{', '.join(unknown)}: is not in the inventory; there are: {', '.join(sorted(known))}",
            )
        )
    return tuple(host for host in all_ if not names or {host.name, *host.groups} & set(names))


def _waivers(path: Path | None, trust: Path | None) -> Waivers:
    if path is None:
        return NONE
    try:
        return load_waivers(path, trust=trust or path.parent / "trust", today=today())
    except OSError as error:
        raise HardenError(f"{error.filename or path}: {error.strerror}") from None
    except WaiverRefused as error:
        raise HardenError(*error.findings) from None
