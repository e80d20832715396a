"""A Go module with a few lines of ours in it: a copy in the build folder that `go.mod` there points to."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tools.engines.errors import EngineError


def apply(go: str, work: Path, edits: Path, env: dict[str, str]) -> None:
    """Do what an edits file says (see `pulumi/journal/edits.yaml`) in the build folder `work`.

    EngineError when the module cannot be fetched or a text to edit is not there exactly once.
    """
    wanted = yaml.safe_load(edits.read_text("utf-8"))
    found = json.loads(_go(go, work, env, "mod", "download", "-json", wanted["module"]))
    copy = work / "patched"
    shutil.copytree(found["Dir"], copy, ignore=shutil.ignore_patterns("*_test.go", "testdata"))
    for edit in wanted["edits"]:
        _edit(copy / edit["file"], edit, edits.name)
    _go(go, work, env, "mod", "edit", f"-replace={wanted['module']}=./{copy.name}")


def _edit(path: Path, edit: dict[str, Any], origin: str) -> None:
    text = path.read_text("utf-8")
    if text.count(edit["find"]) != 1:
        raise EngineError(
            f"{edit['file']} 与 {origin} 不符，请核对引擎版本",
            f"{edit['file']} does not fit {origin}: compare the engine's version",
        )
    path.chmod(0o644)  # the module cache is read-only
    path.write_text(text.replace(edit["find"], edit["put"]), "utf-8")


def _go(go: str, work: Path, env: dict[str, str], *words: str) -> str:
    done = subprocess.run([go, *words], cwd=work, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip() or done.stdout.strip()
        raise EngineError(f"go {words[0]} {words[1]}：{said}", f"go {words[0]} {words[1]}: {said}")
    return done.stdout
