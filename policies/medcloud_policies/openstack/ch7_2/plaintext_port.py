"""No port of a protocol that has no encryption is opened."""

from collections.abc import Iterator

from medcloud.standard.ports import PLAINTEXT
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    first, last = exposure.ports(r)
    named = net.protocol(r.word("protocol")) in ("tcp", "udp") and not net.is_any_port((first, last))
    if named and exposure.is_direction(r, "ingress"):
        for port in range(first, last + 1):
            if port in PLAINTEXT:
                yield f"port {port} ({PLAINTEXT[port]})"


RULE = Rule(
    id="plaintext-port",
    items=(
        "7.2.1-b",
        "B.2-a",
    ),
    severity="high",
    title=Text("不得开放明文协议的端口", "Ports of plaintext protocols are not opened"),
    why=Text(
        "FTP、Telnet、HTTP、LDAP、明文 DICOM 与 HL7 把口令和病历原样送上网络。",
        "FTP, Telnet, HTTP, LDAP, plain DICOM and HL7 put passwords and records on the wire as they are.",
    ),
    remedy=Text(
        "改用加密端口：SSH/SFTP、443、LDAPS 636、DICOM TLS 2762、HL7 over TLS。",
        "Use the encrypted ports: SSH/SFTP, 443, LDAPS 636, DICOM TLS 2762, HL7 over TLS.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge=_judge,
)
