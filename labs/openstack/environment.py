"""The services' Python environment: one a version of requirements/lab.lock, shared by all checkouts."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from labs.base import cache
from labs.base.errors import LabError
from labs.openstack import place
from labs.openstack.supervisor import say

DONE = "complete"  # written last: an environment without it was cut off and is made anew


def ensure(log: Path) -> Path:
    """The environment, made if it is not there. Parallel calls wait for the first."""
    digest = hashlib.sha256(place.LOCK_FILE.read_bytes() + sys.version.encode()).hexdigest()[:12]
    venv = cache.root() / "lab-venv" / digest
    if (venv / DONE).exists():
        return venv
    with cache.locked(venv.with_name(f"{digest}.lock")):
        if not (venv / DONE).exists():
            _make(venv, log)
    return venv


def _make(venv: Path, log: Path) -> None:
    say(
        "安装 OpenStack 服务的 Python 环境（约一分钟）",
        "installing the services' environment (about a minute)",
    )
    shutil.rmtree(venv, ignore_errors=True)
    uv = [sys.executable, "-m", "uv"]
    install = [*uv, "pip", "install", "--require-hashes", "--no-deps", "--compile-bytecode"]
    steps = (
        [*uv, "venv", "--python", sys.executable, str(venv)],
        [*install, "--python", str(venv / "bin" / "python"), "-r", str(place.LOCK_FILE)],
    )
    with log.open("ab") as out:
        for step in steps:
            if subprocess.call(step, stdout=out, stderr=out, env=_env()):
                raise LabError(
                    "安装 Python 环境失败,请看日志后重新运行 make lab",
                    "installing the environment failed; see the log, then `make lab`",
                    log,
                )
    (venv / DONE).touch()


def _env() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
