"""The pack under the real engine, in a preview that needs no cloud."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from medcloud.engine.placeholders import NOWHERE
from medcloud_policies.core.message import parse
from tests.support.engine_env import CHECKOUT, Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]
PACK = str(CHECKOUT / "policies")
PLANTED = "planted-Wq8#pass"

BAD = f"""
import pulumi_openstack as openstack
volume = openstack.blockstorage.Volume("records", size=10, volume_type="fast",
    metadata={{"medcloud-level": "4", "medcloud-workload": "his", "medcloud-owner": "it"}})
group = openstack.networking.SecGroup("his", delete_default_rules=True)
openstack.networking.SecGroupRule("ssh", security_group_id=group.id, direction="ingress",
    ethertype="IPv4", protocol="tcp", port_range_min=22, port_range_max=22, remote_ip_prefix="0.0.0.0/1")
openstack.vpnaas.SiteConnection("link", psk="{PLANTED}", ikepolicy_id="a", ipsecpolicy_id="b",
    vpnservice_id="c", peer_address="192.0.2.1", peer_id="192.0.2.1")
"""
GOOD = """
import pulumi_openstack as openstack
group = openstack.networking.SecGroup("his", delete_default_rules=True)
openstack.networking.SecGroupRule("https", security_group_id=group.id, direction="ingress",
    ethertype="IPv4", protocol="tcp", port_range_min=8443, port_range_max=8443,
    remote_ip_prefix="10.64.1.0/24")
"""
UNDECIDED = """
import pulumi_openstack as openstack
kind = openstack.blockstorage.VolumeTypeV3("tier")
openstack.blockstorage.Volume("records", size=10, volume_type=kind.id,
    metadata={"medcloud-level": "3", "medcloud-owner": "it"})
openstack.networking.SecGroupRule("https", security_group_id="a", direction="ingress", ethertype="IPv4",
    protocol="tcp", port_range_min=8443, port_range_max=8443, remote_ip_prefix=kind.id)
"""


def _stack(new_stack: New, program: str) -> Stack:
    stack = new_stack(program)
    stack("config", "set", "openstack:authUrl", NOWHERE)
    return stack


def test_a_bad_change_is_refused_with_clause_resource_and_remedy(new_stack: New) -> None:
    done = _stack(new_stack, BAD)("preview", "--policy-pack", PACK, check=False)
    assert done.returncode != 0
    for rule, clause, resource, remedy in (
        ("volume-encrypted", "7.2.1-b", "blockstorage:Volume: records", "encryptedVolumeTypes"),
        ("ingress-world-open", "7.2.2-a", "networking:SecGroupRule: ssh", "remoteIpPrefix"),
        ("vpn-shared-key", "7.2.1-a", "vpnaas:SiteConnection: link", "32 or more random"),
    ):
        for words in (rule, clause, resource, remedy):
            assert words in done.stdout, done.stdout
    assert "整改" in done.stdout
    assert "Traceback" not in done.stdout
    assert PLANTED not in done.stdout


def test_a_good_change_passes(new_stack: New) -> None:
    done = _stack(new_stack, GOOD)("preview", "--policy-pack", PACK)
    assert "[mandatory]" not in done.stdout


def test_what_is_not_known_yet_is_reported_and_does_not_block(new_stack: New) -> None:
    done = _stack(new_stack, UNDECIDED)("preview", "--policy-pack", PACK)
    assert "[advisory]" in done.stdout
    assert "undecided" in done.stdout


def test_the_event_log_holds_each_verdict_as_data(new_stack: New, tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    stack = _stack(new_stack, BAD + UNDECIDED.replace('"records"', '"later"').replace('"https"', '"narrow"'))
    stack("preview", "--policy-pack", PACK, "--event-log", str(log), check=False)
    events = [json.loads(line).get("policyEvent") for line in log.read_text("utf-8").splitlines()]
    ours = [event for event in events if event and event["policyPackName"] == "medcloud"]
    found = [(event, parse(event["message"])) for event in ours]
    assert {message.state for _, message in found if message} == {"refused", "undecided"}
    for event, message in found:
        assert message is not None, event
        assert message.severity == event["severity"]
        assert not message.subject or message.subject == event["resourceUrn"]
        assert PLANTED not in event["message"]


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"volume-encrypted": {"encryptFromLevel": 4}}, "encryptFromLevel"),
        ({"volume-encrypted": {"encryptedVolumeTypes": [".*"]}}, "too lax"),
        ({"no-such-rule": "mandatory"}, "no such rule"),
    ],
)
def test_a_lax_configuration_is_refused(
    new_stack: New, tmp_path: Path, config: dict[str, object], words: str
) -> None:
    file = tmp_path / "config.json"
    file.write_text(json.dumps(config))
    options = ("--policy-pack", PACK, "--policy-pack-config", str(file))
    done = _stack(new_stack, GOOD)("preview", *options, check=False)
    assert done.returncode != 0
    assert words in done.stdout, done.stdout
    assert "Traceback" not in done.stdout
