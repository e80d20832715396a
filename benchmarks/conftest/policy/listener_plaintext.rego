package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:loadbalancer/listener:Listener"]
	props := input.resources[index].properties
	not resource.word(props, "protocol") in {"terminated_https", "https"}
	found := {"msg": "the listener is not encrypted", "rule": "listener-plaintext", "resource": input.resources[index].name}
}
