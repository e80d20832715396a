package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:loadbalancer/listener:Listener"]
	props := input.resources[index].properties
	resource.word(props, "protocol") == "terminated_https"
	old_tls(props)
	found := {"msg": "the listener admits old TLS", "rule": "listener-tls-version", "resource": input.resources[index].name}
}

old_tls(props) if resource.count_of(props, "tlsVersions") == 0

old_tls(props) if {
	some version in props.tlsVersions
	upper(trim_space(version)) != "TLSV1.3"
}
