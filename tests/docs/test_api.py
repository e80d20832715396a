"""The promised names: every Args is among them, the page is current, and importing medcloud stays light."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pulumi
import pytest

import medcloud
from medcloud import cloud
from medcloud.model import RegionRefused, load
from tools.docs import api

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "panyu" / "region.yaml"


def test_the_page_is_current() -> None:
    assert api.FILE.read_text(encoding="utf-8") == api.text(), "python -m tools.docs"


def test_every_promised_name_is_there_and_said_in_words() -> None:
    for name in api.MODULES:
        module = importlib.import_module(name)
        assert api.public(module), name
        assert all(hasattr(module, each) for each in api.public(module))
    assert "(`name: str`)" not in api.text()


def test_every_component_and_every_args_is_exported() -> None:
    wanted = set()
    for module in pkgutil.iter_modules(cloud.__path__, "medcloud.cloud."):
        found = vars(importlib.import_module(module.name))
        wanted |= {
            name
            for name, value in found.items()
            if isinstance(value, type)
            and value.__module__ == module.name
            and (name.endswith("Args") or issubclass(value, pulumi.ComponentResource))
        }
    assert wanted > {"Workload", "WorkloadArgs", "InstanceArgs"}
    assert wanted <= set(cloud.__all__)


def test_a_region_by_its_file(tmp_path: Path) -> None:
    assert medcloud.Region.from_file(SAMPLE) == load(SAMPLE)
    bad = tmp_path / "region.yaml"
    bad.write_text("version: 1\n", encoding="utf-8")
    with pytest.raises(RegionRefused):
        medcloud.Region.from_file(str(bad))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = medcloud.no_such_name


def test_every_name_of_the_front_door_opens() -> None:
    assert {name for name in medcloud.__all__ if getattr(medcloud, name) is None} == set()
    assert medcloud.open_plan(SAMPLE, write=False).id == "panyu"


def test_importing_medcloud_imports_nothing_heavy() -> None:
    program = "import sys, medcloud; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"pulumi", "pydantic", "yaml", "click", "openstack"} & set(done.stdout.split())
