"""Setting a lab up for the first time, or adding the projects of a larger profile to it."""

import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from labs.base.errors import LabError
from labs.openstack import api, database, identity, procs, record, services, supervisor
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service
from labs.openstack.supervisor import say

WORKERS = 3  # schema migrations at a time


def configure(lab: Lab) -> None:
    """Write every configuration file."""
    for directory in ("log", "pid", "home", "etc"):
        (lab.place.run / directory).mkdir(parents=True, exist_ok=True)
    for project in services.projects(lab.profile):
        for region in project.regions(lab):
            project.configure(lab, region)


def ensure(lab: Lab, known: record.Record) -> bool:
    """Set up the projects that are not yet. True if there was any."""
    missing = [p for p in services.projects(lab.profile) if p.name not in known.done]
    if not missing:
        return False
    if not (lab.state("mariadb") / "mysql").exists():
        say("初始化数据库", "initialising the database")
        database.create_server(lab)
    supervisor.start(lab.place.run, lab.venv, _running(lab, ["mariadb"]))
    supervisor.wait_ready(lab.place.run, _named(lab, ["mariadb"]), 60)
    database.create_databases(lab, [name for p in missing for name in _databases(lab, p)])
    names = ", ".join(p.name for p in missing)
    say(f"建立各服务的数据结构：{names}", f"migrating {names}")
    _prepare(lab, missing)
    keystone = _named(lab, ["keystone"])
    supervisor.start(lab.place.run, lab.venv, _running(lab, ["keystone"]))
    supervisor.wait_ready(lab.place.run, keystone, 120)
    say("建立用户、角色与目录", "users, roles, catalogue")
    identity.fill(lab, api.token(lab), services.projects(lab.profile))
    known.done = [p.name for p in services.projects(lab.profile)]
    known.profile = lab.profile
    known.save(lab.place)
    return True


def _named(lab: Lab, names: list[str]) -> list[Service]:
    return [s for s in services.processes(lab) if s.name in names]


def _running(lab: Lab, names: list[str]) -> list[Service]:
    alive = procs.leaders(lab.place.run)
    return [s for s in _named(lab, names) if s.name not in alive]


def _databases(lab: Lab, project: Project) -> Iterable[str]:
    for region in project.regions(lab):
        for name in project.databases:
            yield f"{region.name}_{name}" if project.regional else name


def _prepare(lab: Lab, projects: list[Project]) -> None:
    slow = ("nova", "neutron", "keystone", "cinder")
    queue = sorted(projects, key=lambda project: project.name not in slow)

    def work(project: Project) -> None:
        first, *others = project.regions(lab)
        _run_all(lab, project.prepare(lab, first))
        for region in others:
            if project.databases:
                _copy(lab, project, region)
            else:
                _run_all(lab, project.prepare(lab, region))

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, queue))


def _run_all(lab: Lab, commands: list[list[str]]) -> None:
    for command in commands:
        run(lab, command)


def _copy(lab: Lab, project: Project, region: Region) -> None:
    """The main region's fresh databases, copied: quicker than to migrate again."""
    for name in project.databases:
        database.copy(lab, f"{lab.layout.main.name}_{name}", f"{region.name}_{name}")
    if statement := project.adapt(lab, region):
        database.sql(lab, statement)


def run(lab: Lab, command: list[str]) -> None:
    """Run one command of the services' environment; its output goes to a log."""
    program = command[2] if command[0] == "env" else command[0]
    log = lab.place.log / f"{program.rsplit('/', 1)[-1]}.out"
    with log.open("ab") as out:
        env = supervisor.environment(lab.place.run, lab.venv)
        if subprocess.call(command, stdout=out, stderr=out, env=env, cwd=lab.place.run):
            words = " ".join(command)[:200]
            raise LabError(f"命令失败,请看日志: {words}", f"failed, see the log: {words}", log)
