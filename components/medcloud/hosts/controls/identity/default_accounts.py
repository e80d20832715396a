"""Accounts that come with systems and products open to nobody."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("usermod -l 改名，或 usermod -L -e 1", "rename by usermod -l, or usermod -L -e 1")

_NAMES = {
    *("admin", "administrator", "guest", "test", "demo", "user", "temp", "ftp", "games", "lp", "operator"),
    *(
        "ubuntu",
        "debian",
        "centos",
        "cloud-user",
        "ec2-user",
        "openeuler",
        "anolis",
        "kylin",
        "uos",
        "uosadmin",
    ),
    *("oracle", "mysql", "postgres", "dm8", "dmdba", "kingbase", "tomcat", "nagios", "zabbix", "vagrant"),
}


def _look(case: Case) -> Iterator[str]:
    """A password opens them; a key alone was put there on purpose."""
    yield from (a.name for a in case.state.accounts if a.name.casefold() in _NAMES and a.has_password)


control = Control(
    id="default-accounts",
    clauses=("8.1.4.2-b",),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="high",
    title=Text("默认账户已改名、删除或锁定", "Default accounts are renamed, removed or locked"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
