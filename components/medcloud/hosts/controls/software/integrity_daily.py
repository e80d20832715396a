"""Files are compared every day."""

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Setting, TextFile
from medcloud.text import Text

_SERVICE, _TIMER = (f"/etc/systemd/system/medcloud-integrity.{kind}" for kind in ("service", "timer"))
_OTHERS = ("dailyaidecheck.timer", "aidecheck.timer", "aide.timer")
_NOTHING = Text("-", "-")
_UNIT = """[Unit]
Description=medcloud: compare files with AIDE's database
ConditionPathExistsGlob=/var/lib/aide/aide.db*
[Service]
Type=oneshot
Nice=19
IOSchedulingClass=idle
ExecStart=/bin/sh -c 'f=/etc/aide/aide.conf; [ -f $f ] || f=/etc/aide.conf; exec aide --check --config $f'
"""
_WHEN = """[Unit]
Description=medcloud: compare files with AIDE's database every day
[Timer]
OnCalendar=*-*-* 03:10
RandomizedDelaySec=3600
Persistent=true
[Install]
WantedBy=timers.target
"""
_ON = "systemctl daemon-reload && systemctl enable -q --now medcloud-integrity.timer"
_WANTED = "/etc/systemd/system/timers.target.wants/medcloud-integrity.timer"
_OFF = f"systemctl stop medcloud-integrity.timer; rm -f {_WANTED}"


def _settings(case: Case) -> list[Setting]:
    units = case.state.units
    if any(name in units and units[name].active == "active" for name in _OTHERS):
        return [Inspect(lambda _: (), _NOTHING)]
    return [TextFile(_SERVICE, _UNIT), TextFile(_TIMER, _WHEN, after=Action(_ON, _OFF, stage=80))]


control = Control(
    id="integrity-daily",
    clauses=("8.1.4.7-b", "8.1.4.4-f"),
    items=("6.5-c",),
    severity="medium",
    title=Text("每日校验文件完整性", "Files are compared every day"),
    breaks=Text("每日一次磁盘读取", "The disk is read once a day"),
    proof="behaviour",
    host_kind="namespace",
    reads=(_SERVICE, _TIMER),
    settings=_settings,
)
