"""No rule crashes on a resource whose properties are of unexpected types, and none tells a secret."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from medcloud_policies.core import pack
from medcloud_policies.core.message import compose, refusal
from medcloud_policies.core.providers import aliases
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.core.verdict import Verdict, judge, judge_stack
from tests.policies.examples import Example, every
from tests.policies.openstack.sdk_types import classes, properties

TYPES = sorted(classes())
RESOURCES = 10_000
CANARY = "cAn4ry-Zx9kQw3ePq7Lm"

_LABELS = {"medcloud-level": "4", "medcloud-kind": "his", "medcloud-workload": "his", "medcloud-centre": "c1"}
_LEAVES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    22,
    65535,
    10**30,
    1.5,
    float("nan"),
    float("inf"),
    "",
    " ",
    "true",
    "443",
    "0.0.0.0/0",
    "::/0",
    "fe80::1%eth0/64",
    "1.2.3.4/255.0.0.255",
    "http://[::1",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31",
    "TLSv1.3",
    "ingress",
    "egress",
    "allow",
    "病历\u202e",
    "\x00",
    "a" * 5000,
    "H4sIAAAAAAAA/wAA",
    "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nq",
    "resources: [&a [*a]]",
    "{" * 5000,
    "medcloud-level=4; medcloud-domain=dmz",
    UNKNOWN,
    _LABELS,
    [f"{key}={value}" for key, value in _LABELS.items()],
)


def _value(dice: random.Random, depth: int = 3) -> Any:
    kind = dice.randrange(4) if depth else 0
    if kind == 1:
        return [_value(dice, depth - 1) for _ in range(dice.randrange(4))]
    if kind == 2:
        names = ("type", "uuid", "value", "rules", "ipAddress", "read", "hw:cpu_policy", "Bin", "", "é")
        return {dice.choice(names): _value(dice, depth - 1) for _ in range(dice.randrange(4))}
    return dice.choice(_LEAVES)


def _judged(type_: str, props: dict[str, Any]) -> list[Verdict]:
    resource = Resource(type_, props, name="one", urn="urn:one")
    return [judge(rule, resource) for rule in pack.by_type().get(resource.type, ())]


def test_ten_thousand_odd_resources_crash_no_rule() -> None:
    dice = random.Random(14_2025)  # noqa: S311 - a test's dice, the same each time
    stack = []
    for number in range(RESOURCES):
        type_ = TYPES[number % len(TYPES)]
        props = {name: _value(dice) for name in properties(type_) if dice.random() < 0.7}
        _judged(type_, props)
        stack.append(Resource(type_, props, name=str(number), urn=f"urn:{number}"))
    for rule in pack.stack_rules():
        for start in range(0, RESOURCES, 500):
            judge_stack(rule, Stack(stack[start : start + 500]))


_ODD = st.recursive(
    st.sampled_from([UNKNOWN, None, True, False]) | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_no_property_of_any_type_crashes_a_rule(data: st.DataObject) -> None:
    type_ = data.draw(st.sampled_from(TYPES))
    names = st.sampled_from(properties(type_))
    props = data.draw(st.dictionaries(names, _ODD, max_size=8))
    resource = Resource(type_, props, name="one", urn="urn:one")
    _judged(type_, props)
    for rule in pack.stack_rules():
        judge_stack(rule, Stack([resource]))


@pytest.mark.parametrize("alias", sorted(aliases()))
def test_a_deprecated_name_is_judged_like_its_type(alias: str) -> None:
    made = [Resource(type_, {}, name="one") for type_ in (alias, aliases()[alias])]
    assert made[0].type == made[1].type
    said = [[f.what for v in _judged(type_, {}) for f in v.findings] for type_ in (alias, aliases()[alias])]
    assert said[0] == said[1]


# Properties whose values may be secrets, at any depth of any type.
_SECRETS = (
    *(
        "adminPass",
        "applicationCredentialSecret",
        "containerSyncKey",
        "content",
        "flavorData",
        "key",
        "password",
    ),
    *("imageSourcePassword", "payload", "psk", "publicKey", "secret", "source", "token", "userData", "value"),
)


def _planted(props: Any) -> Any:
    """Properties with the canary wherever a secret may stand, maps of text included."""
    if isinstance(props, dict):
        return {
            name: _canary(value) if name in _SECRETS and isinstance(value, str) else _planted(value)
            for name, value in props.items()
        }
    return [_planted(element) for element in props] if isinstance(props, list) else props


def _canary(value: str) -> str:
    return f"{value}\npassword={CANARY}\nurl=https://his:{CANARY}@db\n-----BEGIN RSA PRIVATE KEY-----\n"


def _secrets_of(props: Any) -> list[str]:
    """The values that stand where secrets stand: those that a rule may refuse for being weak."""
    if isinstance(props, dict):
        texts = [v for name, v in props.items() if name in _SECRETS and isinstance(v, str)]
        own = [text for text in texts if len(text) > 4 and not text.isdigit()]  # a lifetime is none
        return own + [found for value in props.values() for found in _secrets_of(value)]
    return [found for e in props for found in _secrets_of(e)] if isinstance(props, list) else []


_BAD = [pytest.param(e, id=f"{e.rule.id}-{e.name}") for e in every("bad")]


def _messages(type_: str, props: dict[str, Any]) -> list[str]:
    return [compose(refusal(v.rule, f)) for v in _judged(type_, props) for f in v.findings]


@pytest.mark.parametrize("example", _BAD)
def test_no_finding_tells_a_planted_secret(example: Example) -> None:
    for described in example.document.get("resources", [example.document]):
        type_, props = described["type"], _planted(described.get("properties", {}))
        if type_ not in TYPES:
            continue
        for name in set(_SECRETS) & set(properties(type_)):
            props.setdefault(name, _canary(""))
        for name in ("metadata", "labels", "templateOpts", "environmentOpts", "parameters"):
            if name in properties(type_):
                props[name] = {**props.get(name, {}), "db_password": CANARY, "note": _canary("")}
        assert not [told for told in _messages(type_, props) if CANARY in told]


@pytest.mark.parametrize("example", _BAD)
def test_no_finding_tells_the_secret_it_is_about(example: Example) -> None:
    for described in example.document.get("resources", [example.document]):
        props = described.get("properties", {})
        for secret in _secrets_of(props):
            assert not [told for told in _messages(described["type"], props) if secret in told]
