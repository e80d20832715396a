import pulumi_openstack as openstack
import pytest

from medcloud.cloud import StorageTier
from medcloud.standard import conventions
from tests.cloud.parts import tier
from tests.cloud.recorder import Deployment, deploy


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: StorageTier("panyu-c1-database-encrypted", tier()))


def test_the_limit_is_the_front_end_s(made: Deployment) -> None:
    qos = made.one("QosV3")
    assert qos.inputs["specs"] == {"total_iops_sec": "50000"}
    assert qos.inputs["consumer"] == "front-end"
    assert made.one("QosAssociationV3").inputs["qosId"] == f"{qos.name}-id"


@pytest.mark.item("7.2.1-b")
def test_the_type_is_encrypted(made: Deployment) -> None:
    encryption = made.one("VolumeTypeEncryption")
    assert encryption.inputs["cipher"] == "aes-xts-plain64"
    assert encryption.inputs["key_size"] == 256
    assert encryption.inputs["volume_type_id"] == "panyu-c1-database-encrypted-id"


def test_no_credential_is_kept_with_the_encryption(made: Deployment) -> None:
    kept = made.one("VolumeTypeEncryption").inputs
    assert set(kept) == {
        "__provider",
        "cipher",
        "cloud",
        "key_size",
        "region",
        "volume_type_id",
    }


def test_volumes_come_after_limit_and_encryption_and_their_type_is_known_before() -> None:
    def program() -> None:
        made = StorageTier("panyu-c1-database-encrypted", tier())
        openstack.blockstorage.Volume("data", size=1, volume_type=made.volume_type)

    made = deploy(program)
    volume = made.one("Volume")
    assert volume.inputs["volumeType"] == "panyu-c1-database-encrypted"
    assert made.one("VolumeTypeEncryption").urn in volume.depends_on
    assert made.one("QosAssociationV3").urn in volume.depends_on


def test_a_plain_type_has_neither() -> None:
    args = tier()
    args["cipher"] = None
    args["iops"] = None
    made = deploy(lambda: StorageTier("t", args))
    assert [m.type.rsplit(":", 1)[-1] for m in made.made] == ["StorageTier", "VolumeTypeV3"]


def test_the_type_carries_the_labels(made: Deployment) -> None:
    assert conventions.read(made.one("VolumeTypeV3").inputs)["level"] == "4"


def test_an_existing_type_is_used_and_not_changed() -> None:
    made = deploy(lambda: StorageTier("t", {**tier(), "existing": "ssd"}))
    assert [m.type for m in made.made] == ["medcloud:index:StorageTier"]
    assert made.outputs_of("StorageTier") == {"volumeType": "ssd"}
