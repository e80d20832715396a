"""What a person does on a host that must leave a record, and the records as the audit daemon wrote them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from labs.hosts.api import LabHost
from tests.labs.hosts.lab import wait_for_audit
from tests.on_hosts.bench import ssh

USER = "ops"


@dataclass(frozen=True)
class Deed:
    """Something done over ssh, as the record of it must name it."""

    control: str
    key: str
    """Of the control's rules."""
    do: str
    what: str
    """A field of the record: the file, the program or the system call."""
    root: bool = True


def _writes(control: str, key: str, path: str) -> Deed:
    return Deed(control, key, f": >>{path}", f'name="{path}"')


DEEDS = (
    _writes("audit-identity", "identity", "/etc/passwd"),
    _writes("audit-pam", "pam", "/etc/login.defs"),
    _writes("audit-sshd", "sshd", "/etc/ssh/sshd_config"),
    _writes("audit-sudoers", "sudoers", "/etc/sudoers.d/ops"),
    _writes("audit-cron", "cron", "/etc/crontab"),
    _writes("audit-kernel-settings", "sysctl", "/etc/sysctl.conf"),
    _writes("audit-log-settings", "audit-config", "/etc/rsyslog.conf"),
    _writes("audit-logins", "logins", "/var/log/lastlog"),
    _writes("audit-sessions", "session", "/var/log/wtmp"),
    _writes("audit-mac", "mac-policy", "/etc/selinux/config"),
    _writes("audit-shell-profiles", "profile", "/etc/profile"),
    _writes("audit-units", "units", "/etc/systemd/system.conf"),
    _writes("audit-certificates", "certificates", "/etc/ssl/openssl.cnf"),
    _writes("audit-firewall", "firewall", "/etc/nftables.conf"),
    _writes("audit-network", "network", "/etc/hostname"),
    _writes("audit-etc", "etc", "/etc/lab-deed"),
    Deed(
        "audit-logs",
        "audit-log",
        "cat /var/log/audit/audit.log >/dev/null",
        'name="/var/log/audit/audit.log"',
    ),
    Deed("audit-clock", "time-change", "date -s @$(date +%s) >/dev/null", "SYSCALL=clock_settime"),
    Deed("audit-modules", "modules", "modprobe dummy; modprobe -r dummy", "SYSCALL=finit_module"),
    Deed("audit-mounts", "mounts", "mount -t tmpfs lab /mnt && umount /mnt", "SYSCALL=mount"),
    Deed("audit-account-tools", "account-tools", "usermod --help >/dev/null", 'exe="/usr/sbin/usermod"'),
    Deed("audit-kernel-tools", "kernel-tools", "sysctl -n fs.file-max >/dev/null", 'exe="/usr/sbin/sysctl"'),
    Deed("audit-root-commands", "root-command", "/usr/bin/uptime >/dev/null", 'exe="/usr/bin/uptime"'),
    Deed("audit-software", "software", "rpm --version >/dev/null", 'exe="/usr/bin/rpm"', root=False),
    Deed("audit-privileged", "privileged", "passwd -S >/dev/null", 'exe="/usr/bin/passwd"', root=False),
    Deed("audit-denied", "denied", "cat /etc/shadow", 'name="/etc/shadow"', root=False),
    Deed("audit-deletion", "delete", ": >lab-deed; rm lab-deed", 'name="lab-deed"', root=False),
    Deed("audit-permissions", "perm", ": >lab-mine; chmod 600 lab-mine", 'name="lab-mine"', root=False),
    Deed(
        "audit-tracing",
        "tracing",
        "python3 -c 'import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)'",
        "SYSCALL=ptrace",
        root=False,
    ),
)


_STAMP = re.compile(r"msg=audit\((?P<when>[\d.]+):(?P<serial>\d+)\)")
_KEY = re.compile(r' key="(?P<key>[^"]+)"')
_FROM = re.compile(r"type=USER_START .* addr=(?P<address>\S+)")
_LOG = "/var/log/audit/audit.log"


@dataclass(frozen=True)
class Event:
    """The records of one moment, as text; `when` in seconds since 1970."""

    when: float
    text: str

    @property
    def key(self) -> str:
        """Of the rule that it is owed to; empty: of none."""
        found = _KEY.search(self.text)
        return found["key"] if found else ""


@dataclass(frozen=True)
class Recorded:
    """What one session left, by the host's clock, and from where its operator really came."""

    events: tuple[Event, ...]
    begun: float
    ended: float
    operator: str

    def named(self, deed: Deed) -> list[Event]:
        """System calls of the session that name the deed."""
        return [e for e in self.events if "type=SYSCALL" in e.text and deed.what in e.text]

    @property
    def came_from(self) -> str:
        """The address that the records have of the session."""
        found = [hit for event in self.events if (hit := _FROM.search(event.text))]
        return found[0]["address"] if found else ""


def record(host: LabHost) -> Recorded:
    """Do all of it in one session, first as the person, then as root; what the daemon wrote of it."""
    mine = [deed.do for deed in DEEDS if not deed.root]
    roots = "\n".join(deed.do for deed in DEEDS if deed.root)
    about = "echo $(cat /proc/self/sessionid) ${SSH_CONNECTION%% *} $(date +%s)"
    script = "\n".join([about, *mine, f"sudo -n sh <<'EOF'\n{roots}\nEOF", "date +%s"])
    session, operator, begun, ended = ssh(host, script).stdout.split()
    wait_for_audit(host)
    log = host.run(["cat", _LOG], check=True).stdout
    found = [e for e in events(log) if e.when >= int(begun) - 60 and _of(e, USER, session)]
    return Recorded(tuple(found), int(begun), int(ended) + 1, operator)


def _of(event: Event, user: str, session: str) -> bool:
    return f" ses={session} " in event.text and f'AUID="{user}"' in event.text


def events(log: str) -> list[Event]:
    """audit.log, its records put together by time and serial."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in log.split("\n"):  # an enriched record holds what splitlines() takes for an end
        if stamp := _STAMP.search(line):
            found[stamp["when"], stamp["serial"]].append(line)
    return [Event(float(when), "\n".join(lines)) for (when, _), lines in found.items()]
