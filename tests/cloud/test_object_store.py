import pulumi
import pytest

from medcloud.cloud import ObjectStore
from medcloud.cloud.object_store import ContainerArgs
from medcloud.standard import conventions
from tests.cloud.parts import LABELS
from tests.cloud.recorder import deploy


def archive() -> ContainerArgs:
    return {
        "name": "panyu-c1-archive",
        "versioning": True,
        "retention_days": 10950,
        "worm": True,
        "replicate_to": "r1",
        "labels": LABELS,
    }


@pytest.mark.item("7.3.2.2-c")
def test_versions_are_kept_and_the_content_is_never_deleted_along() -> None:
    container = deploy(lambda: ObjectStore("s", {"containers": [archive()]})).one("Container")
    assert container.inputs["versioning"] is True
    assert container.inputs["forceDestroy"] is False


def test_nobody_outside_the_project_may_read_or_write() -> None:
    container = deploy(lambda: ObjectStore("s", {"containers": [archive()]})).one("Container")
    assert "containerRead" not in container.inputs and "containerWrite" not in container.inputs


@pytest.mark.item("7.3.2.4-c", "7.3.2.2-e")
def test_retention_and_the_copy_are_written_beside_the_labels() -> None:
    container = deploy(lambda: ObjectStore("s", {"containers": [archive()]})).one("Container")
    kept = {"retention-days": "10950", "worm": "true", "replicate-to": "r1"}
    assert conventions.read(container.inputs) == {**LABELS, **kept}


def test_a_copy_is_set_up_with_its_key_as_a_secret() -> None:
    container = archive()
    container["sync_to"] = "//realm/remote/AUTH_1/panyu-r1-archive"
    made = deploy(lambda: ObjectStore("s", {"containers": [container], "sync_key": "SYNC"}))
    assert made.one("Container").inputs["containerSyncTo"].endswith("/panyu-r1-archive")
    made_one = made.one("Container")
    assert "containerSyncKey" in made_one.secrets and "containerSyncKey" in made_one.secret_outputs


def test_a_copy_without_a_key_is_refused() -> None:
    container = archive()
    container["sync_to"] = "//realm/remote/AUTH_1/panyu-r1-archive"
    with pytest.raises(pulumi.RunError, match="sync_key"):
        deploy(lambda: ObjectStore("s", {"containers": [container]}))
