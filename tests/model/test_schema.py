"""The published JSON Schema: current, valid, and of one mind with the model about single fields."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from medcloud.model import json_schema, load
from medcloud.model.expansion import file_schema
from medcloud.standard import number
from tests.support.generate_region import good_region
from tests.support.spoil_region import SPOILS

SCHEMA = Draft202012Validator(file_schema())
PART = Draft202012Validator(file_schema(included=True))
SINGLE = (
    "section missing", "key missing", "unknown key", "wrong type", "another version",
    "identifier in capitals", "identifier full width", "identifier Chinese", "identifier Cyrillic",
    "identifier malformed", "bad domain", "mfa off", "password too old", "lockout too late",
    "lockout too short", "session too long", "sessions shared", "unknown role", "level out of range",
    "31 cores", "slow storage", "no ECC", "no NVMe", "foreign ISA", "foreign system", "short retention",
    "no WORM", "one copy", "VNI too large", "VNI zero", "unknown kind", "port out of range", "no prefix",
)  # fmt: skip


def test_the_published_schema_is_the_models() -> None:
    published = json.loads(Path("docs/region.schema.json").read_text(encoding="utf-8"))
    assert published == file_schema(), "run: medcloud schema > docs/region.schema.json"
    published = json.loads(Path("docs/region-part.schema.json").read_text(encoding="utf-8"))
    assert published == file_schema(included=True), (
        "run: medcloud schema --included > docs/region-part.schema.json"
    )


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(file_schema())
    Draft202012Validator.check_schema(file_schema(included=True))


@pytest.mark.parametrize("file", sorted(Path("examples").glob("*/region.yaml")), ids=str)
def test_examples_fit(file: Path) -> None:
    SCHEMA.validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    load(file)
    for part in {*file.parent.rglob("*.yaml")} - {*file.parent.glob("region*")}:
        if b"region-part.schema.json" in part.read_bytes():
            PART.validate(yaml.safe_load(part.read_text(encoding="utf-8")))


def test_good_regions_fit() -> None:
    rng = random.Random(1)  # noqa: S311  # a seed that can be run again
    for _ in range(100):
        SCHEMA.validate(good_region(rng))


@pytest.mark.parametrize("name", SINGLE)
def test_what_is_wrong_in_one_field_does_not_fit(name: str) -> None:
    for seed in range(4):
        rng = random.Random(seed)  # noqa: S311
        data = good_region(rng)
        while not data["workloads"]:
            data = good_region(rng)
        SPOILS[name].change(rng, data)
        assert not SCHEMA.is_valid(data), data


def test_figures_stand_in_it_with_their_items() -> None:
    cores = json_schema()["$defs"]["Pool"]["properties"]["cores"]
    assert cores["minimum"] == number("6.1.1-c", "cores_per_host").value
    assert cores["x-item"] == "6.1.1-c"
    identity = json_schema()["$defs"]["Identity"]["properties"]
    assert identity["session_minutes"]["maximum"] == number("7.2.3.4.2-b", "session_length").to("min")
    assert identity["password_days"]["default"] == number("7.2.3.1-a", "password_age").value


def test_every_field_has_a_type_or_a_reference() -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            for name, field in node.get("properties", {}).items():
                assert {"type", "$ref", "anyOf", "oneOf", "const", "enum"} & set(field), (name, field)
            for value in node.values():
                walk(value)

    walk(json_schema())


@pytest.mark.parametrize(
    ("short", "good"),
    [
        ({"templates": {"workloads": {"t": {"size": {"vcpus": 2}}}}}, True),
        ({"templates": {"workloads": {"t": {"use": "s", "for_each_tenant": "all"}}}}, True),
        ({"templates": {"workloads": {"t": {"level": 9}}}}, False),
        ({"templates": {"workloads": {"t": {"levle": 4}}}}, False),
        ({"templates": {"networks": {"t": {}}}}, False),
        ({"defaults": {"workloads": {"size": {"vcpus": 2}}, "pools": {"cores": 64}}}, True),
        ({"defaults": {"workloads": {"use": "t"}}}, False),
        ({"defaults": {"pools": {"cores": 31}}}, False),
        ({"include": ["a.yaml"]}, True),
        ({"include": "a.yaml"}, False),
        ({"defaults": {}, "workloads": {"a": {"use": "t"}, "b": None}}, True),
        (
            {
                "defaults": {},
                "workloads": {"a": {"for_each_tenant": ["h1"], "overrides": {"h1": {"level": 4}}}},
            },
            True,
        ),
        (
            {
                "defaults": {},
                "workloads": {"a": {"for_each_tenant": "all", "overrides": {"h1": {"level": 9}}}},
            },
            False,
        ),
        ({"defaults": {}, "pools": {"a": {"for_each_tenant": "all"}}}, False),
        ({"workloads": {"a": {"use": "t"}}}, False),
    ],
)
def test_what_says_less_fits_too(short: dict[str, Any], good: bool) -> None:
    whole = good_region(random.Random(7))  # noqa: S311
    assert SCHEMA.is_valid({**whole, **short}) == good
    if good:
        assert PART.is_valid(short)
