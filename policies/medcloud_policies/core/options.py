"""The settings of the pack."""

from __future__ import annotations

from medcloud.standard import levels, number
from medcloud_policies.core.settings import Setting
from medcloud_policies.core.text import Text

_ENCRYPTED_LEVELS = [row.level for row in levels() if row.volume_encryption == "required"]
_PASSWORD_DAYS = int(number("7.2.3.1-a", "password_age").to("d"))

_NOT_ENCRYPTED = r"un[-_ ]?encrypt|(^|[^a-z])(non?|not|without)[-_ ]?encrypt"

ENCRYPT_FROM_LEVEL = Setting(
    "encryptFromLevel",
    Text(
        "从哪一数据级别起存储须加密（1 为全部）",
        "from which data level on storage must be encrypted (1: all of it)",
    ),
    min(_ENCRYPTED_LEVELS),
    {"minimum": 1, "maximum": min(_ENCRYPTED_LEVELS)},
)
ENCRYPTED_VOLUME_TYPES = Setting(
    "encryptedVolumeTypes",
    Text("已加密卷类型的名称模式", "patterns of the names of volume types that are encrypted"),
    ("encrypt", "sm4", "luks"),
    refuses=("standard", "__DEFAULT__", "lvmdriver-1", "ssd"),
    never=_NOT_ENCRYPTED,
)
PUBLIC_DOMAINS = Setting(
    "publicDomains",
    Text(
        "可对外开放 HTTPS 的安全域（标签 medcloud-domain）",
        "security domains that may face the Internet with HTTPS (label medcloud-domain)",
    ),
    ("dmz",),
)
APPROVED_ISAS = Setting(
    "approvedIsas",
    Text("获准的指令集", "approved instruction sets"),
    ("x86_64", "c86", "arm64", "loongarch64"),
    {"items": {"type": "string", "enum": ["x86_64", "c86", "arm64", "loongarch64"]}},
)
APPROVED_FLAVORS = Setting(
    "approvedFlavors",
    Text("获准规格的名称模式", "patterns of the names of approved flavors"),
    ("x86_64", "c86", "arm64", "aarch64", "loongarch64"),
    refuses=("m1.large", "flavor"),
)
APPROVED_SYSTEMS = Setting(
    "approvedSystems",
    Text("获准操作系统的名称模式", "patterns of the names of approved operating systems"),
    ("openeuler", "kylin", "uos", "uniontech", "anolis"),
    refuses=("windows-2022", "ubuntu-24.04", "rhel-9", "image"),
)
ENCRYPTED_SHARE_TYPES = Setting(
    "encryptedShareTypes",
    Text("已加密共享类型的名称模式", "patterns of the names of share types that are encrypted"),
    ("encrypt", "sm4", "luks"),
    refuses=("default", "dhss_false", "nfs"),
    never=_NOT_ENCRYPTED,
)
MANAGEMENT_PREFIX = Setting(
    "managementPrefix",
    Text("可访问管理端口的最短 IPv4 前缀", "the shortest IPv4 prefix that may reach management ports"),
    20,
    {"minimum": 20, "maximum": 32},
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
CREDENTIAL_DAYS = Setting(
    "credentialDays",
    Text("应用凭据的最长有效期（天）", "the most days until an application credential ends"),
    _PASSWORD_DAYS,
    {"minimum": 1, "maximum": _PASSWORD_DAYS},
)
SLOW_VOLUME_TYPES = Setting(
    "slowVolumeTypes",
    Text("低速卷类型的名称模式", "patterns of the names of slow volume types"),
    ("archive", "cold", "hdd", "bluray"),
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
APPROVED_IDS = Setting(
    "approvedIds",
    Text("获准的规格与镜像编号", "ids of approved flavors and images"),
    (),
)
ENCRYPTED_STORAGE_POLICIES = Setting(
    "encryptedStoragePolicies",
    Text(
        "已加密的对象存储策略的名称模式；default 指未写策略",
        "patterns of object storage policies that encrypt; default is the one left out",
    ),
    ("encrypt", "sm4", "^default$"),
    refuses=("Policy-0", "standard", "gold"),
    never=_NOT_ENCRYPTED,
)
