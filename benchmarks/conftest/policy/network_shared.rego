package main

import data.resource
import rego.v1

deny contains found if {
	some type in {
		"openstack:networking/network:Network",
		"openstack:networking/subnetPool:SubnetPool",
		"openstack:networking/addressScope:AddressScope",
	}
	some index in resource.of[type]
	props := input.resources[index].properties
	resource.flag(props, "shared", false)
	found := {"msg": "shared is true", "rule": "network-shared", "resource": input.resources[index].name}
}
