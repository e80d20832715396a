"""Logs are not open to everyone."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="log-rights",
    clauses=("8.1.4.3-c",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("日志文件不对所有人开放", "Logs are not open to everyone"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/var/log/syslog",
        "/var/log/messages",
        "/var/log/secure",
        "/var/log/auth.log",
        "/var/log/kern.log",
        "/var/log/cron*",
        "/var/log/maillog",
        "/var/log/btmp*",
        "/var/log/sudo.log",
    ),
    settings=lambda case: [
        FileRights(
            "/var/log/syslog",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/messages",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/secure",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/auth.log",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/kern.log",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/cron*",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/maillog",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/btmp*",
            0o660,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
        FileRights(
            "/var/log/sudo.log",
            0o640,
            users=("root", "syslog"),
            groups=("root", "adm", "utmp", "systemd-journal"),
        ),
    ],
)
