"""Edits held together."""

from __future__ import annotations

import pytest

from medcloud.hosts.apply.bundle import rows
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from tests.hosts.states import state


def test_rights_join_the_content_of_the_same_file() -> None:
    overlay = Overlay(
        state({"files": {"/etc/sudoers": "x\n"}, "rights": {"/etc/sudoers": "f 644 root root"}})
    )
    overlay.write("/etc/sudoers", b"y\n")
    overlay.set_rights("/etc/sudoers", 0o600)
    overlay.keep("/etc/sudoers")
    assert list(rows(overlay)) == ["F\t600\t-\t/etc/sudoers"]


def test_a_path_with_a_tab_is_refused() -> None:
    with pytest.raises(Refused):
        Overlay(state({})).write("/etc/sudoers.d/a\tb", b"")


def test_what_authselect_made_is_replaced_not_edited() -> None:
    made = {
        "/etc/pam.d/a": {"link": "/etc/authselect/a"},
        "/etc/authselect/a": "x\n",
        "/etc/pam.d/b": {"link": "c"},
    }
    overlay = Overlay(state({"files": {**made, "/etc/pam.d/c": "x\n"}}))
    overlay.write("/etc/pam.d/a", b"y\n")
    overlay.write("/etc/pam.d/b", b"y\n")
    assert set(overlay.files) == {"/etc/pam.d/a", "/etc/pam.d/c"}
