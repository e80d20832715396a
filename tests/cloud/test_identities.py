"""No release moves a resource: what stands in the sample's state keeps its URN, or an alias leads to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cloud import identities
from tests.cloud.identities import Identity, held, read_tree, write_tree
from tests.cloud.recorder import Alias, Deployment, Made


@pytest.fixture(scope="module")
def made() -> Deployment:
    return identities.made()


def _last() -> set[Identity]:
    return read_tree(identities.GOLDEN.read_text(encoding="utf-8"))


def lost(found: list[Made]) -> set[Identity]:
    """What the last release made and a state of it would lose."""
    return _last() - held(found).keys()


def _renamed(made: Deployment, old: str, new: str, *aliases: Alias) -> list[Made]:
    """All that was registered, with one resource under another name and its children below it."""
    (one,) = [m for m in made.made if m.name == old]
    urn = one.urn.removesuffix(old) + new
    renamed = replace(one, name=new, urn=urn, aliases=aliases)
    return [renamed if m is one else replace(m, parent=urn) if m.parent == one.urn else m for m in made.made]


def _was(name: str = "", type_: str = "", parent: str = "", urn: str = "") -> Alias:
    return Alias(urn, name, type_, parent, no_parent=False)


def test_the_program_of_the_sample_makes_all_that_the_last_release_made(made: Deployment) -> None:
    """An alias in the component keeps what is renamed; ``tests.cloud.identities`` says how to record anew."""
    assert lost(made.made) == set()


def test_what_is_new_is_recorded_too(made: Deployment) -> None:
    new = read_tree(write_tree(made.made)) - _last()
    assert new == set(), "python -m tests.cloud.identities, once nothing is lost"


def test_a_renamed_child_is_lost_without_an_alias_and_kept_with_one(made: Deployment) -> None:
    old, new = "panyu-c1-his-0", "panyu-c1-his-server-0"
    (moved,) = lost(_renamed(made, old, new))
    assert moved[1] == old
    assert lost(_renamed(made, old, new, _was(name="panyu-c1-his-1"))) == {moved}
    assert lost(_renamed(made, old, new, _was(name=old))) == set()
    whole = f"urn:pulumi:test::medcloud::{moved[0]}::{old}"
    assert lost(_renamed(made, old, new, _was(urn=whole))) == set()


def test_children_follow_a_component_that_says_its_old_name(made: Deployment) -> None:
    old, new = "panyu-c1-his", "panyu-c1-hospital"
    without = lost(_renamed_component(made, old, new))
    assert {name for _, name in without} >= {old, "panyu-c1-his-0", "panyu-c1-his-group"}
    assert lost(_renamed_component(made, old, new, _was(name=old))) == set()


def _renamed_component(made: Deployment, old: str, new: str, *aliases: Alias) -> list[Made]:
    """A workload under another name, whose children are named after it."""
    (one,) = [m for m in made.made if m.name == old and m.type == "medcloud:index:Workload"]
    urn = one.urn.removesuffix(old) + new
    below = {one.urn: urn}
    changed = []
    for m in made.made:
        if m is one:
            changed.append(replace(m, name=new, urn=urn, aliases=aliases))
        elif m.parent in below:
            name = m.name.replace(old, new, 1)
            below[m.urn] = m.urn.removesuffix(m.name) + name
            changed.append(replace(m, name=name, urn=below[m.urn], parent=below[m.parent]))
        else:
            changed.append(m)
    return changed


def test_another_parent_and_another_type_are_moves(made: Deployment) -> None:
    one = next(m for m in made.made if m.name == "panyu-c1-his-0")
    centre = next(m for m in made.made if m.name == "panyu-c1")
    outside = replace(one, parent=centre.urn)
    others = [m for m in made.made if m is not one]
    assert len(lost([*others, outside])) == 1
    assert lost([*others, replace(outside, aliases=(_was(parent=one.parent),))]) == set()
    other = replace(one, type="openstack:compute/server:Server")
    assert len(lost([*others, other])) == 1
    assert lost([*others, replace(other, aliases=(_was(type_=one.type),))]) == set()
