// Command gen prints what the build of the provider needs, as JSON: "gen names" the resources and data
// sources of Terraform with their fields, "gen schema" the schema that Pulumi is served.
package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfgen"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag/colors"
	"github.com/terraform-provider-openstack/terraform-provider-openstack/v3/openstack"

	"medcloud-openstack/provider"
)

func main() {
	made, err := produce(os.Args[1])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(made)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func produce(what string) (any, error) {
	if what == "names" {
		terraform := openstack.Provider()
		return map[string]any{
			"resources": fields(terraform.ResourcesMap),
			"functions": fields(terraform.DataSourcesMap),
		}, nil
	}
	info := provider.Describe()
	info.UpstreamRepoPath = os.TempDir() // where no documentation is: none is wanted
	sink := diag.DefaultSink(os.Stderr, os.Stderr, diag.FormatOptions{Color: colors.Never})
	return tfgen.GenerateSchema(info, sink)
}

func fields(resources map[string]*schema.Resource) map[string][]string {
	all := map[string][]string{}
	for name, resource := range resources {
		all[name] = slices.Sorted(maps.Keys(resource.Schema))
	}
	return all
}
