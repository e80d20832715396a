"""Killed at any moment: people still get in, and a rerun or a restore ends well.

A few rounds; `make campaign NAME=host-kills` for the record. Each round kills one of three things: the
operator's medcloud with its connections, everything of medcloud's on the host, or the whole host (which then
boots again). It waits for a random phase of the change, then for a random time: a clock alone kills too early
or too late.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time

import pytest

from labs.hosts import lifecycle, members
from labs.hosts.api import LabHost
from labs.hosts.digest import Digest
from tests.on_hosts.bench import Bench, everybody_gets_in
from tests.support import campaign

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]
VICTIMS = ("operator", "host processes", "host")
PHASES = ("none", "staging", "staged", "going", "going", "waiting", "waiting", "committed")
_KILL_ALL = (
    "for p in /proc/[0-9]*; do"
    " tr '\\0' ' ' <$p/cmdline 2>/dev/null | grep -q -e medcloud/harden -e txn.sh"
    " && [ ${p#/proc/} != $$ ] && kill -9 ${p#/proc/}; done; true"
)
RUNS = "/var/lib/medcloud/harden"


@pytest.fixture(scope="module")
def whole(bench: Bench) -> dict[str, tuple[float, Digest, dict[str, str]]]:
    """Of each host: the seconds of an undisturbed apply, the digest before it, the statuses that it leads to.

    That a later audit says the same of each control is test_undone.py's.
    """
    found = {}
    for host in (bench.rpm, bench.deb):
        host.reset()
        pristine, begun = host.digest(), time.monotonic()
        came_of = bench.applied(on=[host])[host.name]
        seconds = time.monotonic() - begun
        statuses = {control: "pass" if status == "fixed" else status for control, status in came_of.items()}
        found[host.name] = (seconds, pristine, statuses)
    return found


@pytest.mark.rounds
@pytest.mark.parametrize("number", range(campaign.count(3)))
def test_killed_and_good_again(
    bench: Bench, whole: dict[str, tuple[float, Digest, dict[str, str]]], number: int
) -> None:
    dice = random.Random(campaign.seed() + number)  # noqa: S311  # to be repeated, not to be secret
    host = (bench.rpm, bench.deb)[number % 2]
    seconds, pristine, hardened = whole[host.name]
    victim = VICTIMS[number % 3]
    wanted, late = dice.choice(PHASES), dice.uniform(0, 0.8)
    host.reset()

    apply = bench.start("apply", "--yes", "--dead-man", "30", on=[host])
    begun = time.monotonic()
    while _phase(bench, host) not in PHASES[PHASES.index(wanted) :] and apply.poll() is None:
        time.sleep(0.01)
    time.sleep(late)
    moment = time.monotonic() - begun
    phase = _kill(bench, host, victim, apply)
    what = f"{victim} at {moment:.2f} s ({phase})"
    assert everybody_gets_in(host), what

    rerun = dice.random() < 0.5
    if rerun:
        bench.applied(on=[host])
        assert bench.unlike(host, hardened) == {}, what
        assert everybody_gets_in(host)
    done = bench.harden("restore", "--yes", on=[host])
    assert done.returncode == 0, done.stderr
    assert pristine.changes(host.digest()) == {}, what
    assert everybody_gets_in(host), what
    campaign.note(
        {
            "host": host.name,
            "victim": victim,
            "share": round(moment / seconds, 2),
            "phase": phase,
            "way back": "rerun, restore" if rerun else "restore",
        }
    )


def test_the_trial_login_writes_nothing_that_a_kill_could_leave(bench: Bench) -> None:
    host, seen = bench.rpm, set()
    host.reset()
    counts = bench.where.host(host.name) / "upper/var/lib/faillock"
    chosen = ("--control", "lockout", "--control", "lockout-kept")
    apply = bench.start("apply", "--yes", *chosen, on=[host])
    while (phase := _phase(bench, host)) not in PHASES[PHASES.index("going") :] and apply.poll() is None:
        seen.add(phase)
        assert not counts.exists(), phase
        time.sleep(0.01)
    apply.communicate(timeout=120)
    assert "staged" in seen
    assert counts.exists()


def _kill(bench: Bench, host: LabHost, victim: str, apply: subprocess.Popen[str]) -> str:
    """Kill; the phase in which the host was found."""
    phase = _phase(bench, host)
    if victim == "host":
        members.end(bench.where.net(host.name))
        os.killpg(apply.pid, signal.SIGKILL)
        lifecycle.up(bench.where, [(h.system, h.kind) for h in bench.hosts.values()])
    elif victim == "operator":
        os.killpg(apply.pid, signal.SIGKILL)
    else:
        host.run(_KILL_ALL)
    apply.communicate(timeout=120)
    return phase


def _phase(bench: Bench, host: LabHost) -> str:
    """Read from outside, in the layer that the host writes."""
    found = (bench.where.host(host.name) / "upper").glob(f"{RUNS[1:]}/*/phase")
    try:
        return next((path.read_text().strip() for path in found), "none")
    except FileNotFoundError:
        return "none"
