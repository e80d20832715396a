"""Programs with setuid are known."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_KNOWN = {
    *("su", "sudo", "sudoedit", "passwd", "chsh", "chfn"),
    *("chage", "gpasswd", "newgrp", "sg", "expiry", "mount"),
    *("umount", "mount.nfs", "mount.cifs", "unix_chkpwd", "pam_timestamp_check", "crontab"),
    *("at", "write", "write.ul", "wall", "bsd-write", "utempter"),
    *(
        "dotlockfile",
        "ssh-agent",
        "ssh-keysign",
        "dbus-daemon-launch-helper",
        "polkit-agent-helper-1",
        "pkexec",
    ),
    *("fusermount", "fusermount3", "ping", "staprun", "userhelper", "usernetctl"),
    *("cockpit-session", "grub2-set-bootflag", "postdrop", "postqueue", "exim4", "locate"),
    *("mlocate", "plocate"),
}
_REMEDY = Text("去掉多余者：chmod u-s,g-s", "take it from those that need none: chmod u-s,g-s")


def _look(case: Case) -> Iterator[str]:
    for hit in case.state.scan:
        if hit.why == "setid" and hit.path.rpartition("/")[2] not in _KNOWN:
            yield f"{hit.path} {hit.mode:04o} {hit.user}:{hit.group}"


control = Control(
    id="setuid-inventory",
    clauses=("8.1.4.4-a", "8.1.4.2-d"),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("setuid、setgid 程序均在清单内", "Programs with setuid or setgid are on the list"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
