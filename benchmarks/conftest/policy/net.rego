# Prefixes and ports, compared as what they are.
package net_of

import rego.v1

private := [
	"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8",
	"fc00::/7", "fe80::/10", "::1/128",
]

shortest := {4: 8, 6: 32}

# A prefix that cannot be read counts as wide.
wide(text) if not readable(text)

wide(text) if {
	found := prefix(text)
	found.length < shortest[found.version]
	not is_private(whole(text))
}

readable(text) if net.cidr_is_valid(whole(text))

whole(text) := text if contains(text, "/")

else := concat("", [text, "/128"]) if contains(text, ":")

else := concat("", [text, "/32"])

is_private(cidr) if {
	some block in private
	net.cidr_contains(block, cidr)
}

# All of IPv4 can be written as IPv6, ::ffff:0:0/96, and as NAT64 writes it, 64:ff9b::/96.
prefix(text) := {"version": 4, "length": length - 96} if {
	mapped(text)
	length := bits(text)
} else := {"version": 6, "length": bits(text)} if {
	contains(text, ":")
} else := {"version": 4, "length": bits(text)}

mapped(text) if {
	contains(text, ":")
	readable(text)
	bits(text) >= 96
	some block in ["::ffff:0:0/96", "64:ff9b::/96"]
	net.cidr_contains(block, whole(text))
}

bits(text) := to_number(split(whole(text), "/")[1])

protocol(word) := object.get(names, word, word)

names := {
	"any": "", "0": "", "1": "icmp", "6": "tcp", "17": "udp", "33": "dccp", "58": "ipv6-icmp",
	"icmpv6": "ipv6-icmp", "132": "sctp", "136": "udplite",
}

# Both left out, or 0, means all ports; a first port of 0 beside a last one is 0.
ports(props) := [0, 65535] if {
	number(props, "portRangeMin") == 0
	number(props, "portRangeMax") == 0
} else := [number(props, "portRangeMax"), number(props, "portRangeMax")] if {
	not props.portRangeMin
} else := [number(props, "portRangeMin"), number(props, "portRangeMin")] if {
	number(props, "portRangeMax") == 0
} else := [number(props, "portRangeMin"), number(props, "portRangeMax")]

number(props, name) := props[name] if is_number(props[name])

else := to_number(props[name]) if {
	is_string(props[name])
	regex.match(`^\d+$`, props[name])
}

else := 0
