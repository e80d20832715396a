"""Project folders: found, named, and made anew beside a given one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from medcloud.engine import projects
from medcloud.engine.errors import EngineFailed


def project(folder: Path, text: str, file: str = "Pulumi.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", ["Pulumi.yaml", "Pulumi.yml"])
@pytest.mark.parametrize(
    "text", ["name: shop\nruntime: python\n", '{"name": "shop"}', "# ours\nname:  'shop'\n"]
)
def test_the_name_is_read_as_yaml(tmp_path: Path, file: str, text: str) -> None:
    assert projects.name(project(tmp_path, text, file)) == "shop"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\n", ":1 name  .*has no name"),
        ("a: [", r":1:\d+  .*is not valid YAML"),
        ("name: a\nname: b\n", ":2:1 name  .*line 1 has it already"),
        ("- a", ":1:1  .*keys with values are expected"),
        ("", ":1 name  .*has no name"),
    ],
)
def test_a_project_that_cannot_be_read_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(EngineFailed, match=rf"(?s)Pulumi\.yaml{said}"):
        projects.name(project(tmp_path, text))


def test_a_folder_without_a_project_is_named(tmp_path: Path) -> None:
    assert projects.project_file(tmp_path) is None
    with pytest.raises(EngineFailed, match=r"has no Pulumi\.yaml"):
        projects.aside(tmp_path, tmp_path / "beside")


def test_a_project_beside_runs_the_given_program_in_its_own_environment(tmp_path: Path) -> None:
    text = "name: shop\nmain: infra\nruntime: {name: python, options: {virtualenv: .venv}}\n"
    given = project(tmp_path / "shop", text)
    beside = yaml.safe_load((projects.aside(given, tmp_path / "beside") / "Pulumi.yaml").read_text("utf-8"))
    assert beside["main"] == str(given / "infra")
    assert beside["runtime"]["options"]["virtualenv"] == str(given / ".venv")
    assert sorted(path.name for path in given.iterdir()) == ["Pulumi.yaml"]


def test_settings_in_clear_are_read_and_secrets_are_not(tmp_path: Path) -> None:
    text = "encryptionsalt: x\nconfig:\n  a:b: text\n  a:n: 3\n  a:s: {secure: xyz}\n"
    assert projects.plain_settings(project(tmp_path, text, "Pulumi.dev.yaml"), "dev") == {
        "a:b": "text",
        "a:n": "3",
    }
    assert projects.plain_settings(tmp_path, "other") == {}


def test_a_written_project_is_run_by_this_interpreter(tmp_path: Path) -> None:
    folder = projects.write(tmp_path / "pack", "PulumiPolicy.yaml", "print(1)\n", version="0.1.0")
    found = yaml.safe_load((folder / "PulumiPolicy.yaml").read_text("utf-8"))
    assert (found["name"], found["version"]) == ("medcloud", "0.1.0")
    assert found["runtime"]["options"]["virtualenv"] == sys.prefix
    assert (folder / "__main__.py").read_text("utf-8") == "print(1)\n"
