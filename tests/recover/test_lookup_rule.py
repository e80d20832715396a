from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

from medcloud.recover.core.providers import all_providers
from medcloud.recover.openstack import types
from medcloud.recover.openstack.lookup_rule import agrees, attribute
from medcloud.recover.openstack.provider import OpenStack
from medcloud.recover.openstack.types import TYPES, token


@pytest.mark.parametrize(
    ("have", "want", "agree"),
    [
        ("fd00::/64", "fd00:0::/64", True),
        (443, 443.0, True),
        (443, 444, False),
        (None, "", True),
        ("tcp", None, False),
        (None, "tcp", False),
        ({"a": "1", "b": "2"}, {"a": "1"}, True),
        ({"b": "2"}, {"a": "1"}, False),
        (["b", "a"], ["a", "b"], True),
        (True, "true", True),
    ],
)
def test_spellings(have: Any, want: Any, *, agree: bool) -> None:
    assert agrees(have, want) is agree


def test_attribute_enters_lists() -> None:
    found = {"loadbalancers": [{"id": "lb1"}]}
    assert attribute(found, "loadbalancers.0.id") == "lb1"
    assert attribute(found, "loadbalancers.1.id") is None
    assert attribute(found, "listeners.0.id") is None


def test_tokens_exist_in_the_sdk() -> None:
    """A misspelt module would leave a type without its lookup, unseen."""
    import pulumi_openstack  # noqa: PLC0415  # for this test alone

    known = set()
    for info in pkgutil.iter_modules(pulumi_openstack.__path__):
        if info.ispkg:
            package = __import__(f"pulumi_openstack.{info.name}", fromlist=["x"])
            known |= {getattr(v, "pulumi_type", None) for v in vars(package).values()}
    assert len(known) > 90
    assert {t for t in TYPES if t.startswith("openstack:")} <= known


def test_token() -> None:
    assert token("networking/network") == "openstack:networking/network:Network"


def test_providers_are_found_by_walking() -> None:
    assert [type(provider) for provider in all_providers()] == [OpenStack]


def test_every_table_of_the_folder_is_read_and_none_names_a_type_twice() -> None:
    tables = [
        importlib.import_module(f"{types.__name__}.{info.name}").TYPES
        for info in pkgutil.iter_modules(types.__path__)
    ]
    assert len(tables) > 8
    assert sum(map(len, tables)) == len(TYPES)
