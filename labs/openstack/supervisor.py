"""Starting services: each in a session of its own, its number in pid/<name>, its output in log/<name>.out."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from labs.base.errors import LabError
from labs.base.last_lines import last_lines
from labs.openstack import place, ports, procs
from labs.openstack.project import Service
from medcloud.text import Text

SERVE = place.DRIVERS / "serve.py"


def environment(run: Path, venv: Path) -> dict[str, str]:
    """What every process of the lab is given: nothing of the caller's OS_* or proxy settings."""
    return {
        "PATH": f"{venv}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(run / "home"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(place.DRIVERS),
        "PYTHONWARNINGS": "ignore",
        "SPT_NOENV": "1",  # setproctitle must leave the environment readable: procs.scan looks there
        procs.MARK: str(run),
    }


def start(run: Path, venv: Path, services: Iterable[Service]) -> None:
    """Start services that do not run. Their readiness is another question: wait_ready."""
    forks: dict[str, list[Service]] = {}
    for service in services:
        procs.end(procs.of_service(run, service.name), 0)  # orphans of a killed one
        if service.fork:
            forks.setdefault(service.fork, []).append(service)
        elif service.command:
            _spawn(run, venv, service, list(service.command))
        else:
            _spawn(run, venv, service, _serve(run, venv, service.name, "", [service]))
    for module, members in forks.items():
        forker = Service(_forker(module) + members[0].name)
        _spawn(run, venv, forker, _serve(run, venv, forker.name, module, members))


def _serve(run: Path, venv: Path, name: str, module: str, services: list[Service]) -> list[str]:
    """The command that runs Python services by serve.py; what it shall run is written to a file."""
    spec = {
        "import": module,
        "services": [
            {
                "name": s.name,
                "script": s.script,
                "wsgi": s.wsgi,
                "args": s.args,
                "port": s.port,
                "env": s.env,
                "pid": str(run / "pid" / s.name),
                "out": str(run / "log" / f"{s.name}.out"),
            }
            for s in services
        ],
    }
    path = run / "spec" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(spec), encoding="utf-8")
    return [str(venv / "bin" / "python"), str(SERVE), str(path)]


def _spawn(run: Path, venv: Path, service: Service, command: list[str]) -> None:
    (run / "pid").mkdir(exist_ok=True)
    with (run / "log" / f"{service.name}.out").open("ab") as out:
        child = subprocess.Popen(
            command,
            env={**environment(run, venv), **service.env},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            cwd=run,
            start_new_session=True,
        )
    (run / "pid" / service.name).write_text(str(child.pid), encoding="ascii")


def stop(run: Path, names: Iterable[str], grace: float = 4) -> None:
    """End services and whatever they started."""
    pids = [pid for name in names for pid in procs.of_service(run, name)]
    procs.end(pids, grace)
    for name in names:
        (run / "pid" / name).unlink(missing_ok=True)


def stop_all(run: Path) -> None:
    """End every process of the lab, the database last and in peace."""
    database = procs.of_service(run, "mariadb")
    procs.end([p.pid for p in procs.scan(run) if p.pid not in database], 1)
    procs.end(database, 30)
    procs.end([p.pid for p in procs.scan(run)], 0)


def wait_ready(run: Path, services: Iterable[Service], seconds: float) -> None:
    """Wait until services run and those with a port answer; LabError names the one that does not."""
    until = time.monotonic() + seconds
    waiting = list(services)
    while True:
        alive = procs.leaders(run)
        waiting = [s for s in waiting if s.name not in alive or (s.port and not ports.answers(s.port))]
        if not waiting:
            return
        check(run, waiting)
        first = waiting[0]
        if time.monotonic() > until:
            raise LabError(
                f"服务 {first.name} 在 {seconds:.0f} 秒内没有应答,请看日志后重新运行 make lab",
                f"{first.name} did not answer in {seconds:.0f} s; see its log, then `make lab`",
                run / "log" / f"{first.name}.out",
            )
        time.sleep(0.2)


def check(run: Path, services: Iterable[Service]) -> None:
    """LabError if one of these services, which were started, runs no longer."""
    alive = procs.leaders(run)
    for service in services:
        if service.name not in alive and not _is_starting(alive, service):
            log = _log(run, service)
            raise LabError(
                f"服务 {service.name} 已退出,请看日志后重新运行 make lab",
                f"{service.name} died; see its log, then `make lab`; it said last:{last_lines(log)}",
                log,
            )


def _log(run: Path, service: Service) -> Path:
    """Where a dead service's last words are: its forker's, if it did not live to be forked."""
    own = run / "log" / f"{service.name}.out"
    forkers = sorted((run / "log").glob(_forker(service.fork) + "*.out")) if service.fork else []
    return own if own.exists() or not forkers else forkers[0]


def _forker(modules: str) -> str:
    """What the names of the processes that fork after importing these modules begin with."""
    return f"fork-{modules.partition(',')[0]}-"


def _is_starting(alive: Iterable[str], service: Service) -> bool:
    """A service that is forked gets its pid file only when its forker has imported what it must."""
    return bool(service.fork) and any(name.startswith(_forker(service.fork)) for name in alive)


def say(zh: str, en: str) -> None:
    """A line of progress."""
    sys.stderr.write(f"lab: {Text(zh, en)}\n")
    sys.stderr.flush()


def is_root() -> bool:
    """Whether this process may install packages."""
    return os.geteuid() == 0
