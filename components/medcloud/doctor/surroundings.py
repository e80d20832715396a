"""What programs find around them: Python and its packages, the cache, clouds.yaml, the passphrase."""

from __future__ import annotations

import importlib.metadata
import os
import re
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from medcloud.doctor.observation import Observation
from medcloud.text import Text
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import read_mapping
from medcloud.text.reading.source import Unreadable
from medcloud.text.reading.tree import Table

PYTHON = (3, 10)
SETUP = "make setup"
_CLOUDS = Kind(
    Text("clouds.yaml", "a clouds.yaml"),
    Text("格式见 OpenStack SDK 文档", "OpenStack SDK's documentation has its format"),
)


def cache_root(environ: Mapping[str, str]) -> Path:
    """$MEDCLOUD_CACHE, else $XDG_CACHE_HOME/medcloud, else ~/.cache/medcloud."""
    if own := environ.get("MEDCLOUD_CACHE"):
        return Path(own).expanduser()
    base = environ.get("XDG_CACHE_HOME") or str(Path(environ.get("HOME", "~")) / ".cache")
    return Path(base).expanduser() / "medcloud"


def python() -> Observation:
    """The Python that runs this."""
    told = f"{sys.version.split()[0]} ({sys.executable})"
    if sys.version_info >= PYTHON:
        return Observation("python", True, told, told)
    return Observation("python", False, f"{told}，需要 ≥3.10", f"{told}, ≥3.10 is needed", SETUP)


def packages() -> Observation:
    """The packages that medcloud itself asks for; an exact pin must be met exactly."""
    wrong = []
    try:
        wanted = importlib.metadata.requires("medcloud") or []
    except importlib.metadata.PackageNotFoundError:
        zh, en = "未安装 medcloud 包", "the package medcloud is not installed"
        return Observation("packages", False, zh, en, SETUP)
    here = [line for line in wanted if "extra ==" not in line]
    for line in here:
        name = re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]
        exact = re.search(r"==\s*([\w.]+)", line)
        try:
            has = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            wrong.append(name)
            continue
        if exact and has != exact[1]:
            wrong.append(f"{name} {has}≠{exact[1]}")
    if not wrong:
        return Observation("packages", True, f"{len(here)} 个齐全", f"all {len(here)}")
    gone = ", ".join(wrong)
    return Observation(
        "packages", False, f"缺少或版本不符：{gone}", f"missing or of another version: {gone}", SETUP
    )


def cache(environ: Mapping[str, str]) -> Observation:
    """The folder that engines and the lab are kept in can be written."""
    root = cache_root(environ)
    nearest = next(folder for folder in (root, *root.parents) if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return Observation("cache", True, str(root), str(root))
    zh, en = f"{root} 不可写", f"{root} cannot be written"
    return Observation("cache", False, zh, en, "export MEDCLOUD_CACHE=<folder>")


def clouds(environ: Mapping[str, str], folder: Path) -> Observation:
    """clouds.yaml and the cloud that is named; a preview needs neither."""
    own = environ.get("OS_CLIENT_CONFIG_FILE")
    home = Path(environ.get("HOME", "~")).expanduser()
    usual = [
        folder / "clouds.yaml",
        home / ".config/openstack/clouds.yaml",
        Path("/etc/openstack/clouds.yaml"),
    ]
    found = next((path for path in ([Path(own)] if own else usual) if path.is_file()), None)
    if found is None:
        remedy = 'make lab && eval "$(.venv/bin/python -m labs.openstack env)"'
        zh, en = "没有；预览不需要，部署需要", "none; a preview needs none, `up` does"
        return Observation("clouds.yaml", False, zh, en, remedy, needed=False)
    try:
        clouds = read_mapping(found, _CLOUDS, typed=False).entries.get("clouds")
    except Unreadable as error:
        place, said = error.findings[0].place, error.findings[0].message
        zh, en = f"{place} {said.zh}", f"{place} {said.en}"
        return Observation("clouds.yaml", False, zh, en, f"${{EDITOR:-vi}} {found}")
    if not isinstance(clouds, Table):
        zh, en = f"{found} 没有 clouds", f"{found} has no clouds"
        return Observation("clouds.yaml", False, zh, en, f"${{EDITOR:-vi}} {found}")
    names = sorted(clouds.entries)
    named = environ.get("OS_CLOUD")
    if named and named not in names:
        zh, en = f"{found} 中没有 {named}", f"no {named} in {found}"
        return Observation("clouds.yaml", False, zh, en, f"export OS_CLOUD={names[0] if names else ''}")
    told = f"{found}: {', '.join(names)}"
    return Observation("clouds.yaml", True, told, told, needed=False)


def passphrase(environ: Mapping[str, str], folder: Path) -> Observation:
    """The passphrase of the state's secrets: only its owner may read it."""
    path = Path(environ.get("PULUMI_CONFIG_PASSPHRASE_FILE") or folder / ".medcloud" / "passphrase")
    if not path.is_file():
        zh, en = (
            f"{path} 还没有，首次部署时生成",
            f"{path} is not there yet, it is made once at the first use",
        )
        return Observation("passphrase", True, zh, en, needed=False)
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        zh, en = f"{path} 的权限是 {mode:04o}，他人可读", f"{path} has mode {mode:04o}, others can read it"
        return Observation("passphrase", False, zh, en, f"chmod 600 {path}")
    return Observation("passphrase", True, str(path), str(path))
