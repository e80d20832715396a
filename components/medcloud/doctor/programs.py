"""Programs: the engine with its language host and provider, Go, what the lab starts."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from medcloud.doctor.observation import Observation
from medcloud.doctor.surroundings import cache_root

ENGINE = (3, 274, 1)  # the oldest engine that is proven with the pinned SDK
GO = (1, 26, 6)  # what that engine's module asks for
MAKE = "make engines"
ENTER = 'eval "$(.venv/bin/python -m tools.engines env)"'
LANGUAGE = "pulumi-language-python"
# Debian keeps these two away from a user's PATH
LAB = ("mariadbd", "rabbitmq-server")
LAB_FOLDERS = ("/usr/sbin", "/usr/lib/rabbitmq/bin")
LAB_PACKAGES = "rabbitmq-server mariadb-server-core mariadb-client-core"


def numbers(text: str) -> tuple[int, ...]:
    """The first version in a text, () where there is none."""
    found = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", text)
    return tuple(int(part or 0) for part in found.groups()) if found else ()


def version(*command: str) -> tuple[int, ...]:
    """Version that a program tells, () when it does not run."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "PULUMI_SKIP_UPDATE_CHECK": "true", "GOTOOLCHAIN": "local"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return numbers(done.stdout)


def dotted(parts: tuple[int, ...]) -> str:
    """`3.274.1`."""
    return ".".join(map(str, parts))


def engine(environ: Mapping[str, str]) -> Iterator[Observation]:
    """The engine, its language host and the OpenStack provider."""
    path = environ.get("PATH", "")
    found = shutil.which("pulumi", path=path)
    if not found:
        built = list(cache_root(environ).glob("engines/home/*/bin/pulumi"))
        remedy = ENTER if built else MAKE
        zh, en = ("已构建，但不在 PATH 上", "built, but not on PATH") if built else ("没有", "none")
        yield Observation("pulumi", False, zh, en, remedy)
        return
    has = version(found, "version")
    told = f"{dotted(has) or '?'} ({found})"
    if has >= ENGINE:
        yield Observation("pulumi", True, told, told)
    else:
        wants = dotted(ENGINE)
        yield Observation("pulumi", False, f"{told}，需要 ≥{wants}", f"{told}, ≥{wants} is needed", MAKE)
    yield language(path, found)
    yield provider(environ)


def language(path: str, pulumi: str) -> Observation:
    """The Python language host: on PATH or beside the engine."""
    beside = str(Path(pulumi).resolve().parent)
    found = shutil.which(LANGUAGE, path=os.pathsep.join([path, beside]))
    if found:
        return Observation(LANGUAGE, True, found, found)
    return Observation(LANGUAGE, False, "没有，Python 程序无法运行", "none, Python programs cannot run", MAKE)


def provider(environ: Mapping[str, str]) -> Observation:
    """The provider of exactly the installed SDK's version, in the engine's plugin folder."""
    try:
        wanted = importlib.metadata.version("pulumi-openstack")
    except importlib.metadata.PackageNotFoundError:
        return Observation(
            "openstack", False, "缺少 pulumi-openstack", "pulumi-openstack is missing", "make setup"
        )
    home = Path(environ.get("PULUMI_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".pulumi")
    folder = home / "plugins" / f"resource-openstack-v{wanted}"
    if (folder / "pulumi-resource-openstack").is_file():
        return Observation("openstack", True, f"{wanted} ({folder})", f"{wanted} ({folder})")
    zh, en = f"{home} 中没有 {wanted} 版", f"no version {wanted} in {home}"
    return Observation("openstack", False, zh, en, f"{MAKE} && {ENTER}")


def go(environ: Mapping[str, str]) -> Observation:
    """Go, only for building engines; an older one is no harm, a newer one is fetched."""
    found = shutil.which("go", path=environ.get("PATH", ""))
    has = version(found, "version") if found else ()
    if has >= GO:
        return Observation("go", True, dotted(has), dotted(has), needed=False)
    zh = f"{dotted(has) or '没有'}，构建引擎时自动取得 {dotted(GO)}"
    en = f"{dotted(has) or 'none'}; {dotted(GO)} is fetched when engines are built"
    return Observation("go", True, zh, en, needed=False)


def lab(environ: Mapping[str, str]) -> Observation:
    """What the embedded OpenStack needs of the system."""
    path = os.pathsep.join([environ.get("PATH", ""), *LAB_FOLDERS])
    gone = ", ".join(name for name in LAB if not shutil.which(name, path=path))
    if not gone:
        return Observation("lab", True, ", ".join(LAB), ", ".join(LAB), needed=False)
    remedy = f"sudo apt-get install --no-install-recommends {LAB_PACKAGES}"
    return Observation(
        "lab", False, f"缺少 {gone}，仅实验环境需要", f"no {gone}; only the lab needs them", remedy, False
    )
