// Command pulumi-resource-openstack serves the OpenStack Terraform provider to Pulumi.
package main

import (
	_ "embed"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"

	"medcloud-openstack/provider"
)

// schema is made at build time, by gen.
//
//go:embed schema.json
var schema []byte

func main() {
	tfbridge.Main("openstack", provider.Version, provider.Describe(), schema)
}
