"""`medcloud harden apply` beside ansible-core with the same controls, first run and rerun, on five hosts.

Both start from the same pristine namespace hosts and are judged by the same audit afterwards. ansible-core
(PyPI, in a venv of its own in the cache) uses its own modules, pipelining and one fork a host.
Options: --hosts N, --controls N, --grow N (audits of 5 and N hosts), --skip-ansible. Needs root.
"""

from __future__ import annotations

from gevent import monkey  # type: ignore[import-untyped]

monkey.patch_all()  # before paramiko, as medcloud.cli does

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import resource  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.ansible.playbook import playbook  # noqa: E402

from labs.base import cache  # noqa: E402
from labs.hosts import api, lifecycle, place  # noqa: E402
from labs.hosts.api import LabHost  # noqa: E402
from medcloud.hosts.audit.judge import Target  # noqa: E402
from medcloud.hosts.audit.plan import plan  # noqa: E402
from medcloud.hosts.controls import catalogue  # noqa: E402
from medcloud.hosts.controls.control import Control  # noqa: E402
from medcloud.hosts.inventory import read_hosts  # noqa: E402
from medcloud.hosts.run.facts import gather  # noqa: E402
from medcloud.hosts.run.parallel import each  # noqa: E402
from medcloud.hosts.systems import recognise  # noqa: E402

VERSION = "2.19.14"
SYSTEM = "uos-desktop-20"
ENOUGH = 40  # controls that issue 7 asks for
GOAL, GOAL_AUDIT = 0.25, 3.0  # of ansible's time; seconds a host


def ansible() -> Path:
    """ansible-playbook, installed from PyPI if it is not there."""
    venv = cache.root() / "ansible" / VERSION
    program = venv / "bin/ansible-playbook"
    if not program.exists():
        uv = str(Path(sys.executable).with_name("uv"))
        python = str(venv / "bin/python")
        subprocess.run([uv, "venv", "-q", "--clear", str(venv)], check=True)
        subprocess.run(
            [uv, "pip", "install", "-q", "--python", python, f"ansible-core=={VERSION}"], check=True
        )
    return program


def timed(command: Sequence[str], **environment: str) -> tuple[float, str]:
    """Seconds and output of a program; SystemExit when it fails."""
    begun = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
    )
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"{command[:3]}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
    return time.monotonic() - begun, done.stdout


def look(inventory: Path, name: str) -> Target:
    """The pristine host as controls see it."""
    (entry,) = (entry for entry in read_hosts(inventory) if entry.name == name)
    found: list[Target] = []

    def done(_entry: object, result: object, _seconds: float) -> None:
        if not isinstance(result, Target):
            raise SystemExit(str(result))
        found.append(result)

    def work(_entry: object, link: object) -> Target:
        state = gather(link)  # type: ignore[arg-type]  # engine's link
        return Target(name, state, recognise(state.os_release), entry.surroundings)

    each([entry], work, done)
    return found[0]


class Ours:
    """medcloud with the chosen controls."""

    def __init__(self, inventory: Path, chosen: Sequence[str]) -> None:
        self.inventory = inventory
        self.chosen = [word for id_ in chosen for word in ("--control", id_)]

    def run(self, what: str, *words: str) -> tuple[float, dict[str, dict[str, str]]]:
        """Seconds, and statuses by host and control."""
        program = str(Path(sys.executable).with_name("medcloud"))
        command = [program, "harden", what, "-i", str(self.inventory), *self.chosen, *words, "--json"]
        seconds, out = timed(command)
        report = json.loads(out)
        if bad := [host["failed"] for host in report["hosts"] if host["failed"]]:
            raise SystemExit(str(bad))
        return seconds, {
            host["name"]: {row["control"]: row["status"] for row in host["results"]}
            for host in report["hosts"]
        }


def theirs(folder: Path, hosts: Sequence[LabHost], play: object) -> list[str]:
    """The words that run the playbook on all hosts."""
    (folder / "play.json").write_text(json.dumps(play), "utf-8")
    arguments = f"-F {hosts[0].ssh_config}"
    rows = [f"{h.name} ansible_user=ops ansible_python_interpreter=/usr/bin/python3" for h in hosts]
    (folder / "hosts.ini").write_text("\n".join(rows) + "\n", "utf-8")
    words = ["-i", str(folder / "hosts.ini"), "-f", str(len(hosts)), "--ssh-common-args", arguments]
    return [str(ansible()), *words, str(folder / "play.json")]


def compare(
    folder: Path, inventory: Path, hosts: Sequence[LabHost], controls: Sequence[Control], many: int
) -> None:
    """Both, first run and rerun, and their end states."""
    pristine = look(inventory, hosts[0].name)
    changing = plan(pristine, controls).changing[:many]
    play, chosen = playbook(pristine, [control for control in controls if control.id in changing])
    if len(chosen) < ENOUGH:
        raise SystemExit(f"only {len(chosen)} controls change this host")
    ours = Ours(inventory, chosen)
    first, _ = ours.run("apply", "--yes")
    again, _ = ours.run("apply", "--yes")
    _, state = ours.run("audit")
    for host in hosts:
        host.reset()
    command = theirs(folder, hosts, play)
    quiet = {"ANSIBLE_PIPELINING": "1", "ANSIBLE_HOST_KEY_CHECKING": "1", "ANSIBLE_NOCOWS": "1"}
    their_first, out = timed(command, **quiet)
    their_again, rerun = timed(command, **quiet)
    _, their_state = ours.run("audit")
    if state != their_state:
        differ = {
            (host, control, status, their_state[host][control])
            for host, statuses in state.items()
            for control, status in statuses.items()
            if their_state[host][control] != status
        }
        print(f"end states differ: {sorted(differ)}")
    print(out.strip().splitlines()[-1], rerun.strip().splitlines()[-1], sep="\n")
    good = sum(status == "pass" for statuses in state.values() for status in statuses.values())
    print(f"{len(chosen)} controls, {len(play[0]['tasks'])} tasks, {len(hosts)} hosts; {good} results pass")
    print("| run | medcloud s | ansible-core s | ratio (goal ≤ 0.25) |\n| --- | --- | --- | --- |")
    for name, mine, other in (("first", first, their_first), ("again", again, their_again)):
        print(f"| {name} | {mine:.1f} | {other:.1f} | {mine / other:.2f}{_miss(mine / other <= GOAL)} |")


def audits(inventory: Path, count: int) -> None:
    """Seconds and memory of an audit with all controls."""
    seconds, _ = Ours(inventory, ()).run("audit")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    a_host = seconds / count
    print(f"| {count} | {seconds:.1f} | {a_host:.2f}{_miss(a_host <= GOAL_AUDIT)} | {memory:.0f} |")


def _miss(good: bool) -> str:
    return "" if good else " (missed)"


def main() -> None:
    """Bring hosts up, measure, take them down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=int, default=5)
    parser.add_argument("--controls", type=int, default=ENOUGH, help="the first so many that change a host")
    parser.add_argument("--grow", type=int, default=50)
    parser.add_argument("--skip-ansible", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        where = place.of(folder)
        inventory = where.published / "hosts.json"
        try:
            lifecycle.up(where, [(SYSTEM, "namespace")] * options.hosts)
            controls = list(catalogue.controls().values())
            if not options.skip_ansible:
                compare(folder, inventory, api.running(where), controls, options.controls)
            print(f"audit, {len(controls)} controls\n| hosts | s | s a host | MiB, largest so far |")
            print("| --- | --- | --- | --- |")
            audits(inventory, options.hosts)
            if options.grow > options.hosts:
                lifecycle.up(where, [(SYSTEM, "namespace")] * options.grow)
                audits(inventory, options.grow)
        finally:
            lifecycle.down(where)


if __name__ == "__main__":
    main()
