"""A lab host that serves the time: chronyd that leaves the clock alone, which is the machine's below."""

from labs.hosts.api import LabHost

_CONFIGURATION = """local stratum 8
allow all
cmdport 0
bindcmdaddress /
pidfile /run/lab-time.pid
"""


def serve_time(host: LabHost) -> None:
    """Until the host is stopped, or reset."""
    host.run("cat >/run/lab-time.conf", stdin=_CONFIGURATION, check=True)
    host.run("systemctl stop lab-time; systemctl reset-failed")
    host.run("systemd-run -q --unit=lab-time chronyd -x -d -f /run/lab-time.conf", check=True)
