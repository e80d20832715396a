"""The OpenStack provider that was built, against the SDK that is installed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.engines import cache, table
from tools.engines.openstack import compare, match, sdk

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the SDK warns of its own old names
Schema = dict[str, Any]
ROW = next(row for row in table.load() if row.name == "openstack")
VOLUME = "openstack:blockstorage/volume:Volume"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return dict(json.loads((cache.entry(ROW) / "schema.json").read_text()))


@pytest.mark.engine
def test_sdk_has_what_the_issue_counts() -> None:
    assert len(sdk.tokens("resources")[0]) == 114
    assert len(sdk.tokens("functions")[0]) == 65


@pytest.mark.engine
def test_every_resource_function_and_property_matches(schema: Schema) -> None:
    checked = compare.Comparison(schema)
    checked.run()
    assert checked.differences == []
    assert (checked.resources, checked.functions) == (114, 65)
    assert checked.count > 3400


@pytest.mark.engine
def test_token_table_is_what_matching_finds() -> None:
    names = json.loads((cache.entry(ROW) / "names.json").read_text())
    found, unmatched = match.table(names)
    assert unmatched == []
    assert found == json.loads((table.HERE / "openstack/provider/tokens.json").read_text())


def drop(*path: str) -> Callable[[Schema], None]:
    def change(schema: Schema) -> None:
        inner = schema
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]

    return change


def put(value: Any, *path: str) -> Callable[[Schema], None]:
    def change(schema: Schema) -> None:
        inner = schema
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return change


SEEDED = {
    "openstack:compute/instance:Instance: only in the SDK": drop(
        "resources", "openstack:compute/instance:Instance"
    ),
    "openstack:new/thing:Thing: only in the schema": put({}, "functions", "openstack:new/thing:Thing"),
    f"{VOLUME} output size": drop("resources", VOLUME, "properties", "size"),
    f"{VOLUME} input size": put({"type": "string"}, "resources", VOLUME, "inputProperties", "size"),
    f"{VOLUME} input name": drop("resources", VOLUME, "inputProperties", "name"),
    f"{VOLUME} input invented": put({"type": "string"}, "resources", VOLUME, "inputProperties", "invented"),
    f"{VOLUME} required": put([], "resources", VOLUME, "requiredInputs"),
    f"{VOLUME} aliases": put([{"type": "openstack:old:Old"}], "resources", VOLUME, "aliases"),
    f"{VOLUME} secrets": put({"type": "string", "secret": True}, "resources", VOLUME, "properties", "name"),
    "pulumi:providers:openstack input authUrl": drop("provider", "inputProperties", "authUrl"),
    f"{VOLUME} output attachments": drop(
        "types", "openstack:blockstorage/VolumeAttachment:VolumeAttachment", "properties", "device"
    ),
    "openstack:images/getImage:getImage output checksum": drop(
        "functions", "openstack:images/getImage:getImage", "outputs", "properties", "checksum"
    ),
}


@pytest.mark.engine
def test_seeded_differences_are_all_found_and_nothing_else(schema: Schema) -> None:
    changed = copy.deepcopy(schema)
    for seed in SEEDED.values():
        seed(changed)
    checked = compare.Comparison(changed)
    checked.run()
    for place in SEEDED:
        assert any(line.startswith(place) for line in checked.differences), place
    strange = [line for line in checked.differences if not line.startswith(tuple(SEEDED))]
    assert all("attachments" in line for line in strange), strange  # the nested type is used elsewhere too


def test_names_are_compared_in_parts() -> None:
    assert match.Key.of_terraform("openstack_fw_group_v2") == match.Key("firewall", "group", "2")
    assert match.Key.of_token("openstack:firewall/groupV2:GroupV2") == match.Key("firewall", "group", "2")
    assert match.Key("a", "b", "2").likeness(match.Key("a", "b", "3")) is None
    assert match.Key("a", "b", "2").likeness(match.Key("c", "b", "2")) is None


@pytest.mark.engine
def test_plugin_is_where_the_engine_looks_for_it() -> None:
    from tools.engines import home, official  # noqa: PLC0415  # only where an engine is

    rows = table.load()
    where = home.folder(rows, official.find(home.engine_row(rows)))
    path: Path = home.installed(ROW, where)
    assert path.parent.name == f"resource-openstack-v{ROW.version}"
    assert path.stat().st_mode & 0o111
