"""Every type at once: the state forgets what it made, as if interrupted, and finds it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from medcloud.engine.placeholders import self_signed
from medcloud.text import urns
from tests.on_lab.stack import LabStack, configure, new_stack
from tests.support.lab_env import Lab

pytestmark = [pytest.mark.lab, pytest.mark.engine]

PREFIX = "fltw"
PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ9cUFQyB6uF0tWJ8lJt1bq0q3S8m0m0o7mX2kq3mT5y wide"
AGAIN = {"again", "local"}
KEPT = ("pulumi:", "openstack:networking/secGroup:")
"""Not forgotten: what lives in the state alone; and groups, as one with rules cannot be pending."""


@pytest.fixture
def stack(lab: Lab, tmp_path: Path) -> Iterator[LabStack]:
    made = new_stack("tests/on_lab/wide", "wide", tmp_path)
    image = tmp_path / "image.raw"
    image.write_bytes(b"\0" * (1 << 20))
    certificate, key = self_signed("example")
    configure(
        made,
        {"wide:prefix": PREFIX, "wide:image": str(image), "wide:publicKey": PUBLIC_KEY},
        {"wide:certificate": certificate, "wide:key": key, "wide:psk": "lab-psk"},
    )
    yield made
    made.take_down()


def forget(stack: LabStack) -> dict[str, str]:
    """Turn every resource of a control plane into an interrupted creation; URN to the id it had."""
    with stack.checkpoint() as deployment:
        lost = [r for r in deployment["resources"] if r.get("id") and not r["type"].startswith(KEPT)]
        deployment["resources"] = [r for r in deployment["resources"] if r not in lost]
        ids = {r["urn"]: r["id"] for r in lost}
        for resource in lost:
            del resource["id"], resource["outputs"]
        deployment["pending_operations"] = [{"resource": r, "type": "creating"} for r in lost]
    return ids


def test_every_type_is_found_again(stack: LabStack) -> None:
    stack.up()
    stack.unchanged()
    ids = forget(stack)
    report = stack.recover()
    renewed = {o["urn"] for o in report["outcomes"] if o["action"] == "removed"}
    assert [urns.split(urn).name.split("-")[1] for urn in renewed] == ["l7r"]
    found = {o["urn"]: o["ids"][0] for o in report["outcomes"] if o["action"] == "adopted"}
    again = {o["urn"] for o in report["outcomes"] if o["action"] in AGAIN}
    assert found == {urn: id_ for urn, id_ in ids.items() if urn not in again | renewed}
    assert len(found) > 45
    assert not stack.pending()
    stack.up()
    now = {r["urn"]: r["id"] for r in stack.resources() if r["urn"] in ids}
    assert [urn for urn in ids if now[urn] != ids[urn]] == list(renewed), "something else was made anew"
    stack.unchanged()
