"""cinder with barbican, and swift with S3, of the running lab, in each region."""

import time
import uuid
from typing import Any

import pytest

from tests.labs.openstack import s3
from tests.support.lab_env import Lab

pytestmark = pytest.mark.lab
REGIONS = ("metro", "remote")


def tag() -> str:
    return f"lt-{uuid.uuid4().hex[:8]}"


@pytest.mark.parametrize("region", REGIONS)
def test_barbican_makes_an_encrypted_volume_s_key_which_goes_with_it(lab: Lab, region: str) -> None:
    cloud = lab.connect("private", region)
    volumes: Any = cloud.block_storage
    kind = volumes.create_type(name=tag())
    try:
        volumes.create_type_encryption(
            kind, provider="luks", cipher="aes-xts-plain64", key_size=256, control_location="front-end"
        )
        volume = volumes.create_volume(name=tag(), size=1, volume_type=kind.name)
        volume = volumes.wait_for_status(volume, "available", failures=["error"], interval=1, wait=120)
        assert volume.is_encrypted
        answer = volumes.get(
            f"/volumes/{volume.id}/encryption", headers={"OpenStack-API-Version": "volume 3.64"}
        )
        key = answer.json()["encryption_key_id"]
        secret = cloud.key_manager.get(f"/secrets/{key}").json()
        assert (secret["algorithm"], secret["bit_length"]) == ("aes", 256)
        volumes.delete_volume(volume)
        volumes.wait_for_delete(volume, interval=1, wait=120)
        assert cloud.key_manager.get(f"/secrets/{key}").status_code == 404
    finally:
        volumes.delete_type(kind)


@pytest.mark.parametrize(
    ("region", "zone"), [("metro", "c1"), ("metro", "c2"), ("metro", "e1"), ("remote", "r1")]
)
def test_each_zone_has_volumes_of_its_own(lab: Lab, region: str, zone: str) -> None:
    volumes: Any = lab.connect("private-member", region).block_storage
    volume = volumes.create_volume(name=tag(), size=1, availability_zone=zone)
    volume = volumes.wait_for_status(volume, "available", failures=["error"], interval=1, wait=120)
    assert volume.availability_zone == zone
    volumes.delete_volume(volume)
    volumes.wait_for_delete(volume, interval=1, wait=120)


@pytest.mark.parametrize("region", REGIONS)
def test_a_bucket_of_s3_is_a_container_of_swift(lab: Lab, region: str) -> None:
    cloud = lab.connect("private-member", region)
    path = f"/users/{cloud.current_user_id}/credentials/OS-EC2"
    body = {"tenant_id": cloud.current_project_id}
    key = cloud.identity.post(path, json=body).json()["credential"]
    url, bucket = str(cloud.object_store.get_endpoint()).split("/v1/")[0], tag()
    signed = (key["access"], key["secret"])
    try:
        assert s3.call("PUT", f"{url}/{bucket}", *signed).ok
        assert s3.call("PUT", f"{url}/{bucket}/report", *signed, b"hello").ok
        assert s3.call("GET", f"{url}/{bucket}/report", *signed).content == b"hello"
        assert s3.call("GET", f"{url}/{bucket}/report", key["access"], "wrong").status_code == 403
        assert cloud.object_store.download_object("report", container=bucket) == b"hello"
        other = "remote" if region == "metro" else "metro"
        elsewhere = lab.connect("private-member", other).object_store.containers()
        assert bucket not in {container.name for container in elsewhere}
    finally:
        cloud.object_store.delete_object("report", container=bucket)
        cloud.object_store.delete_container(bucket)
        cloud.identity.delete(f"{path}/{key['access']}")


def test_a_container_is_copied_to_the_other_region(lab: Lab) -> None:
    here, there = (lab.connect("private-member", region).object_store for region in REGIONS)
    name, account = tag(), f"AUTH_{lab.connect('private-member').current_project_id}"
    key = {"X-Container-Sync-Key": uuid.uuid4().hex}
    try:
        assert there.put(f"/{name}", headers=key).ok
        assert here.put(
            f"/{name}", headers={**key, "X-Container-Sync-To": f"//lab/remote/{account}/{name}"}
        ).ok
        assert here.put(f"/{name}/report", data=b"hello").ok
        until = time.monotonic() + 120
        while (found := there.get(f"/{name}/report")).status_code == 404 and time.monotonic() < until:
            time.sleep(1)
        assert found.content == b"hello"
    finally:
        for store in (here, there):
            store.delete(f"/{name}/report")
            store.delete(f"/{name}")
