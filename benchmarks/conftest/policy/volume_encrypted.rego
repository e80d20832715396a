package main

import data.resource
import rego.v1

deny contains found if {
	some index in resource.of["openstack:blockstorage/volume:Volume"]
	props := input.resources[index].properties
	resource.level(props) >= 3
	not encrypted(resource.text(props, "volumeType"))
	found := {"msg": "the volume is not of an encrypted type", "rule": "volume-encrypted", "resource": input.resources[index].name}
}

encrypted(type) if {
	regex.match(`(?i)encrypt|sm4|luks`, type)
	not regex.match(`(?i)un[-_ ]?encrypt|(^|[^a-z])(non?|not|without)[-_ ]?encrypt`, type)
}
