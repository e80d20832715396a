"""What is applied stays as it is on a second run, and is taken back to the byte."""

import pytest

from tests.on_hosts.bench import Bench, everybody_gets_in, services

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]
_COUNTERS = "random|nr_|quota.syncs|pty.nr|inode|dentry|ns_last|file-nr|flush|conntrack_count"
_LOOK = (  # units, sysctls, and the rights of mounts
    f"sysctl -a 2>/dev/null | grep -vE '{_COUNTERS}'; systemctl list-unit-files --no-legend;"
    "findmnt -rno TARGET,OPTIONS | grep -v ^/run/user/"
)


@pytest.mark.parametrize("system", ["anolis-8", "uos-desktop-20"])
def test_apply_again_and_restore(bench: Bench, system: str) -> None:
    host = bench.hosts[system]
    host.reset()
    pristine, before = host.digest(), host.run(_LOOK).stdout.splitlines()

    first = bench.applied(on=[host])[host.name]
    assert list(first.values()).count("fixed") > 15
    assert "error" not in first.values()
    assert everybody_gets_in(host)
    hardened, started = host.digest(), services(host)
    assert "/etc/login.defs" in pristine.changes(hardened)
    assert set(before) - set(host.run(_LOOK).stdout.splitlines())

    second = bench.applied(on=[host])[host.name]
    assert second == {control: "pass" if status == "fixed" else status for control, status in first.items()}
    assert hardened.changes(host.digest()) == {}
    assert {unit: at for unit, at in services(host).items() if started.get(unit, at) != at} == {}

    done = bench.harden("restore", "--yes", on=[host])
    assert done.returncode == 0, done.stderr
    assert pristine.changes(host.digest()) == {}
    assert set(before) ^ set(host.run(_LOOK).stdout.splitlines()) == set()
    assert everybody_gets_in(host)


def test_what_a_killed_chage_left_goes_and_what_was_there_before_stays(bench: Bench) -> None:
    host = bench.deb
    host.reset()
    host.run("echo mine > /etc/passwd+; echo 99999 > /etc/shadow.99999", check=True)
    pristine = host.digest()
    bench.statuses("apply", "--yes", "--control", "password-age", on=[host])
    host.run("echo half > /etc/shadow+; echo 99999 > /etc/shadow.lock", check=True)
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0
    assert pristine.changes(host.digest()) == {}


@pytest.mark.parametrize("answer", ["keep", "overwrite"])
def test_an_edit_after_hardening_is_found(bench: Bench, answer: str) -> None:
    host = bench.rpm
    host.reset()
    pristine = host.digest()
    bench.statuses("apply", "--yes", "--control", "password-age", "--control", "core-dumps", on=[host])
    host.run("echo '# a person was here' >> /etc/login.defs", check=True)
    done = bench.harden("restore", "--yes", "--edits", answer, on=[host])
    assert done.returncode == 0, done.stderr
    changes = pristine.changes(host.digest())
    if answer == "keep":
        assert changes == {"/etc/login.defs": "changed"}
        assert "/etc/login.defs" in done.stderr
        assert "a person was here" in host.run("tail -n 1 /etc/login.defs").stdout
    else:
        assert changes == {}


def test_what_fails_again_is_told_and_mended(bench: Bench) -> None:
    host = bench.deb
    host.reset()
    chosen = ("--control", "password-age")
    bench.statuses("apply", "--yes", *chosen, on=[host])
    host.run("sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 99999/' /etc/login.defs", check=True)
    assert bench.statuses("audit", *chosen, on=[host])[host.name] == {"password-age": "fail"}
    assert bench.statuses("apply", "--yes", *chosen, on=[host])[host.name] == {"password-age": "fixed"}


@pytest.mark.parametrize("wanted", ["enable", "disable"])
def test_a_masked_service_is_masked_again_and_wanted_as_it_was(bench: Bench, wanted: str) -> None:
    host = bench.rpm
    host.reset()
    host.run(f"systemctl {wanted} -q rsyslog; systemctl mask -q --now rsyslog", check=True)
    before = host.digest()
    assert bench.statuses("apply", "--yes", "--control", "log-service", on=[host])[host.name] == {
        "log-service": "fixed"
    }
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0
    assert before.changes(host.digest()) == {}


def test_a_file_behind_links_is_judged_set_and_brought_back_where_it_is(bench: Bench) -> None:
    """A link to a link that leads out of /etc, and one that two globs find."""
    host = bench.rpm
    host.reset()
    host.run(
        "mkdir /srv/conf && cd /etc && mv ssh/sshd_config security/limits.conf /srv/conf &&"
        " ln -s /srv/conf/sshd_config ssh/kept && ln -s kept ssh/sshd_config &&"
        " ln -s ../../srv/conf/limits.conf security/limits.conf",
        check=True,
    )
    before = host.digest()
    chosen = ("--control", "ssh-tries", "--control", "core-dumps")
    assert set(bench.statuses("apply", "--yes", *chosen, on=[host])[host.name].values()) == {"fixed"}
    changed = before.changes(host.digest())
    assert changed["/srv/conf/sshd_config"] == "changed"
    assert not {"/etc/ssh/sshd_config", "/etc/ssh/kept", "/etc/security/limits.conf"} & set(changed)
    assert "maxauthtries 4" in host.run("sshd -T").stdout
    assert bench.harden("restore", "--yes", on=[host]).returncode == 0
    assert before.changes(host.digest()) == {}
