"""A test and a drill from the file of the region, which touch nothing of it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.model import Region, RegionError, parse
from medcloud.text import Finding
from tests.model.less_text import Data, dumped, sample

FILE = Path("examples/environments/region.yaml")
TEST: Data = {
    "data": "masked",
    "centres": ["c1"],
    "networks": {"ipv4": "10.128.0.0/16", "ipv6": "fd15::/48", "vni": {"first": 6000, "last": 6099}},
}


def _file(env: Data | None = None, **region: Any) -> str:
    data = sample()
    for path, value in region.items():
        at = data
        *way, last = path.split("__")
        for step in way:
            at = at.setdefault(step, {})
        at[last] = value
    data["environments"] = {"test": deepcopy(TEST) | (env or {})}
    return dumped(data)


def _region(text: str, environment: str | None = "test") -> Region:
    return parse(text, "region.yaml", environment=environment)


def _findings(text: str, environment: str | None = "test") -> tuple[Finding, ...]:
    try:
        _region(text, environment)
    except RegionError as error:
        return error.findings
    return ()


def test_production_is_as_if_there_were_none() -> None:
    assert _region(_file(), None) == parse(dumped(sample()), "region.yaml")


def test_a_test_has_one_centre_and_what_stands_in_it() -> None:
    region = _region(_file())
    assert (region.region.id, region.region.domain) == ("panyu-test", "test.panyu.example")
    assert [*region.centres] == ["c1"]
    assert {key: pool.centres for key, pool in region.pools.items()} == {"core": ("c1",), "general": ("c1",)}
    assert [*region.workloads] == ["his", "emr", "lis", "pacs", "archive", "ai"]
    assert "portal" not in region.workloads["his"].callers, "which is not there"
    assert {workload.level for workload in region.workloads.values()} == {2}
    assert (str(region.networks.ipv4), region.networks.vni.first) == ("10.128.0.0/16", 6000)
    assert region.data == "masked"


def test_it_has_nothing_of_productions() -> None:
    partner = {"name": "医保", "prefixes": ["203.0.113.8/32"], "by": "line", "ports": {"query": 9443}}
    text = _file(
        region__zone={"existing": "z"},
        tenants__group__project={"existing": "p"},
        centres__c1__ipv4="10.90.0.0/16",
        centres__c1__networks={"core": {"existing": "n", "ipv4": "10.91.0.0/24"}},
        workloads__his__key={"existing": "k"},
        workloads__his__certificate={"existing": "c"},
        workloads__his__calls=["insurance/query"],
        tenants__group__lan={"prefixes": ["172.20.0.0/16"], "by": "vpn", "gateway": "203.0.113.9"},
        workloads__his__domain="core",
        partners__insurance=partner,
    )
    assert _findings(text, None) == ()
    region = _region(text)
    his, c1 = region.workloads["his"], region.centres["c1"]
    lan = region.tenants["group"].lan
    assert lan is not None and lan.by == "line", "it is not joined a second time"
    assert (region.region.zone, region.tenants["group"].project, region.partners) == (None, None, {})
    assert (c1.ipv4, c1.networks, his.key, his.certificate, his.calls, his.domain) == (
        (None, {}, None, None, (), None)
    )


def test_what_differs_is_said_by_section() -> None:
    region = _region(
        _file(
            {
                "centres": {"c1": {"cloud": "lab"}, "c2": {}},
                "workloads": {"his": {"size": {"vcpus": 2}}},
                "region": {"owner": "testers"},
            }
        )
    )
    assert region.centres["c1"].cloud == "lab"
    assert region.workloads["his"].size.vcpus == 2
    assert region.workloads["his"].size.memory_gib == 32
    assert region.region.owner == "testers"


def test_seats_and_hosts_by_centre_follow_the_centres() -> None:
    text = _file(
        pools__core__hosts={"c1": 4, "c2": 3, "r1": 3},
        workloads__lis__home=["c1", "c2"],
        workloads__lis__standby=["r1"],
        workloads__lis__backup={"every": "1h", "keep": "30d", "place": "r1"},
    )
    assert _findings(text, None) == ()
    region = _region(text)
    assert region.pools["core"].hosts == {"c1": 4}
    own = _file(workloads__ai__centres=["c1", "r1"], workloads__ai__level=2, workloads__emr__masked=[])
    assert _region(own).workloads["ai"].centres == ("c1",)
    assert "ai" not in _region(own.replace("centres: [c1]\n", "centres: [c2]\n")).workloads
    assert (region.workloads["lis"].home, region.workloads["lis"].standby) == (("c1",), ())
    assert region.workloads["lis"].backup is None, "there is nowhere else"
    assert _region(text.replace("centres: [c1]", "centres: [c1, c2]")).workloads["lis"].home == ("c1", "c2")
    most = _region(text.replace("centres: [c1]", "centres: [c1, r1]")).workloads["lis"]
    assert most.backup is not None and most.backup.place == "r1"


@pytest.mark.item("C.3-c")
def test_real_data_above_level_2_are_refused() -> None:
    found = _findings(_file({"data": "real", "centres": ["c1", "c2", "r1"]}))
    assert {f.item for f in found} == {"C.3-c"}
    assert [f.place.path for f in found] == [
        f"workloads.{key}.level" for key in ("his", "emr", "lis", "pacs", "archive", "ai")
    ]
    assert "data: masked or made-up" in found[0].remedy.en


@pytest.mark.item("C.3-c")
def test_masked_data_cannot_be_called_sensitive_again() -> None:
    found = _findings(_file({"workloads": {"his": {"level": 4}}}))
    assert ("workloads.his.level", "C.3-c") in {(f.place.path, f.item) for f in found}


@pytest.mark.item("7.3.2.4-a", "A.5-b")
def test_one_centre_does_for_data_that_are_nobodys_alone() -> None:
    low: Data = {key: {"level": 2} for key in ("his", "emr", "lis", "pacs", "archive", "ai")}
    real = {"data": "real", "workloads": low}
    assert {f.item for f in _findings(_file(real))} >= {"7.3.2.4-a", "A.5-b"}
    assert _findings(_file({**real, "data": "made-up"})) == ()


_NETWORKS = TEST["networks"]
_BAD: dict[str, tuple[Data, str, str]] = {
    "what its data are": ({"data": None}, "what its data are is not said", "real, masked, made-up"),
    "data of another kind": ({"data": "copied"}, "what its data are is not said", "write data"),
    "a word": ({"centers": ["c1"]}, "unknown key centers", "write centres"),
    "no such centre": ({"centres": ["c9"]}, "centres has no c9", "write"),
    "no centre": ({"centres": []}, "centres are expected", "[c1]"),
    "an id": ({"region": {"id": "x"}}, "comes of its name", "remove id"),
    "no networks": ({"networks": {}}, "no networks.ipv4 of its own", "overlap nothing"),
    "prefixes of production": (
        {"networks": {**_NETWORKS, "ipv4": "10.72.0.0/16"}},
        "10.72.0.0/16 overlaps 10.64.0.0/12 (networks)",
        "does not overlap",
    ),
    "v6 of production": (
        {"networks": {**_NETWORKS, "ipv6": "fd14:2025:9::/48"}},
        "overlaps fd14:2025::/32 (networks)",
        "does not overlap",
    ),
    "identifiers of production": (
        {"networks": {"ipv4": "10.128.0.0/16", "ipv6": "fd15::/48"}},
        "VNI 5000-5999 overlaps 5000-5999 (networks)",
        "does not overlap",
    ),
}


@pytest.mark.parametrize("environment", [None, "test"])
@pytest.mark.parametrize("name", _BAD)
def test_what_is_wrong_is_said_of_production_too(name: str, environment: str | None) -> None:
    env, message, remedy = _BAD[name]
    found = [f for f in _findings(_file(env), environment) if f.place.path.startswith("environments")]
    assert len(found) == 1, found
    assert message in found[0].message.en
    assert remedy in found[0].remedy.en
    assert found[0].place.line > 0


def test_two_environments_share_nothing_either() -> None:
    data = yaml.safe_load(_file())
    data["environments"]["drill"] = deepcopy(TEST)
    messages = [f.message.en for f in _findings(dumped(data), None)]
    assert len(messages) == 3
    assert all("(environments.test)" in message for message in messages)


@pytest.mark.parametrize(
    ("environments", "message"),
    [([], "keys with values are expected"), ({"test": 3}, "keys with values are expected")],
)
def test_a_section_of_another_shape(environments: Any, message: str) -> None:
    data = {**sample(), "environments": environments}
    (found,) = _findings(dumped(data), None)
    assert message in found.message.en


def test_an_environment_that_is_not_there() -> None:
    (found,) = _findings(_file(), "tset")
    assert (found.message.en, found.remedy.en) == ("there is no environment tset", "write test")
    (none,) = _findings(dumped(sample()), "test")
    assert none.remedy.en == "write it under environments"


def test_one_whose_name_is_a_centres_would_share_names_with_it() -> None:
    data = yaml.safe_load(_file())
    data["environments"] = {"c1": data["environments"]["test"]}
    (found,) = _findings(dumped(data), None)
    assert "c1 is a centre already" in found.message.en


HOSPITALS: Data = {"h1": {"name": "一院"}, "h2": {"name": "二院"}}
LIS: Data = {
    "kind": "lis",
    "level": 3,
    "pool": "general",
    "port": 8443,
    "size": {"instances": 2, "vcpus": 1, "memory_gib": 4, "data_gib": 10},
}


def _hospitals(env: Data, **region: Any) -> str:
    """The sample with two hospitals, whose LIS call its HIS and are called by tenant and group."""
    named = ["portal", "lis", "pacs", "h1-lis", "tenant:h2", "group:both"]
    return _file(
        env,
        **{
            "tenants__h1": HOSPITALS["h1"],
            "tenants__h2": HOSPITALS["h2"],
            "groups__both": ["h1", "h2"],
            "workloads__h1-lis": {**LIS, "tenant": "h1", "callers": ["his"]},
            "workloads__h2-lis": {**LIS, "tenant": "h2", "callers": ["his", "h1-lis"]},
            "workloads__his__callers": named,
            **region,
        },
    )


def test_a_test_may_have_some_of_the_tenants() -> None:
    text = _hospitals({"only": {"tenants": ["group", "h1"]}})
    assert _findings(text, None) == _findings(text) == ()
    region = _region(text)
    assert [*region.tenants] == ["group", "h1"]
    assert region.groups == {"both": ("h1",)}
    assert "h2-lis" not in region.workloads
    assert "ai" not in region.workloads, "which is the county's"
    assert region.workloads["his"].callers == ("lis", "pacs", "h1-lis", "group:both")
    assert region.workloads["h1-lis"].callers == ("his",)
    alone = _region(_hospitals({"only": {"tenants": ["group:both"]}}))
    assert ([*alone.tenants], [*alone.workloads]) == (["h1", "h2"], ["h1-lis", "h2-lis"])
    assert alone.workloads["h2-lis"].callers == ("h1-lis",), "his is a tenant's that is left out"


def test_a_test_may_have_some_of_the_workloads() -> None:
    text = _hospitals({"only": {"workloads": ["his", "lis", "pacs", "emr", "archive"]}, "without": ["ai"]})
    assert _findings(text) == ()
    region = _region(text)
    assert [*region.workloads] == ["his", "emr", "lis", "pacs", "archive", "h1-lis", "h2-lis"], (
        "lis is each's"
    )
    assert [*_region(_hospitals({"without": ["lis", "ai"]})).workloads] == ["his", "emr", "pacs", "archive"]


def test_what_is_chosen_and_needs_more_is_refused_with_the_way_out() -> None:
    text = _hospitals({"only": {"workloads": ["his", "pacs"]}})
    found = {f.message.en: f.remedy.en for f in _findings(text)}
    assert {*found} == {
        "his needs emr, lis, h1-lis, h2-lis, which are not in it",
        "pacs needs emr, archive, which are not in it",
    }
    assert all("without: [" in remedy for remedy in found.values())
    for way in (
        {"only": {"workloads": ["his", "pacs", "emr", "lis", "archive"]}},
        {"only": {"workloads": ["his", "pacs"]}, "without": ["emr", "lis", "archive"]},
    ):
        assert _findings(_hospitals(way)) == ()
    (calls,) = _findings(
        _hospitals(
            {"only": {"workloads": ["his"]}, "without": ["emr", "lis", "pacs"]},
            workloads__his__calls=["ai"],
            workloads__ai__accepts=["his"],
        )
    )
    assert calls.message.en == "his needs ai, which are not in it"


@pytest.mark.parametrize(
    ("env", "path", "words"),
    [
        ({"only": ["h1"]}, "only", "which tenants or workloads"),
        ({"only": {}}, "only", "which tenants or workloads"),
        ({"only": {"tenant": ["h1"]}}, "only.tenant", "unknown key tenant"),
        ({"only": {"tenants": ["h9"]}}, "only.tenants[0]", "tenants has no h9"),
        ({"only": {"workloads": []}}, "only.workloads", "workloads are expected"),
        ({"only": {"workloads": ["hiss"]}}, "only.workloads[0]", "workloads has no hiss"),
        ({"without": "lis"}, "without", "workloads are expected"),
        ({"without": ["nothing"]}, "without[0]", "workloads has no nothing"),
        (
            {"only": {"tenants": ["group"]}, "tenants": {"h1": {"name": "x"}}},
            "tenants.h1",
            "h1 is not in this environment",
        ),
        (
            {"without": ["ai"], "workloads": {"ai": {"level": 1}}},
            "workloads.ai",
            "ai is not in this environment",
        ),
    ],
)
def test_a_choice_that_is_none_is_said_whichever_environment_is_meant(
    env: Data, path: str, words: str
) -> None:
    for environment in (None, "test"):
        found = [
            f for f in _findings(_hospitals(env), environment) if f.place.path == f"environments.test.{path}"
        ]
        assert [words in f.message.en for f in found] == [True]
