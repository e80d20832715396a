"""Nothing runs from media."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_DEVICES = ("/dev/sr", "/dev/cdrom", "/dev/dvd", "/dev/fd", "/dev/disk/by-id/usb")
_POINTS = ("/media", "/mnt/cdrom", "/mnt/usb")
_OPTIONS = ("nodev", "nosuid", "noexec")
_FIELDS = 4
_REMEDY = Text("在 /etc/fstab 加 nodev,nosuid,noexec", "add nodev,nosuid,noexec in /etc/fstab")


def _look(case: Case) -> Iterator[str]:
    for line in (case.state.read("/etc/fstab") or b"").decode("utf-8", "replace").splitlines():
        words = line.partition("#")[0].split()
        if len(words) >= _FIELDS and (words[0].startswith(_DEVICES) or words[1].startswith(_POINTS)):
            missing = [option for option in _OPTIONS if option not in words[3].split(",")]
            if missing:
                yield f"{words[1]}: {','.join(missing)}"


control = Control(
    id="media-options",
    clauses=("8.1.4.5-a", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("移动介质挂载不可执行", "Nothing runs from media"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
