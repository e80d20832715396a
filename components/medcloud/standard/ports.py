"""TCP ports that several rooms judge by; the pack refuses them in resources, `check` in the region file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HTTPS = 443
"""The only port that the world may call (6.5-b)."""

MANAGEMENT: Mapping[int, str] = MappingProxyType(
    {
        22: "SSH",
        2375: "Docker",
        2376: "Docker",
        2379: "etcd",
        3389: "RDP",
        5900: "VNC",
        5985: "WinRM",
        5986: "WinRM",
        6443: "Kubernetes",
        10250: "kubelet",
    }
)
"""Ports by which hosts are managed; open to the operators' network only (7.2.2-a)."""

MANAGEMENT_PREFIX: Mapping[int, int] = MappingProxyType({4: 20, 6: 64})
"""The shortest prefix, by address family, that still is an operators' network."""

PLAINTEXT: Mapping[int, str] = MappingProxyType(
    {
        20: "FTP",
        21: "FTP",
        23: "Telnet",
        69: "TFTP",
        80: "HTTP",
        104: "DICOM",
        110: "POP3",
        143: "IMAP",
        389: "LDAP",
        512: "rexec",
        513: "rlogin",
        514: "rsh",
        2575: "HL7 MLLP",
        8080: "HTTP",
        11112: "DICOM",
    }
)
"""Ports of protocols that have no encryption (7.2.1-b)."""
