"""The boot loader asks for a password before it is changed."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")

_NONE = Text(
    "未见 GRUB：查看本机引导程序的口令", "no GRUB was found: look at the password of this host's boot loader"
)
_REMEDY = Text("grub2-setpassword，或 grub-mkpasswd-pbkdf2", "grub2-setpassword, or grub-mkpasswd-pbkdf2")


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    lines = case.state.lines("boot")
    loaders = [line.partition(" ")[2] for line in lines if line.startswith("loader ")]
    if not loaders:
        return [Manual(_NONE)]
    guarded = any(line.startswith("loader_password ") for line in lines)
    return [Inspect(lambda _: () if guarded else loaders, _REMEDY)]


control = Control(
    id="boot-password",
    clauses=("8.1.4.6-a", "8.1.4.2-d"),
    items=("6.5-c", "7.2.3.2-d"),
    severity="medium",
    title=Text("修改引导须口令", "The boot loader asks for a password before it is changed"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
