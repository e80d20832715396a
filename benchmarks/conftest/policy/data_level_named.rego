package main

import data.resource
import rego.v1

deny contains found if {
	some type in {
		"openstack:blockstorage/volume:Volume",
		"openstack:compute/instance:Instance",
		"openstack:objectstorage/container:Container",
		"openstack:sharedfilesystem/share:Share",
	}
	some index in resource.of[type]
	props := input.resources[index].properties
	resource.level(props) == 0
	found := {"msg": "no data level", "rule": "data-level-named", "resource": input.resources[index].name}
}
