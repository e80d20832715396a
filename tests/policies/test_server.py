"""The server gives pulumi_policy's verdicts, says what is undecided, and refuses a lax configuration."""

from __future__ import annotations

from functools import cache
from typing import Any

import grpc
import pytest
from pulumi.runtime import proto
from pulumi_policy import EnforcementLevel
from pulumi_policy.policy import _PolicyAnalyzerServicer as StockAnalyzer

from medcloud_policies.core import pack
from medcloud_policies.core.message import parse
from medcloud_policies.core.resource import Late, Stack
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.serve.adapter import policies
from medcloud_policies.serve.server import Analyzer
from tests.policies.examples import Example, every
from tests.policies.requests import analyze, analyze_stack

VOLUME = "openstack:blockstorage/volume:Volume"


class Refused(Exception):
    """What the fake context raises on abort, as grpc does."""


class Context:
    """A call's context that only knows how to abort."""

    def abort(self, code: grpc.StatusCode, details: str) -> None:
        raise Refused(details)


CONTEXT: Any = Context()


@cache
def _servers() -> list[Any]:
    return [Analyzer(), StockAnalyzer("medcloud", "0.0.1", policies(), EnforcementLevel.MANDATORY)]


def _both(example: Example) -> list[tuple[Any, ...]]:
    """What the two servers say of an example; equal, or the test fails."""
    said: list[list[tuple[Any, ...]]] = []
    for server in _servers():
        resources = example.document.get("resources")
        if resources:
            response = server.AnalyzeStack(analyze_stack(resources), CONTEXT)
        else:
            response = server.Analyze(analyze(example.document), CONTEXT)
        said.append(
            sorted(
                (d.policyName, d.message, d.enforcementLevel, d.urn) for d in _decided(response.diagnostics)
            )
        )
    assert said[0] == said[1]
    return said[0]


def _decided(diagnostics: Any) -> list[proto.AnalyzeDiagnostic]:
    return [d for d in diagnostics if d.enforcementLevel == proto.MANDATORY]


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e.rule.id}-{e.name}") for e in every("bad")])
def test_both_servers_refuse_the_same(example: Example) -> None:
    if "config" in example.document:
        pytest.skip("the stock server is given no configuration here")
    said = _both(example)
    assert example.rule.id in {name for name, *_ in said}
    for _, text, _, urn in said:
        message = parse(text)
        assert message is not None
        assert (message.state, message.subject) == ("refused", urn or message.subject)


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e.rule.id}-{e.name}") for e in every("good")])
def test_both_servers_say_the_same_of_good_ones(example: Example) -> None:
    _both(example)


def test_an_undecided_rule_is_advisory_in_a_preview() -> None:
    server = Analyzer()
    server.ConfigureStack(proto.AnalyzerStackConfigureRequest(dry_run=True), CONTEXT)
    example = next(e for e in every("undecided") if e.rule.id == "volume-encrypted")
    response = server.Analyze(analyze(example.document), CONTEXT)
    said = {d.policyName: d for d in response.diagnostics}["volume-encrypted"]
    assert said.enforcementLevel == proto.ADVISORY
    message = parse(said.message)
    assert message is not None
    assert (message.state, message.subject) == ("undecided", "urn:one")


@pytest.mark.parametrize(("volume_type", "refused"), [("database-sm4", False), ("fast", True), (None, True)])
def test_what_was_undecided_is_decided_by_outputs_in_up(volume_type: str | None, refused: bool) -> None:
    server = Analyzer()
    server.ConfigureStack(proto.AnalyzerStackConfigureRequest(dry_run=False), CONTEXT)
    example = next(e for e in every("undecided") if e.rule.id == "volume-encrypted")
    document = dict(example.document)
    server.Analyze(analyze(document, urn="v"), CONTEXT)
    known = {"volumeType": volume_type} if volume_type else {}
    document["properties"] = {**document["properties"], **known}
    response = server.AnalyzeStack(analyze_stack([{**document, "name": "v"}]), CONTEXT)
    found = [d for d in _decided(response.diagnostics) if d.policyName == "volume-encrypted"]
    assert bool(found) == refused


def test_what_the_cloud_added_is_not_held_against_a_resource_in_up() -> None:
    # The zone was not known before; the outputs also tell on which host the server came to run.
    server = Analyzer()
    server.ConfigureStack(proto.AnalyzerStackConfigureRequest(dry_run=False), CONTEXT)
    document = {"type": "openstack:compute/instance:Instance", "properties": {"availabilityZone": UNKNOWN}}
    server.Analyze(analyze(document, urn="s"), CONTEXT)
    made = {"availabilityZone": "c1", "hypervisorHostname": "node7"}
    response = server.AnalyzeStack(analyze_stack([{**document, "name": "s", "properties": made}]), CONTEXT)
    assert "instance-not-pinned" not in {d.policyName for d in response.diagnostics}


def test_secrets_are_read_but_not_marked() -> None:
    wrapped = {
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        "value": {"medcloud-level": "4"},
    }
    document = {"type": VOLUME, "properties": {"size": 1, "metadata": wrapped, "volumeType": "fast"}}
    names = {d.policyName for d in Analyzer().Analyze(analyze(document), CONTEXT).diagnostics}
    assert "volume-encrypted" in names


def _configured(rule: str, level: proto.EnforcementLevel.ValueType, **properties: Any) -> Analyzer:
    request = proto.ConfigureAnalyzerRequest()
    request.policyConfig[rule].enforcementLevel = level
    request.policyConfig[rule].properties.update(properties)
    server = Analyzer()
    server.Configure(request, CONTEXT)
    return server


def test_a_rule_can_be_switched_off_and_made_advisory() -> None:
    document = {"type": VOLUME, "properties": {"metadata": {"medcloud-level": "4"}, "volumeType": "fast"}}
    for level, expected in ((proto.DISABLED, []), (proto.ADVISORY, [proto.ADVISORY])):
        server = _configured("volume-encrypted", level)
        found = server.Analyze(analyze(document), CONTEXT).diagnostics
        assert [d.enforcementLevel for d in found if d.policyName == "volume-encrypted"] == expected


def test_a_setting_holds_for_the_pack() -> None:
    server = _configured("volume-encrypted", proto.MANDATORY, encryptedVolumeTypes=["^vault-"])
    document = {"type": VOLUME, "properties": {"metadata": {"medcloud-level": "4"}, "volumeType": "vault-1"}}
    found = server.Analyze(analyze(document), CONTEXT).diagnostics
    assert "volume-encrypted" not in {d.policyName for d in found}


@pytest.mark.parametrize(
    ("rule", "properties", "words"),
    [
        ("no-such-rule", {}, "no such rule"),
        ("volume-encrypted", {"encryptedTypes": ["a"]}, "no such setting"),
        ("volume-encrypted", {"encryptFromLevel": 4}, "laxer than the standard"),
        ("volume-encrypted", {"encryptFromLevel": "three"}, "whole number"),
        ("volume-encrypted", {"encryptFromLevel": float("nan")}, "whole number"),
        ("volume-encrypted", {"encryptFromLevel": float("inf")}, "whole number"),
        ("volume-encrypted", {"encryptedVolumeTypes": [".*"]}, "too lax"),
        ("volume-encrypted", {"encryptedVolumeTypes": ["("]}, "not a pattern"),
        ("volume-encrypted", {"encryptedVolumeTypes": "luks"}, "list of"),
        ("flavor-isa", {"approvedIsas": ["ppc64le"]}, "approvedIsas"),
    ],
)
def test_a_bad_configuration_is_refused(rule: str, properties: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        _configured(rule, proto.MANDATORY, **properties)


def test_the_engine_is_told_everything_about_a_rule() -> None:
    server: Any = Analyzer()
    info = {p.name: p for p in server.GetAnalyzerInfo(None, CONTEXT).policies}
    assert set(info) == {rule.id for rule in pack.rules()}
    for rule in pack.rules():
        told = info[rule.id]
        assert told.framework.name == "T/GYJS 014-2025"
        assert told.framework.reference == ", ".join(rule.items)
        assert told.enforcementLevel == proto.MANDATORY
        assert told.severity != proto.POLICY_SEVERITY_UNSPECIFIED
        assert rule.remedy.zh in told.remediation_steps
        assert rule.remedy.en in told.remediation_steps
        assert set(told.configSchema.properties) == {setting.name for setting in rule.settings}


def test_what_the_cloud_fills_in_reads_as_left_out_in_a_stack_rule() -> None:
    # In a preview the outputs hold an unknown remoteGroupId although none was given.
    server = Analyzer()
    given = {"direction": "ingress", "ethertype": "IPv4", "protocol": "tcp", "securityGroupId": "g"}
    documents: list[dict[str, Any]] = [
        {
            "type": "openstack:networking/secGroupRule:SecGroupRule",
            "name": name,
            "properties": {**given, "remoteIpPrefix": prefix},
        }
        for name, prefix in (("a", "8.0.0.0/8"), ("b", "9.0.0.0/8"))
    ]
    for document in documents:
        server.Analyze(analyze(document, urn=str(document["name"])), CONTEXT)
    made: list[dict[str, Any]] = [
        {**d, "properties": {**d["properties"], "remoteGroupId": UNKNOWN}} for d in documents
    ]
    response = server.AnalyzeStack(analyze_stack(made), CONTEXT)
    assert [d.policyName for d in response.diagnostics] == ["ingress-union-open"] * 2


def test_a_stack_s_resources_are_read_when_a_rule_looks_at_them() -> None:
    read: list[str] = []

    def late(name: str) -> Late:
        return Late(VOLUME, lambda: read.append(name) or {"name": name}, name=name)  # type: ignore[func-returns-value]

    stack = Stack([late("a"), late("b")])
    assert [r.type for r in stack.of(VOLUME)] == [VOLUME, VOLUME] and read == []
    assert [r.text("name") for r in stack.of(VOLUME) for _ in range(2)] == ["a", "a", "b", "b"]
    assert read == ["a", "b"]
    with pytest.raises(AttributeError, match="nothing"):
        _ = late("c").nothing
