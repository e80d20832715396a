"""The settings that rules of every provider share."""

from __future__ import annotations

from medcloud.standard import levels
from medcloud.standard.ports import MANAGEMENT_PREFIX as SHORTEST
from medcloud.standard.words import ISAS, OS_FAMILIES, PUBLIC_DOMAINS as DOMAINS
from medcloud.text import Text
from medcloud_policies.core.settings import Setting

_ENCRYPTED_LEVELS = [row.level for row in levels() if row.volume_encryption == "required"]

ENCRYPT_FROM_LEVEL = Setting(
    "encryptFromLevel",
    Text(
        "从哪一数据级别起存储须加密（1 为全部）",
        "from which data level on storage must be encrypted (1: all of it)",
    ),
    min(_ENCRYPTED_LEVELS),
    {"minimum": 1, "maximum": min(_ENCRYPTED_LEVELS)},
)
PUBLIC_DOMAINS = Setting(
    "publicDomains",
    Text(
        "可对外开放 HTTPS 的安全域（标签 medcloud-domain）",
        "security domains that may face the Internet with HTTPS (label medcloud-domain)",
    ),
    DOMAINS,
)
APPROVED_ISAS = Setting(
    "approvedIsas",
    Text("获准的指令集", "approved instruction sets"),
    ISAS,
    {"items": {"type": "string", "enum": [*ISAS]}},
)
APPROVED_SYSTEMS = Setting(
    "approvedSystems",
    Text("获准操作系统的名称模式", "patterns of the names of approved operating systems"),
    (*OS_FAMILIES, "uniontech"),
    refuses=("windows-2022", "ubuntu-24.04", "rhel-9", "image"),
)
MANAGEMENT_PREFIX = Setting(
    "managementPrefix",
    Text("可访问管理端口的最短 IPv4 前缀", "the shortest IPv4 prefix that may reach management ports"),
    SHORTEST[4],
    {"minimum": SHORTEST[4], "maximum": 32},
)
APPROVED_RESOLVERS = Setting(
    "approvedResolvers",
    Text("获准的外部域名服务器地址", "addresses of approved outer DNS servers"),
    (),
)
PASSWORD_LENGTH = Setting(
    "passwordLength",
    Text("口令的最短长度（字符）", "the fewest characters of a password"),
    10,
    {"minimum": 8, "maximum": 128},
)
APPROVED_DATABASES = Setting(
    "approvedDatabases",
    Text("获准数据库的名称模式", "patterns of the names of approved databases"),
    (
        "opengauss",
        "gaussdb",
        "kingbase",
        "dameng",
        "^dm8?$",
        "oceanbase",
        "gbase",
        "polardb",
        "tidb",
        "goldendb",
    ),
    refuses=("mysql", "oracle", "mssql", "mongodb"),
)
