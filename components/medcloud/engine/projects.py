"""Project folders: found, written for a program of ours, made anew beside a given one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from medcloud.engine.errors import EngineFailed
from medcloud.text import Text

NAMES = ("Pulumi.yaml", "Pulumi.yml")


def project_file(folder: Path) -> Path | None:
    """The project file of a program's folder."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def name(folder: Path) -> str:
    """The project's name; EngineFailed when the folder holds no project file that says it."""
    return str(_read(folder)["name"])


def aside(project: Path, folder: Path) -> Path:
    """The same program as a project of its own in `folder`, so that the given one keeps its settings."""
    found = _read(project)
    found["main"] = str((project / str(found.get("main") or ".")).resolve())
    _absolute_virtualenv(found, project)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Pulumi.yaml").write_text(yaml.safe_dump(found, allow_unicode=True), "utf-8")
    return folder


def plain_settings(project: Path, stack: str) -> dict[str, str]:
    """What a stack's settings file says in clear; nothing without one."""
    path = project / f"Pulumi.{stack}.yaml"
    if not path.is_file():
        return {}
    found = (yaml.safe_load(path.read_text("utf-8")) or {}).get("config") or {}
    return {key: str(value) for key, value in found.items() if isinstance(value, str | int | bool)}


def write(folder: Path, file: str, program: str, **more: str) -> Path:
    """A project (`Pulumi.yaml`) or pack (`PulumiPolicy.yaml`) of one Python file, run by this interpreter."""
    folder.mkdir(parents=True)
    runtime: dict[str, Any] = {"name": "python"}
    if sys.prefix != sys.base_prefix:
        runtime["options"] = {"virtualenv": sys.prefix}  # the interpreter that holds medcloud
    (folder / file).write_text(yaml.safe_dump({"name": "medcloud", "runtime": runtime, **more}), "utf-8")
    (folder / "__main__.py").write_text(program, "utf-8")
    return folder


def _read(project: Path) -> dict[str, Any]:
    file = project_file(project)
    if file is None:
        raise EngineFailed(
            Text(
                f"{project}: 没有 Pulumi.yaml；用 -C 指明程序目录",
                f"{project}: has no Pulumi.yaml; name the program's folder by -C",
            )
        )
    try:
        found = yaml.safe_load(file.read_text("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise EngineFailed(
            Text(f"{file}: 不是可读的 YAML: {error}", f"{file}: is no YAML that can be read: {error}")
        ) from None
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise EngineFailed(Text(f"{file}: 缺少 name", f"{file}: has no name"))
    return found


def _absolute_virtualenv(project: dict[str, Any], folder: Path) -> None:
    runtime = project.get("runtime")
    options = runtime.get("options") if isinstance(runtime, dict) else None
    if isinstance(options, dict) and isinstance(options.get("virtualenv"), str):
        options["virtualenv"] = str((folder / options["virtualenv"]).resolve())
