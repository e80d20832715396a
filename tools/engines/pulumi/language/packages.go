package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// pythonReport is what launchers/medcloud_inspect.py prints about a Python.
type pythonReport struct {
	Executable string `json:"executable"`
	Version    string `json:"version"`
	Packages   []struct {
		Name    string `json:"name"`
		Version string `json:"version"`
		Direct  bool   `json:"direct"` // no other package asks for it
	} `json:"packages"`
	Plugins []struct {
		Name             string `json:"name"`
		Version          string `json:"version"`
		Server           string `json:"server"`
		Parameterization *struct {
			Name    string `json:"name"`
			Version string `json:"version"`
			Value   []byte `json:"value"` // base64
		} `json:"parameterization"`
	} `json:"plugins"`
}

// inspect asks the program's Python about itself, in the words of launchers/medcloud_inspect.py.
func inspect(ctx context.Context, info *pulumirpc.ProgramInfo, what ...string) (*pythonReport, error) {
	tc, err := readyPython(ctx, info)
	if err != nil {
		return nil, err
	}
	script, err := launcher("medcloud_inspect.py")
	if err != nil {
		return nil, err
	}
	cmd, err := pythonCommand(ctx, tc, os.Environ(), append([]string{script}, what...)...)
	if err != nil {
		return nil, err
	}
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, say("%s 无法运行：%v", "%s does not run: %v", cmd.Path, err)
	}
	report := &pythonReport{}
	return report, json.Unmarshal(out, report)
}

// GetRequiredPackages names the providers of the SDKs that the program imports.
func (h *host) GetRequiredPackages(
	ctx context.Context, req *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	report, err := inspect(ctx, req.Info, "plugins", entryPoint(req.Info))
	if err != nil {
		return nil, err
	}
	res := &pulumirpc.GetRequiredPackagesResponse{}
	for _, plugin := range report.Plugins {
		dependency := &pulumirpc.PackageDependency{
			Name: plugin.Name, Kind: "resource", Version: plugin.Version, Server: plugin.Server,
		}
		if p := plugin.Parameterization; p != nil {
			dependency.Parameterization = &pulumirpc.PackageParameterization{
				Name: p.Name, Version: p.Version, Value: p.Value,
			}
		}
		res.Packages = append(res.Packages, dependency)
	}
	return res, nil
}

func (h *host) GetProgramDependencies(
	ctx context.Context, req *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	report, err := inspect(ctx, req.Info, "packages")
	if err != nil {
		return nil, err
	}
	res := &pulumirpc.GetProgramDependenciesResponse{}
	for _, each := range report.Packages {
		if each.Direct || req.TransitiveDependencies {
			res.Dependencies = append(res.Dependencies,
				&pulumirpc.DependencyInfo{Name: each.Name, Version: each.Version})
		}
	}
	return res, nil
}

func (h *host) About(ctx context.Context, req *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	report, err := inspect(ctx, req.Info, "about")
	if err != nil {
		return nil, err
	}
	return &pulumirpc.AboutResponse{
		Executable: report.Executable,
		Version:    report.Version,
		Metadata:   map[string]string{"host": "medcloud " + version},
	}, nil
}
