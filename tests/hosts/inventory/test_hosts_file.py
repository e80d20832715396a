"""Hosts files that are refused or taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory import groups, read_hosts


@pytest.mark.parametrize(
    ("rows_", "words"),
    [
        ([], "names no host"),
        ([{"address": "10.0.0.1"}], "without a name"),
        ([{"name": "a"}], "a: 缺 address"),
        ([{"name": "a", "address": "x", "adress": "y"}], "adress"),
        ([{"name": "a", "address": "x"}, {"name": "a", "address": "y"}], "twice: a"),
        ([{"name": "a", "address": "x", "port": "22"}], "a: port"),
        ([{"name": "a", "address": "x", "port": 0}], r"a: port = 0: .*1\.\.65535"),
        ([{"name": "a", "address": "x", "level": 9}], r"a: level = 9: .*0\.\.5"),
        ([{"name": "a", "address": "x", "site": {"ntp": []}}], "site"),
    ],
)
def test_inventories_that_are_refused(tmp_path: Path, rows_: list[dict[str, object]], words: str) -> None:
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps(rows_))
    with pytest.raises(HardenError, match=words):
        read_hosts(path)


def test_groups_come_out_of_a_stacks_hosts(tmp_path: Path) -> None:
    row = {"name": "a", "v4": "10.0.0.1", "v6": None, "centre": "main", "role": "main", "workload": "his"}
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps([{**row, "kind": "live", "level": 4, "isa": "arm64", "os": "kylin-v10"}]))
    found = read_hosts(path)
    assert found[0].surroundings.level == 4
    assert set(groups(found)) == {
        "centre_main", "role_main", "workload_his", "isa_arm64", "system_kylin_v10", "level_4"
    }  # fmt: skip
