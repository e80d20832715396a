"""A log receiver on a lab host: rsyslog that takes records over TLS only, from senders it can tell apart."""

from __future__ import annotations

import time
from dataclasses import dataclass

from labs.hosts.api import LabHost

PORT = 6514
KEPT, WIRE = "/var/log/lab-received.log", "/var/log/lab-wire"
_MAKE = """set -e; rm -rf /root/lab-pki; mkdir -p /root/lab-pki; cd /root/lab-pki
new="openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
for ca in site other; do $new -x509 -days 2 -subj "/CN=lab $ca" -keyout $ca.key -out $ca.crt; done
made() { # made CA FILE NAME
  $new -subj "/CN=$3" -keyout $2.key -out $2.csr
  printf 'subjectAltName=DNS:%s\\n' "$3" >$2.ext
  openssl x509 -req -in $2.csr -CA $1.crt -CAkey $1.key -CAcreateserial -days 2 -extfile $2.ext -out $2.crt
}
"""
_CONFIGURATION = """
global(DefaultNetstreamDriver="gtls" DefaultNetstreamDriverCAFile="/root/lab-pki/site.crt"
  DefaultNetstreamDriverCertFile="/root/lab-pki/{pair}.crt"
  DefaultNetstreamDriverKeyFile="/root/lab-pki/{pair}.key")
module(load="imtcp" StreamDriver.Name="gtls" StreamDriver.Mode="1" StreamDriver.AuthMode="x509/name"
  PermittedPeer=["{sender}"])
template(name="kept" type="string" string="%HOSTNAME%|%syslogtag%%msg:::drop-last-lf%\\n")
input(type="imtcp" port="{port}" ruleset="kept")
ruleset(name="kept") {{ action(type="omfile" file="{kept}" template="kept") }}
"""
_CAPTURE = f"""
import socket, time
wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
with open("{WIRE}", "wb", buffering=0) as file:
    while True:
        file.write(wire.recv(65535))
"""


@dataclass(frozen=True)
class Receiver:
    """One receiver; it keeps what comes as ``host|tag message``."""

    host: LabHost
    sender: LabHost

    @property
    def address(self) -> str:
        """As `site.log_receiver` names it."""
        return f"{self.host.name}:{PORT}"

    def make_certificates(self) -> None:
        """Two authorities, the site's and another; the receiver has a certificate of each, the sender one."""
        names = f"made site site-pair {self.host.name}; made other other-pair {self.host.name}"
        self.host.run(f"{_MAKE}{names}; made site sender {self.sender.name}", check=True)
        for name, source in (
            ("ca.crt", "site.crt"),
            ("client.crt", "sender.crt"),
            ("client.key", "sender.key"),
        ):
            content = self.host.run(["cat", f"/root/lab-pki/{source}"], check=True).stdout
            put = f"umask 077; mkdir -p -m 755 /etc/medcloud; cat >/etc/medcloud/log-{name}"
            self.sender.run(put, stdin=content, check=True)

    def start(self, pair: str = "site-pair") -> None:
        """With a certificate of the site's authority or of another; what came before is forgotten."""
        self.stop()
        text = _CONFIGURATION.format(pair=pair, sender=self.sender.name, port=PORT, kept=KEPT)
        self.host.run("cat >/etc/lab-receiver.conf", stdin=text, check=True)
        start = "systemd-run -q --unit=lab-receiver rsyslogd -n -f /etc/lab-receiver.conf -i /run/lab.pid"
        self.host.run(f"rm -f {KEPT}; {start}", check=True)

    def stop(self) -> None:
        """Both the receiver and the capture."""
        self.host.run("systemctl stop lab-receiver lab-capture; systemctl reset-failed")

    def capture(self) -> None:
        """Keep every frame that reaches the receiver."""
        self.host.run(["systemd-run", "-q", "--unit=lab-capture", "python3", "-c", _CAPTURE], check=True)

    def received(self, text: str, seconds: float = 60) -> bool:
        """Whether a record with the text comes within some seconds."""
        until = time.monotonic() + seconds
        while text not in self.records():
            if time.monotonic() > until:
                return False
            time.sleep(0.3)
        return True

    def records(self) -> str:
        """What it has of the sender."""
        found = self.host.run(f"cat {KEPT}").stdout.splitlines()
        return "\n".join(r for r in found if r.startswith(f"{self.sender.name}|"))

    def gone(self, log: str) -> list[str]:
        """Records of the sender's log daemon `sshd` that the receiver has and the sender's file no longer."""
        there = self.sender.run(["cat", log], check=True).stdout
        ours = [record.partition("|")[2] for record in self.records().splitlines()]
        return [record for record in ours if record.startswith("sshd[") and record not in there]
