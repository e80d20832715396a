"""A reboot does not forget who is locked."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Folder, PamOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_PATH = "/var/lib/faillock"
_CONF = "/etc/security/faillock.conf"

control = Control(
    id="lockout-kept",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("重启后仍记得被锁的账户", "A reboot does not forget who is locked"),
    breaks=Text(
        "靠重启解锁的人；解锁须写 faillock --dir /var/lib/faillock --user 名 --reset",
        "Who unlocks by rebooting; unlock by faillock --dir /var/lib/faillock --user NAME --reset",
    ),
    proof="behaviour",
    host_kind="namespace",
    rights=(_PATH,),
    settings=lambda case: [
        Folder(_PATH, 0o755, label="faillog_t"),
        PamOption("auth", "pam_faillock.so", "dir", word(_PATH, "/var/log/faillock"), _CONF, "/run/faillock"),
    ],
)
