"""A storage tier: a volume type with its limits, encrypted where the data level asks for it (7.3.2.2)."""

import asyncio
from collections.abc import Iterable
from typing import TypedDict, TypeVar

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.volume_type_encryption import VolumeTypeEncryption
from medcloud.standard import conventions

T = TypeVar("T")


class StorageTierArgs(TypedDict):
    """What a storage tier is made of."""

    volume_type: str
    """Name of the volume type; unique in its cloud."""
    extra_specs: dict[str, str]
    """Extra specs of the volume type, e.g. its backend and zone."""
    iops: NotRequired[int | None]
    """Front-end limit, IOPS a volume. Left out: none."""
    cipher: NotRequired[str | None]
    """Cipher of an encrypted type, e.g. `aes-xts-plain64`. Left out: volumes are plain."""
    key_bits: NotRequired[int | None]
    """Key length of the cipher, bits; 256 when left out."""
    cloud: NotRequired[str | None]
    """Entry of clouds.yaml with administrator rights, for the encryption. Needed with a cipher."""
    region: NotRequired[str | None]
    """OpenStack region name, for the encryption."""
    existing: NotRequired[str | None]
    """Name of a volume type that exists already; it is not changed."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class StorageTier(pulumi.ComponentResource):
    """A volume type, its QoS and its encryption. Needs an administrator unless the type exists."""

    volume_type: pulumi.Output[str]
    """Name of the volume type, once its limits and encryption are in force."""

    def __init__(self, name: str, args: StorageTierArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:StorageTier", name, {}, opts)
        if existing := args.get("existing"):
            self.volume_type = pulumi.Output.from_input(existing)
        else:
            self.volume_type = self._make(name, args)
        self.register_outputs({"volumeType": self.volume_type})

    def _make(self, name: str, args: StorageTierArgs) -> pulumi.Output[str]:
        options = pulumi.ResourceOptions(parent=self)
        made = openstack.blockstorage.VolumeTypeV3(
            name,
            name=args["volume_type"],
            description=conventions.description(args["labels"]),
            is_public=True,
            extra_specs=args["extra_specs"],
            opts=options,
        )
        needed: list[pulumi.Resource] = [made]
        if iops := args.get("iops"):
            needed.append(self._limit(name, made, int(iops)))
        if cipher := args.get("cipher"):
            needed.append(self._encryption(name, args, cipher, made))
        return _known_once_made(args["volume_type"], needed)

    def _limit(self, name: str, made: openstack.blockstorage.VolumeTypeV3, iops: int) -> pulumi.Resource:
        options = pulumi.ResourceOptions(parent=self)
        qos = openstack.blockstorage.QosV3(
            f"{name}-qos",
            name=f"{name}-qos",
            consumer="front-end",
            specs={"total_iops_sec": str(iops)},
            opts=options,
        )
        return openstack.blockstorage.QosAssociationV3(
            f"{name}-qos-association", qos_id=qos.id, volume_type_id=made.id, opts=options
        )

    def _encryption(
        self,
        name: str,
        args: StorageTierArgs,
        cipher: str,
        made: openstack.blockstorage.VolumeTypeV3,
    ) -> pulumi.Resource:
        cloud = args.get("cloud")
        if not cloud:
            raise pulumi.RunError(
                f"存储层 {name} 需要加密，请指明具有管理员权限的 clouds.yaml 条目。"
                f" Storage tier {name} is encrypted: name a clouds.yaml entry with administrator rights."
            )
        return VolumeTypeEncryption(
            f"{name}-encryption",
            cloud=cloud,
            region=args.get("region") or "",
            volume_type_id=made.id,
            cipher=cipher,
            key_size=int(args.get("key_bits") or 256),
            opts=pulumi.ResourceOptions(parent=self),
        )


def _known_once_made(value: T, needed: Iterable[pulumi.Resource]) -> pulumi.Output[T]:
    """`value`, for those who must wait until `needed` is made; a rule can judge it in the preview."""
    known: asyncio.Future[T] = asyncio.Future()
    known.set_result(value)
    certain: asyncio.Future[bool] = asyncio.Future()
    certain.set_result(True)
    return pulumi.Output(set(needed), known, certain)
