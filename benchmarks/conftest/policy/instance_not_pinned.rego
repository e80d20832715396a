package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:compute/instance:Instance"]
	props := input.resources[index].properties
	pinned(props)
	found := {"msg": "the server is pinned to a host", "rule": "instance-not-pinned", "resource": input.resources[index].name}
}

pinned(props) if resource.has(props, "hypervisorHostname")

pinned(props) if contains(resource.text(props, "availabilityZone"), ":")
