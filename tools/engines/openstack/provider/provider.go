// Package provider describes the OpenStack Terraform provider to the Pulumi bridge.
package provider

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
	"github.com/terraform-provider-openstack/terraform-provider-openstack/v3/openstack"
)

// Version of the PyPI package pulumi-openstack that is served.
const Version = "5.5.3"

// tokenTable pairs Terraform's names with the SDK's; match.py makes it.
//
//go:embed tokens.json
var tokenTable []byte

type names struct{ Resources, Functions map[string]string }

// Describe maps everything that the token table names.
func Describe() tfbridge.ProviderInfo {
	var table struct {
		names
		Legacy names // deprecated names that the SDK still offers
	}
	if err := json.Unmarshal(tokenTable, &table); err != nil {
		panic(fmt.Errorf("tokens.json: %w", err))
	}
	info := tfbridge.ProviderInfo{
		P:            shim.NewProvider(openstack.Provider()),
		Name:         "openstack",
		Version:      Version,
		Resources:    map[string]*tfbridge.ResourceInfo{},
		DataSources:  map[string]*tfbridge.DataSourceInfo{},
		MetadataInfo: tfbridge.NewProviderMetadata([]byte("{}")),
	}
	for name, token := range table.Resources {
		info.Resources[name] = &tfbridge.ResourceInfo{Tok: tokens.Type(token)}
	}
	for name, token := range table.Functions {
		info.DataSources[name] = &tfbridge.DataSourceInfo{Tok: tokens.ModuleMember(token)}
	}
	for name, token := range table.Legacy.Resources {
		old, current := tokens.Type(token), info.Resources[name].Tok
		info.RenameResourceWithAlias(
			name, old, current, string(old.Module().Name()), string(current.Module().Name()), nil)
	}
	for name, token := range table.Legacy.Functions {
		old, current := tokens.ModuleMember(token), info.DataSources[name].Tok
		info.RenameDataSource(
			name, old, current, string(old.Module().Name()), string(current.Module().Name()), nil)
	}
	// the one property whose name in the SDK is not the bridge's own
	info.Resources["openstack_orchestration_stack_v1"].Fields = map[string]*tfbridge.SchemaInfo{
		"outputs": {Name: "StackOutputs"},
	}
	// without it the names of 30 resources would be required, which the SDK leaves out
	info.SetAutonaming(255, "-")
	return info
}
