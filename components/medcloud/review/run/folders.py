"""The folders a preview runs in: a program and a pack where none is given, a project beside the given one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from medcloud.review.errors import ReviewFailed

_PROGRAM = """\
import pulumi
from medcloud.cloud import Region
from medcloud.cloud.load_plan import opened

Region(*opened(pulumi.Config("medcloud").require("region")))
"""
_PACK = "from medcloud_policies.serve.server import serve\n\nserve()\n"
NAMES = ("Pulumi.yaml", "Pulumi.yml")


def project_file(folder: Path) -> Path | None:
    """The project file of a program's folder."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def own_pack(folder: Path) -> Path:
    """medcloud's own pack, of this very installation."""
    return _write(folder, "PulumiPolicy.yaml", {"version": "0.1.0"}, _PACK)


def own_program(folder: Path) -> Path:
    """A program that makes the region of the setting `medcloud:region`."""
    return _write(folder, "Pulumi.yaml", {}, _PROGRAM)


def aside(project: Path, folder: Path) -> Path:
    """The same program as a project of its own in `folder`, so that the given one keeps its settings."""
    file = project_file(project)
    if file is None:
        raise ReviewFailed(
            f"{project}: 没有 Pulumi.yaml；用 -C 指明程序目录 / "
            "has no Pulumi.yaml; name the program's folder by -C"
        )
    try:
        found = yaml.safe_load(file.read_text("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ReviewFailed(f"{file}: 不是可读的 YAML / is no YAML that can be read: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise ReviewFailed(f"{file}: 缺少 name / has no name")
    found["main"] = str((project / str(found.get("main") or ".")).resolve())
    _absolute_virtualenv(found, project)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Pulumi.yaml").write_text(yaml.safe_dump(found, allow_unicode=True), "utf-8")
    return folder


def _write(folder: Path, file: str, more: dict[str, Any], program: str) -> Path:
    folder.mkdir(parents=True)
    runtime: dict[str, Any] = {"name": "python"}
    if sys.prefix != sys.base_prefix:
        runtime["options"] = {"virtualenv": sys.prefix}  # the interpreter that holds medcloud
    (folder / file).write_text(yaml.safe_dump({"name": "medcloud", "runtime": runtime, **more}), "utf-8")
    (folder / "__main__.py").write_text(program, "utf-8")
    return folder


def _absolute_virtualenv(project: dict[str, Any], folder: Path) -> None:
    runtime = project.get("runtime")
    options = runtime.get("options") if isinstance(runtime, dict) else None
    if isinstance(options, dict) and isinstance(options.get("virtualenv"), str):
        options["virtualenv"] = str((folder / options["virtualenv"]).resolve())
