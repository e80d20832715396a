# What several rules ask of a resource: flags, words, labels, data level.
package resource

import rego.v1

# Resources of each type, once for all rules.
of[type] contains index if {
	some index, found in input.resources
	type := found.type
}

flag(props, name, _) := props[name] if is_boolean(props[name])

flag(props, name, _) := true if {
	is_string(props[name])
	lower(trim_space(props[name])) in {"true", "1"}
}

flag(props, name, _) := false if {
	is_string(props[name])
	lower(trim_space(props[name])) in {"false", "0"}
}

flag(props, name, default_) := default_ if not readable(props, name)

readable(props, name) if is_boolean(props[name])

readable(props, name) if {
	is_string(props[name])
	lower(trim_space(props[name])) in {"true", "1", "false", "0"}
}

text(props, name) := trim_space(props[name]) if is_string(props[name])

else := format_int(props[name], 10) if is_number(props[name])

else := ""

word(props, name) := lower(text(props, name))

has(props, name) if not object.get(props, name, null) in [null, "", [], {}]

count_of(props, name) := count(props[name]) if is_array(props[name])

else := 0

label(props, name) := trim_space(values[0]) if {
	key := concat("", ["medcloud-", name])
	values := array.concat(of_maps(props, key), array.concat(of_tags(props, key), of_description(props, key)))
	count(values) > 0
} else := ""

of_maps(props, key) := [sprintf("%v", [value]) |
	some field in ["metadata", "properties", "extraSpecs", "valueSpecs", "extra_specs", "value_specs"]
	some name, value in props[field]
	lower(name) == key
]

of_tags(props, key) := [value |
	some field in ["tags", "allTags"]
	is_array(props[field])
	some tag in props[field]
	value := after(tag, key)
]

of_description(props, key) := [value |
	is_string(props.description)
	some part in split(props.description, ";")
	value := after(trim_space(part), key)
]

after(tag, key) := substring(tag, at + 1, -1) if {
	at := indexof(tag, "=")
	at >= 0
	lower(substring(tag, 0, at)) == key
}

level(props) := object.get({"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}, label(props, "level"), 0)
