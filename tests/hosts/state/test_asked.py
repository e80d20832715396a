"""What the scan did not ask for is unknown, in whatever way it is asked about; it is never absent or good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import pytest

from medcloud.hosts.audit.judge import judge
from medcloud.hosts.audit.result import Status
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.controls import catalogue
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights, Folder, KeyValue
from medcloud.hosts.settings.condition import word
from medcloud.hosts.state import Asked, HostFile, HostState, Section, Unknown
from tests.hosts.states import host

ASKED = Asked(reads=("/etc/a.d/*.conf", "/etc/a"), rights=("/srv/*",))
PROBES = {name: Section(()) for name in ("there", "fixed", "rights", "mounts")}
LINKED = {"/etc/a": HostFile(b"", target="../run/gone")}
STATE = HostState(PROBES, LINKED, ASKED)
BARE = HostState({}, {}, ASKED)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: STATE.read("/etc/b"),
        lambda: STATE.read("/etc/a.d/x"),
        lambda: STATE.read("/etc/a.d/.x.conf"),  # a star finds no such name
        lambda: STATE.read("/etc/a.d/more/x.conf"),
        lambda: STATE.paths("/etc/b"),
        lambda: STATE.paths("/etc/a.d/*"),
        lambda: STATE.rights("/etc/a"),
        lambda: STATE.rights_of("/srv/*", "/opt/*"),
        lambda: STATE.fixed("/opt/x"),
        lambda: STATE.container,
        lambda: STATE.isa,
        lambda: STATE.today,
        lambda: BARE.read("/etc/a"),
        lambda: BARE.rights("/srv/x"),
        lambda: BARE.fixed("/etc/a"),
        lambda: Overlay(STATE).read("/etc/b"),
        lambda: Overlay(STATE).write("/etc/b", b""),
        lambda: Overlay(STATE).remove("/etc/b"),
        lambda: Overlay(STATE).set_rights("/opt/x", 0o600),
        lambda: Overlay(STATE).keep("/opt/x"),
        lambda: Overlay(replace(STATE, _sections={"there": Section(()), "fixed": Section(())})).write(
            "/etc/a.d/x.conf", b""
        ),
    ],
)
def test_unknown(ask: Callable[[], object]) -> None:
    with pytest.raises(Unknown):
        ask()


LINKS = ("_ends",)
VIEWS = [n for n, view in vars(HostState).items() if n not in LINKS and isinstance(view, cached_property)]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_whose_probe_did_not_run_is_unknown(view: str) -> None:
    with pytest.raises(Unknown):
        getattr(BARE, view)


def test_what_was_asked_for_and_is_not_there_is_absent() -> None:
    assert STATE.read("/etc/a.d/x.conf") is None
    assert STATE.paths("/etc/a.d/*.conf") == ()
    assert STATE.rights("/srv/x") is None and STATE.rights_of("/srv/*") == {}
    assert not STATE.fixed("/etc/a.d")


def test_where_a_link_leads_is_asked_for_with_it() -> None:
    assert STATE.read("/etc/a") is None and STATE.read("/run/gone") is None
    overlay = Overlay(STATE)
    overlay.write("/etc/a", b"x")
    assert list(overlay.files) == ["/run/gone"] and overlay.read("/etc/a") == b"x"


def test_what_is_there_and_was_not_read_is_unknown() -> None:
    """A file over the limit, or one that tar could not read."""
    large = replace(STATE, _sections={**PROBES, "there": Section(("/etc/a.d/x.conf",))})
    with pytest.raises(Unknown, match="too large"):
        large.read("/etc/a.d/x.conf")


@pytest.mark.parametrize(
    "setting",
    [
        KeyValue("/opt/x.conf", "key", word("1")),
        KeyValue("/opt/x.conf", "key", word("1"), must_exist=False),
        FileRights("/opt/*", 0o600),
        Folder("/opt/x", 0o700),
    ],
)
def test_a_control_that_looks_where_it_did_not_ask_is_an_error(setting: object) -> None:
    control: Control = replace(catalogue.control("umask"), settings=lambda _: [setting])  # type: ignore[list-item]
    assert judge(host({}, control.id), control)[0].status is Status.ERROR
