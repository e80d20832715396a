"""Project folders: found, written for a program of ours, made anew beside a given one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from medcloud.engine.errors import EngineFailed
from medcloud.text import Finding, Place, Text
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import mapping
from medcloud.text.reading.source import Unreadable, read
from medcloud.text.reading.syntax import syntax_error

_PROJECT = Kind(
    Text("Pulumi 项目文件", "a Pulumi project file"),
    Text("照 stacks/region/Pulumi.yaml 写", "see stacks/region/Pulumi.yaml"),
)
_SETTINGS = Kind(
    Text("Pulumi 栈设置文件", "a file of a Pulumi stack's settings"),
    Text("用 pulumi config set 写", "let pulumi config set write it"),
)
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
    found = _content(path, _SETTINGS).get("config")
    said = found.items() if isinstance(found, dict) else ()
    return {key: str(value) for key, value in said if isinstance(value, str | int | bool)}


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
    found = _content(file, _PROJECT)
    if not isinstance(found.get("name"), str):
        remedy = Text("写 name: 与项目名", "write name: and the project's name")
        raise EngineFailed(
            Finding(Place(str(file), 1, path="name"), Text("缺少 name", "has no name"), remedy)
        )
    return found


def _content(file: Path, kind: Kind) -> dict[str, Any]:
    """What a file of Pulumi's says, in its own dialect of YAML; EngineFailed when its form is broken."""
    name = str(file)
    try:
        text = read(file, kind)
        try:
            found = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise syntax_error(error, text, name) from None
        if found is None:
            return {}
        mapping(text, name, kind, typed=False)
    except Unreadable as error:
        raise EngineFailed(*error.findings) from None
    return dict(found)


def _absolute_virtualenv(project: dict[str, Any], folder: Path) -> None:
    runtime = project.get("runtime")
    options = runtime.get("options") if isinstance(runtime, dict) else None
    if isinstance(options, dict) and isinstance(options.get("virtualenv"), str):
        options["virtualenv"] = str((folder / options["virtualenv"]).resolve())
