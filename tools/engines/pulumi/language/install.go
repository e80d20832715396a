package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// InstallDependencies makes the program's environment by its toolchain (`pulumi install`; the engine
// also calls it before it asks a component package for its schema).
func (h *host) InstallDependencies(
	req *pulumirpc.InstallDependenciesRequest,
	server grpc.ServerStreamingServer[pulumirpc.InstallDependenciesResponse],
) error {
	ctx, done := h.until(server.Context())
	defer done()
	tc, err := pythonOf(req.Info)
	if err != nil {
		return err
	}
	folder := req.Info.GetProgramDirectory()
	out, errs := installStreams(server)
	if toolchainOf(req.Info) != "pip" || tc.ValidateVenv(ctx) != nil {
		return tc.InstallDependencies(ctx, folder, req.UseLanguageVersionTools, true, out, errs)
	}
	// An environment that exists already may be shared: it gets what the program lists, no newer pip.
	if _, err := os.Stat(filepath.Join(folder, "requirements.txt")); err != nil {
		return nil
	}
	cmd, err := pythonCommand(ctx, tc, os.Environ(), "-m", "pip", "install", "-r", "requirements.txt")
	if err != nil {
		return err
	}
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, out, errs
	if code, err := h.runChild(cmd); err != nil || code != 0 {
		return say("%s 中的 pip install 失败，原因见上", "pip install in %s failed, see above", folder)
	}
	return nil
}

// RuntimeOptionsPrompts asks `pulumi new` for the toolchain, among those that are installed.
func (h *host) RuntimeOptionsPrompts(
	_ context.Context, req *pulumirpc.RuntimeOptionsRequest,
) (*pulumirpc.RuntimeOptionsResponse, error) {
	if option(req.Info, "toolchain") != "" || option(req.Info, "virtualenv") != "" {
		return &pulumirpc.RuntimeOptionsResponse{}, nil
	}
	pip := choice("pip")
	choices := []*pulumirpc.RuntimeOptionPrompt_RuntimeOptionValue{pip}
	for _, name := range []string{"poetry", "uv"} {
		if _, err := exec.LookPath(name); err == nil {
			choices = append(choices, choice(name))
		}
	}
	return &pulumirpc.RuntimeOptionsResponse{Prompts: []*pulumirpc.RuntimeOptionPrompt{{
		Key:         "toolchain",
		Description: "Python 依赖用什么安装 / what installs the Python dependencies",
		PromptType:  pulumirpc.RuntimeOptionPrompt_STRING,
		Choices:     choices,
		Default:     pip,
	}}}, nil
}

func choice(name string) *pulumirpc.RuntimeOptionPrompt_RuntimeOptionValue {
	return &pulumirpc.RuntimeOptionPrompt_RuntimeOptionValue{
		PromptType: pulumirpc.RuntimeOptionPrompt_STRING, StringValue: name, DisplayName: name,
	}
}

// Template lets the toolchain prepare a new project (a pyproject.toml for uv and poetry).
func (h *host) Template(
	ctx context.Context, req *pulumirpc.TemplateRequest,
) (*pulumirpc.TemplateResponse, error) {
	tc, err := pythonOf(req.Info)
	if err != nil {
		return nil, err
	}
	err = tc.PrepareProject(
		ctx, req.ProjectName, req.Info.GetProgramDirectory(), false, io.Discard, io.Discard)
	return &pulumirpc.TemplateResponse{}, err
}
