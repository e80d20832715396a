"""What the diff says is made anew is what the provider says of itself, property by property."""

from __future__ import annotations

import inspect
import re

import pulumi_openstack as openstack
import pytest

ANEW = {
    (openstack.compute.Instance, "availability_zone"): "creates a new server",
    (openstack.compute.Instance, "key_pair"): "creates a new server",
    (openstack.compute.Instance, "networks"): "creates a new server",
    (openstack.blockstorage.Volume, "availability_zone"): "creates a new volume",
    (openstack.objectstorage.Container, "name"): "creates a new container",
    (openstack.networking.Port, "network_id"): "creates a new port",
    (openstack.loadbalancer.LoadBalancer, "vip_address"): "creates a new loadbalancer",
}
IN_PLACE = {
    (openstack.compute.Instance, "image_id"): "rebuilds the existing server",
    (openstack.compute.Instance, "flavor_id"): "resizes the existing server",
    (openstack.blockstorage.Volume, "volume_type"): "in-place retype",
    (openstack.blockstorage.Volume, "enable_online_resize"): "allows extending attached volumes",
}


def _said(resource: type, name: str) -> str:
    """What the SDK's documentation of a property says, on one line."""
    module = inspect.getmodule(resource)
    assert module is not None
    found = re.search(rf'def {name}\(self\) -> pulumi\.Output.*?"""(.*?)"""', inspect.getsource(module), re.S)
    assert found, name
    return " ".join(found[1].split())


@pytest.mark.parametrize(("of", "says"), [*ANEW.items(), *IN_PLACE.items()])
def test_the_provider_says_so(of: tuple[type, str], says: str) -> None:
    assert says in _said(*of)
