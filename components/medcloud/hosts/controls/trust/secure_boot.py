"""The boot is measured and signed."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_TASK = Text("查看物理机或虚拟化平台的可信启动", "look at trusted boot of the machine or the platform below")
_REMEDY = Text("在固件中启用安全启动", "turn on secure boot in the firmware")


def _look(case: Case) -> Iterator[str]:
    lines = case.state.lines("boot")
    if "secure_boot SecureBoot enabled" not in lines and "tpm yes" not in lines:
        yield "SecureBoot, TPM"


def _settings(case: Case) -> list[Setting]:
    efi = "firmware efi" in case.state.lines("boot") and not case.state.container
    return [Inspect(_look, _REMEDY)] if efi else [Manual(_TASK)]


control = Control(
    id="secure-boot",
    clauses=("8.1.4.6-a",),
    items=("6.5-c",),
    severity="medium",
    title=Text("安全启动或可信度量", "Secure or measured boot"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
