import pulumi
import pytest

from medcloud.cloud import ComputePool
from medcloud.standard import conventions
from tests.cloud.parts import pool
from tests.cloud.recorder import Deployment, deploy


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: ComputePool("panyu-c1-core", pool()))


@pytest.mark.item("7.3.1.2-a")
def test_a_flavor_demands_its_cpu_and_numa_policy_and_no_more(made: Deployment) -> None:
    flavor = made.one("Flavor")
    assert flavor.inputs["extraSpecs"] == {"hw:cpu_policy": "dedicated", "hw:numa_nodes": "2"}
    assert conventions.read(flavor.inputs)["centre"] == "c1"


def test_an_image_says_what_it_is_and_whose(made: Deployment) -> None:
    image = made.one("Image")
    assert image.inputs["properties"]["os_distro"] == "kylin"
    assert image.inputs["diskFormat"] == "raw"
    assert image.inputs["visibility"] == "private"
    assert conventions.read(image.inputs)["region"] == "panyu"


def test_existing_ones_are_used_and_not_made() -> None:
    args = pool()
    args["flavors"][0]["existing"] = "m8"
    args["image"]["existing"] = "kylin-golden"
    made = deploy(lambda: ComputePool("p", args))
    assert not made.of("Flavor") and not made.of("Image")
    outputs = made.outputs_of("ComputePool")
    assert outputs == {"imageId": "existing-kylin-golden", "flavorIds": {"panyu-c1-core-8x32": "existing-m8"}}


def test_an_image_from_nowhere_is_refused() -> None:
    args = pool()
    args["image"] = {"name": "kylin", "properties": {}}
    with pytest.raises(pulumi.RunError, match="kylin"):
        deploy(lambda: ComputePool("p", args))


def test_without_a_cloud_what_exists_is_unknown() -> None:
    args = pool()
    args["image"]["existing"] = "kylin-golden"
    made = deploy(lambda: ComputePool("p", args), config={"medcloud:offline": "true"}, preview=True)
    assert made.asked == []


def test_the_setting_for_previews_stops_an_update() -> None:
    args = pool()
    args["image"]["existing"] = "kylin-golden"
    with pytest.raises(pulumi.RunError, match="offline"):
        deploy(lambda: ComputePool("p", args), config={"medcloud:offline": "true"})
