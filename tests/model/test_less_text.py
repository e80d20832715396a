"""Defaults, templates, workloads for each tenant, included files: what they come to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from medcloud.model import Region, load, parse
from medcloud.model.expansion import written_out as as_text
from medcloud.plan import allocate, derive
from tests.model.less_text import EXAMPLE, Data, findings, lay, sample, written_out


def test_a_city_with_30_hospitals_stands_in_120_lines() -> None:
    files = [*EXAMPLE.parent.rglob("*.yaml")]
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) <= 120
    region = load(EXAMPLE)
    hospitals = {region.tenant_of(key) for key, each in region.workloads.items() if each.kind == "his"}
    assert len(hospitals) == 30
    assert len(region.workloads) == 152


def test_it_comes_to_the_plan_of_the_file_written_out() -> None:
    region = load(EXAMPLE)
    same = parse(as_text(written_out(EXAMPLE)), "written-out.yaml")
    assert same == region
    assert derive(same, allocate(same, None)) == derive(region, allocate(region, None))


def test_the_worked_example_of_the_docs_comes_to_what_they_say(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", Path("docs/region-file.md").read_text(encoding="utf-8"), re.S)
    (said,) = [block for block in blocks if block.startswith("include:")]
    (first,) = [block for block in blocks if block.startswith("h01-his:")]
    tenants = {"tenants": {f"h0{n}": {"name": "H"} for n in (1, 2, 3)}}
    workloads = written_out(lay(tmp_path, said, tenants=tenants, workloads_none={"x-a": 1}))["workloads"]
    assert len(workloads) == 9
    assert workloads["h01-his"] == yaml.safe_load(first)["h01-his"]


def test_what_is_written_nearer_wins_and_mappings_are_merged(tmp_path: Path) -> None:
    data = _region(
        defaults={"workloads": {"port": 1, "callers": ["a"], "size": {"vcpus": 1, "gpus": 1, "data_gib": 1}}},
        templates={
            "workloads": {
                "low": {"port": 2, "callers": ["b", "c"], "size": {"vcpus": 2, "memory_gib": 2}},
                "high": {"use": "low", "size": {"memory_gib": 3, "instances": 3}},
            }
        },
        workloads={"w": {"use": "high", "callers": ["d"], "size": {"instances": 4}}, "plain": {"port": 5}},
    )
    workloads = written_out(lay(tmp_path, data))["workloads"]
    size = {"vcpus": 2, "gpus": 1, "data_gib": 1, "memory_gib": 3, "instances": 4}
    assert workloads["w"] == {"port": 2, "callers": ["d"], "size": size}
    assert workloads["plain"] == {"port": 5, "callers": ["a"], "size": {"vcpus": 1, "gpus": 1, "data_gib": 1}}


def test_entries_of_every_section_have_defaults_and_templates(tmp_path: Path) -> None:
    sections = ("sites", "tenants", "centres", "pools", "images", "domains", "workloads")
    data: Data = {
        "defaults": {section: {"a": 1} for section in sections},
        "templates": {section: {"t": {"b": 2}} for section in sections},
        **{section: {"x": {"use": "t"}, "y": None} for section in sections},
    }
    out = written_out(lay(tmp_path, data))
    assert out == {section: {"x": {"a": 1, "b": 2}, "y": {"a": 1}} for section in sections}


@pytest.mark.parametrize(
    ("chosen", "tenants"),
    [
        ("all", ["h1", "h2", "h3"]),
        (["h3", "h1"], ["h3", "h1"]),
        ("h2", ["h2"]),
        ("group:far", ["h2", "h3"]),
        (["h1", "group:far", "h3"], ["h1", "h2", "h3"]),
    ],
)
def test_one_entry_makes_a_workload_for_each_tenant(
    tmp_path: Path, chosen: object, tenants: list[str]
) -> None:
    data: Data = {
        "groups": {"far": ["h3", "h2"]},
        "tenants": {"h1": {}, "h2": {}, "h3": {}},
        "workloads": {"first": {}, "his": {"level": 4, "for_each_tenant": chosen}, "last": {}},
    }
    made = {f"{tenant}-his": {"level": 4, "tenant": tenant} for tenant in tenants}
    workloads = written_out(lay(tmp_path, data))["workloads"]
    assert workloads == {"first": {}, **made, "last": {}}
    assert list(workloads) == ["first", *made, "last"]


def test_a_name_means_the_tenants_own_workload(tmp_path: Path) -> None:
    data: Data = {
        "tenants": {"h1": {}, "h2": {}},
        "workloads": {
            "his": {
                "for_each_tenant": "all",
                "callers": ["lis", "portal", "intranet", "kind:lis"],
                "depends_on": ["lis"],
                "ports": {"hl7": {"callers": ["lis"]}},
                "name": "lis",
            },
            "lis": {"for_each_tenant": "all", "overrides": {"h2": {"level": 2, "size": {"vcpus": 2}}}},
            "portal": {"callers": ["h1-his"]},
        },
    }
    workloads = written_out(lay(tmp_path, data))["workloads"]
    for tenant in ("h1", "h2"):
        assert workloads[f"{tenant}-his"] == {
            "callers": [f"{tenant}-lis", "portal", "intranet", "kind:lis"],
            "depends_on": [f"{tenant}-lis"],
            "ports": {"hl7": {"callers": [f"{tenant}-lis"]}},
            "name": "lis",
            "tenant": tenant,
        }
    assert workloads["h1-lis"] == {"tenant": "h1"}
    assert workloads["h2-lis"] == {"tenant": "h2", "level": 2, "size": {"vcpus": 2}}
    assert workloads["portal"] == {"callers": ["h1-his"]}


def test_a_key_that_was_another_was_so_for_each_tenant(tmp_path: Path) -> None:
    clinic = {"was": "his", "for_each_tenant": "all", "overrides": {"h2": {"was": "old"}}}
    data: Data = {"tenants": {"h1": {}, "h2": {}}, "workloads": {"clinic": clinic}}
    workloads = written_out(lay(tmp_path, data))["workloads"]
    assert workloads["h1-clinic"] == {"was": "h1-his", "tenant": "h1"}
    assert workloads["h2-clinic"] == {"was": "old", "tenant": "h2"}


def test_a_template_may_be_for_each_tenant_and_its_tenant_wins_over_defaults(tmp_path: Path) -> None:
    data: Data = {
        "defaults": {"workloads": {"tenant": "h2"}},
        "templates": {"workloads": {"his": {"level": 4, "for_each_tenant": ["h1"]}}},
        "tenants": {"h1": {}, "h2": {}},
        "workloads": {"his": {"use": "his"}, "oa": {}},
    }
    workloads = written_out(lay(tmp_path, data))["workloads"]
    assert workloads == {"h1-his": {"tenant": "h1", "level": 4}, "oa": {"tenant": "h2"}}


def test_sections_of_several_files_are_those_of_one(tmp_path: Path) -> None:
    whole = sample()
    parts: dict[str, Data | str] = {
        "places": {key: whole.pop(key) for key in ("sites", "centres", "networks")},
        "workloads_b": {"workloads": {"his": whole["workloads"].pop("his")}, "x-note": 1},
        "workloads_a": {"workloads": {"lis": whole["workloads"].pop("lis")}, "x-note": 2},
        "more_ignored": "not: [read",
    }
    file = lay(tmp_path, {**whole, "include": ["places.yaml", "workloads/*.yaml", "places.yaml"]}, **parts)
    region = load(file)
    assert region == parse(_text(sample()), "whole.yaml")
    assert list(region.workloads)[-2:] == ["lis", "his"]  # files of a pattern in the order of their names


def test_a_pattern_takes_neither_the_region_file_nor_what_lies_beside_it(tmp_path: Path) -> None:
    whole = sample()
    sites = {"sites": whole.pop("sites")}
    file = lay(tmp_path, {**whole, "include": ["*.yaml"]}, places=sites)
    for name in ("region.lock.yaml", "region.confirm.yaml", ".hidden.yaml"):
        (tmp_path / name).write_text("something: else\n")
    assert findings(file) == ()


def test_templates_and_defaults_may_stand_in_included_files(tmp_path: Path) -> None:
    whole = sample()
    his = whole["workloads"]["his"]
    whole["workloads"]["his"] = {"use": "his"}
    file = lay(
        tmp_path,
        {**whole, "include": ["t.yaml", "u.yaml"], "templates": {"workloads": {"none": {"port": 8443}}}},
        t={"templates": {"workloads": {"his": {key: his[key] for key in ("kind", "level", "port")}}}},
        u={"defaults": {"workloads": {key: his[key] for key in ("pool", "size", "callers")}}},
    )
    assert load(file).workloads["his"] == load_sample().workloads["his"]


def load_sample() -> Region:
    """The sample region, its images by reference."""
    return parse(_text(sample()), "sample.yaml")


def _text(data: Data) -> str:
    return as_text(data)


def _region(**sections: object) -> Data:
    return dict(sections)
