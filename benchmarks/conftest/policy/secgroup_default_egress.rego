package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:networking/secGroup:SecGroup"]
	props := input.resources[index].properties
	not resource.flag(props, "deleteDefaultRules", false)
	found := {"msg": "deleteDefaultRules is not true", "rule": "secgroup-default-egress", "resource": input.resources[index].name}
}
