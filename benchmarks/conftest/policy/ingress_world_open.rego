package main

import data.net_of
import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:networking/secGroupRule:SecGroupRule"]
	props := input.resources[index].properties
	resource.word(props, "direction") == "ingress"
	not resource.has(props, "remoteGroupId")
	not resource.has(props, "remoteAddressGroupId")
	open_to_world(resource.text(props, "remoteIpPrefix"))
	not public_https(props)
	found := {"msg": "open to the world", "rule": "ingress-world-open", "resource": input.resources[index].name}
}

open_to_world("")

open_to_world(prefix) if {
	prefix != ""
	net_of.wide(prefix)
}

public_https(props) if {
	net_of.protocol(resource.word(props, "protocol")) == "tcp"
	net_of.ports(props) == [443, 443]
	may_be_public(props)
}

may_be_public(props) if resource.level(props) == 1

may_be_public(props) if lower(resource.label(props, "domain")) == "dmz"
