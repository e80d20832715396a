package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:vpnaas/ikePolicy:IkePolicy"]
	props := input.resources[index].properties
	weak_exchange(props)
	found := {"msg": "the key exchange is weak", "rule": "ike-version", "resource": input.resources[index].name}
}

weak_exchange(props) if resource.word(props, "ikeVersion") != "v2"

weak_exchange(props) if resource.word(props, "phase1NegotiationMode") == "aggressive"
