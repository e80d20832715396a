"""Setting a lab up for the first time, or adding the projects of a larger profile to it."""

import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from tools.lab import api, base, identity, procs, record, services, supervisor
from tools.lab.errors import LabError
from tools.lab.lab import Lab
from tools.lab.layout import Region
from tools.lab.project import Project, Service
from tools.lab.supervisor import say

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
        say("初始化数据库 / initialising the database")
        base.create_database_server(lab)
    supervisor.start(lab.place.run, lab.venv, _running(lab, ["mariadb"]))
    supervisor.wait_ready(lab.place.run, _named(lab, ["mariadb"]), 60)
    base.create_databases(lab, [name for p in missing for name in _databases(lab, p)])
    say("建立各服务的数据结构 / migrating " + ", ".join(p.name for p in missing))
    _prepare(lab, missing)
    keystone = _named(lab, ["keystone"])
    supervisor.start(lab.place.run, lab.venv, _running(lab, ["keystone"]))
    supervisor.wait_ready(lab.place.run, keystone, 120)
    say("建立用户、角色与目录 / users, roles, catalogue")
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
    jobs = [(project, region) for project in projects for region in project.regions(lab)]
    slow = ("nova", "neutron", "keystone", "cinder")
    jobs.sort(key=lambda job: job[0].name not in slow)

    def work(job: tuple[Project, Region]) -> None:
        for command in job[0].prepare(lab, job[1]):
            run(lab, command)

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, jobs))


def run(lab: Lab, command: list[str]) -> None:
    """Run one command of the services' environment; its output goes to a log."""
    program = command[2] if command[0] == "env" else command[0]
    log = lab.place.log / f"{program.rsplit('/', 1)[-1]}.out"
    with log.open("ab") as out:
        env = supervisor.environment(lab.place.run, lab.venv)
        if subprocess.call(command, stdout=out, stderr=out, env=env, cwd=lab.place.run):
            words = " ".join(command)[:200]
            raise LabError(f"命令失败,请看日志: {words}", f"failed, see the log: {words}", log)
