"""The encryption of a cinder volume type, which the OpenStack provider has no resource for.

``POST /v3/{project}/types/{id}/encryption``. Credentials come from clouds.yaml at run time; the state
holds the names of the cloud and the region alone. Changing anything makes a new one, since cinder
refuses a change while volumes of the type exist.
"""

from typing import TYPE_CHECKING, Any

import pulumi
from pulumi import dynamic

if TYPE_CHECKING:
    from openstack.block_storage.v2.type import TypeEncryption as OldTypeEncryption
    from openstack.block_storage.v3.type import TypeEncryption
    from openstack.connection import Connection

_ENCRYPTOR = "luks"
_CONTROL = "front-end"  # the hypervisor encrypts, so that data is opaque on the wire too
_FIXED = ("cloud", "region", "volume_type_id", "cipher", "key_size")


def _connect(props: dict[str, Any]) -> "Connection":
    # Imported here: a program that makes no encrypted type needs no openstacksdk.
    import openstack  # noqa: PLC0415  # reason above

    return openstack.connect(cloud=props["cloud"], region_name=props["region"] or None)


def _find(cloud: "Connection", props: dict[str, Any]) -> "TypeEncryption | OldTypeEncryption | None":
    from openstack.exceptions import NotFoundException  # noqa: PLC0415  # see _connect

    try:
        found = cloud.block_storage.get_type_encryption(props["volume_type_id"])
    except NotFoundException:  # the volume type itself is gone
        return None
    return found if found.encryption_id else None


class EncryptionProvider(dynamic.ResourceProvider):
    """Creates, reads and deletes the encryption of one volume type."""

    serialize_as_secret_always = False  # it holds nothing but the name of this class

    def create(self, props: dict[str, Any]) -> dynamic.CreateResult:
        """Set the encryption; one that is there already is refused by cinder."""
        with _connect(props) as cloud:
            made = cloud.block_storage.create_type_encryption(
                props["volume_type_id"],
                provider=_ENCRYPTOR,
                control_location=_CONTROL,
                cipher=props["cipher"],
                key_size=int(props["key_size"]),
            )
        return dynamic.CreateResult(str(made.encryption_id), props)

    def read(self, id_: str, props: dict[str, Any]) -> dynamic.ReadResult:
        """What cinder holds; an empty id says that it is gone."""
        with _connect(props) as cloud:
            found = _find(cloud, props)
        if found is None:
            return dynamic.ReadResult("", {})
        seen = {**props, "cipher": found.cipher, "key_size": found.key_size}
        return dynamic.ReadResult(str(found.encryption_id), seen)

    def diff(self, _id: str, olds: dict[str, Any], news: dict[str, Any]) -> dynamic.DiffResult:
        """Any difference replaces: cinder allows no change in use."""
        changed = [key for key in _FIXED if olds.get(key) != news.get(key)]
        return dynamic.DiffResult(changes=bool(changed), replaces=changed, delete_before_replace=True)

    def delete(self, _id: str, props: dict[str, Any]) -> None:
        """Take the encryption away; refused by cinder while volumes of the type exist."""
        with _connect(props) as cloud:
            found = _find(cloud, props)
            if found is not None:
                cloud.block_storage.delete_type_encryption(found)


class VolumeTypeEncryption(dynamic.Resource, module="medcloud", name="VolumeTypeEncryption"):
    """Volumes of the type are encrypted with a key of their own, made by the key manager."""

    cipher: pulumi.Output[str]
    """Cipher in force."""
    key_size: pulumi.Output[int]
    """Bits of the key in force."""

    def __init__(
        self,
        name: str,
        *,
        cloud: pulumi.Input[str],
        region: pulumi.Input[str],
        volume_type_id: pulumi.Input[str],
        cipher: pulumi.Input[str],
        key_size: pulumi.Input[int],
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """`cloud` is an entry of clouds.yaml with administrator rights."""
        props = {
            "cloud": cloud,
            "region": region,
            "volume_type_id": volume_type_id,
            "cipher": cipher,
            "key_size": key_size,
        }
        super().__init__(EncryptionProvider(), name, props, opts)
