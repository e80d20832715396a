package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:compute/instance:Instance"]
	props := input.resources[index].properties
	resource.word(props, "networkMode") != "none"
	in_default_group(props)
	found := {"msg": "the server is in the default group", "rule": "instance-default-group", "resource": input.resources[index].name}
}

in_default_group(props) if {
	some name in props.securityGroups
	lower(trim_space(name)) == "default"
}

in_default_group(props) if {
	resource.count_of(props, "securityGroups") == 0
	resource.count_of(props, "networks") == 0
}

in_default_group(props) if {
	resource.count_of(props, "securityGroups") == 0
	some network in props.networks
	not resource.has(network, "port")
}
