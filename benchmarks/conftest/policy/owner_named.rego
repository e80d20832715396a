package main

import data.resource
import rego.v1

deny contains found if {
	some type in {
		"openstack:blockstorage/volume:Volume",
		"openstack:compute/instance:Instance",
		"openstack:objectstorage/container:Container",
		"openstack:sharedfilesystem/share:Share",
		"openstack:identity/project:Project",
	}
	some index in resource.of[type]
	props := input.resources[index].properties
	resource.label(props, "owner") == ""
	found := {"msg": "no owner", "rule": "owner-named", "resource": input.resources[index].name}
}
