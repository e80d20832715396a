"""A provider is a folder: one that nobody knows of is copied in, and the pack judges its types."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from google.protobuf import empty_pb2
from pulumi.runtime.proto import analyzer_pb2_grpc

from medcloud_policies.core import pack
from medcloud_policies.core.providers import folders, providers
from medcloud_policies.core.resource import Resource
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.values import UNKNOWN
from tests.policies.requests import analyze
from tests.support.engine_env import CHECKOUT

SWITCH, OLD = "switches:index:Switch", "switches:index:OldSwitch"
FILES = {
    "__init__.py": "",
    "tokens.py": f'SWITCH = "{SWITCH}"\nOLD = "{OLD}"\n',
    # A switch carries its labels in the comments of its configuration.
    "provider.py": """
from medcloud_policies.core.providers import Provider
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.switches import tokens

def carriers(props):
    text = props.get("config", "")
    if text is UNKNOWN:
        return {"tags": UNKNOWN}
    return {"tags": [line[1:].strip() for line in text.splitlines() if line.startswith("!")]}

PROVIDER = Provider(packages=("switches",), carriers=carriers, aliases={tokens.OLD: tokens.SWITCH})
""",
    "ch7_2/__init__.py": "",
    "ch7_2/telnet_off.py": """
from medcloud_policies.core.rule import Rule, Text
from medcloud_policies.switches import tokens

def _judge(r):
    if r.level > 2 and "transport input telnet" in r.text("config"):
        yield f"level {r.level}: telnet"

RULE = Rule("telnet-off", ("7.2.1-b",), "high", Text("关", "Telnet is off"), Text("明文", "In clear"),
    Text("用 SSH", "Use SSH"), (tokens.SWITCH,), judge=_judge)
""",
}
TELNET = "! medcloud-level=4\nline vty 0 4\n transport input telnet\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the pack with one more folder."""
    home = tmp_path_factory.mktemp("pack") / "policies"
    shutil.copytree(CHECKOUT / "policies", home, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES.items():
        file = home / "medcloud_policies/switches" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return home


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[analyzer_pb2_grpc.AnalyzerStub]:
    """That pack as the engine starts it."""
    with subprocess.Popen([sys.executable, str(home)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            yield analyzer_pb2_grpc.AnalyzerStub(channel)
        process.terminate()


def _said(served: analyzer_pb2_grpc.AnalyzerStub, type_: str, **props: object) -> dict[str, str]:
    response = served.Analyze(analyze({"type": type_, "properties": props}))
    return {d.policyName: d.message for d in response.diagnostics}


@pytest.mark.parametrize("type_", [SWITCH, OLD])
def test_its_types_are_judged_by_its_rules_with_labels_from_its_carriers(
    served: analyzer_pb2_grpc.AnalyzerStub, type_: str
) -> None:
    assert "level 4: telnet" in _said(served, type_, config=TELNET)["telnet-off"]
    assert _said(served, type_, config=TELNET.replace("=4", "=1")) == {}
    assert _said(served, type_, config=TELNET, description="medcloud-level=1")["telnet-off"]
    assert "undecided" in _said(served, type_, config=UNKNOWN)["telnet-off"]


def test_the_other_provider_judges_as_before(served: analyzer_pb2_grpc.AnalyzerStub) -> None:
    properties = {"metadata": {"medcloud-level": "4"}, "volumeType": "fast"}
    assert "volume-encrypted" in _said(served, "openstack:blockstorage/volume:Volume", **properties)
    names = {p.name for p in served.GetAnalyzerInfo(empty_pb2.Empty()).policies}
    assert names == {"telnet-off", *(rule.id for rule in pack.rules())}


def test_two_providers_of_one_package_are_refused(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "policies"
    shutil.copytree(home, copy)
    shutil.copytree(copy / "medcloud_policies/switches", copy / "medcloud_policies/twin")
    code = "from medcloud_policies.core.providers import providers; providers()"
    done = subprocess.run([sys.executable, "-c", code], cwd=copy, capture_output=True, text=True, check=False)
    assert "twin: another provider judges the types of switches too" in done.stderr


def test_what_no_provider_judges_carries_no_label() -> None:
    assert Resource("random:index:Id", {"metadata": {"medcloud-level": "4"}}).labels == {}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in pack.rules()])
def test_a_rule_judges_types_of_its_own_provider(rule: Rule) -> None:
    function = rule.judge or rule.judge_stack
    assert function is not None
    folder = function.__module__.split(".")[1]
    assert folder in folders()
    own = {package for package, p in providers().items() if p.carriers.__module__.split(".")[1] == folder}
    assert {type_.removeprefix("pulumi:providers:").partition(":")[0] for type_ in rule.types} <= own
