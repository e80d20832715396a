package main

import data.net_of
import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:networking/secGroupRule:SecGroupRule"]
	props := input.resources[index].properties
	resource.word(props, "direction") == "ingress"
	net_of.protocol(resource.word(props, "protocol")) in {"tcp", ""}
	some port in [22, 2375, 2376, 2379, 3389, 5900, 5985, 5986, 6443, 10250]
	[first, last] := net_of.ports(props)
	first <= port
	port <= last
	prefix := resource.text(props, "remoteIpPrefix")
	net_of.readable(prefix)
	found_prefix := net_of.prefix(prefix)
	found_prefix.length < {4: 20, 6: 64}[found_prefix.version]
	found := {"msg": "a management port is open too far", "rule": "management-port", "resource": input.resources[index].name}
}
