"""The settings that only rules of OpenStack have."""

from __future__ import annotations

from medcloud.standard import number
from medcloud.standard.words import ISAS, PLAIN_VOLUME_TYPES, UNENCRYPTED
from medcloud.text import Text
from medcloud_policies.core.settings import Setting

_PASSWORD_DAYS = int(number("7.2.3.1-a", "password_age").to("d"))

ENCRYPTED_VOLUME_TYPES = Setting(
    "encryptedVolumeTypes",
    Text("已加密卷类型的名称模式", "patterns of the names of volume types that are encrypted"),
    ("encrypt", "sm4", "luks"),
    refuses=PLAIN_VOLUME_TYPES,
    never=UNENCRYPTED,
)
APPROVED_FLAVORS = Setting(
    "approvedFlavors",
    Text("获准规格的名称模式", "patterns of the names of approved flavors"),
    (*ISAS, "aarch64"),
    refuses=("m1.large", "flavor"),
)
ENCRYPTED_SHARE_TYPES = Setting(
    "encryptedShareTypes",
    Text("已加密共享类型的名称模式", "patterns of the names of share types that are encrypted"),
    ("encrypt", "sm4", "luks"),
    refuses=("default", "dhss_false", "nfs"),
    never=UNENCRYPTED,
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
    never=UNENCRYPTED,
)
