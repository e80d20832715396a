"""Namespace hosts that really boot."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from labs.base.errors import LabError
from labs.hosts import api, lifecycle, members
from labs.hosts.api import LabHost
from labs.hosts.place import Folders
from tests.labs.hosts.lab import assert_end_is_noticed, lab, ssh
from tests.support.second_try import second_try

pytestmark = [pytest.mark.lab, pytest.mark.hostlab]
WANTED = [("debian-12", "namespace"), ("anolis-8", "namespace")]
Hosts = tuple[Folders, LabHost, LabHost]


@pytest.fixture(scope="module")
def booted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    with lab(tmp_path_factory.mktemp("checkout"), WANTED) as (where, (deb, rpm)):
        yield where, deb, rpm


@pytest.fixture
def hosts(booted: Hosts, request: pytest.FixtureRequest) -> Hosts:
    if second_try(request):
        where, *both = booted
        lifecycle.up(where, WANTED)
        for host in both:
            host.reset()
    return booted


def test_ssh_from_the_ordinary_shell(hosts: Hosts) -> None:
    for host in hosts[1:]:
        assert ssh(host, "id -un; sudo -n id -un").stdout.split() == ["ops", "root"]
        assert ssh(host, "hostname", login="root").stdout.strip() == host.name
        assert ssh(host, "true", login="clerk").returncode != 0  # has a password, no key


def test_pyinfra_with_the_same_file(hosts: Hosts, tmp_path: Path) -> None:
    rows = [(host.name, {"ssh_config_file": str(host.ssh_config)}) for host in hosts[1:]]
    (tmp_path / "inventory.py").write_text(f"hosts = {rows!r}\n")
    command = ["inventory.py", "exec", "--", "uname", "-n"]
    pyinfra = Path(sys.executable).with_name("pyinfra")
    done = subprocess.run([str(pyinfra), *command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(host.name in done.stdout + done.stderr for host in hosts[1:])


def test_host_reaches_host_by_both_protocols(hosts: Hosts) -> None:
    _, deb, rpm = hosts
    for address in (rpm.address, rpm.address6):
        assert deb.run(["ping", "-c1", "-W2", address]).returncode == 0


def test_rpm_family_verifies_its_files(hosts: Hosts) -> None:
    rpm = hosts[2]
    assert rpm.run("rpm -q --whatprovides 'system-release(releasever)'").stdout.startswith(
        "anolis-release-8.8"
    )
    assert rpm.run("rpm -V openssh-server").stdout == ""
    rpm.run("chmod 4755 /usr/sbin/sshd", check=True)
    assert rpm.run("rpm -V openssh-server").stdout.split() == [".M.......", "/usr/sbin/sshd"]
    rpm.run("chmod 755 /usr/sbin/sshd", check=True)
    assert "local" in rpm.run("dnf -q repolist").stdout
    assert rpm.run("command -v dpkg apt-get").returncode != 0


@pytest.mark.parametrize("at", [1, 2])
def test_console_login_goes_through_pam(hosts: Hosts, at: int) -> None:
    host = hosts[at]
    assert isinstance(host, LabHost)
    assert host.login("clerk", host.password("clerk")).admitted
    assert not host.login("clerk", "wrong").admitted
    host.run("passwd -l clerk", check=True)
    assert not host.login("clerk", host.password("clerk")).admitted
    host.run("passwd -u clerk", check=True)


def test_digest_finds_a_byte_and_reset_takes_it_back(hosts: Hosts) -> None:
    deb = hosts[1]
    deb.reset()
    pristine = deb.digest()
    assert deb.digest().sm3 == pristine.sm3
    deb.run("printf x >> /etc/issue; chattr +i /etc/issue; setfattr -n user.a -v 1 /etc/motd", check=True)
    assert pristine.changes(deb.digest()) == {"/etc/issue": "changed", "/etc/motd": "changed"}
    deb.reset()
    assert pristine.changes(deb.digest()) == {}


def test_reboot_keeps_files_and_empties_run(hosts: Hosts) -> None:
    deb = hosts[1]
    deb.run("touch /etc/kept /run/lost", check=True)
    before = deb.run("stat -c %Y.%Z /proc/1; cut -d' ' -f22 /proc/1/stat").stdout
    deb.reboot()
    assert deb.run("cut -d' ' -f22 /proc/1/stat").stdout not in before
    assert deb.run("ls /etc/kept /run/lost").stdout.split() == ["/etc/kept"]


@pytest.mark.parametrize("again", [LabHost.reboot, LabHost.reset])
def test_a_boot_forgets_rules_and_settings_of_the_kernel(
    hosts: Hosts, again: Callable[[LabHost], None]
) -> None:
    deb = hosts[1]
    redirects = "sysctl -n net.ipv4.conf.all.accept_redirects net.ipv6.conf.default.accept_ra"
    before = deb.run(redirects, check=True).stdout
    changed = "1\n0\n" if before.startswith("0") else "0\n0\n"
    first, second = changed.split()
    deb.run(f"sysctl -qw net.ipv4.conf.all.accept_redirects={first}", check=True)
    deb.run(f"sysctl -qw net.ipv6.conf.default.accept_ra={second}", check=True)
    deb.run("nft add table inet lab; iptables-legacy -A INPUT -p udp --dport 9 -j DROP", check=True)
    assert deb.run(redirects).stdout == changed
    again(deb)
    assert deb.run(redirects, check=True).stdout == before
    assert "table inet lab" not in deb.run("nft list ruleset", check=True).stdout
    assert "-j DROP" not in deb.run("iptables-legacy -S", check=True).stdout


def test_a_locked_out_host_can_be_looked_at(hosts: Hosts) -> None:
    deb = hosts[1]
    deb.run("systemctl stop ssh", check=True)
    assert ssh(deb, "true").returncode != 0
    assert deb.run("systemctl is-active ssh").stdout.strip() == "inactive"
    deb.run("systemctl start ssh", check=True)


def test_run_as_another_and_failures(hosts: Hosts) -> None:
    deb = hosts[1]
    assert deb.run("id -un", user="clerk").stdout.strip() == "clerk"
    assert deb.run(["cat"], stdin="中文").stdout == "中文"
    with pytest.raises(LabError, match=deb.name):
        deb.run("exit 3", check=True)


def test_killed_lab_starts_again_with_its_files(hosts: Hosts) -> None:
    where, deb, rpm = hosts
    deb.run("touch /etc/kept", check=True)
    assert_end_is_noticed(where, deb)
    members.end(where.net(rpm.name))
    assert not deb.running()
    with pytest.raises(LabError, match="does not run"):
        deb.run("true")
    lifecycle.up(where, WANTED)
    assert deb.run("ls /etc/kept").returncode == 0
    assert ssh(deb, "true").returncode == 0


def test_unknown_host_is_named(hosts: Hosts) -> None:
    with pytest.raises(LabError, match=r"nobody.*debian-12-1"):
        api.host("nobody", hosts[0])


def test_two_checkouts_do_not_meet_and_down_leaves_nothing(hosts: Hosts, tmp_path: Path) -> None:
    deb = hosts[1]
    with lab(tmp_path / "other", WANTED[:1]) as (where, (other,)):
        assert (other.name, other.address) == (deb.name, deb.address)
        other.run("touch /etc/other", check=True)
        assert deb.run("ls /etc/other").returncode != 0
        nets = [where.net(other.name).stat().st_ino, where.control.stat().st_ino]
    assert not where.home.exists()
    assert not where.published.exists()
    assert str(where.home) not in Path("/proc/self/mountinfo").read_text()
    alive = [path for path in Path("/proc").glob("[0-9]*/ns/net") if _inode(path) in nets]
    assert alive == []
    assert ssh(deb, "true").returncode == 0


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def test_published_files_are_the_owners_only(hosts: Hosts) -> None:
    published = hosts[0].published
    assert {path.stat().st_mode & 0o077 for path in published.iterdir() if path.suffix != ".pub"} == {0}
