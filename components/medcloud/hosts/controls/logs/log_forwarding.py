"""Every record goes to the site's receiver over TLS."""

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Folder, Manual, PackagePresent, Setting, TextFile
from medcloud.text import Text

PATH = "/etc/rsyslog.d/60-medcloud-forward.conf"
# the site's own authority first, then the system's
_BUNDLES = (
    "/etc/medcloud/log-ca.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/certs/ca-certificates.crt",
)
# where the receiver asks senders who they are
_PAIR = ("/etc/medcloud/log-client.crt", "/etc/medcloud/log-client.key")
# a driver that is only now being installed cannot be tried yet
_CHECK = """command -v rsyslogd >/dev/null || exit 0
ls /usr/lib*/rsyslog/lmnsd_gtls.so /usr/lib/*/rsyslog/lmnsd_gtls.so 2>/dev/null | grep -q . || exit 0
rsyslogd -N1"""
# what waits for the receiver: without a folder of its own rsyslog keeps it in memory only
_WAITING = {"rpm": "/var/lib/rsyslog", "deb": "/var/spool/rsyslog"}
_NO_CA = Text(
    f"无 CA 证书：安装 ca-certificates，或放置 {_BUNDLES[0]}",
    f"no CA certificates: install ca-certificates, or put the site's at {_BUNDLES[0]}",
)
_COMMAND = "systemctl try-restart rsyslog.service"
_UNKNOWN = Text(
    "清单未给出日志服务器（site.log_receiver = 主机:端口）",
    "the inventory names no receiver (site.log_receiver = host:port)",
)


def _text(case: Case, bundle: str) -> str:
    name, port = case.surroundings.receiver
    known = f'DefaultNetstreamDriverCAFile="{bundle}"'
    if len(case.state.rights_of(*_PAIR)) == len(_PAIR):
        known += (
            f'\n  DefaultNetstreamDriverCertFile="{_PAIR[0]}"\n  DefaultNetstreamDriverKeyFile="{_PAIR[1]}"'
        )
    return f"""# medcloud: to the receiver over TLS, whose certificate must carry its name
global({known})
action(type="omfwd" target="{name}" port="{port}" protocol="tcp"
  StreamDriver="gtls" StreamDriverMode="1" StreamDriverAuthMode="x509/name"
  StreamDriverPermittedPeers="{name}"
  queue.type="LinkedList" queue.filename="medcloud-forward"
  queue.spoolDirectory="{_WAITING[case.known.family]}" queue.maxDiskSpace="1g"
  queue.saveOnShutdown="on" action.resumeRetryCount="-1"
  action.resumeInterval="5")
"""


def _settings(case: Case) -> list[Setting]:
    if not case.surroundings.log_receiver:
        return [Manual(_UNKNOWN)]
    bundle = next((path for path in _BUNDLES if case.state.rights(path) is not None), None)
    if bundle is None:
        return [Manual(_NO_CA)]
    after = Action(_COMMAND, _COMMAND, stage=90, must=False)
    waiting = _WAITING[case.known.family]
    missing = case.state.rights(waiting) is None
    return [
        PackagePresent(case.known.packages["log_tls"]),
        *([Folder(waiting, 0o700, label="syslogd_var_lib_t")] if missing else []),
        TextFile(PATH, _text(case, bundle), 0o640, checks=(_CHECK,), after=after),
    ]


control = Control(
    id="log-forwarding",
    clauses=("8.1.4.3-c", "8.1.5.2-b", "8.1.5.4-d", "8.1.5.4-f", "8.1.4.8-a"),
    items=("7.2.2-a", "7.2.3.2-e", "7.2.1-b", "7.2.3.4.2-c"),
    severity="high",
    title=Text("日志经 TLS 实时送至日志服务器", "Records go to the site's receiver over TLS"),
    breaks=Text("接收端不通时缓存占磁盘", "Disk use while the receiver is away"),
    proof="behaviour",
    host_kind="namespace",
    reads=(PATH,),
    rights=(*_BUNDLES, *_PAIR, *_WAITING.values()),
    settings=_settings,
)
