"""Temporary files go."""

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Setting, TextFile
from medcloud.text import Text

_OURS = "/etc/tmpfiles.d/medcloud-tmp.conf"
_READS = ("/etc/tmpfiles.d/*.conf", "/usr/lib/tmpfiles.d/*.conf")
_TEXT = "q /tmp 1777 root root 10d\nq /var/tmp 1777 root root 30d\n"
_DO = "systemctl try-restart systemd-tmpfiles-clean.timer"
_NOTHING = Text("-", "-")
_AGE = 5


def _cleared(case: Case, point: str) -> bool:
    """In memory, emptied at each boot (D), or by age."""
    mount = case.state.mounts.get(point)
    if mount and mount.kind == "tmpfs":
        return True
    for path in case.state.paths(*_READS):
        for line in text.split(case.state.read(path) or b"", path):
            words = line.text.partition("#")[0].split()
            if (
                len(words) > 1
                and words[1] == point
                and (words[0].startswith("D") or (len(words) > _AGE and words[_AGE] != "-"))
            ):
                return True
    return False


def _settings(case: Case) -> list[Setting]:
    if all(_cleared(case, point) for point in ("/tmp", "/var/tmp")):  # noqa: S108 - a host's folders
        return [Inspect(lambda _: (), _NOTHING)]
    return [TextFile(_OURS, _TEXT, after=Action(_DO, _DO, stage=90, must=False))]


control = Control(
    id="temporary-files",
    clauses=("8.1.4.10-b",),
    items=("6.5-c", "7.2.1-b"),
    severity="low",
    title=Text("定期清除临时文件", "Temporary files go"),
    breaks=Text("把 /tmp 当存储的程序", "Programs that keep things in /tmp"),
    proof="effective",
    host_kind="namespace",
    reads=_READS,
    settings=_settings,
)
