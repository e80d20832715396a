"""What kinds of settings do besides what the cases of controls show."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from medcloud.hosts import settings
from medcloud.hosts.audit.judge import judge
from medcloud.hosts.audit.plan import plan
from medcloud.hosts.audit.result import Status
from medcloud.hosts.controls import catalogue
from tests.hosts.states import host


def test_a_file_is_enough_for_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "planted.py").write_text("READS = ('/etc/planted',)\nRIGHTS = ('/var/planted',)\n")
    monkeypatch.setattr(settings, "__path__", [*settings.__path__, str(tmp_path)])
    asked = catalogue.asked.__wrapped__()  # nobody else is to know
    monkeypatch.delitem(sys.modules, f"{settings.__name__}.planted")
    assert "/etc/planted" in asked.reads and "/etc/ssh/sshd_config" in asked.reads
    assert "/var/planted" in asked.rights and "/etc/shadow" in asked.rights


def test_what_the_kernel_takes_back_only_at_a_boot_is_written_and_not_set() -> None:
    case = {
        "state": {"mounts": "proc /proc proc rw 0 0", "sysctl": "kernel.kexec_load_disabled = 0"},
    }
    overlay = plan(host(case, "kernel-kexec"), [catalogue.control("kernel-kexec")]).overlay
    assert overlay.files and not overlay.actions


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("server 10.0.0.1 prefer", Status.PASS),
        ("server 10.0.0.1\nserver 8.8.8.8", Status.FAIL),
        ("pool 10.0.0.2", Status.FAIL),
    ],
)
def test_the_plans_time_servers_and_no_others(line: str, status: Status) -> None:
    case: dict[str, Any] = {
        "site": {"time_sources": ["10.0.0.1"]},
        "state": {"files": {"/etc/chrony/chrony.conf": f"{line}\n"}},
    }
    assert judge(host(case, "time-servers"), catalogue.control("time-servers"))[0].status is status


def test_a_rule_too_many_is_a_finding() -> None:
    unit = "medcloud-firewall.service"
    rules = "\n".join(
        f"iptables -A MEDCLOUD-IN {rule}"
        for rule in (
            "-m state --state RELATED,ESTABLISHED -j ACCEPT",
            "-i lo -j ACCEPT",
            *(f"-p icmp -m icmp --icmp-type {n} -j ACCEPT" for n in (3, 8, 11, 12)),
            "-p udp -m udp --sport 67 --dport 68 -j ACCEPT",
            "-s 10.1.0.0/16 -p tcp -m tcp --dport 22 -j ACCEPT",
            "-j DROP",
        )
    )
    rules6 = "\n".join(
        f"ip6tables -A MEDCLOUD-IN {rule}"
        for rule in (
            "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
            "-i lo -j ACCEPT",
            *(
                f"-p ipv6-icmp -m icmp6 --icmpv6-type {n} -j ACCEPT"
                for n in (1, 2, 3, 4, 128, 133, 134, 135, 136)
            ),
            "-s fe80::/10 -p udp -m udp --sport 547 --dport 546 -j ACCEPT",
            "-j DROP",
        )
    )
    jumps = "iptables -A INPUT -j MEDCLOUD-IN\nip6tables -A INPUT -j MEDCLOUD-IN"

    def status(more: str) -> Status:
        case: dict[str, Any] = {
            "site": {"admin_sources": ["10.1.0.0/16"]},
            "state": {
                "sshd": "port 22",
                "units": f"file /etc/systemd/system/multi-user.target.wants/{unit} ../{unit}",
                "firewall": f"can iptables-legacy\n{jumps}\n{rules}\n{rules6}\n{more}",
            },
        }
        return judge(host(case, "firewall-default-deny"), catalogue.control("firewall-default-deny"))[
            0
        ].status

    assert status("") is Status.PASS
    assert status("iptables -A MEDCLOUD-IN -p tcp -m tcp --dport 3306 -j ACCEPT") is Status.FAIL
