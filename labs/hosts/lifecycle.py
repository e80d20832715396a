"""up, down, reset, reboot."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence

from labs.base.cache import locked
from labs.base.errors import LabError
from labs.base.last_lines import last_lines
from labs.hosts import (
    files,
    kinds,
    machine,
    members,
    namespaces,
    network,
    published,
    seed,
    spec,
    systems,
    toolbox,
)
from labs.hosts.errors import HostEnded
from labs.hosts.place import Folders
from labs.hosts.progress import say
from labs.hosts.spec import Spec

GREETING = 30
"""Seconds for sshd's banner. A busy emulator needs many, and whoever asks anew makes it begin anew."""


def up(where: Folders, wanted: Sequence[tuple[str, str]]) -> list[Spec]:
    """Have these hosts running, each a (system, kind). What runs is left alone, what died keeps its files."""
    machine.check(kind for _, kind in wanted)
    with locked(where.lock):
        begun = time.monotonic()
        tools = toolbox.ensure()
        known = systems.load()
        hosts = plan(spec.load(where), wanted)
        sleeping = [h for h in hosts if not kinds.of(h).running(where, h)]
        lower = {h.name: kinds.of(h).lower(known[h.system]) for h in sleeping}
        machine.room_for_many()
        network.control(where, tools)
        for host in sleeping:
            where.host(host.name).mkdir(parents=True, exist_ok=True)
            host.save(where.host(host.name))
            seed.make(where, host, systems.lower(known[host.system]), hosts)
        published.write(where, tools, hosts)
        for host in sleeping:
            kinds.of(host).start(where, tools, host, lower[host.name])
        ready(where, *sleeping)
        say(
            f"{len(hosts)} 台主机已就绪,其中新启动 {len(sleeping)} 台({time.monotonic() - begun:.1f} 秒)",
            f"{len(hosts)} hosts answer ssh; ssh -F {where.published / 'ssh_config'} {hosts[0].name}",
        )
        return hosts


def plan(there: Sequence[Spec], wanted: Sequence[tuple[str, str]]) -> list[Spec]:
    """The hosts there are, and new ones for what is (system, kind) wanted beyond them."""
    hosts = list(there)
    free = list(there)
    for system, kind in wanted:
        match = next((h for h in free if (h.system, h.kind) == (system, kind)), None)
        if match:
            free.remove(match)
            continue
        index = max((h.index for h in hosts), default=0) + 1
        number = 1 + sum((h.system, h.kind) == (system, kind) for h in hosts)
        prefix = "" if kind == "namespace" else f"{kind}-"
        hosts.append(Spec(f"{prefix}{system.replace('.', '')}-{number}", system, kind, index))
    return hosts


def down(where: Folders) -> None:
    """End every host and remove all that `up` made, save the shared bases."""
    machine.check()
    with locked(where.lock):
        hosts = [path.name for path in (where.home / "hosts").glob("*")]
        for name in hosts:
            network.remove(where.net(name))
        network.remove(where.control)
        namespaces.forget_groups(where)
        files.remove(where.home)
        files.remove(where.published)
        say(f"{len(hosts)} 台主机已清除", f"{len(hosts)} hosts are gone")


def reset(where: Folders, name: str) -> None:
    """Give a host its pristine root again and boot it."""
    with locked(where.lock):
        host = find(where, name)
        kind = kinds.of(host)
        members.end(where.net(name))
        kind.forget(where, host)
        kind.start(where, toolbox.ensure(), host, kind.lower(systems.load()[host.system]))
        ready(where, host)


def reboot(where: Folders, name: str) -> None:
    """Reboot a host as `systemctl reboot` does; one that cannot is started anew. Its files stay."""
    with locked(where.lock):
        host = find(where, name)
        kind = kinds.of(host)
        kind.reboot(where, host)
        if not kind.running(where, host):
            kind.start(where, toolbox.ensure(), host, kind.lower(systems.load()[host.system]))
        ready(where, host)


def find(where: Folders, name: str) -> Spec:
    """The host of that name; LabError names those there are."""
    hosts = spec.load(where)
    if not hosts:
        raise LabError("主机实验环境未启动", "the host lab is not up: python -m labs.hosts up")
    for host in hosts:
        if host.name == name:
            return host
    names = ", ".join(host.name for host in hosts)
    raise LabError(f"没有主机 {name};现有:{names}", f"no host {name} in this lab")


def ready(where: Folders, *hosts: Spec) -> None:
    """Wait until each host's sshd greets; HostEnded once one has ended, LabError when it is late."""
    for at, host in enumerate(hosts):
        limit = kinds.of(host).SECONDS
        until = time.monotonic() + limit
        while not greets(where, host, hosts[at:]):
            if time.monotonic() > until:
                log = where.host(host.name) / "log"
                zh = f"主机 {host.name} 在 {limit} 秒内未应答 ssh,其控制台最后显示"
                en = f"no ssh greeting in time; its console's last lines:{last_lines(log)}"
                raise LabError(zh, en, log)
            time.sleep(0.1)


def greets(where: Folders, host: Spec, waited_for: Sequence[Spec]) -> bool:
    """Whether sshd sends its banner. HostEnded when one of those that are waited for has ended meanwhile."""
    script = f"exec 3<>/dev/tcp/{host.address}/{published.PORT}; read -r line <&3; [[ $line == SSH* ]]"
    command = [*network.enter(where.control), "timeout", str(GREETING), "bash", "-c", script]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as asking:
        while True:
            for each in waited_for:
                if not members.of(where.net(each.name)):
                    asking.terminate()
                    raise HostEnded(each.name, where.host(each.name) / "log")
            try:
                return asking.wait(0.5) == 0
            except subprocess.TimeoutExpired:
                continue
