package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"github.com/pulumi/pulumi/sdk/v3/python/toolchain"
)

// Link adds generated SDKs to the program's dependencies (`pulumi package add`).
func (h *host) Link(ctx context.Context, req *pulumirpc.LinkRequest) (*pulumirpc.LinkResponse, error) {
	tc, err := pythonOf(req.Info)
	if err != nil {
		return nil, err
	}
	if len(req.Packages) == 0 {
		return &pulumirpc.LinkResponse{}, nil
	}
	paths, imports := map[string]string{}, []string{}
	for _, each := range req.Packages {
		name := "pulumi-" + each.Package.GetName()
		pyproject, err := toolchain.LoadPyproject(filepath.Join(req.Info.GetRootDirectory(), each.Path))
		switch {
		case err == nil && pyproject.Project != nil:
			name = pyproject.Project.Name
		case err != nil && !errors.Is(err, os.ErrNotExist): // an older SDK has a setup.py
			return nil, err
		}
		module := strings.ReplaceAll(name, "-", "_")
		paths[module] = each.Path
		imports = append(imports, "  import "+module)
	}
	if err := tc.LinkPackages(ctx, paths); err != nil {
		return nil, err
	}
	return &pulumirpc.LinkResponse{
		ImportInstructions: "在程序中写 / in the program write:\n" + strings.Join(imports, "\n") + "\n",
	}, nil
}
