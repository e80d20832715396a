"""Display names in descriptions in the clouds: where the region asks for them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.standard import conventions
from tests.model.sample import changed
from tests.support import promised

TYPES = {
    "openstack:networking/router:Router": "panyu-c1-router",
    "openstack:networking/network:Network": "panyu-c1-group-core",
    "openstack:networking/secGroup:SecGroup": "panyu-c1-his-sg",
    "openstack:loadbalancer/loadBalancer:LoadBalancer": "panyu-c1-his-lb",
    "openstack:blockstorage/volume:Volume": "panyu-c1-his-0-data",
}
NAMES = {
    "panyu-c1-router": "市桥院区 一号机房",
    "panyu-c1-group-core": "番禺医疗集团",
}


@pytest.mark.parametrize("asked", [True, False])
def test_descriptions_say_the_names_where_asked(asked: bool, tmp_path: Path) -> None:
    text = changed("workloads/his/name", "门诊; medcloud-level=1", changed("centres/c1/name", "一号机房"))
    region = parse(changed("region/describe", asked, text), "region.yaml")
    made = promised.deployed(derive(region, allocate(region, Lock())), tmp_path)
    by_name = {(m.type, m.name): m.inputs for m in made.made}
    for type_, name in TYPES.items():
        inputs = by_name[type_, name]
        said = NAMES.get(name, "番禺医疗集团 门诊； medcloud-level＝1")
        assert (said in str(inputs.get("description"))) is asked, name
        assert len(str(inputs.get("description", ""))) <= 255
        assert conventions.read(inputs).get("level") in (None, "4", "5")
