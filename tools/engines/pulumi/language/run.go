package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"github.com/pulumi/pulumi/sdk/v3/python/toolchain"
)

// Exit codes of launchers/medcloud_program.py.
const (
	exitShown = 32 // the reason was shown to the user
	exitNoSDK = 33 // this Python has no pulumi
)

// launcher is the path of a Python file that is installed beside this program.
func launcher(name string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(self), name), nil
}

// Run runs a Pulumi program. Its output goes to this process's own streams as it comes, where the
// engine reads it line by line.
func (h *host) Run(call context.Context, req *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	ctx, done := h.until(call)
	defer done()
	if req.AttachDebugger {
		return failed(say("此语言宿主不支持调试器，可在程序中用 debugpy",
			"this language host attaches no debugger; use debugpy in the program"))
	}
	tc, err := readyPython(ctx, req.Info)
	if err != nil {
		return failed(err)
	}
	if err := h.typecheck(ctx, tc, req.Info); err != nil {
		return failed(err)
	}
	runner, err := launcher("medcloud_program.py")
	if err != nil {
		return failed(err)
	}
	settings, err := json.Marshal(map[string]any{
		"monitor": req.MonitorAddress, "engine": h.engine,
		"project": req.Project, "stack": req.Stack, "organization": req.Organization,
		"parallel": req.Parallel, "dry_run": req.DryRun, "root_directory": req.Info.GetRootDirectory(),
	})
	if err != nil {
		return failed(err)
	}
	env, err := configured(req)
	if err != nil {
		return failed(err)
	}
	args := append([]string{runner, string(settings), entryPoint(req.Info)}, req.Args...)
	cmd, err := pythonCommand(ctx, tc, env, args...)
	if err != nil {
		return failed(err)
	}
	cmd.Dir, cmd.Stdout, cmd.Stderr = req.Pwd, os.Stdout, os.Stderr
	code, err := h.runChild(cmd)
	switch {
	case ctx.Err() != nil, code == exitShown:
		return &pulumirpc.RunResponse{Bail: true}, nil
	case err != nil:
		return failed(err)
	case code == exitNoSDK:
		return failed(say("%s 中没有 pulumi，请在 %s 运行 pulumi install",
			"%s has no pulumi; run in %s: pulumi install", cmd.Path, req.Info.GetRootDirectory()))
	case code != 0:
		return failed(say("程序以退出码 %s 结束", "the program exited with code %s", strconv.Itoa(code)))
	}
	return &pulumirpc.RunResponse{}, nil
}

func failed(err error) (*pulumirpc.RunResponse, error) {
	return &pulumirpc.RunResponse{Error: err.Error()}, nil
}

// configured is the environment of a program: its configuration, and which keys of it are secret.
func configured(req *pulumirpc.RunRequest) ([]string, error) {
	values := req.Config
	if values == nil {
		values = map[string]string{}
	}
	config, err := json.Marshal(values)
	if err != nil {
		return nil, err
	}
	secrets, err := json.Marshal(append([]string{}, req.ConfigSecretKeys...))
	if err != nil {
		return nil, err
	}
	return append(os.Environ(),
		"PULUMI_CONFIG="+string(config), "PULUMI_CONFIG_SECRET_KEYS="+string(secrets)), nil
}

// typecheck obeys the option `typechecker` (mypy or pyright) before a program runs.
func (h *host) typecheck(ctx context.Context, tc toolchain.Toolchain, info *pulumirpc.ProgramInfo) error {
	checker := option(info, "typechecker")
	if checker == "" || strings.EqualFold(checker, "none") {
		return nil
	}
	if checker != "mypy" && checker != "pyright" {
		return say("runtime 选项 typechecker 不能是 %q，可用 mypy、pyright",
			"runtime option typechecker cannot be %q; use mypy or pyright", checker)
	}
	cmd, err := tc.ModuleCommand(ctx, checker, info.GetProgramDirectory())
	if err != nil {
		return err
	}
	cmd.Dir, cmd.Stdout, cmd.Stderr = info.GetProgramDirectory(), os.Stderr, os.Stderr
	if code, err := h.runChild(cmd); err != nil || code != 0 {
		return say("%s 未通过或未安装", "%s failed or is not installed", checker)
	}
	return nil
}
