"""`medcloud doctor`: each thing there and missing, with the line that mends it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from medcloud import doctor
from medcloud.cli.doctor import command
from medcloud.doctor import programs, surroundings
from tools.engines import home, table


def program(folder: Path, name: str, says: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\necho '{says}'\n")
    (folder / name).chmod(0o755)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing is installed."""
    return {
        "PATH": str(tmp_path / "bin"),
        "HOME": str(tmp_path / "home"),
        "MEDCLOUD_CACHE": str(tmp_path / "cache"),
    }


def complete(environ: dict[str, str], tmp_path: Path, version: str = "v3.274.1") -> None:
    program(tmp_path / "bin", "pulumi", version)
    program(tmp_path / "bin", "pulumi-language-python")
    environ["PULUMI_HOME"] = str(tmp_path / "pulumi")
    program(tmp_path / "pulumi/plugins/resource-openstack-v5.5.3", "pulumi-resource-openstack")


def by_name(environ: dict[str, str], folder: Path) -> dict[str, doctor.Observation]:
    return {finding.name: finding for finding in doctor.examine(environ, folder)}


def test_pins_are_the_tables() -> None:
    assert programs.dotted(programs.ENGINE) == home.engine_row(table.load()).version


def test_everything_there(environ: dict[str, str], tmp_path: Path) -> None:
    complete(environ, tmp_path)
    assert [f.name for f in doctor.examine(environ, tmp_path) if f.needed and not f.good] == []


def test_no_engine(environ: dict[str, str], tmp_path: Path) -> None:
    assert by_name(environ, tmp_path)["pulumi"].remedy == "make engines"
    program(tmp_path / "cache/engines/home/abc/bin", "pulumi")
    found = by_name(environ, tmp_path)["pulumi"]
    assert not found.good
    assert found.remedy.startswith("eval ")


@pytest.mark.parametrize(
    ("version", "good"), [("v3.274.0", False), ("v3.274.1", True), ("v3.1000.0", True), ("", False)]
)
def test_engine_version(environ: dict[str, str], tmp_path: Path, version: str, good: bool) -> None:
    complete(environ, tmp_path, version)
    assert by_name(environ, tmp_path)["pulumi"].good is good


def test_language_host_and_provider_are_missed(environ: dict[str, str], tmp_path: Path) -> None:
    complete(environ, tmp_path)
    (tmp_path / "bin/pulumi-language-python").unlink()
    (tmp_path / "pulumi/plugins/resource-openstack-v5.5.3").rename(
        tmp_path / "pulumi/plugins/resource-openstack-v5.5.2"
    )
    found = by_name(environ, tmp_path)
    assert not found["pulumi-language-python"].good
    assert not found["openstack"].good
    assert "5.5.3" in found["openstack"].text


def test_packages_that_are_missing_or_of_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["pulumi==9.9.9", "no-such-thing>=1", "click>=8.1", "absent-extra; extra == 'dev'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda _name: wanted)
    found = surroundings.packages()
    assert not found.good
    assert "no-such-thing" in found.text
    assert "≠9.9.9" in found.text
    assert "click" not in found.text
    assert "absent-extra" not in found.text


def test_cache_that_cannot_be_written(environ: dict[str, str], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    environ["MEDCLOUD_CACHE"] = str(blocked / "cache")
    assert not by_name(environ, tmp_path)["cache"].good


@pytest.mark.parametrize("text", ["", "[]", "clouds: 5", "a: [", "other: {}"])
def test_clouds_that_cannot_be_read(environ: dict[str, str], tmp_path: Path, text: str) -> None:
    (tmp_path / "clouds.yaml").write_text(text)
    found = by_name(environ, tmp_path)["clouds.yaml"]
    assert not found.good
    assert str(tmp_path / "clouds.yaml") in found.text


def test_cloud_is_found_by_its_name(environ: dict[str, str], tmp_path: Path) -> None:
    assert not by_name(environ, tmp_path)["clouds.yaml"].needed
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("clouds: {private: {}, edge: {}}\n")
    environ["OS_CLIENT_CONFIG_FILE"] = str(elsewhere)
    for name, good in {"private": True, "edge": True, "public": False}.items():
        environ["OS_CLOUD"] = name
        assert by_name(environ, tmp_path)["clouds.yaml"].good is good


def test_passphrase_is_its_owners(environ: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / ".medcloud/passphrase"
    path.parent.mkdir()
    path.write_text("planted-9Xz")
    for mode, good in {0o600: True, 0o400: True, 0o640: False, 0o604: False}.items():
        path.chmod(mode)
        found = by_name(environ, tmp_path)["passphrase"]
        assert found.good is good
        assert good or found.remedy == f"chmod 600 {path}"
        assert "planted-9Xz" not in found.text


def test_command_prints_what_mends_it_and_its_exit_code(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PULUMI_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command)
    assert done.exit_code == 1
    assert "→ make engines" in done.output
    assert sys.executable in done.output
    complete(environ, tmp_path)
    monkeypatch.setenv("PULUMI_HOME", environ["PULUMI_HOME"])
    done = CliRunner().invoke(command, ["--json"])
    assert done.exit_code == 0
    report = json.loads(done.output)
    assert report["ready"] is True
    assert all(each["good"] or each["remedy"] for each in report["findings"])
