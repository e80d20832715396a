"""up, down, and what is done to single services and hypervisors."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from labs.base import cache
from labs.base.errors import LabError
from labs.openstack import (
    api,
    base,
    clouds,
    debian,
    hosts,
    place,
    procs,
    record,
    regions,
    services,
    setup,
    snapshot,
    supervisor,
)
from labs.openstack.lab import Lab
from labs.openstack.project import Service
from labs.openstack.services import designate
from labs.openstack.supervisor import say

START_SECONDS = 300  # a busy machine may take that long


@contextmanager
def locked(where: place.Folders) -> Iterator[None]:
    """One command at a time changes a lab."""
    where.home.mkdir(parents=True, exist_ok=True)
    where.home.chmod(0o700)
    with cache.locked(where.home / "lock"):
        yield


def opened(where: place.Folders) -> Lab:
    """The lab of a checkout, which must have been set up."""
    known = record.load(where)
    if known is None:
        raise LabError("实验环境尚未启动,请先运行 make lab", "the lab is not up: run `make lab`")
    return record.lab(where, known, record.port_base(where, running=True))


def up(where: place.Folders, profile: str | None) -> Lab:
    """Bring the lab up; what runs already is left alone."""
    with locked(where):
        begun = time.monotonic()
        known = record.load(where)
        if known and not known.done:  # cut off in its first setup
            supervisor.stop_all(where.run)
            known = None
        running = bool(procs.scan(where.run))
        base_port = record.port_base(where, running=running or known is not None)
        profile = profile or (known.profile if known else "sample")
        if known is None:
            known = _first(where, base_port, profile)
        elif profile == "all":
            known.profile = "all"
        lab = record.lab(where, known, base_port)
        _start(lab, known)
        took, what = f"{time.monotonic() - begun:.1f}", f"({lab.profile}, {lab.keystone})"
        say(f"{took} 秒后就绪 {what}", f"ready in {took} s {what}")
        return lab


def _first(where: place.Folders, base_port: int, profile: str) -> record.Record:
    """A lab from its snapshot, or from nothing."""
    debian.ensure(where.home / "install.log")
    shutil.rmtree(where.run, ignore_errors=True)
    digest = record.digest(base_port, profile)
    if snapshot.file(where, digest).exists():
        say("从快照恢复", "restoring the snapshot")
        snapshot.restore(where, digest)
        if known := record.load(where):
            return known
    where.run.mkdir(mode=0o700)
    known = record.new(profile)
    known.save(where)
    lab = record.lab(where, known, base_port)
    setup.configure(lab)
    try:
        setup.ensure(lab, known)
    finally:
        supervisor.stop_all(where.run)
    snapshot.take(where, digest)
    return known


def _start(lab: Lab, known: record.Record) -> None:
    """Start what does not run and finish the regions; nothing to do takes about a second."""
    run = lab.place.run
    setup.configure(lab)
    clouds.write(lab)
    setup.ensure(lab, known)
    wanted, alive = services.processes(lab), procs.leaders(run)
    dead = [s for s in wanted if s.name not in alive]
    since = hosts.now()
    if dead:
        say(f"启动 {len(dead)} 个服务", f"starting {len(dead)} services")
        _launch(lab, dead)
    supervisor.wait_ready(run, wanted, START_SECONDS)
    if dead:
        _finish(lab, wanted, {s.name for s in dead}, since)


def _launch(lab: Lab, dead: list[Service]) -> None:
    run = lab.place.run
    first = [s for s in dead if s in base.services(lab)]
    if any(s.name == "rabbitmq" for s in first):
        base.configure_rabbit(lab)
    supervisor.start(run, lab.venv, first)
    supervisor.wait_ready(run, [s for s in first if s.name == "mariadb"], 60)
    supervisor.start(run, lab.venv, [s for s in dead if s not in first])


def _finish(lab: Lab, wanted: list[Service], started: set[str], since: str) -> None:
    check = partial(supervisor.check, lab.place.run, wanted)
    admin = api.token(lab)
    for region in lab.layout.regions:
        say(
            f"区域 {region.name}：登记计算节点、可用区、外部网络",
            f"region {region.name}: hypervisors, zones, external network",
        )
        fresh = {f"cinder-volume-{region.name}", *(f"nova-compute-{h}" for h in region.hosts)}
        regions.finish(lab, region, admin, since if fresh <= started else "", check)
        hosts.regain(lab, region.name, admin)
    pool = lab.state("designate-pool") / "made"
    if not pool.exists():
        setup.run(lab, designate.pool_update(lab))
        pool.touch()
    check()


def down(where: place.Folders, *, purge: bool) -> None:
    """End everything and remove the state; with purge, the snapshot and the remembered ports too."""
    with locked(where):
        if where.run.exists():
            supervisor.stop_all(where.run)
            shutil.rmtree(where.run, ignore_errors=True)
    if purge:
        shutil.rmtree(where.home, ignore_errors=True)
    if purge:
        say("已停止并清除，快照也已删除", "down, snapshot removed")
    else:
        say("已停止并清除", "down")


def service(where: place.Folders, action: str, name: str) -> None:
    """Stop, start or restart one service."""
    with locked(where):
        lab = opened(where)
        mine = [s for s in services.processes(lab) if s.name == name]
        if not mine:
            names = ", ".join(s.name for s in services.processes(lab))
            raise LabError(f"没有服务 {name};可用: {names}", f"no service {name}; see the list")
        if action in ("stop", "restart"):
            supervisor.stop(lab.place.run, [name])
        if action in ("start", "restart") and name not in procs.leaders(lab.place.run):
            if name == "rabbitmq":
                base.configure_rabbit(lab)
            supervisor.start(lab.place.run, lab.venv, mine)
            supervisor.wait_ready(lab.place.run, mine, START_SECONDS)


def host(where: place.Folders, action: str, name: str) -> None:
    """Lose or regain a hypervisor."""
    with locked(where):
        lab = opened(where)
        if name not in lab.layout.facts:
            names = ", ".join(lab.layout.facts)
            raise LabError(f"没有计算节点 {name};可用: {names}", f"no hypervisor {name}; see the list")
        if action == "down":
            hosts.down(lab, name)
        else:
            hosts.up(lab, services.processes(lab), name)
