"""What is renamed in a region that is up: by `was` the engine replaces and deletes nothing of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tests.cloud import release
from tests.cloud.test_engine_package import configured, offline
from tests.cloud.test_release import moved
from tests.support.engine_env import Stack

pytestmark = pytest.mark.engine
__all__ = ["offline"]


def _rewrite(file: Path, *, was: bool) -> None:
    """The region of the recorded state, with another name for whatever can have one."""
    text = file.read_text(encoding="utf-8")
    data = yaml.safe_load(text.replace("his", "hospital").replace("group", "union"))
    data["domains"] = {
        "vault": {"levels": [4, 5]},
        "business": {"levels": [2, 3]},
        "dmz": {"levels": [1], "exposed": True},
    }
    data["workloads"]["hospital"]["kind"] = "his"
    data["workloads"]["imaging"] = data["workloads"].pop("pacs")
    if was:
        data["domains"]["vault"]["was"] = "core"
        data["tenants"]["union"]["was"] = "group"
        data["workloads"]["hospital"]["was"] = "his"
        data["workloads"]["imaging"]["was"] = "pacs"
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture
def renamed(offline: dict[str, str], tmp_path: Path) -> Stack:
    """A stack that holds the recorded state, and the same region with other names."""
    folder = tmp_path / "region"
    shutil.copytree(release.DATA, folder)
    stack = configured(offline, tmp_path, folder / release.REGION.name)
    for key, value in release.SECRETS.items():
        stack("config", "set", "--secret", f"medcloud:{key}", value)
    settings = yaml.safe_load((stack.folder / "Pulumi.test.yaml").read_text("utf-8"))
    stack.replace(release.deployment(settings["encryptionsalt"]))
    return stack


@pytest.mark.parametrize("was", [True, False])
def test_nothing_is_replaced_and_new_names_are_added(renamed: Stack, tmp_path: Path, was: bool) -> None:
    _rewrite(tmp_path / "region" / release.REGION.name, was=was)
    found = moved(renamed)
    if not was:
        assert {"create", "delete"} <= found.keys()
        return
    made = [line.split()[0] for line in found.pop("create")]
    assert found == {}
    assert {urn.split("::")[2].rpartition("$")[2] for urn in made} == {"openstack:dns/recordSet:RecordSet"}
    named = {urn.rpartition("::")[2].partition(".")[0] for urn in made}
    assert named == {"hospital", "imaging"}  # found by both names
