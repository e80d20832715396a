package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:compute/instance:Instance"]
	props := input.resources[index].properties
	resource.has(props, "adminPass")
	found := {"msg": "adminPass is set", "rule": "no-admin-password", "resource": input.resources[index].name}
}
