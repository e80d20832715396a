"""The kernel is started with nothing switched off."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_LAX = (
    *("audit=0", "selinux=0", "enforcing=0", "apparmor=0", "security=none", "nokaslr", "mitigations=off"),
    *("nosmep", "nosmap", "nopti", "pti=off", "nospectre_v2", "init=/bin/sh", "init=/bin/bash"),
    *("systemd.debug-shell", "systemd.debug-shell=1", "ima_appraise=off", "module.sig_enforce=0"),
)
_REMEDY = Text("从 GRUB_CMDLINE_LINUX 去掉并重启", "take it out of GRUB_CMDLINE_LINUX and boot")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("boot"):
        if line.startswith("cmdline "):
            yield from (word for word in line.split()[1:] if word in _LAX)


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="boot-arguments",
    clauses=("8.1.4.6-a", "8.1.4.3-d"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="high",
    title=Text("内核参数未关闭任何防护", "No protection is switched off at boot"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
