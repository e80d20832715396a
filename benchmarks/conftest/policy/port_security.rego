package main

import data.resource
import rego.v1

deny contains found if {
	some type in {
		"openstack:networking/port:Port",
		"openstack:networking/network:Network",
	}
	some index in resource.of[type]
	props := input.resources[index].properties
	not resource.flag(props, "portSecurityEnabled", true)
	found := {"msg": "portSecurityEnabled is false", "rule": "port-security", "resource": input.resources[index].name}
}
