"""Services that workloads offer: well-known ones by name, with their ports and what stands before them.

Every one of them is encrypted (7.2.1-b): what ends TLS at the balancer goes on encrypted, what is passed
through is TLS, and databases, which negotiate it within their own protocols, are reached without a balancer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Front = Literal["https", "tls", "none"]
"""How a balancer takes a port: it ends TLS, or passes TLS through; none: callers reach the instances.

A protocol that begins in clear, or datagrams, no balancer takes: it cannot be seen there to be encrypted."""
Transport = Literal["tcp", "udp"]
ServiceId = Literal[
    "https",
    "tls",
    "tcp",
    "udp",
    "dicom",
    "hl7",
    "postgresql",
    "mysql",
    "oracle",
    "dameng",
    "kingbase",
    "ssh",
    "syslog",
    "ntp",
]


class Service(NamedTuple):
    """A kind of service."""

    zh: str
    en: str
    transport: Transport
    front: Front
    port: int | None = None
    """The usual port; None: it must be written."""


SERVICES: Mapping[ServiceId, Service] = {
    "https": Service("HTTPS", "HTTPS", "tcp", "https"),
    "tls": Service("任意 TLS 协议", "any protocol in TLS", "tcp", "tls"),
    "tcp": Service("自行加密的 TCP 协议", "a TCP protocol that encrypts by itself", "tcp", "none"),
    "udp": Service("自行加密的 UDP 协议", "a UDP protocol that encrypts by itself", "udp", "none"),
    "dicom": Service("DICOM（TLS）", "DICOM over TLS", "tcp", "tls", 2762),
    "hl7": Service("HL7 MLLP（TLS）", "HL7 MLLP over TLS", "tcp", "tls"),
    "postgresql": Service("PostgreSQL 或 openGauss", "PostgreSQL or openGauss", "tcp", "none", 5432),
    "mysql": Service("MySQL 协议", "the MySQL protocol", "tcp", "none", 3306),
    "oracle": Service("Oracle（TCPS）", "Oracle over TCPS", "tcp", "tls", 2484),
    "dameng": Service("达梦", "Dameng", "tcp", "none", 5236),
    "kingbase": Service("人大金仓", "Kingbase", "tcp", "none", 54321),
    "ssh": Service("SSH", "SSH", "tcp", "none", 22),
    "syslog": Service("syslog（TLS）", "syslog over TLS", "tcp", "tls", 6514),
    "ntp": Service("NTP", "NTP", "udp", "none", 123),
}
