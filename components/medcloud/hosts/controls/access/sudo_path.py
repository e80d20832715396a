"""Sudo finds programs where root put them."""

from dataclasses import dataclass

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SudoDefault
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text

_ROOTS = ("/usr/", "/sbin", "/bin", "/snap/bin", "/opt/")


@dataclass(frozen=True)
class _System(Condition):
    """Folders that only root writes."""

    def holds(self, value: str | None) -> bool:
        """Each of them, and at least one."""
        return all(part.startswith(_ROOTS) for part in (value or "").split(":"))

    @property
    def write(self) -> str:
        """Of both families."""
        return "/usr/sbin:/usr/bin:/sbin:/bin"

    def __str__(self) -> str:
        return "|".join(_ROOTS)


control = Control(
    id="sudo-path",
    clauses=("8.1.4.2-d", "8.1.4.5-a"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text("sudo 只从系统目录找程序", "Sudo finds programs in the system's folders only"),
    breaks=Text(
        "经 sudo 运行自装程序的人须写全路径", "Programs elsewhere must be called by their whole path"
    ),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SudoDefault(
            "secure_path=/usr/sbin:/usr/bin:/sbin:/bin",
            r"Value to override user's \$PATH with: (\S+)",
            _System(),
        )
    ],
)
