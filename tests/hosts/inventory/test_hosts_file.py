"""Hosts files that are refused or taken."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory import groups, read_hosts


@pytest.mark.parametrize(
    ("rows_", "words"),
    [
        ([], r":1:1  .*names no host"),
        ([{"address": "10.0.0.1"}], r":1:2 \[0\]\.name  .*name is missing"),
        ([{"name": "a"}], r"\[0\]  a：缺 address"),
        (
            [{"name": "a", "address": "x", "adress": "y"}],
            r"\[0\]\.adress  .*unknown key adress.*write address",
        ),
        (
            [{"name": "a", "address": "x"}, {"name": "a", "address": "y"}],
            r"\[1\]\.name  .*a: an earlier host has this name",
        ),
        ([{"name": "a", "address": "x", "port": "22"}], r"\[0\]\.port  .*a: “22” is quoted"),
        ([{"name": "a", "address": "x", "port": 0}], r"\[0\]\.port  .*a: 0 is out of range.*from 1 to 65535"),
        ([{"name": "a", "address": "x", "level": 9}], r"\[0\]\.level  .*a: 9 is out of range.*from 0 to 5"),
        ([{"name": "a", "address": "x", "site": {"ntp": []}}], r"\[0\]\.site\.ntp  .*a: unknown key ntp"),
        ([7], "must be a list of hosts"),
    ],
)
def test_inventories_that_are_refused(tmp_path: Path, rows_: list[dict[str, object]], words: str) -> None:
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps(rows_))
    with pytest.raises(HardenError, match=f"(?s){words}"):
        read_hosts(path)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "hosts.json"
    path.write_text(
        '{"hosts": [\n\t{"name": "a", "port": 0, "v5": "x"},\n\t{"name": "b", "key": "x", "key": "y"}]}'
    )
    with pytest.raises(HardenError) as caught:
        read_hosts(path)
    found = {(f.place.line, f.place.column, f.place.path) for f in caught.value.findings}
    assert found == {
        (2, 24, "hosts[0].port"), (2, 27, "hosts[0].v5"), (3, 28, "hosts[1].key"), (3, 2, "hosts[1]")
    }  # fmt: skip


def test_a_pipe_will_do(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text('[{"name": "a", "address": "x"}]'))
    writer.start()
    (entry,) = read_hosts(pipe)
    writer.join()
    assert entry.name == "a"


def test_groups_come_out_of_a_stacks_hosts(tmp_path: Path) -> None:
    row = {"name": "a", "v4": "10.0.0.1", "v6": None, "centre": "main", "role": "main", "workload": "his"}
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps([{**row, "kind": "live", "level": 4, "isa": "arm64", "os": "kylin-v10"}]))
    found = read_hosts(path)
    assert found[0].surroundings.level == 4
    assert set(groups(found)) == {
        "centre_main", "role_main", "workload_his", "isa_arm64", "system_kylin_v10", "level_4"
    }  # fmt: skip
